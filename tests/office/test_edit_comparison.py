#!/usr/bin/python3
"""Points changed in the workbook of a comparison give what `kompass compare` gives for the same change in the file.

The three rounds of the example: write the workbook, change one cell of Delfrågor in the package itself, let
LibreOffice recalculate, and hold every line (points, changes), the areas and the total of the first sheet, and like
for like against `compare --format json` of the rounds changed in the same way.

KOMPASS names the program. Exit 0, 1, or 77: LibreOffice or openpyxl is missing.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import recalculate  # noqa: E402
import test_edit  # noqa: E402
from support import KOMPASS, ROOT, Counts  # noqa: E402

COUNTS = Counts()
FOLDER = os.path.join(ROOT, "examples", "02-three-rounds")
YEARS = ("2019", "2021", "2023")
NA = "Ej tillämplig"

# Node, year, what stands in the file and what shall; None for a number: the points that it then gives.
CASES = [
    ("1.2.1", "2021", '  "1.2.1": 2\n', '  "1.2.1": 0\n', None),
    ("6.1.1", "2023", '  "6.1.1": 2\n', '  "6.1.1": 0\n', None),
    ("5.3.1", "2021", '  "5.3.1": 2\n', '  "5.3.1": n/a\n', NA),
]


def compared(folder):
    paths = [os.path.join(folder, f"exempelstad-{year}.yaml") for year in YEARS]
    done = subprocess.run([KOMPASS, "compare", "--format", "json", *paths], capture_output=True, text=True,
                          check=False)
    COUNTS.check(done.returncode == 0, f"{folder}: {done.stderr}")
    return json.loads(done.stdout)


def line_of(result, node, year):
    """The place among the lines of the node's first line in a round."""
    place = YEARS.index(year)
    return next(i for i, line in enumerate(result["nodes"]) if line["ids"][place] == node)


def prepare(number, case, folder):
    node, year, old, new, cell = case
    changed = os.path.join(folder, str(number))
    shutil.copytree(FOLDER, changed)
    path = os.path.join(changed, f"exempelstad-{year}.yaml")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    COUNTS.check(text.count(old) == 1, f"{node}: {old!r} stands {text.count(old)} times")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text.replace(old, new))
    after = compared(changed)
    if cell is None:
        cell = after["nodes"][line_of(after, node, year)]["points"][YEARS.index(year)]
    return after, cell


def write(folder, number):
    book = os.path.join(folder, f"{number}.xlsx")
    paths = [os.path.join(FOLDER, f"exempelstad-{year}.yaml") for year in YEARS]
    done = subprocess.run([KOMPASS, "compare", *paths, "-o", book, "--lang", "sv"], capture_output=True,
                          text=True, check=False)
    COUNTS.check(done.returncode == 0, done.stderr)
    return book


def put(book, place, cell):
    """The cell anew, whatever stood there."""
    value = (f' t="inlineStr"><is><t>{cell}</t></is></c>' if isinstance(cell, str) else f"><v>{cell!r}</v></c>")
    copy = book + ".new"
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as new:
        part = test_edit.part_of(old, "Delfrågor")
        for name in old.namelist():
            data = old.read(name)
            if name == part:
                text, count = re.subn(rf'<c r="{place}"( s="\d+")?(?: t="\w+")?(?:/>|>.*?</c>)',
                                      lambda m: f'<c r="{place}"{m.group(1) or ""}{value}', data.decode())
                COUNTS.check(count == 1, f"{place} is there {count} times")
                data = text.encode()
            new.writestr(name, data)
    os.replace(copy, book)


def expect(name, got, wanted):
    if wanted is None:
        COUNTS.check(not isinstance(got, (int, float)), f"{name}: {got!r}, should be no number")
    else:
        COUNTS.check(isinstance(got, (int, float)) and abs(got - wanted) <= 1e-9 * max(1, abs(wanted)),
                     f"{name}: {got!r}, should be {wanted!r}")


def check_lines(name, sheet, after):
    head = test_edit.head_row(sheet)
    heads = test_edit.columns(sheet, head)
    for i, line in enumerate(after["nodes"] + [after["total"]]):
        row = head + 1 + i
        where = f"{name}: line {i} ({line.get('ids', 'total')})"
        for k, year in enumerate(YEARS):
            expect(f"{where}, {year}", sheet.cell(row, heads[year][0]).value, line["points"][k])
            if line is not after["total"] and line["percent"][k] is not None and \
                    sheet.cell(row, heads["Max"][0]).value:
                expect(f"{where}, {year}, percent", sheet.cell(row, heads["Procent"][k]).value, line["percent"][k])
            if k:
                expect(f"{where}, change to {year}", sheet.cell(row, heads["Förändring"][k - 1]).value,
                       line["change"][k])


