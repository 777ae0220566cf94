"""What of the engine reads."""

from typing import Literal

Parts = Literal["both", "tagger", "rules"]
"""An evaluation looks at the parts alone, too."""
