#!/usr/bin/python3
"""Every diagnostic: each folder here is an input with what `kompass` says about it, in English and Swedish.

    cmd                       arguments of kompass, run in the folder; or
    run.sh LANG               a script, for what cannot be kept as a file: it works in $WORK, which it gets back as it
                              left it for the second language
    expected.en, expected.sv  standard error, byte for byte
    status                    exit status

UPDATE=1 writes the expected files anew; read the difference. Each code of catalogue.def has a folder (named
CODE-what), and each such folder shows its code. The huge files of hostile-*/run.sh are made with THOROUGH=1 (or
UPDATE=1, or when named) only. KOMPASS and OUT as in tests/run. Arguments are folders to run alone.
"""

import difflib
import os
import re
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from support import KOMPASS, ROOT, Counts  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
WORK = os.path.join(os.path.abspath(os.environ.get("OUT", os.path.join(ROOT, "build"))), "check-work")
UPDATE = os.environ.get("UPDATE") == "1"
QUICK = not (UPDATE or os.environ.get("THOROUGH"))  # without the huge files that hostile-*/run.sh makes
COUNTS = Counts()


def fail(folder, what):
    COUNTS.check(False, f"{folder}: {what}")


def read(*path):
    """The bytes of a file, or None."""
    try:
        with open(os.path.join(HERE, *path), "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def write(folder, name, content):
    with open(os.path.join(HERE, folder, name), "wb") as file:
        file.write(content)


def run(folder, language):
    """Standard error, as bytes, and the status."""
    environment = {name: value for name, value in os.environ.items()
                   if name not in ("KOMPASS_RUBRICS", "SOURCE_DATE_EPOCH")}
    environment.update(KOMPASS=KOMPASS, WORK=WORK, LC_ALL="C.UTF-8")
    if os.path.exists(os.path.join(HERE, folder, "run.sh")):
        os.makedirs(WORK, exist_ok=True)
        command = ["sh", "./run.sh", language]
    else:
        command = [KOMPASS, *read(folder, "cmd").decode().split(), "--lang", language]
    done = subprocess.run(command, cwd=os.path.join(HERE, folder), env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, check=False, timeout=60)
    return done.stderr, done.returncode


def quotes_without_place(said):
    """A place is missing where a quoted line follows; and nothing but places comes before a severity."""
    before = ""
    for line in said.decode(errors="replace").splitlines():
        if re.match(r" +[0-9]+ \| ", line) and not re.match(r"[^ :][^:]*:[0-9]+:[0-9]+: ", before):
            return True
        if not re.match(r" +[0-9]* \| ", line):
            before = line
    return False


def compare(folder, language):
    name = f"expected.{language}"
    said, status = run(folder, language)
    if UPDATE:
        write(folder, name, said)
        write(folder, "status", b"%d\n" % status)
    expected, wanted = read(folder, name), read(folder, "status")
    if expected is None or wanted is None:
        fail(folder, f"{name} or status is missing; UPDATE=1 writes them")
    elif said != expected:
        lines = [text.decode(errors="replace").splitlines() for text in (expected, said)]
        print("\n".join(difflib.unified_diff(*lines, f"{folder}/{name}", "said", lineterm="")))
        fail(folder, f"says something else in '{language}'")
    elif status != int(wanted):
        fail(folder, f"exit status {status} in '{language}', not {int(wanted)}")
    elif quotes_without_place(said):
        fail(folder, "quotes a line without saying where it is")
    elif (code := re.match(r"KP\d+", folder)) and f"[{code[0]}]".encode() not in expected:
        fail(folder, f"{name} does not show {code[0]}")
    else:
        COUNTS.check(True, "")


def check_codes(folders):
    with open(os.path.join(ROOT, "include", "kompass", "catalogue.def"), encoding="utf-8") as catalogue:
        codes = re.findall(r'^DIAG\([A-Z0-9_]*, "(KP\d+)"', catalogue.read(), re.M)
    shown = {folder.split("-")[0] for folder in folders}
    for code in codes:
        COUNTS.check(code in shown, f"{code}: has no folder with a failing input")
    if not codes:
        fail("catalogue.def", "no codes were found")


def is_huge(folder):
    return folder.startswith("hostile-") and os.path.exists(os.path.join(HERE, folder, "run.sh"))


def main(only):
    folders = sorted(entry.name for entry in os.scandir(HERE) if entry.is_dir() and entry.name != "__pycache__")
    for folder in only or [name for name in folders if not (QUICK and is_huge(name))]:
        shutil.rmtree(WORK, ignore_errors=True)
        for language in ("en", "sv"):
            compare(folder, language)
    shutil.rmtree(WORK, ignore_errors=True)
    if not only:
        check_codes(folders)
    return COUNTS.finish()


if __name__ == "__main__":
    sys.exit(main([name.rstrip("/") for name in sys.argv[1:]]))
