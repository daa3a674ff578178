"""Templates made posts: text with marks made text and labels.

    {uk.phone}          a value of that identifier, labelled      {uk.phone?}        labelled as optional
    [uk.phone: 07700 …] this value, labelled                      [uk.phone?: …]     labelled as optional
    {street}            a word that is nobody's data (words.py), or something that looks like data and is not (look_alikes.py)
    <<alt_text>>        what follows is another field of the post
    \\n                  a new line
"""

import re

from .draw import Draw
from .look_alikes import LOOK_ALIKES
from .manner import in_manner
from .values import WRITERS
from .words import WORDS

FILLERS = {**WORDS, **LOOK_ALIKES}
MARK = re.compile(r"\{(?P<filled>[a-z0-9_.]+)(?P<may>\??)\}|\[(?P<given>[a-z]+\.[a-z0-9_]+)(?P<might>\??): (?P<value>[^\]]*)\]")
FIELD = re.compile(r"\s*<<([a-z_]+)>>\s*")


# What one identifier's values are found as where a set has more than one pattern for them.
ALSO = {
    "uk.address": ["uk.house_name"],
    "uk.home_office_reference": ["uk.visa_application", "uk.unique_application_number"],
    "uk.person_name": ["uk.listed_name", "uk.signed_name", "uk.known_name"],
    # A whole address is shown with its postcode, and its advice covers it.
    "uk.postcode": ["uk.address", "uk.house_name"],
    "uk.social_handle": ["uk.email"],
    "uk.vehicle_mark": ["uk.vehicle_mark_older"],
}


class TemplateError(Exception):
    """A template that cannot be made a post; says which and why."""


def _expand(text, field, nth, draw):
    """The text without its marks, and its labels."""
    out, labels, at = "", [], 0
    for mark in MARK.finditer(text):
        out += text[at:mark.start()]
        at = mark.end()
        pattern = mark["filled"] or mark["given"]
        if mark["filled"] in FILLERS:
            out += FILLERS[pattern](draw)
            continue
        if pattern not in WRITERS:
            raise TemplateError(f"no value or word is called {pattern}")
        value = mark["value"] if mark["given"] else WRITERS[pattern](draw)
        label = {"pattern": pattern}
        if pattern in ALSO:
            label["also"] = ALSO[pattern]
        if field != "text" or nth:
            label.update(field=field, nth=nth)
        begin = len(out.encode())
        label.update(begin=begin, end=begin + len(value.encode()))
        if mark["may"] or mark["might"]:
            label["optional"] = True
        labels.append(label)
        out += value
    out += text[at:]
    if re.search(r"[{}]|\[[a-z]+\.", out):
        raise TemplateError(f"a mark is not closed or not known in: {out}")
    return out, labels


def make_post(template, row):
    """The record of one post; the same template and row always give the same."""
    draw = Draw(f"{template.origin}/{row}", template.language)
    text = template.text.replace("\\n", "\n")
    # The first row is the template as it was written.
    if row > 1:
        text = in_manner(text, template, Draw(f"{template.origin}/{row}/manner", template.language))
    parts = FIELD.split(text)
    fields, labels, counts = [], [], {}
    for kind, text in zip(["text", *parts[1::2]], parts[0::2]):
        nth = counts.get(kind, 0)
        counts[kind] = nth + 1
        plain, its_labels = _expand(text, kind, nth, draw)
        fields.append({"kind": kind, "text": plain})
        labels += its_labels
    record = {"id": f"{template.origin}/{row}", "kind": template.kind, "language": template.language, "split": template.split,
              "origin": template.origin}
    if template.imitates:
        record["hard_negative"] = template.imitates
    if template.group or template.imitates:
        record["group"] = template.group or f"like {template.imitates}"
    if len(fields) == 1:
        record["text"] = fields[0]["text"]
    else:
        record["fields"] = fields
    record["labels"] = labels
    return record
