"""E-mail addresses of people at domains that RFC 2606 and RFC 6761 reserve."""

FIRST = ["jo", "sam", "sian", "rhys", "gwen", "priya", "ahmed", "kasia", "owain", "margaret", "dave", "angharad", "tom"]
LAST = ["bloggs", "example", "evans", "oneil", "williams", "khan", "nowak", "ap-rhys", "doe", "griffiths"]
DOMAINS = ["example.com", "example.com", "example.org", "example.net", "mail.example.com", "post.example", "cartref.example",
           "home.example.org", "sub.domain.example.net"]


def write(draw):
    first, last, domain = draw.of(FIRST), draw.of(LAST), draw.of(DOMAINS)
    common = [f"{first}.{last}@{domain}", f"{first}{last}@{domain}", f"{first}{draw.digits(2)}@{domain}",
              f"{first}_{last}@{domain}", f"{first[0]}.{last}@{domain}"]
    odd = [f"{first}.{last}@{domain}".upper(), f"{first.title()}.{last.title()}@{domain.title()}",
           f"{first}.{last}+council@{domain}", f"{first[0]}.o'neil@{domain}", f"{first[0]}@{domain}", f"{draw.digits(5)}@{domain}",
           f"_{first}_@{domain}", f"{first}-{last}@{domain}", f"{first}.{last}.{draw.between(1940, 2009)}@{domain}",
           f"{first[0]}.{draw.of('abc')}.{last}@{domain}"]
    return draw.often(common, odd)
