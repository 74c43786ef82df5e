"""The segment report as one self-contained HTML page: no server, no script, nothing to download."""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.reports.charts import SEGMENT_COLOURS
from bot.reports.page import PageBuilder
from bot.reports.rules_page import rules_page
from bot.reports.sentences import Sentences
from segmentation.grounds import Grounds
from use_cases.reporting.illustrating import Illustration
from use_cases.reporting.values import ReportData

TEMPLATES = Path(__file__).parent / "templates"

_pages = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def write_html(
    report: ReportData, language: str, drawn: Mapping[Grounds, Illustration] | None = None
) -> str:
    """The page in one of the bot's languages; anybody's words in it are escaped."""
    drawn = drawn or {}
    says = Sentences.of(report, language)
    return _pages.get_template("report.html").render(
        words=says.words,
        language=says.words.language,
        title=says.text(report.survey.title) or says.words("report-no-survey"),
        made=says.words("report-made", date=says.numbers.date(report.made_at)),
        simulated=report.simulated,
        headline=says.headline(),
        assisted=says.assisted(),
        quality=[
            says.words(f"quality-{flag.value}", shown=says.numbers.count(count))
            for flag, count in report.quality
        ],
        weights=says.weights(report),
        schemes=[
            PageBuilder(says, scheme, drawn.get(scheme.grounds)).page() for scheme in report.schemes
        ],
        rules=rules_page(says),
        reading=says.reading(),
        colours=list(enumerate(SEGMENT_COLOURS, start=1)),
    )
