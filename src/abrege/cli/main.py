"""The command `abrege`: its subcommands, loaded one by one, and how it fails."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module

import click

from abrege import __version__
from abrege.errors import AbregeError, nearest

# command -> the module with a click command of the same name
COMMANDS = ("digest", "translate", "summarize", "check", "models")


class _LazyGroup(click.Group):
    """Imports a command's module when that command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"abrege.cli.{cmd_name}"), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            raise click.UsageError(f"no command is called {name!r}; {nearest(name, COMMANDS, 0.5)}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(
                [
                    ("digest", "Translation and summaries of an article."),
                    ("translate", "French in, English out."),
                    ("summarize", "A short account in English of a French or English article."),
                    ("check", "What got lost or was made up in a translation."),
                    ("models", "The models there are."),
                ]
            )


@click.command(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="abrege %(version)s")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
def cli(debug: bool) -> None:
    """Read a French article, translate it into English and summarise it, offline.

    \b
    abrege digest article.txt                 translation and two summaries
    abrege translate article.txt -o en.txt    translation only
    curl … | abrege translate | abrege summarize
    """


def main(argv: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code: 0 done, 1 failed, 2 wrong usage, 130 interrupted."""
    for name in ("SIGTERM", "SIGHUP"):  # so that nothing half done is left behind; SIGINT does so by itself
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _interrupt)
    args = list(sys.argv[1:] if argv is None else argv)
    debug = "--debug" in args
    args = ["--debug", *(a for a in args if a != "--debug")] if debug else args
    try:
        # not cli.main, which would answer a broken pipe by itself
        with cli.make_context("abrege", args) as context:
            cli.invoke(context)
        if sys.stdout is not None:
            sys.stdout.flush()
        code = 0
    except click.exceptions.Exit as leaving:
        code = leaving.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "see abrege --help", err=True)
        code = 2
    except AbregeError as error:
        code = _failed(str(error), error.exit_code, debug)
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "abrege"
        code = _failed(f"{error.format_message().rstrip('.')}; see {where} --help", 2, debug)
    except click.ClickException as error:
        code = _failed(error.format_message(), error.exit_code, debug)
    except (KeyboardInterrupt, click.Abort):
        _failed("interrupted", 130, debug)
        _leave(130)
    except BrokenPipeError:
        # whoever read has enough; keep Python from complaining when it flushes at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except MemoryError:
        code = _failed("there is not enough memory for this text; translate it in parts", 1, debug)
    except OSError as error:
        name = f"{error.filename}: " if error.filename else ""
        code = _failed(f"{name}{error.strerror or error}", 1, debug)
    except Exception as error:
        code = _failed(f"{type(error).__name__}: {error} (a mistake in abrege; --debug shows where)", 1, debug)
    sys.exit(code)


def _leave(code: int) -> None:
    """End the process at once: engines would finish what they have begun."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(Exception):
            stream.flush()
    os._exit(code)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _failed(sentence: str, code: int, debug: bool) -> int:
    if debug:
        traceback.print_exc()
    click.echo(f"abrege: {sentence}", err=True)
    return code
