"""A question as a message: the prompt in bold, the way to answer, and buttons that fit a thumb."""

from html import escape

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.callbacks import Reply, Shelf, ShelfAct, Take, Verb
from bot.field_callbacks import Results
from bot.screen import View
from bot.views.answer_buttons import Buttons
from bot.views.answer_texts import answer_text, kinds_text, text_with_answers
from bot.views.entering import entered_view
from bot.views.lengths import excerpt
from bot.views.long_lists import Part
from bot.views.rejections import rejection_text
from bot.views.reply_keys import asks_by_keys, keys, meant_by
from bot.words import Words
from surveys import engine
from surveys.answers import (
    Answer,
    Chosen,
    Contacted,
    Counted,
    Dated,
    Judged,
    Located,
    Picked,
    Sent,
    Timed,
    Written,
    words_in,
)
from surveys.events import AnswerRejected
from surveys.lots import seed_in
from surveys.maxdiff.asking import standing
from surveys.questions import (
    GAUGE_ENDS,
    ContactQuestion,
    DateQuestion,
    LocationQuestion,
    MaxDiff,
    MediaQuestion,
    MultipleChoice,
    NumberQuestion,
    OpenQuestion,
    Question,
    Ranking,
    Scale,
    SingleChoice,
    TimeQuestion,
    choices_of,
    other_of,
)
from surveys.reading.searching import is_long, search
from surveys.reading.typed import find_choices
from surveys.rejections import Reason
from surveys.remembering import known_answer
from surveys.replies import Reply as SurveyReply
from surveys.replies import Typed
from surveys.routing import way_through
from surveys.text import Text
from surveys.ticks import picks_allowed, places_of
from use_cases.conversations.walks import Walk

SOUGHT_UNITS_MAX = 60
RECALLED_UNITS_MAX = 600  # Of a question, or of its answer, when it is spoken of again.


def question_view(
    walk: Walk,
    words: Words,
    month: int | None = None,
    part: Part | None = None,
    *,
    led: bool = False,
) -> View:
    """The question that the walk stands at; at the end, the thanks.

    `month` is what the calendar shows, as year * 12 + month - 1, where somebody leafed to it;
    `part` what is shown of a long list; `led` where the way through that list was told just now.
    """
    question = engine.current_question(walk.questions, walk.response)
    if question is None:
        return thanks_view(walk, words)
    prompt = text_with_answers(question.prompt, walk.questions, walk.response, words)
    lines = [_progress(walk, words)]
    if question.section is not None:
        heading = text_with_answers(question.section, walk.questions, walk.response, words)
        lines[0] += f"\n▸ {heading}"
    lines += [*_stem(walk, question, words), f"<b>{prompt}</b>"]
    known = known_answer(walk.questions, walk.response, question)
    if known is not None:
        said = excerpt(answer_text(question, known, words), RECALLED_UNITS_MAX)
        rows = Buttons(walk, question, words).still_true()
        text = "\n\n".join([*lines, words("known-already", answer=said)])
        return View(text, InlineKeyboardMarkup(inline_keyboard=rows), question.picture)
    hints = [] if led else _hints(walk, question, words)
    lines += [f"<i>{line}</i>" for line in hints]
    given = walk.response.answers.get(question.key)
    if given is not None and _is_worth_repeating(given):
        lines.append(words("answer-given", answer=answer_text(question, given, words)))
    lines += _ticked_elsewhere(walk, question, words)
    rows = Buttons(walk, question, words, month, part).rows()
    if asks_by_keys(question):
        return View("\n\n".join(lines), keys(question, rows, words), question.picture)
    return View("\n\n".join(lines), InlineKeyboardMarkup(inline_keyboard=rows), question.picture)


def _ticked_elsewhere(walk: Walk, question: Question, words: Words) -> list[str]:
    """All ticks of a long list: most of them are on other pages."""
    ticks = walk.response.ticks
    if not (ticks and isinstance(question, MultipleChoice) and is_long(question)):
        return []
    said = answer_text(question, Picked(ticks), words)
    return [words("ticked-so-far", labels=excerpt(said, RECALLED_UNITS_MAX))]


def narrowed_view(
    walk: Walk, refused: AnswerRejected, reply: SurveyReply, words: Words
) -> View | None:
    """A long list with only what the typed words may mean; None where that is no way out."""
    question = walk.questions.question(refused.key)
    if question is None or not isinstance(reply, Typed):
        return None
    shown = engine.question_shown(walk.questions, walk.response, question)
    if refused.rejected.reason is not Reason.NOT_A_CHOICE or not is_long(shown):
        return None
    places = {choice.key: place for place, choice in enumerate(choices_of(question))}
    listed = choices_of(shown)
    found = tuple(places[listed[index].key] for index in search(listed, reply.text))
    text = escape(excerpt(reply.text, SOUGHT_UNITS_MAX))
    told = words("rejected-not-found", text=text)
    if found:
        told = words("found-by", text=text, count=len(found))
    view = question_view(walk, words, part=Part(found=found) if found else None, led=True)
    return View(f"{told}\n\n{view.text}", view.keyboard)


