#!/usr/bin/python3
"""An empty form whose evaluators write their own names: filled in twice, merged, agreed, seen before it is written.

Forms are filled in by openpyxl, by the names in their hidden rows. The whole way of two evaluators through LibreOffice
is in tests/office/test_evaluators.py.
"""
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from support import KOMPASS, ROOT, Counts  # noqa: E402

try:
    import openpyxl
    import yaml
except ImportError as missing:
    print(missing)
    sys.exit(77)

COUNTS = Counts()
check = COUNTS.check


def run(folder, *arguments):
    done = subprocess.run([KOMPASS, *map(str, arguments), "--lang", "sv", "--rubrics", ROOT / "rubrics"], cwd=folder,
                          capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def fill(path, values):
    """values: {(marker, row's key, column): text}; the key stands in the column id, key or slot."""
    book = openpyxl.load_workbook(path)
    left = dict(values)
    for sheet in book:
        for first in [c for row in sheet.iter_rows() for c in row if str(c.value).startswith("kompass:")]:
            columns = {c.value: c.column for c in sheet[first.row] if c.value}
            key = columns.get("id") or columns.get("key") or columns.get("slot")
            for row in range(first.row + 1, sheet.max_row + 1):
                for marker, name, column in list(left):
                    if marker == first.value and sheet.cell(row, key).value == name and column in columns:
                        sheet.cell(row, columns[column]).value = left.pop((marker, name, column))
                        sheet.cell(row, columns[column]).data_type = "s"
    check(not left, f"the form has no place for {left}")
    book.save(path)


def main():
    folder = Path(tempfile.mkdtemp())
    try:
        scenario(folder)
    finally:
        shutil.rmtree(folder)
    return COUNTS.finish()


A, ABOUT, WHO = "kompass:answers", "kompass:about", "kompass:evaluators"


def scenario(folder):
    status, _, said = run(folder, "form", "exempel-detaljfragor", "-o", "blank.xlsx")
    check(status == 0, said)
    common = {(ABOUT, "unit.name", "value"): "Provstads kommun", (ABOUT, "year", "value"): "2026"}
    for who, name, values in (
        ("LE", "Lena Ek", {"1.1.1": "Finns", "1.1.2": "finns delvis"}),
        ("GG", "Gun Gran", {"1.1.1": "Finns delvis", "1.1.2": "Finns delvis"}),
    ):
        shutil.copy(folder / "blank.xlsx", folder / f"{who}.xlsx")
        fill(folder / f"{who}.xlsx", {**common, (WHO, "#1", "evaluator"): who, (WHO, "#1", "name"): name,
                                     **{(A, question, "by:#1"): value for question, value in values.items()},
                                     (A, "1.1.1", "note"): f"{who} hörde det i intervjun.\n= viktigt"})
    status, _, said = run(folder, "import", "LE.xlsx", "GG.xlsx", "-o", "provstad-2026.yaml")
    check(status == 0 and "KP143" in said, said)
    merged = yaml.load((folder / "provstad-2026.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    check(merged["evaluators"] == [{"id": "LE", "name": "Lena Ek"}, {"id": "GG", "name": "Gun Gran"}], merged)
    check(merged["answers"]["1.1.1"]["by"] == {"LE": "2", "GG": "1"}, f"{merged['answers']}")
    check(merged["answers"]["1.1.1"]["note"].count("= viktigt") == 2, f"{merged['answers']}")
    check(merged["answers"]["1.1.2"] == {"by": {"LE": "1", "GG": "1"}}, f"{merged['answers']}")

    run(folder, "form", "provstad-2026.yaml", "-o", "gemensam.xlsx")
    fill(folder / "gemensam.xlsx", {(A, "1.1.1", "value"): "Finns", (A, "1.1.2", "value"): "Finns delvis",
                                    (A, "1.1.1", "note"): "Båda hörde det."})
    status, out, said = run(folder, "import", "gemensam.xlsx", "-o", "provstad-2026.yaml", "--dry-run")
    lines = [line for line in out.split("\n") if line]
    check(status == 0 and len(lines) == 3 and "1.1.1 value: – → 2" in lines and "1.1.2 value: – → 1" in lines, out + said)
    status, _, said = run(folder, "import", "gemensam.xlsx", "-o", "provstad-2026.yaml", "--force")
    check(status == 0, said)
    status, _, said = run(folder, "check", "provstad-2026.yaml")
    check(status == 0, said)
    status, out, said = run(folder, "score", "provstad-2026.yaml", "--audience", "team")
    check(status == 0, said)
    status, _, said = run(folder, "export", "provstad-2026.yaml", "-o", "oversikt.xlsx")
    check(status == 0 and (folder / "oversikt.xlsx").exists(), said)
    status, _, said = run(folder, "import", "oversikt.xlsx")
    check(status == 1 and "KP150" in said, said)


if __name__ == "__main__":
    sys.exit(main())
