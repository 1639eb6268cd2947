#!/usr/bin/env python3
"""The same bytes whatever the way: an audit of all invented bundles at once, with other threads, shuffled, cut into files, from records,
and from stores that were filled in other orders and killed in the midst. usage: same_bytes.py PROGRAM FIXTURES"""
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

KILLS = 20


def run(*command, **more):
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, **more)
    if done.returncode not in (0, 1):
        sys.exit(f"{command}: exit {done.returncode}")
    return done.stdout


def main():
    program, fixtures = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    lines = []
    for path in sorted(fixtures.glob("bundles/*/bundle.jsonl")):
        for record in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            lines.append(json.dumps(record | {"id": f"{path.parent.name}/{record['id']}"}))
    if len(lines) < 100:
        sys.exit("too few articles to show anything")
    pick = random.Random(20)
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)

        def put(name, some):
            (folder / name).write_text("".join(line + "\n" for line in some), encoding="utf-8")
            return folder / name

        def audit(*arguments):
            return run(program, "audit", "-q", "--no-config", "--fail-on", "never", "--format", "json", *arguments)

        def check(what, got):
            nonlocal failures
            failures += got != whole
            print(("same" if got == whole else "OTHER") + " bytes: " + what)

        def add(store, path, **more):
            run(program, "add", "-q", "--no-config", "--store", store, path, **more)

        wire = put("wire.jsonl", lines)
        whole = audit(wire)
        events = {json.loads(line)["event"] for line in run(program, "events", "-q", "--no-config", wire).splitlines()}
        print(f"{len(lines)} articles, {len(events)} events, {len(whole)} bytes")
        failures += len(events) < 10  # else nothing below shows that events are kept apart
        for threads in 1, 2, 5:
            check(f"{threads} threads", audit("--threads", threads, wire))
        shuffled = lines[:]
        pick.shuffle(shuffled)
        check("shuffled", audit(put("shuffled.jsonl", shuffled)))
        check("seven files", audit(*[put(f"part{k}.jsonl", shuffled[k::7]) for k in range(7)]))
        records = folder / "records.jsonl"
        with open(wire, "rb") as source, open(records, "wb") as out:
            subprocess.run([program, "extract", "--text", "--stream", "-"], stdin=source, stdout=out, check=True)
        check("a stream of records", run(program, "compare", "-q", "--no-config", "--fail-on", "never", "--format", "json", records))

        rest, number = shuffled[:], 0
        while rest:
            size = pick.choice([1, 1, 10, 40])
            add(folder / "parts.db", put("some.jsonl", rest[:size]))
            rest = rest[size:]
            number += 1
            if number % 3 == 0:
                audit("--store", folder / "parts.db")
        check(f"a store filled by {number} adds", audit("--store", folder / "parts.db"))
        check("and once more", audit("--store", folder / "parts.db"))
        run("python3", "-c", "import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); d.execute('DELETE FROM sheet'); d.commit()", folder / "parts.db")
        check("without what it kept of events", audit("--store", folder / "parts.db"))

        started = time.monotonic()
        add(folder / "timing.db", wire)
        took = time.monotonic() - started
        killed = 0
        for _ in range(KILLS):
            process = subprocess.Popen([program, "add", "-q", "--no-config", "--store", folder / "killed.db", wire])
            time.sleep(pick.uniform(0, took))
            process.send_signal(signal.SIGKILL)
            killed += process.wait() < 0
            if (folder / "killed.db").exists():
                # A store that was killed before it had tables is made anew by the next add; else it is sound.
                done = subprocess.run([program, "store", "check", folder / "killed.db"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
                if done.returncode != 0 and "is not a store" not in done.stderr:
                    failures += 1
                    print(done.stderr)
        add(folder / "killed.db", wire)
        check(f"a store whose add was killed {killed} times", audit("--store", folder / "killed.db"))
    print(f"{failures} failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
