"""Fixtures: the tree's invented bundles, and the program that the library was built with."""
import os
import subprocess
from pathlib import Path

import pytest

import crosscheck

TREE = Path(__file__).resolve().parents[2]


@pytest.fixture
def bundles(monkeypatch):
    monkeypatch.chdir(TREE)  # so that paths stand in the outputs as a person would type them
    return Path("fixtures/bundles")


@pytest.fixture
def run():
    """The program that the build made, not the one in the package; its standard output."""
    program = os.environ.get("CROSSCHECK_PROGRAM", crosscheck.program())

    def call(*arguments, stdin=b""):
        done = subprocess.run([program, *map(str, arguments)], input=stdin, capture_output=True, timeout=120)
        assert done.returncode in (0, 1), done.stderr.decode()
        return done.stdout

    return call
