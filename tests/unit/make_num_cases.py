#!/usr/bin/env python3
"""Writes tests/unit/num_cases.inc: random cases for test_num.c, with the results that Python's fractions compute.

    tests/unit/make_num_cases.py            write the file
    tests/unit/make_num_cases.py --check    exit 1 unless the file is what would be written

The cases are random but always the same: they come from a generator of its own (SplitMix64), not from one that
a new Python may change.
"""
import sys
from fractions import Fraction
from pathlib import Path

TARGET = Path(__file__).with_name("num_cases.inc")
MASK = 2**64 - 1


class SplitMix64:
    """Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014."""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, n):
        value = 0
        for _ in range(n.bit_length() // 64 + 2):  # far more bits than needed: the bias does not matter here
            value = value << 64 | self.next()
        return value % n

    def pick(self, items):
        return items[self.below(len(items))]


random = SplitMix64(2010)


def whole():
    """Of any size, and often at an edge of 64 bits."""
    edge = random.pick([2**31, 2**32, 2**53, 2**62, 2**63, 2**64, 10**15, 10**18])
    kind = random.below(10)
    if kind < 3:
        return random.below(1000)
    if kind < 5:
        return random.below(10**9)
    if kind < 7:
        return max(0, edge - 2 + random.below(5))
    if kind < 9:
        return random.below(2**63)
    return random.below(10**26)


def number():
    n, d = whole(), whole() or 1
    if random.below(4) == 0:
        d = random.pick([1, 2, 3, 4, 5, 7, 8, 10, 20, 25, 100, 300, 1000])
    return Fraction(-n if random.below(3) == 0 else n, d)


def exact(x):
    return str(x)  # "3", "-1/3"


def half_away(x, decimals):
    """x * 10^decimals, rounded half away from zero to a whole number."""
    scaled = abs(x) * 10**decimals
    whole_part = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return -whole_part if x < 0 else whole_part


def fixed(x, decimals):
    scaled = half_away(x, decimals)
    digits = str(abs(scaled)).rjust(decimals + 1, "0")
    text = digits if decimals == 0 else f"{digits[:-decimals]}.{digits[-decimals:]}"
    return "-" + text if scaled < 0 else text


def digits(x, significant):
    if x == 0:
        return "0"
    exponent = 0
    while abs(x) >= Fraction(10) ** (exponent + 1):
        exponent += 1
    while abs(x) < Fraction(10) ** exponent:
        exponent -= 1
    decimals = significant - 1 - exponent
    if decimals >= 0:
        text = fixed(x, decimals)
        return text.rstrip("0").rstrip(".") if "." in text else text
    return str(half_away(x / 10**-decimals, 0) * 10**-decimals)


def call(macro, *arguments):
    """One row; where it would be too long, a line for each argument."""
    text = f"{macro}({', '.join(arguments)})"
    if len(text) > 110:
        text = f"{macro}(" + (",\n" + " " * (len(macro) + 1)).join(arguments) + ")"
    return text


def quoted(text):
    return f'"{text}"'


def arithmetic():
    x, y = number(), number()
    if random.below(8) == 0:
        y = x  # equal, and differences and quotients that vanish
    rows = [
        call("SUM", *map(quoted, (exact(x), exact(y), exact(x + y)))),
        call("DIFFERENCE", *map(quoted, (exact(x), exact(y), exact(x - y)))),
        call("PRODUCT", *map(quoted, (exact(x), exact(y), exact(x * y)))),
        call("ORDER", quoted(exact(x)), quoted(exact(y)), str((x > y) - (x < y))),
    ]
    if y:
        rows.append(call("QUOTIENT", *map(quoted, (exact(x), exact(y), exact(x / y)))))
    return rows


def texts():
    x, decimals, significant = number(), random.below(19), 1 + random.below(18)
    if random.below(3) == 0:  # exactly between two texts, or a hair beside
        x = Fraction(2 * whole() + 1, 2 * 10**decimals) + random.pick([0, 0, Fraction(1, 10**30), -Fraction(1, 10**30)])
    return [
        call("FIXED", quoted(exact(x)), str(decimals), quoted(fixed(x, decimals))),
        call("DIGITS", quoted(exact(x)), str(significant), quoted(digits(x, significant))),
    ]


def doubles():
    x = number()
    if random.below(2) == 0:  # exactly between two doubles, or so little beside it that 53 more bits do not tell
        x = Fraction(2**53 + 2 * random.below(2**52) + 1) + random.pick([0, Fraction(1, 2**70), -Fraction(1, 2**70)])
    return [call("DOUBLE", quoted(exact(x)), float(x).hex())]


def cases():
    lines = ["/* Written by make_num_cases.py; do not edit. */"]
    for make, count in ((arithmetic, 120), (texts, 150), (doubles, 80)):
        for _ in range(count):
            lines += make()
    return "\n".join(lines) + "\n"


def main():
    text = cases()
    if sys.argv[1:] == ["--check"]:
        if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text:
            sys.exit(f"{TARGET}: not what {Path(__file__).name} writes; run it")
    else:
        TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
