"""Postcodes that deliver nowhere.

Of districts that no area has (the areas are real ones, the districts missing from the list of those in use), of Aberdeen's old AB1,
which ended in 1996, of AA, which is no area, and ZZ99, the statistical offices' code for an unknown address.
"""

from .writing import NO_BREAK_SPACE

DISTRICTS = ["CF1", "CF9", "CF18", "SA21", "SA30", "LL50", "LL79", "NP2", "NP14", "SY26", "LD9", "CH9", "BS12", "BS47", "B22", "B39",
             "M10", "M36", "LS30", "EX25", "PL36", "NE14", "SO1", "PO23", "EH50", "BT50", "RG3", "DE16", "AB1", "AA1", "AA9A"]
INWARD_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"


def write(draw):
    outward, inward = draw.of(DISTRICTS), draw.digits(1) + draw.of(INWARD_LETTERS) + draw.of(INWARD_LETTERS)
    if draw.chance(5):
        outward, inward = "ZZ99", "9ZZ"
    common = [f"{outward} {inward}", f"{outward} {inward}", f"{outward} {inward}", outward + inward, f"{outward} {inward}".lower()]
    odd = [(outward + inward).lower(), f"{outward}  {inward}", outward + NO_BREAK_SPACE + inward,
           outward.title() + " " + inward.lower()]
    return draw.often(common, odd, 80)
