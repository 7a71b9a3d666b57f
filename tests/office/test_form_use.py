#!/usr/bin/python3
"""The scoring form in use: what its formulas say when people sort, delete, copy, mistype and answer twice.

    tests/office/test_form_use.py [--count N] [--seed TEXT] [--keep]

Forms are changed by openpyxl, computed anew by LibreOffice and, where it is installed, by Gnumeric. Rows are moved as
a spreadsheet program sorts them: values and formulas go along, references to other cells of the row with them, and
lists stay where they are. What then counts is what `kompass import` and `kompass score` make of the same form.
"""

import argparse
import copy
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from support import ROOT, Counts  # noqa: E402
from test_form import POINTS, answers_of, check_running, flat, gen, load, load_yaml, put, run, same, tables_of  # noqa: E402
import openpyxl  # noqa: E402
import recalculate  # noqa: E402
from openpyxl.formula.translate import Translator  # noqa: E402
from openpyxl.utils import get_column_letter, range_boundaries  # noqa: E402

COUNTS = Counts()
EXAMPLE = ROOT / "evaluations" / "exempelkommunen-2024.yaml"


class Use:
    """A form that somebody has worked on, and what must hold once a program has computed it."""

    def __init__(self, name, path, check):
        self.name, self.path, self.check = name, path, check


# --- Changing forms --------------------------------------------------------------------------

def form_of(folder, name, source, *options):
    path = folder / f"{name}.xlsx"
    done = run("form", source, "-o", path, *options)
    COUNTS.check(done.returncode == 0, f"{name}: {done.stderr.decode()}")
    return path


def row_of(sheet, row, columns):
    """A row's cells as they are moved: value, kind and looks."""
    return [(cell.value, cell.data_type, copy.copy(cell._style)) for cell in (sheet.cell(row, c) for c in columns)]


def put_row(sheet, row, columns, cells, came_from):
    for column, (value, kind, style) in zip(columns, cells):
        cell = sheet.cell(row, column)
        if kind == "f":
            letter = get_column_letter(column)
            value = Translator(value, f"{letter}{came_from}").translate_formula(f"{letter}{row}")
        cell.value = value
        if value is not None:
            cell.data_type = kind
        cell._style = style


def sort_pages(book, rng):
    """Each page's rows in another order, as far as its filter reaches."""
    for table in tables_of(book)["answers"]:
        sheet = table.sheet
        left, top, right, bottom = range_boundaries(sheet.auto_filter.ref)
        columns = range(left, right + 1)
        COUNTS.check(not any(merge.min_row > top and merge.min_row <= bottom for merge in sheet.merged_cells.ranges),
                     f"{sheet.title}: merged cells among the rows to sort")
        rows = {row: row_of(sheet, row, columns) for row in range(top + 1, bottom + 1)}
        order = rng.sample(sorted(rows), len(rows))
        for row, source in zip(sorted(rows), order):
            put_row(sheet, row, columns, rows[source], source)


# --- What a computed form shows --------------------------------------------------------------

def points_of(values, language):
    """What stands on the pages in the place of points, by id."""
    found = {}
    for node, places in answers_of(values).items():
        table, row = places[0]
        heads = [cell.value for cell in table.sheet[table.row + 1]]
        found[node] = table.sheet.cell(row, heads.index(POINTS[language]) + 1).value
    return found


def signs_of(values):
    """What stands in the column that says where evaluators differ, by id."""
    found = {}
    for node, places in answers_of(values).items():
        table, row = places[0]
        heads = [cell.value for cell in table.sheet[table.row + 1]]
        found[node] = table.sheet.cell(row, heads.index("Olika") + 1).value or ""
    return found


def errors_of(values):
    return [f"{sheet.title}!{cell.coordinate} {cell.value}" for sheet in values for row in sheet.iter_rows()
            for cell in row if cell.data_type == "e"]


def check_figures(name, values, score, language):
    """The working sheet, the pages and the first sheet, held against a score."""
    check_running(COUNTS, name, values, score)
    shown = points_of(values, language)
    nodes = [node for node in flat(score["areas"]) if node["id"] in shown]
    wrong = [f"{node['id']}: {shown[node['id']]!r}, not {node['points']!r}" for node in nodes
             if not same(node["points"], shown[node["id"]])]
    COUNTS.check(not wrong, f"{name}: on the pages: {wrong[:4]}")
    start = values.worksheets[0]
    first = next(cell.row for cell in start["C"] if cell.value == POINTS[language]) + 1
    wanted = [*score["areas"], score["total"]]
    wrong = [f"row {first + number}" for number, node in enumerate(wanted)
             if not same(node["points"], start.cell(first + number, 3).value)]
    COUNTS.check(not wrong, f"{name}: on the first sheet: {wrong[:4]}")


