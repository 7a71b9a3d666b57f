#!/usr/bin/env python3
"""`kompass compare --format json` against the oracle, on random rounds, and against published figures.

    test_compare.py [--count N] [--seed TEXT] [--case N] [--keep] [--open] [--oracle]

The cases worked by hand in compare_oracle.py run first, then N random cases of gen_compare.py, then
the quarters of csf-profile, the shipped evaluations, and the corners of the command.  Exit codes and
`--oracle` are as in test_property.py.
"""

import argparse
import csv
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import yaml

sys.dont_write_bytecode = True
import compare_oracle  # noqa: E402
import gen  # noqa: E402
import gen_compare  # noqa: E402
import oracle  # noqa: E402
import test_peers as peers  # noqa: E402
import test_property as harness  # noqa: E402
from compare_oracle import AnyOf, Text  # noqa: E402

EVALUATIONS = harness.ROOT / "evaluations"
SHOWN_CASES = 5
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "KOMPASS_RUBRICS"}


class Tally:
    """Counts, and prints what fails."""

    def __init__(self):
        self.passed = self.failed = self.shown = 0

    def count(self, what, differences):
        """One check: no differences is a pass."""
        differences = list(differences)
        self.passed += not differences
        self.failed += bool(differences)
        if differences and self.shown < SHOWN_CASES:
            self.shown += 1
            print(f"FAILED {what}")
            for line in differences[:harness.SHOWN_DIFFERENCES]:
                print("    " + line)
            if len(differences) > harness.SHOWN_DIFFERENCES:
                print(f"    ... and {len(differences) - harness.SHOWN_DIFFERENCES} more")

    def equal(self, what, got, wanted):
        self.count(what, [] if got == wanted else [f"{got!r}, should be {wanted!r}"])


# --- Running the program ---------------------------------------------------------------------

def run(program, arguments, folder):
    return subprocess.run([str(program), "compare", "--format", "json", *map(str, arguments)],
                          capture_output=True, timeout=60, check=False, cwd=folder,
                          env={**ENVIRONMENT, "LC_ALL": "C.UTF-8"})


def parse(text):
    return harness.parse_line(text.decode("utf-8"))


def as_output(result):
    """The oracle's result as the program would print it."""
    def free(value):
        if isinstance(value, Text):
            return None if value.may_be_null else "text: " + " ".join(value.contains)
        if isinstance(value, AnyOf):
            return value.words[0]
        if isinstance(value, dict):
            return {key: free(part) for key, part in value.items()}
        return [free(part) for part in value] if isinstance(value, list) else value
    return parse(json.dumps(harness.printable(free(result)), ensure_ascii=False).encode())


# --- Comparing ---------------------------------------------------------------------------------

