#!/usr/bin/env python3
"""What `kompass export` is measured against: the same workbook by PyYAML's C loader and XlsxWriter.

    export_peer.py EVALUATION.yaml OUT.xlsx [--count]

Reads the evaluation and its rubric, scores it in exact fractions and writes the six sheets of the score overview: the
same cells with the same formulas, each with its value, merges, links, formats, widths and heights, filters, data bars,
page settings and the two charts. The bench counts what both files hold and says where they differ. It checks nothing,
knows no scales, no `by`, no unanswered and no reduce: it only has to do the work of Eskilstuna 2011, and so does less
than the program. --count prints how many cells of each kind it wrote.
"""

import hashlib
import sys
from collections import Counter
from fractions import Fraction
from pathlib import Path

import xlsxwriter
import yaml

DETAILS, CHECK, SCORES = "Detaljer", "Avstämning", "Poängfördelning"
SUMMARY, FINDINGS, ACTIONS = "Översikt", "Styrkor och förbättringar", "Handlingsplan"
TYPES = {"document": "Dokument", "website": "Webbplats", "intranet": "Intranät", "other": "Övrigt"}


def load(path):
    text = path.read_bytes()
    return yaml.load(text, Loader=yaml.CSafeLoader), hashlib.sha256(text).hexdigest()


def text_of(value, lang="sv"):
    if isinstance(value, dict):
        return value.get(lang) or next(iter(value.values()))
    return "" if value is None else str(value)


def shown(number):
    """Half away from zero, as whole points."""
    return int(number + Fraction(1, 2))


def score(rubric, evaluation):
    """By node id: fraction, points, max."""
    results, total = {}, Fraction(0)
    for area in rubric["areas"]:
        points = Fraction(0)
        for question in area["questions"]:
            answer = evaluation["answers"][question["id"]]
            fraction = Fraction(str(answer["percent"])) / 100
            results[question["id"]] = (fraction, fraction * question["max"], question["max"])
            points += fraction * question["max"]
        results[area["id"]] = (points / area["max"], points, area["max"])
        total += points
    most = sum(area["max"] for area in rubric["areas"])
    results["total"] = (total / most, total, most)
    return results


# Widths of characters beside a digit's 1, roughly: no program fits the height of a row to wrapped text in merged cells.
WIDTHS = {**dict.fromkeys("ijlIt.,:;'|! ()[]-f", 0.55), **dict.fromkeys("mwMWÅÄÖO@%", 1.5), **dict.fromkeys("ABCDEFGHKLNPQRSTUVXYZ", 1.2)}


def lines_of(text, width, size):
    """How many lines a text takes in a column so wide."""
    lines, scale = 0, size / 11
    for paragraph in text.split("\n"):
        used, lines = 0.0, lines + 1
        for word in paragraph.split(" "):
            own = sum(WIDTHS.get(c, 1.0) for c in word) * scale
            if used and used + 0.55 * scale + own > width:
                lines += 1
                used = own
            else:
                used += own + (0.55 * scale if used else 0)
    return lines


