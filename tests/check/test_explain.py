#!/usr/bin/python3
"""`kompass explain`: every code of catalogue.def is explained in all three languages; what is no code is refused.

KOMPASS names the program. Exit 0 or 1.
"""

import os
import re
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from support import KOMPASS, ROOT, Counts  # noqa: E402

LANGUAGES = {"en": "English", "sv": "Swedish", "nb": "Norwegian"}
EXAMPLES = {"en": ("Wrong:", "Right:"), "sv": ("Fel:", "Rätt:"), "nb": ("Feil:", "Riktig:")}
SHORTEST, LONGEST = 80, 640  # characters: two to about five sentences
COUNTS = Counts()
check = COUNTS.check


def explain(*arguments):
    return subprocess.run([KOMPASS, "explain", *arguments], capture_output=True, text=True, check=False)


def names(macro, file):
    with open(os.path.join(ROOT, "include", "kompass", file), encoding="utf-8") as table:
        return re.findall(rf"^{macro}\(([A-Z0-9_]*),(?: \"(KP\d+)\")?", table.read(), re.M)


def explanation(text, language):
    """What stands between the second line, the message, and the examples."""
    lines = text.splitlines()[2:]
    ends = [i for i, line in enumerate(lines) if line in EXAMPLES[language]]
    return "".join(lines[:ends[0]] if ends else lines)


def check_code(code):
    words = {}
    for language, name in LANGUAGES.items():
        done = explain(code, "--lang", language)
        words[language] = explanation(done.stdout, language)
        check(done.returncode == 0 and not done.stderr and done.stdout.startswith(f"{code} (") and words[language],
              f"{code}: no explanation in {name}")
        check(SHORTEST <= len(words[language]) <= LONGEST, f"{code}: the {name} explanation is too short or too long")
        wrong, right = (done.stdout.splitlines().count(word) for word in EXAMPLES[language])
        check(wrong == right <= 1, f"{code}: an example lacks its other half in {name}")
    # Norwegian is near to Swedish, but a text that is the same in both was not translated.
    check(len(set(words.values())) == len(words), f"{code}: the explanations are the same in two languages")


def main():
    catalogue = names("DIAG", "catalogue.def")
    codes = [code for _, code in catalogue]
    check(len(codes) > 100 and all(codes), "no codes were found in the catalogue")
    for code in codes:
        check_code(code)
    check([name for name, _ in names("EXPLAIN", "explanations.def")] == [name for name, _ in catalogue],
          "the explanations are not those of the catalogue, or in another order")
    for what, wrong in (("KP000", "KP000"), ("KP052, a code that there is not,", "KP052"), ("an empty code", ""),
                        ("a code with more behind it", "KP0101"), ("a word", "syntax")):
        done = explain(wrong)
        check(done.returncode == 2 and not done.stdout and done.stderr, f"{what} is explained")
    check(explain("kp067", "--lang", "en").stdout.startswith("KP067 "), "codes are not found in lower case")
    listed = re.findall(r"^(KP\d+) ", explain("--lang", "sv").stdout, re.M)
    check(sorted(listed) == sorted(codes), "explain alone does not list all codes")
    return COUNTS.finish()


if __name__ == "__main__":
    sys.exit(main())
