"""Fills in a workbook as people do: fill_in.py SHEET.xlsx FILLED.xlsx. Columns are moved, rows sorted, a title is put above the header."""
import datetime
import sys

import openpyxl


def cell(sheet, row, name):
    return sheet.cell(row, [c.value for c in sheet[1]].index(name) + 1)


book = openpyxl.load_workbook(sys.argv[1])
claims, findings, sources = book["Claims"], book["Findings"], book["Sources"]
cell(claims, 2, "state").value = "wrong"
cell(claims, 2, "checked by").value = "EV"
cell(claims, 2, "checked on").value = datetime.date(2031, 3, 4)
cell(claims, 2, "note").value = "asked the port:\n=3, not 4"
cell(findings, 2, "state").value = "confirmed"
cell(findings, 2, "checked by").value = "KL"
cell(findings, 2, "note").value = "seen"
cell(sources, 2, "note").value = "by telephone"
for sheet in (claims, findings):
    rows = [[c.value for c in row] for row in sheet.iter_rows()]
    fresh = book.create_sheet("Our " + sheet.title)
    fresh.append(["Desk copy"])
    for row in [rows[0], *reversed(rows[1:])]:
        fresh.append(["" if value is None else value for value in [None, *reversed(row)]])
    book.remove(sheet)
book.save(sys.argv[2])
