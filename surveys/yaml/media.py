"""Questions that take files, in a survey file."""

import yaml

from surveys.documents.parts import Common
from surveys.faults import FaultCode
from surveys.media import FILES_MAX, MEGABYTES_MAX, MediaKind
from surveys.questions import MediaQuestion
from surveys.yaml.common import Lines
from surveys.yaml.nodes import read_whole
from surveys.yaml.texts import Reading, did_you_mean


def read_media(kind: MediaKind, found: Lines, common: Common, reading: Reading) -> MediaQuestion:
    """The question; `also` names kinds that are taken besides."""
    return MediaQuestion(
        **common,
        accepted=tuple(dict.fromkeys((kind, *_also(found, reading)))),
        files=_whole(found, "files", FILES_MAX, reading) or 1,
        megabytes=_whole(found, "megabytes", MEGABYTES_MAX, reading) or MEGABYTES_MAX,
    )


def _also(found: Lines, reading: Reading) -> list[MediaKind]:
    if "also" not in found:
        return []
    node = found["also"].value
    written = node.value if isinstance(node, yaml.SequenceNode) else [node]
    kinds = []
    for each in written:
        name = each.value if isinstance(each, yaml.ScalarNode) else "…"
        if name in tuple(MediaKind):
            kinds.append(MediaKind(name))
            continue
        facts = {"value": name, "allowed": ", ".join(MediaKind)}
        better = did_you_mean(name, MediaKind)
        reading.note(each, FaultCode.UNKNOWN_BASIS, suggestion=better, **facts)
    return kinds


def _whole(found: Lines, place: str, most: int, reading: Reading) -> int | None:
    if place not in found:
        return None
    return read_whole(found[place].value, place, reading.inside, reading.notes, (1, most))