def check_first_sheet(name, sheet, after):
    rows = [row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 2).value == "Totalt"]
    COUNTS.check(len(rows) == 2, f"{name}: {len(rows)} rows of totals")
    points, like = rows
    for k in range(len(YEARS)):
        expect(f"{name}: total {k}", sheet.cell(points, (3, 4, 6)[k]).value, after["total"]["points"][k])
    for step, pair in enumerate(after["total"]["like_for_like_percent"]):
        for end in range(2):
            expect(f"{name}: like for like {step}.{end}", sheet.cell(like, 3 + 3 * step + end).value, pair[end])
        expect(f"{name}: like for like {step}, change", sheet.cell(like, 5 + 3 * step).value, pair[1] - pair[0])


def at_later_max(line):
    """What a line of the last step rose by, at the later max: points of two maxima do not tell a rise."""
    (before, now), points = line["percent"][-2:], line["points"][-1]
    return points * (1 - before / now) if now else None


def check_largest(name, sheet, after):
    """The rises and falls of the first sheet, in their order, with both maxima beside the points."""
    rows = {sheet.cell(row, 2).value: row for row in range(1, sheet.max_row + 1)}
    lines = [line for line in after["nodes"] if line["level"] == 2 and line["change"][-1] is not None]
    for label, sign in (("Största ökningarna", 1), ("Största minskningarna", -1)):
        first = rows[label] + 1
        wanted = sorted(((sign * (at_later_max(line) or 0), line["id"]) for line in lines), reverse=True)[:5]
        for i, (change, _) in enumerate(wanted):
            where = f"{name}: {label}, {i + 1}"
            points, most, later, max_later, shown = (sheet.cell(first + i, column).value for column in range(3, 8))
            expect(where, shown, sign * change)
            expect(f"{where}, by its own points", shown, later - points / most * max_later)
            line = next(line for line in lines if line["id"] == sheet.cell(first + i, 1).value)
            expect(f"{where}, max", later / max_later * 100, line["percent"][-1])


def check_items(name, sheet):
    """A question whose share is the same neither rose nor fell, whatever it is worth."""
    head = test_edit.head_row(sheet, "Punkt")
    heads = test_edit.columns(sheet, head)
    seen = 0
    for row in range(head + 1, sheet.max_row + 1):
        shares = [sheet.cell(row, column).value for column in heads["Procent"]]
        change = sheet.cell(row, heads["Förändring, på senaste max"][0]).value
        if not isinstance(change, (int, float)):
            continue
        first = YEARS.index(str(sheet.cell(row, heads["Nämnd"][0]).value))
        share = shares[-1] - shares[first]
        seen += "max" in sheet.cell(row, heads["Jämförbarhet"][0]).value
        COUNTS.check((change > 1e-9) == (share > 1e-9) and (change < -1e-9) == (share < -1e-9),
                     f"{name}: proposals, row {row}: {change} points though {share} %")
    COUNTS.check(seen > 0, f"{name}: no question of a proposal has another max")


def main():
    soffice = os.environ.get("SOFFICE") or shutil.which("soffice") or shutil.which("libreoffice")
    if not soffice:
        recalculate.skip("LibreOffice is not installed")
    try:
        import openpyxl
    except ImportError:
        recalculate.skip("openpyxl is not installed")
    with tempfile.TemporaryDirectory(prefix="kompass-edit-comparison-") as folder:
        before = compared(FOLDER)
        books, wanted = [], []
        for number, case in enumerate(CASES):
            after, cell = prepare(number, case, folder)
            book = write(folder, number)
            sheet = recalculate.load(openpyxl, book, False)["Delfrågor"]
            head = test_edit.head_row(sheet)
            column = test_edit.columns(sheet, head)[case[1]][0]
            put(book, sheet.cell(head + 1 + line_of(before, case[0], case[1]), column).coordinate, cell)
            COUNTS.check(after["total"] != before["total"], f"{case[0]}: the change moves nothing")
            books.append(book)
            wanted.append(after)
        work = os.path.join(folder, "office")
        os.mkdir(work)
        canary, copies = recalculate.recalculated(soffice, books, work)
        value = recalculate.load(openpyxl, canary, True)["S"]["A1"].value if canary else None
        COUNTS.check(value == 42, f"LibreOffice does not recalculate: 6*7 stayed {value}")
        for case, after, copy in zip(CASES, wanted, copies):
            name = f"{case[0]} in {case[1]}"
            if COUNTS.check(copy is not None, f"{name}: LibreOffice could not convert it"):
                book = recalculate.load(openpyxl, copy, True)
                check_lines(name, book["Delfrågor"], after)
                check_first_sheet(name, book["Jämförelse"], after)
                check_largest(name, book["Jämförelse"], after)
                check_items(name, book["Vad blev det av förslagen"])
    return COUNTS.finish()


if __name__ == "__main__":
    sys.exit(main())
