#!/usr/bin/python3
"""What is confidential is in no byte of a board's workbook, and all of it in the team's.

An evaluation with a word of its own in every place that is not for a board: evaluators' ids and own values,
working notes, what was said in interviews. Every part of the package is searched, in every way in which it could
be written. What the board shall have is searched for, too: a test that finds nothing must be able to find.

Needs nothing but Python. KOMPASS names the program.
"""

import os
import subprocess
import sys
import tempfile
import zipfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from support import KOMPASS, Counts  # noqa: E402

RUBRIC = """kompass: rubric/1
id: markord
title: Markord
language: sv
scales:
  grad:
    - {value: 0, label: Saknas}
    - {value: 1, label: Delvis}
    - {value: 2, label: Finns}
  lang: {min: 0, max: 1000000}
areas:
  - {id: "1", title: Ett, max: 60, questions: [{id: "1.1", title: Fråga, questions: [
      {id: "1.1.1", title: a, scale: grad}, {id: "1.1.2", title: b, scale: grad}, {id: "1.1.3", title: c, scale: lang}]}]}
  - {id: "2", title: Två, max: 40, questions: [{id: "2.1", title: d, scale: grad}, {id: "2.2", title: e, scale: grad}]}
"""

# Names of the evaluators stand on the cover of each report; their ids and values do not.
EVALUATION = """kompass: evaluation/1
id: markord-2024
rubric: markord
language: sv
unit: {name: Kommun, country: SE}
year: 2024
state: draft
note: Hemlighet-filens-anteckning
source: Öppen-källa
summary: Öppen-sammanfattning
evaluators:
  - {id: IDHEMLIGA, name: Anna Öppen, organisation: Grannen}
  - {id: IDHEMLIGB, name: Bo Öppen}
answers:
  "1.1.1":
    value: 1
    by: {IDHEMLIGA: 2, IDHEMLIGB: 1}
    note: Hemlighet-anteckning-svar
    comment: Öppen-kommentar
    evidence:
      - {type: interview, text: Hemlighet-intervju-text, ref: Hemlighet-intervju-ref}
      - {type: document, text: Öppet-dokument, ref: Öppen-sida}
  "1.1.2":
    value: 2
    note: {sv: Hemlighet-på-svenska, en: Hemlighet-in-English}
  "1.1.3":
    value: 500000
    by: {IDHEMLIGA: 314159, IDHEMLIGB: 271828}
  "2.1":
    not_applicable: true
    note: Hemlighet-ej-tillämplig
    evidence: [{type: interview, ref: Hemlighet-bara-ref}]
  "2.2":
    value: 1
    best_practice: true
    note: Hemlighet-gott-exempel
    evidence: [{type: interview, text: {sv: Hemlighet-citat}}]
findings:
  "1":
    improvements: [{id: F1, text: Öppen-punkt, questions: ["1.1.1"]}]
"""

# Of a text in several languages the workbook has one; ids of evaluators with names are shown to nobody.
SECRET = ["Hemlighet-filens-anteckning", "Hemlighet-anteckning-svar", "Hemlighet-intervju-text",
          "Hemlighet-intervju-ref", "Hemlighet-på-svenska", "Hemlighet-ej-tillämplig", "Hemlighet-bara-ref",
          "Hemlighet-gott-exempel", "Hemlighet-citat", "314159", "271828"]
NEVER = SECRET + ["Hemlighet", "emlighe", "IDHEMLIGA", "IDHEMLIGB", "in-English"]
OPEN = ["Öppen-källa", "Öppen-sammanfattning", "Anna Öppen", "Öppen-kommentar", "Öppet-dokument", "Öppen-sida",
        "Öppen-punkt", "500000"]
TEAM_SHEETS = {"sv": "Utvärderarnas samstämmighet", "nb": "Evaluatorenes samsvar", "en": "Agreement of evaluators"}

COUNTS = Counts()
check = COUNTS.check


def spellings(word):
    """As bytes in an XML part, however they are written."""
    numeric = "".join(c if ord(c) < 128 else f"&#{ord(c)};" for c in word)
    return {word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"), numeric.encode(),
            word.encode("latin-1")}


def parts(path):
    """Name and bytes of each part, the names themselves, and the file as it is."""
    with zipfile.ZipFile(path) as package:
        found = {name: package.read(name) for name in package.namelist()}
        found["(names)"] = "\n".join(package.namelist()).encode()
        found["(comment)"] = package.comment
    with open(path, "rb") as file:
        found["(file)"] = file.read()
    return found


def places(package, word):
    return [name for name, data in package.items() if any(s.lower() in data.lower() for s in spellings(word))]


def export(folder, name, *options):
    path = os.path.join(folder, name)
    done = subprocess.run([KOMPASS, "export", os.path.join(folder, "markord-2024.yaml"), "-o", path, *options],
                          capture_output=True, text=True, check=False)
    check(done.returncode == 0, f"{name}: {done.stderr}")
    return parts(path) if done.returncode == 0 else {}


def compare(folder, name, *options):
    """Two rounds with all the words; there is a comparison for boards alone."""
    path, paths = os.path.join(folder, name), []
    for year in ("2024", "2026"):
        paths.append(os.path.join(folder, f"markord-{year}.yaml"))
        with open(paths[-1], "w", encoding="utf-8") as file:
            file.write(EVALUATION.replace("markord-2024", f"markord-{year}").replace("year: 2024", f"year: {year}"))
    done = subprocess.run([KOMPASS, "compare", *paths, "-o", path, *options], capture_output=True, text=True,
                          check=False)
    check(done.returncode == 0, f"{name}: {done.stderr}")
    return parts(path) if done.returncode == 0 else {}


def main():
    with tempfile.TemporaryDirectory(prefix="kompass-audience-") as folder:
        os.mkdir(os.path.join(folder, "rubrics"))
        for name, text in (("rubrics/markord.yaml", RUBRIC), ("markord-2024.yaml", EVALUATION)):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        for lang in ("sv", "nb", "en"):
            board = export(folder, f"board-{lang}.xlsx", "--lang", lang)
            check(export(folder, f"said-{lang}.xlsx", "--lang", lang, "--audience", "board") == board,
                  f"{lang}: --audience board is not the default")
            team = export(folder, f"team-{lang}.xlsx", "--lang", lang, "--audience", "team")
            for word in NEVER:
                found = places(board, word)
                check(not found, f"{lang}: a board's workbook has {word!r} in {', '.join(found)}")
            both = compare(folder, f"compare-{lang}.xlsx", "--lang", lang)
            for word in NEVER:
                found = places(both, word)
                check(not found, f"{lang}: a comparison has {word!r} in {', '.join(found)}")
            for word in ("Öppen-källa", "Öppen-punkt"):
                check(places(both, word), f"{lang}: a comparison lacks {word!r}")
            for word in SECRET:
                wanted = "in-English" if lang == "en" and word == "Hemlighet-på-svenska" else word
                check(places(team, wanted), f"{lang}: the team's workbook lacks {wanted!r}")
            for word in OPEN:
                check(places(board, word), f"{lang}: a board's workbook lacks {word!r}")
                check(places(team, word), f"{lang}: the team's workbook lacks {word!r}")
            check(places(team, TEAM_SHEETS[lang]), f"{lang}: the team lacks the sheet of agreement")
            check(not places(board, TEAM_SHEETS[lang]), f"{lang}: the board has the sheet of agreement")
    return COUNTS.finish()


if __name__ == "__main__":
    sys.exit(main())
