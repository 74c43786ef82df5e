"""Standard scores of the scales that have one: NPS, CSAT, CES."""

from collections.abc import Iterable

from surveys.questions import Gauge

_TOP = {Gauge.CSAT: 4, Gauge.CES: 5}  # From here on: satisfied; agrees that it was easy.
PROMOTER_MIN, PASSIVE_MIN = 9, 7


def groups(gauge: Gauge, ratings: Iterable[int]) -> tuple[int, ...] | None:
    """How many people stand in each group that the score is made of, the best group first.

    NPS: promoters, passives, detractors. CSAT and CES: the content, the others. None: no score.
    """
    given = list(ratings)
    if gauge is Gauge.NPS:
        promoters = sum(rating >= PROMOTER_MIN for rating in given)
        passives = sum(PASSIVE_MIN <= rating < PROMOTER_MIN for rating in given)
        return promoters, passives, len(given) - promoters - passives
    if gauge in _TOP:
        top = sum(rating >= _TOP[gauge] for rating in given)
        return top, len(given) - top
    return None


def score(gauge: Gauge, counts: tuple[int, ...]) -> int:
    """NPS from -100 to 100; CSAT and CES as the percentage of the content. Needs somebody."""
    if gauge is Gauge.NPS:
        promoters, _, detractors = counts
        return round(100 * (promoters - detractors) / sum(counts))
    return round(100 * counts[0] / sum(counts))
