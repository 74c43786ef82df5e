# Segments by rules.

rules-heading = Segments by your own rules
rules-none = There are none yet. A rule says who belongs: <code>building = "12A" and age &gt;= 35</code>, say, is people of building 12A from 35 on. Who fits tomorrow comes in by themselves.
rules-new = ➕ New rule
rules-write-here =
    To define a segment, write its rule right here, or put it together with buttons. An example:
    <code>building = "12A" and age &gt;= 35 and not answered("winter", within 30 days)</code>
rules-write-ask =
    Write the rule, or put it together with buttons. An example:
    <code>building = "12A" and age &gt;= 35 and not answered("winter", within 30 days)</code>
rules-people =
    { $people ->
        [one] { $people } person
       *[other] { $people } people
    }
rules-few = fewer than { $least } people
rules-unknown = { $field }: not known of anybody yet, so this finds nobody.
rules-known-by = Questions marked <code>remembers: { $key }</code> tell it, and tables of people: /import
rules-age-in-years = A question about age will do too: one that says <code>remembers: age</code>, or has the key <code>age</code> among those on who people are.
rules-money = A rule writes amounts in cents: 50000 is { $example }.
rules-nobody = nobody now
rules-emptied-by = The conditions with “nobody now” beside them find nobody even by themselves: change those first.
rules-emptied-by-few = The conditions with “fewer than { $least } people” beside them find nobody or only a few even by themselves: change those first.
rules-no-such-house = ⚠️ There is no building “{ $value }”. There are: { $near }.
rules-no-such-choice = ⚠️ There is no choice “{ $value }”. There are: { $near }.
rules-no-such-question = ⚠️ The survey has no question with the key “{ $value }”. It has: { $near }.
rules-empty-together = Each condition finds people by itself, but nobody meets them all at once: leave one out, or say “or”.
rules-empty-together-few = Each condition finds people by itself, but hardly anybody meets them all at once: leave one out, or say “or”.
rules-counted = Counted at { $time }, anew every night.
rules-static = A list: it stays as it is.
rules-failed = ⚠️ The rule cannot be followed now; the people are those of the last time. { $why }
rules-examples = For example: { $names }
rules-keep = Keep as a segment
rules-keep-list = Keep as a list
rules-again = Write it anew
rules-name-ask = What shall the segment be called?
rules-kept = Kept: <b>{ $name }</b>.
rules-back = ◀️ All rules
rules-change = ✏️ Change
rules-recount = 🔄 Count anew
rules-drop = 🗑 Delete
rules-drop-sure = Delete the segment <b>{ $name }</b>? The people and their answers stay.
rules-drop-yes = Yes, delete
rules-dropped = Deleted: { $name }.
rules-in-use = Other segments rest on this one: { $names }. Change them first.
rules-gone = This rule is no more. Those that live: /rules
rules-name-unfit = A name of 1 to { $maximum } letters is needed that no other segment has.
rules-did-you-mean = Perhaps: { $suggestion }.
rules-place = Here: { $before } 👉 { $after }
rules-mended =
    Perhaps you meant:
    <code>{ $rule }</code>
rules-meant = ✅ Yes, count this
rules-one-back = ‹ Back
rules-try-again = Write it again, put it together with buttons 🧩, or /cancel.
rules-build = 🧩 With buttons
rules-room-ask = What shall the condition be about?
rules-field-ask = What exactly?
rules-how-ask = { $field } — how?
rules-value-ask = { $field } { $how }: which value? { $known ->
    [yes] Choose it, or write it{ $many ->
        [yes] ; several parted by commas
       *[no] {""}
    }.
   *[no] Write it{ $many ->
        [yes] , several parted by commas
       *[no] {""}
    }.
 }
rules-argument-ask = { $field }: which { $argument }? { $known ->
    [yes] Choose it, or write its name.
   *[no] Write it.
 }
