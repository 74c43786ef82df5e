"""What became of the simulated people who walked through a survey."""

from html import escape

from bot.views.lengths import excerpt, in_one_message
from bot.words import Words
from surveys.piping import without_answers
from surveys.questions import QuestionKey, Survey
from use_cases.authoring.rehearsing import Rehearsal

NAMED_MAX = 10  # Questions in each list.
PROMPT_UNITS_MAX = 80


def rehearsal_text(survey: Survey, found: Rehearsal, words: Words) -> str:
    """How many came through, how long it took, who was never asked what. Telegram HTML."""
    title = escape(survey.title.in_language(words.language), quote=False)
    lines = [
        f"👥 <b>{title}</b>",
        f"<i>{words('rehearsed-simulated')}</i>",
        words("rehearsed-completed", completed=found.completed, people=found.people),
    ]
    if found.minutes is not None:
        seconds = max(round(60 * found.minutes), 1)
        if found.minutes < 1:
            lines.append(words("rehearsed-seconds", seconds=seconds))
        else:
            lines.append(words("rehearsed-minutes", minutes=words.number(round(found.minutes, 1))))
    if found.never_reached:
        lines.append(words("rehearsed-never"))
        lines += [_question(survey, key, words) for key in found.never_reached[:NAMED_MAX]]
    if found.stuck:
        lines.append(words("rehearsed-stuck", count=found.stuck))
        for key, count in list(found.stuck_at.items())[:NAMED_MAX]:
            lines.append(f"{_question(survey, key, words)} — {count}")
    rare = sorted((n, key) for key, n in found.asked.items() if n < found.people)
    if rare:
        lines.append(words("rehearsed-branches"))
        for count, key in rare[:NAMED_MAX]:
            share = round(100 * count / found.people)
            lines.append(f"{_question(survey, key, words)} — {share} %")
    if not found.never_reached and not found.stuck:
        lines.append(words("rehearsed-well"))
    return in_one_message(lines, "…", between="\n")


def _question(survey: Survey, key: QuestionKey, words: Words) -> str:
    question = survey.question(key)
    assert question is not None, "only its own questions are asked"
    number = survey.questions.index(question) + 1
    prompt = escape(without_answers(question.prompt).in_language(words.language), quote=False)
    return f" {number}. {excerpt(prompt, PROMPT_UNITS_MAX)}"
