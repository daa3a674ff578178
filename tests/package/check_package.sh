#!/usr/bin/env bash
# Installs the packages on a bare Debian 12, in a chroot, and uses what they bring.
# usage: check_package.sh SOURCE       Ends with status 77 where such a machine cannot be made.
# The bare machine is kept in ~/.cache/gatepost-bare-machine for the next time; delete it to have it made anew.
set -euo pipefail

source=$1
base=${XDG_CACHE_HOME:-$HOME/.cache}/gatepost-bare-machine/bookworm

skip() {
  echo "SKIPPED: $1"
  exit 77
}

fail() {
  echo "FAILED: $1" >&2
  exit 1
}

# on_machine COMMAND...
on_machine() {
  "$source/scripts/bare-machine" --empty "$work/machine" "$@"
}

[[ $EUID -eq 0 ]] || skip "needs root, for a chroot"
command -v debootstrap >/dev/null || skip "debootstrap is not installed: scripts/setup --all installs it"
unshare --mount --pid --fork true 2>/dev/null || skip "this sandbox does not let root make name spaces"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# An earlier run that was broken off leaves no base behind.
if [[ ! -e $base ]]; then
  "$source/scripts/bare-machine" --empty "$work/base" true >"$work/log" 2>&1 ||
    { tail -n 5 "$work/log"; skip "no bare Debian 12 can be made here, for what is said above"; }
  mkdir -p "$(dirname "$base")"
  mv "$work/base" "$base"
fi
cp -a --reflink=auto "$base" "$work/machine"

"$source/scripts/package" >"$work/packages" || fail "scripts/package"
if command -v lintian >/dev/null; then
  # Its warnings are told and change nothing.
  xargs lintian --allow-root --fail-on error <"$work/packages" || fail "lintian found errors"
fi
xargs -I PACKAGE cp PACKAGE "$work/machine/root" <"$work/packages"

on_machine apt-get -q update >"$work/log" 2>&1 || { tail -n 5 "$work/log"; skip "no Debian mirror can be reached"; }
on_machine sh -c 'DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends ./gatepost_*.deb' \
  >"$work/log" 2>&1 || { tail -n 20 "$work/log"; fail "the package cannot be installed"; }

# The program, with the patterns of its package.
version=$(on_machine gatepost --version)
[[ $version == *$'\nfolder: /usr/share/gatepost/patterns/uk'* ]] || fail "it uses other patterns: $version"
status=0
said=$(echo 'Ring me on 07700 900123' | on_machine gatepost check) || status=$?
[[ $status -eq 1 && $said == *"uk.phone"* ]] || fail "check ended with status $status and said: $said"
echo 'Bore da' | on_machine gatepost check --lang cy >/dev/null || fail "a clean post did not pass"
on_machine gatepost patterns test >/dev/null || fail "patterns test"

# Pages and completions stand where man and the shells look.
for file in /usr/share/man/man1/gatepost-check.1.gz /usr/share/bash-completion/completions/gatepost \
  /usr/share/zsh/site-functions/_gatepost /usr/share/fish/vendor_completions.d/gatepost.fish; do
  [[ -s $work/machine$file ]] || fail "$file is missing"
done

# The service answers; its unit and its user's name stand where systemd looks.
for file in /usr/lib/systemd/system/gatepost.service /usr/lib/sysusers.d/gatepost.conf; do
  [[ -s $work/machine$file ]] || fail "$file is missing"
done
# shellcheck disable=SC2016  # of the machine's own shell
said=$(on_machine sh -c 'gatepost serve --unix /run/gatepost-test 2>/dev/null & served=$!
  until [ -S /run/gatepost-test ]; do kill -0 $served || exit 1; done
  perl -MIO::Socket::UNIX -e "
    my \$socket = IO::Socket::UNIX->new(Peer => q(/run/gatepost-test)) or die;
    print \$socket qq(GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n);
    print while <\$socket>;"
  kill $served; wait $served') || fail "serve ended with status $?: $said"
[[ $said == "HTTP/1.1 200 OK"*ok ]] || fail "serve answered: $said"

# The C API's library is found by the loader.
on_machine sh -c '/sbin/ldconfig -p | grep -q libgatepost.so.1' || fail "libgatepost.so.1 is not found"

# And it goes without a trace.
on_machine sh -c 'apt-get -q purge -y gatepost' >"$work/log" 2>&1 || { tail -n 20 "$work/log"; fail "it cannot be removed"; }
[[ ! -e $work/machine/usr/share/gatepost && ! -e $work/machine/usr/bin/gatepost ]] || fail "removing left files behind"
echo "installed, used and removed on a bare Debian 12"