rules-so-far = So far:
rules-and = ➕ and…
rules-or = ➕ or…
rules-negate = ↔️ the opposite
rules-enough = ✅ Count
rule-room-profile = 🙂 Person
rule-room-home = 🏠 Home
rule-room-source = 🔗 Where from
rule-room-activity = 👣 Activity
rule-room-doings = 🧾 What they did
rule-room-survey = 📋 Surveys
rule-room-payments = 💳 Payments
rule-room-model = 🧭 Segments

rule-field-name = name
rule-field-username = username
rule-field-phone = phone
rule-field-email = e-mail
rule-field-language = language
rule-field-gender = gender
rule-field-age = age
rule-field-birthday = birthday
rule-field-time-zone = time zone
rule-field-added = met the bot
rule-field-verified = agreed
rule-field-changed = profile last changed
rule-field-missing = missing fields
rule-field-manager = responsible manager
rule-field-field = field “{ $one }”
rule-field-nested = field “{ $one }”, “{ $two }”
rule-field-items = list “{ $one }”
rule-field-tags = tags
rule-field-stage = stage
rule-field-id = number in the bot
rule-field-batch = import
rule-field-building = building
rule-field-entrance = entrance
rule-field-floor = floor
rule-field-flat = flat
rule-field-area-share = share of the building
rule-field-home-role = role at home
rule-field-household = people in the household
rule-field-flatmates = others of the flat in the bot
rule-field-moved-in = moved in
rule-field-source = source
rule-field-medium = medium
rule-field-campaign = campaign
rule-field-content = content
rule-field-term = term
rule-field-referrer = invited by
rule-field-referred = people invited
rule-field-last-active = last active
rule-field-first-active = first active
rule-field-sessions = visits to the bot
rule-field-survey = state of survey “{ $one }”
rule-field-survey-changed = change of state of survey “{ $one }”
rule-field-answered = answered survey “{ $one }”
rule-field-answer = answer to “{ $two }” ({ $one })
rule-field-picks = picks at “{ $two }” ({ $one })
rule-field-score = score “{ $two }” ({ $one })
rule-field-percentile = percentile of “{ $two }” ({ $one })
rule-field-need = need “{ $one }”
rule-field-top-need = greatest need
rule-field-nps = NPS group ({ $one })
rule-field-response-rate = share of surveys answered
rule-field-change = change of “{ $two }” ({ $one })
rule-field-lifetime-value = paid in all
rule-field-value-percentile = percentile by what was paid
rule-field-rfm = warmth (RFM)
rule-field-recency = recency, 1–5
rule-field-frequency = frequency, 1–5
rule-field-monetary = amount, 1–5
rule-field-group = segment in “{ $one }”
rule-field-confidence = certainty in “{ $one }”
rule-field-churn = chance of having left
rule-field-days-in = days in “{ $one }”
rule-field-bucket = random number 0–9999
rule-field-lists = lists

rule-how-equal = is { $value }
rule-how-not-equal = is not { $value }
rule-how-less = below { $value }
rule-how-at-most = at most { $value }
rule-how-more = above { $value }
rule-how-at-least = at least { $value }
rule-how-between = from { $value } to { $other }
rule-how-not-between = not from { $value } to { $other }
rule-how-in = one of { $value }
rule-how-not-in = none of { $value }
rule-how-contains = contains { $value }
rule-how-not-contains = does not contain { $value }
rule-how-starts = starts with { $value }
rule-how-ends = ends with { $value }
rule-how-like = looks like { $value }
rule-how-not-like = does not look like { $value }
rule-how-matches = matches { $value }
rule-how-not-matches = does not match { $value }
rule-how-empty = is empty
rule-how-not-empty = is filled in
rule-how-ever = ever
rule-how-never = never
rule-how-has-any = includes one of { $value }
rule-how-has-all = includes all of { $value }
rule-how-has-none = includes none of { $value }

