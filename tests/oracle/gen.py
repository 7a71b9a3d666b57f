#!/usr/bin/env python3
"""Random rubrics and evaluations that keep to the contract, from a seed.

A case is two plain dicts shaped like the files, with every scalar as the text to be written, and
the YAML made of them by a small emitter of its own.  Case N of a seed is the same whatever else
is generated; two neighbouring cases share a rubric.

    gen.py FOLDER --seed S --case N       write case N (the evaluation, and rubrics/ beside it)
    gen.py --count N --statistics         what N cases cover
    gen.py --count N --reread             read the YAML back with PyYAML and compare
"""

import argparse
import hashlib
import random
import re
import sys
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

sys.dont_write_bytecode = True
import oracle  # noqa: E402

CASES_A_RUBRIC = 2
NODES_AT_MOST = 260
EVALUATORS = ["LE", "GG", "no", "1.10"]
ODD_IDS = ["no", "yes", "on", "off", "y", "n", "1e3", "0x10", "007", "1_000", "2011-01-02", "12:30",
           "true", "null", "Å1", "a b", "e-tjänst", "<1>", "x#y", "*a", "&a", "!t", "-", "?", "[1]",
           "{1}", "%", "@", "'", '"', "\\", "=1+1", "a: b", "n/a", "1,5", ".inf", "Total", "日本"]
TITLES = ["Finns en plan?", "Öppenhet", "no", "1.50", "a: b # c", "'kvot'", 'citat "x"', "\\d+\\t",
          "=SUM(A1)", "- streck", "% andel", "slut:", "é 日本 😀", "{a}", "0", "n/a", "tab\there"]
UNITS = ["Eskilstuna kommun", "Øvre Eiker", "Härjedalens \"kommun\"", "no", "=2+2", "Å"]


# --- Numbers as text -------------------------------------------------------------------------

def decimal_text(units, decimals, rng=None):
    """units x 10^-decimals in contract form; with an rng, trailing zeros sometimes go."""
    digits = str(abs(units)).rjust(decimals + 1, "0")
    text = digits[:len(digits) - decimals] + ("." + digits[-decimals:] if decimals else "")
    if decimals and rng and rng.random() < 0.6:
        text = text.rstrip("0").rstrip(".")
    return "-" + text if units < 0 else text


def decimals_of(text):
    return len(text.partition(".")[2])