class Book:
    def __init__(self, path):
        self.book = xlsxwriter.Workbook(path)
        self.formats, self.counts = {}, Counter()
        self.widths, self.heights, self.levels, self.hidden = {}, {}, {}, {}

    def style(self, **looks):
        key = tuple(sorted(looks.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format({"font_name": "Calibri", "valign": "top", **looks})
        return self.formats[key]

    def sheet(self, name, widths, landscape=False):
        sheet = self.book.add_worksheet(name)
        self.widths[name], self.heights[name], self.levels[name], self.hidden[name] = widths, {}, {}, set()
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        if landscape:
            sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(0.6, 0.6, 0.7, 0.75)
        sheet.hide_gridlines(2)
        sheet.set_footer("&L&A&RSida &P av &N")
        return sheet

    def fit(self, sheet, row, first, last, text, looks):
        size = looks.get("font_size", 11)
        width = sum(self.widths[sheet.name][first:last + 1])
        height = 1.36 * size * (lines_of(text, width, size) if looks.get("text_wrap") else 1)
        if height > self.heights[sheet.name].get(row, 15):
            self.heights[sheet.name][row] = height

    def close(self):
        for sheet in self.book.worksheets():
            for row, height in self.heights[sheet.name].items():
                level, hidden = self.levels[sheet.name].get(row), row in self.hidden[sheet.name]
                sheet.set_row(row, min(height, 409), None, {"level": level or 0, "hidden": hidden})
        self.book.close()

    def text(self, sheet, row, column, text, **looks):
        if not text:
            self.blank(sheet, row, column, **looks)
            return
        self.counts["text"] += 1
        self.fit(sheet, row, column, column, text, looks)
        sheet.write_string(row, column, text, self.style(**looks))

    def number(self, sheet, row, column, value, **looks):
        self.counts["number"] += 1
        sheet.write_number(row, column, float(value), self.style(num_format="0", **looks))

    def formula(self, sheet, row, column, formula, value, **looks):
        self.counts["formula"] += 1
        value = float(value) if isinstance(value, (int, Fraction)) else value
        sheet.write_formula(row, column, formula, self.style(num_format="0", **looks), value)

    def blank(self, sheet, row, column, **looks):
        self.counts["blank"] += 1
        sheet.write_blank(row, column, None, self.style(**looks))

    def link(self, sheet, row, column, where, text, **looks):
        self.counts["link"] += 1
        self.fit(sheet, row, column, column, text, looks)
        sheet.write_url(row, column, f"internal:{where}", self.style(font_color="#0B4F9E", underline=1, **looks), text)

    def bars(self, sheet, first, last, column):
        sheet.conditional_format(first, column, last, column, {
            "type": "data_bar", "data_bar_2010": True, "bar_solid": True, "bar_no_border": True, "min_type": "num",
            "max_type": "num", "min_value": 0, "max_value": 100, "bar_color": "#BBD3EE"})

    def merged(self, sheet, row, first, last, text, **looks):
        self.counts["text"] += 1
        self.counts["blank"] += last - first
        self.fit(sheet, row, first, last, text, {"text_wrap": True, **looks})
        sheet.merge_range(row, first, row, last, text, self.style(text_wrap=True, **looks))


class Overview:
    def __init__(self, book, rubric, evaluation, hashes):
        self.b, self.rubric, self.e, self.hashes = book, rubric, evaluation, hashes
        self.results = score(rubric, evaluation)
        self.areas = rubric["areas"]
        self.unit = f"{evaluation['unit']['name']} {evaluation['year']} · {text_of(rubric['title'])}"
        # Rows (1-based) of each node in the sheets that formulas point at
        self.detail_row, self.check_row = {}, {}
        row = 7
        for area in self.areas:
            for node in [area, *area["questions"]]:
                self.detail_row[node["id"]], self.check_row[node["id"]] = row, row + 58
                row += 1
        self.detail_row["total"], self.check_row["total"] = row, row + 58
        self.score_row, self.home_row = {}, {}

    def head(self, sheet, title, last):
        self.b.merged(sheet, 0, 0, last, title, bold=True, font_size=16)
        self.b.merged(sheet, 1, 0, last, self.unit, italic=True)
        self.b.link(sheet, 2, 0, f"'{SUMMARY}'!A1", "Till översikten")
        self.b.merged(sheet, 3, 0, last, "Räknat på avrundade poäng", italic=True)

    def titles(self, sheet, row, names):
        for column, name in enumerate(names):
            self.b.text(sheet, row, column, name, bold=True, bg_color="#DDE6F0", border=1, bottom=2, text_wrap=True)

    def figures(self, sheet, row, column, node_id, **looks):
        """Points, max and percent of a node, from the sheets below."""
        fraction, points, most = self.results[node_id]
        d, c = self.detail_row[node_id], self.check_row[node_id]
        self.b.formula(sheet, row, column,
                       f"=IF(COUNT('{DETAILS}'!$D${d})=0,'{CHECK}'!$G${c},'{DETAILS}'!$D${d})", points, **looks)
        self.b.formula(sheet, row, column + 1, f"='{DETAILS}'!$E${d}", most, **looks)
        self.b.formula(sheet, row, column + 2, f"=IF(COUNT('{DETAILS}'!$F${d})=0,\"–\",'{DETAILS}'!$F${d})",
                       fraction * 100, **looks)

    def printed(self, sheet, row, column, node_id, **looks):
        figures = self.e["published"].get(node_id, {})
        for offset, key in enumerate(("points", "percent")):
            if key in figures:
                self.b.number(sheet, row, column + offset, figures[key], **looks)
            else:
                self.b.text(sheet, row, column + offset, "–", align="right", **looks)

    # ---- the sheets ----

    def summary(self):
        b, e = self.b, self.e
        sheet = self.sheet_summary = b.sheet(SUMMARY, [8, 44, 12, 9, 10, 14, 14])
        b.merged(sheet, 0, 0, 6, f"{text_of(self.rubric['title'])} – {e['unit']['name']} {e['year']}", bold=True, font_size=18)
        b.merged(sheet, 1, 0, 6, "Poängöversikt · Slutlig", italic=True)
        b.merged(sheet, 3, 0, 1, "Resultat", bold=True, bottom=1)
        for column, name in ((2, "Uppnått"), (3, "Max"), (4, "Procent")):
            b.text(sheet, 3, column, name, bold=True, bottom=1)
        b.merged(sheet, 4, 0, 1, "Totalt", bold=True, font_size=14)
        self.figures(sheet, 4, 2, "total", bold=True, font_size=14)
        b.merged(sheet, 5, 0, 6, "Räknat på avrundade procent; kan avvika från rapportens poäng.", italic=True)
        b.merged(sheet, 6, 0, 6, "Två tryckta siffror går inte ihop: se Avstämning.", italic=True)
        people = "; ".join(f"{p['name']}, {p['organisation']}" for p in e["evaluators"])
        facts = [("Kommun", f"{e['unit']['name']} ({e['unit']['group']})"), ("År", str(e["year"])),
                 ("Besök", str(e["visited"])), ("Rapportens datum", str(e["date"])), ("Utvärderare", people),
                 ("Intervjuade", text_of(e["interviewed"])), ("Bedömningsmall", text_of(self.rubric["title"])),
                 ("Läge", "Slutlig")]
        row = 8
        for label, value in facts:
            b.merged(sheet, row, 0, 1, label, bold=True)
            b.merged(sheet, row, 2, 6, value)
            row += 1
        b.merged(sheet, row + 1, 0, 6, "Profil: områdena", bold=True, font_size=13)
        self.titles(sheet, row + 2, ["Nr", "Område", "Omräknat", "Max", "Procent", "Enligt rapporten", "Enligt rapporten, %"])
        row = first = row + 3
        for area in self.areas:
            b.text(sheet, row, 0, area["id"])
            b.link(sheet, row, 1, f"'{SCORES}'!A{row}", text_of(area["title"]), border=1)
            self.home_row[area["id"]] = row + 1
            self.figures(sheet, row, 2, area["id"])
            self.printed(sheet, row, 5, area["id"])
            row += 1
        b.text(sheet, row, 0, "", bold=True, top=1)
        b.link(sheet, row, 1, f"'{SCORES}'!A80", "Totalt", bold=True, top=1)
        self.figures(sheet, row, 2, "total", bold=True, top=1)
        self.printed(sheet, row, 5, "total", bold=True, top=1)
        b.merged(sheet, row + 2, 0, 6, "Profil i diagram", bold=True, font_size=13)
        self.charts(sheet, row + 3)
        self.facts(sheet, 44)
        self.in_short(sheet, 51, first)
        self.stories(sheet, 64)
        sheet.repeat_rows(0)
        sheet.set_h_pagebreaks([51])

    def charts(self, sheet, row):
        area_count, first = len(self.areas), 51
        said = "; ".join(f"{text_of(a.get('short', a['title']))} {shown(self.results[a['id']][0] * 100)} %" for a in self.areas)
        font, line = {"size": 9, "color": "#1F2933", "bold": False}, {"color": "#C3CAD3", "width": 0.75}
        for kind, column, title in (("radar", 0, "Profil, procent av max"), ("bar", 2, "Områdena, procent av max")):
            chart = self.b.book.add_chart({"type": kind, **({"subtype": "with_markers"} if kind == "radar" else {})})
            series = {"name": f"{self.e['unit']['name']} {self.e['year']}",
                      "categories": [CHECK, first, 1, first + area_count - 1, 1],
                      "values": [CHECK, first, 2, first + area_count - 1, 2],
                      "line": {"color": "#1F5FA8", "width": 2.25}}
            if kind == "radar":
                series["marker"] = {"type": "circle", "size": 7, "fill": {"color": "#1F5FA8"}, "line": {"color": "#1F5FA8"}}
            else:
                series.update(fill={"color": "#1F5FA8"}, gap=55, data_labels={"value": True, "num_format": "0", "font": font})
            chart.add_series(series)
            chart.set_title({"name": title, "name_font": {"size": 12, "color": "#1F2933", "bold": True}})
            chart.set_x_axis({"num_font": font, "line": line, "reverse": kind == "bar"})
            chart.set_y_axis({"min": 0, "max": 100, "major_unit": 20, "num_format": "0", "num_font": font, "line": line,
                              "name": "Procent av max" if kind == "bar" else None, "name_font": font,
                              "major_gridlines": {"visible": True, "line": {"color": "#D5DAE0", "width": 0.5}}})
            chart.set_legend({"none": True})
            chart.set_chartarea({"border": line})
            chart.set_size({"width": 420, "height": 280})
            sheet.insert_chart(row, column, chart, {"description": f"{title}: {said}."})

    def facts(self, sheet, row):
        b = self.b
        b.merged(sheet, row, 0, 6, "Kortfakta", bold=True, font_size=13)
        for row, fact in enumerate(self.e["facts"], row + 1):
            b.merged(sheet, row, 0, 1, text_of(fact["label"]), bold=True)
            b.merged(sheet, row, 2, 6, text_of(fact["value"]))

    def in_short(self, sheet, row, first):
        b = self.b
        b.merged(sheet, row, 0, 4, "I korthet", bold=True, font_size=13)
        self.titles(sheet, row + 1, ["Nr", "Områden", "Uppnått", "Max", "Procent"])
        order = sorted(self.areas, key=lambda a: self.results[a["id"]][0])
        for offset, (area, word, key) in enumerate(((order[-1], "Starkast: ", "D"), (order[0], "Svagast: ", "E"))):
            self.found(sheet, row + 2 + offset, SUMMARY, first + 1, first + len(self.areas),
                       f"MATCH('{CHECK}'!${key}$60,'{CHECK}'!${key}$52:${key}$59,0)", area, word)
        questions = sorted((q for a in self.areas for q in a["questions"]), key=lambda q: self.results[q["id"]][0])
        for block, (title, chosen, key) in enumerate((("Starkaste delfrågorna", questions[:-4:-1], "H"),
                                                      ("Svagaste delfrågorna", questions[:3], "I"))):
            at = row + 4 + 4 * block
            self.titles(sheet, at, ["Nr", title, "Uppnått", "Max", "Procent"])
            for place, question in enumerate(chosen):
                self.found(sheet, at + 1 + place, SCORES, 7, 80,
                           f"INDEX('{CHECK}'!$J$65:$J$117,MATCH('{CHECK}'!${key}${119 + place},'{CHECK}'!${key}$65:${key}$117,0))",
                           question, "")

    def found(self, sheet, row, where, first, last, match, node, word):
        fraction, points, most = self.results[node["id"]]
        values = [node["id"], word + text_of(node["title"]), points, most, fraction * 100]
        for column, (letter, value) in enumerate(zip("ABCDE", values)):
            inner = f"INDEX('{where}'!${letter}${first}:${letter}${last},{match})"
            self.b.formula(sheet, row, column, f'="{word}"&{inner}' if word and column == 1 else f"={inner}", value)

    def stories(self, sheet, row):
        b, e = self.b, self.e
        b.merged(sheet, row, 0, 6, "Sammanfattning", bold=True, font_size=13)
        b.merged(sheet, row + 1, 0, 6, text_of(e["summary"]))
        b.merged(sheet, row + 3, 0, 6, "Goda exempel", bold=True, font_size=13)
        row += 4
        for area in self.areas:
            for question in area["questions"]:
                answer = e["answers"][question["id"]]
                if answer.get("best_practice"):
                    b.link(sheet, row, 0, f"'{DETAILS}'!A{self.detail_row[question['id']]}", question["id"])
                    b.text(sheet, row, 1, text_of(question["title"]), text_wrap=True)
                    b.merged(sheet, row, 2, 6, text_of(answer.get("comment")))
                    row += 1
        b.link(sheet, row + 1, 0, f"'{CHECK}'!A1", "Så är siffrorna framräknade och kontrollerade: Avstämning")

    def scores(self):
        b = self.b
        sheet = b.sheet(SCORES, [8, 60, 11, 9, 10, 14, 14])
        self.head(sheet, SCORES, 6)
        self.titles(sheet, 5, ["Nr", "Delfråga", "Uppnått", "Max", "Procent", "Enligt rapporten", "Enligt rapporten, %"])
        row = 6
        for area in self.areas:
            b.text(sheet, row, 0, area["id"], bold=True, bg_color="#EEF2F7")
            b.merged(sheet, row, 1, 5, text_of(area["title"]), bold=True, bg_color="#EEF2F7")
            b.link(sheet, row, 6, f"'{SUMMARY}'!B{self.home_row[area['id']]}", "↑ Översikt")
            first = row = row + 1
            for question in area["questions"]:
                self.score_row[question["id"]] = row - 5
                b.link(sheet, row, 0, f"'{DETAILS}'!A{self.detail_row[question['id']]}", question["id"], border=1)
                b.text(sheet, row, 1, text_of(question["title"]), text_wrap=True)
                self.figures(sheet, row, 2, question["id"])
                self.printed(sheet, row, 5, question["id"])
                row += 1
            b.bars(sheet, first, row, 4)
            b.text(sheet, row, 0, "", top=1)
            b.text(sheet, row, 1, f"Summa område {area['id']}", bold=True, top=1)
            self.figures(sheet, row, 2, area["id"], bold=True, top=1)
            self.printed(sheet, row, 5, area["id"], bold=True, top=1)
            parts = sum(shown(self.results[q["id"]][1]) for q in area["questions"])
            whole = shown(self.results[area["id"]][1])
            row += 1
            if parts != whole:
                b.merged(sheet, row, 0, 6, f"De visade delarna blir tillsammans {parts}, summan är {whole}: varje tal är avrundat "
                                           "för sig.", italic=True)
                row += 1
            row += 1
        b.text(sheet, row, 0, "", bold=True)
        b.text(sheet, row, 1, "Totalt", bold=True)
        self.figures(sheet, row, 2, "total", bold=True)
        for column in (5, 6):
            b.blank(sheet, row, column, bold=True)
        b.bars(sheet, row, row, 4)
        sheet.freeze_panes(6, 0)
        sheet.repeat_rows(5)
        sheet.set_h_pagebreaks([43])

    def details(self):
        b = self.b
        sheet = b.sheet(DETAILS, [8, 50, 9, 9, 8, 9, 50, 40, 9], landscape=True)
        self.head(sheet, DETAILS, 8)
        self.titles(sheet, 5, ["Nr", "Fråga", "Svar", "Poäng", "Max", "Procent", "Kommentar", "Underlag", "Gott exempel"])
        for area in self.areas:
            row, count = self.detail_row[area["id"]], len(area["questions"])
            self.detail_head(sheet, row, area, f"SUM($D${row + 1}:$D${row + count})")
            for question in area["questions"]:
                self.detail(sheet, self.detail_row[question["id"]], question)
        self.detail_total(sheet)
        b.bars(sheet, 6, self.detail_row["total"] - 1, 5)
        sheet.autofilter(5, 0, self.detail_row["total"] - 2, 8)
        sheet.freeze_panes(6, 2)
        sheet.repeat_rows(5)
        sheet.set_h_pagebreaks([17, 31, 45])

    def detail_head(self, sheet, row, area, total):
        b, (fraction, points, most) = self.b, self.results[area["id"]]
        c = self.check_row[area["id"]]
        b.link(sheet, row - 1, 0, f"'{SUMMARY}'!B{self.home_row[area['id']]}", area["id"], bold=True, bg_color="#EEF2F7")
        b.text(sheet, row - 1, 1, text_of(area["title"]), bold=True, bg_color="#EEF2F7")
        b.formula(sheet, row - 1, 3, f'=IF(COUNT(F{row})=0,"–",F{row}/100*E{row})', points, bold=True)
        b.number(sheet, row - 1, 4, most, bold=True)
        b.formula(sheet, row - 1, 5, f"=IF(OR('{CHECK}'!$C${c}=0,'{CHECK}'!$E${c}=0),\"–\",{total}/'{CHECK}'!$E${c}*100)",
                  fraction * 100, bold=True)
        for column in (2, 6, 7, 8):
            b.blank(sheet, row - 1, column, bg_color="#EEF2F7")

    def detail(self, sheet, row, question):
        b, (fraction, points, most) = self.b, self.results[question["id"]]
        answer = self.e["answers"][question["id"]]
        b.levels[DETAILS][row - 1] = 1
        b.text(sheet, row - 1, 0, question["id"])
        b.text(sheet, row - 1, 1, text_of(question["title"]), text_wrap=True)
        b.number(sheet, row - 1, 2, answer["percent"], bg_color="#FFF8DC")
        b.formula(sheet, row - 1, 3, f'=IF(COUNT(F{row})=0,"–",F{row}/100*E{row})', points)
        b.number(sheet, row - 1, 4, most)
        b.formula(sheet, row - 1, 5, f'=IF(COUNT(C{row})=0,"–",C{row})', fraction * 100)
        evidence = [f"{TYPES[x['type']]}: {text_of(x['text'])}" + (f", {x['ref']}" if x.get("ref") else "")
                    for x in answer.get("evidence", []) if x["type"] != "interview"]
        for column, text in ((6, text_of(answer.get("comment"))), (7, "\n".join(evidence)),
                             (8, "Ja" if answer.get("best_practice") else "")):
            if text:
                b.text(sheet, row - 1, column, text, text_wrap=True)
            else:
                b.blank(sheet, row - 1, column)

    def detail_total(self, sheet):
        b, (fraction, points, most) = self.b, self.results["total"]
        row, c = self.detail_row["total"], self.check_row["total"]
        rows = [self.detail_row[area["id"]] for area in self.areas]
        b.text(sheet, row - 1, 1, "Totalt", bold=True, top=1)
        for column in (0, 2, 6, 7, 8):
            b.blank(sheet, row - 1, column, bold=True, top=1)
        b.formula(sheet, row - 1, 3, f'=IF(COUNT(F{row})=0,"–",F{row}/100*E{row})', points, bold=True, top=1)
        b.formula(sheet, row - 1, 4, f"=SUM({','.join(f'E{r}' for r in rows)})", most, bold=True, top=1)
        b.formula(sheet, row - 1, 5, f"=IF(OR('{CHECK}'!$C${c}=0,'{CHECK}'!$E${c}=0),\"–\","
                                     f"SUM({','.join(f'D{r}' for r in rows)})/'{CHECK}'!$E${c}*100)", fraction * 100, bold=True, top=1)

    def findings(self):
        b = self.b
        sheet = b.sheet(FINDINGS, [46, 46, 46])
        self.head(sheet, FINDINGS, 2)
        self.titles(sheet, 5, ["Styrkor", "Finns delvis", "Förbättringsmöjligheter"])
        row = 6
        for area in self.areas:
            found = self.e["findings"].get(area["id"])
            b.merged(sheet, row, 0, 1, f"{area['id']}  {text_of(area['title'])}", bold=True, bg_color="#EEF2F7")
            b.link(sheet, row, 2, f"'{SUMMARY}'!B{self.home_row[area['id']]}", "↑ Översikt")
            row += 1
            if found.get("summary"):
                b.merged(sheet, row, 0, 2, text_of(found["summary"]))
                row += 1
            columns = [[self.finding(item) for item in found.get(key, [])] for key in ("strengths", "partial", "improvements")]
            for place in range(max(map(len, columns))):
                for column, items in enumerate(columns):
                    if place < len(items):
                        b.text(sheet, row, column, items[place], text_wrap=True)
                    else:
                        b.blank(sheet, row, column)
                row += 1
            if found.get("examples"):
                b.merged(sheet, row, 0, 2, "Exempel att lära av", italic=True)
                row += 1
                for item in found["examples"]:
                    b.merged(sheet, row, 0, 2, f"{item.get('unit', '')}: {self.finding(item)}")
                    row += 1
            row += 1
        sheet.freeze_panes(6, 0)
        sheet.repeat_rows(5)
        sheet.set_h_pagebreaks([32, 66, 93])

    @staticmethod
    def finding(item):
        if not isinstance(item, dict) or "text" not in item:
            return text_of(item)
        questions = ", ".join(map(str, item.get("questions", [])))
        return text_of(item["text"]) + (f" [{questions}]" if questions else "")

    def actions(self):
        b = self.b
        sheet = b.sheet(ACTIONS, [7, 13, 7, 36, 9, 7, 10, 36, 12, 9, 24, 16, 12, 13], landscape=True)
        self.head(sheet, ACTIONS, 13)
        b.merged(sheet, 5, 0, 13, "Raderna står efter poäng kvar att vinna, flest först.", italic=True)
        head = self.plan_names(sheet)
        self.titles(sheet, head, ["Punkt", "Område", "Nr", "Delfråga", "Uppnått", "Max", "Poäng kvar", "Förslag", "Slag",
                                  "Prioritet", "Åtgärd", "Ansvarig", "Klart senast", "Status"])
        b.text(sheet, head, 15, "-")
        questions = {q["id"]: q for area in self.areas for q in area["questions"]}
        points = []
        for area in self.areas:
            for key, kind in (("improvements", "Förbättring"), ("partial", "Finns delar")):
                for item in self.e["findings"].get(area["id"], {}).get(key, []):
                    question = questions[item["questions"][0]]
                    _, reached, most = self.results[question["id"]]
                    points.append((reached - most, area, question, item, kind))
        points.sort(key=lambda point: point[0])
        for row, (left, area, question, item, kind) in enumerate(points, head + 2):
            d, (_, reached, most) = self.detail_row[question["id"]], self.results[question["id"]]
            b.link(sheet, row - 1, 2, f"'{DETAILS}'!A{d}", question["id"], border=1)
            for column, text in ((0, item["id"]), (1, text_of(area.get("short", area["title"]))),
                                 (3, text_of(question["title"])), (7, text_of(item["text"])), (8, kind)):
                b.text(sheet, row - 1, column, text, text_wrap=True)
            b.formula(sheet, row - 1, 4, f"=IF(COUNT('{DETAILS}'!$D${d})=0,\"–\",'{DETAILS}'!$D${d})", reached)
            b.formula(sheet, row - 1, 5, f"='{DETAILS}'!$E${d}", most)
            b.formula(sheet, row - 1, 6, f'=IF(COUNT(E{row})=0,"–",F{row}-E{row})', -left)
            for column in range(9, 14):
                b.blank(sheet, row - 1, column, bg_color="#FFF8DC", locked=False)
        row = head + 1 + len(points)
        states = ["Ej påbörjat", "Pågår", "Försenat", "Delvis uppnått", "Klart", "Utgått"]
        b.merged(sheet, row + 1, 0, 13, "Så läses planen", bold=True)
        for offset in range(5):
            b.merged(sheet, row + 2 + offset, 0, 13, "Poäng kvar är max minus uppnått och följer med när ett svar ändras.")
        for offset, state in enumerate(["Status", *states]):
            b.merged(sheet, row + 7 + offset, 0, 1, state)
        for offset in range(13):
            b.text(sheet, row + 1 + offset, 15, "-")
        sheet.data_validation(head + 1, 13, row - 1, 13, {"validate": "list", "source": f"=$A${row + 9}:$A${row + 14}"})
        sheet.autofilter(head, 0, row - 1, 13)
        sheet.freeze_panes(head + 1, 3)
        sheet.repeat_rows(head)
        sheet.set_h_pagebreaks([67])
        sheet.set_column(14, 15, None, None, {"hidden": True})

    def plan_names(self, sheet):
        """What the filled-in plan is read back by, in hidden rows; gives the row of the heads."""
        b, row, e = self.b, 6, self.e
        tables = (("kompass:form", {"form": "1", "rubric": e["rubric"], "language": "sv", "evaluation": e["id"]}),
                  ("kompass:about", {"unit.name": e["unit"]["name"], "unit.code": e["unit"]["code"], "unit.country": "SE",
                                     "unit.group": e["unit"]["group"], "year": str(e["year"])}))
        for marker, values in tables:
            for column, name in ((2, "value"), (14, "key"), (15, marker)):
                b.text(sheet, row, column, name)
            for offset, (key, value) in enumerate(values.items(), 1):
                b.text(sheet, row + offset, 2, value)
                b.text(sheet, row + offset, 14, key)
            row += 1 + len(values)
        for key, label in (("as_of", "Läget per"), ("organisation", "Nämnd eller förvaltning")):
            b.merged(sheet, row, 0, 1, label)
            b.merged(sheet, row, 2, 3, "", bg_color="#FFF8DC", locked=False)
            b.text(sheet, row, 14, key)
            row += 1
        names = {0: "finding", 2: "id", 7: "text", 8: "kind", 9: "priority", 10: "action", 11: "owners", 12: "due", 13: "status",
                 15: "kompass:actions"}
        for column, name in names.items():
            b.text(sheet, row, column, name)
        for hidden in [*range(6, row - 2), row]:
            b.hidden[sheet.name].add(hidden)
        return row + 1

    def check(self):
        b = self.b
        sheet = b.sheet(CHECK, [8, 34, 12, 12, 12, 12, 14, 14, 14, 10])
        self.head(sheet, CHECK, 8)
        b.merged(sheet, 5, 0, 8, "", bold=True)
        b.formula(sheet, 5, 0, '=IF(COUNTIF($I$9:$I$17,"Nej")=0,"Arbetsbokens formler ger programmets värden.","Avviker.")',
                  "Arbetsbokens formler ger programmets värden.", bold=True)
        self.titles(sheet, 7, ["Nr", "Område", "Programmet, poäng", "Arbetsboken, poäng", "Differens", "Programmet, max",
                               "Arbetsboken, max", "Differens", "Stämmer"])
        for row, node in enumerate([*self.areas, {"id": "total", "title": "Totalt"}], 9):
            self.check_area(sheet, row, node)
        self.documents(sheet)
        self.chart_data(sheet)
        self.working(sheet)
        sheet.repeat_rows(0)
        sheet.print_area(0, 0, 46, 8)
        sheet.set_h_pagebreaks([23, 39])

    def check_area(self, sheet, row, node):
        b, (_, points, most) = self.b, self.results[node["id"]]
        d, c = self.detail_row[node["id"]], self.check_row[node["id"]]
        b.text(sheet, row - 1, 0, "" if node["id"] == "total" else node["id"])
        b.text(sheet, row - 1, 1, text_of(node["title"]))
        b.number(sheet, row - 1, 2, points)
        b.formula(sheet, row - 1, 3, f"=IF(COUNT('{DETAILS}'!$D${d})=0,G{c},'{DETAILS}'!$D${d})", points)
        b.formula(sheet, row - 1, 4, f'=IF(COUNT(C{row},D{row})<2,"–",D{row}-C{row})', 0)
        b.number(sheet, row - 1, 5, most)
        b.formula(sheet, row - 1, 6, f"='{DETAILS}'!$E${d}", most)
        b.formula(sheet, row - 1, 7, f"=G{row}-F{row}", 0)
        b.formula(sheet, row - 1, 8, f"=IF(AND(COUNT(C{row})=COUNT(D{row}),ABS(SUM(D{row})-SUM(C{row}))<=1E-9*MAX(1,ABS(SUM(C{row}))),"
                                     f"ABS(SUM(G{row})-SUM(F{row}))<=1E-9*MAX(1,ABS(SUM(F{row})))),\"Ja\",\"Nej\")", "Ja")

    def documents(self, sheet):
        b = self.b
        b.merged(sheet, 18, 0, 8, "Indata", bold=True, font_size=13)
        self.titles(sheet, 19, ["Slag", "Fil"])
        b.merged(sheet, 19, 2, 8, "SHA-256", bold=True, bg_color="#DDE6F0", bottom=2)
        for offset, (kind, name, digest) in enumerate(self.hashes):
            b.text(sheet, 20 + offset, 0, kind)
            b.text(sheet, 20 + offset, 1, name)
            b.merged(sheet, 20 + offset, 2, 8, digest)
        b.merged(sheet, 23, 0, 8, "Så är det räknat", bold=True, font_size=13)
        for offset, (label, value) in enumerate([("Program", "export_peer.py"), ("Poängregel", "Regel 1"), ("Ej tillämpligt", "rescale"),
                                                 ("Avrundning", "0"), ("Mottagare", "Styrelse")]):
            b.text(sheet, 24 + offset, 0, label, bold=True)
            b.merged(sheet, 24 + offset, 1, 8, value)
        b.merged(sheet, 30, 0, 8, "Förbehåll", bold=True, font_size=13)
        b.merged(sheet, 31, 0, 8, "Omräknat ur avrundade procenttal; kan avvika en poäng.")
        b.merged(sheet, 32, 0, 8, "Rapportens tryckta siffror går inte ihop på 2 ställen; se Avstämning.")
        b.merged(sheet, 34, 0, 8, "Rapportens tryckta siffror", bold=True, font_size=13)
        b.merged(sheet, 35, 0, 8, "De är bara prövade mot varandra och påverkar inte poängen.")
        for offset, node in enumerate(("5", "5.5")):
            b.merged(sheet, 36 + offset, 0, 8, f"{node}: tryckt {self.e['published'][node]['points']} poäng och "
                                               f"{self.e['published'][node]['percent']} %, som inte går ihop.")
        self.sources(sheet)

    def sources(self, sheet):
        b, notes = self.b, text_of(self.rubric["note"]).strip().split("\n")
        b.merged(sheet, 39, 0, 8, "Källor", bold=True, font_size=13)
        for offset, (label, value) in enumerate([("Utvärdering", text_of(self.e["source"])),
                                                 ("Bedömningsmall", text_of(self.rubric["source"])), ("Om bedömningsmallen", notes[0])]):
            b.text(sheet, 40 + offset, 0, label, bold=True)
            b.merged(sheet, 40 + offset, 1, 8, value)
        for offset, note in enumerate(notes[1:]):
            b.merged(sheet, 43 + offset, 1, 8, note)
        b.merged(sheet, 48, 0, 9, "Det som diagrammen ritar", bold=True, font_size=13)
        b.merged(sheet, 49, 0, 9, "Procent av max för varje område, och nycklar för starkast och svagast.", italic=True)

    def chart_data(self, sheet):
        b, row = self.b, 50
        self.titles(sheet, row, ["Nr", "Område", "Procent", "Nyckel, starkast", "Nyckel, svagast"])
        top = bottom = 0
        for place, area in enumerate(self.areas, 1):
            d, percent = self.detail_row[area["id"]], self.results[area["id"]][0] * 100
            row += 1
            b.text(sheet, row, 0, area["id"])
            b.text(sheet, row, 1, text_of(area.get("short", area["title"])))
            b.formula(sheet, row, 2, f"=IF(COUNT('{DETAILS}'!$F${d})=0,\"\",'{DETAILS}'!$F${d})", percent)
            b.formula(sheet, row, 3, f"=IF(COUNT('{DETAILS}'!$F${d})=0,0,1+ROUND('{DETAILS}'!$F${d},9)-{place}E-12)", 1 + percent)
            b.formula(sheet, row, 4, f"=IF(COUNT('{DETAILS}'!$F${d})=0,0,101-ROUND('{DETAILS}'!$F${d},9)-{place}E-12)", 101 - percent)
            top, bottom = max(top, 1 + percent), max(bottom, 101 - percent)
        b.text(sheet, row + 1, 1, "Största nyckeln, plats 1", bold=True)
        b.formula(sheet, row + 1, 3, "=LARGE($D$52:$D$59,1)", top)
        b.formula(sheet, row + 1, 4, "=LARGE($E$52:$E$59,1)", bottom)

    def working(self, sheet):
        b = self.b
        b.merged(sheet, 61, 0, 9, "Räkneunderlag", bold=True, font_size=13)
        b.merged(sheet, 62, 0, 9, "Mellanled i arbetsbokens formler.", italic=True)
        self.titles(sheet, 63, ["Nr", "Fråga", "Besvarade", "Obesvarade", "Räknas av", "Räknas med", "Läge", "Nyckel, starkast",
                                "Nyckel, svagast", "Rad i fördelningen"])
        place, keys = 0, []
        for area in self.areas:
            first = self.check_row[area["id"]]
            self.working_sum(sheet, first, area, "SUM(${0}$%d:${0}$%d)" % (first + 1, first + len(area["questions"])),
                             len(area["questions"]))
            for question in area["questions"]:
                place += 1
                keys.append(self.working_row(sheet, self.check_row[question["id"]], question, place))
        rows = [self.check_row[area["id"]] for area in self.areas]
        self.working_sum(sheet, self.check_row["total"], {"id": "total", "title": "Totalt"},
                         "SUM(" + ",".join("{0}%d" % row for row in rows) + ")", place)
        row, last = self.check_row["total"], self.check_row["total"] - 1
        for rank in range(3):
            b.text(sheet, row + rank, 1, f"Största nyckeln, plats {rank + 1}", bold=True)
            for column, letter in ((7, "H"), (8, "I")):
                values = sorted((key[column - 7] for key in keys), reverse=True)
                cells = f"${letter}$65:${letter}${last}"
                formula = f"=LARGE({cells},{rank + 1})"
                b.formula(sheet, row + rank, column, formula, values[rank])

    def working_sum(self, sheet, row, node, total, count):
        b, most = self.b, self.results[node["id"]][2]
        d = self.detail_row[node["id"]]
        b.text(sheet, row - 1, 0, "" if node["id"] == "total" else node["id"], bold=True)
        b.text(sheet, row - 1, 1, text_of(node["title"])[:40], bold=True)
        for column, letter, value in ((2, "C", count), (3, "D", 0), (4, "F", most)):
            b.formula(sheet, row - 1, column, "=" + total.format(letter), value)
        b.formula(sheet, row - 1, 5, f"=IF(E{row}=0,0,'{DETAILS}'!$E${d})", most)
        b.formula(sheet, row - 1, 6, f'=IF(C{row}+D{row}=0,"Ej tillämplig",IF(E{row}=0,"Ej viktad",IF(C{row}=0,"Ej bedömd",'
                                     f'IF(D{row}=0,"Bedömd","Ofullständig"))))', "Bedömd")
        for column in (7, 8, 9):
            b.blank(sheet, row - 1, column)

    def working_row(self, sheet, row, question, place):
        b, (fraction, _, most) = self.b, self.results[question["id"]]
        d, percent = self.detail_row[question["id"]], fraction * 100
        b.text(sheet, row - 1, 0, question["id"])
        b.text(sheet, row - 1, 1, text_of(question["title"])[:34])
        b.formula(sheet, row - 1, 2, f"=COUNT('{DETAILS}'!$C${d})", 1)
        b.formula(sheet, row - 1, 3, f"=IF('{DETAILS}'!$C${d}=\"\",1,0)", 0)
        b.blank(sheet, row - 1, 4)
        b.formula(sheet, row - 1, 5, f"=IF(C{row}+D{row}=0,0,'{DETAILS}'!$E${d})", most)
        b.formula(sheet, row - 1, 6, f'=IF(C{row}+D{row}=0,"Ej tillämplig",IF(C{row}=0,"Ej bedömd",IF(D{row}=0,"Bedömd","Ofullständig")))',
                  "Bedömd")
        b.formula(sheet, row - 1, 7, f"=IF(COUNT('{DETAILS}'!$F${d})=0,0,1+ROUND('{DETAILS}'!$F${d},9)-{place}E-12)", 1 + percent)
        b.formula(sheet, row - 1, 8, f"=IF(COUNT('{DETAILS}'!$F${d})=0,0,101-ROUND('{DETAILS}'!$F${d},9)-{place}E-12)", 101 - percent)
        b.number(sheet, row - 1, 9, self.score_row[question["id"]])
        return 1 + percent, 101 - percent


def main():
    source = Path(sys.argv[1])
    evaluation, evaluation_hash = load(source)
    rubric_path = source.parent.parent / "rubrics" / f"{evaluation['rubric']}.yaml"
    rubric, rubric_hash = load(rubric_path)
    book = Book(sys.argv[2])
    book.book.set_properties({"title": "Poängöversikt", "subject": evaluation["unit"]["name"], "author": "export_peer.py"})
    book.book.set_custom_property("Language", "sv")
    overview = Overview(book, rubric, evaluation, [("Utvärdering", source.name, evaluation_hash),
                                                   ("Bedömningsmall", rubric_path.name, rubric_hash)])
    overview.summary()
    overview.scores()
    overview.details()
    overview.findings()
    overview.actions()
    overview.check()
    book.close()
    if "--count" in sys.argv:
        print(", ".join(f"{count} {kind}" for kind, count in sorted(book.counts.items())))


if __name__ == "__main__":
    main()
