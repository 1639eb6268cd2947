"""The calls and what they give. Everything is made by the library; here it only gets its shape."""
from __future__ import annotations

import functools
import html
import json
import os
import warnings
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Union, overload

from . import _core, shapes, tables
from .inputs import Inputs

if TYPE_CHECKING:
    import pandas
    import pyarrow

# A page shown in a notebook is stored in it: a larger one is told in words, and can be saved as a file.
_LARGEST_SHOWN = 4 << 20


class UnreadWarning(UserWarning):
    """An input or an article that could not be read; the others were."""


class Rules:
    """The rules in force: those built in, then packs (files or folders)."""

    def __init__(self, *packs: str | os.PathLike[str]) -> None:
        self._rulebook = _core.load([os.fspath(pack) for pack in packs])

    @property
    def fingerprint(self) -> str:
        """sha256 of the rules."""
        return self._rulebook.fingerprint


Pack = Union[str, "os.PathLike[str]"]
Rulelike = Union[Rules, Pack, Sequence[Pack]]


@functools.cache
def _built_in() -> Rules:
    return Rules()


def _rules(rules: Any) -> Any:
    if isinstance(rules, Rules):
        return rules._rulebook
    if isinstance(rules, (str, os.PathLike)):
        return Rules(rules)._rulebook
    return (Rules(*rules) if rules else _built_in())._rulebook


def _formats(rows: list[tuple[str, str]]) -> dict[str, str]:
    return dict(rows)


class _Written:
    """What can be written in several formats. `_FORMATS`: name -> suffix."""

    _FORMATS: dict[str, str] = {}

    def _write(self, format: str) -> bytes:
        raise NotImplementedError

    def to(self, format: str) -> str | bytes:
        """In a format by name: text, bytes only of a workbook ("xlsx")."""
        written = self._write(format)
        return written if format == "xlsx" else written.decode("utf-8")

    def save(self, path: str | os.PathLike[str], format: str | None = None) -> None:
        """Writes a file, its format by its suffix; an old file is replaced only by a whole new one."""
        target = Path(path)
        if format is None:
            fitting = [name for name, suffix in self._FORMATS.items() if suffix and target.name.endswith(suffix)]
            if not fitting:
                raise _core.Error(f"{target}: no format has this suffix; known are {' '.join(filter(None, self._FORMATS.values()))}")
            format = max(fitting, key=lambda name: len(self._FORMATS[name]))
        written = self._write(format)
        beside = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            beside.write_bytes(written)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)

    def _repr_html_(self) -> str:
        page = self._write("html") if "html" in self._FORMATS else b""
        if not 0 < len(page) <= _LARGEST_SHOWN:
            return f"<pre>{html.escape(str(self))}</pre>"
        # The page may run its own script and hand out the notes made on it; it sees nothing of the notebook.
        source = html.escape(page.decode("utf-8"), quote=True)
        return (f'<iframe sandbox="allow-scripts allow-downloads" style="width:100%;height:640px;border:1px solid #ccc" '
                f'srcdoc="{source}"></iframe>')

    def __str__(self) -> str:
        return self._write("text").decode("utf-8")


class Records(_Written, Sequence[shapes.Document]):
    """What was found in each article, one record an article; what `compare` takes."""

    def __init__(self, bundle: Any, threads: int = 0) -> None:
        self._bundle = bundle
        self._threads = threads

    @classmethod
    def from_jsonl(cls, lines: str | bytes, threads: int = 0) -> Records:
        """Of lines that `crosscheck extract --text` or `to("jsonl")` wrote."""
        return cls(_core.from_lines(lines.encode("utf-8") if isinstance(lines, str) else lines, threads), threads)

    _FORMATS = {"jsonl": ".jsonl"}

    @functools.cached_property
    def _lines(self) -> list[bytes]:
        return _core.to_lines(self._bundle, True, self._threads)

    def _write(self, format: str) -> bytes:
        if format != "jsonl":
            raise _core.Error(f"{format}: records are written as jsonl only")
        return b"".join(line + b"\n" for line in self._lines)

    @property
    def unread(self) -> list[shapes.Unread]:
        return [{"uri": uri, "reason": reason} for uri, reason, _ in self._bundle.unread]

    @overload
    def __getitem__(self, index: int) -> shapes.Document: ...
    @overload
    def __getitem__(self, index: slice) -> list[shapes.Document]: ...
    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [json.loads(line) for line in self._lines[index]]
        return json.loads(self._lines[index])

    def __len__(self) -> int:
        return len(self._bundle)

    def __iter__(self) -> Iterator[shapes.Document]:
        return map(json.loads, self._lines)

    def to_pandas(self) -> pandas.DataFrame:
        return tables.to_pandas(list(self), shapes.Document)

    def to_arrow(self) -> pyarrow.Table:
        return tables.to_arrow(list(self), shapes.Document)

    def __repr__(self) -> str:
        return f"<crosscheck.Records of {len(self)} articles>"

    __str__ = __repr__


