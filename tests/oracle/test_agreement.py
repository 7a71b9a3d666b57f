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

PUBLISHED = [   # Krippendorff 2011, sections A and D: observers by units, alpha as printed
    (["0100000010", "1110010000"], "0.095"),
    (["123321412...", "1233224125.3", ".3332342251.", "12332441251."], "0.815"),
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

def check_published():
    for observers, printed in PUBLISHED:
        units = [[int(value) for value in unit if value != "."] for unit in zip(*observers)]
        alpha, _ = alpha_of([units])
        yield None if f"{float(alpha):.3f}" == printed else f"alpha of {observers}: {float(alpha)}"


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
    parser.add_argument("--count", type=int, default=600 if os.environ.get("THOROUGH") else 150)
    parser.add_argument("--seed", default="agreement")
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    program = test_property.find_program()
    cases = [gen.make_case(options.seed, index) for index in range(options.count)]
    defined = sum(expected_of(case)["total"]["alpha"] is not None for case in cases)
    folder = Path(tempfile.mkdtemp(prefix="kompass-agreement-"))
    outcomes = [*check_published(), *check_cases(program, cases, folder),
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
