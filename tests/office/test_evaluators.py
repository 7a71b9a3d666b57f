#!/usr/bin/python3
"""Two evaluators and one form, from the first interview to the workbook for the board.

A form is made from a rubric; each evaluator fills in a copy, which LibreOffice saves; the copies are imported
together; a form of the result shows where the two differ; the consensus is filled in, saved by LibreOffice,
imported, scored and exported. What does not go together is refused with both cells.
"""

import json
import os
import random
import shutil
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import recalculate  # noqa: E402
import test_form  # noqa: E402
from support import ROOT, Counts  # noqa: E402
from test_form import answers_of, load, put, run, tables_of  # noqa: E402

RUBRIC = "exempel-detaljfragor"
WHO = {"LE": "Lena Ehrnlund", "GG": "Gunnar Gidenstam"}


class Walk:
    def __init__(self, folder):
        self.folder, self.counts, self.rng = folder, Counts(), random.Random("walk")
        shutil.copytree(ROOT / "rubrics", folder / "rubrics")

    def path(self, name):
        return self.folder / name

    def ran(self, *arguments):
        done = run(*arguments)
        self.counts.check(done.returncode == 0, f"{arguments[0]}: {done.stderr.decode()[:1500]}")
        return done

    def saved(self, *names):
        """Each form as LibreOffice saves it, in its place."""
        folder = Path(tempfile.mkdtemp(dir=self.folder))
        _, found = recalculate.recalculated(shutil.which("soffice"), [str(self.path(name)) for name in names], str(folder))
        for name, path in zip(names, found):
            if self.counts.check(path is not None, f"LibreOffice did not save {name}"):
                shutil.copyfile(path, self.path(name))

    def levels(self, book):
        """By scale: the labels of its levels, and "not applicable"."""
        found = {}
        for table in tables_of(book)["lists"]:
            for row in table.rows():
                if table.value(row, "scale"):
                    found.setdefault(table.value(row, "scale"), []).append(table.value(row, "label"))
        return found

    def scales(self):
        listed = json.loads(json.dumps(self.rubric()))
        found = {}

        def remember(nodes):
            for node in nodes:
                found[node["id"]] = node.get("scale")
                remember(node.get("questions", []))

        remember(listed["areas"])
        return found

    def rubric(self):
        import yaml
        return yaml.load((ROOT / "rubrics" / f"{RUBRIC}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)

    def fill_own(self, name, slot, note):
        """One evaluator's values, of all questions on a scale with levels; a note of two lines on the first."""
        book = load(self.path(name))
        labels, scales, chosen = self.levels(book), self.scales(), {}
        for node, places in answers_of(book).items():
            if scales.get(node) in labels:
                table, row = places[0]
                chosen[node] = self.rng.choice(labels[scales[node]])
                put(table, row, f"by:#{slot}", chosen[node])
        table, row = answers_of(book)["1.1.1" if slot == 1 else "1.1.2"][0]
        put(table, row, "note", note)
        about = tables_of(book)["about"][0]
        for about_row in about.rows():
            if about.value(about_row, "key") == "unit.name":
                put(about, about_row, "value", "Provköping")
            if about.value(about_row, "key") == "year":
                put(about, about_row, "value", "2026")
        book.save(self.path(name))
        return chosen

    def walk(self):
        form = self.path("form.xlsx")
        self.ran("form", RUBRIC, "--rubrics", self.path("rubrics"), "-o", form, "--evaluators",
                 ",".join(f"{key}={name}" for key, name in WHO.items()))
        chosen = {}
        for slot, who in enumerate(WHO, 1):
            shutil.copyfile(form, self.path(f"{who}.xlsx"))
            chosen[who] = self.fill_own(f"{who}.xlsx", slot, f"{who} såg planen.\nDen är från 2024.")
        self.saved("LE.xlsx", "GG.xlsx")
        merged = self.path("provkoping-2026.yaml")
        self.ran("import", self.path("LE.xlsx"), self.path("GG.xlsx"), "--rubrics", self.path("rubrics"), "-o", merged)
        text = merged.read_text(encoding="utf-8")
        self.counts.check("LE såg planen." in text and "GG såg planen." in text, "a note was lost in merging")
        self.agreement(merged, chosen)
        self.consensus(merged, chosen)
        self.alpha(merged)
        self.conflict(form)

    def agreement(self, merged, chosen):
        score = json.loads(self.ran("score", "--format", "json", "--audience", "team", merged).stdout)
        apart = {node for node in chosen["LE"] if chosen["LE"][node] != chosen["GG"][node]}
        found = {question["id"]: question for question in score["agreement"]["questions"]}
        self.counts.check(set(found) == set(chosen["LE"]), "not every own value came through")
        self.counts.check({node for node, question in found.items() if Fraction(question["levels"]) > 0} == apart,
                          "the questions apart are not those that were chosen apart")
        self.counts.check(score["total"]["points"] is None, "own values alone gave points")
        second = self.path("second.xlsx")
        self.ran("form", merged, "-o", second)
        signs = self.signs(load(second, True))
        self.counts.check(signs == apart, "the form's signs are not where the two differ")

    @staticmethod
    def signs(book):
        """Rows that have the sign of a difference."""
        return {node for node, places in answers_of(book).items() for table, row in places
                if any(cell.value == "≠" for cell in table.sheet[row])}

    def consensus(self, merged, chosen):
        second = self.path("second.xlsx")
        book = load(second)
        places = answers_of(book)
        for node, label in chosen["GG"].items():
            table, row = places[node][0]
            put(table, row, "value", label)
        for node, scale in self.scales().items():
            if scale == "procent":
                table, row = places[node][0]
                put(table, row, "value", 62.5)
        table, row = places["1.1.1"][0]
        put(table, row, "best_practice", "Ja")
        put(table, row, "comment", "=1+1 är ingen formel")
        book.save(second)
        self.saved("second.xlsx")
        self.ran("import", second, "--rubrics", self.path("rubrics"), "--force", "-o", merged)
        score = json.loads(self.ran("score", "--format", "json", merged).stdout)
        self.counts.check(score["complete"], f"{score['total']['unanswered']} questions are left")
        test_form.check_running(self.counts, "the form with the consensus", load(second, True), score)
        board = self.path("board.xlsx")
        self.ran("export", merged, "-o", board)
        said = {str(cell.value) for sheet in load(board) for line in sheet.iter_rows() for cell in line}
        self.counts.check("=1+1 är ingen formel" in said, "the comment is not in the workbook for the board")
        self.counts.check(not any("såg planen" in text or "Samst" in text for text in said),
                          "the board is told what is the evaluators' own")

    def alpha(self, merged):
        """An own value changed in the team's workbook carries through to alpha."""
        book_path, edited = self.path("team.xlsx"), self.path("edited-2026.yaml")
        self.ran("export", merged, "--audience", "team", "-o", book_path)
        book = load(book_path)
        details = book["Detaljer"]
        head = next(row for row in details.iter_rows() if row[0].value == "Nr")
        column = next(cell.column for cell in head if cell.value == WHO["LE"])
        row = next(row[0].row for row in details.iter_rows() if row[0].value == "1.1.2")
        was = details.cell(row, column).value
        details.cell(row, column).value = 2 - was if was != 1 else 0
        text = merged.read_text(encoding="utf-8").replace("id: provkoping-2026", "id: edited-2026")
        at = text.index("LE: ", text.index("1.1.2"))
        edited.write_text(text[:at + 4] + str(details.cell(row, column).value) + text[at + 5:], encoding="utf-8")
        book.save(book_path)
        self.saved("team.xlsx")
        sheet = load(book_path, True)["Utvärderarnas samstämmighet"]
        agreement = json.loads(self.ran("score", "--format", "json", "--audience", "team", edited).stdout)["agreement"]
        names = [cell.value for cell in next(row for row in sheet.iter_rows() if row[5].value == "Alfa")]
        shown = {line[0].value or "total": line[names.index("Alfa")].value for line in sheet.iter_rows()
                 if line[1].value == "Totalt" or line[0].value in {area["id"] for area in agreement["areas"]}}
        for area in [dict(agreement["total"], id="total"), *agreement["areas"]]:
            self.counts.check(test_form.same(area["alpha"], shown.get(area["id"])),
                              f"alpha of {area['id']} is {shown.get(area['id'])} in the workbook, not {area['alpha']}")

    def conflict(self, form):
        for who, label in (("one", "Finns"), ("two", "Saknas")):
            book = load(form)
            table, row = answers_of(book)["1.1.1"][0]
            put(table, row, "value", label)
            book.save(self.path(f"{who}.xlsx"))
        done = run("import", self.path("one.xlsx"), self.path("two.xlsx"), "--rubrics", self.path("rubrics"),
                   "-o", self.path("never-2026.yaml"), "--lang", "en")
        said = done.stderr.decode()
        self.counts.check(done.returncode == 1 and "one.xlsx" in said and "two.xlsx" in said,
                          f"two answers to one question were not told with both cells: {said}")
        self.counts.check(not self.path("never-2026.yaml").exists(), "something was written in spite of the conflict")


def main():
    if not shutil.which("soffice"):
        print("skipped: needs LibreOffice (libreoffice-calc-nogui)")
        return 77
    folder = Path(tempfile.mkdtemp(prefix="kompass-evaluators-"))
    walk = Walk(folder)
    walk.walk()
    if walk.counts.failed:
        print(f"files kept in {folder}")
    else:
        shutil.rmtree(folder)
    return walk.counts.finish()


if __name__ == "__main__":
    raise SystemExit(main())