def differences(expected, actual, path=""):
    """Yields a line for each difference."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        for key, value in expected.items():
            if key in actual or not may_be_missing(key, value, path):
                yield from differences(value, actual.get(key, harness.MISSING), f"{path}.{key}")
        for key in actual.keys() - expected.keys():
            yield f"{path}.{key}: not expected, got {harness.readable(actual[key])}"
    elif isinstance(expected, list) and isinstance(actual, list):
        yield from list_differences(expected, actual, path)
    elif isinstance(expected, (AnyOf, Text)):
        if actual is harness.MISSING or not expected.fits(actual):
            yield f"{path}: expected {expected}, got {harness.readable(actual)}"
    elif isinstance(expected, (int, Fraction)) and not isinstance(expected, bool):
        if not same_number(expected, actual):
            yield f"{path}: expected {harness.readable(expected)}, got {harness.readable(actual)}"
    elif type(expected) is not type(actual) or expected != actual:
        yield f"{path}: expected {harness.readable(expected)}, got {harness.readable(actual)}"


def same_number(expected, actual):
    """As harness.same_number, and a change may be negative; never -0."""
    if not isinstance(actual, harness.JsonNumber):
        return False
    if isinstance(expected, int):
        return actual.text == str(expected)
    return (abs(actual.value - expected) <= abs(expected) * harness.TOLERANCE
            and actual.significant_digits() <= harness.DIGITS
            and actual.text.startswith("-") == (expected < 0))


def may_be_missing(key, value, path):
    """Like for like stands on inner nodes; a leaf may have nulls or nothing."""
    return key == "like_for_like_percent" and ".nodes" in path and not any(value)


def list_differences(expected, actual, path):
    if path == ".nodes":
        lines = [[line.get("ids") for line in nodes] for nodes in (expected, actual)]
        if lines[0] != lines[1]:
            yield f"lines: expected {lines[0]}, got {lines[1]}"
            return
    if len(expected) != len(actual):
        yield f"{path}: expected {len(expected)} items, got {len(actual)}"
        return
    for i, (one, other) in enumerate(zip(expected, actual)):
        name = one.get("id", i) if isinstance(one, dict) else i
        yield from differences(one, other, f"{path}[{name}]")


# --- Random rounds -----------------------------------------------------------------------------

def check_random(case, program, folder):
    """Differences of one case; the files stand in any order on the command line."""
    expected = compare_oracle.compare(case.evaluations, case.crosswalks)
    if not program:
        return list(differences(expected, as_output(expected)))
    case.write(folder)
    rng = random.Random(case.name)
    paths = rng.sample(case.paths, len(case.paths))
    done = run(program, [*case.arguments, *paths], folder)
    told = done.stderr.decode("utf-8", "replace").splitlines()
    if done.returncode != 0:
        return [f"exit {done.returncode}: {' '.join([*case.arguments, *paths])}", *told]
    try:
        found = list(differences(expected, parse(done.stdout)))
    except ValueError as error:
        return [f"not JSON: {error}"]
    if rng.random() < 0.1:
        again = run(program, [*reversed(paths), *case.arguments], folder)
        if again.stdout != done.stdout:
            found.append("another order of the files, another output")
    return found


def random_rounds(tally, program, folder, options):
    indices = range(options.count) if options.case is None else [options.case]
    for index in indices:
        case = gen_compare.make_case(options.seed, index, options.open)
        own = folder / f"case-{index:04}"
        tally.count(f"{case.name}: {own}", check_random(case, program, own))


# --- Given evaluations -------------------------------------------------------------------------

class Runner:
    """Compares rounds given as models, by the program or by the oracle in its place."""

    def __init__(self, program, folder):
        self.program, self.folder, self.number = program, folder, 0

    def compare(self, evaluations, crosswalks=(), broken=()):
        """The JSON, parsed, and the exit status; `broken` are further files as texts by id."""
        self.number += 1
        folder = self.folder / f"given-{self.number:02}"
        paths = []
        (folder / "rubrics").mkdir(parents=True)
        for one in (*crosswalks, *(rubric for rubric, _ in evaluations)):
            (folder / "rubrics" / f"{one['id']}.yaml").write_bytes(gen.emit(one).encode())
        for _, evaluation in evaluations:
            paths.append(f"{evaluation['id']}.yaml")
            (folder / paths[-1]).write_bytes(gen.emit(evaluation).encode())
        for name, text in dict(broken).items():
            paths.append(f"{name}.yaml")
            (folder / paths[-1]).write_bytes(text.encode())
        return self.files(paths, folder, evaluations, crosswalks)

    def files(self, paths, folder, evaluations=(), crosswalks=()):
        if not self.program:
            return as_output(compare_oracle.compare(evaluations, crosswalks)), 0, ""
        done = run(self.program, paths, folder)
        errors = done.stderr.decode("utf-8", "replace")
        try:
            return (parse(done.stdout) if done.stdout else None), done.returncode, errors
        except ValueError as error:
            return None, done.returncode, f"not JSON: {error}\n{errors}"


def exact(value):
    return value.value if isinstance(value, harness.JsonNumber) else value


def numbers(values):
    """Numbers of the output as they are exact there, pairs too."""
    if isinstance(values, list):
        return [numbers(value) for value in values]
    return exact(values)


def close(one, other):
    """Equal to what 15 significant digits of percents can tell."""
    return one is not None and abs(one - other) < Fraction(1, 10 ** 11)


# --- The quarters of csf-profile -----------------------------------------------------------------

def csf_rows(name):
    return peers.rows_of("csf-profile", name)


def csf_rounds(rubric, quarters, kind="actual", unit="Alma"):
    for quarter in quarters:
        answers = {row["id"]: row[f"{quarter}_{kind}"] or "n/a" for row in csf_rows("ciso_assessment.csv")}
        yield rubric, {"kompass": "evaluation/1", "id": f"{quarter}-{kind}".lower(), "rubric": rubric["id"],
                       "unit": {"name": unit}, "year": f"202{quarter[1]}", "state": "final",
                       "answers": answers}


def csf_nodes(result):
    nodes = {node["id"]: node for node in result["nodes"]}
    return {**nodes, "Overall": result["total"]}


def csf_like_for_like(tally, runner, rubric):
    """37 rows in the first quarter, 106 in the later ones: the mean of all rows misleads in sign."""
    for pair in ("Q1->Q2", "Q1->Q4"):
        result, status, errors = runner.compare(list(csf_rounds(rubric, pair.split("->"))))
        tally.count(f"csf {pair}", [errors] if status or not result else [])
        if not result:
            continue
        nodes = csf_nodes(result)
        for row in csf_rows("like_for_like.csv"):
            if row["pair"] == pair:
                csf_check_row(tally, nodes[row["function"]], row)
        rows = [row for row in csf_rows("like_for_like.csv")
                if row["pair"] == pair and row["function"] == "Overall"]
        coverage = result["coverage"][0]
        tally.count(f"csf {pair}: coverage", [] if close(
            exact(coverage["nodes"]), Fraction(int(rows[0]["n_common"]), int(rows[0]["n_later"]))) else
            [f"got {coverage}"])


def csf_check_row(tally, node, row):
    """Percents are ten times the means, which go from 0 to 10."""
    name = f"csf {row['pair']} {row['function']}"
    pair = numbers(node["like_for_like_percent"][0]) or [None, None]
    percent = numbers(node["percent"])
    for what, got, wanted in (
            ("first, common rows", pair[0], row["mean_first_common"]),
            ("later, common rows", pair[1], row["mean_later_common"]),
            ("later, all rows", percent[1], row["mean_later_all"])):
        tally.count(f"{name}: {what}", [] if got is not None and close(got, 10 * Fraction(wanted))
                    else [f"mean {wanted}, got {harness.readable(got)} %"])
    if None in (*pair, *percent):
        return
    tally.count(f"{name}: like for like", [] if close(
        pair[1] - pair[0], 10 * Fraction(row["delta_like_for_like"])) else [f"got {pair}"])
    tally.count(f"{name}: naive", [] if close(
        percent[1] - percent[0], 10 * Fraction(row["delta_naive"])) else [f"got {percent}"])


def csf_headline(tally, runner, rubric):
    """The figures that people quote, rounded once from the program's own."""
    result, _, _ = runner.compare(list(csf_rounds(rubric, ["Q1", "Q2"])))
    nodes = csf_nodes(result)
    for function, like, naive in (("GV", "0.75", "-0.10"), ("Overall", "1.41", "0.98")):
        pair = numbers(nodes[function]["like_for_like_percent"][0])
        percent = numbers(nodes[function]["percent"])
        got = tuple(oracle.shown((b - a) / 10, 2) for a, b in (pair, percent))
        tally.equal(f"csf {function}: like for like and naive", got, (like, naive))


