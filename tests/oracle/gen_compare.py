#!/usr/bin/env python3
"""Random rounds to compare, from a seed: evaluations, their rubrics and crosswalks, always valid.

A case has two to four evaluations, of one unit or several, over one rubric, over several versions of
one rubric id (each in a folder of its own), or over several rubrics with crosswalks between them.

    gen_compare.py FOLDER --seed S --case N     write case N
"""

import argparse
import copy
import hashlib
import random
import sys
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

sys.dont_write_bytecode = True
import gen  # noqa: E402

KINDS = ["one rubric", "versions", "crosswalk", "unrelated", "no crosswalk"]
KIND_WEIGHTS = [30, 30, 30, 7, 3]
RELATIONS = ["same", "same", "same", "same", "reworded", "reworded", "narrower", "wider", "overlap"]
LOOSE = ["narrower", "wider", "overlap"]
NAMES = ["Alfa", "Alfa kommun", "Beta", "Øst", "no", "=2+2"]


@dataclass
class Case:
    """What to write, what to compare, and the arguments of the command."""
    name: str
    files: dict = field(default_factory=dict)           # path: text
    evaluations: list = field(default_factory=list)     # (rubric, evaluation)
    paths: list = field(default_factory=list)           # of the evaluations
    crosswalks: list = field(default_factory=list)
    arguments: list = field(default_factory=list)

    def write(self, folder):
        for path, text in self.files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(text.encode())


# --- Another version of a rubric ---------------------------------------------------------------

def all_nodes(nodes):
    for node in nodes:
        yield node
        yield from all_nodes(node.get("questions", []))


def sibling_groups(rubric):
    yield rubric["areas"]
    for node in all_nodes(rubric["areas"]):
        if "questions" in node:
            yield node["questions"]


class Editor:
    """Changes a copy of a rubric; an edit that breaks a rule of the contract is taken back."""

    def __init__(self, rng, rubric):
        self.rng = rng
        self.rubric = copy.deepcopy(rubric)

    def edit(self, edits, times):
        for _ in range(times):
            before = copy.deepcopy(self.rubric)
            try:
                self.rng.choice(edits)(self)
                gen.check_rubric(self.rubric)
            except (AssertionError, IndexError, KeyError, ValueError):
                self.rubric = before

    def any_node(self):
        return self.rng.choice(list(all_nodes(self.rubric["areas"])))

    def any_leaf(self):
        return self.rng.choice([n for n in all_nodes(self.rubric["areas"]) if "questions" not in n])

    def weighed_group(self):
        """Siblings that may come and go: none of them gives max."""
        return self.rng.choice([group for group in sibling_groups(self.rubric)
                                if "max" not in group[0]])

    def shown_language(self, text):
        language = self.rubric.get("language")
        return language if language in text else next(iter(text))

    def reworded(self, text):
        if isinstance(text, dict):
            language = self.shown_language(text)
            return {**text, language: text[language] + " ändrad"}
        return text + " ändrad"

    def title(self):
        node = self.any_node()
        node["title"] = self.reworded(node["title"])

    def other_language(self):
        """A title in a language that the rubric does not show: no change of text."""
        node = self.any_node()
        if isinstance(node["title"], dict):
            shown = self.shown_language(node["title"])
            for language in node["title"].keys() - {shown}:
                node["title"][language] += " ændret"

    def help(self):
        self.any_node()["help"] = f"Hjälp {self.rng.randint(1, 3)}"

    def share(self):
        node = self.rng.choice(self.weighed_group())
        node["weight"] = self.rng.choice(["1", "2", "0.5", "4"])

    def move_max(self):
        """Some of one sibling's max goes to another."""
        group = self.rng.choice([g for g in sibling_groups(self.rubric) if "max" in g[0]])
        one, other = self.rng.sample(group, 2)
        for node in (one, other):
            assert "max" not in node.get("questions", [{}])[0]
        one["max"], other["max"] = (gen.decimal_text(units, 2) for units in self.moved(one, other))

    @staticmethod
    def moved(one, other):
        units = [int(Fraction(node["max"]) * 100) for node in (one, other)]
        assert all(Fraction(unit, 100) == Fraction(node["max"]) for unit, node in zip(units, (one, other)))
        step = units[0] // 2
        return units[0] - step, units[1] + step

    def area_max(self):
        area = self.rng.choice(self.rubric["areas"])
        assert "max" not in area.get("questions", [{}])[0]
        area["max"] = self.rng.choice(["50", "120", "7.5"])

    def labels(self):
        levels = self.rng.choice([s for s in self.rubric["scales"].values() if isinstance(s, list)])
        self.rng.choice(levels)["label"] = "Ny etikett"

    def scale_values(self):
        """Other values under the same labels."""
        scale = self.rng.choice(list(self.rubric["scales"].values()))
        if isinstance(scale, list):
            scale[-1]["value"] = str(int(Fraction(scale[-1]["value"])) + 3)
        else:
            scale["max"] = str(int(Fraction(scale["max"])) + 3)

    def other_scale(self):
        self.any_leaf()["scale"] = self.rng.choice(list(self.rubric["scales"]))

    def remove(self):
        group = self.weighed_group()
        assert len(group) > 1
        group.remove(self.rng.choice(group))

    def add(self):
        group = self.weighed_group()
        taken = {node["id"] for node in all_nodes(self.rubric["areas"])}
        node_id = next(f"ny{i}" for i in range(99) if f"ny{i}" not in taken)
        node = {"id": node_id, "title": "Tillkom"}
        if self.rubric.get("scales") and self.rng.random() < 0.7:
            node["scale"] = self.rng.choice(list(self.rubric["scales"]))
        group.insert(self.rng.randint(0, len(group)), node)

    def move(self):
        """A node goes to another place."""
        origin = self.weighed_group()
        assert len(origin) > 1
        node = self.rng.choice(origin)
        assert "max" not in node
        origin.remove(node)
        target = self.weighed_group()
        assert all(target is not part.get("questions") for part in all_nodes([node]))
        target.insert(self.rng.randint(0, len(target)), node)

    WORDS = [title, help, other_language, labels]
    MEASURES = [share, move_max, area_max, scale_values, other_scale]
    SHAPE = [remove, add]


