#!/usr/bin/python3
"""YAML -> form -> import -> YAML loses nothing: a property over random rubrics and evaluations.

    test_roundtrip.py [--count N] [--seed S] [--case I]

Each evaluation gets comments, notes, evidence and findings of odd texts. Its form is imported as it is; after
openpyxl has saved it; sorted, moved about and translated back to numbers; without what it carries along, so that all that
cells show must come from the cells; some also after LibreOffice has saved them. PyYAML reads the results.
"""
import argparse
import copy
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
from support import KOMPASS, ROOT, Counts  # noqa: E402

sys.path.insert(0, str(ROOT / "tests" / "oracle"))
sys.path.insert(0, str(ROOT / "tests" / "office"))

try:
    import openpyxl
    import yaml
except ImportError as missing:
    print(missing)
    sys.exit(77)
import gen  # noqa: E402
import hashlib  # noqa: E402
import recalculate  # noqa: E402

WORDS = ["plan", "=1+1", "'apostrof", "_x0041_", "_x005F_", "rad 1\nrad 2", "slut\n", "\ttab", "å ä ö", "日本 😀", "a & b < c > d",
         '"citat"', "no", "1.10", "-", "–", "x" * 300, "# inte en kommentar", "  fram", "a\u2028b", "a\u00A0b", "{sv: x}", "n/a", "@a", "+1",
         "x", "Ja", "a\n\n\nb", "\u0085", "|", "> y", "\\n", "%", "2011-05-17", "…"]
NOTHING = "(nothing)"
COUNTS = Counts(shown=20)
check = COUNTS.check


def run(*arguments):
    return subprocess.run([KOMPASS, *map(str, arguments)], capture_output=True, text=True, check=False)


# --- evaluations -------------------------------------------------------------------------------------------------


def text(rng):
    words = " ".join(rng.choice(WORDS) for _ in range(rng.randint(1, 4)))
    if rng.random() < 0.15:
        return {lang: words + lang for lang in rng.sample(["sv", "nb", "en"], rng.randint(1, 3))}
    return words if words.strip() else "x"


def without_none(value):
    if isinstance(value, dict):
        return {key: without_none(part) for key, part in value.items()}
    if isinstance(value, list):
        return [without_none(part) for part in value]
    return NOTHING if value in (None, "") else value


def nodes_of(nodes):
    for node in nodes:
        yield node
        yield from nodes_of(node.get("questions", []))


def long_answer(answer):
    if isinstance(answer, dict):
        return dict(answer)
    if answer in ("", None):
        return {}
    return {"not_applicable": "true"} if answer == "n/a" else {"value": answer}


def decorate(rng, rubric, evaluation):
    """The evaluation with what people write beside their answers."""
    result = copy.deepcopy(evaluation)
    nodes = list(nodes_of(rubric["areas"]))
    for node_id, answer in result.get("answers", {}).items():
        more = {}
        for key in ("comment", "note"):
            if rng.random() < 0.2:
                more[key] = text(rng)
        if rng.random() < 0.1:
            more["best_practice"] = "true"
        if rng.random() < 0.2:
            more["evidence"] = [evidence(rng) for _ in range(rng.randint(1, 3))]
        if more:
            result["answers"][node_id] = {**long_answer(answer), **more}
    result["findings"] = {node["id"]: findings(rng, nodes, n) for n, node in enumerate(rng.sample(nodes, min(3, len(nodes))))}
    for key in ("interviewed", "summary", "note", "derived"):
        if rng.random() < 0.3:
            result[key] = text(rng)
    result["facts"] = [{"label": text(rng), "value": text(rng)}]
    return result


def evidence(rng):
    item = {}
    if rng.random() < 0.7:
        item["type"] = rng.choice(["interview", "document", "website", "intranet", "other"])
    if rng.random() < 0.8:
        item["text"] = text(rng)
    if rng.random() < 0.5 or not item:
        item["ref"] = rng.choice(WORDS)
    return item


def findings(rng, nodes, number):
    result = {"summary": text(rng)} if rng.random() < 0.5 else {}
    for kind in ("strengths", "partial", "improvements", "examples"):
        items = []
        for i in range(rng.randint(0, 2)):
            if rng.random() < 0.4:
                items.append(text(rng))
                continue
            item = {"text": text(rng)}
            if rng.random() < 0.5:
                item["id"] = f"Fynd {number} {kind} {i}"
            if rng.random() < 0.5:
                item["questions"] = [node["id"] for node in rng.sample(nodes, min(2, len(nodes)))]
            if kind == "examples" and rng.random() < 0.5:
                item["unit"] = rng.choice(["Tyresö", "=X", "no"])
            items.append(item)
        if items:
            result[kind] = items
    return result


