"""Home Office documents and references: the specimen of the Home Office's leaflet, the Legal Aid Agency's dummy number, and numbers
that begin with zeros. Share codes hold for 90 days; these were never given."""

from .writing import grouped

SHARE = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def residence_permit(draw):
    number = draw.of(["ZW9005196", f"ZZ0{draw.digits(6)}", f"ZZX{draw.digits(6)}"])
    return draw.often([number, number], [number.lower(), grouped(number, [2, 7]), grouped(number, [3, 3, 3])], 80)


def share_code(draw):
    code = draw.of("WRS") + "".join(draw.of(SHARE) for _ in range(8))
    if not any(character.isdigit() for character in code):
        code = code[:4] + "7" + code[5:]
    return draw.often([grouped(code, [3, 3, 3]), code], [grouped(code, [3, 3, 3], "-"), code.lower(), grouped(code, [3, 3, 3]).lower()], 80)


def home_office(draw):
    unique = draw.of(["A0000000", f"{draw.of('ABCDEKLMPRS')}000{draw.digits(4)}"])
    return draw.of([unique, unique, f"{unique}/{draw.between(1, 4)}", f"GWF000{draw.digits(6)}", f"GWF0{'00'}{draw.digits(6)}",
                    f"3434-0000-{draw.digits(4)}-{draw.digits(4)}", f"IHS000{draw.digits(6)}", unique.lower()])
