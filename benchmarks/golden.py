"""Few questions against the whole survey, out of sample, on open data.

`python -m benchmarks.golden` needs ../shared/data. It prints one line for each data set and method,
the figures of docs/golden.md.
"""

from typing import Any

from segmentation.finding import segment_coded
from segmentation.golden.adaptive import simulated
from segmentation.golden.selecting import golden_questions
from segmentation.values import Method, Recipe
from tests.segmentation.open_data import MCDONALDS, choices

SETS: tuple[tuple[str, Any, int], ...] = (("mcdonalds", MCDONALDS, 4), ("vacmot", 20, 6))


def main() -> None:
    """Fit, choose, ask, print."""
    print("data, method, k: whole | golden (n, right, interval) | asked until .8 (n, right, sure)")
    for name, columns, k in SETS:
        coded = choices(name, columns)
        for method in (Method.MIXTURE, Method.KMEANS):
            recipe = Recipe(scheme="open", items=(), segments=k, method=method, pairs=0, starts=20)
            run = segment_coded(coded, range(len(coded.values)), recipe)
            assert run.model is not None, "these data have segments"
            golden = golden_questions(coded, run.model)
            few = golden.steps[golden.proposed - 1]
            typed = [simulated(coded, run.model, golden, most=most) for most in (7, 20)]
            print(
                f"{name}, {method}, {k}: {golden.full:.3f} | {golden.proposed} {few.accuracy:.3f} "
                f"{few.low:.3f}-{few.high:.3f} worst segment {min(few.recall):.3f} | "
                + "; ".join(
                    f"at most {t.most}: {t.questions:.1f} {t.accuracy:.3f} sure {t.decided:.2f}, "
                    f"{t.fixed_questions} fixed {t.fixed_accuracy:.3f}"
                    for t in typed
                ),
                flush=True,
            )


if __name__ == "__main__":
    main()
