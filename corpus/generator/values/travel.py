"""Machine-readable zones (ICAO Doc 9303, TD3) of passports with the numbers of passport.py and the names of specimens."""

from .passport import PUBLISHED


def _check(text):
    values = {**{str(i): i for i in range(10)}, "<": 0, **{chr(65 + i): 10 + i for i in range(26)}}
    return str(sum(values[c] * (7, 3, 1)[i % 3] for i, c in enumerate(text)) % 10)


def mrz(draw):
    surname, given = draw.of([("EXAMPLE", "JO"), ("SPECIMEN", "ANGELA<ZOE"), ("BLOGGS", "SAM<LEE"), ("DOE", "MEGAN")])
    number = draw.of(PUBLISHED) if draw.chance(50) else "000" + draw.digits(6)
    birth = f"{draw.between(40, 99)}{draw.between(1, 12):02}{draw.between(1, 28):02}"
    expiry = f"{draw.between(27, 36)}{draw.between(1, 12):02}{draw.between(1, 28):02}"
    optional = "<" * 14 + "0"
    second = number + _check(number) + "GBR" + birth + _check(birth) + draw.of("MF<") + expiry + _check(expiry) + optional
    second += _check(second[:10] + second[13:20] + second[21:43])
    first = f"P<GBR{surname}<<{given}".ljust(44, "<")
    return draw.of([second, second, f"{first}\n{second}", f"{first} {second}"])
