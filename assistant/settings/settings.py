"""What a user can set. The descriptions here are what ``config`` and the README show."""

from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BeforeValidator
from pydantic import Field as Attribute

from assistant.domain.errors import BadInput
from assistant.domain.frozen import Frozen
from assistant.domain.people import Who
from assistant.settings.blank import none_if_empty
from assistant.settings.keys import (
    AnnotationKeys,
    CallsKeys,
    CompareKeys,
    EndKeys,
    Keys,
    LeadKeys,
    Letters,
    NotesKeys,
    QueueKeys,
    ReviewKeys,
    SearchKeys,
)
from assistant.settings.machine import default_me, local_time_zone
from assistant.settings.paths import expanded
from assistant.settings.retention import Retention


def _code(length: int, what: str) -> Callable[[str], str]:
    def check(value: str) -> str:
        code = value.strip().upper()
        if len(code) != length or not (code.isascii() and code.isalpha()):
            raise ValueError(f"{value!r} is no {what}")
        return code

    return check


def _zone(value: str) -> str:
    try:
        return ZoneInfo(value).key
    except (ValueError, OSError, LookupError):
        close = get_close_matches(value, available_timezones(), n=1)
        meant = f", {close[0]!r} is" if close else ""
        raise ValueError(f"{value!r} is no IANA time zone{meant}") from None


def _named(value: str) -> str:
    if not value.strip():
        raise ValueError("is empty")
    return value.strip()


def _place(value: Path) -> Path:
    if "\0" in str(value):
        raise ValueError("holds a zero character")
    try:
        return expanded(value)
    except BadInput as error:
        raise ValueError(str(error)) from None


def _listed(value: object) -> object:
    """The environment and options give a list as text with commas."""
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return value


Name = Annotated[str, AfterValidator(_named)]


class Settings(Frozen):
    """Every setting with its default."""

    me: Who = Attribute(default_factory=default_me)
    keys: Keys = Attribute(default_factory=Keys)
    retention: Retention = Attribute(default_factory=Retention)
    annotation_keys: AnnotationKeys = Attribute(default_factory=AnnotationKeys)
    calls_keys: CallsKeys = Attribute(default_factory=CallsKeys)
    lead_keys: LeadKeys = Attribute(default_factory=LeadKeys)
    end_keys: EndKeys = Attribute(default_factory=EndKeys)
    review_keys: ReviewKeys = Attribute(default_factory=ReviewKeys)
    queue_keys: QueueKeys = Attribute(default_factory=QueueKeys)
    search_keys: SearchKeys = Attribute(default_factory=SearchKeys)
    notes_keys: NotesKeys = Attribute(default_factory=NotesKeys)
    compare_keys: CompareKeys = Attribute(default_factory=CompareKeys)
    currency: Annotated[
        Annotated[str, AfterValidator(_code(3, "three-letter currency code"))] | None,
        BeforeValidator(none_if_empty),
    ] = Attribute(
        default=None,
        description="Currency of amounts where nothing in the call tells it (ISO 4217).",
        examples=["USD"],
    )
    country: Annotated[
        Annotated[str, AfterValidator(_code(2, "two-letter country code"))] | None,
        BeforeValidator(none_if_empty),
    ] = Attribute(
        default=None,
        description="Country you sell in (ISO 3166).",
        examples=["US"],
    )
    time_zone: Annotated[str, AfterValidator(_zone)] = Attribute(
        default_factory=local_time_zone,
        description="Time zone of your calls (IANA); the machine's where not set.",
        examples=["Europe/Berlin"],
    )
    date_order: Literal["day_first", "month_first"] = Attribute(
        default="month_first",
        description="How 3/4 is read: month_first is the 4th of March, day_first the 3rd of April.",
        examples=["day_first"],
    )
    fiscal_year_start: int = Attribute(
        default=1,
        ge=1,
        le=12,
        description="Month in which the fiscal year starts, 1 to 12.",
        examples=[4],
    )
    bank: Name = Attribute(
        default="bant",
        description="Question bank of a new call: an id of `assistant bank list`, or a file.",
        examples=["champ"],
    )
    lifecycle: Name = Attribute(
        default="lead_qualification",
        description="Lifecycle of a new lead.",
        examples=["mql_pql_sql"],
    )
    icp: Annotated[str | None, BeforeValidator(none_if_empty)] = Attribute(
        default=None,
        description="Ideal customer profile that leads are judged against, by its id.",
        examples=["mid_market"],
    )
    product_names: Annotated[tuple[str, ...], BeforeValidator(_listed)] = Attribute(
        default=(),
        description="Names of your company and products; they are never taken for competitors.",
        examples=[["Northwind", "Northwind Scheduler"]],
    )
    consent: Literal["block", "remind", "off"] = Attribute(
        default="remind",
        description="What to do about consent to a recording: block all but your own notes until "
        "it is noted, remind, or off.",
        examples=["block"],
    )
    call_minutes: int = Attribute(
        default=30,
        ge=1,
        le=480,
        description="How long your calls are, in minutes: what counts most is asked before the "
        "time is over.",
        examples=[45],
    )
    theme: Name = Attribute(
        default="ink",
        description="Colour theme of the screens: ink (dark), paper (light), contrast, or one of "
        "Textual's.",
        examples=["paper"],
    )
    store: Annotated[
        Annotated[Path, AfterValidator(_place)] | None, BeforeValidator(none_if_empty)
    ] = Attribute(
        default=None,
        description="File of the store; in the data folder where not set.",
        examples=["~/calls.sqlite"],
    )
    sync_folder: Annotated[
        Annotated[Path, AfterValidator(_place)] | None, BeforeValidator(none_if_empty)
    ] = Attribute(
        default=None,
        description="Folder that `assistant sync` shares calls through.",
        examples=["~/Team/calls"],
    )


