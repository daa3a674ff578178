#!/usr/bin/env bash
# Compares a service that runs with the OpenAPI document that it serves: what it takes, and every answer.
# usage: check_openapi.sh SOURCE WORK GATEPOST PYTHON3
#   SOURCE: this folder; WORK: a folder for the virtual environment and the tokens; GATEPOST: the program
# Ends with status 77 where the tools cannot be had.
set -euo pipefail

source=$1
work=$2
gatepost=$3
python=$4

skip() {
  echo "SKIPPED: $1"
  exit 77
}

fail() {
  echo "FAILED: $1" >&2
  exit 1
}

# The tools, as requirements.txt pins them; again when that has changed.
make_tools() {
  if cmp -s "$source/requirements.txt" "$work/tools/requirements.txt"; then return; fi
  rm -rf "$work/tools"
  "$python" -m venv "$work/tools" >"$work/log" 2>&1 ||
    { tail -n 5 "$work/log"; skip "no virtual environment can be made: scripts/setup --all installs what it takes"; }
  "$work/tools/bin/pip" install --quiet --require-hashes --only-binary :all: -r "$source/requirements.txt" \
    >"$work/log" 2>&1 || { tail -n 5 "$work/log"; skip "PyPI cannot be reached"; }
  cp "$source/requirements.txt" "$work/tools/requirements.txt"
}

# Starts the service with one token; sets `server`, `address` and `token`.
start_service() {
  rm -f "$work/tokens"
  token=$("$gatepost" serve token checker --tokens "$work/tokens" --rights check,fingerprints,metrics 2>"$work/log") ||
    { cat "$work/log"; fail "no token can be made"; }
  mkfifo "$work/events"
  "$gatepost" serve --listen 127.0.0.1:0 --tokens "$work/tokens" --no-watch 2>"$work/events" &
  server=$!
  exec 3<"$work/events"
  rm "$work/events"
  local line
  while read -r line <&3; do
    echo "$line"
    if [[ $line =~ (http://127\.0\.0\.1:[0-9]+) ]]; then
      address=${BASH_REMATCH[1]}
      return
    fi
  done
  fail "the service did not start"
}

stop_service() {
  if [[ -n ${server:-} ]]; then kill "$server" 2>/dev/null || true; fi
}

mkdir -p "$work"
make_tools
rm -f "$work/events"
trap stop_service EXIT
start_service

# It leaves notes of what it found where it runs.
cd "$work"
SCHEMATHESIS_HOOKS=serializers PYTHONPATH=$source PYTHONDONTWRITEBYTECODE=1 "$work/tools/bin/schemathesis" \
  --config-file "$source/schemathesis.toml" run "$address/openapi.json" --header "Authorization: Bearer $token"
kill -0 "$server" || fail "the service has ended"
