"""Errors name the article; what can be read is read."""
import warnings

import pytest

import crosscheck

GOOD = {"id": "a", "text": "A fire in Tarn killed three people on Monday, police said."}


def test_unread_articles_are_named(tmp_path):
    page = tmp_path / "page.html"
    page.write_bytes(b"\x00\x01\x02" * 100)
    with pytest.warns(crosscheck.UnreadWarning) as told:
        sheet = crosscheck.audit([GOOD, page])
    assert len(told) == 1 and str(page) in str(told[0].message)
    assert told[0].filename == __file__  # where the reader's own line is
    assert sheet.unread[0]["uri"] == str(page) and len(sheet.documents) == 1


def test_an_article_that_the_reader_refuses():
    with pytest.warns(crosscheck.UnreadWarning, match=r"article 2 \(empty\): "):
        assert len(crosscheck.extract([GOOD, {"id": "empty", "text": ""}])) == 1


@pytest.mark.parametrize("articles, error, words", [
    ("no-such-folder", FileNotFoundError, "no-such-folder: no such file"),
    ("Three people died.", FileNotFoundError, 'a text is given as {"id"'),
    ([GOOD, {"id": "b", "title": "no text"}], crosscheck.Error, r'article 2 \(b\): neither "text" nor "html"'),
    ([GOOD, {"id": "b", "text": 3.5}], TypeError, r"article 2 \(b\): its text is of type float"),
    ([GOOD, {"id": "b", "text": None, "html": None}], crosscheck.Error, r'article 2 \(b\): neither "text" nor "html"'),
    (17, TypeError, "int: neither a path"),
    (b"bytes", TypeError, "bytes: neither a path"),
    ([], crosscheck.Error, "no article there"),
    ("-", crosscheck.Error, "standard input"),
])
def test_what_is_no_article(articles, error, words):
    with pytest.raises(error, match=words):
        crosscheck.extract(articles)


def test_bad_settings(tmp_path):
    with pytest.raises(crosscheck.Error, match="is not a day"):
        crosscheck.audit(GOOD, published="yesterday")
    pack = tmp_path / "pack.json"
    pack.write_text('{"kind": "no such kind"}')
    with pytest.raises(crosscheck.Error, match="pack.json"):
        crosscheck.audit(GOOD, rules=pack)
    with pytest.raises(crosscheck.Error):
        crosscheck.Rules(tmp_path / "none.json")
    state = tmp_path / "state.json"
    state.write_text("[]")
    with pytest.raises(crosscheck.Error):
        crosscheck.audit(GOOD, state=state)
    sheet = crosscheck.audit(GOOD)
    with pytest.raises(crosscheck.Error, match="pdf: is not an output format"):
        sheet.to("pdf")
    with pytest.raises(crosscheck.Error, match="known are .*csv"):
        sheet.save(tmp_path / "sheet.docx")
    with pytest.raises(crosscheck.Error, match="record 1"):
        crosscheck.compare("{}\n")


def test_nothing_is_said_of_good_articles():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        crosscheck.audit(GOOD)
