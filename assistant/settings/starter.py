"""The settings file that ``config edit`` starts a user with: everything there, nothing set."""

import json
from itertools import chain
from textwrap import wrap

from assistant.settings.settings import KEY_MAPS, Setting, all_settings

_HEAD = """\
# Settings of the discovery-call assistant.
# Take the "# " before a setting off to set it. `assistant config show` says what is in force
# and where each value comes from; an option or an ASSISTANT_* variable wins over this file.
"""


def starter_text() -> str:
    """The text of a ``settings.toml`` with every setting commented out."""
    plain = [setting for setting in all_settings() if "." not in setting.key]
    tables = {name: _table(name) for name in ("me", "retention", *KEY_MAPS)}
    sections = (chain([f"[{name}]"], some) for name, some in tables.items())
    return "\n".join(chain([_HEAD], map(_commented, plain), *sections))


def _table(name: str) -> list[str]:
    return [_commented(one) for one in all_settings() if one.key.startswith(f"{name}.")]


def _commented(setting: Setting) -> str:
    words = "\n".join(f"# {line}" for line in wrap(setting.description, 96))
    name = setting.key.rpartition(".")[2]
    return f"{words}\n# {name} = {json.dumps(setting.example)}\n"
