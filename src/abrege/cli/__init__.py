"""The command line: one file a command; parse, call, print."""

from abrege.cli.main import main

__all__ = ["main"]
