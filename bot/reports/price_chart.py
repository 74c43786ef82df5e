"""The picture of price sensitivity: four curves, four prices, how sure each is."""

from io import BytesIO
from typing import Any

from bot.words import Words
from surveys.prices import CONSTRUCTS, Point, Sensitivity

COLOURS = ("#0072B2", "#56B4E9", "#E69F00", "#D55E00")  # Okabe-Ito; cheap is blue, dear is orange.
DASHES = ("-", "--", "--", "-")
INK, PAPER, ACCENT = "#1A1A1A", "#FFFFFF", "#2A6F97"
TITLE_CHARS_MAX = 60
INCHES, DOTS_AN_INCH = (7.2, 7.2), 150  # 1080 dots: one phone's width.


def price_chart(found: Sensitivity, title: str, unit: str, language: str) -> bytes:
    """A PNG with its sentences in that language."""
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    mpl.rcParams["text.parse_math"] = False  # A title with two dollars is no formula.
    words = Words(language)
    figure = Figure(figsize=INCHES, dpi=DOTS_AN_INCH, facecolor=PAPER)
    FigureCanvasAgg(figure)
    figure.subplots_adjust(left=0.1, right=0.97, top=0.82, bottom=0.15)
    axes = figure.add_subplot()
    _curves(axes, found, words)
    _points(axes, found, words)
    _frame(axes, found, unit, words)
    low, high = found.points[Point.PMC].price, found.points[Point.PME].price
    said = words("prices-title", low=number(low), high=number(high), unit=unit)
    figure.text(0.05, 0.94, said, fontsize=14, weight="bold", color=INK)
    shown = title if len(title) <= TITLE_CHARS_MAX else title[: TITLE_CHARS_MAX - 1] + "…"
    about = words("prices-subtitle", title=shown, people=found.people)
    figure.text(0.05, 0.9, about, fontsize=10.5, color="#555555")
    figure.text(0.05, 0.03, words("prices-note"), fontsize=8.5, color="#555555")
    content = BytesIO()
    figure.savefig(content, format="png", facecolor=PAPER)
    return content.getvalue()


def number(price: float) -> str:
    """As exact as a price of that size is said."""
    digits = 0 if price >= 100 else 1 if price >= 10 else 2
    written = f"{price:,.{digits}f}".replace(",", "\u202f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def _curves(axes: Any, found: Sensitivity, words: Words) -> None:
    """Each curve with its name beside it, and a dash of its own for those who see no colours."""
    for place, construct in enumerate(CONSTRUCTS):
        shares = [_percent(share) for share in found.curves[place]]
        axes.plot(
            found.grid, shares, color=COLOURS[place], linestyle=DASHES[place], linewidth=2.2,
            label=words(f"prices-{construct.replace('_', '-')}"),
        )  # fmt: skip
    axes.legend(
        loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=4, frameon=False, fontsize=10,
        handlelength=1.8, columnspacing=1.2,
    )  # fmt: skip


def _percent(share: float | None) -> float:
    """A gap in the line where there is no public share."""
    return float("nan") if share is None else 100 * share


def _points(axes: Any, found: Sensitivity, words: Words) -> None:
    """A line at each price, and the band in which it may as well lie."""
    for place, (point, estimate) in enumerate(found.points.items()):
        axes.axvspan(estimate.low, estimate.high, color=ACCENT, alpha=0.09, linewidth=0)
        axes.axvline(estimate.price, color=ACCENT, linewidth=1, linestyle=":")
        height = 97 - 7 * place
        axes.annotate(
            f"{words(f'prices-point-{point.value}')} {number(estimate.price)}",
            (estimate.price, height), xytext=(4, 0), textcoords="offset points",
            fontsize=9.5, color=INK, va="center",
            bbox={"facecolor": PAPER, "edgecolor": "none", "alpha": 0.8, "pad": 1},
        )  # fmt: skip


def _frame(axes: Any, found: Sensitivity, unit: str, words: Words) -> None:
    span = found.points[Point.PME].high - found.points[Point.PMC].low
    low = max(found.grid[0], found.points[Point.PMC].low - span)
    high = min(found.grid[-1], found.points[Point.PME].high + span)
    if high > low:
        axes.set_xlim(low, high)  # Where the curves cross; a few odd prices would flatten them.
    axes.set_ylim(0, 100)
    axes.yaxis.set_major_formatter(lambda share, _: f"{share:.0f} %")
    axes.xaxis.set_major_formatter(lambda price, _: number(price))
    axes.set_xlabel(words("prices-axis") + (f", {unit}" if unit else ""), color=INK)
    axes.grid(axis="y", color="#E5E5E5", linewidth=0.8)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
