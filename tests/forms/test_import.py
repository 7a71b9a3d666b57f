#!/usr/bin/python3
"""`import` as people use it, and workbooks as programs write them: dialects of the format, files that exist, dry runs.

Only the standard library: the workbooks are written here, byte by byte.
"""
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import xlsx  # noqa: E402
from support import KOMPASS, Counts  # noqa: E402

RUBRIC = """kompass: rubric/1
id: provmall
title: Provmall
language: sv
scales:
  grad: [{value: 0, label: Saknas}, {value: 1, label: Finns delvis}, {value: 2, label: Finns}]
areas:
  - id: "1"
    title: T
    max: 100
    questions:
      - {id: "1.1", title: T, scale: grad}
      - {id: "1.2", title: T, scale: grad}
"""
START = """== Start
kompass:about\tkey\tvalue
\tunit.name\tProvstads kommun
\tyear\tn:2024
\tvisited\td:45000
"""
HEAD = "== kompass\n@form rubric=provmall\n"
FORM = START + "== Område\nkompass:answers\tid\tvalue\tcomment\n\t1.1\tFinns\tEn kommentar\n\t1.2\tn:1\t\n" + HEAD

COUNTS = Counts()
check = COUNTS.check
folder = ""


def path(name):
    return os.path.join(folder, name)


def put(name, data):
    with open(path(name), "wb") as f:
        f.write(data if isinstance(data, bytes) else data.encode())


def get(name):
    with open(path(name), encoding="utf-8") as f:
        return f.read()


