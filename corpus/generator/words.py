"""Words that fill a template and are nobody's data: WORDS[name](draw)."""

MONTHS = {
    "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December"],
    "cy": ["Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd",
           "Rhagfyr"],
}
DAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "cy": ["dydd Llun", "dydd Mawrth", "dydd Mercher", "dydd Iau", "dydd Gwener", "dydd Sadwrn", "dydd Sul"],
}
NAMES = ["Jo", "Sam", "Siân", "Rhys", "Gwen", "Priya", "Ahmed", "Kasia", "Owain", "Margaret", "Dave", "Angharad", "Tom", "Mair"]
SURNAMES = ["Bloggs", "Example", "Evans", "Williams", "Khan", "Nowak", "Griffiths", "Doe", "Ap Rhys", "Patel"]
STREETS = {
    "en": ["High Street", "Station Road", "Mill Lane", "Church Street", "Park Avenue", "Bridge Street", "The Crescent",
           "Orchard Close", "Victoria Terrace"],
    "cy": ["Stryd Fawr", "Heol yr Orsaf", "Lôn y Felin", "Stryd yr Eglwys", "Ffordd y Parc", "Heol y Bont", "Maes Gwyn",
           "Rhodfa'r Môr"],
}
PLACES = {
    "en": ["the library", "the leisure centre", "the civic centre", "the market hall", "the town hall", "the community centre"],
    "cy": ["y llyfrgell", "y ganolfan hamdden", "y ganolfan ddinesig", "neuadd y farchnad", "neuadd y dref",
           "y ganolfan gymunedol"],
}
EMOJI = ["\U0001F642", "\U0001F64F", "\U0001F621", "\u2764\uFE0F", "\U0001F44D\U0001F3FD", "\U0001F4DE", "\u267B\uFE0F"]


def _time(draw):
    hour, minute = draw.between(7, 20), draw.of([0, 15, 30, 45])
    forms = [f"{hour:02}:{minute:02}", f"{hour}.{minute:02}", f"{hour % 12 or 12}{':%02d' % minute if minute else ''}"
             f"{'am' if hour < 12 else 'pm'}"]
    return draw.of(forms)


def _date(draw):
    day, month, year = draw.between(1, 28), draw.between(1, 12), draw.between(2025, 2027)
    name = MONTHS[draw.language][month - 1]
    return draw.of([f"{day} {name}", f"{day} {name} {year}", f"{day:02}/{month:02}/{year}", f"{day:02}.{month:02}.{year % 100}",
                    f"{draw.of(DAYS[draw.language])} {day} {name}"])


WORDS = {
    "name": lambda draw: draw.of(NAMES),
    "surname": lambda draw: draw.of(SURNAMES),
    "street": lambda draw: draw.of(STREETS[draw.language]),
    "place": lambda draw: draw.of(PLACES[draw.language]),
    "house": lambda draw: str(draw.between(1, 140)),
    "day": lambda draw: draw.of(DAYS[draw.language]),
    "month": lambda draw: draw.of(MONTHS[draw.language]),
    "date": _date,
    "time": _time,
    "hours": lambda draw: draw.of(["9am-5pm", "09:00-17:00", "0900-1700", "8.30am to 4.30pm", "10-4", "0800 – 1600"]),
    "year": lambda draw: str(draw.between(1950, 2026)),
    "years": lambda draw: draw.of(["2025-26", "2026/27", "2025/2026", "1974-1996"]),
    "number": lambda draw: str(draw.between(2, 99)),
    "big": lambda draw: f"{draw.between(1, 940):,},{draw.digits(3)}",
    "percent": lambda draw: f"{draw.between(1, 99)}.{draw.digits(1)}%",
    "price": lambda draw: draw.of([f"£{draw.between(1, 900)}", f"£{draw.between(1, 99)}.{draw.digits(2)}",
                                   f"£{draw.between(1, 99)},{draw.digits(3)}", f"£{draw.between(1, 40)}.{draw.digits(1)}m"]),
    "emoji": lambda draw: draw.of(EMOJI),
}