# --- Sorted ----------------------------------------------------------------------------------

def sorted_form(folder, name, source, rng, rubrics):
    path = form_of(folder, name, source, "--lang", "sv")
    book = load(path)
    sort_pages(book, rng)
    book.save(path)
    target = folder / name / source.name
    target.parent.mkdir()
    done = run("import", path, "-o", target, "--rubrics", rubrics)
    if not COUNTS.check(done.returncode == 0, f"{name}: {done.stderr.decode()[:400]}"):
        return []
    score = json.loads(run("score", "--format", "json", target, "--rubrics", rubrics).stdout)
    before = json.loads(run("score", "--format", "json", source, "--rubrics", rubrics).stdout)
    COUNTS.check(score["areas"] == before["areas"], f"{name}: sorted, it is read as something else")
    return [Use(name, path, lambda values: check_figures(name, values, score, "sv"))]


def sorted_forms(folder, options):
    rng = random.Random(options.seed)
    uses = sorted_form(folder, "sorted", EXAMPLE, rng, ROOT / "rubrics") if os.environ.get("THOROUGH") else []
    odd = odd_ids_form(folder)
    uses += sorted_form(folder, "sorted-odd", odd, rng, odd.parent / "rubrics")
    for index in range(options.count):
        case = gen.make_case(options.seed, index)
        case.write(folder / "random", folder / "random" / "rubrics")
        uses += sorted_form(folder, f"sorted-{index}", case.path, rng, folder / "random" / "rubrics")
    return uses


ODD_IDS = ["a", "A", "å", "Å", "*", "?", "b*", "bc", "1.1", "1.10", "ab", "aB", "Ab", "AB", "=1", "~", "'", "<>"]


