"""The program: `crosscheck ...`, also as `python -m crosscheck ...`."""
import os
import sys

from .audits import program


def main() -> None:
    os.execv(program(), ["crosscheck", *sys.argv[1:]])


if __name__ == "__main__":
    main()