def normal(evaluation):
    """What an evaluation says, without how it is written: short forms, empty keys."""
    result = {key: value for key, value in evaluation.items() if key not in ("rubric_sha256", "id")}
    result["answers"] = {}
    for node_id, answer in (evaluation.get("answers") or {}).items():
        answer = {key: value for key, value in long_answer(answer).items() if value not in ("", {}, [], None, "false")}
        if answer:
            result["answers"][node_id] = answer
    return prune(result)


def prune(value):
    if isinstance(value, dict):
        parts = {key: prune(part) for key, part in value.items()}
        return {key: part for key, part in parts.items() if part not in ("", {}, [], None)}
    return [prune(part) for part in value] if isinstance(value, list) else value


def difference(a, b, at=""):
    if isinstance(a, dict) and isinstance(b, dict):
        for key in list(a) + [k for k in b if k not in a]:
            if a.get(key) != b.get(key):
                return difference(a.get(key), b.get(key), f"{at}/{key}")
    if isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        for i, (x, y) in enumerate(zip(a, b)):
            if x != y:
                return difference(x, y, f"{at}[{i}]")
    return f"{at}: {a!r} became {b!r}"


# --- forms -------------------------------------------------------------------------------------------------------


def tables(sheet):
    """[(marker, its row, its column, {name: column})]"""
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.value.startswith("kompass:"):
                yield cell.value, cell.row, cell.column, {c.value: c.column for c in row if c.value and c.column != cell.column}


def without_base(book):
    """Nothing but what cells show: no base, no names of its items."""
    for sheet in book:
        for marker, first, _, columns in list(tables(sheet)):
            for row in range(first + 1, sheet.max_row + 1):
                if marker == "kompass:form" and str(sheet.cell(row, columns["key"]).value).startswith("base"):
                    sheet.cell(row, columns["value"]).value = None
                if "item" in columns:
                    sheet.cell(row, columns["item"]).value = None


def shuffled(rng, book):
    """Rows in another order, a column of somebody's own, sheets renamed, levels as numbers."""
    levels = {}
    for sheet in book:
        for marker, first, _, columns in tables(sheet):
            for row in range(first + 1, sheet.max_row + 1):
                if marker == "kompass:lists":
                    cells = [sheet.cell(row, columns[name]).value for name in ("scale", "level", "label")]
                    levels.setdefault(cells[2], set()).add(cells[1])
    for number, sheet in enumerate(book):
        found = list(tables(sheet))
        if len(found) != 1 or found[0][0] not in ("kompass:answers", "kompass:findings", "kompass:evidence"):
            continue
        marker, first, at, columns = found[0]
        rows = [r for r in range(first + 1, sheet.max_row + 1) if sheet.cell(r, at).value is None]
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merged))
        contents = [[sheet.cell(r, c).value for c in range(1, sheet.max_column + 1)] for r in rows]
        rng.shuffle(contents)
        for r, values in zip(rows, contents):
            for c, value in enumerate(values, 1):
                own = c in (columns.get("value"), columns.get("by:#1")) and len(levels.get(value, ())) == 1 and not levels[value] & set(levels)
                cell = sheet.cell(r, c)
                cell.value = next(iter(levels[value])) if own else value
                if isinstance(cell.value, str):
                    cell.data_type = "s"  # =1+1 is a text
        sheet.title = f"Blad {number}"


# --- the property ------------------------------------------------------------------------------------------------


def imported(form, folder, name, case):
    target = folder / f"{name}.yaml"
    done = run("import", form, "-o", target, "--force", "--rubrics", folder / "rubrics", "--lang", "en")
    if done.returncode:
        check(False, f"{case} {name}: {done.stderr}")
        return None
    check("KP155" not in done.stderr, f"{case} {name}: what is printed is told as not read: {done.stderr}")
    return yaml.load(target.read_text(encoding="utf-8"), yaml.BaseLoader)


SHOWN = ("unit", "year", "visited", "date", "evaluators", "interviewed", "summary", "answers", "findings")


def shown(evaluation, lang):
    """What a form shows of an evaluation, as an import of the cells alone has it."""
    result = {key: value for key, value in normal(evaluation).items() if key in SHOWN}
    file_lang = evaluation.get("language")
    for answer in result.get("answers", {}).values():
        for item in answer.get("evidence", []):
            item.setdefault("type", "other")
    return in_one_language(result, lang, file_lang)


