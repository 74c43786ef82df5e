"""Every form is asked to its end or refused by sheet, row and reason; none breaks anything."""

from datetime import date

import pytest
from pyxform.errors import PyXFormError
from pyxform.xls2xform import convert

from surveys.documents.surveys import survey_from_dict, survey_to_dict
from surveys.xlsform.reader import examine_file
from tests.surveys.forms import FORMS
from tests.surveys.old_workbooks import as_xls
from tests.surveys.spreadsheets import Sheets, as_csv, as_xlsx, cells
from use_cases.authoring.rehearsing import rehearse

TAKEN_ALL_THE_SAME = {"no labels", "begin loop, the rows of a turn about one another"}
"""What pyxform refuses and a chat can do with: a name is a label, if need be; inside of a loop over
a list, a name means the same turn."""


def as_markdown(sheets: Sheets) -> bytes:
    lines: list[str] = []
    for name, table in sheets.items():
        lines.append(f"| {name} |")
        lines += ["| | " + " | ".join(row) + " |" for row in cells(table)]
    return "\n".join(lines).encode()


@pytest.mark.parametrize("name", FORMS)
def test_a_form_runs_or_is_refused_with_reasons(name: str) -> None:
    form = FORMS[name]
    examined = examine_file(as_xlsx(form.sheets))

    codes = {fault.code for fault in examined.faults}
    assert codes == set(form.refused), examined.faults
    assert all(fault.sheet and fault.line for fault in examined.faults)
    if examined.survey is not None:
        rehearsal = rehearse(examined.survey, people=12, seed=3, today=date(2026, 5, 3))
        assert rehearsal.stuck == 0, rehearsal.stuck_at
        assert survey_from_dict(survey_to_dict(examined.survey)) == examined.survey


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("save", [as_csv, as_markdown, as_xls])
def test_a_form_is_the_same_in_every_format(name: str, save: object) -> None:
    form = FORMS[name]
    if any(sheet.casefold() != sheet for sheet in form.sheets) or "&" in form.survey:
        pytest.skip("a sheet alone, named in capitals")
    assert callable(save)
    here, there = examine_file(save(form.sheets)), examine_file(as_xlsx(form.sheets))

    assert here.survey == there.survey
    assert [f.code for f in here.faults] == [f.code for f in there.faults]


@pytest.mark.parametrize("name", FORMS)
def test_what_pyxform_refuses_is_refused(name: str) -> None:
    """Whoever takes the form on to Kobo afterwards is not surprised."""
    form = FORMS[name]
    try:
        convert(as_xlsx(form.sheets), file_type=".xlsx")
    except PyXFormError as refused:
        assert form.refused or name in TAKEN_ALL_THE_SAME, f"{name}: {refused}"
