"""Security codes of payment cards: any three digits, beside a card number that is published for tests."""


def write(draw):
    return draw.digits(3)
