#!/usr/bin/env bash
# Installs a build to a folder of its own, moves that, and builds and runs the examples of the documentation against it: found
# through the CMake package and through pkg-config, in C and in C++.
# usage: check_install.sh SOURCE BUILD CMAKE     (compilers and flags come in CC, CXX and FLAGS)
set -euo pipefail

source=$1 build=$2 cmake=$3
here=$source/tests/consumer
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
prefix=$work/moved
read -ra flags <<<"${FLAGS:-}"

fail() {
  echo "FAILED: $1" >&2
  exit 1
}

# quietly COMMAND...: shows what it said only if it fails.
quietly() {
  "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; fail "$*"; }
}

# expect NAME EXPECTED COMMAND...
expect() {
  local actual
  actual=$("${@:3}") || fail "$1: exit status $?"
  if [[ $actual != "$2" ]]; then
    diff <(echo "$2") <(echo "$actual") || true
    fail "$1 printed something else"
  fi
}

# block LANGUAGE FILE: the first block of code in that language.
block() {
  awk -v language="$1" '/^```/ { on = !done && $0 == "```" language; done = done || on; next } on' "$2"
}

# comment_example HEADER: the example that ends the header's first comment.
comment_example() {
  sed -n '/^\/\/   #include/,/^$/ s|^//\( \{3\}\)\{0,1\}||p' "$1"
}

install_and_move() {
  quietly "$cmake" --install "$build" --prefix "$work/prefix"
  mv "$work/prefix" "$prefix"
}

write_examples() {
  cp -r "$here/project" "$work/project"
  block c "$source/docs/c-api.md" >"$work/project/c_example.c"
  comment_example "$prefix/include/gatepost/gatepost.h" >"$work/project/cpp_example.cc"
  c_output=$(block text "$source/docs/c-api.md")
  cpp_output=$'block\n5-17 ***** ****23'
}

# by_cmake WITH_CXX
by_cmake() {
  quietly "$cmake" -S "$work/project" -B "$work/build-$1" "-DCMAKE_PREFIX_PATH=$prefix" "-DWITH_CXX=$1" \
    "-DCMAKE_C_COMPILER=$CC" "-DCMAKE_CXX_COMPILER=$CXX" "-DCMAKE_C_FLAGS=${flags[*]}" "-DCMAKE_CXX_FLAGS=${flags[*]}"
  quietly "$cmake" --build "$work/build-$1"
}

by_pkg_config() {
  local -a c_flags cpp_flags
  local lib
  lib=$(dirname "$(find "$prefix" -name libgatepost.so)")  # lib/x86_64-linux-gnu where the prefix was /usr
  export PKG_CONFIG_PATH=$lib/pkgconfig
  read -ra c_flags < <(pkg-config --cflags --libs gatepost)
  read -ra cpp_flags < <(pkg-config --cflags --libs gatepost-cpp)
  quietly "$CC" -std=c11 -Wall -Wextra -Wpedantic -Werror "${flags[@]}" "$work/project/c_example.c" \
    -o "$work/c_example" "${c_flags[@]}" "-Wl,-rpath,$lib"
  quietly "$CXX" -std=c++20 -Wall -Wextra -Wpedantic -Werror "${flags[@]}" "$work/project/cpp_example.cc" \
    -o "$work/cpp_example" "${cpp_flags[@]}"
}

install_and_move
write_examples
uk=$prefix/share/gatepost/patterns/uk

by_cmake OFF
expect "C, CMake package" "$c_output" "$work/build-OFF/c_example" "$uk"
by_cmake ON
expect "C++, CMake package" "$cpp_output" "$work/build-ON/cpp_example" "$uk"
by_pkg_config
patterns=$(pkg-config --variable=patterns_dir gatepost)
expect "C, pkg-config" "$c_output" "$work/c_example" "$patterns/uk"
expect "C++, pkg-config" "$cpp_output" "$work/cpp_example" "$patterns/uk"

# The installed program finds its patterns beside itself.
expect "the program" 1 bash -c "echo 'Ring 07700 900123' | '$prefix/bin/gatepost' check >'$work/log'; echo \$?"
echo "C and C++ examples run, by CMake and by pkg-config"
