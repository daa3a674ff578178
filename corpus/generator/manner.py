"""The manner in which people write: what they say before and after, what they shorten, mistype and leave out.

in_manner(text, template, draw) changes the words of a template and leaves its marks as they are. What it adds is nobody's data, and is the same
for templates of both halves.
"""

import re
import unicodedata

OPENERS = {
    ("en", "inbound"): ["Hi,", "Hello,", "hiya,", "Hi there,", "Good morning,", "Afternoon all,", "Evening,", "Dear Sir/Madam,", "To whom it may concern,",
                        "@examplecouncil", "@examplecouncil hi,", "Not sure if this is the right place but", "Sorry to bother you again.",
                        "Me again.", "Following up on my last message:", "As discussed on the phone,", "ok so", "Hello?? Anyone there?", "Quick one:",
                        "URGENT.", "Right,", "Please help.", "Replying to your message,", "Second time of asking.", "Hi team,", "Hey,", "As requested:",
                        "Sorry for the long message.", "Could somebody pass this on?", "Long time follower, first time poster."],
    ("cy", "inbound"): ["Helo,", "Shwmae,", "S'mae,", "Bore da,", "Prynhawn da,", "Noswaith dda,", "Annwyl Syr/Madam,", "@cyngor_enghraifft",
                        "Sori i'ch poeni eto.", "Fi eto.", "Yn dilyn fy neges ddiwethaf:", "Cwestiwn cyflym:", "BRYS.", "Ddim yn siŵr ai dyma'r lle, ond",
                        "Plis helpwch.", "Haia,", "Iawn, te.", "Fel y gofynnwyd:", "Yr ail dro i mi ofyn."],
    ("en", "own"): ["UPDATE:", "REMINDER:", "\U0001F4E2", "Please share:", "ICYMI:", "News:", "Good morning!", "Just in:", "Heads up:", "\U0001F6A8", "Today:", "\U0001F4C5"],
    ("cy", "own"): ["DIWEDDARIAD:", "NODYN ATGOFFA:", "\U0001F4E2", "Rhannwch:", "Newyddion:", "Bore da!", "Heddiw:", "\U0001F4C5"],
    ("en", "repost"): ["Sharing:", "RT @example.transport:", "From our partners:", "Worth a read:", "Via our neighbours:"],
    ("cy", "repost"): ["Rhannu:", "RT @cyngor_enghraifft:", "Gan ein partneriaid:", "Gwerth ei ddarllen:"],
}
BESIDES = {
    ("en", "inbound"): ["I've been on hold for {number} minutes.", "This is the third time I've asked.", "I work nights so mornings are best.",
                        "The website kept timing out.", "Your chat bot was no use.", "My neighbour said to write here.", "I don't do online forms.",
                        "I sent this by post as well.", "It's been going on since {month}.", "I'm not very good with computers.", "They said {number} days. It's been {number}.",
                        "I can't get through on the phone.", "The kids are off school and I can't come in.", "You wrote to me on {date}.",
                        "I pay my council tax like everyone else.", "I came in to {place} on {day} and was told to post it here.", "No rush, just want it on record.",
                        "Honestly it's been a nightmare.", "The lady on the desk was lovely by the way.", "I've got the letter in front of me.",
                        "My daughter normally does this for me.", "Is this page private?", "I'll be away from {date}.", "Still nothing as of {day}."],
    ("cy", "inbound"): ["Dwi wedi bod yn aros {number} munud ar y ffôn.", "Dyma'r trydydd tro i mi ofyn.", "Dwi'n gweithio nosweithiau.", "Roedd y wefan yn rhewi o hyd.",
                        "Dwedodd fy nghymydog am ysgrifennu yma.", "Mae hyn yn digwydd ers mis {month}.", "Dwi ddim yn dda gyda chyfrifiaduron.",
                        "Ysgrifennoch chi ataf ar {date}.", "Galwais i mewn i {place} {day}.", "Dim brys.", "Mae'r llythyr o 'mlaen i.", "Bydda i i ffwrdd o {date}.",
                        "Dwi'n talu fy nhreth gyngor fel pawb arall.", "Ydy'r dudalen yma'n breifat?", "Does neb yn ateb."],
    ("en", "reply"): ["We're sorry for the wait.", "We know how frustrating this is.", "The team is back at {time}.", "You don't need to do anything else.", "It can take up to {number} days.",
                      "If you'd rather talk to someone, come to {place}.", "We've made a note on your case.", "Please don't post anything else here, everyone can see it.",
                      "We'll be in touch by {day}.", "This has been passed to the right team."],
    ("cy", "reply"): ["Mae'n ddrwg gennym am yr oedi.", "Bydd y tîm yn ôl am {time}.", "Does dim angen i chi wneud dim byd arall.", "Gall gymryd hyd at {number} diwrnod.",
                      "Rydym wedi gwneud nodyn ar eich achos.", "Peidiwch â rhoi dim byd arall yma, mae pawb yn gallu ei weld.", "Byddwn mewn cysylltiad erbyn {day}."],
}
CLOSERS = {
    ("en", "inbound"): ["Thanks", "thanks in advance", "Thx", "ta", "Many thanks, {name}", "Cheers {emoji}", "{emoji}", "Please sort it out.", "Kind regards, {name}", "#fedup",
                        "Awaiting your reply.", "x", "!!", "Disgusted.", "Sent from my iPhone", "plz help", "Not happy.", "Thank you so much {emoji}", "Is anyone reading these?",
                        "Yours faithfully", "TIA", "Regards", "#examplecouncil #bins", "Any help appreciated.", "lol", "Can you confirm you got this?"],
    ("cy", "inbound"): ["Diolch", "diolch o flaen llaw", "Diolch yn fawr, {name}", "{emoji}", "Cofion, {name}", "Yn gywir", "Plis sortiwch e.", "Ydych chi wedi cael hwn?", "#cyngor",
                        "Ddim yn hapus.", "Diolch {emoji}", "x", "Hwyl", "Unrhyw help, plis."],
    ("en", "own"): ["#ExampleCouncil", "More on our website.", "https://example.gov.uk/news", "Please share.", "Thank you for your patience.", "{emoji}", "#YourCouncil #Community",
                    "\U0001F447", "Read more: https://example.gov.uk/{word}", "Cymraeg: @cyngor_enghraifft", "Sign up for our newsletter.", "#{word}"],
    ("cy", "own"): ["#CyngorEnghraifft", "Mwy ar ein gwefan.", "https://example.llyw.cymru/newyddion", "Rhannwch.", "Diolch am eich amynedd.", "{emoji}", "English: @examplecouncil",
                    "Cofrestrwch am ein cylchlythyr."],
    ("en", "reply"): ["Thanks, {name}", "^{initials}", "Let us know how you get on.", "Sorry again.", "Have a good day {emoji}", "Many thanks, the web team", "- {name}, customer services",
                      "Hope that helps!", "Thank you for getting in touch.", "{initials}"],
    ("cy", "reply"): ["Diolch, {name}", "^{initials}", "Rhowch wybod sut aiff hi.", "Ymddiheuriadau eto.", "Diolch am gysylltu.", "Gobeithio bod hynny'n helpu!", "Hwyl am y tro {emoji}"],
    ("en", "repost"): ["{emoji}", "Stay safe.", "Please share."],
    ("cy", "repost"): ["{emoji}", "Rhannwch.", "Byddwch yn ofalus."],
}
# Of a hundred posts of each kind, so many open, say something besides, and close in one of these ways.
OFTEN = {"inbound": (32, 24, 38), "own": (16, 0, 36), "reply": (0, 26, 36), "repost": (25, 0, 20)}
SHORT = [(r"\bplease\b", "pls"), (r"\byou\b", "u"), (r"\byour\b", "ur"), (r"\bbecause\b", "cos"), (r"\bthanks\b", "thx"), (r"\band\b", "&"), (r"\bnumber\b", "no"),
         (r"\bgoing to\b", "gonna"), (r"\bare\b", "r"), (r"\bsomeone\b", "sum1"), (r"\bappointment\b", "appt"), (r"\bcouncil\b", "cncl")]
