"""UK passport numbers, nine digits: those of GOV.UK's test features, and numbers that begin with 000, which are not issued."""

from .writing import grouped

PUBLISHED = ["824159121", "824159122"]


def write(draw):
    digits = draw.of(PUBLISHED) if draw.chance(60) else "000" + draw.digits(6)
    return draw.often([digits], [grouped(digits, [3, 3, 3]), grouped(digits, [3, 3, 3], "-")], 80)
