"""How each identifier is written: WRITERS[id](draw) is one value, in one of the ways people write it.

One file an identifier. Values are made by the published rule, never from a pattern's regex, and are reserved, published or of
ranges never issued; each file says which.
"""

from . import (bank, card_security_code, chi, date_of_birth, driving_licence, email, iban, imei, nhs, nino, passport,
               payment_card, phone, postcode)

WRITERS = {
    "uk.bank_account": bank.account,
    "uk.card_security_code": card_security_code.write,
    "uk.chi_number": chi.write,
    "uk.date_of_birth": date_of_birth.write,
    "uk.driving_licence": driving_licence.write,
    "uk.email": email.write,
    "uk.iban": iban.write,
    "uk.imei": imei.write,
    "uk.nhs_number": nhs.write,
    "uk.nino": nino.write,
    "uk.passport": passport.write,
    "uk.payment_card": payment_card.write,
    "uk.phone": phone.write,
    "uk.postcode": postcode.write,
    "uk.sort_code": bank.sort_code,
}
