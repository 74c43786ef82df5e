"""A picture with a question: an https address, in YAML and in spreadsheets; files are told of."""

from surveys.documents.surveys import survey_from_dict, survey_to_dict
from surveys.faults import FaultCode
from surveys.questions import Survey
from surveys.xlsform.reader import examine_file
from surveys.yaml.reader import read_survey

ADDRESS = "https://example.org/yard.png"
FORM = """survey,,,,
,type,name,label,media::image
,select_one yn,bench,Here?,{picture}
choices,,,,
,list_name,name,label,media::image
,yn,y,Yes,{choice}
,yn,n,No,
"""


def test_the_picture_stays_with_its_question() -> None:
    """As written, as kept."""
    text = f"""
survey: yard
language: en
title: Yard
questions:
  - {{key: bench, yes_no: Here?, picture: "{ADDRESS}"}}
"""
    survey = read_survey(text)
    assert isinstance(survey, Survey)
    assert survey.questions[0].picture == ADDRESS
    assert survey_from_dict(survey_to_dict(survey)) == survey


def test_a_form_shows_addresses_and_tells_of_files() -> None:
    """A file beside the form cannot be seen from here; nor can a button show a picture."""
    shown = examine_file(FORM.format(picture=ADDRESS, choice="").encode())
    assert shown.survey is not None
    assert shown.survey.questions[0].picture == ADDRESS
    assert not shown.faults

    named = examine_file(FORM.format(picture="yard.png", choice="yes.png").encode())
    assert named.survey is not None
    codes = {fault.code for fault in named.warnings}
    assert {FaultCode.PICTURE_NO_ADDRESS, FaultCode.COLUMN_IGNORED} <= codes
