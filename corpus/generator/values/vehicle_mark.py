"""Registration marks: DVLA's specimen, placeholders that are published, and marks of years to come (age identifiers 28–49 and 78–99,
which nobody has before 2028)."""

PUBLISHED = ["BD51SMR", "AB51ABC", "A123ABC", "ABC123A", "Q123ABC"]
AREAS = "ABCDEFGHKLMNOPRSVWY"
LETTERS = "ABCDEFGHJKLMNOPRSTUVWXYZ"


def _parts(draw):
    if draw.chance(15):
        mark = draw.of(PUBLISHED)
        return (mark[:-3], mark[-3:]) if mark != "ABC123A" else ("ABC", "123A")
    age = draw.between(28, 49) + (50 if draw.chance(50) else 0)
    area = draw.of(AREAS) + draw.of("ABCDEFGHJKLMNOPRSTUVWXY")
    return f"{area}{age}", "".join(draw.of(LETTERS) for _ in range(3))


def write(draw):
    first, last = _parts(draw)
    common = [f"{first} {last}", f"{first} {last}", first + last, f"{first} {last}".lower(), (first + last).lower()]
    odd = [f"{first}  {last}", f"{first}-{last}", f"{first}\u00A0{last}", f"{first.title()} {last}", f"{first[:2]} {first[2:]} {last}"]
    return draw.often(common, odd, 85)
