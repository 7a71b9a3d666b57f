#!/usr/bin/python3
"""Workbooks in the hands of programs that are neither Excel nor LibreOffice.

Shipped evaluations, the edge cases of make_cases.py and random evaluations, each read by
    Gnumeric       says nothing, and gives every formula the stored value when it computes all of them anew
    openpyxl       with every warning an error
    ParseXLSX      (Perl) with every warning an error; finds the same values
Gnumeric and openpyxl do not know data bars and say so of each; these are taken out of the copies that they get, so
that nothing else can hide among the words. ParseXLSX reads the files as they are.

KOMPASS names the program; with THOROUGH=1 all of them, else a few. Exit 0, 1, or 77: a reader is missing.
"""

import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
import zipfile
from concurrent.futures import ThreadPoolExecutor

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import recalculate  # noqa: E402
from support import KOMPASS, ROOT, Counts  # noqa: E402

COUNTS = Counts()
THOROUGH = os.environ.get("THOROUGH", "")
LAST_DIGITS = 1e-15

# Of each cell with a value: file, sheet, row, column and value, in lines; a broken file or a warning ends it.
PERL = r"""
use strict; use warnings FATAL => 'all'; use Spreadsheet::ParseXLSX;
binmode STDOUT, ':utf8';
for my $file (@ARGV) {
    my $book = Spreadsheet::ParseXLSX->new->parse($file) or die "$file: not read\n";
    for my $sheet ($book->worksheets) {
        my ($first, $last) = $sheet->row_range;
        my ($left, $right) = $sheet->col_range;
        for my $row ($first .. $last) {
            for my $column ($left .. $right) {
                my $cell = $sheet->get_cell($row, $column) or next;
                my $value = $cell->unformatted;
                next if !defined $value || $value eq '';
                $value =~ s/\\/\\\\/g; $value =~ s/\n/\\n/g; $value =~ s/\t/\\t/g;
                print join("\t", $file, $sheet->get_name, $row, $column, $value), "\n";
            }
        }
    }
}
"""


# ---- the workbooks ----

def export(source, path, *options):
    done = subprocess.run([KOMPASS, "export", source, "-o", path, *options], capture_output=True, text=True,
                          check=False)
    if COUNTS.check(done.returncode == 0, f"{source}: {done.stderr}"):
        return [path]
    return []


def make_books(folder):
    books, cases, chance = [], os.path.join(folder, "cases"), os.path.join(folder, "random")
    for pattern in ("evaluations/*.yaml", "examples/*/*.yaml") if THOROUGH else ("evaluations/vallentuna-2021.yaml",):
        for source in sorted(glob.glob(os.path.join(ROOT, pattern))):
            with open(source, encoding="utf-8") as file:
                if not file.readline().startswith("kompass: evaluation/1"):
                    continue
            books += export(source, os.path.join(folder, os.path.basename(source)[:-5] + ".xlsx"))
    example = os.path.join(ROOT, "evaluations", "exempelkommunen-2024.yaml")
    for lang in ("sv", "nb", "en") if THOROUGH else ("sv",):
        books += export(example, os.path.join(folder, f"team-{lang}.xlsx"), "--lang", lang, "--audience", "team")
    subprocess.run([sys.executable, os.path.join(ROOT, "tests/office/make_cases.py"), cases], check=True)
    with open(os.path.join(cases, "cases"), encoding="utf-8") as file:
        for line in file:
            name, source, *options = line.split()
            if not THOROUGH and name not in ("draft-team", "references-four"):
                continue
            books += export(os.path.join(cases, source), os.path.join(folder, f"case-{name}.xlsx"), *options)
    subprocess.run([sys.executable, os.path.join(ROOT, "tests/oracle/gen.py"), chance, "--count",
                    "20" if THOROUGH else "1"], check=True, stdout=subprocess.DEVNULL)
    for source in sorted(glob.glob(os.path.join(chance, "*.yaml"))):
        books += export(source, os.path.join(folder, "random-" + os.path.basename(source)[:-5] + ".xlsx"))
    return books


def without_bars(path, copy):
    """A copy of a package without data bars; how many there were."""
    found = 0
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                rules = re.findall(rb"<conditionalFormatting .*?</conditionalFormatting>", data, re.S)
                for rule in rules:
                    if b"<dataBar>" in rule:
                        found += 1
                        data = data.replace(rule, b"")
                extensions = re.findall(rb"<extLst>.*?</extLst>", data, re.S)
                for extension in extensions:
                    if b"<x14:dataBar" in extension:
                        data = data.replace(extension, b"")
            new.writestr(name, data)
    return found


