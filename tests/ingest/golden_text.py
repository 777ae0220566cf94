"""A transcript as a golden file writes it: one line a turn, to be read by a person."""

import json

from assistant.domain.transcript import Transcript


def golden_text(read: Transcript) -> str:
    """The facts, then ``[line, start, end, speaker, side, words]`` for each turn."""
    facts = [
        f'"format": {_json(read.format)}',
        f'"kind": {_json(read.kind)}',
        f'"call_date": {_json(read.call_date and str(read.call_date))}',
        f'"title": {_json(read.title)}',
        f'"participants": {_json([[one.name, one.side] for one in read.participants])}',
    ]
    turns = [
        _json([turn.line, turn.start, turn.end, turn.speaker, turn.side, turn.text])
        for turn in read.turns
    ]
    return "{\n" + ",\n".join(facts) + ',\n"turns": [\n' + ",\n".join(turns) + "\n]\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
