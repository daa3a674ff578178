"""Things that look like personal data and are not: LOOK_ALIKES[name](draw).

Ten digits begin with 5 or 9, and sixteen with 1 or 9, so that none is by chance an NHS number or a card that somebody has.
"""

from .values import postcode
from .values.nhs import with_check_digit
from .values.online import luhn_completed
from .values.writing import grouped


def ean_completed(digits):
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits)))
    return digits + str(-total % 10)


def _isbn_ten(draw):
    nine = draw.of("01") + draw.digits(8)
    check = sum(int(digit) * weight for digit, weight in zip(nine, range(1, 10))) % 11
    return nine + ("X" if check == 10 else str(check))


def _isbn(draw):
    long = ean_completed("978" + draw.digits(9))
    short = _isbn_ten(draw)
    return draw.of([long, grouped(long, [3, 1, 4, 4], "-"), grouped(long, [3, 1, 3, 5], " "), short, grouped(short, [1, 4, 4], "-")])


def _wrong_nhs(draw):
    """Ten digits that are no NHS number, because the last is another than it would have to be."""
    nine = draw.of(["943", "485", "401"]) + draw.digits(6)
    right = with_check_digit(nine)
    return nine + ("1" if right is None else str((int(right[-1]) + draw.between(1, 9)) % 10))


def _order(draw):
    return draw.of([draw.digits(8, "123456789"), draw.digits(9, "123456789"), draw.digits(10, "59"), draw.digits(12, "123456789"),
                    draw.digits(14, "12589"), draw.digits(16, "19"), "JD" + draw.digits(16, "19"), "INV-" + draw.digits(6),
                    "PO" + draw.digits(8), "FS-Case-" + draw.digits(9), grouped(draw.digits(10, "59"), [3, 3, 4], "-")])


def _planning(draw):
    year = draw.between(19, 26)
    return draw.of([f"{year}/{draw.digits(5)}/{draw.of(['FUL', 'HOU', 'OUT', 'LBC', 'TPO'])}", f"P/20{year}/{draw.digits(4)}",
                    f"DC/{year}/{draw.digits(5)}", f"20{year}{draw.digits(5)}PA", f"PL/20{year}/{draw.digits(4)}",
                    f"APP/{draw.of('ABCEGH')}{draw.digits(4)}/W/{year}/{draw.digits(7)}", f"{year}/{draw.digits(4)}"])


def _score(draw):
    return draw.of([f"{draw.below(5)}-{draw.below(5)}", f"{draw.between(3, 40)}-{draw.between(3, 40)}", "6-4 3-6 7-6 (7-5)",
                    f"{draw.between(100, 300)}-{draw.below(10)} (40 ov)"])


def _grid(draw):
    letters = draw.of(["ST", "SS", "SN", "SO", "SH", "SJ", "TQ", "NZ", "SE"])
    return draw.of([f"{letters} {draw.digits(3)} {draw.digits(3)}", f"{letters}{draw.digits(6)}", f"{letters} {draw.digits(4)} "
                    f"{draw.digits(4)}", f"51.{draw.digits(5)}, -3.{draw.digits(5)}"])


def _company(draw):
    return draw.of([draw.digits(8, "01"), "SC" + draw.digits(6), "OC" + draw.digits(6), draw.digits(7, "1")])


def _times(draw):
    return draw.of(["0715 0745 0815 0845 0915", "07:30 08:15 09:00 10:30", "0800-1600", "0900 – 1730", "10.15, 11.15, 12.15, 13.15",
                    "0712 1934 0758 2021", "0630-0930 and 1530-1830"])


def _dates(draw):
    month = draw.between(1, 12)
    first = draw.between(1, 14)
    return draw.of([f"{first:02}/{month:02}/2026 - {first + 7:02}/{month:02}/2026", f"{first:02}-{month:02}-26",
                    f"{first:02}.{month:02}.26 and {first + 14:02}.{month:02}.26", f"{first}/{month}, {first + 7}/{month}, {first + 14}/{month}",
                    f"2026-{month:02}-{first:02}"])


