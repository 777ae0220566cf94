"""Which labels are names, as far as is known by now."""

from collections import Counter

from assistant.ingest.speakers import Labelled, Names, cut_label, speakers_among


class NamesSoFar:
    """Learns names line by line.

    As long as every line has a label, any is a name that is no topic. Later one that comes
    for the first time has to look like a name. One with colons is whole once it comes again.
    """

    def __init__(self) -> None:
        self._names = Names()
        self._seen: Counter[str] = Counter()
        self._everywhere = True

    def cut(self, text: str) -> Labelled | None:
        """The name and the words of the next line; None where no name is in front."""
        cut = cut_label(text)
        if cut is None:
            self._everywhere = False
            return None
        self._names.learn(cut)
        cut = self._names.whole(cut)
        self._seen[cut.label] += 1
        labels = [cut.label] * min(2, self._seen[cut.label])
        names = speakers_among(labels, generous=self._everywhere)
        return cut if cut.label in names else None
