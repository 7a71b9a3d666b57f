#!/usr/bin/env python3
"""Oracle for scoring rule 1: what `kompass score --format json` must say.

Written from the words of the contract (sections 1 to 4 and 6) and from nothing else: it shares
no code, no file reader and no arithmetic with the program.  It works on plain dicts shaped like
the files, in which every scalar is the text as written ("0.50", not 0.5), and computes with
fractions.Fraction.  `python3 oracle.py` runs the worked examples at the end of this file.

How each corner was read.  (C) = the contract says so; (R) = our reading where it is silent.

 1. (C) Weight of a child: its `max` or `weight`; 1 where it gives neither.  Declared max of a child
    that gives no `max`: the parent's declared max x its share of all its siblings' weights.
 2. (C) The total is the root: its children are the areas, weighted by `max`; its max is their sum.
 3. (C) A child is *in* when it is neither not applicable nor unweighted.  An inner node whose
    children are all not applicable is not applicable; one with no child both in and of weight > 0
    is unweighted; else it is the mean over the children that are in.
    (R) A mixture of not applicable and unweighted children is unweighted.
 4. (C) `rescale`: max stays the declared one; mean by declared weights.
    `reduce`: max = sum of the maxima of the children that are in; fraction = sum of points / that
    max; by declared weights where the max is 0.  (A scored node has max 0 under `reduce` only if
    its declared max is 0: a child that is in and weighs something carries some of it.)
 5. (R) Shown `max` without a score ("`max` stays"): not applicable and unweighted nodes, the total
    too, show the declared max under both policies.  An unanswered node is applicable: under
    `reduce` it shows its reduced max, which its `high` refers to.
 6. (C) Counts are of leaves, those of weight 0 and those inside unweighted nodes included.  A node
    answered itself, a not applicable one too, counts once; (R) the descendants of either are left
    out (`questions` is an empty list).  Below a node that is not applicable only because all its
    children are, the children stay listed and the leaves are counted.
 7. (C) State of an inner node, from those counts and to the letter: `unanswered` without one answer
    below; `incomplete` with some unanswered leaf below, even one of weight 0; else `scored`.
    `not_applicable` and `unweighted` win over all three.  So a node whose only answer is on a leaf
    of weight 0 is `incomplete` with 0 points, and a total can be `incomplete` and yet `complete`.
 8. (R) "No leaf that bears on the total is unanswered": a leaf bears when it and every node above
    it has a weight > 0.  `complete` is true where nothing bears (all not applicable).
 9. (C) Score so far: unanswered counts as fraction 0, also where `by` gives values without
    consensus; `low` then counts the lowest own value, `high` the highest; 0 and 1 where an n/a is
    among them.  (R) So `points` may be less than `low` while a consensus is missing.
10. (C) With consensus (`value` or `not_applicable`) `by` has no influence at all.
11. (C) `low` and `high` are points.  Null when not applicable or unweighted; given in every other
    state; equal to `points` where nothing is open and nothing is printed.
12. (C) The result rises with every answer and applicability does not depend on answers, so the
    bounds are the score with all missing answers at the bottom, and at the top.
13. (C) `precision: printed`: `points` and `percent` stand for +- half a unit of the last decimal as
    written ("80.0" is +- 0.05), within 0 and the node's declared max, or 0 and 100.  `points` and
    `percent` of the result use the figure as written, and values on a scale are exact.
14. (C) A node of max 0 is scored by declared weights: 0 points, and a percent like any other.
    (R) `points` cannot answer a node of max 0 (0/0); the generator writes `percent` there.
15. (C) An empty answer is no answer; (R) on an inner node it changes nothing.
16. (C) Shown texts: exact value, half away from zero, exactly the rubric's decimals (default 0).
17. (C) Text: the language asked for, by default the rubric's; else the first given.
18. (R) `edition` is null where the rubric has none; `state` of the evaluation defaults to draft.
"""

from dataclasses import dataclass, field
from fractions import Fraction

DASH = "\u2013"
SO_FAR, LOW, HIGH = 0, 1, 2
SCORES = (SO_FAR, LOW, HIGH)


