"""Small forms, one for each thing that spreadsheets of Kobo and ODK do, and what comes of it."""

from dataclasses import dataclass

from surveys.faults import FaultCode
from tests.surveys.spreadsheets import Sheets

YES_NO = """
list_name | name | label
yn | yes | Yes
yn | no | No
"""
PLACES = """
list_name | name | label | state | county | size
states | TX | Texas
states | WA | Washington
counties | king | King | WA | | 5
counties | pierce | Pierce | WA | | 7
counties | travis | Travis | TX | | 9
cities | austin | Austin | TX | travis
cities | seattle | Seattle | WA | king
cities | tacoma | Tacoma | WA | pierce
"""


@dataclass(frozen=True)
class Form:
    """A form; `refused` are the faults that keep it out, none where it runs."""

    survey: str
    choices: str = ""
    settings: str = ""
    refused: tuple[FaultCode, ...] = ()
    other: tuple[tuple[str, str], ...] = ()

    @property
    def sheets(self) -> Sheets:
        named = {"survey": self.survey, "choices": self.choices, "settings": self.settings}
        return {name: table for name, table in (*named.items(), *self.other) if table}


def rows(*lines: str, head: str = "type | name | label") -> str:
    return "\n".join((head, *lines))


LOGIC = "type | name | label | relevant | constraint | calculation"
MORE = "type | name | label | default | parameters | appearance | required | choice_filter"
REPEATED = "type | name | label | repeat_count | relevant | calculation"

