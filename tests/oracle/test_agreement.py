#!/usr/bin/env python3
"""Property test: `score --audience team`, the key `agreement`, against the method's own words.

    test_agreement.py [--count N] [--seed TEXT] [--keep]

Krippendorff's alpha is computed here from the coincidence matrix, pair by pair, with the ordinal distance as a
sum over what lies between (Computing Krippendorff's Alpha-Reliability, 2011); the program goes by mean ranks.
Random cases are those of gen.py, which have up to four evaluators, values left out and "n/a" among them.
"""

import argparse
import itertools
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from fractions import Fraction
from pathlib import Path

sys.dont_write_bytecode = True
import gen  # noqa: E402
import oracle  # noqa: E402
import test_property  # noqa: E402



def units_of(text):
    """A word a unit, a digit an observer, "." for a value that is missing; "39x00" is 39 such units."""
    for word in text.split():
        times, _, unit = word.rpartition("x")
        yield from [unit] * int(times or 1)


def transposed(*observers):
    return ["".join(unit) for unit in zip(*observers)]


# Worked examples as they were printed: source, units, alpha. Where there are two values, ordinal alpha is nominal
# alpha, which the last source prints (its column for Hayes' macro; trailing zeros are left out there).
PUBLISHED = [
    ("Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, section A",
     transposed("0100000010", "1110010000"), "0.095"),
    ("the same, section D: four observers, missing values, ordinal",
     transposed("123321412...", "1233224125.3", ".3332342251.", "12332441251."), "0.815"),
    ("Hayes and Krippendorff, Answering the Call for a Standard Reliability Measure for Coding Data, Communication "
     "Methods and Measures 1(1), 2007, table 1: five observers, missing values, ordinal",
     units_of("112.2 1101. 2333. .00.0 000.0 000.0 102.1 1.20. 222.2 2111. .100. 0000. 1222. 33223 111.1 111.1 212.2 "
              "1233. 1101. 000.0 0011. 00.00 2333. 0000. 12.22 0111. 00010 1212. 1122. 112.2 110.0 2121. 22.22 3222. "
              "222.2 223.2 222.2 22.12 2222. 111.1"), "0.7598"),
    *((f"Freelon, ReCal, International Journal of Internet Science 5(1), 2010, tables 9 and 10: {name}", units_of(units),
       printed) for name, units, printed in (
           ("R2.02", "43x00 5x01 1x10 1x11", "0.1929"),
           ("R2.04", "39x00 1x01 2x10 8x11", "0.807"),
           ("R2.06", "10x00 1x01 9x11", "0.9023"),
           ("R2.10", "13x00 1x10 6x11", "0.8889"),
           ("R3.01, five observers", "7x00000 1x01100 1x10000 1x11111", "0.6354"),
           ("R3.02, three observers", "39x000 4x010 2x100 1x101 3x110 1x111", "0.341"),
           ("R3.03, three observers", "27x000 1x100", "0"),
           ("R3.06, three observers", "10x000 3x100 1x110 6x111", "0.7227"),
           ("R3.08, three observers", "48x000 1x100 1x111", "0.7449"))),
]


# --- Alpha -----------------------------------------------------------------------------------

def disagreements(units):
    """n x observed and n x expected disagreement on one scale, and the number of values; distances are
    shares of the greatest."""
    units = [unit for unit in units if len(unit) > 1]
    counts = Counter(value for unit in units for value in unit)
    total, order = sum(counts.values()), sorted(counts)
    if len(order) < 2:
        return Fraction(0), Fraction(0), total

    def distance(one, other):
        low, high = sorted((one, other))
        between = sum(counts[value] for value in order if low <= value <= high)
        return (between - Fraction(counts[low] + counts[high], 2)) ** 2

    greatest = distance(order[0], order[-1])
    observed = sum(distance(one, other) / (len(unit) - 1)
                   for unit in units for one, other in itertools.permutations(unit, 2) if one != other)
    expected = sum(counts[one] * counts[other] * distance(one, other)
                   for one, other in itertools.permutations(order, 2)) / (total - 1)
    return observed / greatest, expected / greatest, total


def alpha_of(scales):
    """Alpha over the units of each scale, and the number of values."""
    parts = [disagreements(units) for units in scales]
    expected = sum(part[1] for part in parts)
    values = sum(part[2] for part in parts)
    return (1 - sum(part[0] for part in parts) / expected if expected else None), values


