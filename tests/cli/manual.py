#!/usr/bin/env python3
"""Runs every command of the README, the manual and the help: manual.py PROGRAM FILE.md...

Commands are lines of code blocks (indented, or fenced without a language, as sh or console) that run crosscheck or ./run, and words in
backticks that begin with crosscheck and name no placeholder (FILE, INPUT...). They run in order in one folder for each page, which has
what they name: articles/, sources/, story.docx ... A command may find something (exit 1) but must not fail. What stands behind "$ command"
is what it must print, wherever lines are broken; "..." stands for anything.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import openpyxl

TREE = Path(__file__).resolve().parents[2]
BUNDLES = TREE / "fixtures/bundles"
RUN = ("", "sh", "console")  # languages of fenced blocks that hold commands
# Set up the machine, or need what the test of a manual cannot have.
LEFT_OUT = re.compile(r"^(\./check|cmake|cd|mkdir|while|done|do|monolith|sudo|apt|source|ctest|build/|man |CROSSCHECK_UPDATE|tests/)|^\.\./|zfunc|\.config/fish")
PLACEHOLDER = re.compile(r"\b[A-Z]+\b|\.\.\.|…|\|(?! ?crosscheck)|^crosscheck \w+$")
DOCX = ('<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>')


def code_lines(text):
    """(line number, line) of code blocks; None between two blocks."""
    fence = None
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        if line.startswith("```"):
            fence = line[3:].strip() if fence is None else None
            yield number, None
        elif fence is not None:
            if fence in RUN:
                yield number, line
        elif line.startswith("    "):
            yield number, line[4:]
        elif not line and next((after for after in lines[number:] if after), "").startswith("    "):
            yield number, ""
        else:
            yield number, None


def commands(text):
    """Each command with its line and what it must print (None: anything)."""
    found = []
    for number, line in code_lines(text):
        shown = found and found[-1]["open"]
        if line is None:
            if shown:
                found[-1]["open"] = False
        elif line.startswith("$ "):
            found.append({"line": number, "command": line[2:], "out": [], "open": True})
        elif shown:
            found[-1]["out"].append(line)
        elif re.match(r"(\./run|crosscheck)\b", line) or " | crosscheck" in line:
            found.append({"line": number, "command": line, "out": None, "open": False})
        elif line.strip() and not LEFT_OUT.search(line.strip()) and not line.startswith((" ", "{", "#", "bytes ")):
            raise SystemExit("line %d: no command that this test knows: %s" % (number, line))
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("    "):
            found += [{"line": number, "command": words, "out": None} for words in re.findall(r"`(crosscheck [^`]*)`", line) if not PLACEHOLDER.search(words)]
    return [c for c in sorted(found, key=lambda c: c["line"]) if not LEFT_OUT.search(c["command"])]


def agrees(wanted, got):
    words = [".*" if word == "..." else ".*".join(map(re.escape, word.split("..."))) for word in " ".join(wanted).split()]
    return re.fullmatch(r"\s*".join(words), got.strip(), re.S) is not None


def help_examples(program):
    listed = subprocess.run([program, "--help"], capture_output=True, text=True, check=True).stdout
    for name in re.findall(r"^  ([a-z]+) {2,}", listed.split("COMMANDS:")[-1], re.M):
        text = subprocess.run([program, name, "--help"], capture_output=True, text=True, check=True).stdout
        for example in re.findall(r"^  (.*crosscheck .*)$", text.partition("Examples:")[2], re.M):
            if not LEFT_OUT.search(example):
                yield {"line": name + " --help", "command": example, "out": None}


class Folder:
    """What the pages' commands name."""

    def __init__(self, program, path):
        self.program, self.path = program, Path(path)
        self.environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS")} | {
            "LC_ALL": "C.UTF-8", "COLUMNS": "100", "PATH": str(Path(program).resolve().parent) + os.pathsep + os.environ["PATH"]}
        (self.path / "fixtures").symlink_to(TREE / "fixtures")
        for name, page in zip("abcdefgh", sorted((BUNDLES / "harbour").glob("*.html"))):
            for folder in ("articles", "pages"):
                self.copy(page, folder, name + ".html")
            self.copy(page, "", "article.html") if name == "a" else None
        for folder, bundle in (("sources", "ferry-toll"), ("inbox", "tram-quotes")):
            for article in (BUNDLES / bundle).glob("*.txt"):
                self.copy(article, folder, article.name)
        (self.path / "wire.jsonl").write_text('{"id": "a", "text": "Two boats sank off Tarn Point."}\n', encoding="utf-8")
        self.draft()
        for name in ("our-rules.json", "my-rules.json"):
            shutil.copy(TREE / "tests/cli/our-rules.json", self.path / name)
        for day in ("monday", "tuesday"):
            self.run("crosscheck extract --text inbox/ > %s.jsonl" % day)
        self.filled_in()

    def copy(self, source, folder, name):
        (self.path / folder).mkdir(exist_ok=True)
        shutil.copy(source, self.path / folder / name)

    def draft(self):
        text = (TREE / "fixtures/drafts/marigold.txt").read_text(encoding="utf-8")
        (self.path / "story.txt").write_text(text, encoding="utf-8")
        with zipfile.ZipFile(self.path / "story.docx", "w") as file:
            file.writestr("word/document.xml", DOCX % "".join("<w:p><w:r><w:t>%s</w:t></w:r></w:p>" % p for p in text.split("\n\n")))

    def filled_in(self):
        """Sheets with a note on the first claim, as a person would hand them back."""
        self.run("crosscheck worksheet -q articles/ -o filled-in.xlsx")
        book = openpyxl.load_workbook(self.path / "filled-in.xlsx")
        sheet = book["Claims"]
        names = [c.value for c in sheet[1]]
        sheet.cell(2, names.index("state") + 1).value = "confirmed"
        sheet.cell(2, names.index("note") + 1).value = "asked the port"
        for name in ("filled-in.xlsx", "ben.xlsx"):
            book.save(self.path / name)
        self.run("crosscheck state merge -q filled-in.xlsx -o anna.json && cp anna.json notes.json && cp anna.json worksheet-state.json && cp anna.json ben.json"
                 " && crosscheck worksheet -q articles/ --state anna.json -o filled-in.csv"
                 " && crosscheck audit -q --format json --fail-on never articles/ > earlier.json")

    def run(self, command):
        done = subprocess.run(["bash", "-c", command], cwd=self.path, env=self.environment, capture_output=True, timeout=120, stdin=subprocess.DEVNULL)
        return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


def check(program, name, cases):
    failures = 0
    with tempfile.TemporaryDirectory() as path:
        folder = Folder(program, path)
        for case in cases:
            command = re.sub(r"(^|\s)\./run\b", r"\1crosscheck", re.sub(r"\s{2,}#.*", "", case["command"]))
            code, out, err = folder.run(command)
            if code in (0, 1) and (case["out"] is None or agrees(case["out"], out)):
                continue
            failures += 1
            print("%s:%s: %s\n  exit %d\n--- stdout\n%s--- stderr\n%s---" % (name, case["line"], command, code, out[-4000:], err))
    return failures


def main(program, pages):
    failures = count = 0
    for name, cases in [("crosscheck", list(help_examples(program)))] + [(p, commands(Path(p).read_text(encoding="utf-8"))) for p in pages]:
        failures += check(program, name, cases)
        count += len(cases)
    print("%d commands, %d failed" % (count, failures))
    sys.exit(1 if failures or count < 40 else 0)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
