"""What people do with a worksheet in Python: tables, files, a page in a notebook."""
import html.parser
import threading
import time
import typing

import pytest

import crosscheck
from crosscheck import shapes, tables


@pytest.fixture
def sheet(bundles):
    return crosscheck.audit(bundles / "ferry-toll")


def test_findings(sheet):
    ages = [finding for finding in sheet.findings if finding["rule"] == "age.differ"]
    assert len(ages) == 1 and "Jonas Reker" in ages[0]["message"]
    assert [finding["rank"] for finding in sheet.findings] == sorted((f["rank"] for f in sheet.findings), reverse=True)
    document = {d["id"]: d for d in sheet.documents}
    for finding in sheet.findings:  # offsets count Python's own characters
        for member in finding["members"]:
            assert document[member["document"]]["text"][member["start"]:member["end"]] == member["text"]


def test_pandas(sheet):
    pytest.importorskip("pandas")
    frame = sheet.to_pandas()
    assert list(frame["id"]) == [finding["id"] for finding in sheet.findings] and frame["rank"].dtype.kind == "i"
    for name, row in tables.WORKSHEET_TABLES.items():
        assert list(sheet.to_pandas(name).columns) == list(row.__annotations__), name
    with pytest.raises(crosscheck.Error, match="known are .*findings"):
        sheet.to_pandas("finding")


def test_arrow_has_the_same_columns_for_no_rows(sheet, bundles):
    pytest.importorskip("pyarrow")
    lonely = crosscheck.audit({"a": "Nothing to compare."})
    for name in tables.WORKSHEET_TABLES:
        assert sheet.to_arrow(name).schema == lonely.to_arrow(name).schema, name
        assert sheet.to_arrow(name).num_rows == len(sheet.data.get(name, [])), name
    findings = sheet.to_arrow().to_pylist()
    assert findings[0]["members"][0]["text"] == sheet.findings[0]["members"][0]["text"]
    reuse = crosscheck.reuse(bundles / "ferry-toll")
    assert reuse.to_arrow("families").num_rows == len(reuse.families) > 0
    assert crosscheck.extract(bundles / "ferry-toll").to_arrow().num_rows == 5


def test_every_field_has_a_type(sheet):
    """Fields that the program writes and the types do not have, at any depth."""
    def unknown(value, kind, path):
        arguments = typing.get_args(kind)
        if isinstance(value, dict) and typing.is_typeddict(kind):
            hints = typing.get_type_hints(kind)
            yield from (f"{path}.{name}" for name in value.keys() - hints.keys())
            for name in value.keys() & hints.keys():
                yield from unknown(value[name], hints[name], f"{path}.{name}")
        elif isinstance(value, dict):
            yield from (found for a in arguments if typing.is_typeddict(a) for found in unknown(value, a, path))
        elif isinstance(value, list) and arguments:
            for item in value:
                yield from unknown(item, arguments[0], path + "[]")
    assert not sorted(set(unknown(sheet.data, shapes.Worksheet, "")))


def test_save(sheet, tmp_path):
    for suffix in ("html", "xlsx", "prov.jsonld", "claimreview.jsonld"):
        sheet.save(tmp_path / f"sheet.{suffix}")
    assert (tmp_path / "sheet.prov.jsonld").read_bytes() != (tmp_path / "sheet.claimreview.jsonld").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"sheet.{s}" for s in ("html", "xlsx", "prov.jsonld", "claimreview.jsonld"))
    with pytest.raises(OSError):
        sheet.save(tmp_path / "no-folder" / "sheet.html")


class Frame(html.parser.HTMLParser):
    def handle_starttag(self, tag, attributes):
        self.tag, self.attributes = tag, dict(attributes)


def test_a_notebook_shows_the_page_in_a_frame_of_its_own(sheet, monkeypatch):
    frame = Frame()
    frame.feed(sheet._repr_html_())
    assert frame.tag == "iframe" and frame.attributes["srcdoc"] == sheet.to("html")
    assert set(frame.attributes["sandbox"].split()) == {"allow-scripts", "allow-downloads"}  # never allow-same-origin
    monkeypatch.setattr("crosscheck.audits._LARGEST_SHOWN", 1000)
    assert sheet._repr_html_().startswith("<pre>") and "age of Jonas Reker" in sheet._repr_html_()


def test_markup_of_an_article_stays_text():
    sheet = crosscheck.audit({"a": 'It said: </pre><script>alert(1)</script>"><img src=x>\nThree died.'})
    frame = Frame()
    frame.feed(sheet._repr_html_())
    assert frame.tag == "iframe"  # nothing after it, and nothing out of it


def test_other_threads_go_on(bundles):
    """The interpreter is free while the library works."""
    ticks, done = [], threading.Event()

    def tick():
        while not done.is_set():
            ticks.append(time.monotonic())
            time.sleep(0.001)

    articles = {str(i): "The storm killed %d people in Tarn on Monday, police said.\n" % i * 2000 for i in range(8)}
    thread = threading.Thread(target=tick)
    thread.start()
    start = time.monotonic()
    crosscheck.extract(articles, threads=1)
    end = time.monotonic()
    done.set()
    thread.join()
    assert end - start > 0.05, "too little work to tell"
    assert len([t for t in ticks if start < t < end]) >= 5