# --- Numbers and texts -----------------------------------------------------------------------

def number(text):
    """The exact value of a number as written in a file."""
    return Fraction(str(text))


def half_unit(text):
    """Half a unit of the last decimal of a number as written."""
    decimals = len(str(text).partition(".")[2])
    return Fraction(1, 2 * 10 ** decimals)


def shown(value, decimals):
    """Rounded once, half away from zero, to exactly so many decimals; a dash without a value."""
    if value is None:
        return DASH
    scaled = abs(value) * 10 ** decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = str(whole).rjust(decimals + 1, "0")
    sign = "-" if value < 0 and whole else ""
    return sign + (digits[:-decimals] + "." + digits[-decimals:] if decimals else digits)


def text_of(text, language):
    """A text in the given language, else the first given."""
    if not isinstance(text, dict):
        return text
    return text[language] if language in text else next(iter(text.values()))


# --- The tree, with declared weights and maxima ----------------------------------------------

@dataclass
class Node:
    """A node of the rubric (or the total), and its result once scored."""
    id: str
    title: str
    weight: Fraction
    declared_max: Fraction
    scale: dict
    children: list
    state: str = ""
    max: Fraction = None
    fraction: tuple = None          # score so far, low, high; None when out of every denominator
    answered: int = 0
    unanswered: int = 0
    not_applicable: int = 0
    listed: list = field(default_factory=list)      # children that the output lists


def weight_of(source):
    return number(source.get("max", source.get("weight", "1")))


def build(source, weight, declared_max, rubric):
    """The tree below one node of the rubric."""
    sources = source.get("questions") or []
    weights = [weight_of(child) for child in sources]
    all_weights = sum(weights)
    children = []
    for child, share in zip(sources, weights):
        if "max" in child:
            child_max = number(child["max"])
        else:
            child_max = declared_max * share / all_weights
        children.append(build(child, share, child_max, rubric))
    scale = rubric.get("scales", {})[source["scale"]] if "scale" in source else None
    title = text_of(source["title"], rubric.get("language"))
    return Node(source["id"], title, weight, declared_max, scale, children)


def build_total(rubric):
    total_max = sum(number(area["max"]) for area in rubric["areas"])
    root = {"id": "total", "title": "", "questions": rubric["areas"]}
    return build(root, Fraction(1), total_max, rubric)


# --- Answers ---------------------------------------------------------------------------------

def scale_ends(scale):
    if isinstance(scale, list):
        return number(scale[0]["value"]), number(scale[-1]["value"])
    return number(scale["min"]), number(scale["max"])


def on_scale(value, scale):
    low, high = scale_ends(scale)
    return (number(value) - low) / (high - low)


def printed_interval(text, ceiling):
    """The interval that a printed figure stands for, as fractions of the ceiling."""
    value, half = number(text), half_unit(text)
    return max(value - half, 0) / ceiling, min(value + half, ceiling) / ceiling


def figure_fractions(text, ceiling, printed):
    """Fractions of an answer in points or percent."""
    low, high = printed_interval(text, ceiling) if printed else (number(text) / ceiling,) * 2
    return number(text) / ceiling, low, high


def open_fractions(own_values, scale):
    """Fractions of a leaf without an agreed answer, given the evaluators' own values, if any."""
    if not own_values or "n/a" in own_values:
        return Fraction(0), Fraction(0), Fraction(1)
    fractions = [on_scale(value, scale) for value in own_values]
    return Fraction(0), min(fractions), max(fractions)


def normal_answer(answer, scale):
    """An answer in its long form; an empty one, or none, is an empty dict."""
    if answer is None:
        return {}
    if isinstance(answer, dict):
        return answer
    return {"not_applicable": "true"} if answer == "n/a" else {"value": answer}


# --- Scoring ---------------------------------------------------------------------------------

