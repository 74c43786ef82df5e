"""The segment report as one self-contained HTML page: no server, no script, nothing to download."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.reports.charts import SEGMENT_COLOURS
from bot.reports.page import PageBuilder
from bot.reports.sentences import Sentences
from use_cases.report_values import ReportData

TEMPLATES = Path(__file__).parent / "templates"

_pages = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def write_html(report: ReportData, language: str) -> str:
    """The page in one of the bot's languages; anybody's words in it are escaped."""
    says = Sentences.of(report, language)
    return _pages.get_template("report.html").render(
        words=says.words,
        language=says.words.language,
        title=says.text(report.survey.title),
        made=says.words("report-made", date=says.numbers.date(report.made_at)),
        simulated=report.simulated,
        headline=[
            (says.numbers.count(report.completed), says.words("report-answered")),
            (says.numbers.count(report.unfinished), says.words("report-unfinished")),
            (says.numbers.count(report.points), says.words("report-points-given")),
        ],
        schemes=[PageBuilder(says, scheme).page() for scheme in report.schemes],
        reading=says.reading(),
        colours=list(enumerate(SEGMENT_COLOURS, start=1)),
    )