# --- What an evaluation should give ----------------------------------------------------------

class Question:
    """A leaf with own values."""

    def __init__(self, index, area, leaf, scale_id, by):
        self.index, self.area, self.id, self.scale, self.by = index, area, leaf.id, scale_id, by
        self.numbers = [Fraction(value) for value in by.values() if value != "n/a"]
        scale = leaf.scale
        ladder = [Fraction(level["value"]) for level in scale] if isinstance(scale, list) else None
        self.steps = len(ladder) - 1 if ladder else 10
        if len(by) < 2:
            self.levels = None
        elif not self.numbers:
            self.levels = Fraction(0)
        elif len(self.numbers) < len(by):
            self.levels = Fraction(self.steps)
        else:
            ends = [place(value, ladder, scale) for value in (max(self.numbers), min(self.numbers))]
            self.levels = ends[0] - ends[1]

    def as_json(self):
        return {"id": self.id, "area": self.area, "scale": self.scale,
                "by": {one: "n/a" if value == "n/a" else Fraction(value) for one, value in self.by.items()},
                "levels": self.levels,
                "share": None if self.levels is None else self.levels / self.steps}


def place(value, ladder, scale):
    if ladder:
        return Fraction(ladder.index(value))
    low, high = Fraction(scale["min"]), Fraction(scale["max"])
    return (value - low) / (high - low) * 10


def questions_of(rubric, evaluation):
    """All leaves with own values, in document order."""
    scale_ids = {}

    def remember(nodes):
        for node in nodes:
            scale_ids[node["id"]] = node.get("scale")
            remember(node.get("questions", []))

    remember(rubric["areas"])
    found = []
    index = itertools.count()

    def walk(node, area):
        here = next(index)
        answer = evaluation.get("answers", {}).get(node.id)
        if isinstance(answer, dict) and answer.get("by"):
            found.append(Question(here, area, node, scale_ids[node.id], answer["by"]))
        for child in node.children:
            walk(child, area or child.id)

    walk(oracle.build_total(rubric), None)
    return found


def summary(questions, area=None):
    compared = [question for question in questions if question.levels is not None]
    scales = {question.scale for question in compared}
    alpha, values = alpha_of([[question.numbers for question in compared if question.scale == scale]
                              for scale in scales])
    count, exact = len(compared), sum(question.levels == 0 for question in compared)
    within = sum(question.levels <= 1 for question in compared)
    result = {} if area is None else {"id": area}
    result.update(n=count, exact=exact, within_one=within,
                  exact_percent=Fraction(100 * exact, count) if count else None,
                  within_one_percent=Fraction(100 * within, count) if count else None,
                  alpha=alpha, scale=scales.pop() if len(scales) == 1 else None, values=values)
    return result


def expected_of(case):
    questions = questions_of(case.rubric, case.evaluation)
    areas = [summary([q for q in questions if q.area == area["id"]], area["id"])
             for area in case.rubric["areas"]]
    scales = [summary([q for q in questions if q.scale == scale]) for scale in case.rubric.get("scales", {})]
    order = sorted(questions, key=lambda q: (q.levels is None, -(q.levels or 0),
                                             -(q.levels or 0) / q.steps, q.index))
    return {"total": summary(questions), "areas": [area for area in areas if area["n"]],
            "scales": [scale for scale in scales if scale["n"]],
            "questions": [question.as_json() for question in order]}


def differences(expected, actual, path):
    if isinstance(expected, dict) and isinstance(actual, dict) and list(expected) == list(actual):
        for key, value in expected.items():
            yield from differences(value, actual[key], f"{path}.{key}")
    elif isinstance(expected, list) and isinstance(actual, list) and len(expected) == len(actual):
        for place_, (one, other) in enumerate(zip(expected, actual)):
            yield from differences(one, other, f"{path}[{place_}]")
    elif isinstance(expected, (int, Fraction)) and isinstance(actual, test_property.JsonNumber):
        if abs(actual.value - expected) > abs(expected) * test_property.TOLERANCE:
            yield f"{path}: expected {expected}, got {actual.text}"
    elif expected != actual or isinstance(expected, (dict, list)):
        yield f"{path}: expected {test_property.readable(expected)}, got {test_property.readable(actual)}"