class Scorer:
    """Scores one evaluation; `score` fills the results into the tree."""

    def __init__(self, rubric, evaluation):
        self.reduce = rubric.get("not_applicable", "rescale") == "reduce"
        self.printed = evaluation.get("precision", "exact") == "printed"
        self.answers = evaluation.get("answers") or {}

    def score(self, node):
        answer = normal_answer(self.answers.get(node.id), node.scale)
        if answer.get("not_applicable") == "true":
            self.mark_not_applicable(node)
        elif "value" in answer:
            self.mark_answered(node, (on_scale(answer["value"], node.scale),) * 3)
        elif "points" in answer:
            self.mark_answered(
                node, figure_fractions(answer["points"], node.declared_max, self.printed))
        elif "percent" in answer:
            self.mark_answered(
                node, figure_fractions(answer["percent"], Fraction(100), self.printed))
        elif not node.children:
            self.mark_unanswered(node, answer)
        else:
            self.combine(node)

    def mark_not_applicable(self, node):
        node.state, node.max, node.not_applicable = "not_applicable", node.declared_max, 1

    def mark_answered(self, node, fraction):
        node.state, node.max, node.answered = "scored", node.declared_max, 1
        node.fraction = fraction

    def mark_unanswered(self, node, answer):
        node.state, node.max, node.unanswered = "unanswered", node.declared_max, 1
        node.fraction = open_fractions(list((answer.get("by") or {}).values()), node.scale)

    def combine(self, node):
        """An inner node (or the total) from its children."""
        for child in node.children:
            self.score(child)
        node.listed = node.children
        node.answered = sum(child.answered for child in node.children)
        node.unanswered = sum(child.unanswered for child in node.children)
        node.not_applicable = sum(child.not_applicable for child in node.children)

        remaining = [child for child in node.children if child.fraction is not None]
        if all(child.state == "not_applicable" for child in node.children):
            node.state, node.max = "not_applicable", node.declared_max
        elif not any(child.weight > 0 for child in remaining):
            node.state, node.max = "unweighted", node.declared_max
        else:
            self.average(node, remaining)

    def average(self, node, remaining):
        node.max = sum(child.max for child in remaining) if self.reduce else node.declared_max
        if self.reduce and node.max > 0:
            node.fraction = tuple(
                sum(child.fraction[i] * child.max for child in remaining) / node.max
                for i in SCORES)
        else:
            weights = sum(child.weight for child in remaining)
            node.fraction = tuple(
                sum(child.fraction[i] * child.weight for child in remaining) / weights
                for i in SCORES)
        if node.answered == 0:
            node.state = "unanswered"
        else:
            node.state = "incomplete" if node.unanswered else "scored"


def is_complete(node):
    """No leaf that bears on the total is unanswered."""
    if not node.listed:
        return node.state != "unanswered"
    return all(is_complete(child) for child in node.listed if child.weight > 0)


# --- The JSON of section 6 -------------------------------------------------------------------

def figures(node, rounding):
    """The keys that the total and every node share."""
    has_score = node.state in ("scored", "incomplete")
    has_bounds = node.fraction is not None
    points = node.fraction[SO_FAR] * node.max if has_score else None
    percent = node.fraction[SO_FAR] * 100 if has_score else None
    return {
        "points": points, "max": node.max, "percent": percent, "state": node.state,
        "points_shown": shown(points, rounding["points"]),
        "percent_shown": shown(percent, rounding["percent"]),
        "low": node.fraction[LOW] * node.max if has_bounds else None,
        "high": node.fraction[HIGH] * node.max if has_bounds else None,
        "answered": node.answered, "unanswered": node.unanswered,
        "not_applicable": node.not_applicable,
    }


def node_json(node, rounding):
    return {"id": node.id, "title": node.title, **figures(node, rounding),
            "questions": [node_json(child, rounding) for child in node.listed]}


def score(rubric, evaluation):
    """What the program must print for this evaluation, all but the two sha256.

    Numbers are Fractions, counts and the year are ints.
    """
    rounding = {key: int(rubric.get("rounding", {}).get(key, 0)) for key in ("points", "percent")}
    total = build_total(rubric)
    Scorer(rubric, evaluation).score(total)
    return {
        "kompass": "score/1", "rule": 1,
        "rubric": {"id": rubric["id"], "edition": rubric.get("edition")},
        "evaluation": {"id": evaluation["id"], "unit": evaluation["unit"]["name"],
                       "year": int(evaluation["year"]),
                       "state": evaluation.get("state", "draft")},
        "complete": is_complete(total),
        "total": figures(total, rounding),
        "areas": [node_json(area, rounding) for area in total.listed],
    }