def next_version(rng, rubric):
    editor = Editor(rng, rubric)
    editor.edit(Editor.WORDS + Editor.MEASURES + Editor.SHAPE, rng.randint(0, 8))
    return editor.rubric


# --- Another rubric, and a crosswalk to it -------------------------------------------------------

def next_rubric(rng, rubric, rubric_id):
    """A successor with other ids; also which node became which."""
    was = {}
    marked = copy.deepcopy(rubric)
    for node in all_nodes(marked["areas"]):
        node["was"] = node["id"]
    editor = Editor(rng, marked)
    editor.edit(Editor.WORDS + Editor.MEASURES + [*Editor.SHAPE, Editor.move] * 2, rng.randint(2, 12))
    new = editor.rubric
    new.pop("groups", None)
    taken, rename = {"total"}, rng.random() < 0.7
    for node in all_nodes(new["areas"]):
        if rename and rng.random() < 0.6:
            node["id"] = "n" + node["id"]
        while node["id"] in taken:
            node["id"] += "n"
        taken.add(node["id"])
        if "was" in node:
            was[node.pop("was")] = node["id"]
    new.update(id=rubric_id, edition=rng.choice(["2016", "2020"]))
    gen.check_rubric(new)
    return new, was


def crosswalk_rows(rng, old, new, was):
    """Each node has at most one row that compares, and it stands before its other rows."""
    share = rng.choice([0.3, 0.7, 0.95])
    rows = [{"from": one, "to": other, "relation": rng.choice(RELATIONS)}
            for one, other in was.items() if rng.random() < share]
    rng.shuffle(rows)
    used = {(row["from"], row["to"]) for row in rows}
    old_ids, new_ids = ([node["id"] for node in all_nodes(one["areas"])] for one in (old, new))
    for _ in range(rng.choice([0, 0, 1, 3, 6])):
        ends = rng.choice(old_ids), rng.choice(new_ids)
        if ends not in used:
            used.add(ends)
            rows.append({"from": ends[0], "to": ends[1], "relation": rng.choice(LOOSE)})
    if rng.random() < 0.25:
        rows.insert(0, {"from": "total", "to": "total", "relation": rng.choice(RELATIONS)})
    if rng.random() < 0.3:
        rng.choice(rows or [{}])["note"] = rng.choice(gen.TITLES)
    return rows or [{"from": old_ids[0], "to": new_ids[0], "relation": "overlap"}]


def crosswalk_between(rng, old, new, was):
    walk = {"kompass": "crosswalk/1", "id": f"{old['id']}-{new['id']}", "from": old["id"],
            "to": new["id"]}
    if rng.random() < 0.5:
        text = "Går inte att jämföra rakt av"
        # By language only where the rubric has one: the program's own words need one in any case.
        walk["caveat"] = text if rng.random() < 0.5 or "language" not in new else {
            language: f"{text} {language}" for language in rng.sample(["sv", "nb", "en"], 2)}
    return {**walk, "map": crosswalk_rows(rng, old, new, was)}


# --- The rounds -----------------------------------------------------------------------------------

def identities(rng, count, several):
    """Unit, year, date and id of each round, in the order of the contract."""
    code = rng.random() < 0.5
    names = [rng.choice(NAMES)] * count
    codes = ["0001"] * count
    if several:
        names = [rng.choice(NAMES) for _ in range(count)]
        codes = [str(10 + i) for i in range(count)]
        if not code and len(set(names)) == 1:
            names[0] = "Ensam"
    elif code and rng.random() < 0.2:
        names[0] = "Under ett äldre namn"
    found = []
    for i in range(count):
        unit = {"name": names[i], **({"code": codes[i], "country": "SE"} if code else {})}
        year = rng.choice(["2012", "2015", "2018", "2021"])
        one = {"unit": unit, "year": year, "id": f"e{i}"}
        if rng.random() < 0.6:
            one["date"] = year + rng.choice(["-02-03", "-11-30", "-11-09"])
        found.append(one)
    found.sort(key=lambda one: ([one["unit"]["name"]] if several else [])
               + [one["year"], one.get("date", ""), one["id"]])
    return found


