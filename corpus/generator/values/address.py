"""Where somebody lives, from the flat or house to the street; streets, numbers and names of houses put together by chance.

Town and postcode are no part of it: the town is no street's in particular, and the postcode is an identifier of its own.
"""

from ..names import HOUSES, SHORT_STREETS, STREETS


def _shortened(street):
    first, _, last = street.rpartition(" ")
    return f"{first} {SHORT_STREETS[last]}" if last in SHORT_STREETS else street


def write(draw):
    street, house = draw.of(STREETS[draw.language]), draw.between(1, 240)
    flat = {"en": ["Flat", "Flat", "Apt", "Apartment", "Unit"], "cy": ["Fflat", "Fflat", "Flat"]}[draw.language]
    common = [f"{house} {street}"] * 5 + [f"{house} {_shortened(street)}", f"{draw.of(flat)} {draw.between(1, 30)}, {house} {street}"]
    odd = [f"{house}{draw.of('abc')} {street}", f"{house}, {street}", f"{house} {street.lower()}", f"{house} {_shortened(street).lower()}",
           f"{draw.of(flat).lower()} {draw.between(1, 9)} {house} {street.lower()}", f"{house}-{house + 2} {street}",
           f"{draw.of(HOUSES[draw.language])}, {street}", f"No. {house} {street}", f"{house} {street.upper()}",
           f"{draw.of(flat)} {draw.between(1, 9)}{draw.of('AB')}, {draw.of(HOUSES[draw.language])}, {house} {street}"]
    return draw.often(common, odd)