def by_id(result):
    """The results of a score by node id, `total` among them."""
    found = {"total": result["total"]}
    waiting = list(result["areas"])
    while waiting:
        node = waiting.pop()
        found[node["id"]] = node
        waiting.extend(node["questions"])
    return found


# --- Worked examples: figures worked by hand from the contract --------------------------------

GRAD = [{"value": "0"}, {"value": "1"}, {"value": "2"}]
SCALES = {"grad": GRAD, "procent": {"min": "0", "max": "100"},
          "skev": [{"value": "-3"}, {"value": "-0.5"}, {"value": "2"}, {"value": "7"}]}


def leaf(node_id, scale=None, **keys):
    return {"id": node_id, "title": "Q " + node_id, **keys, **({"scale": scale} if scale else {})}


def inner(node_id, questions, **keys):
    return {"id": node_id, "title": "N " + node_id, **keys, "questions": questions}


def worked(name, areas, answers, expected, complete=True, rubric=None, evaluation=None):
    """One worked example; `expected` maps a node to its keys, written as texts."""
    return {
        "name": name, "expected": expected, "complete": complete,
        "rubric": {"kompass": "rubric/1", "id": "r-" + name, "title": name, "scales": SCALES,
                   **(rubric or {}), "areas": areas},
        "evaluation": {"kompass": "evaluation/1", "id": name, "rubric": "r-" + name,
                       "unit": {"name": "Prov"}, "year": "2021", **(evaluation or {}),
                       "answers": answers},
    }


def expect(points, max_, percent, state="scored", **keys):
    return {"points": points, "max": max_, "percent": percent, "state": state, **keys}


def expect_none(max_, state, low=None, high=None, **keys):
    return {"points": None, "max": max_, "percent": None, "state": state, "low": low,
            "high": high, "points_shown": DASH, "percent_shown": DASH, **keys}


def two_policies(name, areas, answers, rescaled, reduced, complete=True):
    """The same example under both policies for what does not apply."""
    return [worked(name + "-rescale", areas, answers, rescaled, complete),
            worked(name + "-reduce", areas, answers, reduced, complete,
                   rubric={"not_applicable": "reduce"})]