def csf_published(tally, runner, rubric):
    """Published differences and shares against exact ones; those that differ are named."""
    slips, result = [], {}
    result["delta_Q2_Q3"], _, _ = runner.compare(list(csf_rounds(rubric, ["Q2", "Q3"])))
    for quarter in ("Q2", "Q4"):
        rounds = [*csf_rounds(rubric, [quarter], "target", "A target"),
                  *csf_rounds(rubric, [quarter], "actual", "B actual")]
        result["percent_of_target", quarter], _, _ = runner.compare(rounds)
        result["mean_target", quarter] = result["percent_of_target", quarter]
    for row in csf_rows("expected.csv"):
        found = result.get(row["kind"]) or result.get((row["kind"], row["quarter"]))
        if found is None:
            continue
        first, later = numbers(csf_nodes(found)[row["function"]]["percent"])
        value = {"delta_Q2_Q3": (later - first) / 10, "percent_of_target": later / first * 100,
                 "mean_target": first / 10}[row["kind"]]
        name = f"csf {row['kind']} {row['quarter']} {row['function']}"
        tally.count(name, [] if close(value, Fraction(row["exact"])) else
                    [f"exact {row['exact']}, got {float(value)}"])
        decimals = 0 if row["kind"] == "percent_of_target" else 2
        rounded = oracle.shown(value, decimals)
        tally.equal(name + ", rounded", Decimal(rounded), Decimal(row["half_up_2dp"]))
        if row["published"] and Decimal(row["published"]) != Decimal(rounded):
            slips.append((row["kind"], row["quarter"], row["function"], row["published"], rounded))
    tally.equal("csf: published slips", sorted(slips), sorted([
        ("delta_Q2_Q3", "Q3", "PR", "0.79", "0.80"), ("delta_Q2_Q3", "Q3", "DE", "0.54", "0.55"),
        ("delta_Q2_Q3", "Q3", "ID", "0.27", "0.26"), ("delta_Q2_Q3", "Q3", "Overall", "0.45", "0.44"),
        ("mean_target", "Q2", "Overall", "5.43", "5.42"), ("mean_target", "Q4", "Overall", "5.26", "5.25"),
        ("percent_of_target", "Q2", "RC", "58", "59")]))
    for kind, quarter, function, published, rounded in sorted(slips):
        print(f"csf-profile publishes {published} for {kind} {quarter} {function}; it is {rounded}")


