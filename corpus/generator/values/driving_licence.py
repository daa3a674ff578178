"""GB driver numbers: DVLA's and GOV.UK One Login's specimens, and made ones of surnames that only examples have.

Five of the surname, filled with 9; the decade, the month (and 50 for women), the day and the year of birth; two initials or 9;
9; two letters of a secret check.
"""

from .writing import grouped

PUBLISHED = ["MORGA657054SM9IJ", "MORGA753116SM9IJ", "DECER607085K99AE", "DOE99802085J99FG", "PARKE710112PBFGA"]
SURNAMES = ["EXAMP", "SPECI", "DOE99", "SMPL9", "BLOGG"]
LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"


def made(draw):
    month = draw.between(1, 12) + (50 if draw.chance(50) else 0)
    birth = f"{draw.between(3, 9)}{month:02}{draw.between(1, 28):02}{draw.between(0, 9)}"
    initials = draw.of(LETTERS) + (draw.of(LETTERS) if draw.chance(70) else "9")
    return draw.of(SURNAMES) + birth + initials + "9" + draw.of(LETTERS) + draw.of(LETTERS)


def write(draw):
    number = draw.of(PUBLISHED) if draw.chance(40) else made(draw)
    common = [number, number, grouped(number, [5, 6, 5])]
    odd = [number.lower(), f"{number} {draw.between(10, 49)}", grouped(number, [5, 6, 3, 2]), grouped(number, [5, 6, 5], "-"),
           grouped(number, [5, 7, 4])]
    return draw.often(common, odd)


def northern_ireland(draw):
    """Eight digits: those of a GOV.UK test person, or beginning with 000."""
    return "55667789" if draw.chance(30) else draw.often(["000" + draw.digits(5)], ["000" + draw.digits(1) + " " + draw.digits(4)], 90)
