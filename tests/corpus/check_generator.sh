#!/usr/bin/env bash
# check_generator.sh PYTHON CORPUS: the generator gives labelled.jsonl byte for byte, also with Python's hashing shuffled.
set -euo pipefail

python=$1
corpus=$2

for seed in 1 2; do
  if ! PYTHONHASHSEED=$seed "$python" "$corpus/make_labelled" | cmp - "$corpus/labelled.jsonl"; then
    echo "corpus/labelled.jsonl is not what corpus/make_labelled makes. Run: corpus/make_labelled -o corpus/labelled.jsonl" >&2
    exit 1
  fi
done
