"""Sort codes and account numbers, of Vocalink's test cases ("Validating account numbers", chapter 3: examples only) or of
sort codes that begin with 00, which no bank has."""

from .writing import EN_DASH, NO_BREAK_SPACE, grouped

PUBLISHED_SORT_CODES = ["089999", "107999", "202959"]
PUBLISHED_ACCOUNTS = ["66374958", "88837491", "63748472"]


def sort_code(draw):
    digits = draw.of(PUBLISHED_SORT_CODES) if draw.chance(60) else "00" + draw.digits(4)
    common = [grouped(digits, [2, 2, 2], "-"), grouped(digits, [2, 2, 2], "-"), grouped(digits, [2, 2, 2]), digits]
    odd = [grouped(digits, [2, 2, 2], EN_DASH), grouped(digits, [2, 2, 2], NO_BREAK_SPACE), grouped(digits, [2, 2, 2], "."),
           grouped(digits, [2, 2, 2], " - "), grouped(digits, [2, 2, 2], "/")]
    return draw.often(common, odd, 80)


def account(draw):
    digits = draw.of(PUBLISHED_ACCOUNTS)
    return draw.often([digits], [grouped(digits, [4, 4]), grouped(digits, [2, 2, 2, 2]), grouped(digits, [4, 4], "-")], 80)


def bic(draw):
    """Of banks that do not exist."""
    code = draw.of(["WEST", "TEST", "DEMO", "XMPL"]) + "GB" + draw.of(["2L", "22", "2X", "21"])
    return draw.often([code, code + draw.of(["XXX", "123"])], [code.lower(), grouped(code, [4, 2, 2])], 85)
