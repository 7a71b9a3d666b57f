#!/usr/bin/python3
"""Workbooks from a text: xlsx.py BOOK.txt BOOK.xlsx. No library, so that every byte is ours.

    == Sheet name          a new sheet; its rows follow, cells are separated by tabs
    @form KEY=VALUE ...    the sheet of a scoring form's head: rubric, lang, evaluation, base (a YAML file)
    @row 7                 the next line is row 7
    # ...                  a comment (in the first column)

A cell is a text; or n:12.5 (a number), p:0.8 (shown as percent), d:45000 (shown as a date), b:1, e:#REF!,
i:inline text, f:formula=value. \\n and \\t stand for themselves, \\xHH for a byte.
"""
import base64
import hashlib
import os
import re
import sys
import zipfile
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="14"/></cellXfs>'
    "</styleSheet>"
)


def column_name(n):
    name = ""
    n += 1
    while n:
        n, rest = divmod(n - 1, 26)
        name = chr(65 + rest) + name
    return name


def unescape(text):
    text = text.replace("\\n", "\n").replace("\\t", "\t")
    return re.sub(r"\\x([0-9A-Fa-f]{2})", lambda m: f"_x00{m[1].upper()}_", text)


def cell_xml(place, cell, strings):
    kind, _, rest = cell.partition(":")
    if kind == "n":
        return f'<c r="{place}"><v>{rest}</v></c>'
    if kind == "p":
        return f'<c r="{place}" s="1"><v>{rest}</v></c>'
    if kind == "d":
        return f'<c r="{place}" s="2"><v>{rest}</v></c>'
    if kind in "be" and rest:
        return f'<c r="{place}" t="{kind}"><v>{escape(rest)}</v></c>'
    if kind == "i":
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(unescape(rest))}</t></is></c>'
    if kind == "f":
        formula, _, value = rest.partition("=")
        return f'<c r="{place}" t="str"><f>{escape(formula)}</f><v>{escape(value)}</v></c>'
    strings.append(unescape(cell))
    return f'<c r="{place}" t="s"><v>{len(strings) - 1}</v></c>'


def head(arguments, folder):
    """The table "kompass:form"."""
    given = dict(item.split("=", 1) for item in arguments)
    rows = [["kompass:form", "key", "value"], ["", "form", given.get("form", "1")]]
    rows += [["", "rubric", given["rubric"]], ["", "language", given.get("lang", "sv")]]
    for key in ("rubric_sha256", "evaluation"):
        if key in given:
            rows.append(["", key, given[key]])
    if "base" in given:
        data = open(os.path.join(folder, given["base"]), "rb").read()
        rows.append(["", "base_sha256", hashlib.sha256(data).hexdigest()])
        for i in range(0, len(data), 24000):
            rows.append(["", f"base:#{i // 24000 + 1}", base64.b64encode(data[i : i + 24000]).decode()])
    return rows


def parse(text, folder):
    """[(sheet name, {row: [cells]})]"""
    sheets, row = [], 1
    for line in text.split("\n"):
        if line.startswith("== "):
            sheets.append((line[3:], {}))
            row = 1
        elif line.startswith("@form"):
            for cells in head(line.split()[1:], folder):
                sheets[-1][1][row] = cells
                row += 1
        elif line.startswith("@row "):
            row = int(line[5:])
        elif line and not line.startswith("#"):
            sheets[-1][1][row] = line.split("\t")
            row += 1
        elif not line and sheets:
            row += 1
    return sheets


def write(sheets, path, more=()):
    """@p more: further parts, (name, bytes)."""
    strings, parts, names, relations, types = [], [], "", "", ""
    for i, (name, rows) in enumerate(sheets, 1):
        xml = f'<worksheet xmlns="{MAIN}"><sheetData>'
        for number, cells in sorted(rows.items()):
            xml += f'<row r="{number}">'
            for column, cell in enumerate(cells):
                if cell:
                    xml += cell_xml(f"{column_name(column)}{number}", cell, strings)
            xml += "</row>"
        parts.append((f"xl/worksheets/sheet{i}.xml", xml + "</sheetData></worksheet>"))
        names += f'<sheet name="{escape(name)}" sheetId="{i}" r:id="rId{i}"/>'
        relations += f'<Relationship Id="rId{i}" Type="{DOC}/worksheet" Target="worksheets/sheet{i}.xml"/>'
    relations += f'<Relationship Id="s" Type="{DOC}/sharedStrings" Target="sharedStrings.xml"/>'
    relations += f'<Relationship Id="t" Type="{DOC}/styles" Target="styles.xml"/>'
    texts = "".join(f'<si><t xml:space="preserve">{escape(s)}</t></si>' for s in strings)
    parts += [
        ("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types">{types}</Types>'),
        (
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{DOC}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        ),
        ("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{DOC}"><sheets>{names}</sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>'),
        ("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{texts}</sst>'),
        ("xl/styles.xml", STYLES),
    ]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts + list(more):
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    source, target = sys.argv[1:3]
    with open(source, encoding="utf-8") as f:
        write(parse(f.read(), os.path.dirname(source)), target)
