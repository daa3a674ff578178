#!/usr/bin/env python3
"""check_posts.py LABELLED: no two posts are the same, both halves and languages have their share, and no template is in both halves."""

import json
import sys
from collections import Counter, defaultdict

COMMONEST = """phone email nino postcode nhs_number date_of_birth address person_name sort_code bank_account payment_card driving_licence
passport vehicle_mark utr council_tax_account iban chi_number pupil_number crime_reference""".split()
GROUPS = {"replies": 1000, "services": 300}


def count(posts):
    labels, halves, templates = Counter(), Counter(), defaultdict(set)
    for post in posts:
        for label in post["labels"]:
            labels[label["pattern"]] += 1
            halves[label["pattern"], post["split"]] += 1
            templates[label["pattern"]].add(post["origin"])
    return labels, halves, templates


def faults(posts):
    if len({post["id"] for post in posts}) < len(posts):
        yield "two posts have one id"
    if len({json.dumps([post.get("text"), post.get("fields")]) for post in posts}) < len(posts):
        yield "two posts are the same"
    splits = defaultdict(set)
    for post in posts:
        splits[post["origin"]].add(post["split"])
    yield from (f"{origin} is in both halves" for origin, its in splits.items() if len(its) > 1)
    # Those that patterns were tuned to and weights learned from come on top of the two halves.
    halved = [post for post in posts if not post["origin"].startswith("tuned_")]
    if sum(post["language"] == "cy" for post in halved) < len(halved) * 0.19:
        yield "less than a fifth is Welsh"
    labels, halves, templates = count(halved)
    for pattern, number in labels.items():
        is_common = pattern.removeprefix("uk.") in COMMONEST
        if number < (800 if is_common else 100) or len(templates[pattern]) < (25 if is_common else 6):
            yield f"{pattern} has {number} labels of {len(templates[pattern])} templates"
        if halves[pattern, "held"] < number * 0.3 or halves[pattern, "train"] < number * 0.3:
            yield f"one half has less than a third of {pattern}"
    groups = Counter(post.get("group") for post in posts)
    yield from (f"group {name} has {groups[name]} posts" for name, least in GROUPS.items() if groups[name] < least)
    if sum(groups[name] for name in ("events", "roadworks", "schools")) < 500:
        yield "there are fewer than 500 posts of events, roadworks and schools"
    if sum(not post["labels"] and "group" not in post for post in posts) < 10000:
        yield "there are fewer than 10,000 plain clean posts"
    if len(halved) < 35000 or len(posts) < 40000:
        yield "there are fewer than 40,000 posts, or 35,000 of them in the two halves"


def main():
    with open(sys.argv[1], encoding="utf-8") as stream:
        posts = [json.loads(line) for line in stream]
    found = list(faults(posts))
    for fault in found:
        print(f"{sys.argv[1]}: {fault}", file=sys.stderr)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