def worked_basics():
    maxima = ["15", "25", "15", "15", "15", "15"]
    points = ["13.5", "5.75", "8.75", "7.75", "10", "8"]
    eskilstuna = [inner("2", [leaf(f"2.{i + 1}", max=m) for i, m in enumerate(maxima)], max="100")]
    return [
        # The contract's own: parts show 14 6 9 8 10 8 (together 55), the area 54 (53.75).
        worked("eskilstuna-area-2", eskilstuna,
               {f"2.{i + 1}": {"points": p} for i, p in enumerate(points)},
               {"2": expect("53.75", "100", "53.75", points_shown="54", percent_shown="54",
                            low="53.75", high="53.75", answered=6),
                "2.1": {"points_shown": "14", "percent_shown": "90"},
                "2.2": {"points_shown": "6", "percent_shown": "23"},
                "2.3": {"points_shown": "9"}, "2.4": {"points_shown": "8"},
                "2.5": {"points_shown": "10", "percent": "200/3", "percent_shown": "67"},
                "2.6": {"points_shown": "8"}, "total": expect("53.75", "100", "53.75")}),
        # Shares 1/6, 2/6, 3/6 of 10; fractions 1/2, 1, 0: (1 x 1/2 + 2 x 1)/6 = 5/12.
        worked("weights", [inner("1", [leaf("1.1", "grad"), leaf("1.10", "procent", weight="2"),
                                       leaf("1.2", "skev", weight="3.0")], max="10")],
               {"1.1": "1", "1.10": {"value": "100"}, "1.2": "-3"},
               {"1": expect("25/6", "10", "125/3", points_shown="4.17", percent_shown="42"),
                "1.1": expect("5/6", "5/3", "50", points_shown="0.83"),
                "1.10": expect("10/3", "10/3", "100"), "1.2": expect("0", "5", "0")},
               rubric={"rounding": {"points": "2"}}),
        # Weight 0 is asked and shown, never scored.
        worked("weight-zero", [inner("1", [leaf("a", "grad", weight="2"),
                                           leaf("b", "grad", weight="0")], max="8")],
               {"a": "1", "b": "2"},
               {"1": expect("4", "8", "50", answered=2), "a": expect("4", "8", "50"),
                "b": expect("0", "0", "100", points_shown="0", percent_shown="100")}),
        # Uneven and negative levels: (-0.5 + 3)/10 = 1/4, (2 + 3)/10 = 1/2.
        worked("negative-scale", [leaf("1", "skev", max="20"), leaf("2", "skev", max="30")],
               {"1": "-0.5", "2": "2.0"},
               {"1": expect("5", "20", "25"), "2": expect("15", "30", "50"),
                "total": expect("20", "50", "40")}),
        # Ties go away from zero; a value just below one does not (a double would round it up).
        worked("ties", [leaf("1", max="1"), leaf("2", max="5"), leaf("3", max="1"),
                        leaf("4", max="0.15")],
               {"1": {"percent": "50"}, "2": {"points": "2.5"},
                "3": {"points": "0.4999999999999999"}, "4": {"points": "0.1"}},
               {"1": {"points_shown": "1"}, "2": {"points_shown": "3", "percent_shown": "50.0"},
                "3": {"points_shown": "0", "percent_shown": "50.0"},
                "4": {"points_shown": "0", "percent_shown": "66.7"}},
               rubric={"rounding": {"percent": "1"}}),
        # Inner node and total answered themselves.
        worked("inner-answered", [inner("1", [leaf("1.1", "grad"), leaf("1.2")], max="30"),
                                  leaf("2", max="10")],
               {"1": {"points": "12"}, "2": {"percent": "12.5"}},
               {"1": expect("12", "30", "40", answered=1, questions=0),
                "2": expect("1.25", "10", "12.5"),
                "total": expect("13.25", "40", "33.125", answered=2)}),
        worked("total-answered", [leaf("1", max="30"), leaf("2", max="10")],
               {"total": {"percent": "57.5"}},
               {"total": expect("23", "40", "57.5", answered=1, unanswered=0, low="23",
                                high="23")}),
    ]