def in_one_language(value, lang, file_lang):
    if isinstance(value, dict):
        if value and set(value) <= {"sv", "nb", "en"}:
            return as_cell(value.get(lang) or value.get(file_lang) or next(iter(value.values())))
        if set(value) == {"text"}: # a finding, short or long
            return in_one_language(value["text"], lang, file_lang)
        return {key: in_one_language(part, lang, file_lang) for key, part in value.items()}
    if isinstance(value, list):
        return [in_one_language(part, lang, file_lang) for part in value]
    return as_cell(value)


def as_cell(words):
    """A text as a cell has it; openpyxl decodes _x0041_ and does not encode it again; 17.0 is 17."""
    if not isinstance(words, str):
        return words
    if re.fullmatch(r"-?\d+\.\d*0", words):
        words = words.rstrip("0").rstrip(".")
    if re.fullmatch(r"-?\d+\.\d+", words) and len(words) > 13:
        words = f"{float(words):.12g}"
    words = "0" if words == "-0" else words
    words = re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), words)
    return words.replace("\t", " ").rstrip(" \n")


def one(seed, index, folder):
    case = gen.make_case(seed, index)
    rng = random.Random(f"{seed}/form/{index}")
    evaluation = decorate(rng, case.rubric, case.evaluation)
    evaluation["rubric_sha256"] = hashlib.sha256(case.rubric_text.encode()).hexdigest()
    (folder / "rubrics").mkdir(exist_ok=True)
    (folder / "rubrics" / f"{case.rubric['id']}.yaml").write_bytes(case.rubric_text.encode())
    path = folder / f"{evaluation['id']}.yaml"
    dumped = yaml.dump(without_none(evaluation), default_style='"', sort_keys=False)
    path.write_text(dumped.replace(f'"{NOTHING}"', ""), encoding="utf-8")
    lang = rng.choice(["sv", "nb", "en"])
    form = folder / f"{index}.xlsx"
    done = run("form", path, "-o", form, "--lang", lang)
    if done.returncode:
        check(False, f"case {index}: no form: {done.stderr}")
        return None
    want = normal(evaluation)
    got = imported(form, folder, "plain", index)
    if got is not None:
        check(normal(got) == want, f"case {index}: {difference(want, normal(got))}")
        first = (folder / "plain.yaml").read_bytes()
        run("form", folder / "plain.yaml", "-o", folder / "again.xlsx", "--rubrics", folder / "rubrics", "--lang", lang)
        imported(folder / "again.xlsx", folder, "plain", index)
        check((folder / "plain.yaml").read_bytes() == first, f"case {index}: form -> import -> form changes the file")
    edits(rng, form, folder, evaluation, want, lang, index)
    return form, want


def edits(rng, form, folder, evaluation, want, lang, index):
    book = openpyxl.load_workbook(form)
    book.save(folder / "saved.xlsx")
    got = imported(folder / "saved.xlsx", folder, "saved", index)
    check(got is None or normal(got) == want, f"case {index}, openpyxl: {got and difference(want, normal(got))}")
    shuffled(rng, book)
    book.save(folder / "shuffled.xlsx")
    got = imported(folder / "shuffled.xlsx", folder, "shuffled", index)
    check(got is None or normal(got) == want, f"case {index}, shuffled: {got and difference(want, normal(got))}")
    book = openpyxl.load_workbook(form)
    without_base(book)
    book.save(folder / "cells.xlsx")
    got = imported(folder / "cells.xlsx", folder, "cells", index)
    if got is not None:
        a, b = shown(evaluation, lang), shown(got, lang)
        check(a == b, f"case {index}, cells alone: {difference(a, b)}")


def through_libreoffice(kept, folder):
    """All at once: the program takes seconds to start."""
    soffice = shutil.which("soffice")
    if not kept or not soffice:
        return
    _, copies = recalculate.recalculated(soffice, [form for form, _ in kept], str(folder / "office"))
    for (form, want), saved in zip(kept, copies):
        if saved is None:
            check(False, f"case {form.stem}: LibreOffice could not convert it")
            continue
        got = imported(saved, folder, "libreoffice", form.stem)
        check(got is None or normal(got) == want, f"case {form.stem}, LibreOffice: {got and difference(want, normal(got))}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=40 if os.environ.get("THOROUGH") else 3)
    parser.add_argument("--seed", default="forms-1")
    parser.add_argument("--case", type=int)
    parser.add_argument("--keep", action="store_true")
    arguments = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    try:
        kept = []
        for index in [arguments.case] if arguments.case is not None else range(arguments.count):
            made = one(arguments.seed, index, folder)
            if made and len(kept) < 8:
                kept.append(made)
        through_libreoffice(kept, folder)
    finally:
        if not arguments.keep:
            shutil.rmtree(folder)
        else:
            print(folder)
    return COUNTS.finish()


if __name__ == "__main__":
    sys.exit(main())
