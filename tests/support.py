"""What the suites in Python share: where the program is, and how checks are counted.

A suite puts this folder on its path, and ends with `sys.exit(COUNTS.finish())`; tests/run reads the last line. (No suite
itself: those are tests/*/test_*.py.)
"""

import os
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KOMPASS = os.path.abspath(os.environ.get("KOMPASS") or ROOT / "build" / "kompass")
LONGEST = 3000  # characters of a message: some quote whole files


class Counts:
    """Checks that held and that did not."""

    def __init__(self, shown=None):
        """@p shown: print the first failures only, where one fault makes hundreds."""
        self.passed = self.failed = 0
        self.shown = shown

    def check(self, ok, message):
        if ok:
            self.passed += 1
        else:
            self.failed += 1
            if self.shown is None or self.failed <= self.shown:
                print(f"  FAILED  {message}"[:LONGEST])
        return ok

    def finish(self, folder=None, keep=False):
        """The line that tests/run reads, and the exit status; a folder is kept where something failed in it."""
        if folder and (self.failed or keep):
            print(f"files kept in {folder}")
        elif folder:
            shutil.rmtree(folder)
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0
