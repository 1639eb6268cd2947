#!/usr/bin/env python3
"""Makes the pictures of this manual again: pictures.py PROGRAM. Needs chromium.

Each picture is what the program prints or writes for an invented bundle of fixtures/bundles.
"""
import html
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
TREE = HERE.parents[1]
BUNDLE = "fixtures/bundles/harbour"
COLORS = {"30": "#000", "31": "#ff8f8a", "32": "#8fd6a5", "33": "#f2c063", "34": "#8fc1ea", "35": "#e0a3d6", "36": "#7fd0db"}


def chromium(*arguments):
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                        "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--user-data-dir=" + profile, *arguments],
                       check=True, capture_output=True)


def shot(page, picture, width, height):
    chromium("--screenshot=%s" % (HERE / picture), "--window-size=%d,%d" % (width, height), Path(page).as_uri())


def terminal(program, arguments, picture):
    """The command and its coloured output, as on a dark terminal."""
    run = subprocess.run([program, *arguments, "--color", "always"], cwd=TREE, capture_output=True, text=True, env={"COLUMNS": "100", "PATH": "/usr/bin:/bin"})

    def paint(match):
        codes = match.group(1).split(";")
        style = "".join("color:%s;" % COLORS[c] for c in codes if c in COLORS)
        style += "font-weight:700;" if "1" in codes else ""
        style += "opacity:.65;" if "2" in codes else ""
        return '</span><span style="%s">' % style

    body = re.sub("\x1b\\[([0-9;]*)m", paint, html.escape("$ crosscheck " + " ".join(arguments) + "\n" + run.stdout, quote=False))
    page = Path(tempfile.mkdtemp(), "terminal.html")
    page.write_text('<!doctype html><meta charset="utf-8"><body style="margin:0;background:#16191d;color:#e7e6e1">'
                    '<pre style="font:14px/1.35 monospace;padding:14px"><span>%s</span></pre>' % body, encoding="utf-8")
    shot(page, picture, 920, 34 + 19 * body.count("\n"))


def main():
    program = str(Path(sys.argv[1]).resolve())
    terminal(program, ["audit", "fixtures/bundles/tram-quotes"], "audit.png")
    terminal(program, ["reuse", "--format", "text", BUNDLE], "reuse.png")
    page = Path(tempfile.mkdtemp(), "harbour.html")
    subprocess.run([program, "worksheet", "-q", BUNDLE, "-o", str(page)], cwd=TREE, check=True)
    shot(page, "worksheet.png", 1440, 1500)
    shot(page, "worksheet-phone.png", 400, 1400)
    source = page.read_text(encoding="utf-8")
    for section, picture, height in (("claims", "claims.png", 900), ("duplicates", "duplicates.png", 700), ("articles", "articles.png", 900)):
        part = page.with_name(section + ".html")
        part.write_text(source, encoding="utf-8")
        chromium("--screenshot=%s" % (HERE / picture), "--window-size=1440,%d" % height, part.as_uri() + "#" + section)


if __name__ == "__main__":
    main()