SHORT_WELSH = [(r"\bdydw i ddim\b", "dwim"), (r"\bdwi'n\b", "dwin"), (r"\bos gwelwch yn dda\b", "plis"), (r"\brydw i\b", "dwi"), (r"\boes\b", "os"), (r"\bac\b", "a"), (r"\bdiolch\b", "dioch")]
MARK = re.compile(r"(\{[^}]*\}|\[[a-z]+\.[a-z0-9_]+\??: [^\]]*\]|<<[a-z_]+>>|@\S+|https?://\S+)")


def _on_words(text, change):
    """`change` made to what stands between the marks."""
    return "".join(part if i % 2 else change(part) for i, part in enumerate(MARK.split(text)))


def _without_accents(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _mistyped(draw):
    """Two neighbouring letters of a word changed about, one left out, or one typed twice."""
    def change(text):
        words = list(re.finditer(r"[a-z]{6,}", text))
        if not words:
            return text
        word = draw.of(words)
        at = word.start() + draw.between(1, len(word[0]) - 3)
        mistake = draw.of([text[at + 1] + text[at], text[at], text[at] * 2 + text[at + 1]])
        return text[:at] + mistake + text[at + 2:]
    return change


def _shortened(language, draw):
    def change(text):
        for long, short in SHORT if language == "en" else SHORT_WELSH:
            if draw.chance(50):
                text = re.sub(long, short, text)
        return text
    return change


def _carelessly(text, language, draw):
    if language == "cy" and draw.chance(30):
        text = _on_words(text, _without_accents)
    if draw.chance(15):
        text = _on_words(text, _shortened(language, draw))
    if draw.chance(15):
        text = _on_words(text, lambda words: re.sub("['\u2019]", "", words))
    if draw.chance(7):
        text = _on_words(text, _mistyped(draw))
    if draw.chance(14):
        text = _on_words(text, str.lower)
    elif draw.chance(3):
        text = _on_words(text, str.upper)
    return text


def in_manner(text, template, draw):
    voice = (template.language, template.kind)
    opens, besides, closes = OFTEN[template.kind]
    # A line of its own now and then; else the text runs on.
    gap = "\n" if draw.chance(12) else " "
    begun = text.startswith(("Hi ", "Hello", "Hiya", "Helo", "Thanks", "Diolch", "@", "RT ", "Sharing", "Rhannu"))
    if draw.chance(besides) and not text.endswith("…"):
        beside = draw.of(BESIDES[voice])
        ended = text if text[-1:] in ".!?)}" and not text.endswith("}") else text + "."
        text = f"{ended} {beside}" if begun or draw.chance(60) else f"{beside} {text}"
    if draw.chance(opens) and not begun:
        text = draw.of(OPENERS[voice]) + gap + text
    if draw.chance(closes):
        closer = draw.of(CLOSERS[voice])
        ended = text if text[-1:] in ".!?,)" or closer[0] in "#^{x!" or gap == "\n" else text + draw.of([".", ".", ",", ""])
        text = ended + gap + closer
    return _carelessly(text, template.language, draw) if template.kind == "inbound" else text
