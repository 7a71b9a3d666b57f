#!/usr/bin/python3
"""The scoring form, as the people and programs that get it will find it.

    tests/office/test_form.py [--count N] [--fill N] [--seed TEXT] [--keep]

On random rubrics and evaluations, and the shipped ones: each node has one row; the names that programs look for are there
and lead to the answers; the base is the file; only cells to fill in can be changed; lists are ranges of cells; the running points are
those of `score`, both as stored and, in forms filled in by a second program and computed by LibreOffice, as computed.
"""

import argparse
import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from support import KOMPASS, ROOT, Counts  # noqa: E402

sys.path.insert(0, str(ROOT / "tests" / "oracle"))
try:
    import openpyxl
except ImportError:
    print("skipped: needs python3-openpyxl")
    sys.exit(77)
import gen  # noqa: E402
import recalculate  # noqa: E402

INPUT_FILL = "FFFFFBE0"
NA = {"sv": "Ej tillämplig", "nb": "Ikke aktuell", "en": "Not applicable"}
YES = {"sv": "Ja", "nb": "Ja", "en": "Yes"}
POINTS = {"sv": "Poäng", "nb": "Poeng", "en": "Points"}
MAX = {"sv": "Max poäng", "nb": "Maks poeng", "en": "Max points"}
TOLERANCE = 1e-9


def run(*arguments):
    done = subprocess.run([KOMPASS, *map(str, arguments)], capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"exit {done.returncode}: {arguments}: {done.stderr.decode()[:1500]}")
    return done


def load(path, values=False):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(path, data_only=values)


def load_yaml(path):
    try:
        import yaml
    except ImportError:
        recalculate.skip("PyYAML is not installed (python3-yaml)")
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader=yaml.BaseLoader)


# --- Tables, by their names as the reader finds them -----------------------------------------

def text_of(value):
    if isinstance(value, str):
        return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m.group(1), 16)), value)
    return value


class Table:
    """One piece of a table: the columns' names, and the rows below its row of names."""

    def __init__(self, sheet, row, marker, kind):
        self.sheet, self.row, self.marker, self.kind = sheet, row, marker, kind
        self.columns = {cell.value: cell.column for cell in sheet[row]
                        if isinstance(cell.value, str) and cell.column != marker}
        self.end = sheet.max_row

    def rows(self):
        for row in range(self.row + 1, self.end + 1):
            if self.sheet.cell(row, self.marker).value is None:
                yield row

    def value(self, row, name):
        return text_of(self.sheet.cell(row, self.columns[name]).value) if name in self.columns else None


def tables_of(book):
    """All tables by kind; a sheet's rows end at its next row of names."""
    found = {}
    for sheet in book:
        pieces = [Table(sheet, cell.row, cell.column, cell.value[8:])
                  for row in sheet.iter_rows() for cell in row
                  if isinstance(cell.value, str) and cell.value.startswith("kompass:")]
        for piece, after in zip(pieces, pieces[1:]):
            piece.end = after.row - 1
        for piece in pieces:
            found.setdefault(piece.kind, []).append(piece)
    return found


def answers_of(book):
    """Rows of answers by id: table and row."""
    found = {}
    for table in tables_of(book)["answers"]:
        for row in table.rows():
            node_id = table.value(row, "id")
            if node_id is not None:
                found.setdefault(node_id, []).append((table, row))
    return found


# --- What every form keeps to ----------------------------------------------------------------

def node_ids(nodes):
    for node in nodes:
        yield node["id"]
        yield from node_ids(node.get("questions", []))


