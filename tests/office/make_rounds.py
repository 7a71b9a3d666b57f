#!/usr/bin/python3
"""Random rounds of municipalities, with rubrics and crosswalks, each to become a comparison's workbook.

    tests/office/make_rounds.py FOLDER COUNT

Writes FOLDER/cases: a line a workbook, "NAME ARGUMENTS...".
"""

import os
import random
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "oracle"))
import gen_compare  # noqa: E402


def main(arguments):
    if len(arguments) != 2:
        print(__doc__.split("\n\n")[1].strip(), file=sys.stderr)
        return 2
    folder, lines = Path(arguments[0]).resolve(), []
    for index in range(int(arguments[1])):
        case = gen_compare.make_case("workbooks", index)
        own = folder / f"{index:04}"
        case.write(own)
        paths = random.Random(index).sample(case.paths, len(case.paths))
        options = [str(own / word) if (own / word).exists() else str(word) for word in case.arguments]
        lines.append(" ".join([f"rounds-{index:04}", *options, *(str(own / path) for path in paths),
                               "--lang", ("sv", "nb", "en")[index % 3]]))
    (folder / "cases").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
