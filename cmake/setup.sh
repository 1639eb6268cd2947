# Sourced by ./run and ./check: says which Debian packages are missing and installs them where it may. Talks on stderr only.

# What the program needs to be built.
BUILD_PACKAGES="g++ cmake ninja-build ccache pkg-config libre2-dev libabsl-dev nlohmann-json3-dev libcli11-dev libxml2-dev
  libuchardet-dev libsimdjson-dev zlib1g-dev libutf8proc-dev libxxhash-dev libxlsxwriter-dev libssl-dev libsqlite3-dev"
# What its tests need beside.
TEST_PACKAGES="libgtest-dev libgmock-dev libbenchmark-dev libgumbo-dev python3 python3-dev python3-venv python3-selenium python3-openpyxl python3-jsonschema python3-pyld
  chromium chromium-driver zsh fish mandoc poppler-utils"

say() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; }

# require_packages NAME...: installs those that are missing; ends the script with 2 where it may not.
require_packages() {
  local missing=() package
  if ! command -v dpkg-query > /dev/null; then
    say "this is not a Debian system: packages are not checked; README.md names what is needed"
    return
  fi
  for package in "$@"; do
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2> /dev/null | grep -q '^installed$' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2> /dev/null; then
      say "these packages are missing and may not be installed from here; install them and call again:"
      say "  apt-get install ${missing[*]}"
      exit 2
    fi
    as_root=(sudo)
  fi
  say "installing ${missing[*]}"
  local log
  log=$(mktemp)
  if ! { "${as_root[@]}" apt-get update && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y \
         --no-install-recommends "${missing[@]}"; } > "$log" 2>&1 < /dev/null; then
    tail -n 20 "$log" >&2
    say "could not install: ${missing[*]}"
    exit 2
  fi
  rm -f "$log"
}

# configured PRESET FOLDER: is FOLDER configured, since the presets were changed, and with the tests where PRESET has them?
configured() {
  [ -f "$2/build.ninja" ] && [ ! "$2/build.ninja" -ot CMakePresets.json ] || return 1
  [ "$1" = program ] || ! grep -q '^CROSSCHECK_TESTS:[A-Z]*=OFF' "$2/CMakeCache.txt"
}

# build PRESET [TARGET...]: configures where needed and builds; shows the compiler's words only when it fails. The preset `program`
# is `release` without the tests, in the same folder: a folder that has the tests keeps them.
build() {
  local preset=$1 folder=build/$1 log
  shift
  [ "$preset" != program ] || folder=build/release
  if ! mkdir -p "$folder" 2> /dev/null || [ ! -w "$folder" ] || { [ -e "$folder/.ninja_log" ] && [ ! -w "$folder/.ninja_log" ]; }; then
    if [ "$preset" = program ] && [ -x "$folder/crosscheck" ]; then
      say "$folder belongs to $(stat -c %U "$folder"): the program is run as it was built"
      return
    fi
    say "$(pwd)/$folder cannot be written: build as $(stat -c %U .), or in a copy of your own"
    exit 2
  fi
  log=$(mktemp)
  if ! configured "$preset" "$folder"; then
    say "configuring $preset"
    # What was configured with the tests keeps them where it can.
    if ! { [ "$preset" = program ] && grep -qs '^CROSSCHECK_TESTS:[A-Z]*=ON' "$folder/CMakeCache.txt" &&
           cmake --preset release > /dev/null 2>&1; } && ! cmake --preset "$preset" > "$log" 2>&1; then
      cat "$log" >&2
      rm -f "$log"
      exit 2
    fi
  fi
  if ! ninja -C "$folder" -n "$@" 2> /dev/null | grep -q 'no work to do'; then
    say "building $preset"
  fi
  if ! ninja -C "$folder" "$@" > "$log" 2>&1; then
    grep -v '^\[[0-9]*/[0-9]*\] [A-Z][a-z]*ing ' "$log" >&2
    say "the build of $preset failed"
    rm -f "$log"
    exit 2
  fi
  rm -f "$log"
  # Root works in somebody's checkout: what was built is theirs.
  if [ "$(id -u)" -eq 0 ] && [ "$(stat -c %u .)" -ne 0 ]; then chown -R "$(stat -c %u:%g .)" build; fi
}

# Prints the path of the published schema of SARIF 2.1.0, taken once from the package that carries it; nothing where npm or the
# package is not to be had: the tests then check less.
sarif_schema() {
  local schema=build/sarif-2.1.0.schema.json place
  if [ ! -s "$schema" ] && command -v npm > /dev/null; then
    place=$(mktemp -d)
    if timeout 60 npm pack --silent --pack-destination "$place" @microsoft/jest-sarif@1.0.0-beta.0 > /dev/null 2>&1; then
      tar -xzOf "$place"/*.tgz package/lib/schemas/sarif-2.1.0-rtm.5.json > "$place/schema" 2> /dev/null && mv "$place/schema" "$schema"
    fi
    rm -rf "$place"
  fi
  if [ -s "$schema" ]; then realpath "$schema"; fi
}
