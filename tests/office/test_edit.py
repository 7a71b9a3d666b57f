#!/usr/bin/python3
"""An answer changed in the workbook gives what `kompass score` gives for the same change in the file.

For shipped evaluations: export, change one answer's cell in the package itself, let LibreOffice recalculate,
and compare every figure (sub-questions, areas, total, percent, difference from a reference, points left in the
action plan, the reconciliation) with `score --format json` of the evaluation changed in the same way.

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
from dataclasses import dataclass, field

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import inspect_package  # noqa: E402
import recalculate  # noqa: E402
from support import KOMPASS, ROOT, Counts  # noqa: E402

NOT_APPLICABLE = "Ej tillämplig"
COUNTS = Counts()


@dataclass
class Case:
    file: str
    node: str
    old: str  # of the file: stands there once
    new: str
    cell: object  # a number, a word, or None for nothing
    reference: str = ""
    quick: bool = False  # tried without THOROUGH=1 too: one of each kind
    # filled in on the way
    name: str = ""
    before: dict = field(default_factory=dict)
    after: dict = field(default_factory=dict)
    areas: list = field(default_factory=list)
    book: str = ""
    fresh: str = ""  # the workbook of the changed file


E, V = "evaluations/eskilstuna-2011.yaml", "evaluations/vallentuna-2021.yaml"
D = "tests/data/draft/storby-2011.yaml"
X, M = "evaluations/exempelkommunen-2024.yaml", "examples/01-first-evaluation/minkommun-2025.yaml"
CASES = [
    Case(E, "1.3", '"1.3":\n    percent: 26', '"1.3":\n    percent: 71', 71, quick=True),
    Case(E, "7.4", '"7.4":\n    percent: 7\n', '"7.4":\n    percent: 100\n', 100),
    Case(E, "2.2", '"2.2":\n    percent: 23', '"2.2":\n    not_applicable: true', NOT_APPLICABLE, quick=True),
    Case(V, "3", '"3": {points: 80}', '"3": {points: 31}', 31, "sverige-2021", quick=True),
    Case(V, "8", '"8": {points: 83}', '"8": {not_applicable: true}', NOT_APPLICABLE, "sverige-2021"),
    Case(X, "1.1.3", '"1.1.3": 1\n', '"1.1.3": 0\n', 0),
    Case(X, "4.4.1", '"4.4.1":\n    value: 96\n', '"4.4.1":\n    value: 41.25\n', 41.25, quick=True),
    Case(X, "1.5.2", '"1.5.2":\n', '"1.5.2": 2\n', 2),
    Case(X, "1.4.1", '"1.4.1": 2\n', '"1.4.1": n/a\n', NOT_APPLICABLE),
    Case(X, "1.5.1", '"1.5.1": 2\n', '"1.5.1":\n', None, quick=True),
    Case(M, "3.2", '"3.2": 0 ', '"3.2": 2 ', 2),
    Case(M, "3.3", '"3.3": {not_applicable: true,', '"3.3": {value: 2,', 2, quick=True),
    Case(M, "2.1", '"2.1": 2\n', '"2.1":\n', None),
    Case(D, "2.1", '"2.1":\n', '"2.1": {percent: 40}\n', 40, quick=True),  # an area that had no answer
]


# ---- the program ----

def score(path, rubrics):
    done = subprocess.run([KOMPASS, "score", path, "--format", "json", "--rubrics", rubrics], capture_output=True,
                          text=True, check=False)
    return json.loads(done.stdout) if done.stdout else None


def nodes(result):
    """id -> figures; the total is ''."""
    found = {"": result["total"]}

    def add(items):
        for item in items:
            found[item["id"]] = item
            add(item.get("questions", []))

    add(result["areas"])
    return found


def prepare(case, number, folder):
    """Export the file as it is, and score it before and after the change."""
    path = os.path.join(ROOT, case.file)
    near = os.path.join(os.path.dirname(path), "rubrics")
    rubrics = near if os.path.isdir(near) else os.path.join(ROOT, "rubrics")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    case.name = f"{os.path.basename(case.file)[:-5]}, {case.node} = {case.cell}"
    if not COUNTS.check(text.count(case.old) == 1, f"{case.name}: {case.old!r} stands {text.count(case.old)} times"):
        return False
    changed_folder = os.path.join(folder, str(number))
    os.mkdir(changed_folder)
    changed = os.path.join(changed_folder, os.path.basename(path))
    with open(changed, "w", encoding="utf-8") as file:
        file.write(text.replace(case.old, case.new))
    case.before, case.after = nodes(score(path, rubrics)), score(changed, rubrics)
    if not COUNTS.check(case.after is not None, f"{case.name}: the changed file is not scored"):
        return False
    case.areas = [area["id"] for area in case.after["areas"]]
    case.after = nodes(case.after)
    case.book = os.path.join(changed_folder, "book.xlsx")
    command = [KOMPASS, "export", path, "-o", case.book, "--rubrics", rubrics]
    if case.reference:
        command += ["--reference", case.reference]
    case.fresh = os.path.join(changed_folder, "fresh.xlsx")
    fresh = [changed if word == path else case.fresh if word == case.book else word for word in command]
    for words in (command, fresh):
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        if not COUNTS.check(done.returncode == 0, f"{case.name}: {done.stderr}"):
            return False
    return True


# ---- the change in the package ----

def head_row(sheet, label="Nr"):
    for row in sheet.iter_rows():
        for cell in row[:3]:
            if cell.value == label:
                return cell.row
    return None


def columns(sheet, row):
    """label -> columns that bear it"""
    found = {}
    for cell in sheet[row]:
        if cell.value is not None:
            found.setdefault(cell.value, []).append(cell.column)
    return found


def answer_cell(book, node):
    """Where the answer stands: among details, or the one figure of its row that is no formula."""
    name = "Detaljer" if "Detaljer" in book.sheetnames else "Poängfördelning"
    sheet = book[name]
    head = head_row(sheet)
    heads = columns(sheet, head)
    for row in range(head + 1, sheet.max_row + 1):
        if sheet.cell(row, 1).value != node:
            continue
        if "Svar" in heads:
            return name, sheet.cell(row, heads["Svar"][0]).coordinate
        for label in ("Uppnått", "Procent"):
            cell = sheet.cell(row, heads[label][0])
            if cell.data_type != "f":
                return name, cell.coordinate
    return None, None


def part_of(package, sheet):
    workbook = package.read("xl/workbook.xml").decode()
    relations = package.read("xl/_rels/workbook.xml.rels").decode()
    relation = re.search(rf'<sheet name="{re.escape(sheet)}" sheetId="\d+" r:id="(\w+)"', workbook).group(1)
    return "xl/" + re.search(rf'Id="{relation}"[^>]*Target="([^"]+)"', relations).group(1)


def change(case, openpyxl):
    sheet, place = answer_cell(recalculate.load(openpyxl, case.book, False), case.node)
    if not COUNTS.check(place is not None, f"{case.name}: no cell holds the answer"):
        return False
    copy = case.book + ".new"
    with zipfile.ZipFile(case.book) as old, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as new:
        part = part_of(old, sheet)
        for name in old.namelist():
            data = old.read(name)
            if name == part:
                pattern = rf'<c r="{place}"( s="\d+")?(?: t="\w+")?(?:/>|>.*?</c>)'
                content = {float: f'<v>{case.cell}</v>', int: f'<v>{case.cell}</v>', type(None): "",
                           str: f'<is><t>{case.cell}</t></is>'}[type(case.cell)]
                kind = ' t="inlineStr"' if isinstance(case.cell, str) else ""
                text, count = re.subn(pattern, rf'<c r="{place}"\g<1>{kind}>{content}</c>', data.decode(), count=1)
                COUNTS.check(count == 1, f"{case.name}: {place} is not in {part}")
                data = text.encode()
            new.writestr(name, data)
    os.replace(copy, case.book)
    return True


# ---- what must stand where ----

def same(got, want):
    if want is None:
        return not isinstance(got, (int, float))
    return isinstance(got, (int, float)) and abs(got - want) <= 1e-9 * max(1, abs(want))


def expect(case, where, got, want):
    COUNTS.check(same(got, want), f"{case.name}: {where}: {got!r}, not {want!r}")


def check_figures(case, sheet, points_label):
    """Points, max and percent of each row; the rows of sums bear no id but name their area."""
    head = head_row(sheet)
    heads = columns(sheet, head)
    seen = 0
    for row in range(head + 1, sheet.max_row + 1):
        node, title = sheet.cell(row, 1).value, str(sheet.cell(row, 2).value or "")
        if title == "Totalt":
            node = ""
        elif title.startswith("Summa område "):
            node = title[len("Summa område "):]
        if node is None or node not in case.after or sheet.cell(row, heads["Max"][0]).value is None:
            continue
        seen += 1
        for label, key in ((points_label, "points"), ("Max", "max"), ("Procent", "percent")):
            expect(case, f"{sheet.title}, {node or 'total'}, {label}", sheet.cell(row, heads[label][0]).value,
                   case.after[node][key])
        if node == "":
            break
    COUNTS.check(seen > 3, f"{case.name}: {sheet.title}: only {seen} rows")


def check_summary(case, sheet):
    head = next(row for row in range(1, sheet.max_row) if sheet.cell(row, 2).value == "Område")
    heads = columns(sheet, head)
    points = heads.get("Uppnått", heads.get("Omräknat"))[0]
    for row in range(head + 1, sheet.max_row):
        node = "" if sheet.cell(row, 2).value == "Totalt" else sheet.cell(row, 1).value
        expect(case, f"Översikt, {node or 'total'}", sheet.cell(row, points).value, case.after[node]["points"])
        for word, key in (("Lägst", "low"), ("Högst", "high")):
            for column in heads.get(word, []):
                expect(case, f"Översikt, {node or 'total'}, {word}", sheet.cell(row, column).value, case.after[node][key])
        for apart in heads.get("Skillnad", []):
            mean = sheet.cell(row, apart - 1).value
            if isinstance(mean, (int, float)) and isinstance(sheet.cell(row, points).value, (int, float)):
                expect(case, f"Översikt, {node}, Skillnad", sheet.cell(row, apart).value,
                       case.after[node]["points"] - mean)
        if node == "":
            return
    COUNTS.check(False, f"{case.name}: Översikt has no total")


def check_bounds_in_words(case, sheet):
    """What the sentence says of the total while answers are missing."""
    said = [cell for row in sheet.iter_rows(values_only=True) for cell in row
            if isinstance(cell, str) and ("inte bedömd" in cell or cell == "Alla frågor är bedömda.")]
    if not case.before[""]["unanswered"]:
        COUNTS.check(not said, f"{case.name}: {sheet.title} says {said}")
        return
    left, low, high = (case.after[""][key] for key in ("unanswered", "low", "high"))
    decimals = len(case.after[""]["points_shown"].partition(".")[2])
    bounds = f"Totalen blir mellan {low:.{decimals}f} och {high:.{decimals}f}".replace(".", ",")
    count = f"{left} fråga är ännu inte bedömd" if left == 1 else f"{left} frågor är ännu inte bedömda"
    want = f"{count} och räknas tills vidare lägst. {bounds} poäng." if left else "Alla frågor är bedömda."
    COUNTS.check(said == [want], f"{case.name}: {sheet.title} says {said}, not {want!r}")


SAID = ("De visade delarna", "Delarna blir", "Ej tillämpliga frågor", "Omräknat ur", "Räknat på", "Starkast", "Svagast", "Lika s",
        "Utkast")
SAID_OF_DRAFTS = ("Ofullständig", "Totalt hittills")  # not of a workbook that was made when all was answered


def said_on(case, sheet):
    """Sentences that have figures in them, or that hold only for some answers."""
    said = SAID + SAID_OF_DRAFTS if case.before[""]["unanswered"] else SAID
    cells = [part.strip() for row in sheet.iter_rows(values_only=True) for cell in row[:2] if isinstance(cell, str)
             for part in cell.replace(" Ej tillämpliga frågor", "\nEj tillämpliga frågor").split("\n")]
    return sorted(cell for cell in cells if cell.startswith(said))


def check_words(case, book, openpyxl):
    """Footnotes and caveats are those of a workbook that is made from the changed file."""
    fresh = recalculate.load(openpyxl, case.fresh, True)
    for name in ("Översikt", "Poängfördelning", "Handlingsplan"):
        got, want = said_on(case, book[name]), said_on(case, fresh[name])
        COUNTS.check(got == want, f"{case.name}: {name} says {got}, not {want}")


def check_plan(case, sheet):
    head = head_row(sheet, "Punkt")
    heads = columns(sheet, head)
    seen = 0
    for row in range(head + 1, sheet.max_row + 1):
        figures = case.after.get(str(sheet.cell(row, heads["Nr"][0]).value))
        if not figures:
            continue
        seen += 1
        left = None if figures["points"] is None else figures["max"] - figures["points"]
        expect(case, f"Handlingsplan, {figures['id']}", sheet.cell(row, heads["Poäng kvar"][0]).value, left)
    COUNTS.check(seen > 0, f"{case.name}: the action plan names no question")


def check_reconciliation(case, sheet):
    head = head_row(sheet)
    heads = columns(sheet, head)
    verdict = str(sheet.cell(head - 2, 1).value)
    COUNTS.check(verdict.startswith("Minst ett värde avviker"), f"{case.name}: Avstämning says {verdict}")
    for row in range(head + 1, sheet.max_row):
        node = "" if sheet.cell(row, 2).value == "Totalt" else sheet.cell(row, 1).value
        before, after = case.before[node], case.after[node]
        expect(case, f"Avstämning, {node}, program", sheet.cell(row, heads["Programmet, poäng"][0]).value,
               before["points"])
        expect(case, f"Avstämning, {node}, workbook", sheet.cell(row, heads["Arbetsboken, poäng"][0]).value,
               after["points"])
        both = before["points"] is not None and after["points"] is not None
        expect(case, f"Avstämning, {node}, difference", sheet.cell(row, heads["Differens"][0]).value,
               after["points"] - before["points"] if both else None)
        if node == "":
            return


def check_charts(case, again):
    """The charts' own values, as LibreOffice writes them after computing."""
    package = inspect_package.Package(again)
    c = f"{{{inspect_package.NS['c']}}}"
    areas = [node for node in case.after.values() if node.get("id") in case.areas]
    charts = [name for name in package.names if re.fullmatch(r"xl/charts/chart\d+\.xml", name)]
    COUNTS.check(len(charts) == 2, f"{case.name}: {len(charts)} charts")
    for name in charts:
        chart = package.xml(name)
        first, bars = next(chart.iter(f"{c}ser")), next(chart.iter(f"{c}barChart"), None) is not None
        points = first.findall(f"{c}val/{c}numRef/{c}numCache/{c}pt")
        drawn = {int(p.get("idx")): float(p.find(f"{c}v").text) for p in points if p.find(f"{c}v").text != "NaN"}
        for index, area in enumerate(areas):
            # The radar has a gap for good where there was no answer: it would draw a formula without a number as 0.
            if area["percent"] is not None and (bars or case.before[area["id"]]["percent"] is not None):
                expect(case, f"{name}, {area['id']}", drawn.get(index), area["percent"])


