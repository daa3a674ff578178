"""Reads files of templates, and of posts written by hand, which are templates that are used once.

    # a comment
    == en inbound           the language, and the kind of post, of the lines that follow
    == en own @events       and the group in which their posts are reported
    == en inbound !train    posts that have been tuned to: none of the section is held back
    Ring me on {uk.phone}   a template: one line
    ~uk.phone~ Open {hours} a hard negative, and what it imitates

Every second template of a section is held back (the second, the fourth … of the file's first section, the first, the third …
of its second), so that no template is in both halves. New ones go to the end of their section, and new sections to the end of the
file: then those that are there keep their half, and their posts.
"""

import re
from dataclasses import dataclass

HEADER = re.compile(r"== (en|cy) (own|reply|repost|inbound)(?: @([a-z ]+))?( !train)?$")
IMITATION = re.compile(r"~([a-z]+\.[a-z0-9_]+)~ ")


@dataclass(frozen=True)
class Template:
    origin: str
    language: str
    kind: str
    split: str
    imitates: str
    group: str
    text: str


def _half(number, is_tuned_to):
    return "train" if is_tuned_to or number % 2 else "held"


def read_templates(path):
    templates, counts, section, is_tuned_to = [], {}, None, False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("=="):
            header = HEADER.match(line)
            if not header:
                raise ValueError(f"{path}:{number}: a header is '== LANGUAGE KIND' and perhaps ' @GROUP' or ' !train'")
            section = tuple(part for part in header.groups()[:3] if part)
            is_tuned_to = bool(header[4])
            continue
        if section is None:
            raise ValueError(f"{path}:{number}: a template stands before the first header")
        counts[section] = counts.get(section, 0) + 1
        imitation = IMITATION.match(line)
        templates.append(Template(
            origin=f"{path.stem} {'-'.join(section)} {counts[section]}", language=section[0], kind=section[1],
            split=_half(counts[section] + list(counts).index(section), is_tuned_to), imitates=imitation[1] if imitation else "",
            group=section[2] if len(section) > 2 else "",
            text=line[imitation.end():] if imitation else line))
    return templates