def run(*arguments, lang="en"):
    done = subprocess.run([KOMPASS, *arguments, "--lang", lang], cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def book(text):
    out = io.BytesIO()
    xlsx.write(xlsx.parse(text, folder), out)
    return out.getvalue()


def edited(data, edits):
    """A package with parts replaced or renamed: {name: function of (name, bytes) -> (name, bytes)}."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            name, part = info.filename, old.read(info)
            for edit in edits:
                name, part = edit(name, part)
            new.writestr(name, part)
    return out.getvalue()


# --- how the command behaves -------------------------------------------------------------------------------------


def files_and_options():
    put("form.xlsx", book(FORM))
    status, out, said = run("import", "form.xlsx")
    check(status == 0 and out.startswith("kompass: evaluation/1\nid: provstads-2024\n"), f"to stdout: {out}{said}")
    check("provstads-2024.yaml" in said, f"says how to save it: {said}")
    check('"1.1":\n' not in out and "comment" in out, f"answers: {out}")

    status, out, said = run("import", "form.xlsx", "-o", "provstad-2024.yaml")
    first = get("provstad-2024.yaml")
    check(status == 0 and out == "" and "wrote provstad-2024.yaml" in said, f"-o: {out}{said}")
    check("id: provstad-2024\n" in first and "visited: 2023-03-15\n" in first, first)
    check(run("check", "provstad-2024.yaml")[0] == 0, "what is written passes check")

    put("form.xlsx", book(FORM.replace("n:1", "n:2").replace("En kommentar", "En annan")))
    status, out, said = run("import", "form.xlsx", "-o", "provstad-2024.yaml")
    check(status == 3 and "KP092" in said and "--force" in said, f"an existing file: {status} {said}")
    check(get("provstad-2024.yaml") == first, "the existing file is untouched")

    status, out, said = run("import", "form.xlsx", "-o", "provstad-2024.yaml", "--dry-run")
    check(status == 0 and out == '1.1 comment: "En kommentar" → "En annan"\n1.2 value: 1 → 2\n', f"--dry-run: {out}{said}")
    check(get("provstad-2024.yaml") == first, "--dry-run writes nothing")

    status, out, said = run("import", "form.xlsx", "-o", "provstad-2024.yaml", "--force")
    check(status == 0 and "En annan" in get("provstad-2024.yaml"), f"--force: {said}")
    status, out, said = run("import", "form.xlsx", "-o", "provstad-2024.yaml", "--dry-run")
    check(status == 0 and out == "nothing would change\n", f"nothing to change: {out}{said}")
    check(run("import", "form.xlsx", "-o", "Provstad 2024.yaml")[0] == 2, "a name that is no id")

    before = get("provstad-2024.yaml")
    put("form.xlsx", book(FORM.replace("Finns\t", "Fins\t")))
    status, out, said = run("import", "form.xlsx", "-o", "provstad-2024.yaml", "--force")
    check(status == 1 and get("provstad-2024.yaml") == before, f"errors: nothing is written: {said}")
    check(said.startswith("form.xlsx: Område!C2: error: 'Fins' is no level"), said)
    status, out, said = run("import", "form.xlsx", "--diagnostics", "json")
    want = '{"file":"form.xlsx","line":2,"column":3,"severity":"error","code":"KP130","message":"Område!C2: '
    check(said.startswith(want), f"json: {said}")
    check(run("import", "nowhere.xlsx")[0] == 3, "no such file")
    check(run("import", ".")[0] == 3, "a folder")
    check(run("import")[0] == 2, "no file")


def the_rubric_is_found_beside_the_evaluation():
    os.makedirs(path("post"))
    os.makedirs(path("hem/rubrics"))
    put("post/form.xlsx", book(FORM.replace("rubric=provmall", "rubric=annan")))
    put("hem/rubrics/annan.yaml", RUBRIC.replace("id: provmall", "id: annan"))
    check(run("import", "post/form.xlsx")[0] == 1, "no such rubric")
    status, _, said = run("import", "post/form.xlsx", "-o", "hem/e.yaml")
    check(status == 0, f"the rubric beside the target: {said}")


# --- how programs write workbooks --------------------------------------------------------------------------------


def replace(part, *pairs):
    def edit(name, data):
        if name == part:
            for old, new in pairs:
                if old.encode() not in data:
                    print(f"{part} has no {old}")
                data = data.replace(old.encode(), new.encode())
        return name, data

    return edit


def dialects():
    plain = book(FORM)
    want = run_book(plain)
    check("comment: \"En kommentar\"" in want, want)
    strings, sheet, workbook = "xl/sharedStrings.xml", "xl/worksheets/sheet2.xml", "xl/workbook.xml"
    rels = "xl/_rels/workbook.xml.rels"
    rich = "<si><r><rPr><b/></rPr><t>En </t></r><r><t>kommentar</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>"
    cases = {
        "rich text with a reading guide": [replace(strings, ('<si><t xml:space="preserve">En kommentar</t></si>', rich))],
        "absolute targets": [replace(rels, ('Target="', 'Target="/xl/'))],
        "dots in targets": [replace(rels, ('Target="', 'Target="./../xl/./'))],
        "capitals in names": [lambda name, data: (name.replace("sheet2", "Sheet2"), data)],
        "backslashes in names": [lambda name, data: (name.replace("/", "\\"), data)],
        "another prefix": [
            replace(sheet, ("<worksheet xmlns=", "<x:worksheet xmlns:x="), ("</worksheet>", "</x:worksheet>"),
                    ("<row", "<x:row"), ("</row>", "</x:row>"), ("<c ", "<x:c "), ("</c>", "</x:c>"), ("<v>", "<x:v>"),
                    ("</v>", "</x:v>"), ("<sheetData>", "<x:sheetData>"), ("</sheetData>", "</x:sheetData>"))
        ],
        "UTF-16": [lambda name, data: (name, data.decode().encode("utf-16") if name == sheet else data)],
        "comments, processing instructions, CDATA": [
            replace(strings, (">En kommentar<", "><![CDATA[En kommentar]]><"), ("<sst", "<?x y?><!-- z --><sst"))
        ],
        "numbers in other notations": [replace(sheet, ("<v>1</v>", "<v>1.0000000000000000E0</v>"))],
        "a chart sheet and an external link": [
            replace(workbook, ("</sheets>", '<sheet name="Diagram" sheetId="9" r:id="rId9"/></sheets>')),
            replace(rels, ("</Relationships>",
                           f'<Relationship Id="rId9" Type="{xlsx.DOC}/chartsheet" Target="chartsheets/sheet1.xml"/>'
                           f'<Relationship Id="rId8" Type="{xlsx.DOC}/externalLink" Target="file:///etc" TargetMode="External"/>'
                           "</Relationships>")),
        ],
        "unknown elements": [replace(sheet, ("<sheetData>", "<cols><col/></cols><sheetData>"), ("</c>", "<extLst/></c>"))],
    }
    for name, edits in cases.items():
        got = run_book(edited(plain, edits))
        check(got == want, f"{name}: {got}")
    no_places = edited(plain, [lambda name, data: (name, re.sub(rb'(<(?:row|c)) r="[^"]*"', rb"\1", data)
                                                    if name == "xl/worksheets/sheet4.xml" else data)])
    check(run_book(no_places) == want, "places left out")
    later = run_book(edited(plain, [replace(workbook, ("<sheets>", '<workbookPr date1904="1"/><sheets>'))]))
    check("visited: 2027-03-16" in later, f"dates from 1904: {later}")


def run_book(data):
    put("dialekt.xlsx", data)
    status, out, said = run("import", "dialekt.xlsx")
    return out if status == 0 else f"{status}: {said}"


def texts():
    """What a comment's XML says, and what it means."""
    cases = [
        ("_x0041_", "A"),
        ("_x005F_x0041_", "_x0041_"),
        ("_xD83D__xDE00_", "\U0001F600"),
        ("rad 1_x000D_\nrad 2", "rad 1\nrad 2"),
        ("rad 1_x000B_rad 2", "rad 1\nrad 2"),
        ("=1+1", "=1+1"),
        ("'citat", "'citat"),
        ("  blanka\tfram och bak  ", "  blanka\tfram och bak  "),
        ("a &amp; b &lt; c &#229; &#x2028;", "a & b < c å \u2028"),
        ("_x0007_pling", "pling"),
        ("_x00zz_", "_x00zz_"),
        ("no", "no"),
        ("1.50", "1.50"),
    ]
    for xml, want in cases:
        data = edited(book(FORM), [replace("xl/sharedStrings.xml", ("En kommentar", xml))])
        put("text.xlsx", data)
        status, out, said = run("import", "text.xlsx", "-o", "text.yaml", "--force")
        check(status == 0, f"{xml}: {said}")
        put("text2.xlsx", book(FORM.replace("En kommentar", "i:x")))
        line = [line for line in run("import", "text2.xlsx", "-o", "text.yaml", "--dry-run")[1].split("\n") if "comment" in line]
        shown = line[0].split(": ", 1)[1].rsplit(" → ", 1)[0] if line else ""
        check(yaml_text(shown) == want, f"{xml} is {shown}, wanted {want!r}")


# --- a group that is not applicable, and own values that stood below it -------------------------------------------

GROUP = RUBRIC.replace('{id: "1.1", title: T, scale: grad}', """id: "1.1"
        title: T
        questions: [{id: "1.1.1", title: T, scale: grad}, {id: "1.1.2", title: T, scale: grad}]""").replace("provmall", "grupper")


def own_values_below_a_group():
    put("rubrics/grupper.yaml", GROUP)
    put("group.xlsx", book(START + """
kompass:evaluators\tslot\tevaluator
\t#1\tLE
\t#2\tGG
== Område
kompass:answers\tid\tvalue\tby:#1\tby:#2\tnot_applicable
\t1.1\t\t\t\tJa
\t1.1.1\t\tFinns\tSaknas
\t1.1.2
\t1.2\tn:1\tn:1\tn:1
""" + HEAD.replace("provmall", "grupper")))
    status, out, said = run("import", "group.xlsx", "-o", "group-2024.yaml")
    text = get("group-2024.yaml")
    check(status == 0 and '"1.1": n/a' in text and '"1.1.1": {by: {LE: 2, GG: 0}}' in text, said + text)
    status, out, said = run("score", "group-2024.yaml", "--format", "json", "--audience", "team")
    score = json.loads(out)
    group = score["areas"][0]["questions"][0]
    check(group["state"] == "not_applicable" and group["not_applicable"] == 1 and not group.get("questions"), group)
    check(score["complete"] and score["total"]["percent"] == 50 and score["total"]["unanswered"] == 0, score["total"])
    check(score["agreement"]["total"]["n"] == 1 and score["agreement"]["total"]["exact"] == 1, score["agreement"])
    run("export", "group-2024.yaml", "--audience", "team", "-o", "overview.xlsx")
    run("form", "group-2024.yaml", "-o", "again.xlsx")
    status, out, said = run("import", "again.xlsx", "-o", "group-2024.yaml", "--dry-run")
    check(status == 0 and out == "nothing would change\n", f"form and back: {out}{said}")


def yaml_text(shown):
    """A double-quoted scalar of ours, which JSON reads alike."""
    return json.loads(shown) if shown.startswith('"') else shown


def main():
    global folder
    folder = tempfile.mkdtemp()
    try:
        os.makedirs(path("rubrics"))
        put("rubrics/provmall.yaml", RUBRIC)
        files_and_options()
        the_rubric_is_found_beside_the_evaluation()
        dialects()
        texts()
        own_values_below_a_group()
    finally:
        shutil.rmtree(folder)
    return COUNTS.finish()


if __name__ == "__main__":
    sys.exit(main())
