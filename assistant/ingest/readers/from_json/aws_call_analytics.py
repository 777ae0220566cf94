"""Amazon Transcribe Call Analytics: the output of a job."""

from assistant.domain.fields import Kind, Side
from assistant.domain.transcript import Participant
from assistant.ingest.json_values import Record, at, have, records, seconds_in, words_in
from assistant.ingest.pieces import Piece, Reading, runs

_MILLISECONDS = 0.001
_SIDES = {"AGENT": Side.REP, "CUSTOMER": Side.PROSPECT}


class AwsCallAnalyticsReader:
    """Pieces by AGENT and CUSTOMER; times in milliseconds. Masked words stay ``[PII]``."""

    id = "aws_call_analytics"
    title = "AWS Call Analytics JSON"
    kinds = (Kind.CALL,)

    def recognises(self, document: object) -> bool:
        return have(records(at(document, "Transcript")), "Content", "ParticipantRole")

    def read(self, document: object) -> Reading:
        said = records(at(document, "Transcript"))
        roles = dict.fromkeys(words_in(one.get("ParticipantRole")) for one in said)
        return Reading(
            pieces=runs(map(_piece, said), nameless_follow=False),
            participants=tuple(
                Participant(name=role.capitalize(), side=_SIDES.get(role, Side.UNKNOWN))
                for role in roles
                if role
            ),
        )


def _piece(said: Record) -> Piece:
    return Piece(
        text=words_in(said.get("Content")),
        speaker=words_in(said.get("ParticipantRole")).capitalize() or None,
        start=seconds_in(said.get("BeginOffsetMillis"), _MILLISECONDS),
        end=seconds_in(said.get("EndOffsetMillis"), _MILLISECONDS),
    )
