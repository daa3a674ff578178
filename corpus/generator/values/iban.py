"""IBANs: those of registries' and manuals' examples, and valid ones of banks that do not exist. Check: ISO 13616, modulus 97."""

from .writing import NO_BREAK_SPACE, grouped

PUBLISHED = ["GB29NWBK60161331926819", "GB82WEST12345698765432", "GB33BUKB20201555555555", "GB94BARC10201530093459"]
NO_BANKS = ["WEST", "TEST", "DEMO", "XMPL"]


def made(draw):
    rest = draw.of(NO_BANKS) + "00" + draw.digits(12)
    number = int("".join(str(int(character, 36)) for character in rest + "GB00"))
    return f"GB{98 - number % 97:02}{rest}"


def write(draw):
    iban = draw.of(PUBLISHED) if draw.chance(40) else made(draw)
    fours = [4, 4, 4, 4, 4]
    common = [grouped(iban, fours), grouped(iban, fours), iban]
    odd = [iban.lower(), grouped(iban, fours, "-"), grouped(iban, fours, NO_BREAK_SPACE), grouped(iban, fours).lower(),
           grouped(iban, [2, 2, 4, 6, 8]), grouped(iban, [4, 4, 6, 8])]
    return draw.often(common, odd)
