"""Lists of findings, records and the rest as tables, with the columns of `crosscheck.shapes` even where a list is empty."""
from __future__ import annotations

import json
import typing
from types import UnionType
from typing import Any

from . import shapes


def to_pandas(rows: list[Any], row: Any) -> Any:
    import pandas
    return pandas.DataFrame.from_records(rows, columns=list(typing.get_type_hints(row)))


def to_arrow(rows: list[Any], row: Any) -> Any:
    import pyarrow
    return pyarrow.Table.from_pylist([_arrow_value(each, row) for each in rows], schema=pyarrow.schema(_fields(row)))


def _fields(row: Any) -> list[Any]:
    import pyarrow
    return [pyarrow.field(name, _arrow_type(kind)) for name, kind in typing.get_type_hints(row).items()]


def _arrow_type(kind: Any) -> Any:
    import pyarrow
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if typing.is_typeddict(kind):
        return pyarrow.struct(_fields(kind))
    if origin is list:
        return pyarrow.list_(_arrow_type(arguments[0]))
    if origin in (typing.Union, UnionType):
        return _arrow_type(next(argument for argument in arguments if argument is not type(None)))
    if origin is typing.Literal or kind is Any:
        return pyarrow.string()
    return {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}[kind]


def _arrow_value(value: Any, kind: Any) -> Any:
    """What has no type of its own (the members of a family: an id and a number) is JSON in a column."""
    if kind is Any:
        return value if value is None or isinstance(value, str) else json.dumps(value)
    arguments = typing.get_args(kind)
    if isinstance(value, list) and typing.get_origin(kind) is list:
        return [_arrow_value(each, arguments[0]) for each in value]
    if isinstance(value, dict) and typing.is_typeddict(kind):
        hints = typing.get_type_hints(kind)
        return {name: _arrow_value(each, hints[name]) for name, each in value.items() if name in hints}
    return value


def tables_of(shape: Any) -> dict[str, Any]:
    """The lists of a shape, by name, with the type of their rows."""
    hints = typing.get_type_hints(shape)
    return {name: typing.get_args(kind)[0] for name, kind in hints.items()
            if typing.get_origin(kind) is list and typing.is_typeddict(typing.get_args(kind)[0])}


WORKSHEET_TABLES = tables_of(shapes.Worksheet)
REUSE_TABLES = tables_of(shapes.ReuseReport)
