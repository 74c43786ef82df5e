"""Files, places and telephone numbers as answers."""

import pytest

from surveys.answers import Contacted, Located, Sent, from_json, to_json
from surveys.documents.reading import question_from_dict
from surveys.documents.writing import question_to_dict
from surveys.engine import AnswerRejected, Response, begin, go_back, take_reply
from surveys.media import MEGABYTE, MediaFile, MediaKind
from surveys.questions import (
    ContactQuestion,
    LocationQuestion,
    MediaQuestion,
    QuestionKey,
    Survey,
)
from surveys.reading.answers import read_answer
from surveys.rejections import Reason, Rejected
from surveys.replies import Reply, SentContact, SentFile, SentPlace, TappedDone, Typed
from surveys.text import Text
from surveys.yaml.reader import read_survey

PHOTO, VIDEO = MediaKind.PHOTO, MediaKind.VIDEO
LEAK = MediaQuestion(
    key=QuestionKey("leak"), prompt=Text({"en": "Show it"}), accepted=(PHOTO, VIDEO), files=3
)
BILL = MediaQuestion(
    key=QuestionKey("bill"), prompt=Text({"en": "The bill"}), accepted=(MediaKind.DOCUMENT,)
)
PLACE = LocationQuestion(key=QuestionKey("place"), prompt=Text({"en": "Where?"}))
PHONE = ContactQuestion(key=QuestionKey("phone"), prompt=Text({"en": "Your number?"}))
SURVEY = Survey(key="s", title=Text({"en": "S"}), questions=(LEAK, BILL, PLACE))


def a_file(unique: str, kind: MediaKind = PHOTO, **more: object) -> SentFile:
    return SentFile(MediaFile(kind=kind, file_id=unique, unique_id=unique, **more))  # type: ignore[arg-type]


def after(*replies: Reply) -> Response:
    """Where these replies lead, one after another."""
    response = begin(SURVEY)
    for reply in replies:
        response = take_reply(SURVEY, response, response.current or "", reply).response
    return response


def reason(question: MediaQuestion, reply: Reply) -> Reason | None:
    answer = read_answer(question, reply)
    return answer.reason if isinstance(answer, Rejected) else None


def test_several_photos_are_one_answer() -> None:
    """Each is kept as soon as it comes; Done, or the last that is taken, goes on."""
    two = after(a_file("a"), a_file("b"))
    assert (two.current, names(two)) == ("leak", ("a", "b"))
    done = take_reply(SURVEY, two, "leak", TappedDone()).response
    assert (done.current, names(done)) == ("bill", ("a", "b"))

    assert after(a_file("a"), a_file("b"), a_file("c")).current == "bill"


def names(response: Response) -> tuple[str, ...]:
    answer = response.answers[LEAK.key]
    assert isinstance(answer, Sent)
    return tuple(file.unique_id for file in answer.files)


def test_the_same_photo_twice_is_one() -> None:
    """A file forwarded once more is known by its unique id."""
    assert names(after(a_file("a"), a_file("a"))) == ("a",)


def test_what_an_album_holds_too_many_answers_nothing_else() -> None:
    """The fourth photo of an album is no answer to the question that came meanwhile."""
    three = after(*(a_file(name, album="x") for name in "abc"))
    step = take_reply(SURVEY, three, "bill", a_file("d", album="x"))

    assert three == step.response
    assert step.events == (AnswerRejected(LEAK.key, Rejected(Reason.FILE_BEYOND)),)


def test_coming_back_begins_anew() -> None:
    """A file sent after Back takes the place of those sent before."""
    back = go_back(SURVEY, after(a_file("a"), a_file("b"), TappedDone())).response

    assert names(take_reply(SURVEY, back, "leak", a_file("c")).response) == ("c",)


def test_files_of_other_kinds() -> None:
    """A picture sent as a document is a picture; a voice is none; 21 MB are too many."""
    scanned = a_file("a", MediaKind.DOCUMENT, mime="image/png")
    answer = read_answer(LEAK, scanned)
    assert isinstance(answer, Sent)
    assert PHOTO is answer.files[0].kind
    assert reason(LEAK, a_file("a", MediaKind.VOICE)) is Reason.FILE_OF_ANOTHER_KIND
    assert reason(BILL, a_file("a")) is Reason.FILE_OF_ANOTHER_KIND
    assert reason(LEAK, a_file("a", size=20 * MEGABYTE + 1)) is Reason.FILE_TOO_LARGE
    assert reason(LEAK, a_file("a", size=20 * MEGABYTE)) is None
    assert reason(LEAK, Typed("here")) is Reason.FILE_NEEDED


@pytest.mark.parametrize(
    "text",
    ["50.4501, 30.5234", "50.4501 30.5234", "50.4501,30.5234", "50,4501; 30,5234",
     "50.4501° N, 30.5234° E"],
)  # fmt: skip
def test_typed_coordinates(text: str) -> None:
    """As maps and people write them."""
    assert Located(50.4501, 30.5234) == read_answer(PLACE, Typed(text))


@pytest.mark.parametrize("text", ["Khreshchatyk 1", "95.0, 30.0", "50.45", "1, 2, 3", ""])
def test_an_address_is_no_place(text: str) -> None:
    """What the map cannot show is asked for again."""
    assert Rejected(Reason.PLACE_NEEDED) == read_answer(PLACE, Typed(text))


def test_south_and_west_are_below_zero() -> None:
    assert Located(-33.5, -70.25) == read_answer(PLACE, Typed("33.5 S 70.25 W"))
    assert Located(-33.5, -70.25) == read_answer(PLACE, SentPlace(-33.5, -70.25))


def test_only_ones_own_number() -> None:
    """A neighbour's card and a number in words are not taken."""
    assert Contacted("+380501234567") == read_answer(PHONE, SentContact("380501234567", True))
    theirs = read_answer(PHONE, SentContact("+380501234567", False))
    assert Rejected(Reason.CONTACT_OF_ANOTHER) == theirs
    assert Rejected(Reason.CONTACT_NEEDED) == read_answer(PHONE, Typed("+380501234567"))


def test_questions_and_answers_are_kept() -> None:
    """What is written down reads back equal."""
    for question in (LEAK, BILL, PLACE, PHONE):
        assert question == question_from_dict(question_to_dict(question))
    sent = read_answer(LEAK, a_file("a", size=5, mime="image/jpeg", name="x.jpg", caption="Look"))
    assert isinstance(sent, Sent)
    for answer in (sent, Located(50.45, -30.5), Contacted("+380501234567")):
        assert answer == from_json(*to_json(answer))


def test_a_survey_file_says_what_is_taken() -> None:
    """Kinds, how many, and how large."""
    text = """
survey: s
title: S
questions:
  - {key: leak, photo: Show it, also: [video, voice], files: 3, megabytes: 5}
  - {key: place, location: Where?}
  - {key: phone, contact: Your number?, optional: yes}
"""
    survey = read_survey(text)
    assert isinstance(survey, Survey), survey
    leak = survey.questions[0]
    assert isinstance(leak, MediaQuestion)
    kinds = (PHOTO, VIDEO, MediaKind.VOICE)
    assert (kinds, 3, 5) == (leak.accepted, leak.files, leak.megabytes)
    assert not isinstance(read_survey(text.replace("voice]", "sticker]")), Survey)
