#!/usr/bin/env python3
"""Acceptance test: published figures of peer projects, computed by `kompass score`.

    test_peers.py [--keep] [--oracle]

Turns the data in tests/data/peers/ into rubrics and evaluations, scores them in one run, and
compares with what the peers expect.  Each check names its source.  Program, exit codes and
`--oracle` are as in test_property.py.
"""

import argparse
import csv
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path

sys.dont_write_bytecode = True
import gen  # noqa: E402
import oracle  # noqa: E402
import test_property as harness  # noqa: E402
from oracle import inner, leaf  # noqa: E402

DATA = harness.ROOT / "tests" / "data" / "peers"
CSF_SOURCE = "CPAtoCybersecurity/csf_profile, ciso_assessment.csv and expected.csv"
ASEM_SOURCE = "bluefoxr/COINr, the ASEM example"
FLOATING = Fraction(1, 10 ** 9)         # the peers' own figures are floating point


def rows_of(*path):
    with open(DATA.joinpath(*path), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# --- What is checked -------------------------------------------------------------------------

@dataclass
class Suite:
    """The cases to score, the checks to make afterwards, and their outcome."""
    cases: list = field(default_factory=list)
    results: dict = field(default_factory=dict)
    passed: int = 0
    failed: int = 0

    def add(self, rubric, evaluation_id, answers, **keys):
        """An evaluation to score; its result comes under its id."""
        evaluation = {"kompass": "evaluation/1", "id": evaluation_id, "rubric": rubric["id"],
                      "unit": {"name": evaluation_id}, "year": "2021", "state": "final", **keys,
                      "answers": answers}
        gen.check_rubric(rubric)
        gen.check_evaluation(rubric, evaluation)
        self.cases.append(gen.case_of(rubric, evaluation))
        return evaluation_id

    def nodes(self, evaluation_id):
        """Figures by node id; empty where the program printed nothing."""
        result = self.results.get(evaluation_id)
        if result is None:
            return {}
        found = {"total": result["total"]}
        waiting = list(result["areas"])
        while waiting:
            node = waiting.pop()
            found[node["id"]] = node
            waiting.extend(node.get("questions", []))
        return found

    def count(self, correct, line):
        """Counts one check; prints it when it fails."""
        self.passed += correct
        self.failed += not correct
        if not correct:
            print("FAILED " + line)
        return correct


def rubric_of(rubric_id, areas, **keys):
    return {"kompass": "rubric/1", "id": rubric_id, "title": rubric_id, **keys, "areas": areas}


def percent_of(nodes, node_id):
    """The percent of a node as an exact number, or None."""
    number = nodes.get(node_id, {}).get("percent")
    return number.value if isinstance(number, harness.JsonNumber) else None


def decimal_of(text, divisor):
    """A shown text divided by a power of ten, or None where it is no number."""
    try:
        return Decimal(text) / divisor
    except (InvalidOperation, TypeError):
        return None


# --- csf-profile: means of 106 rows, by function and overall ----------------------------------

CSF_SCALES = {"mognad": {"min": "0", "max": "10"}}


def csf_areas(rows, counted):
    """An area a function; its max is 10 for each counted row, so that every row weighs the same."""
    areas = []
    for function in dict.fromkeys(row["function"] for row in rows):
        own = [row for row in rows if row["function"] == function]
        share = 10 * sum(1 for row in own if counted(row))
        areas.append(inner(function, [leaf(row["id"], "mognad") for row in own], max=str(share)))
    return areas


def csf_rubrics(rows, column):
    """The two ways to the mean over the rows that apply in one quarter."""
    keys = {"scales": CSF_SCALES, "rounding": {"points": "2", "percent": "1"}}
    yield "reduce", rubric_of("csf-all", csf_areas(rows, lambda row: True),
                              not_applicable="reduce", **keys)
    name = "csf-" + column.replace("_", "-").lower()
    yield "rescale", rubric_of(name, csf_areas(rows, lambda row: row[column] != ""), **keys)


def csf_prepare(suite):
    rows = rows_of("csf-profile", "ciso_assessment.csv")
    for quarter in ("Q1", "Q2", "Q3", "Q4"):
        for kind in ("actual", "target"):
            column = f"{quarter}_{kind}"
            answers = {row["id"]: row[column] or "n/a" for row in rows}
            for policy, rubric in csf_rubrics(rows, column):
                suite.add(rubric, f"csf-{quarter.lower()}-{kind}-{policy}", answers)


def csf_check_row(suite, row, policy):
    """One expected mean: exact, rounded, and held against the published figure."""
    kind = row["kind"].removeprefix("mean_")
    evaluation_id = f"csf-{row['quarter'].lower()}-{kind}-{policy}"
    node_id = "total" if row["function"] == "Overall" else row["function"]
    node = suite.nodes(evaluation_id).get(node_id)
    name = f"csf-profile {row['kind']} {row['quarter']} {row['function']} ({policy}; {CSF_SOURCE})"
    if not suite.count(node is not None, f"{name}: no result"):
        return
    percent, text = node.get("percent"), node.get("percent_shown")
    mean = decimal_of(text, 10)
    got = f"got {percent} %, shown {text}"
    suite.count(harness.same_number(Fraction(row["exact"]) * 10, percent),
                f"{name}: exact mean {row['exact']}, {got}")
    suite.count(mean == Decimal(row["half_up_2dp"]),
                f"{name}: half up {row['half_up_2dp']}, {got}")
    suite.count(harness.same_number(int(row["n"]), node.get("answered")),
                f"{name}: {row['n']} rows, got {node.get('answered')}")
    if row["published"]:
        agrees = mean == Decimal(row["published"])
        suite.count(agrees == (row["published_differs"] != "1"),
                    f"{name}: published {row['published']}, {got}")


def csf_check(suite):
    rows = rows_of("csf-profile", "expected.csv")
    means = [row for row in rows if row["kind"].startswith("mean_")]
    for row in means:
        for policy in ("reduce", "rescale"):
            csf_check_row(suite, row, policy)
    wrong = [row for row in means if row["published_differs"] == "1"]
    print(f"csf-profile: {len(means)} means under both policies; {len(wrong)} published means are "
          f"wrong by a rounding and stay so ({CSF_SOURCE})")
    print(f"    not expressed: {len(rows) - len(means)} rows of delta_* and percent_of_target, "
          "which relate two evaluations (compare), not one")


# --- coinr-asem: scores and ranks of 51 countries ---------------------------------------------

def contract_number(text):
    """A floating-point number cut to what the contract allows: 18 digits, no exponent."""
    plain = format(Decimal(text), "f")
    whole, _, decimals = plain.partition(".")
    decimals = decimals[:18 - len(whole)].rstrip("0")
    return whole + ("." + decimals if decimals else "")


def asem_rubric(structure):
    """The tree of structure.csv; its two top groups are the areas."""
    children = {}
    for row in structure:
        children.setdefault(row["parent"], []).append(row)

    def node(row, **share):
        if row["code"] not in children:
            return leaf(row["code"], "index", **share)
        below = [node(child, weight=contract_number(child["weight"]))
                 for child in children[row["code"]]]
        return inner(row["code"], below, **share)

    areas = [node(row, max=contract_number(row["weight"])) for row in children["Index"]]
    return rubric_of("coinr-asem", areas, scales={"index": {"min": "0", "max": "100"}})


def asem_prepare(suite):
    structure = rows_of("coinr-asem", "structure.csv")
    rubric = asem_rubric(structure)
    leaves = [row["code"] for row in structure if row["level"] == "1"]
    for unit in rows_of("coinr-asem", "normalised.csv"):
        answers = {code: contract_number(unit[code]) for code in leaves}
        suite.add(rubric, "asem-" + unit["unit"].lower(), answers)


def asem_percents(suite, units, column):
    """The program's percent of one column, by unit."""
    node_id = "total" if column == "Index" else column
    return {unit: percent_of(suite.nodes("asem-" + unit.lower()), node_id) for unit in units}


def rank(values, unit):
    """1 is the highest; equal values share the smaller rank."""
    return 1 + sum(1 for value in values.values() if value > values[unit])


def asem_check(suite):
    expected = {row["unit"]: row for row in rows_of("coinr-asem", "expected_scores.csv")}
    ranks = {row["unit"]: row for row in rows_of("coinr-asem", "expected_ranks.csv")}
    columns = [column for column in next(iter(expected.values())) if column != "unit"]
    differing = unexplained = 0
    for column in columns:
        values = asem_percents(suite, expected, column)
        for unit, value in values.items():
            score = Fraction(expected[unit][column])
            close = value is not None and abs(value - score) <= FLOATING * score
            suite.count(close, f"coinr-asem {unit} {column}: expected {float(score)}, got "
                               f"{value if value is None else float(value)} ({ASEM_SOURCE})")
        if None in values.values():
            continue
        rounded = {unit: Decimal(oracle.shown(value, 2)) for unit, value in values.items()}
        for unit in values:
            stored = int(ranks[unit][column])
            differing += rank(values, unit) != stored
            unexplained += rank(rounded, unit) != stored
    suite.count(differing == 2, "coinr-asem: ranks of exact scores differ from the stored ones in "
                                f"2 places, got {differing} ({ASEM_SOURCE})")
    suite.count(unexplained == 0, "coinr-asem: ranks of scores rounded to 2 decimals are the "
                                  f"stored ones, {unexplained} are not ({ASEM_SOURCE})")
    print(f"coinr-asem: {len(expected)} units x {len(columns)} scores and ranks; {differing} "
          f"stored ranks follow rounded scores ({ASEM_SOURCE})")


# --- vectors.csv: small published cases -------------------------------------------------------

VECTOR_SCALES = {
    "hundred": {"min": "0", "max": "100"}, "ten": {"min": "0", "max": "10"},
    "five": {"min": "0", "max": "5"}, "one": {"min": "0", "max": "1"},
    "samm": [{"value": "0"}, {"value": "0.25"}, {"value": "0.5"}, {"value": "1"}],
    "plan": {"min": "0.50", "max": "2.00"}, "progress": {"min": "0.625", "max": "1.75"},
}

NOT_EXPRESSED = {
    "samm-rel-1": "a sum of gaps, each capped at 0 against a target of its own: rule 1 has no "
                  "targets, and the case does not give them one by one",
}


@dataclass
class Form:
    """One way to put a vector into a rubric and an evaluation, and what must come out."""
    case: str
    name: str
    areas: list
    answers: dict
    expected: dict                      # node: {key: figure (Fraction as text), text or None}
    rubric: dict = field(default_factory=dict)

    def evaluation_id(self):
        return f"{self.case}-{self.name}"


def samm_streams(first, second):
    """A SAMM 2 practice (0 to 3): the mean of two streams, each the sum of three activities."""
    streams = [inner(s, [leaf(f"{s}{i}", "samm") for i in (1, 2, 3)]) for s in ("A", "B")]
    answers = {f"{s}{i}": value for s, values in (("A", first), ("B", second))
               for i, value in enumerate(values, 1)}
    return [inner("D-SA", streams, max="3")], answers


def samm_forms():
    two = {"rounding": {"points": "2"}}
    areas, baseline = samm_streams(["0.5", "0.25", "0"], ["0.25", "0", "0"])
    _, target = samm_streams(["1", "1", "0.5"], ["1", "0.5", "0"])
    _, achievable = samm_streams(["1", "1", "1"], ["1", "1", "n/a"])
    return [
        # SAMM counts its N/A as 0: it is entered as the value 0 here.
        Form("samm-na-1", "practice", areas, baseline,
             {"D-SA": {"points": "0.5", "points_shown": "0.50"}}, two),
        Form("samm-na-2", "practice", areas, target,
             {"D-SA": {"points": "2", "points_shown": "2.00"}}, two),
        Form("samm-na-3", "reduce", areas, achievable,
             {"D-SA": {"points": "2.5", "max": "2.5", "percent": "100"}, "B": {"max": "1"}},
             {"not_applicable": "reduce"}),
        # Progress is the place on a scale from the baseline to the target.
        Form("samm-na-4", "scale", [leaf("1", "plan", max="1")], {"1": "1.25"},
             {"1": {"points": "0.5", "points_shown": "0.50"}}, two),
        Form("samm-rel-2", "scale", [leaf("1", "progress", max="1")], {"1": "1.25"},
             {"1": {"percent": "500/9", "percent_shown": "56"}}),
        sammwise_form(),
    ]


def sammwise_form():
    """90 answers: the six of a practice alike, practice by practice 1, 0, 0.25, 0.5 in turn."""
    areas, answers = [], {}
    cycle = ["1", "0", "0.25", "0.5"]
    for function in range(5):
        practices = []
        for practice in range(3 * function, 3 * function + 3):
            streams = []
            for stream in ("A", "B"):
                ids = [f"{practice}{stream}{i}" for i in (1, 2, 3)]
                answers.update(dict.fromkeys(ids, cycle[practice % 4]))
                streams.append(inner(f"{practice}{stream}", [leaf(one, "samm") for one in ids]))
            practices.append(inner(f"P{practice}", streams))
        areas.append(inner(f"F{function}", practices, max="3"))
    functions = ["1.25", "1.5", "1.75", "0.75", "1.25"]
    expected = {f"F{i}": {"points": mean} for i, mean in enumerate(functions)}
    expected["total"] = {"percent": "130/3", "points": "6.5", "answered": 90}   # 1.3 of 3
    return Form("sammwise-1", "tree", areas, answers, expected)


def ciso_flat():
    """Every question by its own weight, whatever its group."""
    return [inner("A", [leaf("A1", "hundred"), leaf("A2", "hundred")], max="200"),
            inner("B", [leaf("B1", "hundred", weight="1"), leaf("B2", "hundred", weight="3")],
                  max="400")]


def ciso_groups():
    """Two groups of equal weight: an average of averages."""
    return [{**area, "max": "100"} for area in ciso_flat()]


def ciso_forms():
    one = {"rounding": {"points": "1", "percent": "1"}}
    reduce = {**one, "not_applicable": "reduce"}
    scored = {"A1": "80", "A2": "60", "B1": "40", "B2": "100"}
    without_b2 = {**scored, "B2": "n/a"}
    without_a2 = {**scored, "A2": "n/a"}
    left_empty = {**scored, "A2": None}
    nothing = {"points": None, "percent": None, "state": "unanswered",
               "points_shown": oracle.DASH, "percent_shown": oracle.DASH}
    return [
        Form("ciso-1", "avg-and-sum", ciso_flat(), scored,
             {"total": {"points": "480", "max": "600", "percent": "80", "percent_shown": "80.0"}},
             one),
        Form("ciso-1", "avg-of-avg", ciso_groups(), scored,
             {"total": {"percent": "77.5", "percent_shown": "77.5"}}, one),
        Form("ciso-2", "avg-and-sum", ciso_flat(), without_b2,
             {"total": {"points": "180", "percent": "60", "not_applicable": 1}}, reduce),
        Form("ciso-2", "avg-of-avg", ciso_groups(), without_b2, {"total": {"percent": "55"}}, one),
        # There, unscored is left out like N/A: it is entered as n/a.  Left empty it is neither.
        Form("ciso-3", "avg", ciso_flat(), without_a2, {"total": {"percent": "84"}}, reduce),
        Form("ciso-3", "avg-of-avg", ciso_groups(), without_a2, {"total": {"percent": "82.5"}}),
        Form("ciso-3", "left-empty", ciso_flat(), left_empty,
             {"total": {"percent": "70", "state": "incomplete", "low": "420", "high": "520"}}),
        *ciso_deep_forms(one),
        *ciso_mixed_forms(one),
        *[Form("ciso-6", name, [inner("S", [leaf("light", "one", weight="1"),
                                            leaf("heavy", "one", weight="3")], max="100")],
               {"light": light, "heavy": heavy}, {"total": {"points": points, "max": "100"}})
          for name, light, heavy, points in (("heavy-only", "0", "1", "75"),
                                             ("light-only", "1", "0", "25"),
                                             ("both", "1", "1", "100"))],
        Form("ciso-7", "empty", ciso_flat(), {}, {"total": nothing, "A": nothing, "B1": nothing}),
    ]


def ciso_deep_forms(one):
    answers = {"R1": "80", "R2": "60", "R3": "40", "R4": "100", "R5": "50"}
    flat = [inner("F", [leaf(code, "hundred") for code in answers], max="100")]
    c1 = inner("C1", [inner("S1", [leaf("R1", "hundred"), leaf("R2", "hundred")]),
                      inner("S2", [leaf("R3", "hundred")])])
    c2 = inner("C2", [leaf("R4", "hundred")])
    # The flat mean there is over the categories: two below F1, one below F2.
    tree = [inner("F1", [c1, c2], max="200"), inner("F2", [leaf("R5", "hundred")], max="100")]
    nodes = {"S1": "70", "S2": "40", "C1": "55", "C2": "100", "F1": "77.5", "F2": "50"}
    return [
        Form("ciso-4", "avg", flat, answers, {"total": {"percent": "66", "percent_shown": "66.0"}},
             one),
        Form("ciso-4", "avg-of-avg", tree, answers,
             {**{node: {"percent": percent} for node, percent in nodes.items()},
              "total": {"percent": "205/3", "percent_shown": "68.3"}}, one),
    ]


def ciso_mixed_forms(one):
    """Scales of different length; 4.375 is 4.4 here and cut to 4.3 there."""
    def group(name, shares, max_):
        scales = {"A1": "five", "A2": "one", "B1": "five", "B2": "five"}
        return inner(name, [leaf(code, scales[code], **share) for code, share in shares.items()],
                     max=max_)

    answers = {"A1": "4", "A2": "1", "B1": "2", "B2": "5"}
    weights = {"A1": {}, "A2": {}, "B1": {"weight": "1"}, "B2": {"weight": "3"}}
    ends = {"A1": {"max": "5"}, "A2": {"max": "1"}, "B1": {"max": "5"}, "B2": {"max": "15"}}
    first, second = ("A1", "A2"), ("B1", "B2")
    return [
        Form("ciso-5", "avg", [group("all", weights, "5")], answers,
             {"total": {"points": "13/3", "points_shown": "4.3"}}, one),
        Form("ciso-5", "avg-of-avg",
             [group("A", {code: weights[code] for code in first}, "2.5"),
              group("B", {code: weights[code] for code in second}, "2.5")], answers,
             {"total": {"points": "4.375", "points_shown": "4.4", "percent": "87.5"}}, one),
        Form("ciso-5", "sum", [group("all", ends, "26")], answers,
             {"total": {"points": "22", "max": "26"}}, one),
    ]


def other_forms():
    raw = [inner("Transport", [leaf("Q1", max="1"), leaf("Q2", max="6")], max="7")]
    # Weights 3 (high) and 2 (medium), and a section of 20 %, follow from .12 and .20.
    weighted = [inner("Transport", [leaf("Q1", weight="3"), leaf("Q2", weight="2")], max="20"),
                leaf("rest", max="80")]
    marked = {"Q1": {"percent": "100"}, "Q2": {"percent": "0"}}
    excepted = {"Q1": {"percent": "100"}, "Q2": "n/a"}
    rest = {"rest": {"percent": "0"}}
    areas = ["61", "60", "73", "53", "70", "56", "65", "68"]
    return [
        Form("ceuk-1", "raw-before", raw, marked, {"Transport": {"points": "1", "max": "7"}},
             {"not_applicable": "reduce"}),
        Form("ceuk-1", "raw-after", raw, excepted, {"Transport": {"points": "1", "max": "1"}},
             {"not_applicable": "reduce"}),
        Form("ceuk-1", "weighted-before", weighted, {**marked, **rest},
             {"total": {"percent": "12"}}),
        Form("ceuk-1", "weighted-after", weighted, {**excepted, **rest},
             {"total": {"percent": "20"}}),
        Form("ceuk-2", "small-section", [leaf("small", max="5"), leaf("rest", max="95")],
             {"small": {"percent": "8"}, **rest},
             {"total": {"percent": "0.4", "percent_shown": "0.40"}},
             {"rounding": {"percent": "2"}}),
        # Two parts with the same score keep their weights: (3 x 10 + 7 x 10 + 3 x 0)/13.
        Form("scorecard-1", "equal-scores",
             [inner("1", [leaf("a", "ten", weight="3"), leaf("b", "ten", weight="7"),
                          leaf("c", "ten", weight="3")], max="10")],
             {"a": "10", "b": "10", "c": "0"},
             {"total": {"points": "100/13", "points_shown": "7.69"}},
             {"rounding": {"points": "2"}}),
        Form("kk-1", "areas", [leaf(str(i), max="100") for i in range(1, 9)],
             {str(i): {"points": points} for i, points in enumerate(areas, 1)},
             {"total": {"points": "506", "max": "800", "percent": "63.25", "points_shown": "506",
                        "percent_shown": "63.3"}}, {"rounding": {"percent": "1"}}),
    ]


def vector_forms():
    return samm_forms() + ciso_forms() + other_forms()


def vectors_prepare(suite):
    for form in vector_forms():
        rubric = rubric_of("v-" + form.evaluation_id(), form.areas, scales=VECTOR_SCALES,
                           **form.rubric)
        suite.add(rubric, form.evaluation_id(), form.answers)


EXACT_TEXTS = ("state", "points_shown", "percent_shown")


def form_differences(nodes, expected):
    for node_id, keys in expected.items():
        for key, value in keys.items():
            if isinstance(value, str) and key not in EXACT_TEXTS:
                value = Fraction(value)
            actual = nodes.get(node_id, {}).get(key, harness.MISSING)
            yield from harness.compare(value, actual, f"{node_id}.{key}")


def sources_of(rows):
    """The source of each vector; "same" is that of the row before, "same as X" that of X."""
    sources, before = {}, ""
    for row in rows:
        text = row["source"]
        if text.startswith("same as "):
            text = sources[text.removeprefix("same as ")]
        before = sources[row["case"]] = before if text == "same" else text
    return sources


def vectors_check(suite):
    """Every row of vectors.csv: its forms, or the reason why it has none."""
    forms = vector_forms()
    rows = rows_of("vectors.csv")
    sources = sources_of(rows)
    for row in rows:
        source = sources[row["case"]]
        own = [form for form in forms if form.case == row["case"]]
        if not own:
            reason = NOT_EXPRESSED.get(row["case"])
            suite.count(reason is not None, f"{row['case']}: neither tested nor explained")
            print(f"{row['case']}: not expressed: {reason} ({source})")
            continue
        good = True
        for form in own:
            wrong = list(form_differences(suite.nodes(form.evaluation_id()), form.expected))
            good &= suite.count(not wrong, f"{form.evaluation_id()} ({source}): {'; '.join(wrong)}")
        names = ", ".join(form.name for form in own)
        print(f"{row['case']}: {'ok' if good else 'WRONG'}: {names}: {row['expected']} ({source})")


# --- The run ---------------------------------------------------------------------------------

def score_all(suite, program, folder):
    """Writes all cases into one folder and scores it in one run."""
    for case in suite.cases:
        case.write(folder / "evaluations", folder / "rubrics")
    output = (harness.run_score(program, [folder / "evaluations"]) if program
              else harness.run_oracle(suite.cases))
    for problem in output.problems:
        suite.count(False, problem)
    suite.results = output.results


def main():
    parser = argparse.ArgumentParser(description="kompass score against the peers' figures")
    parser.add_argument("--keep", action="store_true", help="keep the files in any case")
    parser.add_argument("--oracle", action="store_true", help="test this test")
    options = parser.parse_args()
    program = None if options.oracle else harness.find_program()

    suite = Suite()
    for prepare in (csf_prepare, asem_prepare, vectors_prepare):
        prepare(suite)
    folder = Path(tempfile.mkdtemp(prefix="kompass-peers-"))
    score_all(suite, program, folder)
    for check in (csf_check, asem_check, vectors_check):
        check(suite)
    if suite.failed or options.keep:
        print(f"files kept in {folder}")
    else:
        shutil.rmtree(folder)
    print(f"{suite.passed} passed, {suite.failed} failed")
    return 1 if suite.failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
