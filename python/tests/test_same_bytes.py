"""What the package gives is what the program gives, byte for byte, in every format and for every way of naming articles."""
import json

import pytest

import crosscheck

NAMES = ["ferry-toll", "harbour", "other-event", "storm-live"]
TEXT = ("bridge.txt", "Four people were killed when a bridge fell in Tarn on Monday, police said.\nThe mayor said repairs cost 2 million euros.\n")


def written(made, format):
    text = made.to(format)
    return text if isinstance(text, bytes) else text.encode("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_audit_in_all_formats(bundles, run, name):
    sheet = crosscheck.audit(bundles / name)
    formats = [format for format, _ in crosscheck._core.formats() if format != "text"]
    assert {"json", "html", "csv", "sarif", "xlsx"} <= set(formats)
    for format in formats:
        assert written(sheet, format) == run("audit", "--format", format, bundles / name), format
    assert written(sheet, "text") == run("audit", "--all", bundles / name)


@pytest.mark.parametrize("name", NAMES)
def test_extract_and_compare(bundles, run, name):
    records = crosscheck.extract(bundles / name)
    assert written(records, "jsonl") == run("extract", "--text", bundles / name)
    assert crosscheck.compare(records).to("json") == crosscheck.compare(records.to("jsonl")).to("json")
    assert crosscheck.compare(records).to("json") == crosscheck.audit(bundles / name).to("json")


@pytest.mark.parametrize("name", NAMES)
def test_reuse_in_all_formats(bundles, run, name):
    reuse = crosscheck.reuse(bundles / name)
    for format, _ in crosscheck._core.reuse_formats():
        assert written(reuse, format) == run("reuse", "--format", format, bundles / name), format
    assert crosscheck.reuse(crosscheck.extract(bundles / name)).data == reuse.data
    assert crosscheck.reuse(bundles / name, min_words=30).data["reuse"] == json.loads(run("reuse", "--min-words", 30, bundles / name))["reuse"]


def test_flags(bundles, run, tmp_path):
    name = bundles / "ferry-toll"
    pack = tmp_path / "pack.json"
    pack.write_text(json.dumps({"kind": "cues", "rules": []}))
    state, baseline = tmp_path / "state.json", tmp_path / "baseline.json"
    first = crosscheck.audit(name)
    baseline.write_text(first.to("json"))
    state.write_text(json.dumps({"schema": "crosscheck.state/1", "claims": {}, "findings": {
        first.findings[0]["fingerprint"]: {"state": "confirmed", "note": "asked the coastguard"}}}))
    sheet = crosscheck.audit(name, state=state, baseline=baseline, published="2026-03-02", threads=1)
    assert sheet.to("json").encode() == run("audit", "--format", "json", "--state", state, "--baseline", baseline, "--published",
                                            "2026-03-02", name)
    assert sheet.data["checks"][0]["note"] == "asked the coastguard"
    assert {finding["baseline"] for finding in sheet.findings} == {"unchanged"}


def test_threads_do_not_show(bundles):
    assert crosscheck.audit(bundles / "harbour", threads=1).to("json") == crosscheck.audit(bundles / "harbour", threads=3).to("json")


def test_articles_from_memory(run):
    pandas, arrow = pytest.importorskip("pandas"), pytest.importorskip("pyarrow")
    rows = [{"id": TEXT[0], "text": TEXT[1], "published": "2026-03-02", "outlet": "Tarn Post"},
            {"id": "b", "text": TEXT[1].replace("Four", "Seven"), "published": None, "outlet": None}]
    lines = "".join(json.dumps({k: v for k, v in row.items() if v}) + "\n" for row in rows)
    wanted = run("audit", "--format", "json", "-", stdin=lines.encode()).decode()
    assert json.loads(wanted)["findings"]
    frame = pandas.DataFrame(rows)
    frame["published"] = pandas.to_datetime(frame["published"])
    frame["score"] = [0.5, float("nan")]  # a column of the reader's own
    for articles in (rows, iter(rows), frame, arrow.Table.from_pylist(rows), {row["id"]: row for row in rows}):
        assert crosscheck.audit(articles).to("json") == wanted, type(articles)
    texts = {row["id"]: row["text"] for row in rows}
    bare = "".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in texts.items())
    assert crosscheck.audit(texts).to("json").encode() == run("audit", "--format", "json", "-", stdin=bare.encode())
    unnamed = "".join(json.dumps({"text": text}) + "\n" for text in texts.values())
    assert crosscheck.audit(list(texts.values())).to("json").encode() == run("audit", "--format", "json", "-", stdin=unnamed.encode())


def test_the_program_is_in_the_package(run):
    import subprocess
    import sys
    for command in ([crosscheck.program()], [sys.executable, "-m", "crosscheck"]):
        told = subprocess.run([*command, "--version"], capture_output=True, text=True)
        assert told.stdout == run("--version").decode() and crosscheck.__version__ in told.stdout
