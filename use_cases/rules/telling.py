"""What of a rule's head-count may be told to whom: a small one may be about one neighbour."""

from use_cases.records import Person, Role
from use_cases.reporting.suppression import FEW, SOME, Count, Kind


def sees_people(reader: Person) -> bool:
    """Whether they may know who single people are, and so how few of them there are."""
    return reader.role.may_act_as(Role.ADMIN)


def told_to(reader: Person, people: int) -> Count:
    """The public side of a head-count. Nobody and a few are told alike to whoever may not see
    people: of a rule that means one neighbour or nobody, which of the two is that one's answer."""
    nobody = people == 0 and sees_people(reader)
    return Count(Kind.EXACT, people) if nobody or people >= FEW else SOME