rule-span-hours =
    { $number ->
        [one] { $number } hour
       *[other] { $number } hours
    }
rule-span-days =
    { $number ->
        [one] { $number } day
       *[other] { $number } days
    }
rule-span-weeks =
    { $number ->
        [one] { $number } week
       *[other] { $number } weeks
    }
rule-span-months =
    { $number ->
        [one] { $number } month
       *[other] { $number } months
    }
rule-span-years =
    { $number ->
        [one] { $number } year
       *[other] { $number } years
    }

rule-last-hours =
    { $number ->
        [1] within the last hour
       *[other] within the last { $number } hours
    }
rule-last-days =
    { $number ->
        [1] within the last day
       *[other] within the last { $number } days
    }
rule-last-weeks =
    { $number ->
        [1] within the last week
       *[other] within the last { $number } weeks
    }
rule-last-months =
    { $number ->
        [1] within the last month
       *[other] within the last { $number } months
    }
rule-last-years =
    { $number ->
        [1] within the last year
       *[other] within the last { $number } years
    }
rule-next-hours =
    { $number ->
        [1] within the next hour
       *[other] within the next { $number } hours
    }
rule-next-days =
    { $number ->
        [1] within the next day
       *[other] within the next { $number } days
    }
rule-next-weeks =
    { $number ->
        [1] within the next week
       *[other] within the next { $number } weeks
    }
rule-next-months =
    { $number ->
        [1] within the next month
       *[other] within the next { $number } months
    }
rule-next-years =
    { $number ->
        [1] within the next year
       *[other] within the next { $number } years
    }
rule-of-last-hours =
    { $number ->
        [1] the last hour
       *[other] the last { $number } hours
    }
rule-of-last-days =
    { $number ->
        [1] the last day
       *[other] the last { $number } days
    }
rule-of-last-weeks =
    { $number ->
        [1] the last week
       *[other] the last { $number } weeks
    }
rule-of-last-months =
    { $number ->
        [1] the last month
       *[other] the last { $number } months
    }
rule-of-last-years =
    { $number ->
        [1] the last year
       *[other] the last { $number } years
    }
rule-span-acc-weeks =
    { $number ->
        [1] 1 week
       *[other] { $number } weeks
    }
rule-span-acc-hours =
    { $number ->
        [1] 1 hour
       *[other] { $number } hours
    }

rule-window-ago = more than { $span } ago
rule-window-on = on { $day }
rule-window-before = before { $day }
rule-window-after = after { $day }
rule-window-dates = from { $day } to { $other }
rule-window-anniversary-today = comes round today
rule-window-anniversary = comes round { rule-next-days }
rule-window-yearly = every year from { $day } to { $other }

rule-calendar-last-days = yesterday
rule-calendar-this-days = today
rule-calendar-next-days = tomorrow
rule-calendar-last-weeks = last week
rule-calendar-this-weeks = this week
rule-calendar-next-weeks = next week
rule-calendar-last-months = last month
rule-calendar-this-months = this month
rule-calendar-next-months = next month
rule-calendar-last-years = last year
rule-calendar-this-years = this year
rule-calendar-next-years = next year

rule-everyone = everybody
rule-all = All of these:
rule-any = At least one of these:
rule-not = Not this:
rule-test = { $field }: { $how }
rule-did = there was { $event }
rule-never = there was no { $event }
rule-count = how often { $event }
rule-total = sum of { $event }
rule-average = average of { $event }
rule-first = first { $event }
rule-last = last { $event }
rule-share = share among all { $event }, %
rule-sequence = “{ $event }”, then “{ $other }” within { $span }
rule-regularly = “{ $event }” regularly: at least { $times } of { $span }
rule-stopped = “{ $event }” before, but not { $span }
rule-restarted = “{ $event }” again after a pause of { $span } or longer
rule-has-been = { $field }: “{ $value }” for { $span } or longer
rule-has-been-less = { $field }: “{ $value }” for less than { $span }
rule-in-segment = in the segment “{ $segment }”
rule-entered = came into “{ $segment }”: { $window }
rule-left = left “{ $segment }”: { $window }
rule-moved = moved from “{ $segment }” to “{ $other }”: { $window }

