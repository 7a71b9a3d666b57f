#!/usr/bin/env python3
"""Property test: `kompass followup --format json` against an oracle of its own, on random files.

    test_followup.py [--count N] [--seed TEXT] [--case N] [--keep]

Each case is a municipality: an evaluation and one to three follow-ups with random goals, indicators
(series, carried values, forecasts, months, breaks, targets), commitments and links. The oracle reads
the same files as text (PyYAML without types) and computes counts, derived facts and what answers
what by the words of the contract, in fractions. The program is taken from $KOMPASS, else
build/kompass. Prints `N passed, M failed`; files of failing cases are kept.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

try:
    import yaml
except ImportError:
    print("skipped: the Python module yaml is not installed")
    sys.exit(77)

ROOT = Path(__file__).resolve().parents[2]
SHOWN = 5
GOALS = ("reached", "near", "not_reached", "not_measured")
STATUSES = ("done", "partly", "ongoing", "delayed", "not_started", "dropped")
AREAS = ("reached", "partly", "not_reached")
KINDS = ("commitment", "activity", "assignment", "directive")

RUBRIC = """kompass: rubric/1
id: mall
title: Mall
language: sv
areas:
  - {id: "1", title: Ett, max: 100, questions: [{id: "1.1", title: A, max: 60}, {id: "1.2", title: B, max: 40}]}
  - {id: "2", title: Två, max: 50, questions: [{id: "2.1", title: C, max: 25}, {id: "2.10", title: D, max: 25}]}
