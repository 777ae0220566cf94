"""As soon as possible: "asap", "right away", "we needed it yesterday"."""

from assistant.extraction.values.periods.scene import Scene
from assistant.extraction.values.periods.terms import edges

_REACH = 6


def read_haste(scene: Scene, at: int) -> int | None:
    """The word after a phrase of haste that begins at ``at``."""
    hit = edges().haste.at(scene.words, at)
    if hit is not None:
        return hit[1]
    if scene.lower(at) != "yesterday":
        return None
    before = {scene.lower(back) for back in range(max(0, at - _REACH), at)}
    return at + 1 if before & edges().wanting and not before & edges().happened else None
