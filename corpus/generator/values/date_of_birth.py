"""Days of birth of people between eight and ninety in 2026; of nobody, unless by chance."""

from ..words import MONTHS


def _ordinal(day):
    return str(day) + ("th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th"))


def write(draw):
    day, month, year = draw.between(1, 28), draw.between(1, 12), draw.between(1936, 2018)
    name = MONTHS[draw.language][month - 1]
    common = [f"{day:02}/{month:02}/{year}", f"{day}/{month}/{year}", f"{day} {name} {year}", f"{day:02}-{month:02}-{year}",
              f"{day:02}/{month:02}/{year % 100:02}"]
    odd = [f"{day:02}.{month:02}.{year}", f"{day}.{month}.{year % 100:02}", f"{year}-{month:02}-{day:02}",
           f"{day:02} {month:02} {year}", f"{day:02} / {month:02} / {year}"]
    if draw.language == "en":
        odd += [f"{_ordinal(day)} {name} {year}", f"{_ordinal(day)} of {name} {year}", f"{name} {day}, {year}",
                f"{day} {name[:3]} {year}", f"{day} {name[:3]} '{year % 100:02}"]
    else:
        odd += [f"{day} o {name} {year}"]
    return draw.often(common, odd)