rule-trait-item = product
rule-trait-category = category
rule-trait-maker = maker
rule-trait-place = place
rule-trait-amount = amount

rule-fault-unreadable = I cannot read “{ $found }” here.
rule-fault-unfinished = The rule ends too early here.
rule-fault-too-long = That is longer than a rule can be.
rule-fault-too-deep = Too many brackets one inside another.
rule-fault-unknown-field = I know no “{ $found }”.
rule-fault-wrong-arguments = “{ $found }” needs in brackets: { $suggestion }.
rule-fault-not-comparable = “{ $found }” does not go with this.
rule-fault-needs-number = A number is needed here, not “{ $found }”.
rule-fault-needs-text = Words in quotes are needed here: "12A".
rule-fault-needs-window = A time is needed here: within 30 days, this month, before 2026-03-01.
rule-fault-needs-day = Only a day comes round every year: birthday, moved_in.
rule-fault-needs-days = Say it in hours, days or weeks: months are not equally long.
rule-fault-no-such-date = There is no such date: “{ $found }”.
rule-fault-reversed = The ends are the wrong way round: “{ $found }”. The smaller one comes first.
rule-fault-bad-pattern = I cannot follow this pattern, or it takes too long.
rule-fault-unknown-trait = An event has no “{ $found }”.
rule-fault-unknown-segment = There is no segment “{ $found }”.
rule-fault-unknown-survey = There is no survey “{ $found }”.
rule-fault-cycle = This would go in a circle: the rule rests on itself.
rule-fault-who-and-what = This rule asks who somebody is (“{ $found }”) and also what they said, paid or did: together that could tell about one person. Please leave one of the two out; an admin can have both.

rules-say-and = and
rules-say-or = or
rules-say-more = more than, above, over, older than, greater than
rules-say-less = less than, below, under, younger than
rules-say-at-least = at least, from, not less than
rules-say-at-most = at most, up to, not more than
rules-say-equal = equals, equal to
rules-say-not = not

rule-expect-condition = A condition is needed here: what is asked, how, which value. For example <code>building = "12A"</code>
rule-expect-comparison = Here can stand: { $choices }.
rule-expect-join = Between two conditions stands { $choices }.
rule-expect-value = A value is needed here: a number, or words in quotes, <code>"12A"</code>.
rule-expect-quote = The quotation mark that closes this text is missing.
rule-expect-sign = Here can stand: { $choices }.

rule-argument-survey = survey
rule-argument-question = question
rule-argument-scale = scale
rule-argument-need = need
rule-argument-scheme = division
rule-argument-segment = segment
rule-argument-name = field
rule-argument-path = place in it

rule-plain-field = a field of your own
rule-plain-nested = part of a field
rule-plain-items = a list of your own
rule-plain-survey = state of a survey
rule-plain-survey-changed = change of that state
rule-plain-answered = answered a survey
rule-plain-answer = answer to a question
rule-plain-picks = what was ticked
rule-plain-score = score of a scale
rule-plain-percentile = percentile of a scale
rule-plain-need = a need
rule-plain-nps = NPS: promoter or not
rule-plain-change = change of an answer
rule-plain-group = segment of a division
rule-plain-confidence = certainty of the segment
rule-plain-days-in = days in a segment

rule-value-survey-invited = invited
rule-value-survey-started = began
rule-value-survey-left = gave up
rule-value-survey-done = completed
rule-value-change-up = went up
rule-value-change-down = went down
rule-value-change-same = stayed
rule-value-change-changed = changed
rule-value-rfm-cold = cold
rule-value-rfm-warm = warm
rule-value-rfm-hot = hot
rule-value-nps-promoter = promoters (9–10)
rule-value-nps-passive = passives (7–8)
rule-value-nps-detractor = detractors (0–6)
rule-value-home-role-owner = owner
rule-value-home-role-tenant = tenant
rule-value-home-role-family = family
rule-value-home-role-council = house council
rule-value-missing-home = house and flat
rule-value-gender-female = women
rule-value-gender-male = men

