#!/usr/bin/python3
"""Look into workbooks: what a reader's program will make of them, read from the XML itself.

    tests/office/inspect_package.py FILE.xlsx...

Charts hold the values of their cells and have words; pages are A4, fitted in width, with a page number;
tables keep their heads in view and in print, and can be sorted; no macros, no other books, no volatile functions, no
function that not every program has; every letter stands out from its fill by 4.5 to 1.

Exit 0: all passed. 1: something is wrong. 2: usage. Needs nothing but Python.
"""

import os
import posixpath
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from support import Counts  # noqa: E402

NS = {
    "m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "d": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
    "p": "http://schemas.openxmlformats.org/package/2006/relationships",
    "x14": "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main",
    "xm": "http://schemas.microsoft.com/office/excel/2006/main",
}
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
CHART_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"

FUNCTIONS = set("""
    ABS AND AVERAGE COUNT COUNTA COUNTBLANK COUNTIF EXACT IF INDEX INT ISBLANK ISNUMBER ISTEXT LARGE LEN
    MATCH MAX MEDIAN MIN MOD N NOT OR QUARTILE RANK ROUND ROUNDDOWN ROUNDUP ROW ROWS SIGN SMALL SUM SUMIF
    SUMPRODUCT TRIM
""".split())
VOLATILE = {"NOW", "TODAY", "RAND", "RANDBETWEEN", "OFFSET", "INDIRECT", "CELL", "INFO"}
CONTRAST = 4.5
LONG_SHEET = 60  # rows that do not fit on one page: their heads must be repeated


# ---- the package ----

class Package:
    """Parts by name, and their relations."""

    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        self.names = self.zip.namelist()

    def xml(self, name):
        return ET.fromstring(self.zip.read(name))

    def relations(self, name):
        """id -> (type's last word, target part or address, is it outside)"""
        folder, file = posixpath.split(name)
        part = posixpath.join(folder, "_rels", file + ".rels")
        if part not in self.names:
            return {}
        found = {}
        for item in self.xml(part).findall("p:Relationship", NS):
            target, outside = item.get("Target"), item.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[item.get("Id")] = (item.get("Type").rsplit("/", 1)[-1], target, outside)
        return found


