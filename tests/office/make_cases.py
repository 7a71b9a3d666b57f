#!/usr/bin/python3
"""Evaluations at the edges of what there is, each to become a workbook that looks right.

    tests/office/make_cases.py FOLDER

Writes evaluations, their rubrics and references, and FOLDER/cases: a line a workbook, "NAME FILE [OPTIONS]".
"""

import os
import sys

LONG = ("Kommunens arbete med tillgänglighet, delaktighet och inflytande för invånare, brukare, företagare och "
        "föreningar i samtliga kommundelar och verksamheter, även de som drivs av andra utförare på kommunens uppdrag")
WORD = "Arbetsmarknadsintegrationsverksamhetsutvecklingsstrategidokumentsuppföljningsrapporteringsmallsversionshantering"
SCALE = """scales:
  grad:
    - {value: 0, label: Saknas}
    - {value: 1, label: Finns delvis, help: Finns i någon verksamhet eller i ett utkast.}
    - {value: 2, label: Finns}
"""


class Cases:
    def __init__(self, folder):
        self.folder, self.lines = folder, []
        os.makedirs(os.path.join(folder, "rubrics"), exist_ok=True)

    def write(self, name, text):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
            file.write(text)

    def rubric(self, name, areas, head=""):
        """areas: (title, questions, details); with details each question has so many, on a scale."""
        text = f"kompass: rubric/1\nid: {name}\ntitle: {name}\nlanguage: sv\n{head}{SCALE}areas:\n"
        for a, (title, questions, details) in enumerate(areas, 1):
            text += f'  - id: "{a}"\n    title: "{title}"\n    max: 100\n'
            if questions:
                text += "    questions:\n"
            for q in range(1, questions + 1):
                text += f'      - {{id: "{a}.{q}", title: "Delfråga {q} om {title}"'
                if details:
                    inner = ", ".join(f'{{id: "{a}.{q}.{d}", title: Detaljfråga {d}, scale: grad}}'
                                      for d in range(1, details + 1))
                    text += f", questions: [{inner}]"
                text += "}\n"
        self.write(f"rubrics/{name}.yaml", text)

    def reference(self, name, rubric, title, values):
        inner = ", ".join(f'"{node}": {value}' for node, value in values.items())
        self.write(f"rubrics/{name}.yaml", f'kompass: reference/1\nid: {name}\nrubric: {rubric}\ntitle: "{title}"\n'
                   f"set: påhittade kommuner\nvalues: {{{inner}}}\n")

    def evaluation(self, name, rubric, answers, rest="state: final\n"):
        text = (f"kompass: evaluation/1\nid: {name}\nrubric: {rubric}\nlanguage: sv\nunit: {{name: Kommun}}\n"
                f"year: 2024\n{rest}answers:\n")
        text += "".join(f'  "{node}": {value}\n' if node != "total" else f"  total: {value}\n"
                        for node, value in answers.items())
        self.write(f"{name}.yaml", text)

    def case(self, name, evaluation, options=""):
        self.lines.append(f"{name} {evaluation}.yaml {options}".rstrip())


def percents(areas, questions):
    return {f"{a}.{q}": f"{{percent: {(37 * a + 53 * q) % 101}}}"
            for a in range(1, areas + 1) for q in range(1, questions + 1)}


def details(areas, questions, each, skip=()):
    return {f"{a}.{q}.{d}": (a + q * d) % 3 for a in range(1, areas + 1) for q in range(1, questions + 1)
            for d in range(1, each + 1) if (a, q, d) not in skip}


def references(c):
    """Four at once: whole, without some areas, only a total, with a very long title."""
    c.rubric("atta", [(f"Område {a}", 5, 0) for a in range(1, 9)])
    c.reference("snitt-hela", "atta", "Snitt, hela", {a: 50 + a for a in range(1, 9)} | {"total": 436})
    c.reference("snitt-lucka", "atta", "Snitt utan fyra områden", {1: 40.5, 3: 70, 6: 61.25, 8: 0})
    c.reference("snitt-total", "atta", "Bara totalen", {"total": 500})
    c.reference("snitt-lang", "atta", LONG, {a: 90 - a for a in range(1, 9)})
    c.evaluation("flera", "atta", percents(8, 5))
    c.case("references-four", "flera", " ".join(f"--reference snitt-{r}" for r in ("hela", "lucka", "total", "lang")))
    c.case("reference-lacks-areas", "flera", "--reference snitt-lucka")
    c.case("reference-only-total", "flera", "--reference snitt-total")


