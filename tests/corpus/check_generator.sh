#!/usr/bin/env bash
# check_generator.sh PYTHON CORPUS MADE: what the build has made is what the digest says, and so is what the generator makes with
# Python's hashing shuffled.
set -euo pipefail

python=$1
corpus=$2
made=$3

read -r expected _ <"$corpus/labelled.sha256"
check() {
  if [[ $(sha256sum | cut -d ' ' -f 1) != "$expected" ]]; then
    echo "$1 is not what corpus/labelled.sha256 says. Changed on purpose? Run: corpus/make_labelled --write-digest >/dev/null" >&2
    exit 1
  fi
}

check "what the build has made" <"$made"
PYTHONHASHSEED=2 "$python" "$corpus/make_labelled" 2>/dev/null | check "what corpus/make_labelled makes"
