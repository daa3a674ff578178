"""IMEIs: the example of 3GPP's and the GSM Association's documents, which is no device's."""

from .writing import grouped

PUBLISHED = "490154203237518"


def write(draw):
    return draw.of([PUBLISHED, grouped(PUBLISHED, [2, 6, 6]), grouped(PUBLISHED, [8, 6], "-")])
