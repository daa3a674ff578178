"""NHS numbers of the test range, 999 and more, which is never issued. Check digit: NHS data dictionary, modulus 11."""

from .writing import EN_DASH, NO_BREAK_SPACE, full_width, grouped


def with_check_digit(nine):
    """The number that begins so; None if there is none."""
    check = -sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1))) % 11
    return None if check == 10 else nine + str(check)


def number(draw):
    found = None
    while found is None:
        found = with_check_digit("999" + draw.digits(6))
    return found


def write(draw):
    digits = number(draw)
    common = [grouped(digits, [3, 3, 4]), grouped(digits, [3, 3, 4]), digits, grouped(digits, [3, 3, 4], "-")]
    odd = [grouped(digits, [3, 3, 4], "."), grouped(digits, [3, 3, 4], "  "), grouped(digits, [3, 3, 4], NO_BREAK_SPACE),
           grouped(digits, [3, 3, 4], EN_DASH), grouped(digits, [3, 3, 4], " - "), " ".join(digits), grouped(digits, [5, 5]),
           grouped(digits, [3, 7]), grouped(digits, [4, 3, 3]), grouped(digits, [6, 4]), full_width(digits)]
    return draw.often(common, odd)


def health_and_care(draw):
    """Numbers of Northern Ireland's range from its top, where none has been given."""
    found = None
    while found is None:
        found = with_check_digit("39999" + draw.digits(4))
    return draw.often([grouped(found, [3, 3, 4]), grouped(found, [3, 3, 4]), found],
                      [grouped(found, [3, 3, 4], "-"), grouped(found, [3, 3, 4], "."), grouped(found, [5, 5])], 80)
