#!/usr/bin/env python3
"""Weights are learned as their documentation says: what stands beside right findings gets points, what stands beside
wrong ones loses some, what is held back says nothing. Exit status 77 without python3-sklearn.

usage: check_learning.py LEARN_WEIGHTS FOLDER
"""

import importlib.util
import json
import pathlib
import subprocess
import sys

SKIPPED = 77
FINDINGS = 40


def findings():
    """Of right ones "our *" tells, of wrong ones "library"; those held back say the opposite."""
    for i in range(FINDINGS):
        yield {"is_right": True, "phrases": ["*", "our *", "bin", f"word{i}"]}
        yield {"is_right": False, "phrases": ["*", "library", "bin", f"word{i}"]}
    for i in range(FINDINGS):
        yield {"is_right": False, "phrases": ["*", "our *", "only held"], "split": "held"}


def main():
    if importlib.util.find_spec("sklearn") is None:
        print("python3-sklearn is not installed")
        return SKIPPED
    learn_weights, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    phrases, weights = folder / "phrases.jsonl", folder / "weights.txt"
    with open(phrases, "w", encoding="utf-8") as out:
        for i, finding in enumerate(findings()):
            common = {"pattern": "uk.postcode", "origin": f"posts {i}", "split": "", "score": 40 + i % 7}
            out.write(json.dumps(common | finding) + "\n")
    command = [sys.executable, learn_weights, "--pattern", "uk.postcode", "--review", "50", "-o", weights, phrases]
    subprocess.run(command, check=True)
    lines = [line for line in weights.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    points = {phrase: int(value) for value, phrase in (line.split(" ", 1) for line in lines)}
    faults = []
    if points.get("our *", 0) <= 0:
        faults.append("\"our *\" does not speak for a finding")
    if points.get("library", 0) >= 0:
        faults.append("\"library\" does not speak against one")
    if "only held" in points:
        faults.append("what is held back was learned from")
    if abs(points.get("bin", 0)) > abs(points.get("library", 0)) / 4:
        faults.append("\"bin\", which stands everywhere, says much")
    unknown = [sys.executable, learn_weights, "--pattern", "uk.nobody", "-o", folder / "none.txt", phrases]
    if subprocess.run(unknown, stderr=subprocess.DEVNULL).returncode == 0:
        faults.append("a pattern without findings is no error")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
