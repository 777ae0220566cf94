"""The questions of a session, to go back to. Pure."""


class AskedBefore:
    """Questions in the order they were asked; one is looked at, or none."""

    def __init__(self) -> None:
        self._asked: list[str] = []
        self._at = 0

    def add(self, question: str) -> None:
        """Keep a question; one that was asked before is the latest again."""
        self._asked = [*(one for one in self._asked if one != question), question]
        self._at = len(self._asked)

    def shows(self, text: str) -> bool:
        """Whether a row is what is looked at: a question from here, or none yet."""
        looked_at = self._asked[self._at] if self._at < len(self._asked) else ""
        return text.strip().removeprefix("?").strip() == looked_at

    def step(self, by: int) -> str | None:
        """The question before (-1) or after (1), "" behind the last; None before the first."""
        if not 0 <= self._at + by <= len(self._asked):
            return None
        self._at += by
        return self._asked[self._at] if self._at < len(self._asked) else ""

    def leave(self) -> None:
        """Look at none."""
        self._at = len(self._asked)
