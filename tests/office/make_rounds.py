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


RUBRIC = """kompass: rubric/1
id: delad
title: Delad
areas:
  - {id: "1", title: Ett, max: 60, questions: [{id: "1.1", title: A}, {id: "1.2", title: B}]}
  - {id: "2", title: Två, max: 40}
"""
ITEMS = """findings:
  "1":
    improvements: [{id: F1, text: Förslag om en fråga, questions: ["1.2", "1.1"]}, Förslag om området]
    partial: [{text: Om ett annat område, questions: ["2"]}]
"""


def rounds_with_items(folder):
    """Items about questions that no round shows, about those that only one does, and about areas."""
    answers = {2018: "total: {points: 40}", 2020: "total: {points: 50}", 2022: '"1": {points: 30}',
               2024: '"1.1": {points: 20}, "1.2": n/a, "2": {points: 1}'}
    (folder / "rubrics").mkdir(parents=True, exist_ok=True)
    (folder / "rubrics" / "delad.yaml").write_text(RUBRIC, encoding="utf-8")
    for year, given in answers.items():
        (folder / f"r{year}.yaml").write_text(
            f"kompass: evaluation/1\nid: r{year}\nrubric: delad\nunit: {{name: K}}\nyear: {year}\n"
            f"answers: {{{given}}}\n{ITEMS}", encoding="utf-8")
    paths = [str(folder / f"r{year}.yaml") for year in answers]
    return ["items-hidden " + " ".join(paths[:2]), "items-depths " + " ".join(paths)]


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
    lines += rounds_with_items(folder / "items")
    (folder / "cases").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
