"""What people hold articles in, as what the program reads: paths, and records as JSON lines."""
from __future__ import annotations

import datetime
import json
import math
import os
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from . import _core

STANDARD_INPUT = "-"  # the path that stands for the lines


class Inputs:
    """Paths as they are named, and records as lines; `names` tells people which article a line is."""

    def __init__(self, articles: Any) -> None:
        self.paths: list[str] = []
        self.names: list[str] = []
        self._lines: list[str] = []
        self._add(articles)

    @property
    def lines(self) -> bytes:
        return "".join(line + "\n" for line in self._lines).encode("ascii")

    @property
    def all_paths(self) -> list[str]:
        return self.paths + [STANDARD_INPUT] * bool(self._lines)

    def name_of(self, uri: str) -> str:
        """Of what could not be read: "-:3" is the third record."""
        path, _, line = uri.rpartition(":")
        return self.names[int(line) - 1] if path == STANDARD_INPUT and line.isdigit() and int(line) <= len(self.names) else uri

    def _add(self, articles: Any) -> None:
        rows = _rows(articles)
        if rows is not None:
            for row in rows:
                self._record(row)
        elif isinstance(articles, os.PathLike):
            self._path(os.fspath(articles))
        elif isinstance(articles, str):
            # A path has no line breaks; an article that is one line long is given as {"text": ...}.
            self._record({"text": articles}) if "\n" in articles else self._path(articles)
        elif isinstance(articles, Mapping) and any(isinstance(key, str) and _core.is_field(key) for key in articles):
            self._record(articles)
        elif isinstance(articles, Mapping):
            for name, article in articles.items():
                self._record({**(article if isinstance(article, Mapping) else {"text": article}), "id": str(name)})
        elif isinstance(articles, Iterable) and not isinstance(articles, (bytes, bytearray)):
            for article in articles:
                self._add(article)
        else:
            raise TypeError(f"{type(articles).__name__}: neither a path, nor an article (a mapping with \"text\" or \"html\"), nor several")

    def _path(self, path: str) -> None:
        if path == STANDARD_INPUT:
            raise _core.Error("standard input is read by the program only")
        if not os.path.exists(path):
            shown = path if len(path) <= 80 else path[:77] + "..."
            raise FileNotFoundError(f'{shown}: no such file or folder (a text is given as {{"id": ..., "text": ...}})')
        self.paths.append(path)

    def _record(self, record: Mapping[str, Any]) -> None:
        number = len(self.names) + 1
        name = f"article {number}" + (f" ({record['id']})" if record.get("id") is not None else "")
        fields = {}
        for key, value in record.items():
            plain = _plain(value)
            if plain is _MISSING:
                continue
            if plain is _UNKNOWN:
                if not _core.holds_text(str(key)):
                    continue  # a column of the reader's own
                raise TypeError(f"{name}: its {key} is of type {type(value).__name__}, not a string")
            fields[str(key)] = plain
        if not any(_core.holds_text(key) for key in fields):
            raise _core.Error(f'{name}: neither "text" nor "html"')
        self.names.append(name)
        self._lines.append(json.dumps(fields))


_MISSING = object()
_UNKNOWN = object()


def _plain(value: Any) -> Any:
    """As JSON has it."""
    if value is None or type(value).__name__ in ("NaTType", "NAType") or (isinstance(value, float) and math.isnan(value)):
        return _MISSING
    if isinstance(value, str):
        return value
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    if isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value):
        return list(value)
    if isinstance(value, int):
        return str(value)
    if hasattr(value, "tolist"):  # of numpy
        return _plain(value.tolist())
    return _UNKNOWN


def _rows(articles: Any) -> Iterable[Mapping[str, Any]] | None:
    """The rows of a table; None: it is none. pandas and pyarrow are asked for only where somebody made a table with them."""
    pandas, arrow = sys.modules.get("pandas"), sys.modules.get("pyarrow")
    if pandas is not None and isinstance(articles, pandas.DataFrame):
        return articles.to_dict("records")
    if arrow is not None and isinstance(articles, (arrow.Table, arrow.RecordBatch)):
        return articles.to_pylist()
    if hasattr(articles, "__arrow_c_stream__"):  # polars, duckdb and others
        import pyarrow
        return pyarrow.table(articles).to_pylist()
    return None
