#!/usr/bin/env bash
# Checks that a source tree keeps the floors and fences of floors.txt, and a few rules of style that no compiler knows.
# usage: check_structure.sh FOLDER [RULES]
# Prints file:line: what is wrong, for each fault, and exits with 1 if there is any.
set -euo pipefail

root=$1
rules=${2:-$(dirname "${BASH_SOURCE[0]}")/floors.txt}

# Every text file of the project, relative to its root, in a fixed order.
project_files() {
  find . \( -name .git -o -name build -o -name .cache -o -name __pycache__ \) -prune -o -type f -print |
    sed 's|^\./||' | LC_ALL=C sort
}

cd "$root"
project_files | LC_ALL=C awk -v rules="$rules" -f "$(dirname "${BASH_SOURCE[0]}")/check_structure.awk"