KEY_MAPS: dict[str, type[Letters]] = {
    "keys": Keys,
    "calls_keys": CallsKeys,
    "lead_keys": LeadKeys,
    "end_keys": EndKeys,
    "annotation_keys": AnnotationKeys,
    "review_keys": ReviewKeys,
    "queue_keys": QueueKeys,
    "search_keys": SearchKeys,
    "notes_keys": NotesKeys,
    "compare_keys": CompareKeys,
}
"""The tables of keys by their names."""


class Setting(NamedTuple):
    """What a person is told about a setting. ``example`` is a value as TOML has it."""

    key: str
    description: str
    example: Any


_ME = (
    Setting(
        "me.id",
        "What your decisions are filed under: keep it. Your system's name for you if not set.",
        "dana",
    ),
    Setting("me.name", "Your name, as others read it beside your decisions.", "Dana Reyes"),
    Setting("me.email", "Your e-mail address.", "dana@example.com"),
    Setting("me.role", "rep or manager.", "manager"),
    Setting("me.team", "Your team.", "Inside sales"),
)


def all_settings() -> tuple[Setting, ...]:
    """Every setting that can be written in ``settings.toml``, in the order it shows them."""
    own = tuple(
        Setting(key, attribute.description or "", (attribute.examples or [""])[0])
        for key, attribute in Settings.model_fields.items()
        if key not in {"me", "retention", *KEY_MAPS}
    )
    tables: dict[str, type[Frozen]] = {"retention": Retention, **KEY_MAPS}
    others = tuple(
        Setting(f"{table}.{key}", attribute.description or "", (attribute.examples or [""])[0])
        for table, its in tables.items()
        for key, attribute in its.model_fields.items()
    )
    return own + _ME + others


def variable(key: str) -> str:
    """The environment variable of a setting: ``me.name`` is ``ASSISTANT_ME_NAME``."""
    return "ASSISTANT_" + key.replace(".", "_").upper()
