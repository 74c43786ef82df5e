"""What the model of language made of texts, kept while the process runs.

Every page about a segment reads all texts of its survey; the model takes some 20 ms for each.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # It brings numpy in, which the bot starts without.
    from segmentation.coding import Floats

TEXTS_KEPT = 10_000  # 2 KB each
DIGEST_BYTES = 16


@dataclass(slots=True)
class EncodedTexts:
    """Encodes each text once, and forgets first what nobody asked for longest.

    Rows lie under hashes: a text of somebody who is erased does not stay in memory.
    """

    encode: "Callable[[list[str]], Floats]"
    most: int = TEXTS_KEPT
    _rows: "OrderedDict[bytes, Floats]" = field(default_factory=OrderedDict)

    def __call__(self, texts: list[str]) -> "Floats":
        """Rows of `encode` for these texts, in their order."""
        import numpy as np

        by_hash = {_hash(text): text for text in texts}
        new = [each for each in by_hash if each not in self._rows]
        if new:
            found = self.encode([by_hash[each] for each in new])
            # Copies, or one row kept would keep the whole of `found`.
            self._rows.update((each, row.copy()) for each, row in zip(new, found, strict=True))
        for each in by_hash:
            self._rows.move_to_end(each)
        rows: Floats = np.array([self._rows[_hash(text)] for text in texts])
        while len(self._rows) > self.most:
            self._rows.popitem(last=False)
        return rows


def _hash(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=DIGEST_BYTES).digest()
