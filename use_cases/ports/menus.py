"""What a manager can choose from while a rule is put together: words that are in use."""

from collections.abc import Sequence
from typing import Protocol

from segmentation.rules.tree import FieldKey

MENU_MAX = 50
"""More than any chat shows; what is rarer is typed."""


class Menus(Protocol):
    """Of those who agreed to be known; the commonest first, then by the alphabet."""

    async def kinds(self) -> Sequence[str]:
        """The kinds of what people did."""
        ...

    async def traits(self, kind: str, trait: str) -> Sequence[str]:
        """Items, categories, makers or places of deeds of that kind, folded."""
        ...

    async def values(self, key: FieldKey) -> Sequence[str]:
        """Texts and labels that people have now under that key."""
        ...

    async def arguments(self, name: str) -> Sequence[str]:
        """What stands first in the brackets of the field of that name: names of own fields."""
        ...
