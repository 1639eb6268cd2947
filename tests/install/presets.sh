#!/usr/bin/env bash
# Configures as ./run does with the packages of the tests hidden, then as ./check does in the same folder.
#   presets.sh COMPILER
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
configure() { cmake -S "$root" --preset "$1" -B "$place/build" -DCMAKE_CXX_COMPILER="$compiler" "${@:2}" > "$place/log" 2>&1 || { cat "$place/log"; exit 1; }; }
compiler=$1
configure program -DCMAKE_DISABLE_FIND_PACKAGE_GTest=ON -DCMAKE_DISABLE_FIND_PACKAGE_benchmark=ON
test ! -e "$place/build/CTestTestfile.cmake"
ninja -C "$place/build" -n crosscheck > /dev/null
configure release -DCMAKE_DISABLE_FIND_PACKAGE_GTest=OFF -DCMAKE_DISABLE_FIND_PACKAGE_benchmark=OFF
test "$(ctest --test-dir "$place/build" -N | sed -n 's/^Total Tests: //p')" -gt 10
echo "the program is configured without the tests' packages, the tests after it"
