#!/usr/bin/env python3
"""Opens the program's outputs with the readers that people use: readers.py PROGRAM BUNDLE. Needs openpyxl, jsonschema and pyld.

SARIF_SCHEMA names the published schema of SARIF 2.1.0, where one is at hand (./check looks for it).
"""
import csv
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import jsonschema
import openpyxl
from pyld import jsonld

SOURCE = Path(__file__).resolve().parents[2]
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
# A test asks for nothing outside: these stand in for the contexts at the addresses.
CONTEXTS = {
    "https://schema.org": {"@vocab": "http://schema.org/"},
    "http://www.w3.org/ns/anno.jsonld": {"@vocab": OA, "id": "@id", "type": "@type", "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value"},
}
SUFFIXES = (".xlsx", ".csv", ".json", ".sarif", ".jsonld", ".claimreview.jsonld", ".prov.jsonld")


def load(address, options=None):
    return {"contextUrl": None, "documentUrl": address, "document": {"@context": CONTEXTS[address]}}


def expand(path):
    return jsonld.expand(json.loads(path.read_text(encoding="utf-8")), {"documentLoader": load})


def check_workbook(path):
    """Sheets, frozen headers, filters, the state as a drop-down, no formulas."""
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Findings", "Claims", "Sources", "Duplicates", "Articles"], book.sheetnames
    for sheet in book:
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref, sheet.title
        assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row), sheet.title
    assert book.properties.created.year == 2000
    rule = book["Claims"].data_validations.dataValidation[0]
    assert rule.type == "list" and "confirmed" in rule.formula1, rule
    return book


def check_csv(path, claims):
    """The rows of the workbook, each as long as the header, no formulas."""
    with open(path, newline="", encoding="utf-8-sig") as file:
        rows = list(csv.reader(file, strict=True))
    assert {len(r) for r in rows} == {len(rows[0])}
    assert len(rows) == len(claims), (len(rows), len(claims))
    assert not any(c[:1] in "=+-@\t\r" and c for r in rows for c in r)
    for mine, theirs in zip(rows, claims):
        for a, b in zip(mine, theirs):
            assert a.lstrip("'") == ("" if b is None else str(b)).lstrip("'"), (a, b)
    return rows


def check_json(path):
    sheet = json.loads(path.read_text(encoding="utf-8"))
    schemas = {n: json.loads((SOURCE / "docs/schema" / (n + ".schema.json")).read_text()) for n in ("document", "worksheet")}
    resolver = jsonschema.RefResolver("", schemas["worksheet"], {"document.schema.json": schemas["document"]})
    jsonschema.Draft202012Validator(schemas["worksheet"], resolver=resolver).validate(sheet)
    return sheet


def check_sarif(path, sheet):
    log = json.loads(path.read_text(encoding="utf-8"))
    results = log["runs"][0]["results"]
    assert log["version"] == "2.1.0" and len(results) == len(sheet["findings"])
    for result, finding in zip(results, sheet["findings"]):
        assert result["level"] in ("none", "note", "warning", "error") and 0 <= result["rank"] <= 100
        assert (result["level"] == "none") == (result["kind"] != "fail")
        assert result["partialFingerprints"] == {"crosscheck/1": finding["fingerprint"]}
        assert len(result["locations"]) + len(result["relatedLocations"]) == len(finding["members"])
        assert ("suppressions" in result) == ("suppressed" in finding or "signed_off" in finding)
        assert result.get("baselineState") == finding.get("baseline")
    schema = os.environ.get("SARIF_SCHEMA", "")
    if schema:
        given = json.loads(Path(schema).read_text())
        jsonschema.validators.validator_for(given)(given).validate(log)


