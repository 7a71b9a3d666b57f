#!/usr/bin/python3
"""Hold the stored value of every formula against what LibreOffice computes from scratch.

    tests/office/recalculate.py FILE.xlsx...

For each workbook: all parts are well-formed XML; LibreOffice, made to recalculate on load, gives every formula
cell the value that is stored (numbers within 1e-9, texts to the letter); with THOROUGH set openpyxl opens it. One
LibreOffice takes all files: starting it costs seconds.

Exit 0: all passed. 1: something differs. 2: usage. 77: LibreOffice or openpyxl is missing.
SOFFICE names another LibreOffice.
"""

import os
import posixpath
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
import xml.etree.ElementTree as ET
import zipfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from support import Counts  # noqa: E402

RELATIVE = 1e-9
ABSOLUTE = 1e-12  # around zero: 0.1 + 0.2 - 0.3

# "Recalculate on load: always", in a profile of its own that is thrown away.
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""

# A workbook whose stored value is wrong: where LibreOffice leaves it, it has recalculated nothing.
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
CANARY = {
    "[Content_Types].xml":
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPE}.worksheet+xml"/></Types>',
    "_rels/.rels":
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml":
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml":
        f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><f>6*7</f><v>7777</v></c></row>'
        '</sheetData></worksheet>',
}


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(77)


# ---- the files themselves ----

def check_parts(path, counts):
    """Every part is there and is XML."""
    try:
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                if not name.endswith((".xml", ".rels", ".vml")):
                    continue
                try:
                    ET.fromstring(package.read(name))
                    counts.check(True, "")
                except ET.ParseError as error:
                    counts.check(False, f"{path}: {name}: {error}")
    except (OSError, zipfile.BadZipFile) as error:
        return counts.check(False, f"{path}: {error}")
    return True


def load(openpyxl, path, values):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # data bars of 2010 are an extension to openpyxl
        return openpyxl.load_workbook(path, data_only=values)


def cells_of(path):
    """sheet -> row -> place -> (formula or None, value): in a fraction of the time that openpyxl takes."""
    main, relation = f"{{{MAIN}}}", f"{{{OFFICE}}}id"
    with zipfile.ZipFile(path) as package:
        def part(name):
            return ET.fromstring(package.read(name))

        strings = []
        if "xl/sharedStrings.xml" in package.namelist():
            strings = ["".join(t.text or "" for t in item.iter(f"{main}t")) for item in part("xl/sharedStrings.xml")]
        targets = {item.get("Id"): posixpath.normpath(posixpath.join("/xl", item.get("Target"))).lstrip("/")
                   for item in part("xl/_rels/workbook.xml.rels")}
        return {sheet.get("name"): {row.get("r"): {cell.get("r"): (cell.findtext(f"{main}f"), value_of(cell, strings))
                                                   for cell in row}
                                    for row in part(targets[sheet.get(relation)]).iter(f"{main}row")}
                for sheet in part("xl/workbook.xml").iter(f"{main}sheet")}


def value_of(cell, strings):
    kind, text = cell.get("t", "n"), cell.findtext(f"{{{MAIN}}}v")
    if kind == "inlineStr":
        return "".join(t.text or "" for t in cell.iter(f"{{{MAIN}}}t"))
    if text is None:
        return None
    if kind == "s":
        return strings[int(text)]
    return text == "1" if kind == "b" else float(text) if kind == "n" else text


# ---- LibreOffice ----

