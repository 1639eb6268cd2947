"""crosscheck: audits a bundle of news articles against each other.

    import crosscheck
    sheet = crosscheck.audit("articles/")          # files, folders, mappings, a pandas frame, an Arrow table
    for finding in sheet.findings:
        print(finding["severity"], finding["message"])
    sheet.save("worksheet.html")

The results are those of the program `crosscheck`, byte for byte; the fields of findings, records and the rest are told in
docs/format.md and, as types, in `crosscheck.shapes`.
"""
from ._core import Error
from .audits import Records, Reuse, Rules, UnreadWarning, Worksheet, audit, compare, extract, program, reuse
from ._core import version as _version

__version__ = _version()
__all__ = ["Error", "Records", "Reuse", "Rules", "UnreadWarning", "Worksheet", "audit", "compare", "extract", "program", "reuse"]
