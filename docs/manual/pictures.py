#!/usr/bin/env python3
"""Makes the pictures of this manual again: pictures.py PROGRAM. Needs chromium with its driver, and selenium.

Each picture is what the program prints or writes for an invented bundle of fixtures/bundles.
"""
import fcntl
import html
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
TREE = HERE.parents[1]
BUNDLE = "fixtures/bundles/harbour"
COLORS = {"30": "#000", "31": "#ff8f8a", "32": "#8fd6a5", "33": "#f2c063", "34": "#8fc1ea", "35": "#e0a3d6", "36": "#7fd0db"}


def browser():
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service
    options = Options()
    options.binary_location = shutil.which("chromium")
    for flag in ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--hide-scrollbars",
                 "--disable-component-update", "--disable-sync", "--force-prefers-reduced-motion", "--user-data-dir=" + tempfile.mkdtemp()):
        options.add_argument(flag)
    return webdriver.Chrome(service=Service(shutil.which("chromedriver")), options=options)


def shot(driver, page, picture, width, height, anchor="", before=""):
    """The window's content once the page has come to rest at the anchor; `before`: a script that opens what is to be seen."""
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
    driver.get("about:blank")
    driver.get(Path(page).as_uri())
    driver.execute_script(before)
    if anchor:
        driver.execute_script("document.getElementById(arguments[0]).scrollIntoView()", anchor)
    time.sleep(1)
    driver.save_screenshot(str(HERE / picture))


def printed(program, arguments, columns=100):
    """What the command prints on a terminal of that width."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    run = subprocess.Popen([program, *arguments], cwd=TREE, stdout=theirs, stderr=subprocess.DEVNULL, env={"TERM": "xterm", "PATH": "/usr/bin:/bin"})
    os.close(theirs)
    output = b""
    try:
        while piece := os.read(ours, 65536):
            output += piece
    except OSError:  # the other end is closed
        pass
    run.wait()
    return output.decode("utf-8").replace("\r\n", "\n")


def terminal(driver, program, arguments, picture, shown=slice(None)):
    """The command and its coloured output, or some of its parts, which empty lines part, as on a dark terminal."""
    def paint(match):
        codes = match.group(1).split(";")
        style = "".join("color:%s;" % COLORS[c] for c in codes if c in COLORS)
        style += "font-weight:700;" if "1" in codes else ""
        style += "opacity:.65;" if "2" in codes else ""
        return '</span><span style="%s">' % style

    parts = printed(program, arguments).split("\n\n")
    output = ("" if shown.start is None else "...\n") + "\n\n".join(parts[shown]) + ("" if shown.stop is None else "\n...")
    body = re.sub("\x1b\\[([0-9;]*)m", paint, html.escape("$ crosscheck " + " ".join(arguments) + "\n" + output, quote=False))
    page = Path(tempfile.mkdtemp(), "terminal.html")
    page.write_text('<!doctype html><meta charset="utf-8"><body style="margin:0;background:#16191d;color:#e7e6e1">'
                    '<pre style="font:14px/1.35 monospace;padding:14px;margin:0;white-space:pre-wrap"><span>%s</span></pre>' % body, encoding="utf-8")
    shot(driver, page, picture, 900, 400)
    height = driver.execute_script("return document.querySelector('pre').offsetHeight")
    shot(driver, page, picture, 900, height)


def main():
    program = str(Path(sys.argv[1]).resolve())
    driver = browser()
    terminal(driver, program, ["audit", "fixtures/bundles/ferry-toll"], "first.png", slice(1, 2))
    terminal(driver, program, ["audit", "fixtures/bundles/tram-quotes"], "audit.png")
    terminal(driver, program, ["reuse", "--format", "text", BUNDLE], "reuse.png")
    page = Path(tempfile.mkdtemp(), "harbour.html")
    subprocess.run([program, "worksheet", "-q", "--no-config", BUNDLE, "-o", str(page)], cwd=TREE, check=True)
    opened = "const d = document.querySelector('#%s details'); if (d) d.open = true;"
    shot(driver, page, "worksheet.png", 1440, 1400, before=opened % "findings")
    shot(driver, page, "worksheet-phone.png", 400, 1400)
    shot(driver, page, "claims.png", 1440, 900, "claims")
    shot(driver, page, "duplicates.png", 1440, 700, "duplicates", opened % "duplicates")
    shot(driver, page, "articles.png", 1440, 900, "articles")
    driver.quit()


if __name__ == "__main__":
    main()
