#!/usr/bin/env python3
"""Opens the program's outputs with the readers that people use: readers.py PROGRAM BUNDLE. Needs openpyxl, jsonschema and pyld."""
import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import jsonschema
import openpyxl
from pyld import jsonld

program, bundle = sys.argv[1:3]
source = Path(__file__).resolve().parents[2]
folder = Path(tempfile.mkdtemp())
names = {k: folder / ("sheet" + k) for k in (".xlsx", ".csv", ".json", ".sarif", ".jsonld", ".claimreview.jsonld")}
subprocess.run([program, "worksheet", "-q", bundle, *[w for n in names.values() for w in ("-o", n)]], check=True)

# The workbook: its sheets, frozen headers, filters, the state as a drop-down, no formulas.
book = openpyxl.load_workbook(names[".xlsx"])
assert book.sheetnames == ["Findings", "Claims", "Sources", "Duplicates", "Articles"], book.sheetnames
for sheet in book:
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref, sheet.title
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row), sheet.title
claims = list(book["Claims"].values)
if len(claims) > 1:
    rule = book["Claims"].data_validations.dataValidation[0]
    assert rule.type == "list" and "confirmed" in rule.formula1, rule
assert book.properties.created.year == 2000

# The CSV has the same rows.
with open(names[".csv"], newline="", encoding="utf-8") as file:
    rows = list(csv.reader(file, strict=True))
assert [len(r) for r in rows] == [len(rows[0])] * len(rows)
assert len(rows) == len(claims), (len(rows), len(claims))
assert not any(c[:1] in "=+-@\t\r" and c for r in rows for c in r)

# The JSON is of its schema.
sheet = json.loads(names[".json"].read_text(encoding="utf-8"))
schemas = {n: json.loads((source / "docs/schema" / (n + ".schema.json")).read_text()) for n in ("document", "worksheet")}
store = {"document.schema.json": schemas["document"]}
resolver = jsonschema.RefResolver("", schemas["worksheet"], store)
jsonschema.Draft202012Validator(schemas["worksheet"], resolver=resolver).validate(sheet)

# SARIF: what the standard asks of the parts that are written (the whole schema, where one is at hand in $SARIF_SCHEMA).
log = json.loads(names[".sarif"].read_text(encoding="utf-8"))
run = log["runs"][0]
assert log["version"] == "2.1.0" and len(run["results"]) == len(sheet["findings"])
for result, finding in zip(run["results"], sheet["findings"]):
    assert result["level"] in ("none", "note", "warning", "error") and 0 <= result["rank"] <= 100
    assert (result["level"] == "none") == (result["kind"] != "fail")
    assert result["partialFingerprints"] == {"crosscheck/1": finding["fingerprint"]}
    assert len(result["locations"]) + len(result["relatedLocations"]) == len(finding["members"])
import os
if os.environ.get("SARIF_SCHEMA"):
    schema = json.loads(Path(os.environ["SARIF_SCHEMA"]).read_text())
    jsonschema.validators.validator_for(schema)(schema).validate(log)
    print("SARIF: valid against", os.environ["SARIF_SCHEMA"])

# Linked data: a JSON-LD processor expands it; contexts are given here, since a test asks for nothing outside.
CONTEXTS = {
    "https://schema.org": {"@vocab": "http://schema.org/"},
    "http://www.w3.org/ns/anno.jsonld": {"@vocab": "http://www.w3.org/ns/oa#", "id": "@id", "type": "@type", "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value"},
}


def load(address, options=None):
    return {"contextUrl": None, "documentUrl": address, "document": {"@context": CONTEXTS[address]}}


page = json.loads(names[".jsonld"].read_text(encoding="utf-8"))
expanded = jsonld.expand(page, {"documentLoader": load})
items = expanded[0].get("http://www.w3.org/ns/oa#items", [])
assert len(items) == len(rows) - 1, (len(items), len(rows))
for item in items:
    kinds = {s["@type"][0].rsplit("#")[-1] for s in item["http://www.w3.org/ns/oa#target"][0]["http://www.w3.org/ns/oa#selector"]}
    assert kinds == {"TextQuoteSelector", "TextPositionSelector"}, kinds
reviews = jsonld.expand(json.loads(names[".claimreview.jsonld"].read_text(encoding="utf-8")), {"documentLoader": load})
assert all("http://schema.org/reviewRating" not in r for r in reviews)
print("%d claims, %d findings, %d drafts: read by openpyxl, csv, jsonschema, pyld" % (len(rows) - 1, len(sheet["findings"]), len(reviews)))
