#!/usr/bin/env python3
"""Property test: `kompass score --format json` against the oracle, on random cases.

    test_property.py [--count N] [--seed TEXT] [--case N] [--keep] [--oracle]

The program is taken from $KOMPASS, else build/kompass.  The worked examples of oracle.py run
first, then N random cases of gen.py.  Prints `N passed, M failed` and exits 1 on any failure (the
files are kept then), 2 without a program.  `--oracle` lets the oracle play the program: a test of
this test.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from decimal import Context, Decimal
from fractions import Fraction
from pathlib import Path

sys.dont_write_bytecode = True
import gen  # noqa: E402
import oracle  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
FILES_A_PROCESS = 500
SHOWN_CASES = 5
SHOWN_DIFFERENCES = 12
DIGITS = 15
TOLERANCE = Fraction(1, 10 ** 14)
MISSING = object()


# --- Running the program ---------------------------------------------------------------------

def find_program():
    """The program to test, or exit 2 with a message."""
    path = Path(os.environ.get("KOMPASS") or ROOT / "build" / "kompass").absolute()
    if not os.access(path, os.X_OK) or path.is_dir():
        print(f"no program to test at {path}: run make, or set KOMPASS", file=sys.stderr)
        raise SystemExit(2)
    return path


@dataclass
class Output:
    """What one run of `score` printed."""
    results: dict = field(default_factory=dict)     # parsed objects by evaluation id
    order: list = field(default_factory=list)       # evaluation ids as printed
    problems: list = field(default_factory=list)    # of the run as a whole
    errors: str = ""


class JsonNumber:
    """A number of the output, exact and as printed."""

    def __init__(self, text):
        self.text = text
        self.value = Fraction(text)

    def significant_digits(self):
        mantissa = self.text.lower().partition("e")[0].lstrip("-")
        digits = mantissa.replace(".", "").lstrip("0")
        return len(digits if "." in mantissa else digits.rstrip("0"))

    def __repr__(self):
        return self.text


def unique_pairs(pairs):
    """A JSON object, in which no key may occur twice."""
    if len({key for key, _ in pairs}) < len(pairs):
        raise ValueError("a key occurs twice in " + ", ".join(key for key, _ in pairs))
    return dict(pairs)


def not_a_number(text):
    raise ValueError(f"{text} is not JSON")


def parse_line(line):
    return json.loads(line, parse_float=JsonNumber, parse_int=JsonNumber,
                      parse_constant=not_a_number, object_pairs_hook=unique_pairs)


def parse_output(text):
    """The output of one run: one object a line."""
    output = Output()
    for number, line in enumerate(text.splitlines(), 1):
        try:
            result = parse_line(line)
            evaluation_id = result["evaluation"]["id"]
        except (ValueError, KeyError, TypeError) as error:
            output.problems.append(f"line {number} of the output: {error}: {line[:200]}")
            continue
        output.results[evaluation_id] = result
        output.order.append(evaluation_id)
    return output


def run_score(program, paths, timeout=300):
    """One run of `score --format json` over files or folders."""
    command = [str(program), "score", "--format", "json", *map(str, paths)]
    environment = {key: value for key, value in os.environ.items() if key != "KOMPASS_RUBRICS"}
    try:
        run = subprocess.run(command, capture_output=True, timeout=timeout, check=False,
                             env={**environment, "LC_ALL": "C.UTF-8"})
    except subprocess.TimeoutExpired:
        return Output(problems=[f"no end within {timeout} s: {' '.join(command)}"])
    output = parse_output(run.stdout.decode("utf-8", "replace"))
    output.errors = run.stderr.decode("utf-8", "replace")
    if run.returncode != 0:
        first = "\n    ".join(output.errors.splitlines()[:6])
        output.problems.append(f"exit {run.returncode}: {' '.join(command)}\n    {first}")
    return output


# --- The oracle in the program's place -------------------------------------------------------

def to_digits(value):
    """A Fraction rounded to 15 significant digits, as a float that prints so."""
    context = Context(prec=DIGITS)
    return float(context.divide(Decimal(value.numerator), Decimal(value.denominator)))


def printable(value):
    if isinstance(value, Fraction):
        return to_digits(value)
    if isinstance(value, dict):
        return {key: printable(part) for key, part in value.items()}
    if isinstance(value, list):
        return [printable(part) for part in value]
    return value


def run_oracle(cases):
    """What run_score gives, were the program the oracle."""
    lines = [json.dumps(printable(expected_of(case)), ensure_ascii=False) for case in
             sorted(cases, key=path_bytes)]
    return parse_output("\n".join(lines))


def path_bytes(case):
    return os.fsencode(case.path)


# --- Comparing -------------------------------------------------------------------------------

def expected_of(case):
    """The oracle's result, with the two hashes of the files."""
    expected = oracle.score(case.rubric, case.evaluation)
    for kind, text in (("rubric", case.rubric_text), ("evaluation", case.evaluation_text)):
        expected[kind]["sha256"] = hashlib.sha256(text.encode()).hexdigest()
    return expected


def readable(value):
    if isinstance(value, JsonNumber):
        return value.text
    if not isinstance(value, Fraction):
        return "missing" if value is MISSING else json.dumps(value, default=repr,
                                                            ensure_ascii=False)[:120]
    short = len(str(value)) < 40 and value.denominator != 1
    return f"{to_digits(value):.15g}" + (f" ({value})" if short else "")