def check(case, again, openpyxl):
    if not COUNTS.check(again is not None, f"{case.name}: LibreOffice could not convert it"):
        return
    book = recalculate.load(openpyxl, again, True)
    moved = [node for node in case.after if case.after[node]["points"] != case.before[node]["points"]]
    COUNTS.check("" in moved and case.node in moved, f"{case.name}: the change moves nothing")
    check_figures(case, book["Poängfördelning"], "Uppnått")
    if "Detaljer" in book.sheetnames:
        check_figures(case, book["Detaljer"], "Poäng")
    check_summary(case, book["Översikt"])
    for name in ("Översikt", "Avstämning"):
        check_bounds_in_words(case, book[name])
    check_words(case, book, openpyxl)
    check_plan(case, book["Handlingsplan"])
    check_reconciliation(case, book["Avstämning"])
    check_charts(case, again)


def main():
    soffice = os.environ.get("SOFFICE") or shutil.which("soffice") or shutil.which("libreoffice")
    if not soffice:
        recalculate.skip("LibreOffice is not installed")
    try:
        import openpyxl
    except ImportError:
        recalculate.skip("openpyxl is not installed")
    with tempfile.TemporaryDirectory(prefix="kompass-edit-") as folder:
        cases = CASES if os.environ.get("THOROUGH") else [case for case in CASES if case.quick]
        ready = [case for number, case in enumerate(cases)
                 if prepare(case, number, folder) and change(case, openpyxl)]
        work = os.path.join(folder, "office")
        os.mkdir(work)
        canary, copies = recalculate.recalculated(soffice, [case.book for case in ready], work)
        value = recalculate.load(openpyxl, canary, True)["S"]["A1"].value if canary else None
        COUNTS.check(value == 42, f"LibreOffice does not recalculate: 6*7 stayed {value}")
        for case, again in zip(ready, copies):
            check(case, again, openpyxl)
    return COUNTS.finish()


if __name__ == "__main__":
    sys.exit(main())
