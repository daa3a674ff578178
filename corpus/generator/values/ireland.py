"""Irish identifiers: PPS numbers of manuals' examples and made ones that begin with 0000, with the check letter of the Department of Social
Protection; the Eircode of Eircode's own guide, since none is reserved."""

from .writing import grouped


def ppsn(draw):
    digits, second = "0000" + draw.digits(3), draw.of(["", "A", "A", "W", "H"])
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(8, 1, -1)))
    total += 9 * (0 if second in ("", "W") else ord(second) - 64)
    number = draw.of(["1234567T", "1234567FA"]) if draw.chance(30) else digits + "WABCDEFGHIJKLMNOPQRSTUV"[total % 23] + second
    return draw.often([number, number], [number.lower(), f"{number[:7]} {number[7:]}", grouped(number, [4, 3, 2])], 80)


def eircode(draw):
    return draw.often(["A65 F4E2", "A65 F4E2", "A65F4E2"], ["a65 f4e2", "A65-F4E2", "a65f4e2", "A65  F4E2"], 70)