rule-event-payment = payment
rule-event-purchase = purchase
rule-event-visit = visit
rule-event-ticket = request
rule-event-session = visit to the bot
rule-event-refund = refund

rules-whenever = whenever
rules-times = { $times } of { $span }
rules-choose = I did not get that. Tap a button below, or type what it says.
rules-undo = ↩️ Without the last step
rules-add = 🧩 Add a condition
rules-current =
    The rule is now:
    <code>{ $rule }</code>
rule-form-did = there was
rule-form-never = there was no
rule-form-did-such = there was such (category, product…)
rule-form-count = how often
rule-form-total = sum
rule-form-average = average
rule-form-share = share of such, %
rule-form-first = first time
rule-form-last = last time
rule-form-did-then = one, then another
rule-form-regularly = regularly
rule-form-stopped = it was, and stopped
rule-form-restarted = again after a pause
rule-form-in = in a segment
rule-form-entered = came into a segment
rule-form-left = left a segment
rule-form-moved = moved between segments
rule-form-everyone = everybody
rules-piece-event = what exactly?
rules-piece-again-event = then what?
rules-piece-segment = which segment? { $known ->
    [no] There is none yet: keep a rule as a segment first.
   *[yes] {""}
 }
rules-piece-again-segment = into which segment?
rules-piece-when = within which time?
rules-piece-past = when?
rules-piece-span = how long has it not been?
rules-piece-fixed-span = how much time between?
rules-piece-times = how often?
rules-piece-trait = what sets it apart?
rules-piece-how = how much?
rules-piece-number = which number? Type it.
rules-piece-money = which sum? Type it as people say it: 500 or 49.90.
rules-piece-word = which value? { $known ->
    [yes] Choose or type it.
   *[no] Type it.
 }

rules-guessed =
    This looks like a plain sentence. I can read it as:
    <code>{ $rule }</code>
rules-guessed-left = Not taken in: { $words }.
rules-plain =
    This looks like a plain sentence, and I see no rule in it. A rule is written like this:
    <code>building = "12A" and age &gt;= 35</code>
    Buttons 🧩 are easier: nothing needs to be remembered.

# Words that a plain sentence says conditions with; * at the end: any ending.
rules-guess-building = house,building,block
rules-guess-entrance = entrance,stairwell
rules-guess-floor = floor
rules-guess-above = above
rules-guess-below = below
rules-guess-older = older,over
rules-guess-younger = younger,under
rules-guess-from = from,aged
rules-guess-to = to,until
rules-guess-years = year,years
rules-guess-months = month,months
rules-guess-weeks = week,weeks
rules-guess-days = day,days
rules-guess-hours = hour,hours
rules-guess-age = age,aged,ages
rules-guess-or = or
rules-guess-not = not,no,without,except,didn’t,haven’t,never
rules-guess-noise = resident*,people,person,tenants’,neighbour*,everybody,everyone,all,who,whom,the,of,in,on,and,a,an,at,with,than,that,last,past,have,has,did,i,we,want,show,find,group,live*,living,number,for,within,are,is
rules-guess-owner = owner*,landlord*
rules-guess-tenant = tenant*,renter*
rules-guess-women = woman,women,female*
rules-guess-men = man,men,male*
rules-guess-cold = cold
rules-guess-warm = warm
rules-guess-hot = hot
rules-guess-new = newcomer*,new
rules-guess-paid = paid,pay,paying,payers
rules-guess-bought = bought,buy*,purchased
rules-guess-came = came,visit*,come
rules-guess-asked = complain*,asked
