"""Numbers and points of places. Property numbers: from 99…, which authorities do not give, and 10 Downing Street's. Points: in the Irish Sea.
Grid references: by chance, near nobody that is known. Words: the documentation's, and threes of words by chance."""

from .writing import grouped

WORDS = ["filled", "count", "soap", "index", "home", "raft", "limit", "broom", "flip", "sample", "example", "tables", "lemon", "paper", "gravel",
         "window"]
SQUARES = ["ST", "SS", "SN", "SO", "SH", "SJ", "TQ", "NZ", "SE", "NT", "SV", "HU"]


def uprn(draw):
    digits = "100023336956" if draw.chance(10) else draw.of(["9999", "99990"]) + draw.digits(draw.of([6, 7, 8]))
    return draw.often([digits[:12]], [grouped(digits[:12], [4, 4, 4]), "0" * (12 - len(digits[:12])) + digits[:12]], 85)


def what3words(draw):
    words = ".".join(draw.of(WORDS) for _ in range(3)) if draw.chance(80) else "filled.count.soap"
    return draw.often([f"///{words}", f"///{words}"], [words, f"what3words.com/{words}", f"w3w.co/{words}", f"/// {words}", f"///{words.title()}"], 75)


def grid_reference(draw):
    letters, size = draw.of(SQUARES), draw.of([3, 3, 4, 5])
    east, north = draw.digits(size), draw.digits(size)
    return draw.of([f"{letters} {east} {north}", f"{letters} {east} {north}", f"{letters}{east}{north}", f"{letters}{east} {north}",
                    f"{letters} {east}{north}".lower()])


def coordinates(draw):
    north, west = f"53.{draw.between(70, 95)}{draw.digits(4)}", f"{draw.of(['4.7', '4.8', '4.9', '5.0'])}{draw.digits(4)}"
    return draw.of([f"{north}, -{west}", f"{north},-{west}", f"{north[:7]}, -{west[:6]}", f"geo:{north},-{west}", f"{north}N {west}W",
                    f"{north}° N, {west}° W", f"53°{draw.between(42, 57)}'{draw.between(10, 59)}\"N 4°{draw.between(42, 58)}'{draw.between(10, 59)}\"W",
                    f"{north} -{west}"])
