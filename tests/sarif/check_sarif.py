#!/usr/bin/env python3
"""Validates SARIF files against the schema of SARIF 2.1.0.

usage: check_sarif.py SCHEMA FILE...

Exits with 77, which ctest counts as skipped, where python3-jsonschema is not installed.
"""

import json
import sys

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed; scripts/setup --all would")
    sys.exit(77)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    validator = jsonschema.validators.validator_for(schema)(schema, format_checker=jsonschema.FormatChecker())
    faults = 0
    for path in sys.argv[2:]:
        with open(path, encoding="utf-8") as file:
            report = json.load(file)
        for error in validator.iter_errors(report):
            faults += 1
            print(f"{path}: /{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
    print(f"{len(sys.argv) - 2} files, {faults} faults")
    sys.exit(1 if faults or len(sys.argv) < 3 else 0)


main()