"""
QUESTIONS = ("1.1", "1.2", "2.1", "2.10")


# --- Random files ----------------------------------------------------------------------------

def number(rng):
    """As a person writes it: the same value in several spellings, so that equal is not the same text."""
    value = rng.choice((rng.randint(-3, 12), rng.randint(0, 100)))
    return f"{value}" + rng.choice(("", "", "", ".0", ".5", ".50", ".05"))


def figure(rng, year, month):
    kind = rng.random()
    if kind < 0.6:
        return number(rng)
    if kind < 0.75:
        past = rng.randint(0, 2)
        measured = f"{year - past}" if past or rng.random() < 0.5 else f"{year}-{rng.randint(1, month or 12):02d}"
        if month and not past and "-" not in measured:
            measured = f"{year}-{rng.randint(1, month):02d}"
        return f"{{value: {number(rng)}, measured: {measured}}}"
    if kind < 0.85:
        return f"{{forecast: {number(rng)}}}"
    return rng.choice(("{missing: true}", ""))


def series(rng, year):
    periods = set()
    for _ in range(rng.randint(0, 5)):
        y = year - rng.choice((0, 0, 0, 1, 1, 2, 3)) + rng.choice((0, 0, 0, 0, 1))
        periods.add((y, rng.choice((0, 0, 0, 3, 6, 11, 12))))
    listed = list(periods)
    rng.shuffle(listed)
    entries = [f"{y}{f'-{m:02d}' if m else ''}: {figure(rng, y, m)}" for y, m in listed]
    return "{" + ", ".join(entries) + "}"


def target(rng, year):
    if rng.random() < 0.4:
        return number(rng)
    periods = {(year + rng.choice((-1, 0, 0, 0, 1)), rng.choice((0, 0, 3, 6, 12))) for _ in range(rng.randint(1, 3))}
    return "{" + ", ".join(f"{y}{f'-{m:02d}' if m else ''}: {number(rng)}" for y, m in sorted(periods)) + "}"


def indicator(rng, year):
    keys = [f"series: {series(rng, year)}"]
    if rng.random() < 0.35:
        keys.append("better: lower")
    if rng.random() < 0.3:
        keys.append("key: true")
    if rng.random() < 0.75:
        keys.append(f"target: {target(rng, year)}")
    if rng.random() < 0.25:
        keys.append(f"break: {year - rng.randint(-1, 2)}{rng.choice(('', '', '-06'))}")
    if rng.random() < 0.2:
        keys.append(f"final_target: {target(rng, year)}")
    for side in ("compare", "breakdown"):
        if rng.random() < 0.15:
            keys.append(f"{side}: [{{title: S, series: {series(rng, year)}}}]")
    rng.shuffle(keys)
    return "{" + ", ".join(keys) + "}"


def follows(rng, finding_ids):
    names = rng.sample(finding_ids + list(QUESTIONS), k=min(rng.randint(0, 3), len(finding_ids) + 4))
    return [f"follows: [{', '.join(json.dumps(n) for n in names)}]"] if names else []


def evaluation(rng):
    text = "kompass: evaluation/1\nid: utv\nrubric: mall\nunit: {name: Prov}\nyear: 2020\nfindings:\n"
    ids = []
    for area in rng.sample(("1", "2", "1.1"), k=rng.randint(1, 3)):
        text += f'  "{area}":\n'
        for column in rng.sample(("strengths", "partial", "improvements"), k=rng.randint(1, 3)):
            items = []
            for _ in range(rng.randint(1, 3)):
                name = f"F{len(ids) + 1}" if rng.random() < 0.8 else None
                keys = [f"text: Punkt {rng.randint(1, 99)}"]
                if name:
                    ids.append(name)
                    keys.append(f"id: {name}")
                if rng.random() < 0.6:
                    keys.append(f"questions: {json.dumps(rng.sample(QUESTIONS, k=rng.randint(1, 2)))}")
                items.append("{" + ", ".join(keys) + "}")
            text += f"    {column}: [{', '.join(items)}]\n"
    return text, ids


def followup(rng, name, year, ids):
    text = f"kompass: followup/1\nid: {name}\nunit: {{name: Prov}}\nyear: {year}\nevaluation: utv\n"
    if rng.random() < 0.7:
        text += f"as_of: {year}{rng.choice(('', '-06', '-12-31', '-08-31'))}\n"
    if rng.random() < 0.5:
        text += "excerpt: true\n"
    if rng.random() < 0.5:
        counts = {word: rng.randint(0, 4) for word in rng.sample(GOALS + ("total",), k=rng.randint(0, 3))}
        text += f"reported: {{goals: {json.dumps(counts)}, commitments: {{total: {rng.randint(0, 6)}}}}}\n"
    areas = [f"a{i}" for i in range(rng.randint(0, 3))]
    if areas:
        text += "areas:\n"
        for area in areas:
            stated = rng.choice(AREAS + (None,))
            text += f"  - {{id: {area}{f', assessment: {stated}' if stated else ''}}}\n"
    count = rng.randint(0, 6)
    if count:
        text += "goals:\n"
    for i in range(count):
        keys = [f"id: g{i}"] if rng.random() < 0.9 else ["title: utan id"]
        stated = rng.choice(GOALS + ("reached", "not_reached", None))
        if stated:
            keys.append(f"assessment: {stated}")
        if areas and rng.random() < 0.5:
            keys.append(f"area: {rng.choice(areas)}")
        keys += follows(rng, ids)
        listed = [indicator(rng, year) for _ in range(rng.choice((0, 1, 1, 1, 2, 3)))]
        if listed:
            keys.append(f"indicators: [{', '.join(listed)}]")
        text += f"  - {{{', '.join(keys)}}}\n"
    count = rng.randint(0, 5)
    if count:
        text += "commitments:\n"
    for i in range(count):
        keys = [f"id: c{i}"] if rng.random() < 0.9 else ["text: utan id"]
        for key, words in (("status", STATUSES), ("kind", KINDS)):
            if rng.random() < 0.75:
                keys.append(f"{key}: {rng.choice(words)}")
        keys += follows(rng, ids)
        text += f"  - {{{', '.join(keys)}}}\n"
    return text


# --- The oracle ------------------------------------------------------------------------------

def period(text):
    """First and last month of YYYY or YYYY-MM, counted from the year 0, and whether it is a year."""
    year, month = int(text[:4]), text[5:]
    return (year * 12 + (int(month) - 1 if month else 0), year * 12 + (int(month) - 1 if month else 11), not month)


def in_year(text, year):
    return int(text[:4]) == year


def measurements(entries):
    """(key, when measured, value, carried) of all that was measured; no forecasts, nothing missing."""
    found = []
    for key, entry in (entries or {}).items():
        if isinstance(entry, dict):
            if "value" in entry:
                found.append((key, entry.get("measured", key), Fraction(entry["value"]), "measured" in entry))
        elif entry != "":
            found.append((key, key, Fraction(entry), False))
    return found


def now_of(found, year):
    """The year's own figure, else the one measured latest in the year."""
    mine = [m for m in found if in_year(m[1], year)]
    own = [m for m in mine if m[0] == str(year)]
    return own[0] if own else max(mine, key=lambda m: (period(m[1])[1], -period(m[0])[1]), default=None)