def small_rubric(rng, rubric_id):
    maker = gen.RubricMaker(rng, rubric_id)
    maker.budget = rng.choice([20, 40, 40, 90])
    maker.wide = maker.wide and rng.random() < 0.3
    return maker.make()


class CaseMaker:
    """Makes one case."""

    def __init__(self, seed, index, open_readings=False):
        self.rng = random.Random(f"{seed}/compare/{index}")
        self.open_readings = open_readings
        self.case = Case(f"seed {seed} case {index}")
        self.kind = self.rng.choices(KINDS, KIND_WEIGHTS)[0]
        self.count = self.rng.choice([2, 2, 3, 4])
        self.several = self.rng.random() < 0.25
        if self.several and self.kind not in ("one rubric", "versions"):
            self.count = 2

    def make(self):
        rubrics = self.rubrics()
        texts = {id(one): gen.emit(one, f"{self.case.name}/{i}") for i, one in enumerate(rubrics)}
        folders = self.folders(rubrics)
        for one, folder in zip(rubrics, folders):
            self.case.files[f"{folder}rubrics/{one['id']}.yaml"] = texts[id(one)]
        # Later rounds have later rubrics.
        picked = sorted(self.rng.choices(range(len(rubrics)), k=self.count))
        if len(rubrics) > 1:
            picked[0], picked[-1] = 0, len(rubrics) - 1
            if len(rubrics) == 3 and (self.count == 2 or 1 not in picked):
                picked = [0, 1, 2] if self.count > 2 else [0, 1]
        for i, identity in zip(picked, identities(self.rng, len(picked), self.several)):
            self.add(rubrics[i], folders[i], texts[id(rubrics[i])], identity)
        self.add_crosswalks()
        return self.case

    def rubrics(self):
        rng, first = self.rng, small_rubric(self.rng, "r0")
        if self.kind == "one rubric":
            return [first]
        more = rng.choice([1, 1, 2]) if self.count > 2 else 1
        if self.several and not self.open_readings:
            more = 1                    # reading 18
        rubrics = [first]
        for i in range(1, more + 1):
            old = rubrics[-1]
            if self.kind == "versions":
                rubrics.append(next_version(rng, old))
                continue
            if self.kind == "crosswalk":
                new, was = next_rubric(rng, old, f"r{i}")
            else:
                new, was = self.unrelated(old, f"r{i}")
            rubrics.append(new)
            if self.kind != "no crosswalk":
                self.case.crosswalks.append(crosswalk_between(rng, old, new, was))
        return rubrics

    def unrelated(self, old, rubric_id):
        new = small_rubric(self.rng, rubric_id)
        new.pop("language", None)
        if not self.open_readings:
            old.setdefault("language", "sv")            # reading 19
        if "language" in old:
            new["language"] = old["language"]
        ends = [[node["id"] for node in all_nodes(one["areas"])] for one in (old, new)]
        for one in ends:
            self.rng.shuffle(one)
        return new, dict(zip(*ends))

    def folders(self, rubrics):
        versions = self.kind == "versions"
        return [f"v{i}/" if versions else "" for i in range(len(rubrics))]

    def add(self, rubric, folder, text, identity):
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        evaluation = gen.EvaluationMaker(self.rng, rubric, identity["id"]).make(sha256)
        evaluation.update(identity)
        if self.rng.random() < 0.6:
            evaluation.update(state="final", precision="exact")
        gen.check_evaluation(rubric, evaluation)
        path = f"{folder}{identity['id']}.yaml"
        self.case.files[path] = gen.emit(evaluation, f"{self.case.name}/{path}")
        self.case.evaluations.append((rubric, evaluation))
        self.case.paths.append(path)

    def add_crosswalks(self):
        """Where the look-up finds them; or one of them elsewhere, and named on the command line."""
        rng, walks = self.rng, self.case.crosswalks
        named = len(walks) == 1 and rng.random() < 0.3
        for walk in walks:
            folder = "elsewhere" if named and rng.random() < 0.5 else "rubrics"
            path = f"{folder}/{walk['id']}.yaml"
            self.case.files[path] = gen.emit(walk, f"{self.case.name}/{walk['id']}")
            if named:
                by_file = folder == "elsewhere" or rng.random() < 0.5
                self.case.arguments = ["--crosswalk", path if by_file else walk["id"]]


def make_case(seed, index, open_readings=False):
    """Case `index` of a seed; `open_readings` also makes what readings 18 and 19 are about."""
    return CaseMaker(seed, index, open_readings).make()


def main():
    parser = argparse.ArgumentParser(description="random rounds to compare, from a seed")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", default="kompass")
    parser.add_argument("--case", type=int, default=0)
    options = parser.parse_args()
    case = make_case(options.seed, options.case)
    case.write(options.folder)
    print(" ".join([*case.arguments, *case.paths]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
