#!/usr/bin/env python3
"""The JSON Schemas, and the project's YAML files held against them.

Checks each schema itself, each shipped file and each of tests/data/legal against the schema of its
kind, and each failing file of tests/check against what its first line says a schema makes of it:

    # schema: rejects      an editor marks it, too
    # schema: accepts      only kompass finds what is wrong
    # schema: unparsable   it is no YAML, and no schema gets to see it

Exit status: 0, 1 with failures, 77 where a module that
the test needs is not installed.
"""

import json
import re
import sys
from pathlib import Path

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(f"skipped: the Python module {missing.name} is not installed")
    sys.exit(77)
if not yaml.__with_libyaml__:
    print("skipped: PyYAML is built without libyaml, which kompass reads YAML with")
    sys.exit(77)

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "rubrics" / "schema"
SHIPPED = ("rubrics/*.yaml", "evaluations/*.yaml", "examples/**/*.yaml", "tests/data/legal/**/*.yaml")
FAILING = "tests/check/**/*.yaml"
MARK = re.compile(r"#\s*schema:\s*(rejects|accepts|unparsable)\b")
SHOWN = 5  # problems shown of one file

# Plain scalars as the core schema of YAML 1.2 types them, and so an editor; true and false have
# one spelling, as in kompass. Dates stay text.
PLAIN = (
    (re.compile(r"(~|null|Null|NULL|)"), lambda text: None),
    (re.compile(r"true|false"), lambda text: text == "true"),
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"0o[0-7]+"), lambda text: int(text[2:], 8)),
    (re.compile(r"0x[0-9a-fA-F]+"), lambda text: int(text, 16)),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
    (re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"), lambda text: float(text.replace(".", ""))),
)


class Unparsable(Exception):
    """Text that is no YAML."""


def plain(text):
    """The value of an unquoted scalar."""
    for pattern, convert in PLAIN:
        if pattern.fullmatch(text):
            return convert(text)
    return text


def documents(data):
    """The documents of a file, each a pair: its first key, and its value.

    Keys are text as written; of duplicate keys the last one counts. An alias is the value that it
    stands for, or None where it lies in it. Tags and merge keys mean nothing.
    """
    found, anchors = [], {}
    open_nodes = []  # of each list or map around: its value, the key at hand, its anchor, its first key

    def put(item, text=None):
        if not open_nodes:
            found.append((None, item))
        elif isinstance(open_nodes[-1][0], list):
            open_nodes[-1][0].append(item)
        elif open_nodes[-1][1] is None:
            key = "(no scalar)" if text is None else text
            open_nodes[-1][1] = key
            open_nodes[-1][3] = open_nodes[-1][3] or key
        else:
            open_nodes[-1][0][open_nodes[-1][1]] = item
            open_nodes[-1][1] = None

    try:
        for event in yaml.parse(data, yaml.CSafeLoader):
            if isinstance(event, yaml.ScalarEvent):
                item = event.value if event.style else plain(event.value)
                anchors[event.anchor] = item
                put(item, event.value)
            elif isinstance(event, yaml.AliasEvent):
                if event.anchor not in anchors:
                    raise Unparsable(f"undefined alias '{event.anchor}'")
                put(anchors[event.anchor])
            elif isinstance(event, yaml.CollectionStartEvent):
                anchors[event.anchor] = None
                item = [] if isinstance(event, yaml.SequenceStartEvent) else {}
                open_nodes.append([item, None, event.anchor, None])
            elif isinstance(event, yaml.CollectionEndEvent):
                item, _, anchor, first_key = open_nodes.pop()
                anchors[anchor] = item
                put(item)
                if not open_nodes:
                    found[-1] = (first_key, item)
            elif isinstance(event, yaml.DocumentStartEvent):
                anchors = {}
    except (yaml.YAMLError, ValueError) as error:
        raise Unparsable(" ".join(str(error).split())) from error
    return found or [(None, None)]


def kind_of(document):
    kind = document.get("kompass") if isinstance(document, dict) else None
    return kind if isinstance(kind, str) else None


