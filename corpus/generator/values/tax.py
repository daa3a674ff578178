"""References of HM Revenue and Customs: published ones of HMRC's test code, and made ones with the check digit of the published rule,
with offices (000) and numbers (000…) that are not given out. Checks: hmrc/reference-checker (Apache-2.0)."""

from .writing import NO_BREAK_SPACE, grouped

UTRS = ["2234567890", "1097172564", "2108834503", "1955839661"]
LETTERS = "ABCDEFGHXJKLMNYPQRSTZVW"


def _utr_check(nine):
    total = sum(int(digit) * weight for digit, weight in zip(nine, [6, 7, 8, 9, 10, 5, 4, 3, 2]))
    return "21987654321"[total % 11]


def utr(draw):
    rest = "000" + draw.digits(6)
    number = draw.of(UTRS) if draw.chance(30) else _utr_check(rest) + rest
    common = [number, number, grouped(number, [5, 5])]
    odd = [number + "K", "K" + number, grouped(number, [5, 5], "-"), grouped(number, [5, 5], NO_BREAK_SPACE), grouped(number, [3, 3, 4]),
           grouped(number, [2, 4, 4]), grouped(number, [4, 3, 3]), grouped(number, [5, 5], "  ")]
    return draw.often(common, odd, 80)


def vat(draw):
    if draw.chance(40):
        digits = draw.of(["980780684", "101747641", "101747696"])
    else:
        seven = "000" + draw.digits(4, "123456789")
        total = sum(int(digit) * weight for digit, weight in zip(seven, range(8, 1, -1)))
        digits = f"{seven}{-total % 97:02}"
    common = ["GB" + digits, "GB " + grouped(digits, [3, 4]), grouped(digits, [3, 4]), digits]
    return draw.often(common, ["gb" + digits, "GB-" + digits, "GB " + digits, "XI " + digits, grouped(digits, [3, 3, 3])], 80)


def paye(draw):
    office = "000" if draw.chance(80) else "120"
    rest = draw.of(["AB" + draw.digits(5), "A" + draw.digits(4), "ZZ" + draw.digits(4), "XY" + draw.digits(3) + "A"])
    if office == "120":
        rest = "AB12345"
    return draw.often([f"{office}/{rest}"], [f"{office} / {rest}", f"{office}/{rest.lower()}", f"{office} {rest}"], 80)


def accounts_office(draw):
    office, seven = "000", "000" + draw.digits(4)
    last = draw.of("0123456789X")
    values = {"P": 48, "X": 41}
    total = sum((values[c] if c in values else int(c)) * weight
                for c, weight in zip(office + "P0" + seven + last, [9, 10, 11, 12, 0, 8, 7, 6, 5, 4, 3, 2, 1]))
    made = office + "P" + LETTERS[total % 23] + seven + last
    number = draw.of(["853PW0076584X", "123PF00045678"]) if draw.chance(30) else made
    return draw.often([number, number], [grouped(number, [3, 2, 7]), number.lower(), grouped(number, [3, 2, 8])], 75)


def sdlt(draw):
    nine = "000" + draw.digits(6)
    total = sum(int(digit) * weight for digit, weight in zip(nine, [6, 7, 8, 9, 10, 5, 4, 3, 2]))
    number = f"{nine}M{LETTERS[total % 23]}"
    return draw.often([number, number], [number.lower(), grouped(number, [9, 2]), grouped(number, [3, 3, 3, 2])], 75)


def temporary(draw):
    number = draw.of(["11A11111", f"00{draw.of('ABCHJK')}{draw.digits(5)}"])
    return draw.often([number, grouped(number, [2, 2, 2, 2])], [number.lower(), grouped(number, [2, 2, 2, 2]).lower()], 75)
