#!/usr/bin/env bash
# Installs the build into a folder of its own and builds consumer.cc against it, by find_package and by pkg-config.
#   test.sh BUILD-FOLDER COMPILER
set -euo pipefail
build=$1 compiler=$2
here=$(cd "$(dirname "$0")" && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cmake --install "$build" --prefix "$place/usr" > /dev/null
test "$("$place/usr/bin/crosscheck" --version | grep -c '^')" = 1

# The manual pages have no error that mandoc finds, and each shell reads its completions.
for command in "" -audit -worksheet -reuse -extract -compare -state -explain -rules -completion; do
  mandoc -T lint -W error "$place/usr/share/man/man1/crosscheck$command.1"
done
mandoc -T utf8 "$place/usr/share/man/man1/crosscheck-audit.1" | col -b | grep -q -- '--why-not A B'
bash -n "$place/usr/share/bash-completion/completions/crosscheck"
zsh -n "$place/usr/share/zsh/site-functions/_crosscheck"
fish --no-execute "$place/usr/share/fish/vendor_completions.d/crosscheck.fish"
complete=$(bash -c "source '$place/usr/share/bash-completion/completions/crosscheck'; COMP_WORDS=(crosscheck wor); COMP_CWORD=1; _crosscheck; echo \"\${COMPREPLY[*]}\"")
test "$complete" = worksheet
test "$(fish --no-config -c "source '$place/usr/share/fish/vendor_completions.d/crosscheck.fish'; complete -C 'crosscheck audit --fail-on er'" | cut -f1)" = error

cmake -S "$here" -B "$place/build" -G Ninja -DCMAKE_PREFIX_PATH="$place/usr" -DCMAKE_CXX_COMPILER="$compiler" > /dev/null
cmake --build "$place/build" > /dev/null
"$place/build/consumer" | grep -F '{"schema":"crosscheck.worksheet/1"' > /dev/null

libdir=$(dirname "$(find "$place/usr" -name crosscheck.pc)")
# shellcheck disable=SC2046
PKG_CONFIG_PATH=$libdir "$compiler" -std=c++20 "$here/consumer.cc" -o "$place/by-pkg-config" \
  $(PKG_CONFIG_PATH=$libdir pkg-config --cflags --libs crosscheck)
"$place/by-pkg-config" | grep -F '{"schema":"crosscheck.worksheet/1"' > /dev/null
echo "installed, found by find_package and by pkg-config"
