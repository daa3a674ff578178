"""References of councils. No format of them is published, so they are digits by chance, in the lengths that councils' web pages show,
beginning with zeros, or with a five or more and zeros, as the ranges of none that is known do."""

from .writing import grouped


def council_tax_account(draw):
    number = draw.of(["5000", "7000", "8000", "0000", "4000"]) + draw.digits(draw.of([4, 5, 5, 6]))
    if draw.chance(15):
        number = number[:8] + draw.of("ABCDX")
    return draw.often([number, number], [grouped(number, [4, 4]), grouped(number, [3, 3, 4]), grouped(number, [4, 4], "-"), number.lower()], 85)


def benefit_reference(draw):
    digits = draw.of(["00", "000"]) + draw.digits(6)
    return draw.of([digits, digits, "HB" + digits, f"CTR/{digits}", f"HB/{digits[:7]}", f"UC-{digits}", f"{digits}B"])


def blue_badge(draw):
    code = "00" + draw.of("ABCDEFGHJKLMNPQRSTUVWXYZ") + draw.digits(3)
    return draw.often([code, f"{draw.of('ZX')}{draw.of('ZX')}0{draw.of('ABCDEF')}{draw.digits(2)}"], [code.lower()], 90)


def elector_number(draw):
    district = draw.of(["XY", "ZZ", "XZ", "QX", "ZA"])
    number = draw.between(1, 2400)
    return draw.of([f"{district}1-{number}", f"{district}-{number}", f"{district} {number}", f"{district}2/{number}", f"{district}1-{number}/0",
                    f"{district}{number}"])
