"""Ways of writing a value so that a person reads it and a pattern does not.

Each takes a draw and the value, and gives the writing; None, or the value itself, where it is no way of writing such a value.
"""

import unicodedata

ENGLISH = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
WELSH = ["dim", "un", "dau", "tri", "pedwar", "pump", "chwech", "saith", "wyth", "naw"]
KEYCAP = "\ufe0f\u20e3"


def _each(value, change):
    return "".join(change(character) for character in value)


def _digits(zero, value):
    """Digits of the script whose zero it is."""
    return _each(value, lambda c: chr(zero + int(c)) if c.isdigit() else c)


def _letters_and_digits(upper, lower, zero, value):
    def change(c):
        if c.isdigit() and zero:
            return chr(zero + int(c))
        if c.isascii() and c.isupper():
            return chr(upper + ord(c) - ord("A"))
        if c.isascii() and c.islower():
            return chr(lower + ord(c) - ord("a"))
        return c

    return _each(value, change)


def _from_list(characters, value):
    return _each(value, lambda c: characters[int(c)] if c.isdigit() else c)


def _between(value, insert):
    """`insert()` between every two characters that are no space."""
    characters = [c for c in value if c != " "]
    return "".join(c + (insert() if i + 1 < len(characters) else "") for i, c in enumerate(characters))


def _inside(value, insert):
    """The same, spaces kept and nothing beside them."""
    out = ""
    for i, c in enumerate(value):
        out += c
        if c != " " and i + 1 < len(value) and value[i + 1] != " ":
            out += insert()
    return out


def _is_number(value):
    return sum(c.isdigit() for c in value) >= 6 and "@" not in value


def _compact(value):
    return "".join(c for c in value if c.isalnum() or c == "+")


def _groups(value):
    return "".join(c if c.isalnum() or c == "+" else " " for c in value).split()


def full_width(draw, value):
    return _each(value, lambda c: chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c)


def bold(draw, value):
    return _letters_and_digits(0x1D400, 0x1D41A, 0x1D7CE, value)


def double_struck(draw, value):
    return _letters_and_digits(0x1D5A0, 0x1D5BA, 0x1D7D8, value)  # its letters sans serif: the other kind has gaps


def monospace(draw, value):
    return _letters_and_digits(0x1D670, 0x1D68A, 0x1D7F6, value)


def circled(draw, value):
    digits = ["\u24ea", *(chr(0x2460 + i) for i in range(9))]
    return _letters_and_digits(0x24B6, 0x24D0, 0, _from_list(digits, value))


def black_circled(draw, value):
    return _from_list(["\u24ff", *(chr(0x2776 + i) for i in range(9))], value)


def superscript(draw, value):
    return _from_list("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", _compact(value)) if _is_number(value) else None


def subscript(draw, value):
    return _digits(0x2080, _compact(value)) if _is_number(value) else None


def keycaps(draw, value):
    return _each(value, lambda c: c + KEYCAP if c.isdigit() else c)


def spaced_keycaps(draw, value):
    return " ".join(c + KEYCAP if c.isdigit() else c for c in _compact(value)) if _is_number(value) else None


def arabic(draw, value):
    return _digits(0x0660, value)


def devanagari(draw, value):
    return _digits(0x0966, value)


def mixed_digits(draw, value):
    zeros = [0x30, 0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0xFF10, 0x1D7CE, 0x1D7F6]
    return _each(value, lambda c: chr(draw.of(zeros) + int(c)) if c.isdigit() else c)


LOOK_ALIKES = {**dict(zip("ABCEHIJKMNOPSTXYZ", "\u0410\u0412\u0421\u0415\u041d\u0406\u0408\u041a\u041c\u039d\u041e\u0420\u0405\u0422\u0425\u03a5\u0396")),
               **dict(zip("aceijopsxy", "\u0430\u0441\u0435\u0456\u0458\u043e\u0440\u0455\u0445\u0443"))}


def mixed_scripts(draw, value):
    return _each(value, lambda c: LOOK_ALIKES.get(c, c))


def small_capitals(draw, value):
    names = {}
    for c in "ABCDEFGHIJKLMNOPRSTUVWYZ":
        try:
            names[c.lower()] = unicodedata.lookup(f"LATIN LETTER SMALL CAPITAL {c}")
        except KeyError:
            continue
    return _each(value, lambda c: names.get(c, c))


