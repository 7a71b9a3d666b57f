#!/usr/bin/env python3
"""Run the commands that a page shows, and compare with the output that it shows.

    examples.py PAGE FOLDER [--update]

In blocks ```console, a line `$ build/kompass ...` is a command, and the lines up to the next one are what it prints
(stdout, then stderr). A command without output only has to succeed, and so has one in any other block, where it stands
without `$`. Blocks ```yaml that begin with `kompass:` are whole files, and must pass `check`. Commands run in FOLDER.
--update writes the real output into the page. The last line of output is `N passed, N failed`.
"""

import re
import subprocess
import sys
from pathlib import Path

FENCE = re.compile(r"^( *)```(\w*)$")


def run(command, folder):
    done = subprocess.run(command, shell=True, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, encoding="utf-8")
    return done.returncode, done.stdout.splitlines()


class Page:
    def __init__(self, path, folder, update):
        self.path, self.folder, self.update = path, folder, update
        self.passed = self.failed = 0
        self.written = []

    def tell(self, good, message):
        self.passed += good
        self.failed += not good
        if not good:
            print(f"FAILED: {self.path.name}: {message}")

    def console(self, block):
        """The block with real output, each command tried."""
        result, at = [], 0
        while at < len(block):
            line = block[at]
            at += 1
            result.append(line)
            if not line.startswith("$ build/kompass"):
                continue
            shown = []
            while at < len(block) and not block[at].startswith("$ "):
                shown.append(block[at])
                at += 1
            status, printed = run(line[2:], self.folder)
            if self.update:
                shown = printed
            if shown:
                difference = "" if shown == printed else "\n    ".join(["", "it prints:", *printed])
                self.tell(not difference, f"{line}{difference}")
            else:
                self.tell(status == 0, f"{line}: status {status}")
            result += shown
        return result

    def commands(self, block):
        for line in block:
            if line.startswith("build/kompass"):
                status, printed = run(line, self.folder)
                self.tell(status == 0, "\n    ".join([f"{line}: status {status}", *printed]))

    def whole_file(self, block):
        if not block or not block[0].startswith("kompass: "):
            return
        kind = block[0].split()[1]
        name = next(line.split()[1] for line in block if line.startswith("id: "))
        path = self.folder / "pages" / ("" if kind == "evaluation/1" else "rubrics") / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(block) + "\n", encoding="utf-8")
        self.written.append(path)

    def block(self, language, block):
        if language == "console":
            return self.console(block)
        if language == "yaml":
            self.whole_file(block)
        else:
            self.commands(block)
        return block

    def go(self):
        lines, result, at = self.path.read_text(encoding="utf-8").split("\n"), [], 0
        while at < len(lines):
            fence = FENCE.match(lines[at])
            result.append(lines[at])
            at += 1
            if not fence:
                continue
            end = next(i for i in range(at, len(lines)) if lines[i].strip() == "```")
            indent = len(fence[1])
            block = self.block(fence[2], [line[indent:] for line in lines[at:end]])
            result += [f"{fence[1]}{line}" if line else line for line in block] + [lines[end]]
            at = end + 1
        for path in self.written:
            status, printed = run(f"build/kompass check '{path}'", self.folder)
            self.tell(status == 0, "\n    ".join([f"the file {path.name} that it shows", *printed]))
        if self.update:
            self.path.write_text("\n".join(result), encoding="utf-8")


def main():
    page = Page(Path(sys.argv[1]), Path(sys.argv[2]), "--update" in sys.argv)
    page.go()
    print(f"{page.passed} passed, {page.failed} failed")


if __name__ == "__main__":
    main()
