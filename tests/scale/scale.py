#!/usr/bin/env python3
"""What a corpus of N articles costs, step by step: seconds, seconds of CPU, MB of memory, and the hash of what came out.

usage: scale.py PROGRAM FIXTURES [ARTICLES]        (default: 2000; prints a table, exits 1 where two ways give other bytes)

The corpus is made out of the invented bundles of the tree: parallel worlds, in which every rare word and every name is another word,
so that copies inside a world stay copies and nothing is shared between worlds but common words, numbers and dates. Each world has days
of its own.
"""
import collections
import datetime
import hashlib
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORD = re.compile(r"[A-Za-z]+")
CALENDAR = set("january february march april may june july august september october november december monday tuesday wednesday thursday friday "
               "saturday sunday mr mrs ms dr".split())


def articles(fixtures):
    for path in sorted(fixtures.glob("marked/**/*.txt")):
        yield f"{path.parent.name}/{path.name}", path.read_text(encoding="utf-8")


def worlds(fixtures, wanted):
    """Lines of JSON, `wanted` of them."""
    texts = list(articles(fixtures))
    held = collections.Counter(word for _, text in texts for word in set(WORD.findall(text)))
    common = CALENDAR | {word.lower() for word, n in held.items() if word[0].islower() and n >= max(20, len(texts) // 43)}
    small = sorted(word for word in held if word.islower() and word not in common)
    names = sorted(word for word in held if len(word) > 1 and word[0].isupper() and word[1:].islower() and word.lower() not in common)
    made = world = 0
    while made < wanted:
        other = {}
        if world:
            pick = random.Random(world)
            for words in (small, names):
                shuffled = words[:]
                pick.shuffle(shuffled)
                other.update(zip(words, shuffled))
        day = datetime.date(2020, 1, 1) + datetime.timedelta(days=30 * world)
        for name, text in texts[:wanted - made]:
            yield json.dumps({"id": f"w{world:04d}/{name}", "published": day.isoformat(),
                              "text": WORD.sub(lambda match: other.get(match.group(), match.group()), text)}, ensure_ascii=False) + "\n"
            made += 1
        world += 1


class Table:
    def __init__(self, program):
        self.program = program
        print(f"{'step':44}{'wall s':>9}{'CPU s':>9}{'MB':>8}  sha256 of the output")

    def step(self, name, *arguments, feed=None):
        """Runs the program; gives the hash of its standard output."""
        seen = hashlib.sha256()
        started = time.monotonic()
        with open(feed, "rb") if feed else open(os.devnull, "rb") as source:
            process = subprocess.Popen([self.program, *map(str, arguments)], stdin=source, stdout=subprocess.PIPE)
            while piece := process.stdout.read(1 << 20):
                seen.update(piece)
            _, status, usage = os.wait4(process.pid, 0)
        code = os.waitstatus_to_exitcode(status)
        if code not in (0, 1):
            sys.exit(f"{name}: exit {code}")
        cpu = usage.ru_utime + usage.ru_stime
        print(f"{name:44}{time.monotonic() - started:9.1f}{cpu:9.1f}{usage.ru_maxrss / 1024:8.0f}  {seen.hexdigest()[:16]}", flush=True)
        return seen.hexdigest()


def main():
    program, fixtures = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    wanted = int(sys.argv[3]) if len(sys.argv) > 3 else 2000
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        lines = list(worlds(fixtures, wanted))
        wire, ten, fewer = folder / "wire.jsonl", folder / "ten.jsonl", folder / "fewer.jsonl"
        wire.write_text("".join(lines), encoding="utf-8")
        fewer.write_text("".join(lines[:-10]), encoding="utf-8")
        ten.write_text("".join(lines[-10:]), encoding="utf-8")
        size = wire.stat().st_size
        print(f"{wanted} articles, {size / 1e6:.1f} MB")
        del lines
        table = Table(program)
        records, store = folder / "records.jsonl", folder / "desk.db"
        quiet = ["-q", "--no-config"]
        audit = ["--fail-on", "never", "--format", "json"]
        table.step("extract --text", "extract", *quiet, "--text", wire)
        with open(records, "wb") as out:
            subprocess.run([program, "extract", *quiet, "--text", wire], stdout=out, check=True)
        table.step("extract --text --stream", "extract", *quiet, "--text", "--stream", "-", feed=wire)
        table.step("events --records", "events", *quiet, "--records", records)
        whole = table.step("compare", "compare", *quiet, *audit, records)
        table.step("add --store, all but ten", "add", *quiet, "--store", store, fewer)
        table.step("audit --store", "audit", *quiet, *audit, "--store", store)
        print(f"{'the store':44}{'':18}{store.stat().st_size / 1e6:8.0f}")
        table.step("add --store, ten more", "add", *quiet, "--store", store, ten)
        kept = table.step("audit --store", "audit", *quiet, *audit, "--store", store)
        print(f"the store: {'the same bytes' if kept == whole else 'OTHER BYTES'}")
        sys.exit(0 if kept == whole else 1)


if __name__ == "__main__":
    main()
