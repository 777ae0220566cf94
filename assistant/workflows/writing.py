"""Guards what writes to a call that several windows may have open."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from assistant.domain.errors import ReadOnlyCall

if TYPE_CHECKING:
    from assistant.workflows.live_call import LiveCall

P = ParamSpec("P")
R = TypeVar("R")
Act = Callable[Concatenate["LiveCall", P], R]


def writes(act: Act[P, R]) -> Act[P, R]:
    """Guards what writes: a window that lost the call must not write over the other's words."""

    @wraps(act)
    def guarded(live: "LiveCall", /, *args: P.args, **kwargs: P.kwargs) -> R:
        if not live.beat():
            raise ReadOnlyCall(live.refusal)
        return act(live, *args, **kwargs)

    return guarded