def json_path(keys):
    steps = (f"[{key}]" if isinstance(key, int) else
             f".{key}" if re.fullmatch(r"[A-Za-z_]\w*", key) else f"[{json.dumps(key, ensure_ascii=False)}]"
             for key in keys)
    return "$" + "".join(steps)


def problems(validator, document):
    """What a schema finds in a document, a line each."""
    found = []
    try:
        errors = list(validator.iter_errors(document))
    except RecursionError:
        return ["$: is nested too deeply"]
    for error in errors:
        error = jsonschema.exceptions.best_match([error])  # of several branches the one meant
        own = error.schema if isinstance(error.schema, dict) else {}
        message = own.get("patternErrorMessage" if error.validator == "pattern" else "errorMessage", error.message)
        message = message if len(message) <= 160 else message[:157] + "..."
        found.append((json_path(error.absolute_path), message))
    return [f"{path}: {message}" for path, message in sorted(set(found))]


class Run:
    def __init__(self):
        self.passed = self.failed = 0
        self.validators = {}  # by kind, as `rubric/1`

    def count(self, name, failures):
        """One file or schema is checked; no failures: it passed."""
        for line in failures[:SHOWN]:
            print(f"{name}: {line}")
        if len(failures) > SHOWN:
            print(f"{name}: and {len(failures) - SHOWN} more")
        if failures:
            self.failed += 1
        else:
            self.passed += 1

    def schema(self, path):
        try:
            schema = json.loads(path.read_text(encoding="utf-8"))
            validator_class = jsonschema.validators.validator_for(schema)
            validator_class.check_schema(schema)
            kind = schema["properties"]["kompass"]["const"]
            self.validators[kind] = validator_class(schema)
            named = kind.replace("/", "-") + ".schema.json"
            failures = [] if path.name == named else [f"$.properties.kompass.const: describes {kind}, so its name is {named}"]
        except jsonschema.SchemaError as error:
            failures = [f"{json_path(error.absolute_path)}: {error.message}"]
        except (ValueError, KeyError, TypeError) as error:
            failures = [f"$: is no schema of a kind: {error!r}"]
        self.count(path.relative_to(ROOT), failures)

    def found_in(self, document):
        """What the schemas find in a document."""
        kind = kind_of(document)
        if kind in self.validators:
            return problems(self.validators[kind], document)
        return [f"$.kompass: names no kind that there is, but {kind!r}"]

    def shipped(self, path):
        failures = []
        try:
            for first, document in documents(path.read_bytes()):
                found = self.found_in(document)
                failures += found if first == "kompass" else [f"$: the first key is {first!r}, not 'kompass'"]
        except Unparsable as error:
            failures = [f"$: is not YAML: {error}"]
        self.count(path.relative_to(ROOT), failures)

    def failing(self, path):
        data = path.read_bytes()
        encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        lines = data.decode(encoding, errors="replace").splitlines()
        mark = MARK.match(lines[0]) if lines else None
        says = mark.group(1) if mark else None
        try:
            found = sum((self.found_in(document) for _, document in documents(data)), [])
            does = "rejects" if found else "accepts"
        except Unparsable as error:
            does, found = "unparsable", [f"$: {error}"]
        if says == does:
            failures = []
        elif says is None:
            failures = [f"$: the first line has to say '# schema: {does}' or what else it should be"]
        elif does == "accepts":
            failures = [f"$: says '# schema: {says}', but the schema accepts it"]
        else:
            failures = [f"{line} (says '# schema: {says}', but is '{does}')" for line in found]
        self.count(path.relative_to(ROOT), failures)


def main():
    sys.setrecursionlimit(5000)  # enough for the nesting that kompass allows
    run = Run()
    schemas = sorted(SCHEMAS.glob("*.schema.json"))
    if not schemas:
        run.count(SCHEMAS.relative_to(ROOT), ["$: holds no schema"])
    for path in schemas:
        run.schema(path)
    for pattern in SHIPPED:
        for path in sorted(ROOT.glob(pattern)):
            run.shipped(path)
    for path in sorted(ROOT.glob(FAILING)):
        run.failing(path)
    print(f"{run.passed} passed, {run.failed} failed")
    return 1 if run.failed else 0


if __name__ == "__main__":
    sys.exit(main())
