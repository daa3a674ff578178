"""Odd ways of writing that hold for any number."""

FULL_WIDTH = str.maketrans({chr(c): chr(c + 0xFEE0) for c in range(0x30, 0x3A)})
NO_BREAK_SPACE = "\u00A0"
EN_DASH = "\u2013"


def full_width(text):
    """Digits as East Asian keyboards give them."""
    return text.translate(FULL_WIDTH)


def grouped(text, sizes, separator=" "):
    """`text` in groups of these sizes; what is over is a last group."""
    groups, at = [], 0
    for size in sizes:
        groups.append(text[at:at + size])
        at += size
    groups.append(text[at:])
    return separator.join(group for group in groups if group)