def csf(tally, runner):
    rows = csf_rows("ciso_assessment.csv")
    rubric = peers.rubric_of("csf", peers.csf_areas(rows, lambda row: True), scales=peers.CSF_SCALES,
                             not_applicable="reduce")
    csf_like_for_like(tally, runner, rubric)
    csf_headline(tally, runner, rubric)
    csf_published(tally, runner, rubric)


# --- The shipped evaluations ---------------------------------------------------------------------

OREBRO_CHANGES = [16, 5, 20, 15, 19, 3, 16, 5]


def shipped_files(*patterns):
    return [path for pattern in patterns for path in sorted(harness.ROOT.glob(pattern))]


class Shelf:
    """Shipped files by id, as plain texts."""

    def __init__(self):
        self.models = {}
        for path in shipped_files("rubrics/*.yaml", "evaluations/*.yaml", "examples/02-three-rounds/**/*.yaml"):
            model = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
            if "answers" in model:
                model["answers"] = {key: value or None for key, value in model["answers"].items()}
            self.models[model["id"]] = model

    def kind(self, kind):
        return [model for model in self.models.values() if model["kompass"] == f"{kind}/1"]

    def compare(self, *names):
        evaluations = [self.models[name] for name in names]
        return compare_oracle.compare([(self.models[one["rubric"]], one) for one in evaluations],
                                      self.kind("crosswalk"))