def recalculated(soffice, files, folder):
    """Copies of the files as LibreOffice saves them after computing everything; None where it did not."""
    given, taken = os.path.join(folder, "in"), os.path.join(folder, "out")
    user = os.path.join(folder, "profile", "user")
    for path in (given, taken, user):
        os.makedirs(path)
    with open(os.path.join(user, "registrymodifications.xcu"), "w", encoding="utf-8") as file:
        file.write(PROFILE)
    with zipfile.ZipFile(os.path.join(given, "canary.xlsx"), "w") as package:
        for name, text in CANARY.items():
            package.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)
    names = [f"{number:05}.xlsx" for number in range(len(files))]
    for path, name in zip(files, names):
        shutil.copyfile(path, os.path.join(given, name))
    command = [soffice, "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile",
               "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", taken]
    command += [os.path.join(given, name) for name in ["canary.xlsx"] + names]
    environment = dict(os.environ, HOME=folder)
    try:
        done = subprocess.run(command, env=environment, capture_output=True, text=True,
                              timeout=120 + 30 * len(files))
    except subprocess.TimeoutExpired:
        print("  FAILED  LibreOffice did not end")
        return None, [None] * len(files)
    paths = [os.path.join(taken, name) for name in ["canary.xlsx"] + names]
    found = [path if os.path.exists(path) else None for path in paths]
    if None in found:
        print(done.stdout + done.stderr)
    return found[0], found[1:]


# ---- values ----

def plain(value):
    """A value without the ways in which files write it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        return float(value)
    if isinstance(value, str):
        return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m.group(1), 16)), value)
    return value


def equal(stored, computed, slack=ABSOLUTE):
    stored, computed = plain(stored), plain(computed)
    if isinstance(stored, float) and isinstance(computed, float):
        return abs(stored - computed) <= max(RELATIVE * max(abs(stored), abs(computed)), slack)
    return type(stored) is type(computed) and stored == computed


def slack_of(row, last_digits):
    """What the last digits of a row's numbers may leave behind when one is taken from another."""
    if not last_digits:
        return ABSOLUTE
    numbers = [abs(value) for _, value in row.values() if isinstance(value, float)]
    return max(ABSOLUTE, last_digits * max(numbers, default=0))


def compare(path, again, counts, last_digits=0):
    """Every formula of a file; how many there are. LibreOffice takes what nearly is 0 for 0; for programs that
    do not, last_digits says how much is left of a difference, as a share of what it is taken between."""
    if not counts.check(again is not None, f"{path}: LibreOffice could not convert it"):
        return 0
    stored, computed = cells_of(path), cells_of(again)
    counts.check(list(computed) == list(stored), f"{path}: sheets {list(stored)} became {list(computed)}")
    found = 0
    for sheet, rows in stored.items():
        for number, row in rows.items():
            slack = slack_of(row, last_digits)
            other = computed.get(sheet, {}).get(number, {})
            for place, (formula, value) in row.items():
                if formula is None:
                    continue
                found += 1
                _, new = other.get(place, (None, None))
                counts.check(equal(value, new, slack), f"{os.path.basename(path)}: {sheet}!{place}: "
                             f"stored {value!r}, recalculated {new!r}, formula {formula}")
    return found


def check_openpyxl(openpyxl, path, counts):
    try:
        load(openpyxl, path, False)
        counts.check(True, "")
    except Exception as error:  # openpyxl has no exception of its own for broken files
        counts.check(False, f"{path}: openpyxl: {error!r}")


def main(files):
    if not files:
        print(__doc__.split("\n\n")[1].strip(), file=sys.stderr)
        return 2
    soffice = os.environ.get("SOFFICE") or shutil.which("soffice") or shutil.which("libreoffice")
    if not soffice:
        skip("LibreOffice is not installed")
    try:
        import openpyxl
    except ImportError:
        skip("openpyxl is not installed")
    counts = Counts()
    sound = [path for path in files if check_parts(path, counts)]
    with tempfile.TemporaryDirectory(prefix="kompass-office-") as folder:
        canary, copies = recalculated(soffice, sound, folder)
        value = load(openpyxl, canary, True)["S"]["A1"].value if canary else None
        counts.check(value == 42, f"LibreOffice does not recalculate: 6*7 stayed {value}")
        for path, again in zip(sound, copies):
            if os.environ.get("THOROUGH"):
                check_openpyxl(openpyxl, path, counts)
            found = compare(path, again, counts)
            print(f"  {os.path.basename(path)}: {found} formulas")
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
