"""Twelve identifiers: values of the labelled corpus's kinds, in the two commonest writings, and sentences that people put them in.

All values are reserved, published or generated ones (corpus/README.md says of which sources).
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "corpus"))

from generator.values import bank, email, iban, nhs, nino, passport, payment_card, tax  # noqa: E402
from generator.values.writing import grouped  # noqa: E402


def _either(sizes, separator=" "):
    """Writes a value in groups or, in four of ten draws, without."""
    return lambda draw, value: value if draw.chance(40) else grouped(value, sizes, separator)


def _compact(value):
    return "".join(character for character in value if character.isalnum()).upper()


def _mobile(draw):
    return _either([5, 6])(draw, "07700900" + draw.digits(3))


def _landline(draw):
    if draw.chance(50):
        return _either([5, 6])(draw, "01632960" + draw.digits(3))
    return _either([3, 4, 4])(draw, draw.of(["02079460", "02920180", "02896496"]) + draw.digits(3))


def _abroad(draw):
    return "+44 7700 900" + draw.digits(3) if draw.chance(60) else "+447700900" + draw.digits(3)


def _card(draw):
    digits = draw.of([number for number in payment_card.PUBLISHED if len(number) == 16])
    return _either([4, 4, 4, 4])(draw, digits)


def _sort_code(draw):
    return grouped(_compact(bank.sort_code(draw)), [2, 2, 2], "-")


def _utr(draw):
    value = ""
    while len(value) != 10:
        value = _compact(tax.utr(draw))
    return _either([5, 5])(draw, value)


def _nino(draw):
    value = ""
    while len(value) != 9:
        value = _compact(nino.write(draw))
    return _either([2, 2, 2, 2, 1])(draw, value)


def _email(draw):
    first, last = draw.of(email.FIRST), draw.of([name for name in email.LAST if "-" not in name])
    mailbox = draw.of([f"{first}.{last}", f"{first}.{last}", f"{first}{last}", f"{first}.{last}{draw.digits(2)}"])
    return f"{mailbox}@{draw.of(['example.com', 'example.org', 'example.net', 'example.co.uk'])}"


PHONE_SENTENCES = ["my number is {}, ring after six", "You can get me on {} any time", "text me on {} please",
                   "Mum's number: {} if she is out", "fy rhif i yw {}, diolch"]

# name, pattern, a value, sentences
IDENTIFIERS = [
    ("mobile", "uk.phone", _mobile, PHONE_SENTENCES),
    ("landline", "uk.phone", _landline, PHONE_SENTENCES),
    ("+44", "uk.phone", _abroad, PHONE_SENTENCES),
    ("NHS", "uk.nhs_number", lambda draw: _either([3, 3, 4])(draw, nhs.number(draw)),
     ["my NHS number is {} if that helps", "NHS no: {} for the surgery", "it says {} under NHS number on the letter",
      "Her NHS number, {}, was on the form", "fy rhif GIG yw {}, diolch"]),
    ("NINO", "uk.nino", _nino,
     ["my national insurance number is {}, help", "NI number: {} please check", "NINO {} - why is it wrong",
      "National Insurance no. {}, thanks", "fy rhif Yswiriant Gwladol yw {}, diolch"]),
    ("card", "uk.payment_card", _card,
     ["my card is {}, it was refused", "card number {}, exp next year", "I paid with {}, my debit card",
      "the number on the card is {}, can you see it", "rhif fy ngherdyn yw {}, diolch"]),
    ("sort code", "uk.sort_code", _sort_code,
     ["my sort code is {} and the account 66374958", "sort code {}, account number 88837491", "Sort code: {} for account 63748472",
      "account 66374958 sort code {}, ok", "fy nghod didoli yw {}, rhif cyfrif 88837491"]),
    ("account", "uk.bank_account", lambda draw: draw.of(bank.PUBLISHED_ACCOUNTS) if draw.chance(50) else "000" + draw.digits(5, "123456789"),
     ["my account number is {}, pay it there", "account number {}, thanks", "bank account no: {}, for the refund",
      "pay it into my account, account number {}, ok", "rhif fy nghyfrif banc yw {}, diolch"]),
    ("UTR", "uk.utr", _utr,
     ["my UTR is {}, what now", "UTR number: {} for the return", "self assessment UTR {}, thanks",
      "unique taxpayer reference {}, please", "fy UTR yw {}, diolch"]),
    ("passport", "uk.passport", lambda draw: draw.of(passport.PUBLISHED) if draw.chance(40) else "000" + draw.digits(6),
     ["my passport number is {}, it is late", "passport no {}, where is it", "passport number: {}, thanks",
      "number on my passport is {}, help", "rhif fy mhasbort yw {}, diolch"]),
    ("IBAN", "uk.iban", lambda draw: _either([4, 4, 4, 4, 4, 2])(draw, iban.made(draw)),
     ["my IBAN is {}, pay there", "IBAN: {} for the transfer", "the IBAN {}, thanks", "send it to IBAN {}, ok",
      "fy IBAN yw {}, diolch"]),
    ("e-mail", "uk.email", _email,
     ["email me: {}, thanks", "my email is {}, write any time", "you can write to me: {}, ok", "his personal email: {}, try it",
      "fy e-bost yw {}, diolch"]),
]
