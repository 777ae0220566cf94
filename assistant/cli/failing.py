"""What happens when a command fails: a message for a person, and the exit code."""

import errno
import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from assistant.cli.streams import complain
from assistant.domain.errors import AssistantError, BadInput

INTERRUPTED = 130

READER_LEFT = frozenset({errno.EPIPE, errno.EINVAL})
"""What writing to a closed pipe gives; Windows says the latter."""


WRONG_USAGE: type[Exception] = typer.BadParameter.__bases__[0]
"""What a wrong command line raises; typer gives no name to any but this kind of it."""


class Commands(TyperGroup):
    """The program's commands: an error that a user can cause ends with words and a code."""

    def invoke(self, ctx: Any) -> Any:
        """Run the chosen command."""
        try:
            return super().invoke(ctx)
        except AssistantError as error:
            complain(f"assistant: {error}")
            raise typer.Exit(error.exit_code) from error
        except WRONG_USAGE as error:
            _explain_dash(error)
            raise
        except OSError as error:
            if error.filename is None:
                raise
            complain(f"assistant: {error.filename}: {error.strerror}")
            raise typer.Exit(BadInput.exit_code) from error
        except KeyboardInterrupt as error:
            raise typer.Exit(INTERRUPTED) from error


def _explain_dash(error: Any) -> None:
    """Say how to write an argument that begins with a dash, where that was meant.

    No command has an option of one letter but for -h.
    """
    option = getattr(error, "option_name", None) or ""
    parts = error.ctx.command.params if error.ctx else ()
    if len(option) == len("-h") and any(one.param_type_name == "argument" for one in parts):
        error.message = (
            f"{error.message.rstrip('.')}. What begins with - and is no option is written behind "
            f"--, after all options: {error.ctx.command_path} -- ..."
        )


def ended_badly(error: Exception) -> int:
    """Report an error that nobody foresaw, and log where it happened. Returns the exit code."""
    from assistant.workflows.crash_log import record_crash

    log = record_crash(error)
    where = f"Where it happened is in {log}" if log else "The log could not be written either"
    complain(
        f"assistant: something went wrong that should not have ({type(error).__name__}). "
        f"{where} (no call content is). Please report it with the output of `assistant doctor`."
    )
    return AssistantError.exit_code


def flushed(code: int) -> int:
    """The exit code once all output is out."""
    try:
        sys.stdout.flush()
    except OSError as error:
        return output_lost(error)
    return code


def output_lost(error: OSError) -> int:
    """Say why the output could not be written, unless its reader has left. Returns the code.

    What is still waiting to be written goes nowhere: else Python reports it on its way out.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if error.errno not in READER_LEFT:
        complain(f"assistant: the output could not be written: {error.strerror}")
    return AssistantError.exit_code