def worked_not_applicable():
    nested = [inner("1", [leaf("1.1", "grad"), leaf("1.2", "grad")], max="60"),
              leaf("2", "grad", max="40")]
    unweighted = [inner("1", [leaf("1.1", "grad", weight="2"), leaf("1.2", "grad", weight="0")],
                        max="60"), leaf("2", "grad", max="40")]
    max_zero = [inner("1", [leaf("1.1", "grad", weight="1"), leaf("1.2", "grad", weight="3"),
                            leaf("1.3", "grad", weight="2")], max="0"),
                leaf("2", "grad", max="40")]
    mixture = [inner("1", [leaf("1.1", weight="1"), inner(
        "1.2", [leaf("1.2.1", weight="1"), leaf("1.2.2", weight="0")], weight="2")], max="9"),
        leaf("2", max="1")]
    return [
        # 1.2 out.  rescale: 1 is 1/2 of 60, total (30 + 40)/100.  reduce: 1 is 15 of 30,
        # total 55 of 70.
        *two_policies("na-leaf", nested, {"1.1": "1", "1.2": "n/a", "2": "2"},
                      {"1": expect("30", "60", "50", answered=1, not_applicable=1),
                       "1.2": expect_none("30", "not_applicable"),
                       "total": expect("70", "100", "70")},
                      {"1": expect("15", "30", "50"), "1.2": expect_none("30", "not_applicable"),
                       "total": expect("55", "70", "550/7")}),
        # The whole of area 1 out, once in itself (counts once) and once by its children.
        *two_policies("na-inner", nested, {"1": {"not_applicable": "true"}, "2": "1"},
                      {"1": expect_none("60", "not_applicable", not_applicable=1, questions=0),
                       "total": expect("50", "100", "50", not_applicable=1)},
                      {"1": expect_none("60", "not_applicable"),
                       "total": expect("20", "40", "50")}),
        *two_policies("na-children", nested, {"1.1": "n/a", "1.2": "n/a", "2": "1"},
                      {"1": expect_none("60", "not_applicable", not_applicable=2, questions=2),
                       "total": expect("50", "100", "50", not_applicable=2)},
                      {"1": expect_none("60", "not_applicable"),
                       "total": expect("20", "40", "50")}),
        *two_policies("na-everything", nested, {"1": "n/a", "2": "n/a"},
                      {"total": expect_none("100", "not_applicable", not_applicable=2)},
                      {"total": expect_none("100", "not_applicable", not_applicable=2)}),
        # Only 1.2 of weight 0 is left: area 1 has no score and leaves the denominators.
        *two_policies("unweighted", unweighted, {"1.1": "n/a", "1.2": "2", "2": "1"},
                      {"1": expect_none("60", "unweighted", answered=1, not_applicable=1),
                       "1.2": expect("0", "0", "100"), "total": expect("50", "100", "50")},
                      {"1": expect_none("60", "unweighted"), "total": expect("20", "40", "50")}),
        # Not applicable beside unweighted: unweighted.
        *two_policies("unweighted-mixture", mixture,
                      {"1.1": "n/a", "1.2.1": "n/a", "1.2.2": {"percent": "10"},
                       "2": {"percent": "30"}},
                      {"1.2": expect_none("6", "unweighted"), "1": expect_none("9", "unweighted"),
                       "total": expect("3", "10", "30")},
                      {"1": expect_none("9", "unweighted"), "total": expect("0.3", "1", "30")}),
        # Max 0: by declared weights under both policies; (1 x 1/2 + 2 x 1)/3 = 5/6.
        *two_policies("max-zero", max_zero, {"1.1": "1", "1.2": "n/a", "1.3": "2", "2": "0"},
                      {"1": expect("0", "0", "250/3", percent_shown="83"),
                       "total": expect("0", "40", "0")},
                      {"1": expect("0", "0", "250/3"), "total": expect("0", "40", "0")}),
        # reduce under weights: of 12 the shares are 4 and 8; in the 8, half is out.
        worked("reduce-weights", [inner("1", [
            leaf("1.1", weight="1"),
            inner("1.2", [leaf("1.2.1"), leaf("1.2.2")], weight="2")], max="12")],
               {"1.1": {"percent": "100"}, "1.2.1": {"percent": "0"}, "1.2.2": "n/a"},
               {"1.2": expect("0", "4", "0"), "1": expect("4", "8", "50"),
                "total": expect("4", "8", "50")}, rubric={"not_applicable": "reduce"}),
    ]


