#!/usr/bin/env python3
"""What a worksheet's file is after a full disk and after kill -9: faults.py PROGRAM BUNDLE. Exit 77 (skipped) where no disk can be made.

The disk is a tmpfs of 64 KiB, mounted in a mount space of its own. Every output format is written over an old file.
"""
import os
import random
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
    finally:
        subprocess.run(["umount", place / "disk"], capture_output=True)
        shutil.rmtree(place, ignore_errors=True)


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]))