def ticked_by_words_view(walk: Walk, reply: SurveyReply, words: Words) -> View:
    """The question after typed words have ticked; a long list is open where they stand."""
    question = engine.current_question(walk.questions, walk.response)
    part = None
    if question is not None and isinstance(reply, Typed) and is_long(question):
        found = find_choices(choices_of(question), reply.text)
        part = Part(beside=found[-1]) if found else None
    return question_view(walk, words, part=part)


def refused_view(walk: Walk, refused: AnswerRejected, words: Words) -> View:
    """Why the reply does not fit; keys that asked for it come again, for a message hides them."""
    question = walk.questions.question(refused.key)
    text = rejection_text(walk, refused, words)
    if question is None or not asks_by_keys(question):
        return View(text)
    return View(text, keys(question, Buttons(walk, question, words).rows(), words))


def _stem(walk: Walk, question: Question, words: Words) -> list[str]:
    """What all rows of a battery have in common, and which of them this is: "2/7"."""
    if not isinstance(question, Scale) or question.battery is None:
        return []
    asked = way_through(walk.questions, walk.response.answers).questions
    rows = [q.key for q in asked if isinstance(q, Scale) and q.battery == question.battery]
    stem = text_with_answers(question.battery.stem, walk.questions, walk.response, words)
    return [f"{stem}  {rows.index(question.key) + 1}/{len(rows)}"]


def meant_by_key(walk: Walk, reply: SurveyReply, words: Words) -> Reply | None:
    """What a key beside the letters (Skip, Back …) means that has sent its words."""
    question = engine.current_question(walk.questions, walk.response)
    if question is None or not isinstance(reply, Typed) or not asks_by_keys(question):
        return None
    return meant_by(reply.text, Buttons(walk, question, words).rows())


def thanks_view(walk: Walk, words: Words) -> View:
    """The end: thanks, points, and the way back to the answers."""
    rows: list[list[InlineKeyboardButton]] = []
    change = _button(words("button-change-answers"), walk, walk.last, Verb.CHANGE)
    if walk.stored.assisted and walk.response.current is None and walk.events:
        return entered_view(walk, words)
    if walk.stored.typing is not None:
        whole = Take(key=walk.questions.key).pack()
        all_of_it = InlineKeyboardButton(text=words("button-all-of-it"), callback_data=whole)
        rows = [[change], [all_of_it]]
        return View(_short_thanks(walk, words), InlineKeyboardMarkup(inline_keyboard=rows))
    if walk.stored.test:
        survey = walk.survey
        publish = Shelf(survey=survey.id, act=ShelfAct.SHOW).pack()
        rows = [
            [InlineKeyboardButton(text=words("button-to-survey"), callback_data=publish)],
            [change],
        ]
        text = words("test-finished")
    else:
        rows = [] if walk.sealed else [[change]]
        if walk.results_shown:
            results = Results(survey=walk.survey.id).pack()
            rows.append([InlineKeyboardButton(text=words("button-results"), callback_data=results)])
        own = walk.questions.thanks
        asked, given = walk.questions, walk.response
        text = text_with_answers(own, asked, given, words) if own else words("thanks-plain")
        if walk.thanked:
            text += "\n\n" + words("thanks-points", points=walk.thanked)
    return View(text, InlineKeyboardMarkup(inline_keyboard=rows))


def _short_thanks(walk: Walk, words: Words) -> str:
    """What it brought, and what the rest would."""
    parts = [words("short-thanks")]
    if walk.thanked:
        parts.append(words("thanks-points", points=walk.thanked))
    rest = walk.questions.points - walk.thanked
    if walk.thanked and rest > 0:
        parts[-1] += " " + words("short-points-rest", points=rest)
    return "\n\n".join(parts)


def answered_view(walk: Walk, question: Question, answer: Answer, words: Words) -> View:
    """An old button was tapped: say what was answered, and offer to change it or to go on."""
    place = walk.questions.questions.index(question)
    rows = [
        [_button(words("button-change"), walk, place, Verb.CHANGE)],
        [_button(words("button-go-on"), walk, place, Verb.SHOW)],
    ]
    text = words(
        "already-answered",
        question=excerpt(
            text_with_answers(question.prompt, walk.questions, walk.response, words),
            RECALLED_UNITS_MAX,
        ),
        answer=excerpt(answer_text(question, answer, words), RECALLED_UNITS_MAX),
    )
    return View(text, InlineKeyboardMarkup(inline_keyboard=rows))


