"""What a new version changes for those who answered the one before: what stays comparable."""

from dataclasses import dataclass

from surveys.questions import ChoiceKey, Question, QuestionKey, Survey, choices_of


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionChange:
    """One question that both versions ask, and what is no longer the same."""

    question: Question
    kind: bool = False  # Answers of both versions cannot be put together.
    reworded: bool = False
    logic: bool = False  # Asked of others, or takes other answers.
    choices_added: tuple[ChoiceKey, ...] = ()
    choices_removed: tuple[ChoiceKey, ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything changed at all."""
        return bool(
            self.kind or self.reworded or self.logic or self.choices_added or self.choices_removed
        )


@dataclass(frozen=True, slots=True)
class Changes:
    """Questions by their stable keys: new ones, those that go, those that changed, and the number
    of those whose answers can be put together over both versions."""

    added: tuple[Question, ...]
    removed: tuple[Question, ...]
    changed: tuple[QuestionChange, ...]
    comparable: int


def changes_between(before: Survey, after: Survey) -> Changes:
    """Compare two versions of one survey by the keys of their questions and choices."""
    old: dict[QuestionKey, Question] = {question.key: question for question in before.questions}
    new: dict[QuestionKey, Question] = {question.key: question for question in after.questions}
    both = [(old[key], question) for key, question in new.items() if key in old]
    compared = [_compared(earlier, later) for earlier, later in both]
    return Changes(
        added=tuple(question for key, question in new.items() if key not in old),
        removed=tuple(question for key, question in old.items() if key not in new),
        changed=tuple(change for change in compared if change.any),
        comparable=sum(not (change.kind or change.choices_removed) for change in compared),
    )


def _compared(before: Question, after: Question) -> QuestionChange:
    earlier = {choice.key for choice in choices_of(before)}
    later = {choice.key for choice in choices_of(after)}
    ends = ("low", "high", "gauge", "unit")
    same_scale = all(getattr(before, end, None) == getattr(after, end, None) for end in ends)
    logic = ("relevant", "constraint", "optional", "choice_filter")
    return QuestionChange(
        question=after,
        kind=type(before) is not type(after) or not same_scale,
        reworded=before.prompt != after.prompt,
        logic=any(getattr(before, each, None) != getattr(after, each, None) for each in logic),
        choices_added=tuple(c.key for c in choices_of(after) if c.key not in earlier),
        choices_removed=tuple(c.key for c in choices_of(before) if c.key not in later),
    )
