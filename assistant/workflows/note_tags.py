"""Tags in notes: ``#budget 40k`` says which field the words of the line answer. Pure."""

import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from assistant.domain.answers import Answer, Evidence, answer_id
from assistant.domain.fields import Certainty, Field, Polarity, Side
from assistant.domain.values import Value

NOTE_TAG = "rule:note_tag"
"""``found_by`` of an answer whose field a tag says."""

_TAG = re.compile(r"(?<!\S)#([^\W\d_][\w-]*):?(?!\S)")
_BETWEEN = " \t,;:=-\N{EN DASH}"
_NONE = re.compile(r"(?:no|none|nobody|not|never|nothing|zero)\b", re.IGNORECASE)
_OPEN = re.compile(r"(?:open|unknown|unclear|undecided|tbd|tbc)\b", re.IGNORECASE)


class Tag(NamedTuple):
    """Code points ``[start, end)`` of a line that are a tag, and the fields it may mean."""

    start: int
    end: int
    name: str
    fields: tuple[Field, ...]


class Forced(NamedTuple):
    """Words of a line, code points ``[start, end)``, that answer a field because a tag says so."""

    field: Field
    start: int
    end: int


def tags_of(line: str) -> tuple[Tag, ...]:
    """All tags of a line: known, unclear (several fields) and unknown ones (none)."""
    return tuple(
        Tag(found.start(), found.end(), found[1], _fields(found[1]))
        for found in _TAG.finditer(line)
    )


def _fields(name: str) -> tuple[Field, ...]:
    """The field of that name, else those whose names begin so."""
    wanted = _plain(name)
    begun = [field for field in Field if _plain(field).startswith(wanted)]
    exact = [field for field in begun if _plain(field) == wanted]
    return tuple(exact or begun)


def _plain(name: str) -> str:
    return name.casefold().replace("_", "").replace("-", "")


def complaints(line: str) -> tuple[str, ...]:
    """What is wrong with a line's tags, in words for the rep."""
    return tuple(_complaint(tag) for tag in tags_of(line) if len(tag.fields) != 1)


def _complaint(tag: Tag) -> str:
    if tag.fields:
        either = " or ".join(f"#{field}" for field in tag.fields)
        return f"#{tag.name} may be {either}: write more of it."
    near = get_close_matches(_plain(tag.name), list(Field), n=1)
    hint = f"Did you mean #{near[0]}?" if near else f"There are #{', #'.join(Field)}."
    return f"#{tag.name} is none of the fields. {hint}"


def forced(line: str) -> tuple[Forced, ...]:
    """What the tags of a line force: each the words after it, else those before it."""
    tags = [tag for tag in tags_of(line) if len(tag.fields) == 1]
    if not tags:
        return ()
    ends = [tag.start for tag in tags[1:]] + [len(line)]
    words = _trimmed(line, 0, tags[0].start)
    found: list[Forced] = []
    for tag, end in zip(tags, ends, strict=True):
        after = _trimmed(line, tag.end, end)
        words = after if after[0] < after[1] else words
        if words[0] < words[1]:
            found.append(Forced(tag.fields[0], *words))
    return tuple(dict.fromkeys(found))


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (line[start] in _BETWEEN or line[start].isspace()):
        start += 1
    while end > start and (line[end - 1] in _BETWEEN or line[end - 1].isspace()):
        end -= 1
    return start, end


def untagged(line: str) -> str:
    """The line as it is read: in place of a tag that forces a field, a clause ends."""
    for tag in tags_of(line):
        if len(tag.fields) == 1:
            gap = ";".ljust(tag.end - tag.start)
            line = line[: tag.start] + gap + line[tag.end :]
    return line


def with_tags(
    number: int,
    line: str,
    heard: Sequence[Answer],
    value_of: Callable[[Field, str], Value | None],
) -> tuple[Answer, ...]:
    """What line ``number`` answers: what was ``heard`` in it, and over that what its tags force.

    What was heard of the same field in tagged words tells their value and polarity; else
    ``value_of`` reads the value.
    """
    claims = forced(line)
    kept = [_quoting(line, one) for one in heard if not any(_meets(one, to) for to in claims)]
    tagged = [_tagged(number, line, claim, heard, value_of) for claim in claims]
    return (*kept, *tagged)


def _meets(answer: Answer, claim: Forced) -> bool:
    where = answer.evidence
    return where is not None and where.start < claim.end and claim.start < where.end


def _quoting(line: str, answer: Answer) -> Answer:
    """Its quote as it stands in the line, where a tag is in the midst of it."""
    where = answer.evidence
    if where is None or line[where.start : where.end] == where.quote:
        return answer
    quote = line[where.start : where.end]
    return answer.model_copy(update={"evidence": where.model_copy(update={"quote": quote})})


def _tagged(
    number: int,
    line: str,
    claim: Forced,
    heard: Sequence[Answer],
    value_of: Callable[[Field, str], Value | None],
) -> Answer:
    field, start, end = claim
    quote = line[start:end]
    within = [one for one in heard if _meets(one, claim)]
    same = next((one for one in within if one.field is field), None)
    return Answer(
        id=answer_id("notes", number, start, end, field),
        field=field,
        evidence=Evidence(
            source="notes", turn=number, start=start, end=end, quote=quote, side=Side.PROSPECT
        ),
        polarity=same.polarity if same else polarity_of(quote),
        certainty=(
            Certainty.HEDGED
            if any(one.certainty is Certainty.HEDGED for one in within)
            else Certainty.FIRM
        ),
        value=same.value if same and same.value else value_of(field, quote),
        found_by=NOTE_TAG,
        why=same.why if same else (),
        engine=within[0].engine if within else "",
    )


def polarity_of(words: str) -> Polarity:
    """What words say by themselves: no where they begin with a denial."""
    if _OPEN.match(words) or not words.strip("?"):
        return Polarity.OPEN
    return Polarity.NO if _NONE.match(words) else Polarity.YES
