#!/usr/bin/env python3
"""An audit that is killed again and again ends with the report of one that was not.

usage: check_resume.py GATEPOST MAKE_EXPORTS FOLDER [--kills N] [--posts N]

Audits exports of three platforms undisturbed, then into another store with SIGKILL at random instants, going on each time,
until so many kills were survived, and compares the reports line by line.
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path


class Check:
    def __init__(self, arguments):
        self.gatepost = arguments.gatepost
        self.folder = Path(arguments.folder)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.environment = {**os.environ, "XDG_CACHE_HOME": str(self.folder / "cache")}
        self.inputs = []
        for kind, name in [("x", "x.zip"), ("mastodon", "mastodon.zip"), ("jsonl", "posts.jsonl")]:
            path = self.folder / name
            subprocess.run([arguments.make_exports, kind, "--posts", str(arguments.posts), "-o", path], check=True)
            self.inputs.append(str(path))
        self.key = self.folder / "test.key"
        subprocess.run([self.gatepost, "key", "init", self.key], check=True, stderr=subprocess.DEVNULL)

    def command(self, store):
        return [self.gatepost, "audit", *self.inputs, "--store", str(store), "--key-file", str(self.key), "-j", "2",
                "--fail-on", "never", "-f", "json", "--report", os.devnull, "--as-of", "2026-03-31"]

    def audit(self, store):
        return subprocess.Popen(self.command(store), env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def report(self, store):
        done = subprocess.run([self.gatepost, "audit", "report", str(store), "-f", "jsonl", "--as-of", "2026-03-31"],
                              check=True, capture_output=True, text=True, env=self.environment)
        lines = []
        for line in done.stdout.splitlines():
            if json.loads(line)["type"] != "start":  # it has the times of running
                lines.append(line)
        return sorted(lines)

    def undisturbed(self):
        """The report, and how long the audit took."""
        store = self.folder / "undisturbed.db"
        begun = time.monotonic()
        process = self.audit(store)
        error = process.communicate()[1]
        assert process.returncode == 0, error.decode()
        return self.report(store), time.monotonic() - begun

    def killed(self, kills, length, draw):
        """The report of a store whose audit was killed so many times at most; and how often."""
        store = self.folder / f"killed-{draw.random()}.db"
        count = 0
        while True:
            process = self.audit(store)
            if count < kills:
                try:
                    process.wait(draw.random() * length)
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGKILL)
                    count += 1
            error = process.communicate()[1]
            if process.returncode != -signal.SIGKILL:
                assert process.returncode == 0, error.decode()
                break
        report = self.report(store)
        for file in self.folder.glob(store.name + "*"):
            file.unlink()
        return report, count


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("gatepost")
    parser.add_argument("make_exports")
    parser.add_argument("folder")
    parser.add_argument("--kills", type=int, default=12)
    parser.add_argument("--posts", type=int, default=12_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    check = Check(arguments)
    expected, length = check.undisturbed()
    assert len(expected) > 1000, len(expected)
    draw = random.Random(arguments.seed)
    survived, rounds = 0, 0
    while survived < arguments.kills:
        report, count = check.killed(min(5, arguments.kills - survived), length, draw)
        survived += count
        rounds += 1
        if report != expected:
            differing = set(report) ^ set(expected)
            sys.exit(f"after {survived} kills the report differs in {len(differing)} lines")
    print(f"{survived} kills in {rounds} audits of {length:.1f} s survived, with the same {len(expected)} lines each time")


if __name__ == "__main__":
    main()