def before(found, now):
    """The latest that ended before it began; what spans the same first, then what is not carried, then what
    was said last of it."""
    start = period(now[1])[0]
    past = [m for m in found if period(m[1])[1] < start]
    return max(past, key=lambda m: (period(m[1])[1], period(m[1])[2] == period(now[1])[2], not m[3],
                                     period(m[0])[1:]), default=None)


def carried_for(found, year):
    """What stands under the year, but was measured in another; the year's own before its last month."""
    mine = [m for m in found if in_year(m[0], year) and not in_year(m[1], year)]
    return max(mine, key=lambda m: (m[0] == str(year), period(m[0])[1]), default=None)


def aim_of(given, now, year):
    if given in (None, ""):
        return None
    if not isinstance(given, dict):
        return Fraction(given)
    if now and in_year(now[0], year) and now[0] in given and len(now[0]) > 4:
        return Fraction(given[now[0]])
    if str(year) in given:
        return Fraction(given[str(year)])
    end = period(now[1])[1] if now else year * 12 + 11
    months = [key for key in given if in_year(key, year) and period(key)[1] <= end]
    return Fraction(given[max(months, key=lambda key: period(key)[1])]) if months else None


def indicator_facts(entry, year):
    sign = -1 if entry.get("better") == "lower" else 1
    found = measurements(entry.get("series"))
    now = now_of(found, year)
    aim = aim_of(entry.get("target"), now, year)
    held = now or carried_for(found, year)
    met = "unknown" if held is None or aim is None else "yes" if sign * (held[2] - aim) >= 0 else "no"
    direction = "unknown"
    last = before(found, now) if now else None
    if last:
        change = sign * (now[2] - last[2])
        direction = "better" if change > 0 else "worse" if change < 0 else "same"
        if "break" in entry:
            start = period(entry["break"])[0]
            if period(last[1])[0] < start <= period(now[1])[1]:
                direction = "unknown"
    return {"key": entry.get("key") == "true", "aimed": aim is not None, "met": met, "direction": direction}


def goal_facts(goal, year):
    facts = [indicator_facts(i, year) for i in goal.get("indicators") or []]
    deciding = [f for f in facts if f["key"]] or [f for f in facts if f["aimed"]]
    met = [f["met"] for f in deciding]
    met = "no" if "no" in met else "yes" if met and set(met) == {"yes"} else "unknown"
    seen = {f["direction"] for f in deciding or facts}
    if not seen or "unknown" in seen or {"better", "worse"} <= seen:
        direction = "unknown"
    else:
        direction = next(word for word in ("better", "worse", "same") if word in seen)
    stated = goal.get("assessment", "not_stated")
    return {"year": year, "id": goal.get("id"), "stated": stated, "target_met": met, "direction": direction,
            "differs": (stated, met) in (("reached", "no"), ("not_reached", "yes"))}


def count(items, key, words, total=True):
    stated = [item.get(key, "not_stated") for item in items]
    counts = {word: stated.count(word) for word in words + ("not_stated",)}
    return {**counts, "total": len(items)} if total else counts


def order(report):
    date = report.get("as_of") or report["year"]
    return (date + "0000-99-99"[len(date):], report["id"])


