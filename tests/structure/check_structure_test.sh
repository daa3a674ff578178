#!/usr/bin/env bash
# Makes a small tree that breaks every rule once and sees that check_structure.sh says so, and nothing else.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tree=$work/tree
rules=$work/rules
mkdir "$tree"

# write PATH LINE...
write() {
  mkdir -p "$tree/$(dirname "$1")"
  printf '%s\n' "${@:2}" >"$tree/$1"
}

# long_file COUNT PATH: a file with that many lines, the first of them the pragma.
long_file() {
  mkdir -p "$tree/$(dirname "$2")"
  { echo '#pragma once'; for ((i = 1; i < $1; i++)); do echo; done; } >"$tree/$2"
}

expect() {
  local name=$1 expected=$2 actual=$3
  if [[ $actual != "$expected" ]]; then
    echo "FAILED: $name"
    diff <(echo "$expected") <(echo "$actual") || true
    exit 1
  fi
}

cat >"$rules" <<'RULES'
# Lines as in floors.txt.
folder base 0 h:tl/expected.hpp openssl/*
folder text 1 unicode/*
folder regex 1 tests:openssl/*
folder . 6
system unistd.h sys/*
long src/text/table.h generated
RULES

write src/base/good.h '#pragma once' '#include <tl/expected.hpp>' '#include <sys/types.h>'
write src/base/good.cc '#include "base/good.h"' '#include <openssl/evp.h>' '#include <vector>'
write src/text/good.h '#pragma once' '#include "base/good.h"'
long_file 150 src/base/just_short_enough.h
long_file 900 src/text/table.h
write tests/regex/oracle_test.cc '#include <openssl/evp.h>'
expect "a good tree passes" "6 files, 0 faults" "$("$here/check_structure.sh" "$tree" "$rules")"

printf 'long src/text/gone.h generated\nlong src/text/good.h generated\n' >>"$rules"
write src/base/up.cc '' '#include "text/good.h"'
write src/base/fence.cc '#include <unicode/uchar.h>' '#  include <tl/expected.hpp>'
write src/base/fence.h '#pragma once' '#include <openssl/evp.h>'
write src/base/unknown.cc '#include <curl/curl.h>' '#include "elsewhere/x.h"'
write src/base/api.cc '#include "gatepost.h"'
write src/gatepost.h '#pragma once' '#include "text/good.h"'
write src/text/expected.cc '#include <tl/expected.hpp>'
write src/regex/beside.cc '#include "text/good.h"'
write src/regex/oracle.cc '#include <openssl/evp.h>'
write src/regex/no_pragma.h '// A header.'
write tests/regex/regex_test.cc '#include "text/good.h"' '#include <rapidcheck.h>'
long_file 401 src/base/long.cc
long_file 151 src/base/long.h
write docs/notes.md 'All well.' "TO""DO: write more" "in /wo""rk/folder"
write build/ignored.md "FIX""ME"

expected="docs/notes.md:2: unfinished work belongs in the tracker
docs/notes.md:3: names a folder of somebody's machine
src/base/api.cc:1: base (floor 0) includes . (floor 6)
src/base/fence.cc:1: <unicode/uchar.h> may be included only in: text
src/base/fence.h:2: <openssl/evp.h> belongs in a .cc file, not in a header
src/base/long.cc:401: longer than 400 lines: it is two things, or a table for floors.txt to name
src/base/long.h:151: longer than 150 lines: it is two things, or a table for floors.txt to name
src/base/unknown.cc:1: <curl/curl.h> has no fence in floors.txt
src/base/unknown.cc:2: includes \"elsewhere/x.h\", whose folder has no floor in floors.txt
src/base/up.cc:2: base (floor 0) includes text (floor 1)
src/regex/beside.cc:1: regex includes text, of the same floor
src/regex/no_pragma.h:1: has no #pragma once
src/regex/oracle.cc:1: <openssl/evp.h> may be included only in: base
src/text/expected.cc:1: <tl/expected.hpp> may be included only in: base
src/text/good.h:2: named in floors.txt as long, and is not
tests/regex/regex_test.cc:1: regex includes text, of the same floor
floors.txt:1: src/text/gone.h is named as long, and is not there
20 files, 17 faults"
status=0
actual=$("$here/check_structure.sh" "$tree" "$rules") || status=$?
expect "a bad tree is told each fault with its place" "$expected" "$actual"
expect "a bad tree fails" 1 "$status"
echo "check_structure.sh: all faults found"
