#!/usr/bin/env python3
"""How many of 100 values of twelve identifiers are found, for each way of writing them.

  matrix.py GATEPOST                     prints the table
  matrix.py GATEPOST --check DOCUMENT    exit status 1 if a cell is below 0.9 and not among the document's reasons, if of all values
                                         fewer than 98 in 100 are found, or if the document has other rows or columns
  matrix.py GATEPOST --write DOCUMENT    writes the table into the document
  matrix.py GATEPOST --misses TEXT       prints the posts of the cells whose row or column holds TEXT in which the value is not found

A value is found if a finding of its pattern has exactly its span and is held for review or blocked. The same values and posts in
every run.
"""

import argparse
import json
import re
import subprocess
import sys

from identifiers import IDENTIFIERS
from ways import WAYS

from generator.draw import Draw  # on the path since identifiers

VALUES = 100
LEAST_CELL = 0.9
LEAST_OF_ALL = 0.98
BEGIN, END = "<!-- matrix -->", "<!-- end of matrix -->"


def posts():
    """Of each post its cell, its text and the span of the value in it."""
    for kind, way_name, way in WAYS:
        for name, pattern, value_of, sentences in IDENTIFIERS:
            for i in range(VALUES):
                draw = Draw(f"{name}/{way_name}/{i}", "en")
                value = value_of(draw)
                written = way(draw, value)
                if written is None or (written == value and kind != "plain"):
                    continue
                before, after = sentences[i % len(sentences)].split("{}")
                begin = len(before.encode())
                yield (way_name, name), pattern, before + written + after, (begin, begin + len(written.encode()))


def findings(gatepost, texts):
    """Of each text its findings as (pattern, span) that call for an action."""
    lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    run = subprocess.run([gatepost, "check", "--jsonl", "-", "-f", "jsonl"], input=lines.encode(), stdout=subprocess.PIPE, check=False)
    records = [json.loads(line) for line in run.stdout.splitlines()]
    checked = [record for record in records if record["type"] == "post"]
    if len(checked) != len(texts):
        sys.exit(f"matrix: {len(texts)} posts were given and {len(checked)} came back")
    for record in checked:
        yield {(found["pattern"], tuple(found["span"]["bytes"])) for found in record["findings"] if found["action"] != "pass"}


def measured(gatepost):
    """By cell how many of its values were found and how many there are; and what was missed."""
    all_posts = list(posts())
    cells, misses = {}, []
    for (cell, pattern, text, span), found in zip(all_posts, findings(gatepost, [post[2] for post in all_posts])):
        is_found = (pattern, span) in found
        hits, count = cells.get(cell, (0, 0))
        cells[cell] = (hits + is_found, count + 1)
        if not is_found:
            misses.append((cell, text, sorted(found)))
    return cells, misses


def table(cells):
    names = [name for name, *_ in IDENTIFIERS]
    lines = ["| way of writing | " + " | ".join(names) + " |", "|---|" + "---|" * len(names)]
    last_kind = None
    for kind, way_name, _ in WAYS:
        if kind != last_kind:
            lines.append(f"| **{kind}** |" + " |" * len(names))
            last_kind = kind
        row = []
        for name in names:
            hits, count = cells.get((way_name, name), (0, 0))
            row.append(f"{hits / count:.2f}" if count else "")
        lines.append(f"| {way_name} | " + " | ".join(row) + " |")
    hits, count = (sum(cell[i] for cell in cells.values()) for i in (0, 1))
    lines += ["", f"{len(WAYS)} ways, {len(names)} identifiers, {len(cells)} cells, {count} values: {hits / count:.4f} found."]
    return "\n".join(lines)


def reasons(document):
    """The cells that the document says why they are low: rows "| way | identifier | reason |" behind the table."""
    rest = document.split(END, 1)[1]
    return {tuple(part.strip() for part in row) for row in re.findall(r"^\|([^|]+)\|([^|]+)\|[^|]+\|$", rest, re.M)}


def faults(cells, document):
    listed = reasons(document)
    for (way_name, name), (hits, count) in sorted(cells.items()):
        if hits < LEAST_CELL * count and (way_name, name) not in listed:
            yield f"{way_name}, {name}: {hits} of {count} found, and no reason is given"
    hits, count = (sum(cell[i] for cell in cells.values()) for i in (0, 1))
    if hits < LEAST_OF_ALL * count:
        yield f"{hits} of {count} values found, fewer than {LEAST_OF_ALL:.0%}"
    if re.sub(r"\d\.\d+|\d+", "", table(cells)) not in re.sub(r"\d\.\d+|\d+", "", document):
        yield "the document's table has other rows or columns: write it again with --write"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("gatepost")
    parser.add_argument("--check", metavar="DOCUMENT")
    parser.add_argument("--write", metavar="DOCUMENT")
    parser.add_argument("--misses", metavar="TEXT")
    arguments = parser.parse_args()
    cells, misses = measured(arguments.gatepost)
    if arguments.misses is not None:
        for cell, text, found in misses:
            if any(arguments.misses in name for name in cell):
                print(*cell, repr(text), found, sep="\t")
    elif arguments.check:
        with open(arguments.check, encoding="utf-8") as file:
            found_faults = list(faults(cells, file.read()))
        print("\n".join(found_faults) or table(cells).rsplit("\n", 1)[1])
        sys.exit(1 if found_faults else 0)
    elif arguments.write:
        with open(arguments.write, encoding="utf-8") as file:
            document = file.read()
        before, after = document.split(BEGIN)[0], document.split(END)[1]
        with open(arguments.write, "w", encoding="utf-8") as file:
            file.write(before + BEGIN + "\n" + table(cells) + "\n" + END + after)
    else:
        print(table(cells))


if __name__ == "__main__":
    main()
