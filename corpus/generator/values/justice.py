"""References of police, prisons and courts: placeholders of the Ministry of Justice, and made ones of years to come (27–35) or, of
prisoners, with a first letter that is not in use. Check letters of PNC and CRO: Ministry of Justice, hmpps-prisoner-search."""

CHECK = "ZABCDEFGHJKLMNPQRTUVWXY"


def prison_number(draw):
    number = draw.of(["A1234AA", "A1234BC", f"{draw.of('XYZW')}{draw.digits(4)}{draw.of('ABCDEFGH')}{draw.of('ABCDEFGH')}"])
    return draw.often([number, number], [number.lower(), f"{number[:5]} {number[5:]}", f"{number[0]} {number[1:5]} {number[5:]}"], 80)


def pnc_id(draw):
    year, serial = draw.between(27, 35), draw.digits(7)
    number = f"{serial}{CHECK[int(f'{year:02}{serial}') % 23]}"
    short = number.lstrip("0") if len(number.lstrip("0")) > 4 else number
    return draw.of(["12/394773H", "03/11985X", f"{year}/{short}", f"20{year}/{number}", f"20{year}/{number}", f"20{year}/{number}".lower(),
                    f"{year}/{number}"])


def cro_number(draw):
    year, serial = draw.between(27, 35), draw.digits(6, "123456789")
    number = f"{serial}/{year}{CHECK[int(f'{year}{serial}') % 23]}"
    return draw.of(["29906/12J", number, number, number, number.lower()])


def court_case(draw):
    year, letters = draw.between(2027, 2029), draw.of(["BL", "CL", "KB", "PT"])
    return draw.of(["C01YX123", "000MC001", f"{letters}-{year}-{draw.digits(6)}", f"T{year}{draw.digits(4)}", f"ZE{year % 100}P{draw.digits(5)}",
                    f"2200{draw.digits(3)}/{year}", f"PA/0{draw.digits(4)}/{year}", f"UI-{year}-{draw.digits(6)}", "1500-0000-0000-0003",
                    f"000MC{draw.digits(3)}", f"A{draw.digits(2)}YX{draw.digits(3)}"])


def crime_reference(draw):
    year = draw.between(27, 35)
    month = draw.of(["JAN", "FEB", "MAR", "JUN", "OCT", "DEC"])
    common = [f"{draw.digits(7, '123456789')}/{year}", f"{draw.between(11, 59)}/{draw.digits(5)}/{year}", f"{year}{draw.digits(9, '0')}",
              f"{draw.between(11, 59)}{draw.digits(6)}/{year}", f"{draw.between(1000, 9999)}/{year}"]
    odd = [f"{draw.digits(4)}/{draw.between(1, 28):02}{month}{year}", f"CRI/{draw.digits(5)}/{year}", f"{draw.digits(4)} of {draw.between(1, 28)}/{draw.between(1, 12)}/{year}",
           f"{draw.digits(7)}-{year}", f"20{year}{draw.digits(6)}", f"{draw.of('BCDE')}{draw.digits(8)}"]
    return draw.often(common, odd, 75)
