"""Payment cards: the test numbers that payment providers publish."""

from .writing import EN_DASH, NO_BREAK_SPACE, full_width, grouped

PUBLISHED = ["4242424242424242", "4111111111111111", "4012888888881881", "5555555555554444", "5105105105105100",
             "2223003122003222", "2223000048400011", "378282246310005", "371449635398431", "6011111111111117",
             "3530111333300000", "36259600000004", "4444333322221111", "4462030000000000", "6759649826438453",
             "6240008631401148"]


def write(draw):
    digits = draw.of(PUBLISHED)
    sizes = [4, 4, 4] if len(digits) == 16 else [4, 6]
    common = [grouped(digits, sizes), grouped(digits, sizes), digits, grouped(digits, sizes, "-")]
    odd = [grouped(digits, sizes, "."), grouped(digits, sizes, "  "), grouped(digits, sizes, NO_BREAK_SPACE),
           grouped(digits, sizes, EN_DASH), grouped(digits, sizes, " - "), " ".join(digits), grouped(digits, [8, 8]),
           grouped(digits, [4, 4, 4]), full_width(digits)]
    return draw.often(common, odd)


def security_code(draw):
    """By chance: without its card a code opens nothing."""
    return draw.digits(3) if draw.chance(90) else draw.digits(4)
