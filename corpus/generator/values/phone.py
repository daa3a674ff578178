"""UK phone numbers, all from the ranges that Ofcom keeps for drama (ofcom.org.uk, "Telephone numbers for drama use")."""

from .writing import EN_DASH, NO_BREAK_SPACE, full_width, grouped

THREE_DIGIT_AREAS = ["113496", "114496", "115496", "116496", "117496", "118496", "121496", "131496", "141496", "151496",
                     "161496", "191498"]
TWO_DIGIT_AREAS = ["2079460", "2896496", "2920180"]


def _write(draw, national, sizes):
    """A number, its 0 left out, written in groups of `sizes`, of which the first counts the 0."""
    with_zero = "0" + national
    abroad = [sizes[0] - 1, *sizes[1:]]
    area, rest = with_zero[:sizes[0]], grouped(with_zero[sizes[0]:], sizes[1:])
    common = [f"{area} {rest}", with_zero, f"{area} {rest}", "+44 " + grouped(national, abroad), "+44" + national]
    odd = [grouped(with_zero, sizes, "-"), grouped(with_zero, sizes, "."), grouped(with_zero, sizes, NO_BREAK_SPACE),
           grouped(with_zero, sizes, EN_DASH), grouped(with_zero, sizes, "  "), "0044 " + grouped(national, abroad),
           "0044" + national, "+44 (0)" + grouped(national, abroad), "+44(0)" + national,
           "+44 (0) " + grouped(national, abroad), "44 " + grouped(national, abroad), "(+44) " + grouped(national, abroad),
           " ".join(with_zero), full_width(with_zero), "+44-" + grouped(national, abroad, "-"),
           "+44." + grouped(national, abroad, ".")]
    if sizes[0] > 2:  # what is written as an area of its own
        common.append(f"({area}) {rest}")
        odd += [f"{area}/{rest}", f"{area} - {rest}", f"({area}){rest}"]
    return draw.often(common, odd)


def mobile(draw):
    national = "7700900" + draw.digits(3)
    sizes = draw.of([[5, 6], [5, 6], [5, 3, 3], [5, 3, 3], [5, 2, 2, 2], [4, 3, 4], [3, 4, 4], [2, 3, 3, 3]])
    return _write(draw, national, sizes)


def landline(draw):
    kind = draw.below(10)
    if kind < 4:
        return _write(draw, "1632960" + draw.digits(3), draw.of([[5, 6], [5, 6], [5, 3, 3], [5, 2, 2, 2]]))
    if kind < 7:
        return _write(draw, draw.of(THREE_DIGIT_AREAS) + "0" + draw.digits(3), draw.of([[4, 3, 4], [4, 3, 4], [4, 7], [5, 6]]))
    return _write(draw, draw.of(TWO_DIGIT_AREAS) + draw.digits(3), draw.of([[3, 4, 4], [3, 4, 4], [3, 8], [4, 3, 4]]))


def write(draw):
    return mobile(draw) if draw.chance(65) else landline(draw)