def number_between(rng, low, high, decimals):
    """A number from low to high (Fractions), as text; needs one with so many decimals."""
    unit = 10 ** decimals
    first, last = -((-low * unit) // 1), (high * unit) // 1
    return decimal_text(rng.randint(int(first), int(last)), decimals, rng)


def rewritten(rng, text):
    """The same number, now and then written in another way."""
    if rng.random() < 0.06 and decimals_of(text) < 3:
        text = text + "0" if "." in text else text + ".0"
    if Fraction(text) == 0 and not text.startswith("-") and rng.random() < 0.06:
        text = "-" + text
    return text


# --- Rubrics ---------------------------------------------------------------------------------

class RubricMaker:
    """Makes one rubric."""

    def __init__(self, rng, rubric_id):
        self.rng = rng
        self.id = rubric_id
        self.ids = {"total"}
        self.odd_ids = rng.random() < 0.15
        self.languages = rng.random() < 0.2
        self.wide = rng.random() < 0.12             # numbers of many digits
        self.depth = rng.choice([1, 2, 2, 3, 3, 3, 4, 5, 8])
        self.leaf_chance = rng.choice([0.1, 0.3, 0.5])
        self.zero_chance = rng.choice([0, 0.05, 0.3])
        self.budget = NODES_AT_MOST
        self.scales = self.make_scales()

    def make(self):
        rng = self.rng
        rubric = {"kompass": "rubric/1", "id": self.id, "title": self.title()}
        if self.languages or rng.random() < 0.5:
            rubric["language"] = rng.choice(["sv", "nb", "en"])
        if rng.random() < 0.5:
            rubric["edition"] = rng.choice(["2010", "2020", "no", "2015/2016"])
        if rng.random() < 0.75:
            rubric["rounding"] = {key: str(rng.randint(0, 4)) for key in ("points", "percent")
                                  if rng.random() < 0.85}
        policy = rng.choice(["rescale", "reduce", "reduce", None])
        if policy:
            rubric["not_applicable"] = policy
        if self.scales:
            rubric["scales"] = self.scales
        areas = self.make_areas()
        if rng.random() < 0.1:
            rubric["groups"] = self.make_groups(areas)
        rubric["areas"] = areas
        return rubric

    def title(self):
        rng = self.rng
        word = rng.choice(TITLES) if rng.random() < 0.3 else f"Fråga {rng.randint(1, 999)}"
        if not self.languages or rng.random() < 0.3:
            return word
        languages = rng.sample(["sv", "nb", "en"], rng.randint(1, 3))
        return {language: f"{word} {language}" for language in languages}

    def new_id(self, parent, index):
        """An id below its parent ("1.10" beside "1.1"), or any other text."""
        node_id = f"{parent}.{index}" if parent else str(index)
        if self.odd_ids and self.rng.random() < 0.3:
            node_id = self.rng.choice(ODD_IDS)
        while node_id in self.ids:
            node_id += self.rng.choice(["0", "x", "-2"])
        self.ids.add(node_id)
        return node_id

    def indices(self, count):
        """Numbers of siblings: mostly in order, some with gaps, so that 1.1 meets 1.10."""
        if self.rng.random() < 0.6:
            return range(1, count + 1)
        return self.rng.sample([1, 10, 2, 20, 100, 11, 3, 30, 12], count)

    # Scales

    def make_scales(self):
        names = self.rng.sample(["grad", "procent", "ja-nej", "no", "fem steg"],
                                self.rng.randint(0, 4))
        return {name: self.make_scale() for name in names}

    def make_scale(self):
        if self.rng.random() < 0.4:
            low, high = self.ascending(2)
            return {"min": low, "max": high}
        levels = []
        for value in self.ascending(self.rng.randint(2, 6)):
            level = {"value": value}
            if self.rng.random() < 0.9:
                level["label"] = self.rng.choice(["Saknas", "Finns delvis", "Finns", "no", "0"])
            levels.append(level)
        return levels

    def ascending(self, count):
        """Strictly ascending values: 0 1 2, or uneven, negative and with decimals."""
        rng = self.rng
        if rng.random() < 0.4:
            return [str(value) for value in range(count)]
        decimals = rng.choice([10, 15]) if self.wide else rng.choice([0, 0, 1, 2])
        reach = 10 ** decimals * rng.choice([6, 20, 100])
        units = rng.sample(range(-reach // 2, reach), count)
        return [decimal_text(value, decimals, rng) for value in sorted(units)]

    # Nodes

    def make_areas(self):
        rng = self.rng
        indices = self.indices(rng.randint(1, 9))
        maxima = [self.area_max() for _ in indices]
        if all(Fraction(text) == 0 for text in maxima):
            maxima[0] = "100"
        return [self.make_node(self.new_id("", index), 1, {"max": text})
                for index, text in zip(indices, maxima)]

    def area_max(self):
        rng = self.rng
        if rng.random() < self.zero_chance:
            return rng.choice(["0", "0.0", "-0"])
        if self.wide:
            return decimal_text(rng.randint(1, 10 ** 15), rng.choice([8, 12]), rng)
        return rng.choice(["100", "100", "10", "15", "7", "1", "12.5", "0.3", "33.33", "1000"])

    def make_node(self, node_id, level, share):
        self.budget -= 1
        node = {"id": node_id, "title": self.title(), **share}
        if self.rng.random() < 0.05:
            node["help"] = self.rng.choice(TITLES)
        if level == 1 and self.rng.random() < 0.1:
            node["short"] = "Kort"
        if level >= self.depth or self.budget < 12 or self.rng.random() < self.leaf_chance:
            if self.scales and self.rng.random() < 0.75:
                node["scale"] = self.rng.choice(list(self.scales))
            return node
        most = 3 if self.depth == 8 else 6
        node["questions"] = self.make_children(node, level, self.rng.randint(1, most))
        return node

    def make_children(self, parent, level, count):
        rng = self.rng
        if Fraction(parent.get("max", "0")) > 0 and rng.random() < 0.5:
            shares = [{"max": text} for text in self.split_max(parent["max"], count)]
        else:
            shares = self.make_weights(count)
        return [self.make_node(self.new_id(parent["id"], index), level + 1, share)
                for index, share in zip(self.indices(count), shares)]

    def split_max(self, text, count):
        """Maxima that add up to the parent's exactly; some may be 0, not all."""
        rng = self.rng
        decimals = decimals_of(text) + (0 if self.wide else rng.choice([0, 0, 1, 2]))
        whole = int(Fraction(text) * 10 ** decimals)
        cuts = sorted(rng.randint(0, whole) for _ in range(count - 1))
        parts = [high - low for low, high in zip([0] + cuts, cuts + [whole])]
        if count > 1 and rng.random() < self.zero_chance:
            parts = [0, parts[0] + parts[1]] + parts[2:]
            rng.shuffle(parts)
        return [decimal_text(part, decimals, rng) for part in parts]

    def make_weights(self, count):
        """Weights (or none: weight 1); some may be 0, not all."""
        rng = self.rng
        if rng.random() < 0.3:
            return [{} for _ in range(count)]
        shares = [{"weight": self.weight()} if rng.random() < 0.9 else {} for _ in range(count)]
        if all(Fraction(share.get("weight", "1")) == 0 for share in shares):
            shares[rng.randrange(count)] = {"weight": "2"}
        return shares

    def weight(self):
        rng = self.rng
        if rng.random() < self.zero_chance:
            return rng.choice(["0", "0", "0.00"])
        if self.wide:
            return decimal_text(rng.randint(1, 10 ** 12), rng.choice([6, 11, 17]), rng)
        return rng.choice(["1", "2", "3", "5", "7", "0.5", "1.25", "33.3333", "0.01", "1.0"])

    def make_groups(self, areas):
        ids = [area["id"] for area in areas]
        cut = self.rng.randint(1, len(ids))
        parts = [part for part in (ids[:cut], ids[cut:]) if part]
        return [{"id": f"grupp-{number}", "title": "Grupp", "areas": part}
                for number, part in enumerate(parts)]


# --- Evaluations -----------------------------------------------------------------------------

PROFILES = [    # chances: unanswered, not applicable (leaf, inner), inner node answered, open `by`
    {},
    {"unanswered": 0.1, "na": 0.1, "na_inner": 0.03, "inner": 0.1, "open": 0.1},
    {"unanswered": 0.1, "na": 0.1, "na_inner": 0.03, "inner": 0.1, "open": 0.1},
    {"na": 0.2, "na_inner": 0.05, "inner": 0.05},
    {"na": 0.75, "na_inner": 0.1},
    {"unanswered": 0.3, "na": 0.5},
    {"unanswered": 0.8, "na": 0.1, "open": 0.05},
    {"unanswered": 0.3, "open": 0.4, "na": 0.1},
    {"inner": 0.6, "na": 0.1},
    {"unanswered": 1.0},
    {"na": 1.0},
    {"total": 1.0},
]
PROFILE_WEIGHTS = [4, 6, 6, 4, 3, 3, 3, 3, 3, 1, 1, 1]


class EvaluationMaker:
    """Makes one evaluation of a rubric."""

    def __init__(self, rng, rubric, evaluation_id):
        self.rng = rng
        self.rubric = rubric
        self.id = evaluation_id
        self.chance = Counter(rng.choices(PROFILES, PROFILE_WEIGHTS)[0])
        self.printed = rng.random() < 0.35
        self.wide = rng.random() < 0.1
        self.answers = {}

    def make(self, rubric_sha256):
        rng = self.rng
        evaluation = {"kompass": "evaluation/1", "id": self.id, "rubric": self.rubric["id"],
                      "unit": {"name": rng.choice(UNITS)}, "year": str(rng.randint(2002, 2030))}
        if rng.random() < 0.3:
            evaluation["rubric_sha256"] = rubric_sha256
        if rng.random() < 0.5:
            evaluation["unit"].update(code="0484", country="SE")
        if rng.random() < 0.6:
            evaluation["state"] = rng.choice(["final", "draft"])
        if self.printed or rng.random() < 0.2:
            evaluation["precision"] = "printed" if self.printed else "exact"
        if rng.random() < 0.2:
            evaluation["note"] = rng.choice(TITLES)
        evaluation["evaluators"] = [{"id": one, "name": "N"} for one in EVALUATORS]

        total = oracle.build_total(self.rubric)
        if rng.random() < self.chance["total"]:
            self.answers["total"] = self.figure(total)
        else:
            for area in total.children:
                self.answer(area)
        if self.answers or rng.random() < 0.5:
            evaluation["answers"] = self.answers
        return evaluation

    def answer(self, node):
        """Answers one node or what is below it, or neither."""
        rng = self.rng
        if not node.children:
            self.answer_leaf(node)
        elif rng.random() < self.chance["na_inner"]:
            self.answers[node.id] = self.not_applicable()
        elif rng.random() < self.chance["inner"]:
            self.answers[node.id] = self.figure(node)
        else:
            if rng.random() < 0.01:
                self.answers[node.id] = None
            for child in node.children:
                self.answer(child)

    def answer_leaf(self, node):
        rng = self.rng
        if rng.random() < self.chance["na"]:
            answer = self.not_applicable(node.scale)
        elif rng.random() < self.chance["unanswered"]:
            if rng.random() < 0.5:
                return
            answer = None
        elif not node.scale:
            answer = self.figure(node)
        elif rng.random() < self.chance["open"]:
            answer = {"by": self.own_values(node.scale)}
        else:
            answer = self.value_answer(node.scale)
        self.answers[node.id] = answer

    def not_applicable(self, scale=None):
        if self.rng.random() < 0.5:
            return "n/a"
        answer = {"not_applicable": "true"}
        if scale and self.rng.random() < 0.3:
            answer["by"] = self.own_values(scale)
        return self.with_texts(answer)

    def value_answer(self, scale):
        value = self.value(scale)
        if self.rng.random() < 0.5:
            return value
        answer = {"value": value}
        if self.rng.random() < 0.3:
            answer["by"] = self.own_values(scale)
        return self.with_texts(answer)

    def own_values(self, scale):
        chosen = self.rng.sample(EVALUATORS, self.rng.randint(1, 4))
        return {one: "n/a" if self.rng.random() < 0.15 else self.value(scale) for one in chosen}

    def value(self, scale):
        rng = self.rng
        if isinstance(scale, list):
            return rewritten(rng, rng.choice(scale)["value"])
        low, high = scale["min"], scale["max"]
        if rng.random() < 0.2:
            return rewritten(rng, rng.choice([low, high]))
        decimals = max(decimals_of(low), decimals_of(high), rng.randint(0, 3))
        return number_between(rng, Fraction(low), Fraction(high), decimals)

    def figure(self, node):
        """An answer in points or percent; percent where the max is 0."""
        rng = self.rng
        decimals = rng.choice([10, 13, 15]) if self.wide else rng.choice([0, 0, 0, 1, 2, 4])
        if node.declared_max > 0 and rng.random() < 0.5:
            room = 18 - len(str(int(node.declared_max)))
            return self.with_texts({"points": number_between(
                rng, Fraction(0), node.declared_max, min(decimals, room))})
        if rng.random() < 0.15:
            return {"percent": rng.choice(["0", "100", "0.0", "100.0", "-0", "50", "0.5", "99.5"])}
        return self.with_texts({"percent": number_between(
            rng, Fraction(0), Fraction(100), decimals)})

    def with_texts(self, answer):
        if self.rng.random() < 0.1:
            answer["note"] = self.rng.choice(TITLES)
        if self.rng.random() < 0.05:
            answer.update(comment="Gott exempel", best_practice="true")
        return answer


# --- A small YAML emitter --------------------------------------------------------------------

PLAIN = re.compile(r"-?[0-9A-Za-zÅÄÖåäöØøæé][0-9A-Za-zÅÄÖåäöØøæé_.+/ %()=-]*\Z")


class Emitter:
    """Writes dicts, lists, texts and None as YAML, in a manner that varies with the rng."""

    def __init__(self, rng):
        self.rng = rng
        self.quoting = rng.choice([0.02, 0.3, 1.0])
        self.flowing = rng.choice([0.0, 0.5, 1.0])
        self.comments = rng.choice([0.0, 0.0, 0.05])
        self.step = rng.choice([2, 2, 4])
        self.shuffled = rng.random() < 0.15

    def document(self, model):
        return "\n".join(self.block_map(model, 0, top=True)) + "\n"

    def scalar(self, text):
        if (PLAIN.match(text) and not text.endswith(" ") and text.lower() not in ("null", "")
                and self.rng.random() >= self.quoting):
            return text
        if "\t" not in text and self.rng.random() < 0.5:
            return "'" + text.replace("'", "''") + "'"
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t") + '"'

    def pairs(self, model, top=False):
        """The pairs of a map; shuffled in some files, with `kompass` always first."""
        pairs = list(model.items())
        # The order of answers, of languages (the first given counts) and of `by` is content.
        if self.shuffled and ("id" in model or "value" in model):
            head, tail = (pairs[:1], pairs[1:]) if top else ([], pairs)
            self.rng.shuffle(tail)
            pairs = head + tail
        return pairs

    def fits_flow(self, value, room=6):
        """Small, and without an empty value."""
        if value is None:
            return False
        if isinstance(value, str):
            return True
        parts = list(value.values()) if isinstance(value, dict) else value
        return len(parts) <= room and all(self.fits_flow(part, 4) for part in parts)

    def flow(self, value):
        if isinstance(value, str):
            return self.scalar(value)
        if isinstance(value, dict):
            inside = (f"{self.scalar(key)}: {self.flow(part)}" for key, part in self.pairs(value))
            return "{" + ", ".join(inside) + "}"
        return "[" + ", ".join(self.flow(part) for part in value) + "]"

    def inline(self, value):
        """The value for the rest of a line, or None if it needs lines of its own."""
        if value is None:
            return ""
        if isinstance(value, str):
            return self.scalar(value)
        if not value or (self.fits_flow(value) and self.rng.random() < self.flowing):
            return self.flow(value)
        return None

    def block(self, value, indent):
        if isinstance(value, dict):
            return self.block_map(value, indent)
        return self.block_list(value, indent)

    def block_map(self, model, indent, top=False):
        lines = []
        for key, value in self.pairs(model, top):
            head = " " * indent + self.scalar(key) + ":"
            if not top and self.rng.random() < self.comments:
                lines.append(" " * indent + "# kommentar: {no, 'yaml'")
            rest = self.inline(value)
            if rest is None:
                lines.append(head)
                lines.extend(self.block(value, indent + self.step))
            else:
                lines.append((head + " " + rest).rstrip(" "))
        return lines

    def block_list(self, values, indent):
        lines = []
        for value in values:
            rest = self.inline(value)
            if rest is not None:
                lines.append(" " * indent + "- " + rest)
                continue
            inside = self.block(value, indent + 2)
            while inside[0].lstrip().startswith("# "):
                lines.append(inside.pop(0))
            lines.append(" " * indent + "- " + inside[0][indent + 2:])
            lines.extend(inside[1:])
        return lines


def emit(model, seed_text="plain"):
    """The YAML text of a model."""
    return Emitter(random.Random(seed_text)).document(model)


# --- Validity, checked apart from how the models were made ------------------------------------

NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?\Z")


def check_number(text):
    assert NUMBER.match(text), text
    assert sum(c.isdigit() for c in text) <= 18, text
    return Fraction(text)


def check_siblings(nodes, parent_max):
    """Maxima and weights of siblings; parent_max is None where the parent gives no max."""
    gives = ["max" in node for node in nodes]
    assert all(gives) or not any(gives)
    assert not any("max" in node and "weight" in node for node in nodes)
    values = [check_number(node.get("max", node.get("weight", "1"))) for node in nodes]
    assert min(values) >= 0 and max(values) > 0
    if gives[0] and parent_max != "areas":
        assert parent_max is not None and sum(values) == Fraction(parent_max)


def check_nodes(nodes, parent_max, scales, ids):
    check_siblings(nodes, parent_max)
    for node in nodes:
        assert node["id"] not in ids and node["id"] != "total"
        ids.add(node["id"])
        if "questions" in node:
            assert node["questions"] and "scale" not in node
            check_nodes(node["questions"], node.get("max"), scales, ids)
        elif "scale" in node:
            assert node["scale"] in scales


def check_scale(scale):
    if isinstance(scale, list):
        values = [check_number(level["value"]) for level in scale]
        assert len(values) >= 2
    else:
        values = [check_number(scale["min"]), check_number(scale["max"])]
    assert all(low < high for low, high in zip(values, values[1:]))


def check_rubric(rubric):
    """Raises AssertionError where a rubric breaks a rule of the contract."""
    for scale in rubric.get("scales", {}).values():
        check_scale(scale)
    assert all("max" in area for area in rubric["areas"])
    check_nodes(rubric["areas"], "areas", rubric.get("scales", {}), set())


def check_on_scale(text, scale):
    value = check_number(text)
    if isinstance(scale, list):
        assert value in [Fraction(level["value"]) for level in scale]
    else:
        assert Fraction(scale["min"]) <= value <= Fraction(scale["max"])


def check_answer(answer, node):
    """One answer that is not empty."""
    if not isinstance(answer, dict):
        answer = {"not_applicable": "true"} if answer == "n/a" else {"value": answer}
    kinds = [key for key in ("value", "points", "percent", "not_applicable") if key in answer]
    assert len(kinds) == 1 or (not kinds and answer.get("by"))
    assert node.id != "total" or "not_applicable" not in kinds
    if "value" in answer:
        check_on_scale(answer["value"], node.scale)
    if "points" in answer:
        assert not node.scale and 0 <= check_number(answer["points"]) <= node.declared_max
        assert node.declared_max > 0
    if "percent" in answer:
        assert not node.scale and 0 <= check_number(answer["percent"]) <= 100
    for one, value in answer.get("by", {}).items():
        assert node.scale and one in EVALUATORS
        if value != "n/a":
            check_on_scale(value, node.scale)


def check_evaluation(rubric, evaluation):
    """Raises AssertionError where an evaluation breaks a rule of the contract."""
    answers = evaluation.get("answers", {})
    seen = set()

    def walk(node, answered_above):
        answer = answers.get(node.id)
        seen.add(node.id)
        if answer is not None:
            assert not answered_above, node.id
            check_answer(answer, node)
        for child in node.children:
            walk(child, answered_above or answer is not None)

    walk(oracle.build_total(rubric), False)
    assert set(answers) <= seen


# --- Cases -----------------------------------------------------------------------------------

@dataclass
class Case:
    """One rubric and evaluation, their texts, and, once written, where the evaluation lies."""
    name: str
    rubric: dict
    evaluation: dict
    rubric_text: str
    evaluation_text: str
    path: Path = None

    def write(self, folder, rubrics):
        """The evaluation into one folder, the rubric into another."""
        rubrics.mkdir(parents=True, exist_ok=True)
        folder.mkdir(parents=True, exist_ok=True)
        (rubrics / (self.rubric["id"] + ".yaml")).write_bytes(self.rubric_text.encode())
        self.path = folder / (self.evaluation["id"] + ".yaml")
        self.path.write_bytes(self.evaluation_text.encode())


def case_of(rubric, evaluation, style="plain"):
    """A case of given models."""
    return Case(evaluation["id"], rubric, evaluation,
                emit(rubric, f"{style}/rubric"), emit(evaluation, f"{style}/evaluation"))


def make_case(seed, index):
    """Case `index` of a seed."""
    rubric_index = index // CASES_A_RUBRIC
    rubric_rng = random.Random(f"{seed}/rubric/{rubric_index}")
    rubric = RubricMaker(rubric_rng, f"r-{rubric_index:06}").make()
    rubric_text = emit(rubric, f"{seed}/rubric-text/{rubric_index}")
    sha256 = hashlib.sha256(rubric_text.encode()).hexdigest()

    rng = random.Random(f"{seed}/case/{index}")
    evaluation = EvaluationMaker(rng, rubric, f"case-{index:06}").make(sha256)
    check_rubric(rubric)
    check_evaluation(rubric, evaluation)
    evaluation_text = emit(evaluation, f"{seed}/text/{index}")
    return Case(f"seed {seed} case {index}", rubric, evaluation, rubric_text, evaluation_text)


# --- Command line ----------------------------------------------------------------------------

def statistics(cases):
    """How often each corner occurs."""
    counts = Counter()
    for case in cases:
        result = oracle.score(case.rubric, case.evaluation)
        policy = case.rubric.get("not_applicable", "rescale")
        counts[f"complete {result['complete']}"] += 1
        counts[f"total {result['total']['state']}"] += 1
        if result["complete"] != (result["total"]["unanswered"] == 0):
            counts["complete in spite of an unanswered leaf"] += 1
        for node in oracle.by_id(result).values():
            counts["nodes"] += 1
            counts[f"node {node['state']} {policy}"] += 1
            if node["max"] == 0 and node.get("questions"):
                counts[f"inner node of max 0 {node['state']}"] += 1
            if node["points"] is not None and node["points"] < node["low"]:
                counts["points below low"] += 1
            longest = max(len(str((node["percent"] or Fraction(0)).denominator)),
                          counts["longest denominator (digits)"])
            counts["longest denominator (digits)"] = longest
    return counts


def reread(case):
    """The emitted YAML, read back by PyYAML, is the model."""
    import yaml

    def plain(value):
        if isinstance(value, dict):
            return {key: plain(part) for key, part in value.items()}
        if isinstance(value, list):
            return [plain(part) for part in value]
        return "" if value is None else value

    for text, model in ((case.rubric_text, case.rubric), (case.evaluation_text, case.evaluation)):
        assert yaml.load(text, yaml.BaseLoader) == plain(model), case.name
        assert text.lstrip("'\"").startswith("kompass"), case.name


def main():
    parser = argparse.ArgumentParser(description="random rubrics and evaluations from a seed")
    parser.add_argument("folder", nargs="?", type=Path, help="where to write")
    parser.add_argument("--seed", default="kompass")
    parser.add_argument("--case", type=int, help="write only this case")
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--statistics", action="store_true")
    parser.add_argument("--reread", action="store_true")
    options = parser.parse_args()
    indices = range(options.count) if options.case is None else [options.case]
    cases = [make_case(options.seed, index) for index in indices]
    if options.folder:
        for case in cases:
            case.write(options.folder, options.folder / "rubrics")
    if options.reread:
        for case in cases:
            reread(case)
        print(f"{len(cases)} cases read back equal")
    if options.statistics:
        for name, count in sorted(statistics(cases).items()):
            print(f"{count:8} {name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
