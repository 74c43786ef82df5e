"""A run as plain JSON values and back: runs are kept for ever, and never as pickle."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from segmentation.model import Column, Feature, FeatureKind, Model, OpinionMap, Sureness
from segmentation.model_soundness import is_sound
from segmentation.run import (
    Calibration,
    Direction,
    Evidence,
    Marker,
    Measure,
    Membership,
    Reliability,
    Segment,
    SegmentationRun,
    Verdict,
)
from segmentation.themes.values import Sought
from segmentation.values import Recipe

FORMAT = 1  # of the values written; raised when they change


def to_json(run: SegmentationRun) -> dict[str, Any]:
    """The run as values for `json.dumps`; `from_json` reads them back to an equal run."""
    data = asdict(run)
    data["format"] = FORMAT
    data["recipe"] = run.recipe.to_json()
    data["sought"] = {key: each.to_json() for key, each in run.sought.items()}
    data["memberships"] = [
        [person, m.segment, m.probability, m.decided] for person, m in run.memberships.items()
    ]
    return data


def from_json(data: Mapping[str, Any]) -> SegmentationRun:
    """Read back what `to_json` wrote; ValueError for values of another format."""
    if data.get("format") != FORMAT:
        raise ValueError(f"not a run of format {FORMAT}")
    rest = {key: value for key, value in data.items() if key != "format"}
    return SegmentationRun(
        **{
            **rest,
            "recipe": Recipe.from_json(data["recipe"]),
            "verdict": Verdict(data["verdict"]),
            "segments": tuple(_segment(s) for s in data["segments"]),
            "memberships": {row[0]: Membership(*row[1:]) for row in data["memberships"]},
            "evidence": tuple(_evidence(e) for e in data["evidence"]),
            "model": None if data["model"] is None else _model(data["model"]),
            "retired": tuple(data["retired"]),
            "sought": {k: Sought.from_json(s) for k, s in data.get("sought", {}).items()},
            "scales": {n: Reliability(**r) for n, r in data.get("scales", {}).items()},
            "calibration": tuple(Calibration(**c) for c in data.get("calibration", ())),
        }
    )


def _segment(data: Mapping[str, Any]) -> Segment:
    return Segment(
        **{
            **data,
            "profile": tuple(Measure(**line) for line in data["profile"]),
            "more": tuple(_marker(m) for m in data["more"]),
            "less": tuple(_marker(m) for m in data["less"]),
            "typical": tuple(data["typical"]),
        }
    )


def _marker(data: Mapping[str, Any]) -> Marker:
    return Marker(**{**data, "direction": Direction(data["direction"])})


def _evidence(data: Mapping[str, Any]) -> Evidence:
    verdict = data["verdict"]
    return Evidence(
        **{
            **data,
            "sizes": tuple(data["sizes"]),
            "jaccard": tuple(data["jaccard"]),
            "verdict": None if verdict is None else Verdict(verdict),
        }
    )


def _model(data: Mapping[str, Any]) -> Model:
    model = Model(
        segments=tuple(data["segments"]),
        shares=tuple(data["shares"]),
        columns=tuple(_column(column) for column in data["columns"]),
        spread=data["spread"],
        temperatures=tuple(data.get("temperatures", ())),
        opinions=None if data.get("opinions") is None else _opinions(data["opinions"]),
    )
    if not is_sound(model):
        raise ValueError("a model whose parts do not fit each other")
    return model


def _opinions(data: Mapping[str, Any]) -> OpinionMap:
    return OpinionMap(
        means=tuple(data["means"]),
        axes=tuple(tuple(row) for row in data["axes"]),
        centres=tuple(tuple(row) for row in data["centres"]),
        votes_min=data["votes_min"],
        sureness=None if data.get("sureness") is None else _sureness(data["sureness"]),
    )


def _sureness(data: Mapping[str, Any]) -> Sureness:
    return Sureness(
        told=tuple(tuple(tuple(cell) for cell in row) for row in data["told"]),
        on_map=(data["on_map"][0], data["on_map"][1]),
        by_votes=(data["by_votes"][0], data["by_votes"][1]),
        votes_most=data["votes_most"],
    )


def _column(data: Mapping[str, Any]) -> Column:
    feature = data["feature"]
    return Column(
        feature=Feature(
            **{
                **feature,
                "kind": FeatureKind(feature["kind"]),
                "levels": tuple(feature["levels"]),
                "absent": tuple(feature.get("absent", ())),
                "parts": tuple(feature.get("parts", ())),
                "turned": tuple(feature.get("turned", ())),
            }
        ),
        probabilities=tuple(tuple(row) for row in data["probabilities"]),
        means=tuple(data["means"]),
        variance=data["variance"],
    )
