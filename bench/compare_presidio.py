#!/usr/bin/env python3
"""Runs Presidio and Gatepost over the same posts: posts per second, and how many of some identifiers each finds.

Presidio looks for the identifiers that both know and for nothing else, on a spaCy pipeline without a model, which is its
fastest. The posts have no labels: a larger number is not a better one.
"""

import argparse
import collections
import itertools
import json
import logging
import subprocess
import tempfile
import time
from pathlib import Path

import spacy
from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import NlpEngineProvider

# Presidio's entity and Gatepost's pattern.
SHARED = {
    "EMAIL_ADDRESS": "uk.email",
    "PHONE_NUMBER": "uk.phone",
    "CREDIT_CARD": "uk.payment_card",
    "IBAN_CODE": "uk.iban",
    "UK_NHS": "uk.nhs_number",
}


def read_texts(path, most):
    with open(path, encoding="utf-8") as file:
        texts = (json.loads(line).get("text") for line in file)
        return list(itertools.islice(filter(None, texts), most))


def make_presidio(folder):
    spacy.blank("en").to_disk(folder)
    models = [{"lang_code": "en", "model_name": str(folder)}]
    provider = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models})
    return AnalyzerEngine(nlp_engine=provider.create_engine())


def run_presidio(texts):
    """Counts by Gatepost's names, and seconds."""
    counts = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        analyzer = make_presidio(Path(folder) / "blank")
        # What it loads when it first meets each: of an e-mail address, the list of public suffixes.
        analyzer.analyze("jo@example.com 07700 900123", language="en", entities=list(SHARED))
        start = time.perf_counter()
        for text in texts:
            for result in analyzer.analyze(text, language="en", entities=list(SHARED)):
                counts[SHARED[result.entity_type]] += 1
        return counts, time.perf_counter() - start


def run_gatepost(program, texts):
    """The same, looking for all patterns of the set, on one thread; the start of the program counts."""
    lines = "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(texts))
    command = [program, "check", "--jsonl", "-f", "jsonl", "-j", "1", "--fail-on", "never"]
    start = time.perf_counter()
    report = subprocess.run(command, input=lines, stdout=subprocess.PIPE, text=True, check=False).stdout
    seconds = time.perf_counter() - start
    counts = collections.Counter()
    for line in report.splitlines():
        record = json.loads(line)
        if record["type"] == "post":
            counts.update(finding["pattern"] for finding in record["findings"])
    return counts, seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("posts", help="JSONL with a text a line")
    parser.add_argument("--gatepost", default="build/release/gatepost", help="the program")
    parser.add_argument("--most", type=int, default=2000, help="posts that are looked at [2000]")
    arguments = parser.parse_args()
    logging.disable(logging.CRITICAL)  # what it says without a network, where it does with what it has
    texts = read_texts(arguments.posts, arguments.most)
    presidio, presidio_seconds = run_presidio(texts)
    gatepost, gatepost_seconds = run_gatepost(arguments.gatepost, texts)
    print(f"{len(texts)} posts{'Presidio':>22}{'Gatepost':>12}")
    print(f"{'posts per second':18}{len(texts) / presidio_seconds:>16.0f}{len(texts) / gatepost_seconds:>12.0f}")
    for pattern in SHARED.values():
        print(f"{pattern:18}{presidio[pattern]:>16}{gatepost[pattern]:>12}")


if __name__ == "__main__":
    main()