def zero_width(draw, value):
    return _inside(value, lambda: draw.of(["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"]))


def soft_hyphens(draw, value):
    return _inside(value, lambda: "\u00ad")


def directions(draw, value):
    """Marks that turn the direction of text, closed again, or none to be seen."""
    return _inside(value, lambda: draw.of(["\u200e", "\u200f", "\u202d\u202c", "\u2066\u2069", "\u061c"]))


def struck_through(draw, value):
    return _each(value, lambda c: c + "\u0336" if c != " " else c)


def zalgo(draw, value):
    return _each(value, lambda c: c + "".join(chr(0x300 + draw.below(0x4F)) for _ in range(draw.between(2, 6))) if c != " " else c)


def entities(draw, value):
    return _each(value, lambda c: f"&#{ord(c)};")


def hex_entities(draw, value):
    return _each(value, lambda c: f"&#x{ord(c):04x};" if c.isalnum() else {"@": "&commat;", ".": "&period;"}.get(c, c))


def entities_twice(draw, value):
    return _each(value, lambda c: f"&amp;#{ord(c)};")


def percent(draw, value):
    return _each(value, lambda c: f"%{ord(c):02X}")


def percent_twice(draw, value):
    return _each(value, lambda c: f"%25{ord(c):02x}")


def escapes(draw, value):
    return _each(value, lambda c: f"\\u{ord(c):04x}")


def quoted_printable(draw, value):
    return _each(value, lambda c: f"={ord(c):02X}")


def _word(draw, words, digit):
    return draw.of(["zero", "oh"]) if words is ENGLISH and digit == "0" else words[int(digit)]


def _said(draw, value, words, joiner):
    if not _is_number(value):
        return None
    plain = _compact(value).replace("+", "")
    prefix = "+" if value.startswith("+") else ""
    return prefix + joiner.join(_word(draw, words, c) if c.isdigit() else c for c in plain)


def english_words(draw, value):
    return _said(draw, value, ENGLISH, " ")


def welsh_words(draw, value):
    return _said(draw, value, WELSH, " ")


def hyphened_words(draw, value):
    return _said(draw, value, ENGLISH, "-")


def run_together(draw, value):
    return _said(draw, value, ENGLISH, "") if _compact(value).replace("+", "").isdigit() else None


def doubles(draw, value):
    """As people dictate: "oh double seven oh", with a pause now and then."""
    if not _is_number(value):
        return None
    plain = _compact(value).replace("+", "")
    words = ["+"] if value.startswith("+") else []
    at = 0
    while at < len(plain):
        if not plain[at].isdigit():
            words.append(plain[at])
            at += 1
            continue
        same = 1
        while same < 3 and plain[at:at + same + 1] == plain[at] * (same + 1):
            same += 1
        word = _word(draw, ENGLISH, plain[at])
        words.append({1: "", 2: "double ", 3: "treble "}[same] + word + ("," if draw.chance(15) and at + same < len(plain) else ""))
        at += same
    return " ".join(words).replace("+ ", "+")


def some_words(draw, value):
    """Every second digit in words, or so."""
    if not _is_number(value):
        return None
    plain = _compact(value).replace("+", "")
    prefix = "+" if value.startswith("+") else ""
    shown = [_word(draw, ENGLISH, c) if c.isdigit() and i % 2 == 0 else c for i, c in enumerate(plain)]
    return prefix + " ".join(shown)


def at_dot_words(draw, value):
    return value.replace("@", " at ").replace(".", " dot ") if "@" in value else None


def at_dot_brackets(draw, value):
    at, dot = draw.of([("(at)", "(dot)"), ("[at]", "[dot]"), (" (at) ", " (dot) "), (" {at} ", " {dot} "), ("(a)", "."), (" [@] ", ".")])
    return value.replace("@", at).replace(".", dot) if "@" in value else None


def letter_o(draw, value):
    return value.replace("0", draw.of("Oo")) if _is_number(value) else None


def look_alike_letters(draw, value):
    """Two or three digits as letters that look like them, never all."""
    if not _is_number(value):
        return None
    letters = {"0": "Oo", "1": "lI", "5": "S", "8": "B"}
    places = [i for i, c in enumerate(value) if c in letters]
    chosen = {places[draw.below(len(places))] for _ in range(3)} if places else set()
    if len(chosen) == sum(c.isdigit() for c in value):
        return None
    return "".join(draw.of(letters[c]) if i in chosen else c for i, c in enumerate(value))


