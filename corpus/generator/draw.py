"""Random draws that are the same in every version of Python."""

import hashlib


class Draw:
    """A stream of draws that `seed`, a text, determines; `language` is that of the text drawn for."""

    def __init__(self, seed, language):
        self.language = language
        self._seed = seed.encode()
        self._blocks = 0
        self._bits = 0
        self._count = 0

    def below(self, limit):
        """A whole number from 0 to limit - 1. The bias, of 64 bits, is too small to matter."""
        if self._count == 0:
            block = hashlib.sha256(self._seed + b"/%d" % self._blocks).digest()
            self._bits, self._count, self._blocks = int.from_bytes(block, "big"), 4, self._blocks + 1
        word = self._bits & (1 << 64) - 1
        self._bits, self._count = self._bits >> 64, self._count - 1
        return word % limit

    def between(self, first, last):
        return first + self.below(last - first + 1)

    def of(self, things):
        return things[self.below(len(things))]

    def chance(self, percent):
        return self.below(100) < percent

    def digits(self, count, first="0123456789"):
        """So many digits, the first of them one of `first`."""
        return "".join(self.of(first if i == 0 else "0123456789") for i in range(count))

    def often(self, common, odd, percent=70):
        """One of `common` in so many of a hundred draws, else one of `odd`."""
        return self.of(common if self.chance(percent) else odd)