def shapes(c):
    """Three areas and thirteen, 600 questions, long names."""
    for count in (3, 13):
        c.rubric(f"omraden-{count}", [(f"Område {a}", 4, 0) for a in range(1, count + 1)])
        c.evaluation(f"omraden-{count}", f"omraden-{count}", percents(count, 4))
        c.case(f"areas-{count}", f"omraden-{count}")
    c.rubric("sexhundra", [(f"Område {a}", 10, 6) for a in range(1, 11)])
    c.evaluation("sexhundra", "sexhundra", details(10, 10, 6))
    c.case("questions-600", "sexhundra")
    c.rubric("breda", [(f"Område {a}", 100, 0) for a in range(1, 7)])
    c.evaluation("breda", "breda", percents(6, 100))
    c.case("sub-questions-600", "breda")
    c.rubric("langa", [(f"{LONG} ({a})" if a % 2 else f"{WORD}{a}", 3, 2) for a in range(1, 6)])
    findings = ("state: final\nfindings:\n  \"1\":\n    partial:\n      - " + f'{{id: F1, text: "{LONG}", questions: '
                '["1.1", "1.2", "1.3.1"]}\n    improvements:\n      - "' + WORD + '"\n  "2":\n    improvements: '
                '[{id: F2, text: Förslag, questions: ["1.1"]}, {id: F3, text: Utan fråga}]\n')
    c.evaluation("langa", "langa", details(5, 3, 2), findings)
    c.case("long-names", "langa")


def states(c):
    """Drafts, own values not agreed, nothing answered, one area only, only areas, only the total."""
    people = ("state: draft\nevaluators:\n  - {id: A, name: Anna Öppen}\n  - {id: B, name: Bo Öppen}\n"
              "  - {id: C}\n")
    c.rubric("liten", [(f"Område {a}", 3, 3) for a in range(1, 4)])
    answers = details(3, 3, 3, skip={(1, 1, 1), (2, 2, 2)})
    answers["1.2.1"], answers["3.1.1"] = "n/a", "n/a"
    answers["1.1.1"] = "{by: {A: 0, B: 2}}"
    answers["2.1.1"] = "{value: 1, by: {A: 1, B: 1, C: 1}}"
    answers["2.1.2"] = "{value: 1, by: {A: n/a, B: 1}}"
    answers["2.1.3"] = "{value: 1, by: {A: n/a, B: n/a}}"
    answers["2.2.1"] = "{value: 1, by: {C: 1}}"
    c.evaluation("utkast", "liten", answers, people)
    c.case("draft-board", "utkast")
    c.case("draft-team", "utkast", "--audience team")
    c.case("draft-team-en", "utkast", "--audience team --lang en")
    c.evaluation("tom", "liten", {"1.1.1": ""}, "state: draft\n")
    c.case("nothing-answered", "tom")
    c.evaluation("ett-omrade", "liten", {"2": "{points: 62.5}"}, "state: draft\n")
    c.case("one-area-answered", "ett-omrade")
    items = ('state: final\nfindings:\n  "1": {improvements: [{id: F1, text: Förslag ett, questions: ["1.1", "1.2"]},'
             ' {id: F2, text: Förslag två}]}\n  "3": {partial: [Förslag tre]}\n')
    c.evaluation("bara-omraden", "liten", {"1": "{points: 40}", "2": "{percent: 71}", "3": "n/a"}, items)
    c.case("only-areas", "bara-omraden")
    c.evaluation("bara-total", "liten", {"total": "{points: 201}"}, items)
    c.case("only-total-with-items", "bara-total")
    c.evaluation("bara-total-utan", "liten", {"total": "{points: 201}"})
    c.case("only-total", "bara-total-utan")
    c.rubric("dragen", [(f"Område {a}", 3, 3) for a in range(1, 4)], "not_applicable: reduce\n")
    c.evaluation("dragen", "dragen", answers | {"1.3.1": "n/a", "1.3.2": "n/a", "1.3.3": "n/a"}, people + items[13:])
    c.case("reduced", "dragen", "--audience team")


def main(arguments):
    if len(arguments) != 1:
        print(__doc__.split("\n\n")[1].strip(), file=sys.stderr)
        return 2
    c = Cases(arguments[0])
    references(c)
    shapes(c)
    states(c)
    c.write("cases", "\n".join(c.lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
