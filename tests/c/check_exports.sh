#!/usr/bin/env bash
# Sees that a library shows the functions that gatepost_c.h declares, in the version that gatepost_c.map names, and nothing else.
# usage: check_exports.sh LIBRARY HEADER
set -euo pipefail

declared=$(grep -o '\bgatepost_[a-z_]*(' "$2" | sed 's/($/@@GATEPOST_1/' | LC_ALL=C sort -u)
shown=$(nm -D --defined-only "$1" | awk '$2 != "A" { print $3 }' | LC_ALL=C sort)
if [[ $shown != "$declared" ]]; then
  diff <(echo "$declared") <(echo "$shown") || true
  echo "FAILED: the library shows other symbols than the header declares" >&2
  exit 1
fi
soname=$(readelf -d "$1" | sed -n 's/.*SONAME.*\[\(.*\)\]/\1/p')
if [[ $soname != libgatepost.so.1 ]]; then
  echo "FAILED: the SONAME is $soname" >&2
  exit 1
fi
echo "$(wc -l <<<"$declared") functions shown, nothing else"