class Worksheet(_Written):
    """The audit of a bundle: `findings`, most urgent first, and all that they stand on."""

    _FORMATS = _formats(_core.formats())

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet

    def _write(self, format: str) -> bytes:
        return _core.write(self._sheet, format, False, True)

    @functools.cached_property
    def data(self) -> shapes.Worksheet:
        """The whole worksheet, with the articles' texts."""
        return json.loads(_core.write(self._sheet, "json", True, True))

    @property
    def findings(self) -> list[shapes.Finding]:
        return self.data["findings"]

    @property
    def groups(self) -> list[shapes.Group]:
        return self.data["groups"]

    @property
    def documents(self) -> list[shapes.Document]:
        return self.data["documents"]

    @property
    def reuse(self) -> list[shapes.Reuse]:
        return self.data["reuse"]

    @property
    def unread(self) -> list[shapes.Unread]:
        return self.data["unread"]

    def to_pandas(self, table: str = "findings") -> pandas.DataFrame:
        """One of the worksheet's lists: findings, groups, documents, reuse, families, unread ..."""
        return tables.to_pandas(*_table(self.data, table, tables.WORKSHEET_TABLES))

    def to_arrow(self, table: str = "findings") -> pyarrow.Table:
        return tables.to_arrow(*_table(self.data, table, tables.WORKSHEET_TABLES))

    def __repr__(self) -> str:
        return f"<crosscheck.Worksheet of {len(self.documents)} articles: {len(self.findings)} findings>"


class Reuse(_Written):
    """Duplicated text: `pairs` of stories, `families` of copies, and one row a story."""

    _FORMATS = _formats(_core.reuse_formats())

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet

    def _write(self, format: str) -> bytes:
        return _core.write_reuse(self._sheet, format)

    @functools.cached_property
    def data(self) -> shapes.ReuseReport:
        return json.loads(self._write("json"))

    @property
    def pairs(self) -> list[shapes.Reuse]:
        return self.data["reuse"]

    @property
    def families(self) -> list[shapes.Family]:
        return self.data["families"]

    def to_pandas(self, table: str = "articles") -> pandas.DataFrame:
        """One of its lists: articles, reuse, families, unread ..."""
        return tables.to_pandas(*_table(self.data, table, tables.REUSE_TABLES))

    def to_arrow(self, table: str = "articles") -> pyarrow.Table:
        return tables.to_arrow(*_table(self.data, table, tables.REUSE_TABLES))

    def __repr__(self) -> str:
        return f"<crosscheck.Reuse: {len(self.pairs)} pairs, {len(self.families)} families>"


def _table(data: Mapping[str, Any], table: str, known: dict[str, Any]) -> tuple[list[Any], Any]:
    if table not in known:
        raise _core.Error(f"{table}: no such table; known are {', '.join(known)}")
    return data.get(table, []), known[table]


def _extract(articles: Any, rules: Any, published: str | None, threads: int) -> Any:
    inputs = Inputs(articles)
    bundle = _core.extract(inputs.all_paths, inputs.lines, rules, published, threads)
    troubles = [f"{inputs.name_of(uri)}: {reason}" for uri, reason, left_out in bundle.unread if not left_out]
    if len(bundle) == 0:
        raise _core.Error("; ".join(troubles[:3]) or "no article there")
    for trouble in troubles:
        warnings.warn(trouble, UnreadWarning, stacklevel=3)
    return bundle


def extract(articles: Any, *, rules: Rulelike = (), published: str | None = None, threads: int = 0) -> Records:
    """Statements, figures, dates and names of each article.

    `articles`: a path (file or folder); a text with line breaks; a mapping with "text" or "html" and, as it has them, "id", "title",
    "published", "url", "outlet", "authors"; a mapping of ids to texts or such mappings; a pandas frame or an Arrow table with these
    columns; or any sequence of them. `published`: the day (ISO) of articles that carry none. `threads`: 0 stands for all cores; it
    never changes the result. What cannot be read is named by an `UnreadWarning`; nothing readable at all is an `Error`.
    """
    return Records(_extract(articles, _rules(rules), published, threads), threads)


def audit(articles: Any, *, rules: Rulelike = (), published: str | None = None, state: str | os.PathLike[str] | None = None,
          baseline: str | os.PathLike[str] | None = None, threads: int = 0) -> Worksheet:
    """Where articles differ, ranked. `articles`, `rules`, `published`, `threads` as for `extract`.

    `state`: a file of notes that a worksheet page exported (JSON), or the claim sheet as CSV; `baseline`: an earlier worksheet (JSON).
    """
    book = _rules(rules)
    return _compare(_extract(articles, book, published, threads), book, state, baseline, threads)


def compare(records: Records | str | bytes, *, rules: Rulelike = (), state: str | os.PathLike[str] | None = None,
            baseline: str | os.PathLike[str] | None = None, threads: int = 0) -> Worksheet:
    """The audit of records: of `extract`, or its lines."""
    if not isinstance(records, Records):
        records = Records.from_jsonl(records, threads)
    return _compare(records._bundle, _rules(rules), state, baseline, threads)


def _compare(bundle: Any, book: Any, state: Any, baseline: Any, threads: int) -> Worksheet:
    notes, earlier = (Path(path).read_bytes() if path is not None else b"" for path in (state, baseline))
    is_table = state is not None and os.fspath(state).lower().endswith(".csv")
    return Worksheet(_core.compare(bundle, book, notes, is_table, earlier, threads))


def reuse(articles: Any, *, rules: Rulelike = (), min_words: int = 0, ignore_quotes: bool = False, published: str | None = None,
          threads: int = 0) -> Reuse:
    """Which articles are one text, copied, cut or reworded, and who had it first. `articles` as for `extract`, or its records.

    `min_words`: shared passages of fewer words do not count; `ignore_quotes`: neither do words inside quotation marks.
    """
    book = _rules(rules)
    bundle = articles._bundle if isinstance(articles, Records) else _extract(articles, book, published, threads)
    return Reuse(_core.reuse(bundle, book, min_words, ignore_quotes, threads))


def program() -> str:
    """The path of the program `crosscheck` that the package carries."""
    return str(Path(__file__).absolute().parent / "bin" / "crosscheck")
