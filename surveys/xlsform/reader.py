"""A spreadsheet becomes a survey, or one list of everything that is wrong with it, cell by cell."""

from dataclasses import replace

from surveys.decoding import NotText, decoded
from surveys.faults import Fault, FaultCode
from surveys.limits import FILE_BYTES_MAX
from surveys.rejections import Fact
from surveys.xlsform.form import Form
from surveys.xlsform.sheets import (
    HeaderTwice,
    UnreadableWorkbook,
    headers_of,
    is_workbook,
    read_workbook,
)
from surveys.yaml.reader import Examination, examine_node, examine_survey
from surveys.yaml.texts import Reading


def examine_file(content: bytes) -> Examination:
    """What a survey file holds, be it YAML or a spreadsheet: the bytes say which."""
    if len(content) > FILE_BYTES_MAX:
        facts = {"limit": FILE_BYTES_MAX, "length": len(content)}
        return Examination(None, (Fault(1, 1, FaultCode.FILE_TOO_LARGE, facts),), ())
    if is_workbook(content):
        return examine_workbook(content)
    try:
        found = decoded(content)
    except NotText:
        return Examination(None, (Fault(1, 1, FaultCode.NOT_UTF8),), ())
    examined = examine_survey(found.text)
    if found.guessed:
        guessed = Fault(1, 1, FaultCode.LETTERS_GUESSED)
        examined = replace(examined, warnings=(guessed, *examined.warnings))
    headers = headers_of(content) if examined.survey is None else ()
    if not headers:
        return examined
    named: dict[str, Fact] = {"found": ", ".join(headers)}
    fault = Fault(1, 1, FaultCode.TABLE_HEADERS, named, "type,name,label")
    return Examination(None, (fault,), ())


def examine_workbook(content: bytes) -> Examination:
    """What an XLSForm holds; each fault names its sheet, row and column."""
    try:
        book = read_workbook(content)
    except HeaderTwice as twice:
        named: dict[str, Fact] = {"place": twice.header}
        at = (twice.row, twice.column, FaultCode.HEADER_TWICE, named)
        fault = Fault(*at, sheet=twice.sheet, header=twice.header)
        return Examination(None, (fault,), ())
    except UnreadableWorkbook as broken:
        facts = {"problem": str(broken)}
        return Examination(None, (Fault(1, 1, FaultCode.WORKBOOK_BROKEN, facts),), ())
    if not book.get("survey"):
        return Examination(None, (Fault(1, 1, FaultCode.NO_SURVEY_SHEET, sheet="survey"),), ())
    reading = Reading()
    return examine_node(Form(book, reading).node(), reading)