def same_number(expected, actual):
    """Equal to 15 significant digits; counts and years exactly."""
    if not isinstance(actual, JsonNumber):
        return False
    if isinstance(expected, int):
        return actual.text == str(expected)
    return (abs(actual.value - expected) <= abs(expected) * TOLERANCE
            and actual.significant_digits() <= DIGITS and not actual.text.startswith("-"))


def same_scalar(expected, actual):
    if isinstance(expected, (int, Fraction)) and not isinstance(expected, bool):
        return same_number(expected, actual)
    return type(expected) is type(actual) and expected == actual


def compare(expected, actual, path=""):
    """Yields a line for each difference."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        yield from compare_objects(expected, actual, path)
    elif isinstance(expected, list) and isinstance(actual, list):
        yield from compare_lists(expected, actual, path)
    elif not same_scalar(expected, actual):
        yield f"{path}: expected {readable(expected)}, got {readable(actual)}"


def compare_objects(expected, actual, path):
    for key, value in expected.items():
        default = [] if key == "questions" else MISSING     # a leaf may leave it out
        yield from compare(value, actual.get(key, default), f"{path}.{key}".lstrip("."))
    for key in actual.keys() - expected.keys():
        yield f"{path}.{key}: not expected, got {readable(actual[key])}".lstrip(".")


def compare_lists(expected, actual, path):
    if len(expected) != len(actual):
        yield f"{path}: expected {len(expected)} nodes, got {len(actual)}"
    for one, other in zip(expected, actual):
        yield from compare(one, other, f"{path}[{one['id']}]")


# --- The cases -------------------------------------------------------------------------------

def worked_cases():
    for example in oracle.WORKED:
        for line in oracle.check_worked(example):
            raise SystemExit(f"the oracle is wrong on {example['name']}: {line}")
        yield gen.case_of(example["rubric"], example["evaluation"], example["name"])


def write_parts(cases, folder):
    """The evaluations in folders of a process each, with their rubrics in a folder beside them.

    So the look-up is used, and that a folder's files of other kinds are passed over.
    """
    parts = [cases[start:start + FILES_A_PROCESS]
             for start in range(0, len(cases), FILES_A_PROCESS)]
    for number, part in enumerate(parts):
        for case in part:
            own = folder / f"part-{number:03}"
            case.write(own, own / "rubrics")
    return parts


def check_part(part, program):
    """Scores one folder; returns the problems of the run, and the differences by case."""
    output = run_score(program, [part[0].path.parent]) if program else run_oracle(part)
    problems = output.problems
    wanted = [case.evaluation["id"] for case in sorted(part, key=path_bytes)]
    if output.order != wanted and sorted(output.order) == sorted(wanted):
        problems.append("the lines do not stand in byte order of the path")
    for evaluation_id in set(output.order) - set(wanted):
        problems.append(f"a line for {evaluation_id}, which was not asked for")
    differences = []
    for case in part:
        actual = output.results.get(case.evaluation["id"])
        if actual is None:
            said = [line for line in output.errors.splitlines() if str(case.path) in line
                    or case.rubric["id"] + ".yaml" in line]
            differences.append((case, ["no result", *said]))
        else:
            differences.append((case, list(compare(expected_of(case), actual))))
    return problems, differences


def show_failure(case, differences):
    print(f"FAILED {case.name}: {case.path}")
    for line in differences[:SHOWN_DIFFERENCES]:
        print("    " + line)
    if len(differences) > SHOWN_DIFFERENCES:
        print(f"    ... and {len(differences) - SHOWN_DIFFERENCES} more")


def run(cases, program, folder):
    """Checks all cases; returns the numbers of passed and failed."""
    passed = failed = shown = 0
    for part in write_parts(cases, folder):
        problems, outcomes = check_part(part, program)
        failed += len(problems)
        for problem in problems:
            print("FAILED " + problem)
        for case, differences in outcomes:
            if not differences:
                passed += 1
                continue
            failed += 1
            shown += 1
            if shown <= SHOWN_CASES:
                show_failure(case, differences)
    return passed, failed


def main():
    parser = argparse.ArgumentParser(description="kompass score against the oracle")
    parser.add_argument("--count", type=int, default=2000 if os.environ.get("THOROUGH") else 400,
                        help="random cases (default 400; 2000 where THOROUGH is set)")
    parser.add_argument("--seed", default="kompass", help="any text")
    parser.add_argument("--case", type=int, help="only this random case")
    parser.add_argument("--keep", action="store_true", help="keep the files in any case")
    parser.add_argument("--oracle", action="store_true", help="test this test")
    options = parser.parse_args()
    program = None if options.oracle else find_program()

    indices = range(options.count) if options.case is None else [options.case]
    cases = list(worked_cases()) if options.case is None else []
    cases += [gen.make_case(options.seed, index) for index in indices]
    folder = Path(tempfile.mkdtemp(prefix="kompass-property-"))
    passed, failed = run(cases, program, folder)
    if failed or options.keep:
        print(f"seed {options.seed}; files kept in {folder}")
    else:
        shutil.rmtree(folder)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
