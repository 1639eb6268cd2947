"""The examples of the manual, run as they stand there."""
import doctest
import re

import conftest


def test_manual(monkeypatch):
    monkeypatch.chdir(conftest.TREE)
    text = (conftest.TREE / "docs" / "manual" / "python.md").read_text(encoding="utf-8")
    text = re.sub("(?m)^```.*", "", text)  # the end of a block is no output
    examples = doctest.DocTestParser().get_doctest(text, {}, "python.md", "docs/manual/python.md", 0)
    assert len(examples.examples) >= 15
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    assert runner.run(examples).failed == 0
