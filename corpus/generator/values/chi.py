"""CHI numbers (Scotland): only the published test values, because none are reserved (Public Health Scotland, phsmethods)."""

from .writing import NO_BREAK_SPACE, grouped

PUBLISHED = ["0101011237", "0211165794", "0101336489", "1904851231", "2902960018", "0101201234"]


def write(draw):
    digits = draw.of(PUBLISHED)
    common = [digits, digits, grouped(digits, [6, 4])]
    odd = [grouped(digits, [3, 3, 4]), grouped(digits, [2, 2, 2, 4]), grouped(digits, [6, 4], "-"),
           grouped(digits, [6, 4], NO_BREAK_SPACE), grouped(digits, [2, 2, 2, 4], "-")]
    return draw.often(common, odd)
