#!/usr/bin/env bash
# Builds the wheel against the library of a build and tests it: run.sh BUILD-FOLDER
# In an environment with pandas and pyarrow all tests; in one that has nothing else the program and one audit. Packages come from PyPI
# the first time, into BUILD-FOLDER/python. Exit 77 (skipped) only where it cannot be reached.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd)
tree=$here/../.. place=$build/python
python=/usr/bin/python3
[ -x $python ] || python=python3
mkdir -p "$place"
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_RETRIES=1 PIP_TIMEOUT=60 PYTHONDONTWRITEBYTECODE=1 CROSSCHECK_PROGRAM=$build/crosscheck

# environment NAME PACKAGE...: with these packages, made anew when the list has changed.
environment() {
  local folder=$place/$1
  shift
  [ "$(cat "$folder/packages" 2> /dev/null)" != "$*" ] || return 0
  rm -rf "$folder"
  $python -m venv "$folder"
  if ! "$folder/bin/python" -m pip install -q --no-compile "$@" > "$place/pip.log" 2>&1; then
    cat "$place/pip.log"
    ! grep -qE 'Temporary failure in name resolution|Connection refused|Network is unreachable|Max retries|timed out' "$place/pip.log" || exit 77
    exit 1
  fi
  echo "$*" > "$folder/packages"
}

environment tests 'nanobind==3.*' 'scikit-build-core==1.*' 'pytest' 'pandas<3' pyarrow
cmake --install "$build" --prefix "$place/crosscheck" > /dev/null
rm -rf "$place/wheel" "$place/bare"
"$place/tests/bin/python" -m pip wheel -q --no-build-isolation --no-deps -w "$place/wheel" --config-settings "build-dir=$place/module" \
  --config-settings "cmake.define.CROSSCHECK_PREFIX=$place/crosscheck" "$tree/python"
$python -m venv --without-pip "$place/bare"
for environment in tests bare; do
  "$place/tests/bin/python" -m pip --python "$place/$environment/bin/python" install -q --no-index --no-deps --no-compile --force-reinstall \
    "$place"/wheel/*.whl
done
test "$("$place/bare/bin/crosscheck" --version)" = "$("$build/crosscheck" --version)"
cd "$tree"
"$place/bare/bin/python" -c 'import crosscheck; assert crosscheck.audit("fixtures/bundles/ferry-toll").findings'
exec "$place/tests/bin/python" -m pytest -p no:cacheprovider -c "$tree/python/pyproject.toml" --rootdir "$tree/python" "$here"
