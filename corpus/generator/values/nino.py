"""National Insurance numbers whose two letters HMRC's manual NIM39110 allows and HMRC has not given out.

The letters are those missing from the list by which HMRC's own reference checker (Apache-2.0) accepts prefixes.
"""

from .writing import EN_DASH, NO_BREAK_SPACE, grouped

PREFIXES = ["BN", "WX", "TJ", "GX", "XP", "ZN", "AC", "AG", "AJ", "BC", "BJ"]
SUFFIXES = "ABCD"


def write(draw):
    number = draw.of(PREFIXES) + draw.digits(6) + draw.of(SUFFIXES)
    pairs = [2, 2, 2, 2, 1]
    common = [grouped(number, pairs), grouped(number, pairs), number, number.lower(), grouped(number, [2, 6, 1])]
    odd = [grouped(number, pairs).lower(), grouped(number, pairs, "-"), grouped(number, pairs, "."),
           grouped(number, pairs, NO_BREAK_SPACE), grouped(number, pairs, EN_DASH), grouped(number, [2, 3, 3, 1]),
           grouped(number, [2, 7]), grouped(number, pairs, "  "), " ".join(number), number[:2] + " " + number[2:8] + number[8],
           grouped(number, pairs, "/"), number[:8], grouped(number[:8], [2, 2, 2])]
    return draw.often(common, odd)
