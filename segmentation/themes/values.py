# mypy: disable-error-code="import-untyped"
"""Themes as plain values: what each is called, and the numbers by which new texts find theirs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from segmentation.themes.wording import clauses_of, has_content, plain_text

if TYPE_CHECKING:  # They bring numpy in, which the bot starts without.
    from segmentation.coding import Floats
    from segmentation.themes.vectors import Encoder

DIGITS = 4
FORMAT = 2
NAMELESS = "№ "  # and a number: the name of a theme of which no word may be told


class OtherEncoder(ValueError):
    """The themes were found with an encoder that is not at hand; `name` tells which."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One theme: its name, its centre among texts, and how near a text must lie to speak of it.

    `people` spoke of it when it was found. `key` names it from run to run, whatever its name.
    """

    name: str
    meaning: tuple[float, ...]
    words: Mapping[int, float]  # by bucket
    near: float
    people: int
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Themes:
    """The themes of one open question. No answer and no word of one stands here but in names."""

    encoder: str  # "" where only words and letters were compared
    rarity: tuple[float, ...]
    middle: tuple[float, ...] = ()  # of what the encoder made of all texts
    themes: tuple[Theme, ...]
    answered: int  # people when they were found
    told: int = 0  # of them those who wrote something with content
    keys_given: int = 0  # the highest key ever used for the question

    @property
    def names(self) -> tuple[str, ...]:
        """What the themes are called."""
        return tuple(theme.name for theme in self.themes)

    @property
    def keys(self) -> tuple[str, ...]:
        """What the themes are known by from run to run."""
        return tuple(theme.key for theme in self.themes)

    def told_by(
        self, texts: Sequence[str], encoder: "Encoder | None"
    ) -> list[frozenset[str] | None]:
        """The names of the themes that each text speaks of; None for an empty answer.

        A text speaks of the theme nearest to it, and each of its clauses of the one nearest to
        that, if they are near enough. OtherEncoder where the texts cannot be compared.
        """
        names = self.names
        return [
            None if each is None else frozenset(names[place] for place in each)
            for each in self.places_told_by(texts, encoder)
        ]

    def places_told_by(
        self, texts: Sequence[str], encoder: "Encoder | None"
    ) -> list[frozenset[int] | None]:
        """As `told_by`, with the places of the themes in `themes`."""
        if self.encoder and (encoder is None or encoder.name != self.encoder):
            raise OtherEncoder(self.encoder)
        plain = [plain_text(text) for text in texts]
        parts = sorted({p for t in plain if has_content(t) for p in (t, *clauses_of(t))})
        nearest = self._nearest(parts, encoder if self.encoder else None)
        return [
            frozenset(nearest[part] for part in (text, *clauses_of(text)) if part in nearest)
            if text
            else None
            for text in plain
        ]

    def _nearest(self, parts: Sequence[str], encoder: "Encoder | None") -> dict[str, int]:
        if not parts:
            return {}
        scores = self.scores(parts, encoder)
        best = scores.argmax(axis=1)
        return {
            part: int(j)
            for part, j, score in zip(parts, best, scores.max(axis=1), strict=True)
            if score >= self.themes[j].near
        }

    def scores(self, texts: Sequence[str], encoder: "Encoder | None") -> "Floats":
        """How near each plain text lies to each centre: (texts, themes)."""
        import numpy as np

        from segmentation.themes.vectors import LEXICAL_WEIGHT, Lexicon, encoded, meanings

        lexicon = Lexicon(np.array(self.rarity))
        centres = np.zeros((len(self.themes), len(self.rarity)))
        for row, theme in enumerate(self.themes):
            centres[row, list(theme.words)] = list(theme.words.values())
        lexical: Floats = np.asarray(lexicon.rows(texts) @ centres.T)
        rows = meanings(encoded(encoder, texts), np.array(self.middle))
        meant = rows @ np.array([theme.meaning for theme in self.themes]).T
        scores: Floats = (meant + LEXICAL_WEIGHT * lexical).round(DIGITS)
        return scores

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values; `from_json` reads them back."""
        return {
            "format": FORMAT,
            "encoder": self.encoder,
            "rarity": list(self.rarity),
            "middle": list(self.middle),
            "answered": self.answered,
            "told": self.told,
            "keys_given": self.keys_given,
            "themes": [
                {
                    "name": theme.name,
                    "meaning": list(theme.meaning),
                    "words": [[bucket, weight] for bucket, weight in theme.words.items()],
                    "near": theme.near,
                    "people": theme.people,
                    "key": theme.key,
                }
                for theme in self.themes
            ],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Themes":
        """Read back what `to_json` wrote; ValueError for values of another format."""
        if data.get("format") != FORMAT:
            raise ValueError(f"not themes of format {FORMAT}")
        themes = tuple(
            Theme(
                **{
                    **theme,
                    "meaning": tuple(theme["meaning"]),
                    "words": {int(bucket): weight for bucket, weight in theme["words"]},
                }
            )
            for theme in data["themes"]
        )
        return cls(
            encoder=data["encoder"],
            rarity=tuple(data["rarity"]),
            middle=tuple(data["middle"]),
            answered=data["answered"],
            told=data.get("told", 0),
            keys_given=data.get("keys_given", 0),
            themes=themes,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What was looked for in the answers to one open question, and what was found.

    `answered` people wrote anything, `told` of them something with content; `themes` is None where
    too few did, or shuffled words fall apart as well.
    """

    answered: int
    told: int
    themes: Themes | None = None

    @property
    def names(self) -> Mapping[str, str]:
        """What the themes are called, by key."""
        found = self.themes.themes if self.themes is not None else ()
        return {theme.key: theme.name for theme in found}

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values; `from_json` reads them back."""
        themes = None if self.themes is None else self.themes.to_json()
        return {"answered": self.answered, "told": self.told, "themes": themes}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Sought":
        """Read back what `to_json` wrote."""
        themes = data["themes"]
        return cls(
            answered=data["answered"],
            told=data["told"],
            themes=None if themes is None else Themes.from_json(themes),
        )