def worked_unanswered():
    areas = [inner("1", [leaf("1.1", "grad"), leaf("1.2", "grad")], max="60"),
             leaf("2", "grad", max="40")]
    weighted = [inner("1", [leaf("1.1", "grad", weight="1"), leaf("1.2", "grad", weight="0")],
                      max="60"), leaf("2", "grad", max="40")]
    return [
        worked("unanswered-leaf", areas, {"1.1": "1", "1.2": None, "2": "2"},
               {"1": expect("15", "60", "25", "incomplete", low="15", high="45", answered=1,
                            unanswered=1),
                "1.2": expect_none("30", "unanswered", "0", "30", unanswered=1),
                "total": expect("55", "100", "55", "incomplete", low="55", high="85")},
               complete=False),
        worked("unanswered-area", areas, {"2": "1"},
               {"1": expect_none("60", "unanswered", "0", "60", unanswered=2),
                "total": expect("20", "100", "20", "incomplete", low="20", high="80")},
               complete=False),
        worked("unanswered-all", areas, {},
               {"total": expect_none("100", "unanswered", "0", "100", unanswered=3)},
               complete=False),
        # Unanswered and not applicable: the max is the reduced one.
        worked("unanswered-reduce", areas, {"1.1": "n/a", "2": "2"},
               {"1": expect_none("30", "unanswered", "0", "30", unanswered=1, not_applicable=1),
                "total": expect("40", "70", "400/7", "incomplete", low="40", high="70")},
               complete=False, rubric={"not_applicable": "reduce"}),
        # A leaf of weight 0 is unanswered: incomplete to the letter, yet nothing bears on it.
        worked("unanswered-weight-zero", weighted, {"1.1": "2", "2": "1"},
               {"1": expect("60", "60", "100", "incomplete", low="60", high="60"),
                "1.2": expect_none("0", "unanswered", "0", "0"),
                "total": expect("80", "100", "80", "incomplete", low="80", high="80")}),
        # The only answer stands on a leaf of weight 0: there is one answer below.
        worked("answered-weight-zero", weighted, {"1.2": "2"},
               {"1": expect("0", "60", "0", "incomplete", low="0", high="60"),
                "total": expect("0", "100", "0", "incomplete", low="0", high="100")},
               complete=False),
        # Own values 0 and 1 of 2 without consensus; then with an n/a; then agreed.
        worked("by-open", areas,
               {"1.1": {"by": {"LE": "2", "GG": "1"}}, "1.2": {"by": {"LE": "n/a", "GG": "1"}},
                "2": {"value": "2", "by": {"LE": "0", "GG": "n/a"}}},
               {"1": expect_none("60", "unanswered", "15", "60", unanswered=2),
                "1.1": expect_none("30", "unanswered", "15", "30"),
                "1.2": expect_none("30", "unanswered", "0", "30"),
                "2": expect("40", "40", "100", low="40", high="40"),
                "total": expect("40", "100", "40", "incomplete", low="55", high="100")},
               complete=False, evaluation={"evaluators": [{"id": "LE"}, {"id": "GG"}]}),
    ]


def worked_printed():
    areas = [inner("1", [leaf("1.1", max="15"), leaf("1.2", max="20"), leaf("1.3", "grad",
                                                                           max="5")], max="40")]
    return [
        # 80 % is 79.5 to 80.5; 20.0 of 20 is 19.95 to 20; the value on a scale is exact.
        worked("printed", areas, {"1.1": {"percent": "80"}, "1.2": {"points": "20.0"}, "1.3": "1"},
               {"1.1": expect("12", "15", "80", low="11.925", high="12.075"),
                "1.2": expect("20", "20", "100", low="19.95", high="20"),
                "1.3": expect("2.5", "5", "50", low="2.5", high="2.5"),
                "1": expect("34.5", "40", "86.25", low="34.375", high="34.575")},
               evaluation={"precision": "printed"}),
        worked("printed-clipped", areas, {"1.1": {"points": "0"}, "1.2": {"percent": "100"}},
               {"1.1": expect("0", "15", "0", low="0", high="0.5"),
                "1.2": expect("20", "20", "100", low="19.9", high="20"),
                "1": expect("20", "40", "50", "incomplete", low="19.9", high="25.5")},
               complete=False, evaluation={"precision": "printed"}),
        worked("printed-total", areas, {"total": {"points": "34"}},
               {"total": expect("34", "40", "85", low="33.5", high="34.5")},
               evaluation={"precision": "printed"}),
    ]


WORKED = worked_basics() + worked_not_applicable() + worked_unanswered() + worked_printed()


def check_worked(example):
    """Differences between the oracle and the figures worked by hand."""
    result = score(example["rubric"], example["evaluation"])
    nodes = by_id(result)
    wrong = []
    if result["complete"] != example["complete"]:
        wrong.append(f"complete: by hand {example['complete']}, oracle {result['complete']}")
    for node_id, keys in example["expected"].items():
        for key, hand in keys.items():
            got = nodes[node_id][key]
            if key == "questions":
                got = len(got)
            elif isinstance(got, Fraction):
                hand = Fraction(hand)
            if got != hand:
                wrong.append(f"{node_id} {key}: by hand {hand}, oracle {got}")
    return wrong


def main():
    failed = 0
    for example in WORKED:
        wrong = check_worked(example)
        failed += bool(wrong)
        for line in wrong:
            print(f"{example['name']}: {line}")
    print(f"{len(WORKED) - failed} passed, {failed} failed (worked examples, oracle alone)")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
