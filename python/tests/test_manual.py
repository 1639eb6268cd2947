"""The examples of the manual, run as they stand there."""
import doctest

import conftest


def test_manual(monkeypatch):
    monkeypatch.chdir(conftest.TREE)
    page = conftest.TREE / "docs" / "manual" / "python.md"
    results = doctest.testfile(str(page), module_relative=False, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    assert results.failed == 0 and results.attempted >= 15