def welcome_back_view(walk: Walk, words: Words) -> View:
    """Somebody returns in the middle of a survey."""
    progress = engine.progress(walk.questions, walk.response)
    text = words("welcome-back", position=progress.position, total=progress.total)
    place = max(progress.position - 1, 0)
    rows = [[_button(words("button-go-on"), walk, place, Verb.SHOW)]]
    return View(text, InlineKeyboardMarkup(inline_keyboard=rows))


def _progress(walk: Walk, words: Words) -> str:
    typing = walk.stored.typing
    if typing is not None:
        return words("progress-short", position=len(typing.asked) + 1, most=typing.most)
    progress = engine.progress(walk.questions, walk.response)
    position, total, most = progress.position, progress.total, progress.most
    if most > total:
        text = words("progress-open", position=position, total=total, most=most)
    else:
        text = words("progress", position=position, total=total)
    if walk.stored.assisted:
        return f"{words('enter-banner')}\n{text}"
    return f"{words('test-banner')}\n{text}" if walk.stored.test else text


def _is_worth_repeating(answer: Answer) -> bool:
    """Whether no button shows the answer."""
    match answer:
        case (
            Written() | Counted() | Dated() | Timed() | Sent() | Judged() | Located() | Contacted()
        ):
            return True
        case Chosen(_, other) | Picked(_, other):
            return other is not None
    return False


def _hints(walk: Walk, question: Question, words: Words) -> list[str]:
    """The author's hint, else how to answer; the ends of a scale in any case. Telegram HTML."""
    other = other_of(question)
    said = words_in(walk.response.answers.get(question.key))
    if other is not None and other.key in walk.response.ticks and said is None:
        return [words("hint-other", choice=escape(_in(other.label, words)))]
    if question.hint is not None:
        hints = [text_with_answers(question.hint, walk.questions, walk.response, words)]
        if isinstance(question, MaxDiff):
            hints.append(_asked_of_a_set(walk, question, words))
    else:
        shown = engine.question_shown(walk.questions, walk.response, question)
        hints = _how_to_answer(walk, shown, words)
    if isinstance(question, Scale):
        return [*hints, *_ends(question, words)]
    return hints


def _how_to_answer(walk: Walk, question: Question, words: Words) -> list[str]:
    match question:
        case SingleChoice() if is_long(question):
            return [words("hint-long-list")]
        case SingleChoice() if other_of(question) is not None:
            return [words("hint-single-other")]
        case MultipleChoice():
            most = picks_allowed(question)
            every = most >= len(question.choices)
            hint = words("hint-multiple") if every else words("hint-multiple-max", maximum=most)
            return [hint, words("hint-long-list")] if is_long(question) else [hint]
        case Ranking():
            return [words("hint-ranking", count=places_of(question))]
        case NumberQuestion(unit=unit):
            unit_text = escape(_in(unit, words)) if unit else ""
            return [words("hint-number-unit", unit=unit_text) if unit else words("hint-number")]
        case MaxDiff():
            return [_asked_of_a_set(walk, question, words)]
        case DateQuestion():
            return [words("hint-date")]
        case TimeQuestion():
            return [words("hint-time")]
        case OpenQuestion(collect=collect):
            return [words("hint-open-many" if collect else "hint-open")]
        case MediaQuestion(accepted=accepted, files=files, megabytes=megabytes):
            hint = words(f"hint-{accepted[0].value}", files=files)
            if len(accepted) > 1:
                hint += " " + words("hint-also", kinds=kinds_text(accepted[1:], words))
            return [hint + " " + words("hint-megabytes", megabytes=megabytes)]
        case LocationQuestion():
            return [words("hint-place")]
        case ContactQuestion():
            return [words("hint-contact")]
    return []


def _asked_of_a_set(walk: Walk, question: MaxDiff, words: Words) -> str:
    """Which set it is, and whether the best or the worst of it is asked for."""
    now = standing(question, walk.response.ticks, seed_in(walk.response.answers))
    own = question.best if now.best is None else question.worst
    plain = words("maxdiff-best") if now.best is None else words("maxdiff-worst")
    said = text_with_answers(own, walk.questions, walk.response, words) if own else plain
    return f"{now.number}/{now.total}  {said}"


def _ends(question: Scale, words: Words) -> list[str]:
    """Both ends of the scale in words: the author's, or those of the standard."""
    labels = [
        _in(label, words) if label else "" for label in (question.low_label, question.high_label)
    ]
    if question.gauge in GAUGE_ENDS and not any(labels):
        labels = [words(f"scale-{end}-{question.gauge.value}") for end in ("low", "high")]
    said = zip((question.low, question.high), labels, strict=True)
    lines = [f"{point} — {escape(label)}" for point, label in said if label]
    return ["\n".join(lines)] if lines else []


def _in(text: Text, words: Words) -> str:
    return text.in_language(words.language)


def _button(text: str, walk: Walk, place: int, verb: Verb) -> InlineKeyboardButton:
    data = Reply(response=walk.stored.id, question=place, verb=verb)
    return InlineKeyboardButton(text=text, callback_data=data.pack())
