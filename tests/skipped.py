#!/usr/bin/env python3
"""Says of each skipped test why: skipped.py REPORT, where REPORT is what ctest --output-junit wrote."""
import re
import sys
import xml.etree.ElementTree as tree


def reason(case):
    """The last line that the test itself wrote; googletest frames it by "Skipped" and lines in brackets."""
    text = re.sub(r"\x1b\[[0-9;]*m", "", case.findtext("system-out") or "")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    own = [line for line in lines if not re.match(r"\[[ =\-A-Z]*\]|Skipped$|Note: |Running main", line) and not line.endswith(": Skipped")]
    return own[-1] if own else "it says no reason"


for case in tree.parse(sys.argv[1]).getroot().iter("testcase"):
    skipped = case.find("skipped")
    if skipped is not None:
        print(f"skipped: {case.get('name')}: {reason(case)}", file=sys.stderr)
