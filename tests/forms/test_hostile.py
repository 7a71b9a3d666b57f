#!/usr/bin/python3
"""Files that are no sound workbook are refused: exit 3, one error, nothing written, within 100 MiB.

How long that takes is measured by `make bench` (goal: a second); here a limit on the processor's time only keeps a
program that hangs from holding up the tests. A sanitizer takes more memory; then only the refusal counts.
"""
import os
import re
import resource
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import hostile  # noqa: E402
from support import KOMPASS, ROOT, Counts  # noqa: E402

MEASURE = os.environ.get("VARIANT", "release") == "release"
WANT = {
    "encrypted": "KP121",
    "encrypted-part": "KP121",
    "macros": "KP122",
    "macro-sheet": "KP122",
    "doctype": "KP124",
    "external-entity": "KP124",
    "bomb": "KP125",
    "bomb-lying": "KP12[35]",
    "million-rows": "KP125",
    "many-empty-rows": "KP060",  # they cost little: it is read, and then the rubric is missing
    "large-sheets": "KP125",
    "many-answers": "KP125",
    "much-evidence": "KP125",
    "many-evaluators": "KP125",
    "million-cells": "KP125",
    "long-text": "KP125",
    "many-parts": "KP125",
    "many-strings": "KP125",
}
WITH_RUBRIC = ("many-answers", "much-evidence", "many-evaluators")  # what is only seen once rows are read
RUBRIC = ROOT / "tests/check/KP139-two-forms/rubrics"
KINDS = ("empty", "old-excel", "csv", "pdf", "ods", "xlsb", "docx")

COUNTS = Counts()


def check(name, holds, what):
    COUNTS.check(holds, f"{name}: {what}")


def one(folder, name):
    path = os.path.join(folder, f"{name}.xlsx")
    with open(path, "wb") as f:
        f.write(hostile.FILES[name]())
    target = os.path.join(folder, "ut.yaml")
    rubrics = os.path.join(folder, "rubrics")
    if name in WITH_RUBRIC:
        shutil.copytree(RUBRIC, rubrics, dirs_exist_ok=True)
    else:
        shutil.rmtree(rubrics, ignore_errors=True)
    command = [KOMPASS, "import", path, "-o", target, "--lang", "en", "--diagnostics", "short"]
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
        os.dup2(write, 2)
        os.execv(KOMPASS, command)
    os.close(write)
    said = os.fdopen(read).read()
    _, status, usage = os.wait4(child, 0)
    want = WANT.get(name, "KP120" if name in KINDS else "KP123")
    check(name, os.waitstatus_to_exitcode(status) == (1 if want == "KP060" else 3), f"status {status}: {said}")
    check(name, re.search(rf"\[{want}\]", said) and said.count("\n") == 1, f"not {want}: {said}")
    check(name, not os.path.exists(target), "something was written")
    if MEASURE:
        check(name, usage.ru_maxrss < 100 * 1024, f"took {usage.ru_maxrss} KiB")
    os.remove(path)


def main():
    folder = tempfile.mkdtemp()
    try:
        for name in hostile.FILES:
            one(folder, name)
    finally:
        shutil.rmtree(folder)
    return COUNTS.finish()


if __name__ == "__main__":
    sys.exit(main())