def check_linked_data(names, rows, sheet):
    items = expand(names[".jsonld"])[0].get(OA + "items", [])
    assert len(items) == len(rows) - 1, (len(items), len(rows))
    for item in items:
        kinds = {s["@type"][0].rsplit("#")[-1] for s in item[OA + "target"][0][OA + "selector"]}
        assert kinds == {"TextQuoteSelector", "TextPositionSelector"}, kinds
    reviews = expand(names[".claimreview.jsonld"])
    assert all("http://schema.org/reviewRating" not in r for r in reviews)
    nodes = expand(names[".prov.jsonld"])
    assert all(n["@type"] == [PROV + "Entity"] for n in nodes)
    quoted = [n for n in nodes if PROV + "value" in n]
    assert len(nodes) - len(quoted) == len(sheet["documents"])
    said = [s for d in sheet["documents"] for s in d["statements"] if s["content"]]
    assert len(quoted) == len(said)
    for node in quoted:
        assert len(node[PROV + "wasQuotedFrom"]) == 1
    assert sum(PROV + "hadPrimarySource" in n for n in quoted) == sum(len(s["sources"]) > 1 for s in said)
    jsonld.to_rdf(nodes)
    return len(reviews)


def write(program, bundle, folder, *flags):
    names = {k: folder / ("sheet" + k) for k in SUFFIXES}
    subprocess.run([program, "worksheet", "-q", "--no-config", bundle, *flags, *[w for n in names.values() for w in ("-o", n)]], check=True)
    return names


def check_all(names):
    book = check_workbook(names[".xlsx"])
    rows = check_csv(names[".csv"], list(book["Claims"].values))
    sheet = check_json(names[".json"])
    check_sarif(names[".sarif"], sheet)
    return book, rows, sheet, check_linked_data(names, rows, sheet)


def main(program, bundle):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        book, rows, sheet, drafts = check_all(write(program, bundle, folder))
        # A second run with what people noted, and with an earlier run: every reader shows it.
        group, finding = sheet["groups"][0], sheet["findings"][0]
        state = {"schema": "crosscheck.state/1", "claims": {rows[1][-1]: {"state": "wrong", "checked_by": "EV", "note": "=seen"}},
                 "findings": {finding["fingerprint"]: {"state": "confirmed", "checked_by": "EV"}},
                 "groups": {g["fingerprint"]: {"action": "not comparable", "reason": "other day"} for g in sheet["groups"]
                            if g["id"] == finding["group"]}}
        (folder / "state.json").write_text(json.dumps(state))
        (folder / "before.json").write_text(json.dumps({**sheet, "findings": sheet["findings"][1:]}))
        book, rows, sheet, _ = check_all(write(program, bundle, folder, "--state", folder / "state.json", "--baseline", folder / "before.json"))
        first = dict(zip(rows[0], rows[1]))
        assert (first["state"], first["checked by"], first["note"]) == ("wrong", "EV", "'=seen"), first
        shown = dict(zip([c.value for c in book["Findings"][1]], [c.value for c in book["Findings"][2]]))
        assert (shown["state"], shown["checked by"], shown["baseline"]) == ("confirmed", "EV", "new"), shown
        assert shown["set aside"].startswith("not comparable"), shown
        # The sheet of a draft: the same readers, the rows of the draft alone.
        names = write(program, SOURCE / "fixtures/bundles/ferry-toll", folder, "--draft", SOURCE / "fixtures/drafts/marigold.txt")
        told = check_csv(names[".csv"], list(check_workbook(names[".xlsx"])["Claims"].values))
        stands = [dict(zip(told[0], row))["stands"] for row in told[1:]]
        claims = check_json(names[".json"])["draft"]["claims"]
        assert len(stands) == len(claims) and "in no source" in stands and stands.count("other value") == sum(c["standing"] == "other value" for c in claims)
        print("%d claims, %d findings, %d drafts of reviews: read by openpyxl, csv, jsonschema, pyld%s" %
              (len(rows) - 1, len(sheet["findings"]), drafts, "; SARIF valid by its schema" if os.environ.get("SARIF_SCHEMA") else ""))


if __name__ == "__main__":
    main(*sys.argv[1:3])
