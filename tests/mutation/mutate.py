#!/usr/bin/env python3
"""Makes functions of core/compare and core/extract return nothing, one at a time, and tells which test notices: mutate.py BUILD [COUNT [SEED]]

BUILD is a configured and built folder (build/release) of a clean checkout; the source tree is changed in place and put back each time, so
run it in a checkout of its own. A function is chosen by a draw from SEED among those that Universal Ctags finds; one that cannot return an
empty value (the compiler says so) is replaced by the next. Not part of ./check: a function costs half a minute.
Exit 0: each one was noticed; 1: some were not, named at the end.
"""
import json
import random
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("core/compare", "core/extract")
TARGETS = ("crosscheck", "extract_test", "compare_test", "golden_test")
# Quick ones first: the first that fails ends the round.
CHECKS = (("rules test", ["crosscheck", "rules", "test"]), ("compare_test", ["compare_test"]), ("golden_test", ["golden_test"]),
          ("extract_test", ["extract_test"]))


def functions():
    """Functions with a body of three lines or more: (file, name, first line of the body, last line)."""
    done = subprocess.run(["ctags", "-R", "--languages=C++", "--c++-kinds=f", "--fields=+ne", "--output-format=json", "-f", "-", *FOLDERS],
                          cwd=ROOT, capture_output=True, text=True, check=True)
    found = []
    for line in done.stdout.splitlines():
        tag = json.loads(line)
        if tag["path"].endswith(".cc") and tag.get("end", 0) - tag["line"] >= 3:
            found.append((tag["path"], tag["name"], tag["line"], tag["end"]))
    return sorted(set(found))


def emptied(lines, first, last):
    """The file with the body cut to one return, or None where the opening brace does not end a line."""
    for i in range(first - 1, min(first + 5, last)):
        if lines[i].rstrip().endswith("{"):
            head = " ".join(lines[first - 1:i + 1])
            is_void = head.lstrip().startswith("void ")
            return lines[:i + 1] + ["return;" if is_void else "return {};"] + lines[last - 1:]
    return None


def build(folder):
    return subprocess.run(["ninja", "-C", folder, *TARGETS], capture_output=True, text=True).returncode == 0


def noticed_by(folder):
    for name, command in CHECKS:
        try:
            done = subprocess.run([folder / command[0], *command[1:]], cwd=folder, capture_output=True, timeout=300)
        except subprocess.TimeoutExpired:
            return name + " (no end)"
        if done.returncode != 0:
            return name
    return None


def main(folder, count, seed):
    folder = Path(folder).resolve()
    if subprocess.run(["git", "status", "--porcelain", *FOLDERS], cwd=ROOT, capture_output=True, text=True).stdout:
        sys.exit("the tree is not clean: what is changed there could be lost")
    if not build(folder) or noticed_by(folder):
        sys.exit("the tests fail before anything is changed")
    candidates = functions()
    random.Random(seed).shuffle(candidates)
    tried, survivors = 0, []
    for path, name, first, last in candidates:
        if tried == count:
            break
        file = ROOT / path
        text = file.read_text(encoding="utf-8")
        lines = emptied(text.split("\n"), first, last)
        if lines is None:
            continue
        try:
            file.write_text("\n".join(lines), encoding="utf-8")
            if not build(folder):
                continue  # it has no empty value
            by = noticed_by(folder)
        finally:
            file.write_text(text, encoding="utf-8")
        tried += 1
        print("%-14s %s:%d %s" % (by or "NOT NOTICED", path, first, name), flush=True)
        if by is None:
            survivors.append("%s:%d %s" % (path, first, name))
    build(folder)
    print("%d of %d noticed" % (tried - len(survivors), tried))
    for line in survivors:
        print("not noticed:", line)
    sys.exit(1 if survivors else 0)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 60, int(sys.argv[3]) if len(sys.argv) > 3 else 20310304)
