"""Reading files, places and telephone numbers as answers."""

import re
from collections.abc import Mapping
from dataclasses import replace

from surveys.answers import Answer, Contacted, Located, Sent
from surveys.media import CAPTION_CHARS_MAX, MEGABYTE
from surveys.questions import MediaQuestion, Question, QuestionKey
from surveys.reading.typed import clean_text
from surveys.rejections import Reason, Rejected
from surveys.replies import Reply, SentContact, SentFile, SentPlace, Typed

LATITUDE_MAX, LONGITUDE_MAX = 90.0, 180.0

_DEGREES = r"([+-]?\d{1,3}(?:[.,]\d{1,12})?)\s*°?\s*([NSEWСЮВЗ]?)"
_PLACE = re.compile(rf"\s*{_DEGREES}\s*[;,\s]\s*{_DEGREES}\s*", re.IGNORECASE)
_BACKWARDS = frozenset("SWЮЗ")  # South and west are below zero.


def read_media(question: MediaQuestion, reply: Reply) -> Sent | Rejected:
    """One file, if it is of an accepted kind and not too large."""
    wanted = question.accepted[0]
    if not isinstance(reply, SentFile):
        return Rejected(Reason.FILE_NEEDED, {"kind": wanted.value})
    file = reply.file
    kind = file.taken_as(question.accepted)
    if kind is None:
        facts = {"kind": wanted.value, "sent": file.kind.value}
        return Rejected(Reason.FILE_OF_ANOTHER_KIND, facts)
    if file.size is not None and file.size > question.megabytes * MEGABYTE:
        megabytes = -(-file.size // MEGABYTE)
        facts_of_size = {"megabytes": megabytes, "limit": question.megabytes}
        return Rejected(Reason.FILE_TOO_LARGE, facts_of_size)
    caption = clean_text(file.caption or "")[:CAPTION_CHARS_MAX] or None
    return Sent((replace(file, kind=kind, caption=caption),))


def with_earlier(answer: Sent, before: Answer | None) -> Sent:
    """The new file beside those sent before; the same file once more takes its own place."""
    if not isinstance(before, Sent):
        return answer
    by_id = {file.unique_id: file for file in (*before.files, *answer.files)}
    return Sent(tuple(by_id.values()))


def beyond(answers: Mapping[QuestionKey, Answer], reply: Reply) -> QuestionKey | None:
    """The question that has taken its share of the album to which the file belongs, if any."""
    if not isinstance(reply, SentFile) or reply.file.album is None:
        return None
    for key, answer in answers.items():
        if isinstance(answer, Sent) and answer.files[-1].album == reply.file.album:
            return key
    return None


def more_may_come(question: Question, answer: Answer) -> bool:
    """Whether the question takes further files."""
    files = answer.files if isinstance(answer, Sent) else ()
    return isinstance(question, MediaQuestion) and 0 < len(files) < question.files


def read_place(reply: Reply) -> Located | Rejected:
    """A place that was sent, or coordinates as maps show them: "50.4501, 30.5234"."""
    match reply:
        case SentPlace(latitude, longitude):
            return Located(latitude, longitude)
        case Typed(text):
            found = _coordinates(text)
            return found or Rejected(Reason.PLACE_NEEDED)
    return Rejected(Reason.PLACE_NEEDED)


def read_contact(reply: Reply) -> Contacted | Rejected:
    """One's own number, by Telegram's button: anything else might be a neighbour's."""
    if not isinstance(reply, SentContact):
        return Rejected(Reason.CONTACT_NEEDED)
    digits = re.sub(r"\D", "", reply.phone)
    if not reply.own or not digits:
        return Rejected(Reason.CONTACT_OF_ANOTHER)
    return Contacted(f"+{digits}")


def _coordinates(text: str) -> Located | None:
    found = _PLACE.fullmatch(text)
    if found is None:
        return None
    latitude, longitude = _degrees(found[1], found[2]), _degrees(found[3], found[4])
    if abs(latitude) > LATITUDE_MAX or abs(longitude) > LONGITUDE_MAX:
        return None
    return Located(latitude, longitude)


def _degrees(number: str, side: str) -> float:
    sign = -1 if side and side.upper() in _BACKWARDS else 1
    return sign * float(number.replace(",", "."))