def expected(folder):
    text = {path.name: yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
            for path in folder.glob("*.yaml")}
    utv = text.pop("utv.yaml")
    reports = sorted(text.values(), key=order)
    years, goals = [], []
    for r in reports:
        years.append({"id": r["id"], "unit": "Prov", "year": int(r["year"]), "as_of": r.get("as_of"),
                      "excerpt": r.get("excerpt") == "true",
                      "goals": count(r.get("goals", []), "assessment", GOALS),
                      "commitments": count(r.get("commitments", []), "status", STATUSES),
                      "areas": count(r.get("areas", []), "assessment", AREAS, total=False),
                      "reported": {group: {k: int(v) for k, v in counts.items()}
                                   for group, counts in r.get("reported", {}).items()}})
        goals += [goal_facts(goal, int(r["year"])) for goal in r.get("goals", [])]
    findings = []
    for node in ("1", "1.1", "1.2", "2", "2.1", "2.10"):
        for kind in ("partial", "improvements"):
            for item in utv["findings"].get(node, {}).get(kind, []):
                names = {item.get("id"), *item.get("questions", [])}
                answers = [{"year": int(r["year"]), "kind": sort, "id": thing.get("id")}
                           for r in reports for sort in ("goal", "commitment")
                           for thing in r.get(sort + "s", []) if names & set(thing.get("follows", []))]
                findings.append({"id": item.get("id"), "area": node[0], "kind": kind, "text": item["text"],
                                 "answered_by": answers})
    return {"kompass": "followup/1", "years": years, "goals": goals, "findings": findings}


# --- Running ---------------------------------------------------------------------------------

def write_case(folder, rng):
    (folder / "rubrics").mkdir(parents=True)
    (folder / "rubrics" / "mall.yaml").write_text(RUBRIC, encoding="utf-8")
    text, ids = evaluation(rng)
    (folder / "utv.yaml").write_text(text, encoding="utf-8")
    for i in range(rng.randint(1, 3)):
        name = f"u{i}"
        (folder / f"{name}.yaml").write_text(followup(rng, name, rng.randint(2021, 2024), ids), encoding="utf-8")


def differences(want, got, at="$"):
    if isinstance(want, dict) and isinstance(got, dict) and list(want) == list(got):
        return [line for key in want for line in differences(want[key], got[key], f"{at}.{key}")]
    if isinstance(want, list) and isinstance(got, list) and len(want) == len(got):
        return [line for i, pair in enumerate(zip(want, got)) for line in differences(*pair, f"{at}[{i}]")]
    return [] if want == got and type(want) is type(got) else [f"{at}: {got!r}, not {want!r}"]


def check_case(program, folder, rng):
    files = sorted(str(path) for path in folder.glob("u[0-9].yaml"))
    rng.shuffle(files)
    run = subprocess.run([program, "followup", *files, "--format", "json", "--lang", "sv"], capture_output=True,
                         text=True, check=False)
    if run.returncode:
        return [f"status {run.returncode}: {run.stderr.strip()[:600]}"]
    return differences(expected(folder), json.loads(run.stdout))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=500 if os.environ.get("THOROUGH") else 150)
    parser.add_argument("--seed", default="followup")
    parser.add_argument("--case", type=int)
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    program = Path(os.environ.get("KOMPASS") or ROOT / "build" / "kompass").absolute()
    if not os.access(program, os.X_OK):
        print(f"no program to test at {program}: run make, or set KOMPASS")
        return 2
    work = Path(tempfile.mkdtemp(prefix="kompass-followup."))
    passed = failed = 0
    for case in range(options.count) if options.case is None else [options.case]:
        rng = random.Random(f"{options.seed}/{case}")
        folder = work / f"case-{case}"
        write_case(folder, rng)
        found = check_case(program, folder, rng)
        passed, failed = passed + (not found), failed + bool(found)
        if found and failed <= SHOWN:
            print(f"{folder}:", *found[:8], sep="\n    ")
        if not found and not options.keep:
            shutil.rmtree(folder)
    if not failed and not options.keep:
        shutil.rmtree(work)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