def check_layout(counts, name, book, rubric):
    rows = answers_of(book)
    wanted = list(node_ids(rubric["areas"]))
    counts.check([node for node in rows if node != "total"] == wanted, f"{name}: the rows are not the nodes")
    counts.check(all(len(places) == 1 for places in rows.values()), f"{name}: a node has two rows")
    for sheet in book:
        counts.check(sheet.protection.sheet, f"{name}: {sheet.title} is not protected")
        wrong = [cell.coordinate for row in sheet.iter_rows() for cell in row
                 if not isinstance(cell, openpyxl.cell.cell.MergedCell)  # of whose looks openpyxl knows nothing
                 and not cell.protection.locked and not (cell.fill.fgColor.rgb == INPUT_FILL
                                                        and cell.data_type != "f")]
        counts.check(not wrong, f"{name}: {sheet.title}: not to be filled in, but unlocked: {wrong[:5]}")
        for rule in sheet.data_validations.dataValidation:
            counts.check(rule.type != "list" or "!" in rule.formula1 or re.match(r"=?\$", rule.formula1),
                         f"{name}: {sheet.title}: a list that is no range: {rule.formula1}")
    counts.check(book.worksheets[0].sheet_state == "visible", f"{name}: the first sheet is hidden")
    for kind, pieces in tables_of(book).items():
        for piece in pieces:
            counts.check(piece.sheet.row_dimensions[piece.row].hidden or kind in ("form", "work"),
                         f"{name}: the names of {kind} are in view")
            letter = openpyxl.utils.get_column_letter(piece.marker)
            counts.check(piece.sheet.column_dimensions[letter].hidden or piece.sheet.sheet_state == "hidden",
                         f"{name}: the marker of {kind} is in view")
    check_strays(counts, name, book)


def check_strays(counts, name, book):
    """Where a row is no layout and has no id, nothing stands in a column that is read."""
    for kind in ("answers", "findings", "evidence", "summaries"):
        for table in tables_of(book).get(kind, []):
            stray = [row for row in table.rows() if table.value(row, "id") in (None, "")
                     and any(table.value(row, column) not in (None, "") for column in table.columns)]
            counts.check(not stray, f"{name}: {table.sheet.title}: {kind} without an id in rows {stray[:5]}")


def decimals_of(cell):
    """How many decimals a cell's format shows."""
    return len(re.match(r"[#,0]*(?:\.(0*))?", cell.number_format.split(";")[0])[1] or "")


def check_decimals(counts, name, book, language):
    """Points never have fewer decimals than the max beside them: 1.9 of 1.88 is no result."""
    wrong = []
    for node, places in answers_of(book).items():
        for table, row in places:
            heads = [cell.value for cell in table.sheet[table.row + 1]]
            points, most = (table.sheet.cell(row, heads.index(words[language]) + 1) for words in (POINTS, MAX))
            if decimals_of(points) < decimals_of(most):
                wrong.append(f"{node}: {points.number_format} of {most.number_format}")
    counts.check(not wrong, f"{name}: {wrong[:4]}")


def check_base(counts, name, book, path):
    (table,) = tables_of(book)["form"]
    keys = {table.value(row, "key"): table.value(row, "value") for row in table.rows() if table.value(row, "key")}
    chunks = [keys[f"base:#{number}"] for number in range(1, len(keys)) if f"base:#{number}" in keys]
    held = b"".join(base64.b64decode(chunk) for chunk in chunks)
    data = path.read_bytes()
    counts.check(held == data, f"{name}: the base is not the file")
    counts.check(keys["base_sha256"] == hashlib.sha256(data).hexdigest(), f"{name}: the hash of the base")


# --- Running points --------------------------------------------------------------------------

def flat(results):
    for area in results:
        yield area
        yield from flat(area.get("questions", []))


def running(book):
    """Points and percent of each node on the hidden working sheet, and the three sums of the first sheet."""
    work = book.worksheets[-2]  # Gnumeric does not say what is hidden
    heads = [cell.value for cell in work[1]]
    found = {}
    # max is the last of two columns under `reduce`
    columns = {"points": heads.index(next(h for h in heads if h in ("Poäng", "Poeng", "Points"))),
               "percent": heads.index(next(h for h in heads if h in ("Procent", "Prosent", "Percent")))}
    columns["max"] = columns["percent"] - 1
    for row in work.iter_rows(min_row=2):
        if row[1].value is None:
            break
        found[text_of(row[0].value) or "total"] = {key: row[column].value for key, column in columns.items()}
    return found


