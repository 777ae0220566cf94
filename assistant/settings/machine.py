"""What this machine says about its user: the defaults of who and where I am."""

import getpass
from zoneinfo import ZoneInfo

from assistant.domain.people import Who

NOBODY = "rep"
"""Who I am where the system names no user."""


def user_name() -> str:
    """The system's name of the user."""
    try:
        return getpass.getuser().strip() or NOBODY
    except (OSError, KeyError, ImportError):  # which one depends on the system and the Python
        return NOBODY


def default_me() -> Who:
    """Me, until the settings say more. The id stays the same when a name is set."""
    name = user_name()
    return Who(id=name.casefold(), name=name)


def local_time_zone() -> str:
    """The IANA name of this machine's time zone; UTC where it cannot be told."""
    import tzlocal

    try:
        return ZoneInfo(tzlocal.get_localzone_name() or "UTC").key
    except (ValueError, OSError, LookupError):  # nothing set, or something that is no zone
        return "UTC"