def column_number(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def cells_of_range(text):
    """(row, column) of each cell of "$A$1:$B$2"."""
    ends = [re.fullmatch(r"\$?([A-Z]+)\$?(\d+)", end) for end in text.split(":")]
    first, last = ends[0], ends[-1]
    return [(row, column) for row in range(int(first[2]), int(last[2]) + 1)
            for column in range(column_number(first[1]), column_number(last[1]) + 1)]


class Book:
    """What the cells hold: values as stored, formulas, styles."""

    def __init__(self, package):
        self.package = package
        self.strings = []
        if "xl/sharedStrings.xml" in package.names:
            for item in package.xml("xl/sharedStrings.xml").findall("m:si", NS):
                self.strings.append("".join(t.text or "" for t in item.iter(f"{{{NS['m']}}}t")))
        self.workbook = package.xml("xl/workbook.xml")
        relations = package.relations("xl/workbook.xml")
        self.sheets = {}  # name -> (part, root)
        for sheet in self.workbook.find("m:sheets", NS):
            part = relations[sheet.get(RELATION)][1]
            self.sheets[sheet.get("name")] = (part, package.xml(part))
        self.values = {name: self.read_values(root) for name, (_, root) in self.sheets.items()}

    def read_values(self, root):
        values = {}
        for cell in root.iter(f"{{{NS['m']}}}c"):
            value = cell.find("m:v", NS)
            if value is None:
                continue
            (place,) = cells_of_range(cell.get("r"))
            text = value.text or ""
            kind = cell.get("t", "n")
            if kind == "s":
                text = self.strings[int(text)]
            values[place] = float(text) if kind == "n" else text
        return values

    def range_values(self, reference):
        match = re.fullmatch(r"(?:'((?:[^']|'')+)'|([^'!]+))!(.+)", reference)
        name = (match[1] or match[2]).replace("''", "'")
        return [self.values[name].get(place) for place in cells_of_range(match[3])]


# ---- charts ----

def check_reference(book, where, reference, counts):
    """A cache against the cells that it was made from: texts and empty cells are no numbers."""
    is_text = reference.tag.endswith("strRef")
    formula = reference.find("c:f", NS).text
    cache = reference.find("c:strCache" if is_text else "c:numCache", NS)
    if not counts.check(cache is not None, f"{where}: {formula} has no cache"):
        return
    cells = book.range_values(formula)
    points = {int(p.get("idx")): p.find("c:v", NS).text or "" for p in cache.findall("c:pt", NS)}
    counts.check(int(cache.find("c:ptCount", NS).get("val")) == len(cells), f"{where}: {formula}: count")
    for index, value in enumerate(cells):
        got = points.pop(index, None)
        if is_text:
            ok = got == (value if isinstance(value, str) else None if value is None else f"{value:.15g}")
        elif isinstance(value, float):
            ok = got is not None and abs(float(got) - value) <= 1e-12 * max(1, abs(value))
        else:
            ok = got is None
        counts.check(ok, f"{where}: {formula}: point {index} is {got!r}, its cell {value!r}")
    counts.check(not points, f"{where}: {formula}: points without cells: {points}")


def check_chart(book, part, where, counts):
    root = book.package.xml(part)
    series = list(root.iter(f"{{{NS['c']}}}ser"))
    legend = root.find("c:chart/c:legend", NS)
    unnamed = set() if legend is None else {int(e.find("c:idx", NS).get("val")) for e in legend.findall("c:legendEntry", NS)}
    names = [item.findtext("c:tx/c:v", None, NS) for item in series]
    counts.check(1 <= len(set(names)) <= 4, f"{where}: {len(set(names))} series")
    goes_on = {i for i in range(1, len(names)) if names[i] == names[i - 1]}
    counts.check(legend is None or unnamed == goes_on, f"{where}: the legend passes over {unnamed} of {names}")
    for item in series:
        for reference in list(item.iter(f"{{{NS['c']}}}numRef")) + list(item.iter(f"{{{NS['c']}}}strRef")):
            check_reference(book, where, reference, counts)
        values = item.findtext("c:val//c:f", None, NS) or item.findtext("c:yVal//c:f", None, NS)
        texts = [value for value in book.range_values(values) if isinstance(value, str) and value]
        counts.check(not texts, f"{where}: {values} holds {texts}, which Excel draws as 0")
    blanks = root.find("c:chart/c:dispBlanksAs", NS)
    counts.check(blanks is None or blanks.get("val") == "gap", f"{where}: what is missing is no gap")
    counts.check((legend is not None) == (len(set(names)) > 1), f"{where}: legend and {len(series)} series")


def check_drawings(book, name, counts):
    part, _ = book.sheets[name]
    for kind, drawing, _ in book.package.relations(part).values():
        if kind != "drawing":
            continue
        relations = book.package.relations(drawing)
        for number, frame in enumerate(book.package.xml(drawing).iter(f"{{{NS['d']}}}graphicFrame"), 1):
            where = f"{name}, chart {number}"
            words = frame.find("d:nvGraphicFramePr/d:cNvPr", NS).get("descr", "")
            counts.check(len(words.strip()) > 0, f"{where}: no words for those who do not see it")
            chart = next(frame.iter(f"{{{CHART_URI}}}chart"))
            check_chart(book, relations[chart.get(RELATION)][1], where, counts)


def check_breaks(book, name, counts):
    """No page ends within a chart."""
    part, root = book.sheets[name]
    starts = [int(item.get("id")) for item in root.iterfind("m:rowBreaks/m:brk", NS)]  # rows, from 0
    for kind, drawing, _ in book.package.relations(part).values():
        if kind != "drawing":
            continue
        for number, anchor in enumerate(book.package.xml(drawing).iter(f"{{{NS['d']}}}twoCellAnchor"), 1):
            first, last, over = (int(anchor.find(f"d:{path}", NS).text)
                                 for path in ("from/d:row", "to/d:row", "to/d:rowOff"))
            cut = [row for row in starts if first < row <= last - (not over)]
            counts.check(not cut, f"{name}: chart {number} in rows {first + 1} to {last + 1} is cut at {cut}")


# ---- pages and tables ----

def has_titles(book, name):
    index = list(book.sheets).index(name)
    names = book.workbook.find("m:definedNames", NS)
    return names is not None and any(
        item.get("name") == "_xlnm.Print_Titles" and item.get("localSheetId") == str(index) for item in names)


def check_page(book, name, counts):
    _, root = book.sheets[name]
    setup = root.find("m:pageSetup", NS)
    fit = root.find("m:sheetPr/m:pageSetUpPr", NS)
    footer = root.find("m:headerFooter/m:oddFooter", NS)
    counts.check(setup is not None and setup.get("paperSize") == "9", f"{name}: not on A4")
    counts.check(fit is not None and fit.get("fitToPage") == "1" and setup is not None and
                 setup.get("fitToWidth", "1") == "1" and setup.get("fitToHeight", "1") == "0",
                 f"{name}: not fitted to the width of a page")
    counts.check(footer is not None and "&P" in (footer.text or ""), f"{name}: no page number")
    counts.check(footer is None or len(footer.text) <= 255, f"{name}: footer of {len(footer.text or '')}")
    pane = root.find("m:sheetViews/m:sheetView/m:pane", NS)
    frozen = pane is not None and pane.get("state") == "frozen" and pane.get("ySplit") is not None
    is_table = root.find("m:autoFilter", NS) is not None
    rows = {int(row.get("r")) for row in root.iter(f"{{{NS['m']}}}row") if len(row)}
    if is_table:
        counts.check(frozen, f"{name}: a table whose head is not frozen")
    if is_table or len(rows) > LONG_SHEET:
        counts.check(has_titles(book, name), f"{name}: long, and its head is not repeated in print")


def check_rules(book, name, counts):
    _, root = book.sheets[name]
    for rule in root.iter(f"{{{NS['m']}}}dataValidation"):
        formula = rule.find("m:formula1", NS)
        if rule.get("type") == "list":
            counts.check(formula is not None and not (formula.text or '"').startswith('"'),
                         f"{name}: a list that is no range at {rule.get('sqref')}")
    taken = {}
    for merge in root.iter(f"{{{NS['m']}}}mergeCell"):
        for place in cells_of_range(merge.get("ref")):
            counts.check(place not in taken, f"{name}: merges {merge.get('ref')} and {taken.get(place)}")
            taken[place] = merge.get("ref")
    filtered = root.find("m:autoFilter", NS)
    if filtered is not None:  # programs refuse to sort rows with merged cells among them
        merged = sorted(taken[place] for place in cells_of_range(filtered.get("ref")) if place in taken)
        counts.check(not merged, f"{name}: merged cells among the rows of a filter: {merged[:3]}")


# ---- formulas ----

def check_formulas(book, name, counts):
    _, root = book.sheets[name]
    for cell in root.iter(f"{{{NS['m']}}}c"):
        formula = cell.find("m:f", NS)
        if formula is None:
            continue
        where = f"{name}!{cell.get('r')} ={formula.text}"
        counts.check(cell.find("m:v", NS) is not None, f"{where}: no stored value")
        code = re.sub(r'"[^"]*"|\'[^\']*\'', "''", formula.text or "")
        used = set(re.findall(r"([A-Za-z_][A-Za-z0-9_.]*)\(", code))
        counts.check(not used & VOLATILE, f"{where}: volatile {sorted(used & VOLATILE)}")
        counts.check("IFERROR" not in used, f"{where}: IFERROR hides faults")
        others = used - FUNCTIONS - VOLATILE - {"IFERROR"}
        counts.check(not others, f"{where}: not every program has {sorted(others)}")
        counts.check("[" not in code and "#REF!" not in code, f"{where}: leads out of the book")


# ---- colours ----

def luminance(colour):
    parts = [int(colour[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    parts = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


THEME = {"0": "FFFFFF", "1": "000000", "2": "EEECE1", "3": "1F497D", "10": "0000FF"}


def colour_of(element, otherwise):
    if element is None:
        return otherwise
    if element.get("rgb"):
        return element.get("rgb")[-6:]
    return THEME.get(element.get("theme"), otherwise)


def read_styles(package):
    """(letters, fill) of each cell style."""
    root = package.xml("xl/styles.xml")
    fonts = [colour_of(font.find("m:color", NS), "000000") for font in root.find("m:fonts", NS)]
    fills = []
    for fill in root.find("m:fills", NS):
        pattern = fill.find("m:patternFill", NS)
        solid = pattern is not None and pattern.get("patternType") == "solid"
        fills.append(colour_of(pattern.find("m:fgColor", NS), "FFFFFF") if solid else "FFFFFF")
    return [(fonts[int(xf.get("fontId"))], fills[int(xf.get("fillId"))]) for xf in root.find("m:cellXfs", NS)]


def read_heights(package):
    """Whether the text of each cell style stands at the top, the bottom or the centre of its row."""
    styles = [xf.find("m:alignment", NS) for xf in package.xml("xl/styles.xml").find("m:cellXfs", NS)]
    return ["bottom" if one is None else one.get("vertical", "bottom") for one in styles]


def bar_colours(root):
    """place -> colour of the bar that may lie under it"""
    found = {}
    for rule in root.iter(f"{{{NS['m']}}}conditionalFormatting"):
        for bar in rule.iter(f"{{{NS['m']}}}dataBar"):
            for part in rule.get("sqref").split():
                for place in cells_of_range(part):
                    found[place] = colour_of(bar.find("m:color", NS), "FFFFFF")
    return found


def check_colours(book, name, styles, counts):
    _, root = book.sheets[name]
    bars, seen = bar_colours(root), set()
    for cell in root.iter(f"{{{NS['m']}}}c"):
        (place,) = cells_of_range(cell.get("r"))
        letters, fill = styles[int(cell.get("s", "0"))]
        for ground in {fill, bars.get(place, fill)}:
            if (letters, ground) in seen:
                continue
            seen.add((letters, ground))
            ratio = contrast(letters, ground)
            counts.check(ratio >= CONTRAST, f"{name}!{cell.get('r')}: {letters} on {ground} is {ratio:.1f}:1")


def check_heights(book, name, heights, counts):
    """What belongs to a row stands at one height."""
    _, root = book.sheets[name]
    hidden = {number for item in root.iterfind("m:cols/m:col", NS) if item.get("hidden") == "1"
              for number in range(int(item.get("min")), int(item.get("max")) + 1)}
    for row in root.iter(f"{{{NS['m']}}}row"):
        found = {heights[int(cell.get("s", "0"))] for cell in row
                 if next(iter(cells_of_range(cell.get("r"))))[1] not in hidden}
        counts.check(len(found) < 2, f"{name}: row {row.get('r')} has texts at {sorted(found)}")


# ---- the book ----

def check_package(package, book, counts):
    for name in package.names:
        counts.check(not re.search(r"vbaProject|externalLink|activeX|embeddings", name), f"part {name}")
    counts.check(b"macroEnabled" not in package.zip.read("[Content_Types].xml"), "macros are enabled")
    for part, _ in book.sheets.values():
        for kind, target, outside in package.relations(part).values():
            counts.check(not outside or kind == "hyperlink", f"{part} depends on {target}")
    names = [name.casefold() for name in book.sheets]
    counts.check(len(set(names)) == len(names), f"sheets of the same name: {names}")
    for name in book.sheets:
        units = len(name.encode("utf-16-le")) // 2
        counts.check(1 <= units <= 31 and not re.search(r"[\[\]:*?/\\]|^'|'$", name), f"sheet name {name!r}")
    core = package.xml("docProps/core.xml")
    title = core.find("{http://purl.org/dc/elements/1.1/}title")
    counts.check(title is not None and (title.text or "").strip(), "the book has no title")


def inspect(path, counts):
    try:
        package = Package(path)
        book = Book(package)
        styles, heights = read_styles(package), read_heights(package)
        check_package(package, book, counts)
        for name in book.sheets:
            for check in (check_page, check_rules, check_formulas, check_drawings, check_breaks):
                check(book, name, counts)
            check_colours(book, name, styles, counts)
            check_heights(book, name, heights, counts)
    except Exception as error:  # whatever a broken file makes of this is its fault
        counts.check(False, f"{path}: {error!r}")


def main(files):
    if not files:
        print(__doc__.split("\n\n")[1].strip(), file=sys.stderr)
        return 2
    counts = Counts()
    for path in files:
        print(f"  {path}")
        inspect(path, counts)
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