def same(number, shown):
    if number is None:
        return isinstance(shown, str)
    return isinstance(shown, (int, float)) and abs(shown - number) <= TOLERANCE * max(1, abs(number))


def check_running(counts, name, book, score):
    shown = running(book)
    wrong = []
    for node in [dict(score["total"], id="total"), *flat(score["areas"])]:
        own = shown.get(node["id"], {})
        for key in ("points", "percent", "max"):
            if not same(node[key], own.get(key)):
                wrong.append(f"{node['id']} {key}: {own.get(key)!r}, not {node[key]!r}")
    counts.check(not wrong, f"{name}: {wrong[:4]}")


# --- Filling in ------------------------------------------------------------------------------

def label_of(lists, scale, value):
    for table in lists:
        for row in table.rows():
            if table.value(row, "scale") == scale and same_level(table.value(row, "level"), value):
                return table.value(row, "label")
    return None


def same_level(level, value):
    if level == "n/a" or value == "n/a":
        return level == value
    return level is not None and gen.Fraction(level) == gen.Fraction(value)


def put(table, row, column, value):
    if column not in table.columns:
        return False
    cell = table.sheet.cell(row, table.columns[column])
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"  # openpyxl takes "=..." for a formula
    return True


def fill(book, case, language, evaluators):
    """The answers of an evaluation into an empty form; False where it has no room for one of them."""
    rows, lists = answers_of(book), tables_of(book).get("lists", [])
    scales = {}

    def remember(nodes):
        for node in nodes:
            scales[node["id"]] = node.get("scale")
            remember(node.get("questions", []))

    def shown(scale, value):
        if value == "n/a":
            return NA[language]
        if isinstance(case.rubric["scales"][scale], dict):
            return float(value)
        return label_of(lists, scale, value)

    remember(case.rubric["areas"])
    for node_id, answer in case.evaluation.get("answers", {}).items():
        if answer is None:
            continue
        if isinstance(answer, str):
            answer = {"not_applicable": "true"} if answer == "n/a" else {"value": answer}
        if node_id not in rows:
            return False
        table, row = rows[node_id][0]
        scale = scales[node_id]
        done = True
        if answer.get("not_applicable") == "true":
            done = put(table, row, "value", NA[language]) if scale else put(table, row, "not_applicable", YES[language])
        elif "value" in answer:
            done = put(table, row, "value", shown(scale, answer["value"]))
        for kind in ("points", "percent"):
            if kind in answer:
                done = put(table, row, kind, float(answer[kind]))
        if not done:
            return False
        for one, value in answer.get("by", {}).items():
            put(table, row, f"by:#{evaluators.index(one) + 1}", shown(scale, value))
    return True


# --- The tests -------------------------------------------------------------------------------

def language_of(case):
    return case.rubric.get("language", "en")


def check_cases(counts, cases, folder):
    for case in cases:
        case.write(folder, folder / "rubrics")
        target = folder / (case.path.stem + ".xlsx")
        run("form", case.path, "-o", target)
        score = json.loads(run("score", "--format", "json", case.path).stdout)
        book, values = load(target), load(target, True)
        check_layout(counts, case.name, book, case.rubric)
        check_decimals(counts, case.name, book, language_of(case))
        check_base(counts, case.name, book, case.path)
        check_running(counts, case.name, values, score)