def odd_ids_form(folder):
    """Ids that formulas could take for one another: the same but for case, wildcards, numbers."""
    own = folder / "odd"
    (own / "rubrics").mkdir(parents=True)
    lines = ["kompass: rubric/1", "id: odd", "title: Odd", "language: sv", "source: tests/office", "scales:",
             "  procent: {min: 0, max: 100}", "areas:", "  - id: one", "    title: One", "    max: 100", "    questions:"]
    for number, node in enumerate(ODD_IDS):
        quoted = json.dumps(node, ensure_ascii=False)
        lines += [f"      - id: {quoted}", f"        title: Question {number}", f"        weight: {number + 1}",
                  "        scale: procent"]
    (own / "rubrics" / "odd.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    source = own / "odd-2024.yaml"
    lines = ["kompass: evaluation/1", "id: odd-2024", "rubric: odd", "unit: {name: Odd}", "year: 2024", "answers:"]
    lines += [f"  {json.dumps(node, ensure_ascii=False)}: {5 * number}" for number, node in enumerate(ODD_IDS)]
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return source


# --- Rows that are gone, or there twice ------------------------------------------------------

def torn_form(folder):
    """1.1.1 is emptied with its number; 1.1.2 is copied over 1.1.3, further down; 2.1 stands twice, too."""
    path = form_of(folder, "torn", EXAMPLE, "--lang", "sv")
    book = load(path)
    rows = answers_of(book)
    (table, gone), (_, twice), (_, over) = (rows[node][0] for node in ("1.1.1", "1.1.2", "1.1.3"))
    columns = range(1, table.marker)
    for column in columns:
        table.sheet.cell(gone, column).value = None
    put_row(table.sheet, over, columns, row_of(table.sheet, twice, columns), twice)
    book.save(path)

    def check(values):
        shown = points_of(values, "sv")
        COUNTS.check(not errors_of(values), f"torn: errors in {errors_of(values)[:4]}")
        COUNTS.check(same(1.875, shown["1.1.2"]), f"torn: 1.1.2 has {shown['1.1.2']!r}")
        work = values.worksheets[-2]
        states = {row[0].value: [cell.value for cell in row] for row in work.iter_rows(min_row=2)}
        COUNTS.check("Ej bedömd" in states["1.1.1"] and "Ej bedömd" in states["1.1.3"],
                     "torn: what has no row counts for something")

    return Use("torn", path, check)


# --- Own values ------------------------------------------------------------------------------

GRAD, SHARE = "grad", "procent"  # scales of the example
OWN = [  # scale, what three evaluators fill in, the sign
    (GRAD, ("Finns", "Finns", None), ""),
    (GRAD, ("Finns", "Saknas", None), "≠"),
    (GRAD, ("1", "Finns delvis", None), ""),
    (GRAD, (1, "Finns delvis", "FINNS DELVIS"), ""),
    (GRAD, (2, "1", None), "≠"),
    (GRAD, ("Ej tillämplig", "Finns", None), "≠"),
    (GRAD, ("Ej tillämplig", "Saknas", None), "≠"),
    (GRAD, ("Ej tillämplig", None, "Ej tillämplig"), ""),
    (GRAD, ("Fins", "Finns", None), "?"),
    (GRAD, (None, None, 7), "?"),
    (GRAD, (None, "Finns", None), ""),
    (GRAD, (None, None, None), ""),
    (SHARE, (80, 80.0, None), ""),
    (SHARE, (80, 81, None), "≠"),
    (SHARE, (0, None, "Ej tillämplig"), "≠"),
    (SHARE, (0, 0, None), ""),
    (SHARE, (80, 150, None), "?"),
]


def own_values_form(folder):
    path = form_of(folder, "own", "exempel-detaljfragor", "--lang", "sv", "--evaluators", "3")
    book = load(path)
    rubric = load_yaml(ROOT / "rubrics" / "exempel-detaljfragor.yaml")
    nodes = {scale: [node for node in leaves(rubric["areas"]) if node.get("scale") == scale] for scale in (GRAD, SHARE)}
    rows, wanted = answers_of(book), {}
    for number, (scale, values, sign) in enumerate(OWN):
        if not nodes[scale]:
            nodes[scale] = []
            COUNTS.check(False, f"own: no room for case {number}")
            continue
        node = nodes[scale].pop(0)["id"]
        table, row = rows[node][0]
        for slot, value in enumerate(values, 1):
            if value is not None:
                put(table, row, f"by:#{slot}", value)
        wanted[node] = (values, sign)
    book.save(path)

    def check(values):
        signs = signs_of(values)
        for node, (own, sign) in wanted.items():
            COUNTS.check(signs[node] == sign, f"own: {own} gives {signs[node]!r}, not {sign!r}")
        COUNTS.check(not any(sign for node, sign in signs.items() if node not in wanted), "own: a sign beside nothing")

    return Use("own values", path, check)


def leaves(nodes):
    for node in nodes:
        if node.get("questions"):
            yield from leaves(node["questions"])
        else:
            yield node


# --- Answers that count for nothing ----------------------------------------------------------

DASH = "–"
TWICE = [  # what is filled in, and what stands in the place of points (of a max of 15)
    ({}, DASH),
    ({"points": 6}, 6),
    ({"percent": 40}, 6),
    ({"points": 6, "percent": 40}, "Både poäng och procent"),
    ({"points": 6, "not_applicable": "Ja"}, "Både svar och ej tillämplig"),
    ({"points": 60}, "Utanför 0 till max"),
    ({"percent": 0.5}, 0.075),  # as it stands: only typing it is refused
]


def figures_form(folder):
    path = form_of(folder, "figures", "kommunkompassen-2010", "--lang", "sv")
    book = load(path)
    rubric = load_yaml(ROOT / "rubrics" / "kommunkompassen-2010.yaml")
    nodes = [node["id"] for node in leaves(rubric["areas"]) if node["max"] == "15"]
    rows, wanted = answers_of(book), {}
    for filled, shown in TWICE:
        node = nodes.pop(0)
        table, row = rows[node][0]
        for column, value in filled.items():
            COUNTS.check(put(table, row, column, value), f"figures: no column {column}")
        wanted[node] = (filled, shown)
    book.save(path)

    def check(values):
        points = points_of(values, "sv")
        for node, (filled, shown) in wanted.items():
            ok = same(shown, points[node]) if isinstance(shown, (int, float)) else points[node] == shown
            COUNTS.check(ok, f"figures: {filled} gives {points[node]!r}, not {shown!r}")
        total = values.worksheets[0]
        first = next(cell.row for cell in total["C"] if cell.value == "Poäng") + 1
        COUNTS.check(same(12.075, total.cell(first + 8, 3).value),
                     f"figures: the total is {total.cell(first + 8, 3).value!r}")

    return Use("figures", path, check)


# --- 80, not 80 % ----------------------------------------------------------------------------

TYPED = [("Ej tillämplig", None), (0, True), (0.5, False), (0.8, False), (1, True), (1.5, True), (80, True), (100, True),
         (101, False), (-1, False), ("80 %", False)]


def rules_of(path):
    """Formulas of all cells with a rule of their own, as the first cell of each has it; by (sheet, cell)."""
    return {(sheet.title, str(area).split(":", maxsplit=1)[0]): rule.formula1.lstrip("=").replace(" ", "")
            for sheet in load(path) for rule in sheet.data_validations.dataValidation if rule.type == "custom"
            for area in rule.sqref.ranges}


def shares_form(folder):
    """Rules for percentages as formulas of a scratch sheet; and that LibreOffice writes the rules as they are."""
    paths = [form_of(folder, "shares", "exempel-detaljfragor", "--lang", "sv"),
             form_of(folder, "shares-figures", "kommunkompassen-2010", "--lang", "sv")]
    scratch, wanted = openpyxl.Workbook(), []
    sheet = scratch.active
    for path in paths:
        rules = rules_of(path)
        COUNTS.check(len(rules) > 5, f"{path.name}: only {len(rules)} rules for percentages")
        (_, cell), formula = sorted(rules.items())[0]
        with_na = "Ej tillämplig" in formula
        for value, allowed in TYPED:
            row = sheet.max_row + 1
            sheet.cell(row, 1).value = value
            sheet.cell(row, 2).value = "=" + re.sub(rf"\b{cell}\b", f"A{row}", formula)
            wanted.append((row, value, with_na if allowed is None else allowed))
    target = folder / "scratch.xlsx"
    scratch.save(target)

    def check_scratch(values):
        for row, value, allowed in wanted:
            got = values.worksheets[0].cell(row, 2).value
            COUNTS.check(bool(got) == allowed, f"shares: {value!r} may be typed: {got!r}, not {allowed!r}")

    uses = [Use("rules for percentages", target, check_scratch)]
    return uses + [Use(path.name, path, check_errors(path.name)) for path in paths]


def check_errors(name):
    return lambda values: COUNTS.check(not errors_of(values), f"{name}: errors in {errors_of(values)[:4]}")


def check_rules_stay(uses, saved):
    for use, path in zip(uses, saved):
        if path and use.name.startswith("shares"):
            before, after = rules_of(use.path), rules_of(path)
            lost = [place for place, formula in before.items() if formula not in after.values()]
            COUNTS.check(not lost, f"{use.name}: LibreOffice has lost the rules of {lost[:3]}")


# --- The tests -------------------------------------------------------------------------------

def by_gnumeric(uses, folder):
    folder.mkdir()
    for use in uses:
        target = folder / use.path.name
        done = subprocess.run(["ssconvert", "--recalc", "-T", "Gnumeric_Excel:xlsx2", str(use.path), str(target)],
                              capture_output=True, check=False, timeout=300,
                              env=dict(os.environ, HOME=str(folder), LC_ALL="C.UTF-8"))
        yield target if done.returncode == 0 else None


def check_all(uses, saved, program):
    for use, path in zip(uses, saved):
        if COUNTS.check(path is not None, f"{use.name}: {program} did not convert it"):
            before = COUNTS.failed
            use.check(load(path, True))
            if COUNTS.failed > before:
                print(f"          ({use.name}, computed by {program})")


def main():
    parser = argparse.ArgumentParser(description="scoring forms in use")
    parser.add_argument("--count", type=int, default=12 if os.environ.get("THOROUGH") else 1,
                        help="random evaluations whose forms are sorted")
    parser.add_argument("--seed", default="form-use")
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    if not shutil.which("soffice"):
        recalculate.skip("LibreOffice is not installed (libreoffice-calc-nogui)")
    folder = Path(tempfile.mkdtemp(prefix="kompass-form-use-"))
    uses = [*sorted_forms(folder, options), torn_form(folder), own_values_form(folder), figures_form(folder),
            *shares_form(folder)]
    _, saved = recalculate.recalculated(shutil.which("soffice"), [str(use.path) for use in uses], str(folder / "office"))
    check_all(uses, saved, "LibreOffice")
    check_rules_stay(uses, saved)
    if os.environ.get("THOROUGH") and shutil.which("ssconvert"):
        check_all(uses, list(by_gnumeric(uses, folder / "gnumeric")), "Gnumeric")
    return COUNTS.finish(folder, options.keep)


if __name__ == "__main__":
    raise SystemExit(main())
