"""What the stores of field work promise, whatever keeps them."""

from datetime import timedelta

from surveys.answers import Answer, Chosen, Rated, Written
from surveys.field.settings import Audience, FieldSettings, OnePer, Quota
from surveys.questions import ChoiceKey, QuestionKey
from tests.fakes import NOON
from tests.makers import a_resident, an_open_survey
from use_cases.ports import OpenWork, UnitOfWork
from use_cases.records import AlertKind, DeliveryState, Purpose, Way

BUSY = FieldSettings(
    audience=Audience.BUILDING,
    audience_id=3,
    opens=NOON,
    closes=NOON + timedelta(days=14),
    one_per=OnePer.FLAT,
    sealed=True,
    takers_shown=True,
    results_shown=True,
    goal=60,
    quotas=(Quota("home", {"own": 0.75, "rent": 0.25}),),
)


async def test_settings_come_back_as_they_were_set(work: UnitOfWork) -> None:
    assert await work.fields.get("yard") == FieldSettings()
    await work.fields.set("yard", FieldSettings(goal=5))
    await work.fields.set("yard", BUSY)
    assert await work.fields.get("yard") == BUSY
    assert await work.fields.all() == {"yard": BUSY}


async def test_a_snapshot_leaves_the_settings_alone(work: UnitOfWork) -> None:
    assert await work.fields.snapshot("yard") is None
    await work.fields.set("yard", BUSY)
    await work.fields.keep_snapshot("yard", 10, {"home": [7, 3]})
    assert await work.fields.snapshot("yard") == (10, {"home": [7, 3]})
    assert await work.fields.get("yard") == BUSY


async def test_a_ballot_is_taken_once_and_names_nobody(open_work: OpenWork) -> None:
    """More people than a box holds; what comes back tells nothing of who or when."""
    async with open_work() as work:
        author = await a_resident(work)
        survey = await an_open_survey(work, author)
        people = [await a_resident(work) for _ in range(103)]
        for number, person in enumerate(people):
            given: dict[QuestionKey, Answer] = {
                QuestionKey("yard"): Written(f"{number:03}"),
                QuestionKey("home"): Chosen(ChoiceKey("own")),
                QuestionKey("quiet"): Rated(number % 5 + 1),
            }
            assert await work.sealed.drop_in(survey.id, "yard", person.id, given)
            assert not await work.sealed.drop_in(survey.id, "yard", person.id, given)
        await work.commit()
    async with open_work() as work:
        ballots = await work.sealed.ballots("yard")
        assert len(ballots) == len(people)
        assert await work.sealed.takers("yard") == [person.id for person in people]
        assert await work.sealed.took_part("yard", people[0].id)
        assert not await work.sealed.took_part("yard", author.id)
        await work.people.erase(people[0].id)
        assert not await work.sealed.took_part("yard", people[0].id)
        assert len(await work.sealed.ballots("yard")) == len(people)


async def test_invitations_are_one_a_person(work: UnitOfWork) -> None:
    vera, oleh = await a_resident(work), await a_resident(work)
    await work.invitations.invite("yard", [vera.id, oleh.id], way=Way.LETTER, at=NOON)
    await work.invitations.invite("yard", [vera.id], way=Way.LINK, at=NOON)
    await work.invitations.decline("yard", oleh.id, ineligible=True, at=NOON)
    first, second = await work.invitations.all_of("yard")
    assert (first.person_id, first.way, first.refused_at) == (vera.id, Way.LETTER, None)
    assert (second.person_id, second.ineligible_at) == (oleh.id, NOON)
    await work.people.erase(vera.id)
    assert await work.invitations.of_person("yard", vera.id) is None


async def test_a_personal_link_is_the_first_ones_who_uses_it(work: UnitOfWork) -> None:
    vera, oleh = await a_resident(work), await a_resident(work)
    link = await work.invitations.add_link("yard", "t0ken", "Вера, кв. 12", at=NOON)
    assert await work.invitations.by_token("t0ken") == link
    assert await work.invitations.bind(link.id, vera.id)
    assert not await work.invitations.bind(link.id, oleh.id)
    other = await work.invitations.add_link("yard", "an0ther", "Вера", at=NOON)
    assert not await work.invitations.bind(other.id, vera.id)
    mine = await work.invitations.of_person("yard", vera.id)
    assert mine is not None and mine.label == "Вера, кв. 12"


async def test_letters_about_a_survey_need_no_segment(work: UnitOfWork) -> None:
    vera = await a_resident(work)
    campaign = await work.campaigns.add(
        author_id=None,
        segment_id=None,
        template="",
        points=0,
        at=NOON,
        purpose=Purpose.INVITATION,
        survey_key="yard",
    )
    await work.campaigns.launch(campaign.id, [vera.id], at=NOON)
    kept = await work.campaigns.get(campaign.id)
    assert kept is not None and (kept.purpose, kept.survey_key) == (Purpose.INVITATION, "yard")
    found = await work.campaigns.outcomes("yard", Purpose.INVITATION)
    assert found == {vera.id: DeliveryState.QUEUED}
    assert await work.campaigns.outcomes("yard", Purpose.CLOSING) == {}


async def test_posts_are_one_a_chat(work: UnitOfWork) -> None:
    post = await work.notices.add_post("yard", -100, language="uk", at=NOON)
    assert post is not None
    assert await work.notices.add_post("yard", -100, language="uk", at=NOON) is None
    assert list(await work.notices.posts("yard")) == list(await work.notices.posts()) == [post]
    await work.notices.drop_post(post.id)
    assert list(await work.notices.posts()) == []


async def test_the_same_thing_is_told_once(work: UnitOfWork) -> None:
    vera = await a_resident(work)
    facts: dict[str, object] = {"completed": 60}
    raise_ = work.notices.raise_alert
    assert await raise_("complete:yard", AlertKind.COMPLETE, "yard", facts, at=NOON)
    assert not await raise_("complete:yard", AlertKind.COMPLETE, "yard", facts, at=NOON)
    assert await work.notices.raised("complete:yard")
    assert not await work.notices.raised("complete:garden")
    (alert,) = await work.notices.untold()
    assert (alert.kind, alert.facts) == (AlertKind.COMPLETE, facts)
    await work.notices.told([alert.id], at=NOON)
    assert list(await work.notices.untold()) == []

    await work.notices.mute(vera.id, AlertKind.QUIET, on=True)
    await work.notices.mute(vera.id, AlertKind.QUIET, on=True)
    assert set(await work.notices.muted()) == {(vera.id, AlertKind.QUIET)}
    await work.notices.mute(vera.id, AlertKind.QUIET, on=False)
    assert not await work.notices.muted()