def check_filled(counts, cases, folder):
    """Empty forms, filled in by openpyxl, computed by LibreOffice."""
    soffice = shutil.which("soffice")
    filled = []
    for case in cases:
        own = folder / "filled"
        case.write(own, own / "rubrics")
        evaluators = gen.EVALUATORS
        target = own / (case.path.stem + ".xlsx")
        run("form", own / "rubrics" / (case.rubric["id"] + ".yaml"), "-o", target, "--evaluators", str(len(evaluators)))
        book = load(target)
        if fill(book, case, language_of(case), evaluators):
            book.save(target)
            filled.append((case, target))
    _, computed = recalculate.recalculated(soffice, [str(target) for _, target in filled], str(folder / "office"))
    for (case, _), path in zip(filled, computed):
        if counts.check(path is not None, f"{case.name}: LibreOffice did not convert the filled form"):
            score = json.loads(run("score", "--format", "json", case.path).stdout)
            check_running(counts, f"{case.name}, filled in", load(path, True), score)
    counts.check(len(filled) * 2 > len(cases), f"only {len(filled)} of {len(cases)} could be filled in")


def check_again(counts, folder):
    """The same bytes twice, whatever the surroundings; and three languages."""
    for lang in ("sv", "nb", "en"):
        paths = [folder / f"again-{lang}-{number}.xlsx" for number in (1, 2)]
        for path, zone in zip(paths, ("UTC", "Asia/Tokyo")):
            os.environ["TZ"] = zone
            run("form", ROOT / "evaluations" / "exempelkommunen-2024.yaml", "--lang", lang, "-o", path)
        counts.check(paths[0].read_bytes() == paths[1].read_bytes(), f"written twice, the form differs ({lang})")
        values = [text_of(cell.value) for sheet in load(paths[0]) for row in sheet.iter_rows() for cell in row]
        counts.check(NA[lang] in values and not any(word in values for key, word in NA.items() if key != lang),
                     f"words of another language in the form in {lang}")


LISTS = {"sv": "listan", "nb": "listen", "en": "the list"}
OWN = {"sv": "sitt eget värde i sin kolumn", "nb": "sin egen verdi i sin kolonne", "en": "an own value in an own column"}


def check_instructions(counts, folder):
    """The first sheet speaks of lists and own columns where there are some, and nowhere else."""
    for rubric, has in (("exempel-detaljfragor", True), ("kommunkompassen-2010", False), ("kommunkompassen-2020", False)):
        for lang in ("sv", "nb", "en") if os.environ.get("THOROUGH") else ("nb",):
            path = folder / f"how-{rubric}-{lang}.xlsx"
            run("form", rubric, "--lang", lang, "-o", path)
            steps = [cell.value for cell in load(path).worksheets[0]["A"] if re.match(r"\d+\. ", str(cell.value))]
            said = "\n".join(steps)
            counts.check([int(step.split(".")[0]) for step in steps] == list(range(1, len(steps) + 1)), f"{path.name}: {steps}")
            for word in (LISTS[lang], OWN[lang], "≠", "?"):
                counts.check((word in said) == has, f"{path.name}: {word!r} is {'not ' if has else ''}in the instructions")
            counts.check(NA[lang] in said, f"{path.name}: nothing on what is not applicable")


def main():
    parser = argparse.ArgumentParser(description="scoring forms as they are found")
    parser.add_argument("--count", type=int, default=40 if os.environ.get("THOROUGH") else 3,
                        help="random evaluations as forms")
    parser.add_argument("--fill", type=int, default=16 if os.environ.get("THOROUGH") else 2,
                        help="random forms to fill in")
    parser.add_argument("--seed", default="form")
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    if not shutil.which("soffice"):
        print("skipped: needs LibreOffice (libreoffice-calc-nogui)")
        return 77
    counts = Counts()
    folder = Path(tempfile.mkdtemp(prefix="kompass-form-"))
    check_cases(counts, [gen.make_case(options.seed, index) for index in range(options.count)], folder)
    check_filled(counts, [gen.make_case(options.seed + "-fill", index) for index in range(options.fill)], folder)
    check_again(counts, folder)
    check_instructions(counts, folder)
    return counts.finish(folder, options.keep)


if __name__ == "__main__":
    raise SystemExit(main())