def shipped_whole(tally, runner, shelf):
    """Every field of shipped rounds, against the oracle."""
    three = [f"exempelstad-{year}" for year in (2019, 2021, 2023)]
    for names, folder in ((three, harness.ROOT / "examples" / "02-three-rounds"),
                          (["orebro-2010", "orebro-2012", "orebro-2015"], EVALUATIONS),
                          (["vallentuna-2017", "vallentuna-2019", "vallentuna-2021"], EVALUATIONS),
                          (["angelholm-2013", "angelholm-2016"], EVALUATIONS),
                          (["grastorp-2014", "eskilstuna-2011", "karlskoga-2014"], EVALUATIONS)):
        got, status, errors = runner.files([f"{name}.yaml" for name in names], folder)
        tally.equal(f"{names[0]} ...: exit status", (status, got is None), (0, False))
        if got is not None:
            tally.count(f"{names[0]} ...: every field {errors}", differences(shelf.compare(*names), got))


def words(rubric, node):
    """What a `same` row must leave untouched; not max, which the row's note names."""
    return [node["title"], node.get("help"), rubric.get("scales", {}).get(node.get("scale"))]


def shipped_crosswalks(tally, shelf):
    """Rows name nodes; `same` leaves a leaf's words and scale as they were, `reworded` does not."""
    for walk in shelf.kind("crosswalk"):
        ends = [shelf.models[walk[end]] for end in ("from", "to")]
        nodes = [{node["id"]: node for node in gen_compare.all_nodes(one["areas"])} for one in ends]
        wrong = []
        for row in walk["map"]:
            one, other = (found.get(row[end]) for found, end in zip(nodes, ("from", "to")))
            if one is None or other is None:
                wrong.append(f"no node: {row}")
            elif "questions" not in one and row["relation"] in ("same", "reworded"):
                same = words(ends[0], one) == words(ends[1], other)
                if same != (row["relation"] == "same"):
                    wrong.append(f"is not {row['relation']}: {row['from']} to {row['to']}")
        tally.count(f"crosswalk {walk['id']}", wrong)
    told = {}
    walk = shelf.models["exempel-detaljfragor-1-2"]
    for end in ("from", "to"):
        on_rows = {row[end] for row in walk["map"]}
        told[end] = [node["id"] for node in gen_compare.all_nodes(shelf.models[walk[end]]["areas"])
                     if node["id"] not in on_rows]
    tally.equal("the example: gone and new", told, {
        "from": ["1.1.3", "7.5.2", "8.5", "8.5.1", "8.5.2", "8.5.3", "8.5.4"],
        "to": ["1.4.6", "4.5.5", "7.5.5", "8.6", "8.6.1", "8.6.2", "8.6.3"]})


def shipped(tally, runner):
    """What municipalities printed about themselves, and the example of three rounds."""
    shelf = Shelf()
    shipped_crosswalks(tally, shelf)
    if not runner.program:
        return
    shipped_whole(tally, runner, shelf)
    orebro, status, errors = runner.files(["orebro-2012.yaml", "orebro-2010.yaml"], EVALUATIONS)
    tally.equal("Örebro", (status, errors), (0, ""))
    tally.equal("Örebro's changes", [exact(node["change"][1]) for node in orebro["nodes"]], OREBRO_CHANGES)
    tally.equal("Örebro's total", numbers(orebro["total"]["change"]), [None, 99])
    tally.equal("Örebro's coverage", numbers(list(orebro["coverage"][0].values())), [0, 1, 1, 1, 1])

    vallentuna, status, errors = runner.files(
        [f"vallentuna-{year}.yaml" for year in (2021, 2017, 2019)], EVALUATIONS)
    total = vallentuna["total"]
    tally.equal("Vallentuna", (status, errors), (0, ""))
    tally.equal("Vallentuna's totals", numbers(total["points"]), [555, 603, 648])
    tally.equal("Vallentuna's changes: none across editions", numbers(total["change"]), [None, 48, None])
    tally.count("Vallentuna's caveat", [] if total["caveat"] else ["is missing"])
    tally.equal("Vallentuna: nothing compares across editions",
                [numbers(step["nodes"]) for step in vallentuna["coverage"]], [1, 0])

    for unit, years, points, change in (("tomelilla", (2020, 2022), [497, 546], 49),
                                        ("hoganas", (2020, 2023), [611, 679], 68)):
        result, status, errors = runner.files([f"{unit}-{year}.yaml" for year in years], EVALUATIONS)
        tally.equal(unit, (status, errors), (0, ""))
        tally.equal(f"{unit}: totals", numbers(result["total"]["points"]), points)
        tally.equal(f"{unit}: change", numbers(result["total"]["change"]), [None, change])