FORMS: dict[str, Form] = {
    "text and integer": Form(rows("text | a | A", "integer | b | B")),
    "every plain type": Form(
        rows(
            "text | a | A", "integer | b | B", "decimal | c | C", "date | d | D", "time | e | E",
            "dateTime | f | F", "note | g | G", "acknowledge | h | H", "range | i | I",
            "today | j", "start | k", "end | l", "deviceid | m", "username | n", "hidden | o",
        )
    ),
    "selects and rank": Form(
        rows("select_one yn | a | A", "select_multiple yn | b | B", "rank yn | c | C"), YES_NO
    ),
    "or_other": Form(rows("select_one yn or_other | a | A", "select_multiple yn or_other | b | B"),
                     YES_NO),
    "specify other of old": Form(rows("select one from yn or specify other | a | A"), YES_NO),
    "groups in groups": Form(
        rows("begin group | g | One", "begin group | h | Two", "text | a | A", "end group",
             "end group", "text | b | B")
    ),
    "begin_group with underscores": Form(rows("begin_group | g | G", "text | a | A", "end_group")),
    "a group nobody sees": Form(
        rows("integer | n | N", "begin group | g | G | ${n} > 5", "text | a | A",
             "begin group | h | H | ${a} != ''", "text | b | B", "end group", "end group",
             head="type | name | label | relevant")
    ),
    "an empty group": Form(rows("text | a | A", "begin group | g | G", "end group")),
    "field-list and table-list": Form(
        rows("begin group | g | G | | | field-list", "text | a | A", "end group",
             "begin group | h | H | | | table-list", "select_one yn | b | B", "end group",
             head=MORE),
        YES_NO,
    ),
    "the same name in two groups": Form(
        rows("begin group | g | G", "text | a | A", "end group", "begin group | h | H",
             "text | a | A", "end group")
    ),
    "the same name twice": Form(
        rows("text | a | A", "text | a | B"), refused=(FaultCode.REPEATED_QUESTION,)
    ),
    "a group without an end": Form(
        rows("begin group | g | G", "text | a | A"), refused=(FaultCode.GROUP_OPEN,)
    ),
    "an end without a group": Form(
        rows("text | a | A", "end group"), refused=(FaultCode.GROUP_OPEN,)
    ),
    "repeat without a count": Form(
        rows("begin repeat | kid | Child", "text | name | Name", "end repeat")
    ),
    "repeat so many times": Form(
        rows("begin repeat | kid | Child | 3", "text | name | Name", "end repeat", head=REPEATED)
    ),
    "repeat as often as answered": Form(
        rows("integer | kids | How many?", "begin repeat | kid | Child | ${kids}",
             "text | name | Name", "integer | age | How old is ${name}?", "end repeat",
             "calculate | years | | | | sum(${age})", "calculate | n | | | | count(${kid})",
             "calculate | oldest | | | | max(${age})", "note | bye | ${years} of ${n}",
             head=REPEATED)
    ),
    "repeat for each pick": Form(
        rows("select_multiple yn | picks | Which?",
             "begin repeat | each | Each | count-selected(${picks})",
             "calculate | word | | | | jr:choice-name(selected-at(${picks}, position(..) - 1), "
             "'${picks}')",
             "text | why | Why ${word}?", "end repeat", head=REPEATED),
        YES_NO,
    ),
    "repeat in a repeat": Form(
        rows("begin repeat | house | House | 2", "integer | n | How many?",
             "begin repeat | person | Person | ${n}", "text | name | Name", "end repeat",
             "end repeat", head=REPEATED)
    ),
    "repeat in a group": Form(
        rows("begin group | g | G", "begin repeat | r | R | 2", "text | a | A", "end repeat",
             "end group", head=REPEATED)
    ),
    "a condition inside a repeat": Form(
        rows("begin repeat | kid | Child | 2", "integer | age | Age", "text | school | School? | | "
             "${age} > 6", "end repeat", head=REPEATED)
    ),
    "a repeat's first name": Form(
        rows("begin repeat | kid | Child | 2", "text | name | Name", "end repeat",
             "calculate | first | | | | indexed-repeat(${name}, ${kid}, 1)", "note | n | ${first}",
             head=REPEATED)
    ),
    "a repeat from outside": Form(
        rows("begin repeat | kid | Child | 2", "integer | age | Age", "end repeat",
             "text | a | A | | ${age} > 3", head=REPEATED),
        refused=(FaultCode.INSIDE_A_LOOP,),
    ),
    "begin loop": Form(
        rows("begin loop over yn | l | L", "integer | n | How many %(label)s?", "end loop"), YES_NO,
    ),
    "begin loop, the rows of a turn about one another": Form(
        rows("text | a | A", "begin loop over yn | l | | ${a} != ''", "integer | total | %(name)s?",
             "integer | broken | Of ${total}? | ../total > 0 | . <= ../total", "end loop",
             "calculate | both | | | | ${broken_yes} + ${broken_no}", "note | n | ${both}",
             head="type | name | label | relevant | constraint | calculation"), YES_NO,
    ),
    "begin loop in a begin loop": Form(
        rows("begin loop over yn | l | L", "begin loop over states | s | S",
             "text | why | Why %(label)s?", "end loop", "end loop"), YES_NO + """
states | TX | Texas
states | WA | Washington
""",
    ),
    "begin loop over a list that is none": Form(
        rows("begin loop over ny | l | L", "text | a | %(label)s?", "end loop"), YES_NO,
        refused=(FaultCode.LIST_MISSING,),
    ),
    "begin loop without an end": Form(
        rows("begin loop over yn | l | L", "text | a | A"), YES_NO, refused=(FaultCode.GROUP_OPEN,),
    ),
    "paths": Form(
        rows("text | a | A", "begin group | g | G", "text | b | B | ../../a = 'x' | . != ../../a",
             "end group", "text | c | C | ../g/b != ''", head=LOGIC)
    ),
    "acknowledged": Form(
        rows("acknowledge | ok | I agree", "text | a | A | ${ok} = 'OK'", "text | b | B | ${ok}",
             "note | c | You said ${ok}", head=LOGIC)
    ),
    "what a telephone knows": Form(
        rows("start | start", "end | end", "deviceid | dev", "username | who", "text | a | A",
             "note | n | ${start}, ${end} on ${dev}")
    ),
    "a note without a name": Form(rows("note | | Hello", "text | a | A", "note | | Bye")),
    "a choice or a word": Form(
        rows("select_one yn | a | A", "select_one yn | b | B | ${a} = 'no'",
             "calculate | c | | | | if(${a} = 'yes', ${a}, if(${a} = 'no', ${b}, 'none'))",
             "text | d | D | ${c} = 'yes'", head=LOGIC), YES_NO,
    ),
    "counties of the same name": Form(
        rows("select_one states | state | State", "select_one counties | county | County | | | | | "
             "state=${state}", "select_one cities | city | City | | | | | "
             "state=${state} and county=${county}", head=MORE),
        """
list_name | name | label | state | county
states | TX | Texas
states | WA | Washington
counties | king | King | WA
counties | king | King | TX
counties | travis | Travis | TX
cities | seattle | Seattle | WA | king
cities | guthrie | Guthrie | TX | king
cities | austin | Austin | TX | travis
""", "allow_choice_duplicates\nyes",
    ),
    "choices on a sheet of their own": Form(
        rows("select_one states | state | State",
             "select_one_external counties | county | County | | | | | state=${state}", head=MORE),
        PLACES.split("counties", maxsplit=1)[0],
        other=(("external_choices", """
list_name | name | label | state
counties | king | King | WA
counties | travis | Travis | TX
"""),),
    ),
    "a filter by a word without quotes": Form(
        rows("select_one counties | a | A | | | | | state=WA", head=MORE), PLACES,
        refused=(FaultCode.UNKNOWN_COLUMN,),
    ),
    "cascading selects": Form(
        rows("select_one states | state | State",
             "select_one counties | county | County | | | | yes | state=${state}",
             "select_one cities | city | City | | | | yes | "
             "state=${state} and county=${county}", head=MORE),
        PLACES,
    ),
    "a filter by number": Form(
        rows("integer | n | N", "select_multiple counties | c | C | | | | | size > ${n}",
             head=MORE),
        PLACES,
    ),
    "a filter by name": Form(
        rows("select_multiple states | a | A",
             "select_one states | b | B | | | | | selected(${a}, name)", head=MORE),
        PLACES,
    ),
    "a filter by nothing": Form(
        rows("select_one states | a | A | | | | | nowhere=1", head=MORE), PLACES,
        refused=(FaultCode.UNKNOWN_COLUMN,),
    ),
    "a filter with or_other": Form(
        rows("select_one states | a | A",
             "select_one counties or_other | b | B | | | | | state=${a}", head=MORE), PLACES,
        refused=(FaultCode.FILTER_WITH_OTHER,),
    ),
    "randomized": Form(
        rows("select_one states | a | A | | randomize=true",
             "select_multiple states | b | B | | randomize=true, seed=42", head=MORE), PLACES,
    ),
    "randomized by an answer": Form(
        rows("integer | n | N", "select_one states | a | A | | randomize=true, seed=${n}",
             head=MORE), PLACES,
    ),
    "ranges": Form(
        rows("range | a | A | | start=1 end=5 step=1", "range | b | B | | start=0 end=1 step=0.1",
             "range | c | C | | start=-10 end=10 step=2", "range | d | D",
             "range | e | E | | start=1 end=5 step=1 | rating", head=MORE)
    ),
    "appearances": Form(
        rows("text | a | A | | | multiline", "select_one yn | b | B | | | likert",
             "select_one yn | c | C | | | minimal", "date | d | D | | | month-year",
             "integer | e | E | | | thousands-sep", "select_multiple yn | f | F | | | columns-2",
             head=MORE), YES_NO,
    ),
    "defaults": Form(
        rows("text | a | A | Kyiv", "integer | b | B | 5", "decimal | c | C | 2.5",
             "date | d | D | 2026-01-31", "date | e | E | today()", "select_one yn | f | F | no",
             "select_multiple yn | g | G | yes no", "time | h | H | 12:30",
             "time | h2 | H | 09:30:00", "date | e2 | E | 2026-01-31T00:00:00",
             "dateTime | e3 | E | 2026-01-31 10:00:00",
             "integer | i | I | ${b} + 1", "hidden | j | | secret",
             "text | k | K | concat(${a}, '!')",
             head=MORE),
        YES_NO,
    ),
    "a default that is none": Form(
        rows("date | a | A | someday", head=MORE), refused=(FaultCode.BAD_DATE,)
    ),
    "required in words": Form(
        rows("text | a | A | | | | yes", "text | b | B | | | | TRUE", "text | c | C | | | | true()",
             "text | d | D | | | | no", "text | e | E", head=MORE)
    ),
    "regex and lengths": Form(
        rows("text | a | A | | string-length(.) < 500 and not(regex(., '[0-9]+'))",
             "text | b | B | contains(${a}, 'x') or starts-with(${a}, 'В')",
             "calculate | c | | | | substr(${a}, 0, 1)", "note | d | ${c}", head=LOGIC)
    ),
    "dates": Form(
        rows("date | born | Born? | | . <= today()",
             "calculate | age | | | | int((today() - ${born}) div 365.25)",
             "calculate | age2 | | | | int((decimal-date-time(today()) - "
             "decimal-date-time(${born})) div 365.25)",
             "calculate | year | | | | number(format-date(${born}, '%Y'))",
             "note | n | ${age}, ${age2}, ${year}", "date | due | Due | | . > date('2026-01-01')",
             "calculate | later | | | | ${due} + 7", head=LOGIC)
    ),
    "numbers": Form(
        rows("decimal | a | A", "calculate | b | | | | round(${a} * 2, 1)",
             "calculate | c | | | | pow(${a}, 2) + abs(-1)", "calculate | d | | | | min(${a}, 5)",
             "calculate | e | | | | coalesce(${a}, 0) mod 2",
             "note | n | ${b} ${c} ${d} ${e} | ${a} >= 0", head=LOGIC)
    ),
    "once, if, not, true": Form(
        rows("integer | a | A", "calculate | b | | | | once(${a})",
             "calculate | c | | | | if(not(${a} > 3) and true(), 'low', 'high')",
             "text | d | D | ${c} = 'low' or false()", head=LOGIC)
    ),
    "choice names": Form(
        rows("select_one yn | a | A", "calculate | b | | | | jr:choice-name(${a}, '${a}')",
             "note | c | You said ${b}, ${a}", head=LOGIC), YES_NO,
    ),
    "selected": Form(
        rows("select_multiple yn | a | A | | count-selected(.) <= 1",
             "text | b | B | selected(${a}, 'yes') and not(selected(${a}, 'no'))", head=LOGIC),
        YES_NO,
    ),
    "a choice that is none": Form(
        rows("select_one yn | a | A", "text | b | B | ${a} = 'maybe'", head=LOGIC), YES_NO,
        refused=(FaultCode.UNKNOWN_CHOICE,),
    ),
    "a name that is none": Form(
        rows("text | b | B | ${a} = 'maybe'", head=LOGIC), refused=(FaultCode.UNKNOWN_NAME,)
    ),
    "pulldata": Form(
        rows("text | a | A", "calculate | b | | | | pulldata('f', 'x', 'y', ${a})", head=LOGIC),
        refused=(FaultCode.XPATH_UNSUPPORTED,),
    ),
    "instance": Form(
        rows("calculate | b | | | | instance('x')/root/item[name = 1]/label", "text | a | A",
             head=LOGIC), refused=(FaultCode.XPATH_UNSUPPORTED,),
    ),
    "a circle": Form(
        rows("text | t | T", "calculate | a | | | | ${b} + 1", "calculate | b | | | | ${a} + 1",
             head=LOGIC), refused=(FaultCode.CYCLE,),
    ),
    "asked later": Form(
        rows("text | a | A | ${b} = 'x'", "text | b | B", head=LOGIC),
        refused=(FaultCode.ASKED_LATER,),
    ),
    "translations": Form(
        "type | name | label::English (en) | label::Русский (ru) | hint::English (en)\n"
        "text | a | A | А | hint",
    ),
    "a translation without a code": Form(
        "type | name | label::English | label::French\ntext | a | A | Ah"
    ),
    "no labels": Form("type | name\ntext | first_name\ninteger | age"),
    "settings": Form(
        rows("text | a | A"), "",
        "form_title | form_id | version | default_language | style | instance_name\n"
        "My form | my-form | 20260101 | English (en) | pages | concat('x')",
    ),
    "extra columns": Form("type | name | label | my own remarks | bind::foo\ntext | a | A | x | y"),
    "extra sheets": Form(
        rows("text | a | A"), other=(("my remarks", "x | y\n1 | 2"), ("Sheet3", "z\n1"))
    ),
    "entities": Form(rows("text | a | A"), other=(("entities", "dataset | label\nt | ${a}"),)),
    "sheet names in capitals": Form("", other=(("SURVEY", rows("text | a | A")),)),
    "media": Form(
        "type | name | label | media::image | media::audio\ntext | a | A | x.png | y.mp3"
    ),
    "read only": Form(
        "type | name | label | readonly\ntext | a | Look here | yes\ntext | b | B"
    ),
    "remarks and switched off rows": Form(
        "type | name | label | disabled\ntext | a | A\n | | \nnonsense | b | B | yes\ntext | c | C"
    ),
    "geo": Form(rows("geotrace | a | A", "geoshape | b | B"), refused=(FaultCode.TYPE_REFUSED,)),
    "osm": Form(rows("osm x | a | A"), refused=(FaultCode.TYPE_REFUSED,)),
    "barcode": Form(rows("barcode | a | A"), refused=(FaultCode.TYPE_REFUSED,)),
    "external selects": Form(
        rows("select_one_from_file towns.csv | a | A", "select_one_external yn | b | B"), YES_NO,
        refused=(FaultCode.TYPE_REFUSED,),
    ),
    "csv-external": Form(
        rows("csv-external | towns", "text | a | A"), refused=(FaultCode.TYPE_REFUSED,)
    ),
    "audit and start-geopoint": Form(
        rows("audit | audit", "start-geopoint | w", "text | a | A"),
        refused=(FaultCode.TYPE_REFUSED,),
    ),
    "include": Form(
        rows("text | a | A", "include | yes_or_no_question"), refused=(FaultCode.TYPE_REFUSED,)
    ),
    "nothing but a hidden value": Form(
        rows("hidden | a | A"), refused=(FaultCode.NO_QUESTIONS,)
    ),
    "an unknown type": Form(rows("txet | a | A"), refused=(FaultCode.TYPE_UNKNOWN,)),
    "a list that is none": Form(rows("select_one l | a | A"), refused=(FaultCode.LIST_MISSING,)),
    "a name twice in a list": Form(
        rows("select_one yn | a | A"), YES_NO + "yn | no | Nope\n",
        refused=(FaultCode.DUPLICATE_KEY,),
    ),
    "a name twice, allowed": Form(
        rows("select_one yn | a | A"), YES_NO + "yn | no | Nope\n",
        "allow_choice_duplicates\nyes",
    ),
    "a row without a name": Form(rows("text | | A"), refused=(FaultCode.MISSING,)),
    "names with capitals, dots and spaces": Form(
        rows("text | First.Name | A", "text | Other-Name | B ${First.Name}")
    ),
    "old names of types": Form(
        "type | name | label\nadd text prompt | a | A\nq string | b | B\nq int | c | C\n"
        "get today | d\nget start time | e\nq date | f | F\nadd note prompt | g | G"
    ),
    "old names of columns": Form(
        "command | tag | caption | bind::relevant | bind::constraint | bind::jr:constraintMsg\n"
        "text | a | A | | string-length(.) < 900 | Too long\ntext | b | B | ${a} != ''"
    ),
}  # fmt: skip
