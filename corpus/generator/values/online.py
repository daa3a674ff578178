"""Accounts and devices: accounts named after examples; addresses of RFC 5737, RFC 3849 and RFC 9542 for documentation; equipment numbers of
the test network 00101, and the GSM Association's example; SIM numbers of issuer 00. Check of the last two: ISO/IEC 7812."""

from .writing import grouped


def luhn_completed(digits):
    """`digits` and the check digit of ISO/IEC 7812."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return digits + str(-total % 10)


def social_handle(draw):
    name = draw.of(["jo", "sam", "sian", "priya", "kasia", "dave", "rhys"]) + draw.of(["_example", "bloggs", ".example", "_bloggs"]) + draw.of(["", draw.digits(2)])
    return draw.of([f"@{name}", f"@{name}", f"instagram.com/{name}", f"https://www.facebook.com/{name}", f"https://x.com/{name}", f"tiktok.com/@{name}",
                    f"@{name}@social.example", f"linkedin.com/in/{name.replace('_', '-').replace('.', '-')}", f"@{name.replace('_', '-').replace('.', '-')}.bsky.example"])


def ip_address(draw):
    hexes = [f"{draw.below(65536):x}" for _ in range(4)]
    return draw.of([f"{draw.of(['192.0.2', '198.51.100', '203.0.113'])}.{draw.between(1, 254)}"] * 4
                   + [f"2001:db8::{hexes[0]}", f"2001:db8:{hexes[0]}:{hexes[1]}::{hexes[2]}", f"2001:0DB8::{hexes[3].upper()}"])


def mac_address(draw):
    last = f"{draw.below(256):02X}"
    return draw.of([f"00-00-5E-00-53-{last}", f"00:00:5E:00:53:{last}", f"00:00:5e:00:53:{last.lower()}", f"0000.5e00.53{last.lower()}"])


def imei(draw):
    number = "490154203237518" if draw.chance(15) else luhn_completed("00101" + draw.digits(9))
    return draw.often([number, number], [grouped(number, [2, 6, 6]), grouped(number, [2, 6, 6], "-"), grouped(number, [6, 2, 6])], 80)


def iccid(draw):
    number = luhn_completed("894400" + draw.digits(draw.of([12, 13])))
    return draw.often([number, number], [grouped(number, [4, 4, 4, 4]), grouped(number, [2, 2, 4, 4, 4])], 75)
