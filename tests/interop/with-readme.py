"""The lines that README.md tells people to type, each run as printed in the folder of the release."""

import os
import re
import subprocess
import sys
from pathlib import Path

from release import RELEASE, check

README = Path(__file__).parents[2] / "README.md"

# By how the first cell of a row begins, or by the language of a block of code.
PROGRAMS = {
    "r": ["Rscript", "-e"],
    "python": [sys.executable, "-c"],
    "a shell": ["bash", "-c"],
    "sql, sqlite": [sys.executable, "-c", "import sqlite3, sys; print(sqlite3.connect('jnim-data.sqlite').execute(sys.argv[1]).fetchall())"],
    "sql, duckdb": [sys.executable, "-c", "import duckdb, sys; print(duckdb.sql(sys.argv[1]))"],
}


def lines_of(text):
    """What to type, by what to type it into: rows of the table, then blocks of code."""
    for row in re.findall(r"^\|(.+)\|$", text, re.MULTILINE)[2:]:
        use, _, line = (cell.strip() for cell in row.split("|"))
        if line.startswith("`"):
            yield use, line.strip("`")
    for language, block in re.findall(r"^```(\w+)\n(.+?)^```$", text, re.MULTILINE | re.DOTALL):
        yield language, block


def program_of(use):
    return next(program for name, program in PROGRAMS.items() if re.match(rf"{name}\b", use.lower()))


def is_missing(code):
    """frictionless for R is in no Debian, and is run where somebody has installed it."""
    return "library(frictionless)" in code and subprocess.run(["Rscript", "-e", "library(frictionless)"], capture_output=True).returncode


def run(use, code):
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run([*program_of(use), code], cwd=RELEASE, capture_output=True, text=True, env={**os.environ, "PATH": path})
    complaints = [line for line in done.stderr.splitlines() if re.search("error|warning", line, re.IGNORECASE)]
    return done.stderr.splitlines()[-3:] if done.returncode else complaints


_, part, *_ = [*re.split(r"<!-- /?use -->", README.read_text("utf-8")), "", ""]
lines = list(lines_of(part))
if not lines:
    print("skipped README.md: there is nothing to type between <!-- use --> and <!-- /use -->")
for use, code in lines:
    what = f"README, {use}: {code.splitlines()[0]}"
    if is_missing(code):
        print(f"skipped {what}: this package is not installed")
    else:
        check(what, run(use, code))