def spaces_between(draw, value):
    return _between(value, lambda: " ")


def asterisks_between(draw, value):
    return _between(value, lambda: "*")


def signs_between(draw, value):
    """Another sign each time."""
    return _between(_compact(value), lambda: draw.of(["*", "~", "|", "-", "_", "/", " ", ",", ":", "="])) if _is_number(value) else None


def emoji_between(draw, value):
    return _between(value, lambda: draw.of(["\U0001f600", "\u2728", "\U0001f44d\U0001f3fd", "\u27a1\ufe0f"]))


def a_line_each(draw, value):
    return _between(value, lambda: "\n")


def groups_on_lines(draw, value):
    groups = _groups(value)
    if len(groups) < 2 or "@" in value:
        return None
    return "\n".join(groups)


def broken_once(draw, value):
    """A line break anywhere inside, as on a narrow note; an address breaks behind its @."""
    if "@" in value:
        return value.replace("@", "@\n")
    places = [i for i in range(2, len(value) - 1) if value[i - 1].isdigit() and value[i].isdigit()]
    at = draw.of(places)
    return value[:at] + "\n" + value[at:]


def signs_between_groups(draw, value):
    groups = _groups(value)
    if len(groups) < 2 or not _is_number(value):
        return None
    return draw.of([" | ", " * ", "~", " \u2022 ", "...", " \u2728 "]).join(groups)


def fillers_between_groups(draw, value):
    groups = _groups(value)
    if len(groups) < 2 or not _is_number(value):
        return None
    return draw.of([" then ", " and then ", ", then ", " um ", " dash "]).join(groups)


def plain(draw, value):
    return value


# kind, what it is called, the way
WAYS = [
    ("plain", "as it is", plain),
    ("characters", "full width", full_width),
    ("characters", "mathematical bold", bold),
    ("characters", "double-struck digits, sans serif", double_struck),
    ("characters", "monospace", monospace),
    ("characters", "in circles", circled),
    ("characters", "in black circles", black_circled),
    ("characters", "superscript", superscript),
    ("characters", "subscript", subscript),
    ("characters", "keycaps", keycaps),
    ("characters", "keycaps, spaced", spaced_keycaps),
    ("characters", "Arabic digits", arabic),
    ("characters", "Devanagari digits", devanagari),
    ("characters", "digits of mixed scripts", mixed_digits),
    ("characters", "Cyrillic and Greek letters", mixed_scripts),
    ("characters", "small capitals", small_capitals),
    ("marks", "zero-width characters between", zero_width),
    ("marks", "soft hyphens between", soft_hyphens),
    ("marks", "direction marks between", directions),
    ("marks", "struck through", struck_through),
    ("marks", "piles of marks (Zalgo)", zalgo),
    ("encoded", "HTML entities", entities),
    ("encoded", "HTML entities, hexadecimal and named", hex_entities),
    ("encoded", "HTML entities, twice", entities_twice),
    ("encoded", "percent-encoding", percent),
    ("encoded", "percent-encoding, twice", percent_twice),
    ("encoded", r"\u escapes", escapes),
    ("encoded", "quoted-printable", quoted_printable),
    ("in words", "English", english_words),
    ("in words", "Welsh", welsh_words),
    ("in words", "English, hyphened", hyphened_words),
    ("in words", "English, run together", run_together),
    ("in words", "doubles and trebles, with pauses", doubles),
    ("in words", "every second digit", some_words),
    ("in words", "“at” and “dot”", at_dot_words),
    ("in words", "“(at)” and “[dot]”", at_dot_brackets),
    ("look-alikes", "O for 0", letter_o),
    ("look-alikes", "two or three of O l I S B", look_alike_letters),
    ("apart", "a space between all", spaces_between),
    ("apart", "* between all", asterisks_between),
    ("apart", "another sign between all", signs_between),
    ("apart", "emoji between all", emoji_between),
    ("apart", "a character a line", a_line_each),
    ("broken", "a group a line", groups_on_lines),
    ("broken", "a line break anywhere", broken_once),
    ("broken", "odd signs between groups", signs_between_groups),
    ("broken", "words between groups", fillers_between_groups),
]
