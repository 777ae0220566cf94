import pytest

from assistant.domain.engine import Extractor
from assistant.extraction.loading import load_extractor


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """Rules alone, all of them."""
    return load_extractor(model=None)
