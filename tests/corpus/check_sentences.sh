#!/usr/bin/env bash
# check_sentences.sh GATEPOST CORPUS SENTENCES: no more real sentences are held than the baseline says; 77 if there are none here.
set -euo pipefail

if [[ ! -f $3 ]]; then
  echo "no sentences here; corpus/make_posts --sentences -o build/corpus/sentences.jsonl makes them" >&2
  exit 77
fi
exec "$1" patterns eval --baseline "$2/sentences_baseline.json" "$3"
