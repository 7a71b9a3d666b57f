#!/usr/bin/python3
"""The score overview, point by point: what a board reads is where it should be, and right.

Eskilstuna 2011, Vallentuna 2021 against Sverigesnitt, and the example with detail questions, each exported and
read with openpyxl; figures are held against `kompass score --format json`, so nothing here is computed twice.
What holds for every workbook (pages, alternative texts, colours, functions) is in inspect_package.py.

KOMPASS names the program. Exit 0, 1, or 77: openpyxl is missing.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import inspect_package  # noqa: E402
import recalculate  # noqa: E402
from support import KOMPASS, ROOT, Counts  # noqa: E402

COUNTS = Counts()
check = COUNTS.check
SHEETS = {
    "sv": ["Översikt", "Poängfördelning", "Detaljer", "Styrkor och förbättringar", "Handlingsplan",
           "Utvärderarnas samstämmighet", "Avstämning"],
    "nb": ["Oversikt", "Poengfordeling", "Detaljer", "Styrker og forbedringer", "Handlingsplan",
           "Evaluatorenes samsvar", "Avstemming"],
    "en": ["Overview", "Scores", "Details", "Strengths and improvements", "Action plan",
           "Agreement of evaluators", "Reconciliation"],
}
AGREEMENT = 5  # among them: not for a board


def path(name):
    return os.path.join(ROOT, name)


def score(file):
    done = subprocess.run([KOMPASS, "score", path(file), "--format", "json"], capture_output=True, text=True,
                          check=False)
    return json.loads(done.stdout)


class Export:
    """A workbook, read as it is and as values; its cells by what they say."""

    def __init__(self, openpyxl, folder, file, *options):
        self.name = " ".join([os.path.basename(file)[:-5], *options])
        self.file = os.path.join(folder, f"{len(os.listdir(folder))}.xlsx")
        done = subprocess.run([KOMPASS, "export", path(file), "-o", self.file, *options], capture_output=True,
                              text=True, check=False)
        check(done.returncode == 0, f"{self.name}: {done.stderr}")
        self.formulas = recalculate.load(openpyxl, self.file, False)
        self.values = recalculate.load(openpyxl, self.file, True)
        self.score = score(file)

    def rows(self, sheet):
        return [[cell.value for cell in row] for row in self.values[sheet].iter_rows()]

    def texts(self, sheet):
        return [value for row in self.rows(sheet) for value in row if isinstance(value, str)]

    def row_of(self, sheet, *words):
        """The first row that has all the words, counted from 1, or 0."""
        for number, row in enumerate(self.rows(sheet), 1):
            if all(word in row for word in words):
                return number
        return 0

    def says(self, sheet, *words):
        for word in words:
            check(any(word in text for text in self.texts(sheet)), f"{self.name}: {sheet} does not say {word!r}")

    def links(self, sheet):
        """Cells that lead to another place in the book -> that place (sheet, cell)."""
        found = {}
        for row in self.formulas[sheet].iter_rows():
            for cell in row:
                if cell.hyperlink is not None and cell.hyperlink.location:
                    target = re.fullmatch(r"'?(.*?)'?!\$?([A-Z]+)\$?(\d+)", cell.hyperlink.location)
                    found[cell.coordinate] = (target[1].replace("''", "'"), target[2] + target[3])
        return found


# ---- everywhere ----

def check_links(book):
    """From each area in the overview to its place in the details, and back."""
    overview, scores = book.values["Översikt"], book.values["Poängfördelning"]
    out, back = book.links("Översikt"), book.links("Poängfördelning")
    for area in book.score["areas"]:
        row = book.row_of("Översikt", area["id"], area["title"])
        check(row > 0, f"{book.name}: {area['id']} is not in the profile")
        target = out.get(f"B{row}", out.get(f"A{row}"))
        if not check(target is not None and target[0] == "Poängfördelning",
                     f"{book.name}: no link from area {area['id']}: {target}"):
            continue
        place = scores[target[1]]
        check(area["title"] in [cell.value for cell in scores[place.row]],
              f"{book.name}: the link of {area['id']} leads to {target[1]}")
        returns = [to for cell, to in back.items() if scores[cell].row == place.row and to[0] == "Översikt"]
        if area["questions"]:
            check(any(overview[to[1]].row == row for to in returns), f"{book.name}: no way back from {area['id']}")
    for sheet in book.values.sheetnames[1:]:
        check(any(to[0] == "Översikt" for to in book.links(sheet).values()),
              f"{book.name}: no link from {sheet} to the overview")


def check_properties(book, unit, source):
    properties = book.formulas.properties
    for key in ("title", "subject", "creator", "keywords", "description"):
        if key == "creator" and not book.score["areas"]:
            continue
        value = getattr(properties, key)
        check(bool(value) or (key == "creator" and "Vallentuna" in unit), f"{book.name}: no {key} among the properties")
    check(unit in properties.title and str(book.score["evaluation"]["year"]) in properties.title,
          f"{book.name}: titled {properties.title!r}")
    check(properties.created.year < 2026, f"{book.name}: made {properties.created}, not when the evaluation was")
    for sheet in book.formulas:
        footer = sheet.oddFooter.left.text or ""
        check(unit in footer and source in footer, f"{book.name}: {sheet.title}: footer {footer!r}")


def check_caveats(book, short, long):
    """Beside the total, and in short on every other sheet."""
    book.says("Översikt", *long)
    book.says("Avstämning", *long)
    for sheet in book.values.sheetnames[1:]:
        book.says(sheet, *short)


def check_reconciliation(book, inputs):
    book.says("Avstämning", "Arbetsbokens formler ger samma värden som programmet räknade ut.", "kompass 0.",
              "Regel 1:", "Det som inte är tillämpligt räknas inte med", "Styrelse: utan utvärderarnas egna värden")
    for name in inputs:
        with open(path(name), "rb") as file:
            digest = hashlib.sha256(file.read()).hexdigest()
        check(book.row_of("Avstämning", os.path.basename(name), digest) > 0, f"{book.name}: {name} with its SHA-256")
    check(not any("/" in text and ".yaml" in text for text in book.texts("Avstämning")), f"{book.name}: a folder")
    head = book.row_of("Avstämning", "Nr", "Programmet, poäng", "Arbetsboken, poäng", "Differens")
    rows = book.rows("Avstämning")
    for number, node in enumerate([*book.score["areas"], book.score["total"]]):
        row = rows[head + number]
        check(row[2] == node["points"] or recalculate.equal(row[2], node["points"]),
              f"{book.name}: Avstämning: {row[1]}: {row[2]}, not {node['points']}")
        check(recalculate.equal(row[3], node["points"]) and row[8] == "Ja", f"{book.name}: Avstämning: {row}")


def check_charts(book, series):
    """Radar and bars: 0 to 100, the areas by their short names in order, no filled radar."""
    package = inspect_package.Package(book.file)
    c = f"{{{inspect_package.NS['c']}}}"
    kinds = set()
    for part in (name for name in package.names if re.fullmatch(r"xl/charts/chart\d+\.xml", name)):
        root = package.xml(part)
        radar = root.find(f".//{c}radarChart")
        kinds.add("radar" if radar is not None else "bars")
        if radar is not None:
            check(radar.find(f"{c}radarStyle").get("val") != "filled", f"{book.name}: a filled radar")
        scaling = root.find(f".//{c}valAx/{c}scaling")
        ends = [scaling.find(f"{c}{end}").get("val") for end in ("min", "max")]
        check(ends == ["0", "100"], f"{book.name}: an axis from {ends}")
        names = [item.find(f"{c}tx/{c}strRef/{c}strCache/{c}pt/{c}v").text if item.find(f"{c}tx/{c}strRef") is not None
                 else item.find(f"{c}tx/{c}v").text for item in root.iter(f"{c}ser")]
        check(sorted(names) == sorted(series), f"{book.name}: series {names}")
        labels = [item.find(f"{c}dLbls") is not None for item in root.iter(f"{c}ser")]
        check(radar is not None or labels == [True] + [False] * (len(series) - 1),
              f"{book.name}: labels of the bars: {labels}")
        first = next(root.iter(f"{c}ser"))
        drawn = [float(p.find(f"{c}v").text) for p in first.findall(f"{c}val/{c}numRef/{c}numCache/{c}pt")]
        wanted = [area["percent"] for area in book.score["areas"]]
        check(len(drawn) == len(wanted) and all(recalculate.equal(a, b) for a, b in zip(drawn, wanted)),
              f"{book.name}: drawn {drawn}, not {wanted}")
    check(kinds == {"radar", "bars"}, f"{book.name}: charts {kinds}")


# ---- the three workbooks ----

def check_picks(book):
    """Strongest and weakest: of the areas, and at most three sub-questions each, by exact percent; only what is
    wholly assessed, and nothing at both ends. Else a sentence says why there is nothing."""
    areas = [a for a in book.score["areas"] if a["state"] == "scored"]
    for prefix, sign in (("Starkast: ", -1), ("Svagast: ", 1)):
        if len(areas) < 2:
            book.says("Översikt", "visas när minst två områden är helt bedömda.")
            check(not any(prefix in text for text in book.texts("Översikt")), f"{book.name}: {prefix}")
        else:
            book.says("Översikt", prefix + sorted(areas[::-sign], key=lambda a: sign * a["percent"])[0]["title"])
    questions = [q for a in book.score["areas"] for q in a["questions"] if q["state"] == "scored"]
    count, seen = min(3, len(questions) // 2), []
    for head, sign in (("Starkaste delfrågorna", -1), ("Svagaste delfrågorna", 1)):
        row = book.row_of("Översikt", head)
        want = [q["id"] for q in sorted(questions[::-sign], key=lambda q: sign * q["percent"])[:count]]
        got = [cells[0] for cells in book.rows("Översikt")[row:row + count]]
        check((row > 0) == (count > 0) and got == want, f"{book.name}: {head}: {got}, not {want}")
        seen += got
    check(len(set(seen)) == len(seen), f"{book.name}: among the strongest and the weakest: {seen}")
    if not count:
        book.says("Översikt", "visas när minst två delfrågor är helt bedömda.")


def check_tables(book):
    """The printed reports' tables: every sub-question, the area's sum, a bar for the percentage."""
    sheet = "Poängfördelning"
    for area in book.score["areas"]:
        for question in area["questions"]:
            row = book.row_of(sheet, question["id"], question["title"])
            cells = book.rows(sheet)[row - 1]
            shown = [c for c in cells if isinstance(c, (int, float))]
            right = any(recalculate.equal(c, question["points"]) for c in shown) if question["points"] is not None \
                else "–" in cells and len(shown) == 1  # its max alone
            check(row > 0 and right, f"{book.name}: {question['id']}: {cells}")
        check(book.row_of(sheet, f"Summa område {area['id']}") > 0, f"{book.name}: no sum of area {area['id']}")
    rules = [rule.type for rules in book.formulas[sheet].conditional_formatting for rule in rules.rules]
    check(rules and set(rules) == {"dataBar"}, f"{book.name}: {sheet} has no bars")


def eskilstuna(openpyxl, folder):
    book = Export(openpyxl, folder, "evaluations/eskilstuna-2011.yaml")
    check(book.values.sheetnames == [n for i, n in enumerate(SHEETS["sv"]) if i != AGREEMENT],
          f"{book.name}: {book.values.sheetnames}")
    book.says("Översikt", "Eskilstuna kommun (Större städer)", "2011", "Lena Ehrnlund", "Gunnar Gidenstam",
              "Kommunkompassen 2010 (utgåva 2010)", "Slutlig", "Omräknat", "Enligt rapporten", "Sammanfattning",
              "Goda exempel", "Kortfakta", "95 577", "Partier som ingår i styret")
    head = book.row_of("Översikt", "Område", "Omräknat", "Enligt rapporten")
    fifth = book.rows("Översikt")[head + 4]
    check(round(fifth[2]) == 62 and 64 in fifth, f"{book.name}: area 5 as computed and as printed: {fifth}")
    check_picks(book)
    check_links(book)
    check_tables(book)
    book.says("Poängfördelning", "De visade delarna blir tillsammans 55, summan är 54 (oavrundad 53,75)")
    check_charts(book, ["Eskilstuna kommun 2011"])
    check_properties(book, "Eskilstuna kommun", "Källa: KommunKompassen")
    check_caveats(book, ["Omräknat ur avrundade procenttal; kan avvika en poäng"], ["Totalen ligger mellan 497,8 och 505,8"])
    check_reconciliation(book, ["evaluations/eskilstuna-2011.yaml", "rubrics/kommunkompassen-2010.yaml"])
    book.says("Avstämning", "5.5: tryckt 9 poäng", "men poängen står för 8,50–9,50.")
    book.says("Styrkor och förbättringar", "Styrkor", "Finns delar, men kan bli bättre", "Förbättringsmöjligheter",
              "Demokratidimension i årsplan", "Exempel att lära av", "Tyresö: publicerar sina resultat")
    breaks = [b.id for b in book.formulas["Översikt"].row_breaks.brk]
    first = book.row_of("Översikt", "I korthet") - 1
    check(breaks == [first], f"{book.name}: the overview is two pages, the second from {first}: {breaks}")
    check_plan(book)


def check_plan(book):
    """Ranked by what is left to win; 2.2, 7.4 and 1.3 first, 18.5 to 19.3 points in each."""
    head = book.row_of("Handlingsplan", "Punkt", "Delfråga", "Poäng kvar")
    rows = book.rows("Handlingsplan")
    names = rows[head - 1]
    for word in ("Område", "Delfråga", "Uppnått", "Max", "Poäng kvar", "Förslag", "Prioritet", "Åtgärd", "Ansvarig",
                 "Klart senast", "Status"):
        check(word in names, f"{book.name}: the plan has no column {word}")
    ranked = []
    for row in rows[head:]:
        if not row[names.index("Förslag")]:
            break
        ranked.append((row[names.index("Nr")], row[names.index("Poäng kvar")]))
    left = [points for _, points in ranked]
    check(len(ranked) == 53 and left == sorted(left, reverse=True), f"{book.name}: ranked {ranked}")
    order = list(dict.fromkeys(node for node, _ in ranked))
    check(order[:3] == ["2.2", "7.4", "1.3"], f"{book.name}: the plan begins with {order[:3]}")
    check(all(18.5 <= points <= 19.3 for node, points in ranked if node in order[:3]),
          f"{book.name}: left in them: {ranked[:6]}")
    check(ranked[len([p for n, p in ranked if n in order[:3]])][1] < 18.5, f"{book.name}: others have as much left")
    lists = [v for v in book.formulas["Handlingsplan"].data_validations.dataValidation if v.type == "list"]
    status = book.formulas["Handlingsplan"].cell(head + 1, names.index("Status") + 1).coordinate
    check(any(status in v.sqref for v in lists), f"{book.name}: no list of states at {status}")


def vallentuna(openpyxl, folder):
    book = Export(openpyxl, folder, "evaluations/vallentuna-2021.yaml", "--reference", "sverige-2021")
    title = "Sverigesnitt, april 2021"
    head = book.row_of("Översikt", "Område", title, "Skillnad", "Enligt rapporten")
    check(head > 0, f"{book.name}: the reference has no column under its own title")
    names = book.rows("Översikt")[head - 1]
    column, apart = names.index(title), names.index("Skillnad")
    for number, area in enumerate(book.score["areas"]):
        row = book.rows("Översikt")[head + number]
        check(recalculate.equal(row[apart], area["points"] - row[column]), f"{book.name}: {area['id']}: {row}")
        shown = book.formulas["Översikt"].cell(head + 1 + number, apart + 1).number_format
        check("▲" in shown and "▼" in shown and "−" in shown and "+" in shown, f"{book.name}: shown as {shown!r}")
    book.says("Översikt", "Starkast: Brukarens fokus; lika starkt: Arbetsliv")  # both 86
    book.says("Översikt", f"Över {title} i 8 av 8 områden.", "kommuner i Sverige, som Vallentuna kommun anger")
    check(not any(text == "Referens" for text in book.texts("Översikt")), f"{book.name}: the bare word")
    check_links(book)
    check_charts(book, ["Vallentuna kommun 2021", title])
    check_properties(book, "Vallentuna kommun", "Källa: vallentuna.se (Vallentuna kommun, 2021)")
    check_caveats(book, ["Räknat på avrundade poäng"], ["Totalen ligger mellan 644,0 och 652,0"])
    check_reconciliation(book, ["evaluations/vallentuna-2021.yaml", "rubrics/kommunkompassen-2020.yaml",
                                "rubrics/sverige-2021.yaml"])


    book = Export(openpyxl, folder, "evaluations/vallentuna-2021.yaml", "--reference", "sverige-2021", "--lang", "en")
    book.says("Overview", "mean over “kommuner i Sverige, som Vallentuna kommun anger”;")
    columns = {place[0] for place, to in book.links("Overview").items() if to[0] == "Scores" and place[1:] < "26"}
    check(columns == {"A"}, f"{book.name}: links of areas stand in the columns {columns}")


def with_decimals(openpyxl, folder):
    """Where a reference has decimals, its column, the differences and what is achieved have them, in each row."""
    file = os.path.join(folder, "grannar.yaml")
    with open(file, "w", encoding="utf-8") as out:
        out.write("kompass: reference/1\nid: grannar\nrubric: kommunkompassen-2010\ntitle: Grannarna\nset: fyra grannar\n"
                  'values: {"1": 51, "2": 53.2, "3": 63.2, "4": 60, "5": 45, "6": 71, "7": 55.5, "8": 40}\n')
    book = Export(openpyxl, folder, "evaluations/eskilstuna-2011.yaml", "--reference", file)
    head = book.row_of("Översikt", "Område", "Grannarna", "Skillnad")
    names = book.rows("Översikt")[head - 1]
    sheet = book.formulas["Översikt"]
    for word, want in (("Omräknat", "0.0"), ("Grannarna", "0.0"), ("Skillnad", '+"0.0;')):
        formats = {sheet.cell(head + 1 + area, names.index(word) + 1).number_format for area in range(8)}
        check(len(formats) == 1 and want in formats.pop(), f"{book.name}: {word} is shown in several ways")


def drafts(openpyxl, folder):
    """Nothing of a draft is shown as if it were final, also where it is pasted alone."""
    book = Export(openpyxl, folder, "tests/data/draft/storby-2011.yaml")
    book.says("Översikt", "Totalt hittills (4 av 45 frågor bedömda)", "I parentes efter ett område", "men inte radardiagrammet")
    package = inspect_package.Package(book.file)
    c, a = f"{{{inspect_package.NS['c']}}}", "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    for part in (name for name in package.names if re.fullmatch(r"xl/charts/chart\d+\.xml", name)):
        root = package.xml(part)
        title = "".join(text.text for text in root.find(f".//{c}title").iter(f"{a}t"))
        check("utkast" in title, f"{book.name}: a chart is called {title!r}")
        values = [float(v.text) for v in root.find(f".//{c}val").iter(f"{c}v")]
        check(len(values) == 2, f"{book.name}: drawn {values}, not areas 1 and 5 alone")
        names = [v.text for v in root.find(f".//{c}cat").iter(f"{c}v")]
        if root.find(f".//{c}barChart") is not None:
            shown = root.find(f".//{c}dLbls/{c}numFmt").get("formatCode")
            check(shown == "0;-0;", f"{book.name}: a bar that is none is labelled {shown}")
            check("Demokrati (2/5)" in names and "Brukare (0/6)" in names, f"{book.name}: bars are called {names}")
        else:
            check("Demokrati" in names and "Brukare" in names, f"{book.name}: the radar's names are {names}")


def check_shown_sums(book):
    """The action plan shows a max with the decimals that what is achieved and left have, where it needs them."""
    head = book.row_of("Handlingsplan", "Punkt", "Delfråga", "Poäng kvar")
    names = book.rows("Handlingsplan")[head - 1]
    cells = [book.formulas["Handlingsplan"].cell(head + 1, names.index(word) + 1)
             for word in ("Uppnått", "Max", "Poäng kvar")]
    check({cell.number_format for cell in cells} == {"0.00"}, f"{book.name}: {[cell.number_format for cell in cells]}")


def example(openpyxl, folder):
    book = Export(openpyxl, folder, "evaluations/exempelkommunen-2024.yaml")
    check_shown_sums(book)
    check_picks(book)
    check_links(book)
    check_tables(book)
    check_charts(book, ["Exempelkommunen 2024"])
    check_caveats(book, ["Utkast"], ["Utkast: resultatet är inte slutligt.", "Totalen blir mellan 489,2 och 539,0"])
    head = book.row_of("Översikt", "Uppnått", "Lägst", "Högst")
    total = book.score["total"]
    check(any(recalculate.equal(c, total["low"]) for c in book.rows("Översikt")[head] if isinstance(c, float)) and
          any(recalculate.equal(c, total["high"]) for c in book.rows("Översikt")[head] if isinstance(c, float)),
          f"{book.name}: the bounds do not stand beside the total")
    details = book.formulas["Detaljer"]
    head = book.row_of("Detaljer", "Nr", "Fråga", "Svar", "Bedömning", "Poäng", "Kommentar", "Underlag", "Gott exempel")
    check(head > 0, f"{book.name}: heads of the details")
    levels = {str(details.cell(row, 1).value): details.row_dimensions[row].outlineLevel
              for row in range(head + 1, details.max_row + 1)}
    check(levels["1"] == 0 and levels["1.1"] == 1 and levels["1.1.1"] == 2, f"{book.name}: folded {levels['1.1.1']}")
    check(details.auto_filter.ref is not None and details.auto_filter.ref.startswith(f"A{head}:"),
          f"{book.name}: no filter on the details")
    for lang, names in SHEETS.items():
        for audience in ("board", "team"):
            one = Export(openpyxl, folder, "evaluations/exempelkommunen-2024.yaml", "--lang", lang, "--audience", audience)
            want = [n for i, n in enumerate(names) if audience == "team" or i != AGREEMENT]
            check(one.values.sheetnames == want, f"{one.name}: {one.values.sheetnames}")


def begun(openpyxl, folder):
    """Few answers: five questions are done, four alike, or one, or none is."""
    for name, answers, step in (("fem", ["1.1", "1.2", "2.1", "2.2", "5.1"], 13), ("lika", ["1.1", "3.1", "4.2", "5.2"], 0),
                                ("en", ["3.2"], 1), ("ingen", [], 1)):
        file = os.path.join(folder, f"{name}.yaml")
        with open(file, "w", encoding="utf-8") as out:
            out.write(f"kompass: evaluation/1\nid: {name}\nrubric: kommunkompassen-2010\nlanguage: sv\n"
                      "unit: {name: Provstad}\nyear: 2011\nstate: draft\nanswers:\n  \"4.1\":\n")
            out.writelines(f'  "{node}": {{percent: {10 + step * i}}}\n' for i, node in enumerate(answers))
        check_picks(Export(openpyxl, folder, file))


def as_a_whole(openpyxl, folder):
    """What was written below a question that is answered as a whole stands with it."""
    file = os.path.join(folder, "hel.yaml")
    with open(file, "w", encoding="utf-8") as out:
        out.write("kompass: evaluation/1\nid: hel\nrubric: kommunkompassen-2010\nlanguage: sv\nunit: {name: Provstad}\n"
                  "year: 2011\nanswers:\n  \"4\": {points: 60, comment: I stort}\n  \"4.1\": {comment: Mål finns}\n"
                  "  \"4.3\": {best_practice: true, evidence: [{type: document, text: Budget, ref: s. 4}, "
                  "{type: interview, text: Chefer}]}\n  \"1.2\": {points: 3, comment: Annat}\n")
    book = Export(openpyxl, folder, file)
    head = book.row_of("Detaljer", "Nr", "Fråga", "Kommentar", "Underlag", "Gott exempel")
    names = book.rows("Detaljer")[head - 1]
    row = next(r for r in book.rows("Detaljer")[head:] if r[0] == "4")
    for name, want in (("Kommentar", "I stort\n4.1: Mål finns"), ("Underlag", "4.3: Dokument: Budget, s. 4"),
                       ("Gott exempel", "4.3: Ja")):
        got = row[names.index(name)]
        check(got == want, f"{book.name}: {name} of 4 is {got!r}, not {want!r}")


def main():
    try:
        import openpyxl
    except ImportError:
        recalculate.skip("openpyxl is not installed")
    with tempfile.TemporaryDirectory(prefix="kompass-overview-") as folder:
        for case in (eskilstuna, vallentuna, with_decimals, example, begun, drafts, as_a_whole):
            case(openpyxl, folder)
    return COUNTS.finish()


if __name__ == "__main__":
    sys.exit(main())
