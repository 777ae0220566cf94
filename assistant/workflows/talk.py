"""How a call is talked: what a face shows of it."""

from assistant.domain.figures import USUAL_QUESTIONS, USUAL_SHARE
from assistant.figures.talk import Talk, TalkFigures

__all__ = ["USUAL_QUESTIONS", "USUAL_SHARE", "Talk", "TalkFigures"]
