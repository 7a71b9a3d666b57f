#!/usr/bin/python3
"""The scoring form on paper, as LibreOffice prints it on A4.

    tests/office/test_form_print.py [--keep]

The first sheet is one page. No page ends with the row of a group whose questions stand on the next one. What is
asked is printed in letters of about 8 points or more. No more than one page of each sheet is empty rows.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from support import ROOT, Counts  # noqa: E402
from test_form import load_yaml, run  # noqa: E402
import recalculate  # noqa: E402

COUNTS = Counts()
EXAMPLE = ROOT / "evaluations" / "exempelkommunen-2024.yaml"
LINE = 1.295  # height of a word as pdftotext tells it, in sizes of its letters (Carlito)
FINDINGS = ("Styrkor och", "Styrker og", "Strengths and")  # what the first sheet behind the questions begins with
# rubric, options, least size of letters: LibreOffice draws a sheet some hundredths smaller than Excel does, and with
# three evaluators and figures beside scales it gets narrow.
FORMS = [("exempel-detaljfragor", ["--unit", "Provköping", "--year", "2026"], 7.9),
         ("kommunkompassen-2010", ["--unit", "Provköping"], 7.9), ("kommunkompassen-2016", [], 7.9),
         ("kommunkompassen-2020", [], 7.9), (EXAMPLE, [], 7.4)]


class Page:
    def __init__(self, xml):
        self.words = [(float(m[1]), float(m[2]), float(m[4]) - float(m[2]), unescaped(m[5])) for m in re.finditer(
            r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>', xml)]

    def size(self):
        return statistics.median(height for _, _, height, _ in self.words) / LINE

    def last_id(self, ids):
        """The id of the lowest row: the leftmost words that are ids."""
        left = min(x for x, _, _, _ in self.words)
        rows = [(y, word) for x, y, _, word in self.words if word in ids and x < left + 12]
        return max(rows)[1] if rows else None

    def begins_with(self, texts):
        return " ".join(word for _, _, _, word in self.words[:4]).startswith(texts)


def unescaped(text):
    for mark, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        text = text.replace(mark, letter)
    return text


def pages_of(pdf):
    done = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True)
    return [Page(page) for page in re.findall(r"<page .*?</page>", done.stdout, re.S)]


def groups_of(nodes, found):
    """id -> whether there are questions below it"""
    for node in nodes:
        found[node["id"]] = bool(node.get("questions"))
        groups_of(node.get("questions", []), found)
    return found


def check_pages(name, pages, rubric, least):
    groups = groups_of(rubric["areas"], {})
    first = next((number for number, page in enumerate(pages) if number and page.last_id(groups)), None)
    COUNTS.check(first == 1, f"{name}: the first sheet takes {first} pages")
    asked = pages[first:next(number for number, page in enumerate(pages) if page.begins_with(FINDINGS))]
    alone = [page.last_id(groups) for page in asked if groups[page.last_id(groups)]]
    COUNTS.check(not alone, f"{name}: pages end with the row of a group: {alone}")
    small = [round(page.size(), 1) for page in asked if page.size() < least]
    COUNTS.check(not small, f"{name}: pages in letters of {small} points")
    empty = sum(len(page.words) < 30 for page in pages)
    COUNTS.check(empty <= 2, f"{name}: {empty} pages of empty rows")


def main():
    parser = argparse.ArgumentParser(description="scoring forms on paper")
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    soffice = shutil.which("soffice")
    if not soffice or not shutil.which("pdftotext"):
        recalculate.skip("needs LibreOffice (libreoffice-calc-nogui) and pdftotext (poppler-utils)")
    folder = Path(tempfile.mkdtemp(prefix="kompass-form-print-"))
    forms = []
    for source, arguments, least in FORMS:
        for lang in ("sv", "nb", "en") if os.environ.get("THOROUGH") else ("sv",):
            path = folder / f"{Path(source).stem}-{lang}.xlsx"
            done = run("form", source, *arguments, "--lang", lang, "-o", path)
            COUNTS.check(done.returncode == 0, f"{path.name}: {done.stderr.decode()}")
            rubric = "exempel-detaljfragor" if source == EXAMPLE else source
            forms.append((path, load_yaml(ROOT / "rubrics" / f"{rubric}.yaml"), least))
    subprocess.run([soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore", "--convert-to",
                    "pdf", "--outdir", str(folder), *(str(path) for path, _, _ in forms)],
                   capture_output=True, check=False, timeout=120 + 30 * len(forms))
    for path, rubric, least in forms:
        pdf = path.with_suffix(".pdf")
        if COUNTS.check(pdf.exists(), f"{path.name}: LibreOffice did not print it"):
            check_pages(path.stem, pages_of(pdf), rubric, least)
    return COUNTS.finish(folder, options.keep)


if __name__ == "__main__":
    raise SystemExit(main())