# --- Corners of the command ----------------------------------------------------------------------

def corners(tally, runner):
    rubric = compare_oracle.two_areas()
    answers = {"1.1": "1", "1.2": "2", "2": "0"}

    def one(year, name, unit="Prov", **keys):
        return compare_oracle.evaluation(rubric, year, answers, unit, id=name, **keys)

    result, status, _ = runner.compare([one(2020, "b", date="2020-11-09"), one(2020, "c", date="2020-02-03"),
                                        one(2020, "a", date="2020-11-09")])
    tally.equal("one year: by date, then id", [r["evaluation"] for r in result["rounds"]], ["c", "a", "b"])
    tally.equal("one year: exit status", status, 0)
    result, status, _ = runner.compare([one(2018, "a", "Beta"), one(2020, "b", "Alfa"), one(2016, "c", "Beta")])
    tally.equal("units: by name, then year", [r["evaluation"] for r in result["rounds"]], ["b", "c", "a"])
    tally.equal("units: each against the first", [(exact(c["from"]), exact(c["to"])) for c in result["coverage"]],
                [(0, 1), (0, 2)])
    if not runner.program:
        return
    lost = gen.emit({**one(2022, "lost")[1], "rubric": "no-such-rubric"})
    result, status, errors = runner.compare([one(2018, "a"), one(2020, "b")], broken={"lost": lost})
    tally.equal("unknown rubric: exit status", status, 1)
    tally.count("unknown rubric: named", [] if "no-such-rubric" in errors else [errors])
    tally.equal("unknown rubric: the others are compared",
                result and [r["evaluation"] for r in result["rounds"]], ["a", "b"])
    result, status, errors = runner.compare([one(2018, "a")], broken={"lost": lost})
    tally.equal("unknown rubric, one left: exit status and output", (status, result), (1, None))


# --- The run -------------------------------------------------------------------------------------

def worked(tally):
    for case in compare_oracle.WORKED:
        tally.count(f"the oracle, by hand: {case.__name__}", case())


def main():
    parser = argparse.ArgumentParser(description="kompass compare against the oracle")
    parser.add_argument("--count", type=int, default=600 if os.environ.get("THOROUGH") else 80,
                        help="random cases (default 80; 600 where THOROUGH is set)")
    parser.add_argument("--seed", default="kompass", help="any text")
    parser.add_argument("--case", type=int, help="only this random case")
    parser.add_argument("--keep", action="store_true", help="keep the files in any case")
    parser.add_argument("--open", action="store_true", help="with cases on which readings differ")
    parser.add_argument("--oracle", action="store_true", help="test this test")
    options = parser.parse_args()
    program = None if options.oracle else harness.find_program()

    tally = Tally()
    folder = Path(tempfile.mkdtemp(prefix="kompass-compare-"))
    runner = Runner(program, folder)
    if options.case is None:
        worked(tally)
    random_rounds(tally, program, folder, options)
    if options.case is None:
        csf(tally, runner)
        shipped(tally, runner)
        corners(tally, runner)
    if tally.failed or options.keep:
        print(f"seed {options.seed}; files kept in {folder}")
    else:
        shutil.rmtree(folder)
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
