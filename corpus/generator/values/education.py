"""Numbers of pupils and learners: those of manuals' examples, and made ones of local authority 999, which is none, or of learners' numbers
from 999 on. Checks: Department for Education, "Unique pupil numbers"; HESA, field ULN."""

from .writing import grouped

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def pupil_number(draw):
    digits = "999" + draw.digits(9)
    number = LETTERS[sum(int(digit) * weight for digit, weight in zip(digits, range(2, 14))) % 23] + digits
    number = draw.of(["B801200005001", "P207000016049"]) if draw.chance(20) else number
    common = [number, number, number.lower()]
    return draw.often(common, [grouped(number, [4, 3, 3, 3]), grouped(number, [1, 3, 4, 5]), grouped(number, [4, 4, 5]),
                               grouped(number, [1, 6, 6]), grouped(number, [1, 12])], 80)


def learner_number(draw):
    number = "9276308686" if draw.chance(20) else None
    while number is None:
        nine = "999" + draw.digits(6)
        rest = sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1))) % 11
        if rest != 0:
            number = nine + str(10 - rest)
    return draw.often([number, number], [grouped(number, [3, 3, 4]), grouped(number, [5, 5]), grouped(number, [4, 3, 3])], 80)
