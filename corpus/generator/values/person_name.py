"""People's names, a first name and a surname put together by chance, as they are written of themselves and of others."""

from ..names import FIRST, SURNAMES, TITLES


def write(draw):
    first, last, title = draw.of(FIRST), draw.of(SURNAMES), draw.of(TITLES[draw.language])
    common = [f"{first} {last}"] * 5 + [f"{title} {first} {last}"]
    odd = [f"{title} {last}", f"{title} {first[0]} {last}", f"{title}. {last}", f"{first[0]}. {last}", f"{first.upper()} {last.upper()}",
           f"{first.lower()} {last.lower()}", f"{last}, {first}", f"{first} {draw.of('ABEJMRT')} {last}",
           f"{first} {draw.of(FIRST)} {last}", f"{last.upper()} {first}", f"{first} “{draw.of(['Taff', 'Baz', 'Mo', 'Dai'])}” {last}"]
    if draw.language == "cy":
        odd += [f"{first} ap {draw.of(['Gwilym', 'Dewi', 'Siôn'])}", f"{first} ferch {draw.of(['Gwilym', 'Dewi'])}"]
    return draw.often(common, odd, 80)
