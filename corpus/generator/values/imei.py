"""IMEIs: the example that GSM documentation and Wikipedia print."""

from .writing import grouped

PUBLISHED = "490154203237518"


def write(draw):
    return draw.of([PUBLISHED, grouped(PUBLISHED, [2, 6, 6]), grouped(PUBLISHED, [8, 6], "-")])
