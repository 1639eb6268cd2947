#!/usr/bin/env python3
"""Runs text tests of the command line: run.py PROGRAM FILE.test...

A .test file holds cases, each: lines of comment (#), a line "$ command", then what must come:
  lines as they are   standard output, whole ("..." alone stands for any lines, "..." inside for anything in a line)
  ! line              a line of standard error ("!" lines together are all of it; none: it is not looked at)
  = N                 the exit code (default 0)
The command runs in a shell in a fresh folder with $SOURCE (the tree) and `crosscheck` at hand.
"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path


def cases(path):
    case = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("$ "):
            case = {"line": number, "command": line[2:], "out": [], "err": None, "code": 0}
            yield case
        elif case is None or line.startswith("#"):
            continue
        elif line.startswith("! "):
            case["err"] = (case["err"] or []) + [line[2:]]
        elif re.fullmatch(r"= \d+", line):
            case["code"] = int(line[2:])
        else:
            case["out"].append(line)


def pattern(lines):
    parts = []
    for line in lines:
        parts.append(r"(?:.*\n)*?" if line == "..." else ".*".join(map(re.escape, line.split("..."))) + r"\n")
    return "".join(parts)


def agrees(wanted, got):
    while wanted and wanted[-1] == "":
        wanted = wanted[:-1]
    if got and not got.endswith("\n"):
        got += "\n"
    return re.fullmatch(pattern(wanted), got) is not None


def run(program, path):
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS")}
        environment |= {"SOURCE": str(Path(__file__).resolve().parents[2]), "LC_ALL": "C.UTF-8", "COLUMNS": "100",
                        "PATH": str(Path(program).resolve().parent) + os.pathsep + os.environ["PATH"]}
        for case in list(cases(path)):
            done = subprocess.run(["bash", "-c", case["command"]], cwd=folder, env=environment, capture_output=True, timeout=120,
                                  stdin=subprocess.DEVNULL)
            out, err = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
            good = done.returncode == case["code"] and agrees(case["out"], out)
            good = good and (case["err"] is None or agrees(case["err"], err))
            if good:
                continue
            failures += 1
            print(f"{path}:{case['line']}: $ {case['command']}\n  exit {done.returncode}, wanted {case['code']}\n--- stdout\n{out}--- stderr\n{err}---")
    return failures


if __name__ == "__main__":
    failed = sum(run(sys.argv[1], Path(name)) for name in sys.argv[2:])
    print(f"{failed} failed")
    sys.exit(1 if failed else 0)