# --- The tests -------------------------------------------------------------------------------

def write_published(folder, number, units):
    """A question a unit, on one scale; an evaluator an observer."""
    observers = [f"O{k}" for k in range(len(units[0]))]
    values = sorted({value for unit in units for value in unit} - {"."})
    levels = "\n".join(f"    - {{value: {value}}}" for value in values)
    questions = "\n".join(f'      - {{id: "1.{k}", title: U, scale: s}}' for k in range(len(units)))
    (folder / "rubrics").mkdir(exist_ok=True)
    (folder / "rubrics" / f"p{number}.yaml").write_text(
        f'kompass: rubric/1\nid: p{number}\ntitle: P\nscales:\n  s:\n{levels}\n'
        f'areas:\n  - id: "1"\n    title: A\n    max: 100\n    questions:\n{questions}\n', encoding="utf-8")
    answers = "\n".join(f'  "1.{k}": {{by: {{{", ".join(f"{o}: {v}" for o, v in zip(observers, unit) if v != ".")}}}}}'
                        for k, unit in enumerate(units))
    path = folder / f"e{number}.yaml"
    path.write_text(f"kompass: evaluation/1\nid: e{number}\nrubric: p{number}\nunit: {{name: U}}\nyear: 2024\n"
                    f"evaluators: [{', '.join(f'{{id: {o}}}' for o in observers)}]\nanswers:\n{answers}\n",
                    encoding="utf-8")
    return path


def check_published(program, folder):
    """What was printed, from the program and from the definition above."""
    folder.mkdir()
    for number, (source, units, printed) in enumerate(PUBLISHED):
        units = list(units)
        path = write_published(folder, number, units)
        run = subprocess.run([str(program), "score", "--format", "json", "--audience", "team", str(path)],
                             capture_output=True, check=True)
        own = test_property.parse_output(run.stdout.decode()).results[f"e{number}"]["agreement"]["total"]["alpha"]
        alpha, _ = alpha_of([[[int(value) for value in unit if value != "."] for unit in units]])
        decimals = len(printed.partition(".")[2])
        for whose, value in (("the definition", float(alpha)), ("the program", float(own.value))):
            shown = f"{value:.{decimals}f}"
            yield None if shown == printed else f"{source}: {printed} is printed, {whose} gives {value}"


def check_cases(program, cases, folder):
    for case in cases:
        case.write(folder, folder / "rubrics")
    results = {}
    for audience in ("team", "board"):
        run = subprocess.run([str(program), "score", "--format", "json", "--audience", audience, str(folder)],
                             capture_output=True, check=False)
        if run.returncode != 0:
            raise SystemExit(f"exit {run.returncode}: {run.stderr.decode()[:2000]}")
        results[audience] = test_property.parse_output(run.stdout.decode()).results
    for case in cases:
        own = results["team"][case.evaluation["id"]]
        found = list(differences(expected_of(case), own.get("agreement"), "agreement"))
        if "agreement" in results["board"][case.evaluation["id"]]:
            found.append("the board is told of own values")
        yield f"{case.name}: {found[:5]}" if found else None


def main():
    parser = argparse.ArgumentParser(description="agreement of evaluators against its definition")
    parser.add_argument("--count", type=int, default=600 if os.environ.get("THOROUGH") else 80)
    parser.add_argument("--seed", default="agreement")
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    program = test_property.find_program()
    cases = [gen.make_case(options.seed, index) for index in range(options.count)]
    defined = sum(expected_of(case)["total"]["alpha"] is not None for case in cases)
    folder = Path(tempfile.mkdtemp(prefix="kompass-agreement-"))
    outcomes = [*check_published(program, folder / "published"), *check_cases(program, cases, folder),
                None if defined > len(cases) // 20 else f"only {defined} cases have an alpha: test of little"]
    failures = [outcome for outcome in outcomes if outcome]
    for failure in failures[:10]:
        print("FAILED " + failure)
    if failures or options.keep:
        print(f"files kept in {folder}")
    else:
        shutil.rmtree(folder)
    print(f"alpha is defined in {defined} of {len(cases)} cases")
    print(f"{len(outcomes) - len(failures)} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
