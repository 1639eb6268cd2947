#!/usr/bin/env python3
"""What the program does when the machine does not: faults.py PROGRAM BUNDLE. Exit 77 (skipped) where no disk can be made.

A disk is a small tmpfs, mounted in a mount space of its own. docs/reliability.md says what is promised; each promise names its test here.
"""
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SKIPPED = 77
SUFFIXES = (".html", ".md", ".csv", ".xlsx", ".json", ".sarif", ".jsonld", ".txt")
OLD = b"the old sheet\n"


def old_file(folder, suffix):
    path = folder / ("sheet" + suffix)
    path.write_bytes(OLD)
    return path


def full_disk(program, bundle, place):
    disk = place / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], capture_output=True).returncode != 0:
        print("skipped: no tmpfs can be mounted here")
        sys.exit(SKIPPED)
    for suffix in SUFFIXES:
        path = old_file(disk, suffix)
        filler = disk / "filler"
        try:
            filler.write_bytes(b"x" * (1 << 20))
        except OSError:
            pass  # full now
        done = subprocess.run([program, "worksheet", "-q", "--no-config", bundle, "-o", path], capture_output=True, text=True)
        assert path.read_bytes() == OLD, (suffix, path.read_bytes()[:40])
        assert done.returncode == 2 and "No space left on device" in done.stderr, (suffix, done)
        left = sorted(p.name for p in disk.iterdir())
        assert left == sorted([path.name, "filler"]), left
        path.unlink()
        filler.unlink()
    print("full disk: %d formats, the old file whole each time" % len(SUFFIXES))


def killed(program, bundle, place):
    """Kills at moments spread over a run; the file is the old or the new sheet, whole."""
    draw = random.Random(20310304)
    cut_short = 0
    for suffix in SUFFIXES:
        path = old_file(place, suffix)
        command = [program, "worksheet", "-q", "--no-config", bundle, "-o", path]
        start = time.monotonic()
        subprocess.run(command, check=True)
        took = time.monotonic() - start
        new = path.read_bytes()
        for _ in range(6):
            path.write_bytes(OLD)
            process = subprocess.Popen(command)
            time.sleep(took * draw.random())
            process.send_signal(signal.SIGKILL)
            cut_short += process.wait() == -signal.SIGKILL
            assert path.read_bytes() in (OLD, new), (suffix, path.stat().st_size)
        for left in place.glob(".sheet*"):
            left.unlink()
    assert cut_short > 0
    print("kill -9: %d of %d runs cut short, the file whole each time" % (cut_short, 6 * len(SUFFIXES)))


def worksheet(program, inputs, path, **more):
    command = [program, "worksheet", "-q", "--no-config", *map(str, inputs), "-o", str(path)]
    return subprocess.run(command, capture_output=True, text=True, **more)


def read_only(program, bundle, place):
    """A place that may not be written to: the reason is told."""
    disk = place / "disk"
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    done = worksheet(program, [bundle], disk / "sheet.html")
    assert done.returncode == 2 and "Read-only file system" in done.stderr, done
    subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
    print("read-only disk: told, exit 2")


def out_of_memory(program, bundle, place):
    """From too little to start with to enough: a whole sheet or a word and exit 2, never an abort; the old file is left whole."""
    path = old_file(place, ".html")
    told = 0
    for megabytes in range(30, 400, 2):
        limit = megabytes << 20
        done = worksheet(program, [bundle], path, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))
        if done.returncode == 0:
            break
        if done.returncode == 127:
            continue  # the libraries were not even loaded
        assert done.returncode == 2 and "out of memory" in done.stderr, (megabytes, done)
        assert path.read_bytes() == OLD, megabytes
        told += 1
    else:
        raise AssertionError("400 MiB are not enough for a bundle")
    assert told > 0
    print("out of memory: told %d times, the old file whole; %d MiB of address space are enough" % (told, megabytes))


def changing_inputs(program, bundle, place):
    """An article that is taken away or grows while it is read: the others are read, what is missing is listed, nothing is torn."""
    folder = place / "changing"
    shutil.copytree(bundle, folder)
    articles = sorted(p for p in folder.iterdir() if p.suffix == ".html")
    victim, rest = articles[0], articles[1:]
    text = victim.read_bytes()
    draw = random.Random(20310305)
    sheets = set()
    for turn in range(24):
        victim.write_bytes(text)
        process = subprocess.Popen([program, "audit", "-q", "--no-config", "--fail-on", "never", "--format", "json", *articles],
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        time.sleep(0.01 * draw.random())
        if turn % 2:
            victim.unlink()
        else:
            with victim.open("ab") as file:
                file.write(b"<p>Another line that came later.</p>" * 50)
        out = process.communicate()[0]
        assert process.returncode in (0, 2), process.returncode
        sheet = json.loads(out)
        uris = [d["uri"] for d in sheet["documents"]] + [u["uri"] for u in sheet["unread"]]
        assert sorted(Path(u).name for u in uris) == [p.name for p in articles], uris
        sheets.add((process.returncode, len(sheet["documents"])))
    assert sheets <= {(0, len(articles)), (2, len(rest))}, sheets
    print("inputs that vanish or grow: every article read or listed, %d outcomes" % len(sheets))


def two_writers(program, bundle, place):
    """Two runs on one output: it is the whole sheet of one of them."""
    path = place / "both.html"
    one, two = [bundle], [*sorted(Path(bundle).iterdir())[:2]]
    whole = set()
    for inputs in (one, two):
        assert worksheet(program, inputs, path).returncode == 0
        whole.add(path.read_bytes())
    assert len(whole) == 2
    for _ in range(12):
        commands = [[program, "worksheet", "-q", "--no-config", *map(str, inputs), "-o", str(path)] for inputs in (one, two)]
        for process in [subprocess.Popen(command) for command in commands]:
            assert process.wait() == 0
        assert path.read_bytes() in whole
    print("two runs on one output: always the whole sheet of one")


def main(program, bundle):
    if os.environ.get("FAULTS_INSIDE") is None:
        inside = dict(os.environ, FAULTS_INSIDE="1")
        for space in (["unshare", "--mount"], ["unshare", "--mount", "--user", "--map-root-user"]):
            if subprocess.run(space + ["true"], capture_output=True).returncode == 0:
                sys.exit(subprocess.run(space + ["--propagation", "private", sys.executable, __file__, program, bundle], env=inside).returncode)
        print("skipped: no mount space of its own can be had here")
        sys.exit(SKIPPED)
    place = Path(tempfile.mkdtemp())
    try:
        killed(program, bundle, place)
        full_disk(program, bundle, place)
        read_only(program, bundle, place)
        out_of_memory(program, bundle, place)
        changing_inputs(program, bundle, place)
        two_writers(program, bundle, place)
    finally:
        subprocess.run(["umount", place / "disk"], capture_output=True)
        shutil.rmtree(place, ignore_errors=True)


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]))
