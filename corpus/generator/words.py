"""Words that fill a template and are nobody's data: WORDS[name](draw)."""

from .names import FIRST, STREETS, SURNAMES, TOWNS

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
PLACES = {
    "en": ["the library", "the leisure centre", "the civic centre", "the market hall", "the town hall", "the community centre",
           "the bus station", "Example Park", "the sports hall", "the arts centre", "the swimming pool", "St Mary's church hall",
           "the recycling centre", "Riverside School", "the health centre", "the job centre"],
    "cy": ["y llyfrgell", "y ganolfan hamdden", "y ganolfan ddinesig", "neuadd y farchnad", "neuadd y dref",
           "y ganolfan gymunedol", "yr orsaf fysiau", "Parc Enghraifft", "y neuadd chwaraeon", "y pwll nofio", "neuadd yr eglwys",
           "Ysgol Glan-yr-afon", "y ganolfan iechyd"],
}
EVENTS = {
    "en": ["spring fair", "craft market", "tea dance", "farmers' market", "carol concert", "book swap", "fun run", "jobs fair", "beer festival", "bonfire night",
           "repair café", "charity quiz", "open day", "dog show", "beach clean", "youth disco", "Remembrance service", "seed swap", "coffee morning", "summer reading party"],
    "cy": ["ffair wanwyn", "farchnad grefftau", "twmpath", "cyngerdd carolau", "ras hwyl", "ffair swyddi", "noson dân gwyllt", "caffi trwsio", "cwis elusennol",
           "diwrnod agored", "eisteddfod", "bore coffi", "gymanfa ganu"],
}
WORKS = {
    "en": ["resurfacing", "gas main replacement", "a burst water main", "fibre broadband works", "drain repairs", "tree felling", "a new crossing", "bridge repairs",
           "kerb works", "a film shoot", "line painting", "street light repairs"],
    "cy": ["gwaith ail-wynebu", "gwaith ar y brif bibell nwy", "pibell ddŵr wedi byrstio", "gwaith band eang", "trwsio draeniau", "torri coed", "croesfan newydd",
           "trwsio'r bont", "gwaith ar y goleuadau stryd"],
}
SCHOOLS = {
    "en": ["Riverside Primary", "St Paul's CE School", "Example High School", "Millbrook Infants", "Ysgol y Bryn", "Oak Lane Nursery", "The Grange Academy"],
    "cy": ["Ysgol Glan-yr-afon", "Ysgol y Bryn", "Ysgol Gyfun Enghraifft", "Ysgol Feithrin y Dderwen", "Ysgol Santes Fair"],
}
JOBS = {
    "en": ["Library Assistant", "School Cook", "Refuse Driver (HGV)", "Social Worker", "Planning Officer", "Lifeguard", "Teaching Assistant", "Care Worker",
           "Benefits Officer", "Grounds Person", "Data Analyst", "Crossing Patrol"],
    "cy": ["Cynorthwyydd Llyfrgell", "Cogydd Ysgol", "Gyrrwr Lori", "Gweithiwr Cymdeithasol", "Swyddog Cynllunio", "Achubwr Bywyd", "Cynorthwyydd Dysgu"],
}
EMOJI = ["\U0001F642", "\U0001F602", "\U0001F44F", "\U0001F389", "\U0001F622", "\U0001F3F4\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F",
         "\U0001F64F", "\U0001F621", "\u2764\uFE0F", "\U0001F44D\U0001F3FD", "\U0001F4DE", "\u267B\uFE0F"]


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
    "name": lambda draw: draw.of(FIRST),
    "surname": lambda draw: draw.of(SURNAMES),
    "street": lambda draw: draw.of(STREETS[draw.language]),
    "event": lambda draw: draw.of(EVENTS[draw.language]),
    "works": lambda draw: draw.of(WORKS[draw.language]),
    "school": lambda draw: draw.of(SCHOOLS[draw.language]),
    "job": lambda draw: draw.of(JOBS[draw.language]),
    "town": lambda draw: draw.of(TOWNS[draw.language]),
    "initials": lambda draw: draw.of("ABCDEGHJKLMNPRSTW") + draw.of("BCDEGHJLMPRSTW"),
    "word": lambda draw: draw.of({"en": ["bins", "recycling", "roads", "events", "jobs", "schools", "parks", "libraries", "budget"],
                                  "cy": ["biniau", "ailgylchu", "ffyrdd", "digwyddiadau", "swyddi", "ysgolion"]}[draw.language]),
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
    "fee": lambda draw: draw.of([f"£{draw.between(1, 60)}", f"£{draw.between(1, 30)}.{draw.of(['50', '20', '95', '75'])}", f"{draw.between(50, 99)}p"]),
    "price": lambda draw: draw.of([f"£{draw.between(1, 900)}", f"£{draw.between(1, 99)}.{draw.digits(2)}",
                                   f"£{draw.between(1, 99)},{draw.digits(3)}", f"£{draw.between(1, 40)}.{draw.digits(1)}m"]),
    "emoji": lambda draw: draw.of(EMOJI),
}
