#!/usr/bin/python3
"""Action plans: the sheet of an exported overview is filled in, and comes back as a follow-up.

Filled in by openpyxl, saved by LibreOffice as well where it is installed; what is expected is worked out here from what
was filled in, not from what the program says.
"""
import datetime
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from support import KOMPASS, ROOT, Counts  # noqa: E402

sys.path.insert(0, str(ROOT / "tests" / "office"))
import recalculate  # noqa: E402

CASES, SAVED = (60, 30) if os.environ.get("THOROUGH") else (3, 2)  # in all, and saved by LibreOffice as well

try:
    import openpyxl
    import yaml
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

warnings.filterwarnings("ignore", module="openpyxl")
COUNTS = Counts()
check = COUNTS.check


def run(folder, *arguments, lang="sv"):
    done = subprocess.run([KOMPASS, *map(str, arguments), "--lang", lang, "--rubrics", ROOT / "rubrics"], cwd=folder,
                          capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


class Plan:
    """The sheet of an action plan, by its hidden names."""

    def __init__(self, path):
        self.book = openpyxl.load_workbook(path)
        for self.sheet in self.book:
            marks = {cell.value: cell for row in self.sheet.iter_rows() for cell in row
                     if str(cell.value).startswith("kompass:")}
            if "kompass:actions" in marks:
                break
        self.marks = marks
        self.names = marks["kompass:actions"].row
        self.columns = {cell.value: cell.column for cell in self.sheet[self.names] if cell.value}

    def about(self, key, value):
        first = self.marks["kompass:about"].row
        columns = {cell.value: cell.column for cell in self.sheet[first] if cell.value}
        for row in range(first + 1, self.names):
            if self.sheet.cell(row, columns["key"]).value == key:
                self.sheet.cell(row, columns["value"]).value = value

    def layout(self, row):
        return self.sheet.cell(row, self.marks["kompass:actions"].column).value == "-"

    def cell(self, row, name):
        return self.sheet.cell(row, self.columns[name])

    def rows(self):
        """Those of items and questions: {item or question: row}."""
        found = {}
        for row in range(self.names + 1, self.sheet.max_row + 1):
            name = self.cell(row, "finding").value or self.cell(row, "id").value
            if name and not self.layout(row):
                found.setdefault(str(name), row)
        return found

    def fill(self, row, **values):
        for name, value in values.items():
            self.cell(row, name).value = value
            if isinstance(value, str):
                self.cell(row, name).data_type = "s"

    def save(self, path):
        self.book.save(path)


def resaved(paths, folder):
    """Those that LibreOffice has saved, in their places; none where it is not installed."""
    soffice = shutil.which("soffice")
    _, copies = recalculate.recalculated(soffice, paths, str(folder)) if soffice else (None, [])
    for path, copy in zip(paths, copies):
        if copy is None:
            check(False, f"{path.name}: LibreOffice could not convert it")
            continue
        shutil.copyfile(copy, path)
        yield path


def commitments(text):
    return yaml.load(text, yaml.BaseLoader)["commitments"]


# ---- a plan as a municipality fills it in ----
def eskilstuna(folder):
    run(folder, "export", ROOT / "evaluations/eskilstuna-2011.yaml", "-o", "plan.xlsx")
    shutil.copy(ROOT / "evaluations/eskilstuna-2011.yaml", folder)
    plan = Plan(folder / "plan.xlsx")
    rows = plan.rows()
    check("F1" in rows and "F53" in rows and len(rows) == 53, f"rows: {sorted(rows)}")
    plan.about("as_of", datetime.date(2012, 6, 30))
    plan.about("organisation", "Kommunstyrelsen")
    plan.fill(rows["F12"], priority=1, action="Utbilda alla chefer\ni bemötande", owners="KS, SBN;  KLK ",
              due="2012-12", status="Pågår")
    plan.fill(rows["F13"], status="KLART")
    plan.fill(rows["F14"], priority=2)
    plan.fill(rows["F45"], action="= ett innovationssystem", due="31.3.2013", status="not_started")
    plan.save(folder / "plan.xlsx")
    want = [
        {"id": "A-F12", "text": "Utbilda alla chefer\ni bemötande", "owners": ["KS", "SBN", "KLK"], "status": "ongoing",
         "due": "2012-12", "follows": ["F12"], "note": "Prioritet: 1"},
        {"id": "A-F13", "text": "Bemötande som viktig del i rekrytering", "status": "done", "follows": ["F13"]},
        {"id": "A-F45", "text": "= ett innovationssystem", "status": "not_started", "due": "2013-03-31",
         "follows": ["F45"]},
    ]
    status, out, said = run(folder, "import", "plan.xlsx")
    check(status == 0 and "KP153" in said and "KP155" not in said, said)
    root = yaml.load(out, yaml.BaseLoader)
    check(root.pop("commitments") == want, out)
    check(root == {"kompass": "followup/1", "id": "eskilstuna-2011-plan", "organisation": "Kommunstyrelsen",
                   "unit": {"name": "Eskilstuna kommun", "code": "0484", "country": "SE", "group": "Större städer"},
                   "year": "2012", "as_of": "2012-06-30", "evaluation": "eskilstuna-2011", "language": "sv",
                   "source": "Handlingsplanen i plan.xlsx"}, root)
    return want


def into_the_followup(folder, want):
    """The file is one that `followup` takes: what was planned answers what was proposed."""
    status, _, said = run(folder, "import", "plan.xlsx", "-o", "eskilstuna-plan-2012.yaml")
    check(status == 0 and (folder / "eskilstuna-plan-2012.yaml").exists(), said)
    status, _, said = run(folder, "import", "plan.xlsx", "-o", "eskilstuna-plan-2012.yaml")
    check(status == 3 and "KP092" in said, f"an existing file is replaced: {said}")
    status, out, _ = run(folder, "import", "plan.xlsx", "-o", "eskilstuna-plan-2012.yaml", "--dry-run")
    check(status == 0 and out == "inget skulle ändras\n", out)
    status, _, said = run(folder, "check", "eskilstuna-plan-2012.yaml")
    check(status == 0 and "utan problem" in said, said)
    status, out, said = run(folder, "followup", "eskilstuna-plan-2012.yaml", "--format", "json")
    tracked = json.loads(out)
    answered = {finding["id"]: finding["answered_by"] for finding in tracked["findings"] if finding["answered_by"]}
    for item in ("F12", "F13", "F45"):
        check(answered.get(item) == [{"year": 2012, "kind": "commitment", "id": f"A-{item}"}], answered.get(item))
    counts = tracked["years"][0]["commitments"]
    check(counts["done"] == 1 and counts["ongoing"] == 1 and counts["not_started"] == 1
          and counts["total"] == len(want), counts)
    status, _, said = run(folder, "followup", "eskilstuna-plan-2012.yaml", "-o", "uppf.xlsx")
    check(status == 0, said)


# ---- what people do to a sheet ----
def as_edited(folder, want):
    """Renamed, sorted, with rows and columns put in, alone in another workbook: it all comes through."""
    def expect(what, edit, wanted=want):
        plan = Plan(folder / "plan.xlsx")
        edit(plan)
        plan.save(folder / "edited.xlsx")
        status, out, said = run(folder, "import", "edited.xlsx")
        check(status == 0 and sorted(commitments(out), key=str) == sorted(wanted, key=str), f"{what}: {said}\n{out}")

    def rename(plan):
        plan.sheet.title = "Åtgärder KS"
        plan.book.move_sheet(plan.sheet, -4)

    def headings(plan):
        for cell in plan.sheet[plan.names + 1]:
            if cell.value and cell.value != "-":
                cell.value = "Rubrik"

    def reverse(plan):
        rows = sorted(plan.rows().values())
        held = [[(cell.value, cell.data_type) for cell in plan.sheet[row]] for row in rows]
        for row, values in zip(rows, reversed(held)):
            for cell, (value, data_type) in zip(plan.sheet[row], values):
                cell.value, cell.data_type = value, data_type

    def rows_and_columns(plan):
        plan.sheet.insert_cols(3)
        plan.sheet.insert_rows(plan.names + 3, 2)

    def alone(plan):
        for sheet in plan.book.worksheets:
            if sheet is not plan.sheet:
                plan.book.remove(sheet)

    def hide(plan):
        plan.sheet.column_dimensions["L"].hidden = True
        for row in plan.rows().values():
            plan.sheet.row_dimensions[row].hidden = True

    for what, edit in (("renamed and moved", rename), ("other headings", headings), ("sorted", reverse),
                       ("rows and columns put in", rows_and_columns), ("the sheet alone", alone), ("hidden", hide)):
        expect(what, edit)

    def own_row(plan):
        last = max(plan.rows().values())
        plan.fill(last + 1, action="Något helt eget", owners="KS")

    expect("a row of one's own", own_row, want + [{"id": "N1", "text": "Något helt eget", "owners": ["KS"]}])

    def several(plan):
        last = max(plan.rows().values())
        plan.fill(last + 1, finding="F2, F3;F4", action="Samla allt")

    expect("several items at once", several,
           want + [{"id": "A-F2-F3-F4", "text": "Samla allt", "follows": ["F2", "F3", "F4"]}])

    def second(plan):
        rows = plan.rows()
        below = rows["F12"] + 1
        plan.sheet.insert_rows(below)
        for name in plan.columns:
            plan.cell(below, name).value = plan.cell(rows["F12"], name).value
        plan.fill(below, action="Och mät det", owners=None, due=None, status=None, priority=None)

    expect("a row copied", second, want + [{"id": "A-F12-2", "text": "Och mät det", "follows": ["F12"]}])


def in_other_languages(folder):
    for lang, name, done in (("nb", "plan-nb.xlsx", "Ferdig"), ("en", "plan-en.xlsx", "Done")):
        run(folder, "export", ROOT / "evaluations/eskilstuna-2011.yaml", "-o", name, lang=lang)
        plan = Plan(folder / name)
        plan.about("as_of", "2012")
        plan.fill(plan.rows()["F1"], status=done, priority="A")
        plan.fill(plan.rows()["F2"], status="Försenat")  # of another language
        plan.save(folder / name)
        status, out, said = run(folder, "import", name, lang=lang)
        found = commitments(out)
        check(status == 0 and [c["status"] for c in found] == ["done", "delayed"] or
              [c["status"] for c in found] == ["delayed", "done"], said + out)
        check(yaml.load(out, yaml.BaseLoader)["language"] == lang, out)


def two_copies(folder):
    """Two committees fill in copies of one plan; rows that nobody else touched count once."""
    for name, values in (("ks.xlsx", {"F1": "Skriv policyn", "F3": "Dialog om budget"}),
                         ("sbn.xlsx", {"F3": "Dialog om detaljplaner", "F5": "Korta handlingar"})):
        plan = Plan(folder / "plan.xlsx")
        for item, action in values.items():
            plan.fill(plan.rows()[item], action=action)
        plan.save(folder / name)
    status, out, said = run(folder, "import", "ks.xlsx", "sbn.xlsx")
    found = {c["id"]: c["text"] for c in commitments(out)}
    check(status == 0 and len(found) == 7, said + out)
    check(found["A-F3"] == "Dialog om budget" and found["A-F3-2"] == "Dialog om detaljplaner", out)
    check(found["A-F1"] == "Skriv policyn" and found["A-F5"] == "Korta handlingar", out)
    plan.about("as_of", "2013")
    plan.about("organisation", None)
    plan.fill(max(plan.rows().values()) + 1, finding="f13", action="x")
    plan.save(folder / "sbn.xlsx")
    status, out, said = run(folder, "import", "ks.xlsx", "sbn.xlsx")
    check(status == 1 and said.count("KP139") == 1 and "2013 här, men 2012-06-30" in said and not out, said)
    check("'f13' är varken" in said and "menade du 'F13'" in said, f"items are looked up: {said}")
    run(folder, "form", ROOT / "evaluations/eskilstuna-2011.yaml", "-o", "form.xlsx")
    status, out, said = run(folder, "import", "form.xlsx", "ks.xlsx")
    check(status == 1 and "KP151" in said and not out, said)
    run(folder, "export", ROOT / "evaluations/orebro-2012.yaml", "-o", "annan.xlsx")
    status, out, said = run(folder, "import", "ks.xlsx", "annan.xlsx")
    check(status == 1 and "KP140" in said and not out, said)


# ---- anything that can be filled in ----
WORDS = ["Ta fram", "en plan", "=A1+1", "12,5", "- listan", "å\nä", "  blank  ", "n/a", "'citat'", "1.10", "#REF?", "ja"]
STATUS = {"Klart": "done", "Delvis uppnått": "partly", "Pågår": "ongoing", "Försenat": "delayed",
          "Ej påbörjat": "not_started", "Utgått": "dropped"}
DUE = {"2027": "2027", "2027-03": "2027-03", "2027-03-31": "2027-03-31", "1.4.2027": "2027-04-01",
       datetime.date(2028, 2, 29): "2028-02-29", 2029: "2029"}


def random_row(random_, text, proposed, has_id):
    """What to fill in, and the commitment that it is (without id and follows), or None. @p proposed: by the overview."""
    fill, want = {}, {}
    for name in ("action", "owners", "due", "status", "priority"):
        if random_.random() < 0.6:
            continue
        if name == "action":
            fill[name] = " ".join(random_.sample(WORDS, random_.randint(1, 3)))
            want["text"] = fill[name].strip()
        elif name == "owners":
            owners = random_.sample(["KS", "SBN", "Kommunchefen", "HR och lön"], random_.randint(1, 3))
            fill[name] = random_.choice([", ", ";", "\n", " , "]).join(owners)
            want["owners"] = owners
        elif name == "due":
            fill[name] = random_.choice(list(DUE))
            want["due"] = DUE[fill[name]]
        elif name == "status":
            fill[name] = random_.choice(list(STATUS))
            want["status"] = STATUS[fill[name]]
        else:
            fill[name] = random_.choice([1, 2, "hög", "B"])
    if not proposed and random_.random() < 0.3:
        text = fill["text"] = random_.choice(WORDS)
        want.setdefault("text", text.strip())
    if not want:
        return fill, None
    if not text and "text" not in want:
        return {}, None  # says who or when, but not what: an error, tested elsewhere
    note = []
    if "priority" in fill:
        note.append(f"Prioritet: {fill['priority']}")
    if "action" in fill and text and not has_id:
        note.append(f"Förslag: {text.strip()}")
    want.setdefault("text", text)
    if note:
        want["note"] = "\n".join(note)
    return fill, want


def random_plans(folder):
    for seed in range(CASES):
        random_ = random.Random(seed)
        plan = Plan(folder / "blank.xlsx")
        wanted = []
        for name, row in sorted(plan.rows().items(), key=lambda pair: pair[1]):
            has_id = bool(plan.cell(row, "finding").value)
            proposed = has_id or plan.cell(row, "kind").value in ("Finns delar", "Förbättring")
            fill, want = random_row(random_, plan.cell(row, "text").value, proposed, has_id)
            plan.fill(row, **fill)
            if want:
                wanted.append({**want, "id": f"A-{name}", "follows": [name]})
        plan.about("as_of", "2012")
        path = folder / f"random-{seed}.xlsx"
        plan.save(path)
        yield path, wanted


def property_test(folder):
    # Invented, with items with and without an id, and questions without an item.
    run(folder, "export", ROOT / "evaluations/exempelkommunen-2024.yaml", "-o", "blank.xlsx")
    cases = list(random_plans(folder))

    def hold(how, cases):
        for path, wanted in cases:
            status, out, said = run(folder, "import", path.name)
            check(status == (0 if wanted else 1), f"{how} {path.name}: {said}")
            found = commitments(out) if status == 0 else []
            check(found == wanted, f"{how} {path.name}: " +
                  next((f"{a} != {b}" for a, b in zip(found, wanted) if a != b), f"{len(found)} of {len(wanted)}"))

    hold("openpyxl", cases)
    saved = set(resaved([path for path, _ in cases[:SAVED]], folder / "office"))
    hold("LibreOffice", [case for case in cases if case[0] in saved])


def main():
    folder = Path(tempfile.mkdtemp())
    try:
        want = eskilstuna(folder)
        into_the_followup(folder, want)
        as_edited(folder, want)
        in_other_languages(folder)
        two_copies(folder)
        property_test(folder)
    finally:
        shutil.rmtree(folder)
    return COUNTS.finish()


if __name__ == "__main__":
    sys.exit(main())
