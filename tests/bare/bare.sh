#!/usr/bin/env bash
# Runs the README's two commands in a bare Debian 12: bare.sh FOLDER [STEP...]   (as root, with debootstrap; FOLDER must not exist)
# The root is made in FOLDER/root with this machine's apt sources; a clean clone of the last commit is copied in. Steps, in this order
# when none is named:
#   refused   ./run as a user who may not install: names the packages, exit 2
#   run       ./run as root in the user's checkout, from nothing, then again; then as the user
#   check     ./check in the same checkout, as a user with sudo
#   first     ./check release in a checkout where ./run never was, as root, then ./run
# and, only when it is named, of what this checkout's build/release holds after ./check:
#   packages  the released wheel in a virtual environment, then the .deb by apt, each run as the user; nothing of the tree is there
# Every step's time is told on standard output. FOLDER is left there, to be looked at; remove it by hand.
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
[ $# -gt 0 ] || { sed -n '2,11s/^# //p' "$0"; exit 2; }
# In a mount and process space of its own: nothing stays mounted or running, however this ends.
if [ -z "${BARE_INSIDE:-}" ]; then exec env BARE_INSIDE=1 unshare --mount --pid --fork --kill-child --propagation private "$0" "$@"; fi
folder=$1 root=$1/root log=$1/log
steps=("${@:2}")
[ ${#steps[@]} -gt 0 ] || steps=(refused run check first)

make_root() {
  local mirror
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Codename: bookworm' 'Component: main' | head -n 1)
  mkdir -p "$folder"
  debootstrap --variant=minbase bookworm "$root" "$mirror" > "$log.debootstrap"
  rm -f "$root/etc/apt/sources.list"
  cp -rL /etc/apt/. "$root/etc/apt/"
  rm -rf "$root/etc/apt/preferences.d"/* "$root/etc/apt/apt.conf.d"/docker-*
  cp -r /usr/share/keyrings/. "$root/usr/share/keyrings/"
  mkdir -p "$root/etc/ssl/certs"
  [ ! -e /etc/ssl/certs/ca-certificates.crt ] || cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
  cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
  chroot "$root" useradd --create-home --shell /bin/bash desk
}

mount_root() {
  mount -t proc proc "$root/proc"
  mount --rbind /sys "$root/sys"
  mount --rbind /dev "$root/dev"
  mount -t tmpfs tmpfs "$root/tmp"
}

# checkout NAME OWNER: a clean clone of the last commit.
checkout() {
  git clone -q --no-hardlinks "$here" "$root/srv/$1"
  chroot "$root" chown -R "$2:" "/srv/$1"
}

# in_root USER CHECKOUT COMMAND: with the time it took; its words go to the log.
in_root() {
  local start=$SECONDS code=0 home=/home/$1
  [ "$1" != root ] || home=/root
  local environment=(PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "HOME=$home" "USER=$1" LANG=C.UTF-8)
  local name
  for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
    if [ -n "${!name:-}" ]; then environment+=("$name=${!name}"); fi
  done
  chroot --userspec="$1" --groups="$1" "$root" env -i "${environment[@]}" bash -c "cd '/srv/$2' && $3" > "$log.out" 2> "$log.err" < /dev/null || code=$?
  { echo "=== $1 in $2: $3: exit $code"; cat "$log.out" "$log.err"; } >> "$log"
  printf '%4d s  exit %d  %s in %s: %s\n' $((SECONDS - start)) "$code" "$1" "$2" "$3"
  return "$code"
}

# packed: makes the packages of this checkout's build in the root's /srv/packages.
packed() {
  mkdir -p "$root/srv/packages"
  (cd "$here/build/release" && cpack -G DEB -B "$root/srv/packages") >> "$log" 2>&1
  "$here/python/release.sh" "$here/build/release" "$root/srv/packages" >> "$log" 2>&1
  cp -r "$here/fixtures/bundles/ferry-toll" "$root/srv/packages/"
}

fail() {
  echo "FAILED: $*"
  tail -n 40 "$log.out" "$log.err"
  exit 1
}

audits() {  # audits USER CHECKOUT: ./run works there
  local code=0
  in_root "$1" "$2" './run audit fixtures/bundles/ferry-toll' || code=$?
  { [ "$code" -eq 1 ] && grep -q '5 articles, 4 origins' "$log.out"; } || fail "./run as $1 in $2"
}

[ ! -e "$folder" ] || { echo "$folder is there already"; exit 2; }
start=$SECONDS
make_root
mount_root
checkout desk desk
printf '%4d s  a bare Debian 12\n' $((SECONDS - start))
for step in "${steps[@]}"; do
  case $step in
    refused)
      if in_root desk desk './run audit fixtures/bundles/ferry-toll'; then fail "./run did its work without packages"; fi
      grep -q 'apt-get install .*libre2-dev' "$log.err" || fail "./run names no packages"
      ;;
    run)
      audits root desk
      audits root desk
      audits desk desk
      ;;
    check)
      chroot "$root" bash -c 'apt-get update && apt-get install -y --no-install-recommends sudo' >> "$log" 2>&1
      echo 'desk ALL=(ALL) NOPASSWD: ALL' > "$root/etc/sudoers.d/desk"
      in_root desk desk ./check || fail "./check"
      grep 'skipped: ' "$log.err" || true
      audits desk desk
      ;;
    first)
      checkout first root
      in_root root first './check release' || fail "./check as the first command"
      audits root first
      audits desk first
      ;;
    packages)
      packed
      in_root root packages 'apt-get update && apt-get install -y --no-install-recommends python3-venv' || fail "python3-venv"
      in_root desk packages 'python3 -m venv ~/own && ~/own/bin/pip install --no-index ./*.whl && ~/own/bin/crosscheck --version &&
        ~/own/bin/python -c "import crosscheck; print(crosscheck.audit(\"ferry-toll\"))"' || fail "the wheel"
      grep -q '5 articles, 4 origins' "$log.out" || fail "the wheel's module"
      in_root root packages 'apt-get install -y --no-install-recommends ./crosscheck_*.deb' || fail "the .deb"
      in_root desk packages 'crosscheck audit --fail-on never ferry-toll && test -f /usr/share/man/man1/crosscheck-audit.1 &&
        test -f /usr/share/bash-completion/completions/crosscheck' || fail "the installed program"
      grep -q '5 articles, 4 origins' "$log.out" || fail "the installed program's audit"
      ;;
    *) echo "no such step: $step"; exit 2 ;;
  esac
done
echo "passed: ${steps[*]}"
