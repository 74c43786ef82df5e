"""Who answers for the data: the team, and what its members hear about their roles."""

from collections.abc import Sequence
from html import escape

from bot.callbacks import Demote, Team
from bot.screen import View
from bot.views.keyboards import buttons
from bot.words import Words
from use_cases.records import Person, Role


def team_view(team: Sequence[Person], reader: Person, words: Words) -> View:
    """Admins and managers, with a button for each but the reader to take the role away."""
    lines = [
        words(f"team-{member.role}", name=_named(member, words), id=str(member.telegram_id))
        for member in team
    ]
    rows = [
        [(words("button-dismiss", name=plain_name(m)), Team(telegram_id=m.telegram_id))]
        for m in team
        if m.id != reader.id
    ]
    return View("\n".join([*lines, "", words("team-how")]), buttons(*rows) if rows else None)


def _named(member: Person, words: Words) -> str:
    """The name, or that it is not known: names are kept after consent only."""
    return person_text(member) if member.name else words("team-nameless")


def demote_sure_view(member: Person, role: Role, words: Words) -> View:
    """An admin is about to become less than that: ask first."""
    yes = Demote(telegram_id=member.telegram_id, role=role.value)
    name = person_text(member)
    return View(
        words(f"demote-sure-{role}", name=name),
        buttons([(words("button-demote"), yes)], [(words("button-demote-not"), Demote())]),
    )


def role_told(person: Person) -> str:
    """What somebody hears when their role has changed, in their own language."""
    return Words(person.language)(f"role-now-{person.role}")


def person_text(person: Person) -> str:
    """A person's name (kept after consent only), else their number, for Telegram HTML."""
    return escape(plain_name(person), quote=False)


def plain_name(person: Person) -> str:
    """The same, as it is; 📝 marks somebody whom a manager entered from paper."""
    return person.name or (f"№ {person.telegram_id}" if person.has_telegram else f"📝 {person.id}")