# ---- the readers ----

def by_gnumeric(paths, folder):
    """Each copy computed anew and written again; what was said."""
    def one(path):
        again = os.path.join(folder, os.path.basename(path))
        done = subprocess.run(["ssconvert", "--recalc", "-T", "Gnumeric_Excel:xlsx2", path, again],
                              capture_output=True, text=True, check=False, timeout=120,
                              env=dict(os.environ, HOME=folder, LC_ALL="C.UTF-8"))
        return again if done.returncode == 0 else None, done.stdout + done.stderr
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(one, paths))


def check_gnumeric(openpyxl, books, copies, folder):
    canary = os.path.join(folder, "canary.xlsx")
    with zipfile.ZipFile(canary, "w") as package:
        for name, text in recalculate.CANARY.items():
            package.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)
    again = os.path.join(folder, "gnumeric")
    os.mkdir(again)
    results = by_gnumeric([canary] + copies, again)
    value = recalculate.load(openpyxl, results[0][0], True)["S"]["A1"].value if results[0][0] else None
    COUNTS.check(value == 42, f"Gnumeric does not recalculate: 6*7 stayed {value}")
    formulas = 0
    for book, (path, said) in zip(books, results[1:]):
        COUNTS.check(not said.strip(), f"{book}: Gnumeric says: {said.strip()[:500]}")
        formulas += recalculate.compare(book, path, COUNTS, LAST_DIGITS)
    print(f"Gnumeric: {formulas} formulas")


def check_openpyxl(openpyxl, books, copies):
    for book, copy in zip(books, copies):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            try:
                openpyxl.load_workbook(copy)
                COUNTS.check(True, "")
            except Exception as error:  # a warning is one, too
                COUNTS.check(False, f"{book}: openpyxl: {error!r}")


def stored(openpyxl, path):
    """(sheet, row, column) -> value, as they stand in the file."""
    found = {}
    for sheet in recalculate.load(openpyxl, path, True):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value not in (None, ""):
                    found[sheet.title, cell.row - 1, cell.column - 1] = cell.value
    return found


def check_perl(openpyxl, books):
    done = subprocess.run(["perl", "-e", PERL, *books], capture_output=True, text=True, check=False)
    COUNTS.check(done.returncode == 0 and not done.stderr, f"ParseXLSX: {done.stderr[:500]}")
    read = {book: {} for book in books}
    for line in done.stdout.splitlines():
        book, sheet, row, column, value = line.split("\t")
        read[book][sheet, int(row), int(column)] = re.sub(
            r"\\([\\nt])", lambda m: {"\\": "\\", "n": "\n", "t": "\t"}[m.group(1)], value)
    cells = 0
    for book in books:
        wanted = stored(openpyxl, book)
        COUNTS.check(read[book].keys() == wanted.keys(), f"{book}: ParseXLSX finds other cells: "
                     f"{sorted(read[book].keys() ^ wanted.keys())[:3]}")
        for place in read[book].keys() & wanted.keys():
            got, want = read[book][place], wanted[place]
            same = got == want if isinstance(want, str) else recalculate.equal(float(got), float(want))
            COUNTS.check(same, f"{book}: {place}: ParseXLSX reads {got!r}, not {want!r}")
            cells += 1
    print(f"ParseXLSX: {cells} cells")


def main():
    if not shutil.which("ssconvert"):
        recalculate.skip("Gnumeric (ssconvert) is not installed")
    if subprocess.run(["perl", "-MSpreadsheet::ParseXLSX", "-e", "1"], capture_output=True, check=False).returncode:
        recalculate.skip("libspreadsheet-parsexlsx-perl is not installed")
    try:
        import openpyxl
    except ImportError:
        recalculate.skip("openpyxl is not installed")
    with tempfile.TemporaryDirectory(prefix="kompass-readers-") as folder:
        books = make_books(folder)
        os.mkdir(os.path.join(folder, "plain"))
        copies = [os.path.join(folder, "plain", os.path.basename(book)) for book in books]
        bars = sum(without_bars(book, copy) for book, copy in zip(books, copies))
        COUNTS.check(bars >= len(books), f"only {bars} data bars in {len(books)} workbooks")
        check_openpyxl(openpyxl, books, copies)
        check_gnumeric(openpyxl, books, copies, folder)
        check_perl(openpyxl, books)
    return COUNTS.finish()


if __name__ == "__main__":
    sys.exit(main())
