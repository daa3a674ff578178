#!/usr/bin/env bash
# The systemd unit is one that systemd understands, its sandbox is tight, and the program runs where memory that was written to
# cannot be executed, as the unit has it. The container's file names files that exist.
# usage: check_unit.sh SOURCE GATEPOST       Ends with status 77 where systemd-analyze is not installed.
set -euo pipefail

source=$1
gatepost=$2
unit=$source/cmake/systemd/gatepost.service
greatest_exposure=15 # of 100; systemd calls up to 20 "OK"

fail() {
  echo "FAILED: $1" >&2
  exit 1
}

mapfile -t all_copied < <(sed -nE 's/^COPY ([^ ]+) .*/\1/p' "$source/Containerfile")
[[ ${#all_copied[@]} -gt 0 ]] || fail "the container copies nothing"
for copied in "${all_copied[@]}"; do
  grep -qxF "!$copied" "$source/.dockerignore" || fail "the container's build does not see $copied"
  [[ $copied == build/release/packages/gatepost_*.deb ]] || fail "scripts/package does not make $copied"
done
# Its options are options, and it listens as it says.
read -ra words < <(sed -nE 's/^ENTRYPOINT \[(.*)\]$/\1/p' "$source/Containerfile" | tr -d '",')
for word in "${words[@]}"; do
  [[ $word != --* ]] || "$gatepost" serve --help | grep -qE "^  (-., ?)?$word( |$)" || fail "serve has no option $word"
done

# What MemoryDenyWriteExecute forbids, the engines do not need. PR_SET_MDWE is of Linux 6.3; an older one tells nothing.
without_writable_code='import ctypes, os, sys
ctypes.CDLL(None).prctl(65, 1, 0, 0, 0)
os.execv(sys.argv[1], sys.argv[1:])'
python3 -c "$without_writable_code" "$gatepost" patterns test uk.phone >/dev/null || fail "it wants to write code and run it"

command -v systemd-analyze >/dev/null || { echo "SKIPPED: systemd-analyze is not installed: scripts/setup --all installs it"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The program of this build stands for the installed one.
sed "s|/usr/bin/gatepost|$gatepost|" "$unit" >"$work/gatepost.service"
said=$(systemd-analyze verify --man=no "$work/gatepost.service" 2>&1) || fail "the unit: $said"
said=$(grep gatepost.service <<<"$said" || true)
[[ -z $said ]] || fail "the unit: $said"
systemd-analyze security --offline=true --threshold="$greatest_exposure" "$work/gatepost.service" >"$work/exposure" ||
  { tail -n 1 "$work/exposure"; fail "the sandbox is less tight than it was"; }
echo "the unit is understood, and its sandbox tight"