def _service(draw):
    return draw.of(["0300 123 4567", "0300 456 0100", "03000 123456", "0800 1111", "0808 157 0123", "0345 600 0723", "0300 303 0303",
                    "111", "101", "105", "116 123", "999", "0808 157 0199"])


def _mailbox(draw):
    role = draw.of({"en": ["info", "planning", "enquiries", "highways", "council.tax", "contact-us", "foi", "press", "recycling",
                           "housing.options", "no-reply", "customer.services", "libraries"],
                    "cy": ["gwybodaeth", "cynllunio", "ymholiadau", "priffyrdd", "treth.cyngor", "cysylltu", "ailgylchu",
                           "llyfrgell"]}[draw.language])
    return role + "@" + draw.of(["example.gov.uk", "council.example.gov.uk", "example.llyw.cymru", "example.gov.wales"])


def _roads(draw):
    return draw.of([f"M{draw.between(1, 9)} J{draw.between(1, 40)}", f"A{draw.between(10, 999)}", f"B{draw.digits(4, '34')}",
                    f"M4 J{draw.between(20, 49)} 2 lanes closed", f"A{draw.between(10, 99)} 4WD only", "M6 2ND exit"])


def _version(draw):
    return draw.of([f"v{draw.below(20)}.{draw.below(20)}.{draw.digits(2)}", f"Build {draw.digits(5, '1')}.{draw.digits(4)}", "iOS 17.4.1",
                    f"192.0.2.{draw.below(255)}", "ISO 27001", "BS 7666", "EN 50131"])


LOOK_ALIKES = {
    "order": _order,
    "planning": _planning,
    "isbn": _isbn,
    "ean": lambda draw: ean_completed("50" + draw.digits(10)),
    "ccd": lambda draw: grouped(luhn_completed(draw.of(["15", "16"]) + draw.digits(13)), [4, 4, 4], draw.of(["-", " ", ""])),
    "wrong_nhs": lambda draw: draw.of([str, lambda n: grouped(n, [3, 3, 4])])(_wrong_nhs(draw)),
    "uprn": lambda draw: "1000" + draw.digits(8),
    "venue_postcode": postcode.write,
    "score": _score,
    "grid": _grid,
    "company": _company,
    "vat": lambda draw: draw.of(["GB " + grouped(draw.digits(9, "9"), [3, 4]), "GB" + draw.digits(9, "9")]),
    "times": _times,
    "dates": _dates,
    "service": _service,
    "mailbox": _mailbox,
    "roads": _roads,
    "version": _version,
    "tracking": lambda draw: draw.of("RJ") + draw.of("BCN") + draw.digits(9) + "GB",
    "part": lambda draw: draw.of(["BN", "WX", "SM", "RTX", "KGN"]) + draw.of(["-", " ", ""]) + draw.digits(6),
    "handle": lambda draw: "@" + draw.of(["examplecouncil", "cyngor_enghraifft", "example.transport", "BBC.Example"]),
    "citizen": lambda draw: "@" + draw.of(["jo", "sam", "sian", "pat", "rhys", "kasia", "gwen", "big_dave", "mrs.b", "priya", "x_lowri_x"])
    + draw.of(["_example", "example", ".example", "_eg", "example_"]) + draw.of(["", draw.digits(2), draw.digits(4)]),
    "file": lambda draw: draw.of(["icon@2x.png", "logo@3x.jpg", "lodash@4.17.21", "report@final.docx"]),
    "outcode": lambda draw: draw.of(["CF10", "LL55", "SA1", "BS5", "M14", "E15", "NP20"]),
    "meter": lambda draw: draw.digits(5),
    "mpan": lambda draw: draw.digits(13, "1"),
    "fiction_date": lambda draw: f"{draw.between(1, 28)} {draw.of(['May', 'June', 'October'])} {draw.between(1800, 1945)}",
    "stock": lambda draw: draw.of(["GX1 4XL", "M8 x 40", "LR44", "CR2032", "A4 3UP", "N95 2PK", "SP800-132"]),
}
