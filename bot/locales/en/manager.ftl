test-banner = 🧪 A try: the answers do not count
test-finished = 🧪 You have reached the end of the try. The answers do not count.
button-to-survey = To the survey

shelf = A new survey: write it here, /new, or send a YAML file or a spreadsheet; I will say whether all is well with it.
shelf-empty = There are no surveys yet. Write one right here, /new, take a ready one, or send a YAML file or a spreadsheet.
button-sample = 📄 A sample file
sample-caption = Change the words in any editor and send the file back.
answered-plain = { $shown } have answered.
answered-of-needed = { $shown } have answered of the { $needed } that segments need.
answered-enough = { $shown } have answered: segments can be looked for.
card-questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
 }
card-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
 }
card-feeds-psychographic = For psychographic segments: { $count }
card-feeds-needs = For segments by needs: { $count }
card-feeds-nothing = There will be no segments by this survey: of no question is it said what it tells of people (“🧭 What it tells of people” at the question).
card-segments-need = Segments need { $needed } people who answered.
card-unspoken = 🌐 Not all is translated: { $languages }. Whoever chose such a language reads a part of the survey in another one. Translate: /new
card-draft = ✏️ A draft: only managers see it. Go through it yourself, then publish it.
card-link = 🟢 Open. The link for people: { $link }
card-superseded = A newer version has taken its place.
card-closed = 🔒 Closed: it takes no new answers.
button-try = 🧪 Try it
button-publish = Publish
button-close = Close
button-report = 🧩 Report
button-page-earlier = ‹ page { $page }
button-page-later = page { $page } ›
button-all-surveys = ← All surveys
published = The survey is open.
closed = The survey is closed.
close-sure = Close “{ $title }”? It will take no more answers, and only a new version can be opened again.
close-sure-under-way = Not at the end yet: { $shown }.
button-close-surely = Yes, close it
button-stay-open = No, leave it open

file-not-needed = Thank you, but I have no use for files. What I can do: /help
file-kind-unknown = A survey has to be a YAML file (.yaml) or a spreadsheet as XLSForm has it (.xlsx, .xls, .csv): those I can read in full. A sample: /surveys
file-too-large = The file is too large: { $megabytes } MB. A survey is text, { $limit } KB is plenty.
file-not-fetched = The file did not arrive. Please send it again.

segments-nothing = Segments are made of answers, and there is no survey with questions for segments yet. To begin: /surveys
segments-find-them = Shall I look for segments?
segments-looking = I'm looking… It takes up to a minute, you can do something else meanwhile.
segments-not-found = That did not work: something broke on our side. Please try again a little later.
segments-exploratory = There are few people so far: take it as a sketch.
segments-more = …the rest did not fit.
segments-undecided = Undecided: { $shown }. They are like several segments at once, and members of none.
segment-size = people: { $shown }
parts = { $count ->
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
   *[other] several
 }
verdict-natural = The segments are sharp: people inside are alike, and unlike the others.
verdict-reproducible = There are no sharp groups here, people differ by degrees. But the cut into { $parts } is stable: good for writing to people, not for saying what people are.
verdict-constructive = The cut into { $parts } is handy, but other answers would draw it elsewhere. Good for writing to people, not for conclusions.
verdict-level-only = People differ in how much they tick, not in what. Better not to divide them by that.
verdict-none = The answers do not fall into groups: people differ by degrees. One message for all is the honest choice for now.
verdict-hasty = Nearly all answers look hasty.
verdict-early = It is too early to judge of groups by them.
verdict-under-floor = It is too early to judge of groups: parts of fewer than { $floor } people come out, and such are easily found by chance. More answers are needed.
verdict-too-few = But too few of them answered the very questions that segments are made of.
button-find = 🔎 Find segments
button-find-again = 🔎 Find again
button-write-to = ✉️ { $name }
rename-ask = Now: “{ $name }”. Write a new name, one that people would not mind hearing about themselves. To leave it: /cancel

draft-left = The draft was not kept: you can begin anew at any time.
draft-dropped = All right, left as it was.
broadcast-dropped = All right, nothing is sent.
draft-none = There is no draft.

broadcast-choose = Whom shall we write to?
broadcast-no = There is nobody to write to yet: find segments first, /segments
broadcast-write =
    Writing to “{ $name }”. Send the text in one message.

    You can put in:
    <code>{ "{" }name{ "}" }</code> — the name
    <code>{ "{" }name|neighbour{ "}" }</code> — the name, or “neighbour” where there is none
    <code>{ "{" }points{ "}" }</code> — how many points the person has
    <code>{ "{" }segment{ "}" }</code> — the name that you gave the segment yourself; without one residents read “Segment 1”
    <code>{ "{" }house{ "}" }</code> — the name of the house

    To leave it: /cancel
template-unknown-placeholder = There is no “{ $found }” to put in.
template-unclosed-brace = A brace is not closed: “{ $found }”.
template-stray-brace = There is a lonely “{ $found }”. If the text needs it, write it twice.
template-empty = The message is empty.
template-too-long = The message is longer than one Telegram message holds.
template-suggestion = Perhaps: <code>{ $suggestion }</code>
template-again = Mend it and send the text again.
broadcast-points = How many points come with the message, for each? Choose or write a number.
broadcast-points-number = A whole number of points is needed here, for example 50. Write 0 for none.
preview = This is what people of “{ $name }” will read:
preview-reader = → <b>{ $name }</b>
preview-own = → here with your name
preview-reachable = { $count ->
    [one] It will reach { $count } person.
   *[other] It will reach { $count } people.
 }
preview-reachable-few = It will reach fewer than { $least } people.
preview-unreachable = { $count ->
    [one] It will not reach { $count }, who has closed the bot.
   *[other] It will not reach { $count }, who have closed the bot.
 }
preview-unreachable-few = Fewer than { $least } have closed the bot and will not get it.
preview-points = Points in all: { $points }.
preview-missing = { $count ->
    [one] For { $count } person there is nothing to put in for { $placeholder }: the word is left out.
   *[other] For { $count } people there is nothing to put in for { $placeholder }: the word is left out.
 }
preview-missing-few = For fewer than { $least } people there is nothing to put in for { $placeholder }: the word is left out.
preview-too-long = { $count ->
    [one] { $count } message is too long and will not be sent.
   *[other] { $count } messages are too long and will not be sent.
 }
preview-too-long-few = Fewer than { $least } messages are too long and will not be sent.
preview-empty = { $count ->
    [one] { $count } message turns out empty and will not be sent.
   *[other] { $count } messages turn out empty and will not be sent.
 }
preview-empty-few = Fewer than { $least } messages turn out empty and will not be sent.
button-send = { $count ->
    [one] Send to { $count } person
   *[other] Send to { $count } people
 }
button-send-few = Send to fewer than { $least } people
button-rewrite = Change the text
button-drop = Do not send
fault-nobody-to-write-to = The message would reach nobody in this segment: all of them have closed the bot.
fault-no-letter-fits = No message can go out like this: it is empty or too long. Change the text.
fault-points-out-of-range = From 0 to { $most } points can come with a message.
fault-segment-gone = This segment is no more. Those that live: /segments
fault-report-nothing = There is no report on this survey: it has not been open yet.

progress-sending = Sending: { $done } of { $total }.
progress-sending-few = Sending to fewer than { $least } people.
progress-paused = Paused: { $done } of { $total }.
progress-paused-few = Paused: a message to fewer than { $least } people.
progress-done = Done:
progress-total = { $total } in all.
delivered-sent = { $count ->
    [one] { $count } got it
   *[other] { $count } got it
 }
delivered-sent-few = fewer than { $least } got it
delivered-unreachable = { $count ->
    [one] { $count } has closed the bot
   *[other] { $count } have closed the bot
 }
delivered-unreachable-few = fewer than { $least } have closed the bot
delivered-failed = { $count ->
    [one] { $count } not sent
   *[other] { $count } not sent
 }
delivered-failed-few = fewer than { $least } not sent
delivered-unconfirmed = { $count ->
    [one] { $count } unconfirmed
   *[other] { $count } unconfirmed
 }
delivered-unconfirmed-few = fewer than { $least } unconfirmed
button-pause = ⏸ Pause
button-resume = ▶️ Go on
button-unconfirmed = Who is unconfirmed
unconfirmed = { $count ->
    [one] { $count } person may or may not have got the message: the connection broke. I will not write again by myself.
   *[other] { $count } people may or may not have got the message: the connection broke. I will not write again by myself.
 }
unconfirmed-nobody = Nobody is unconfirmed.
no-name = no name

report-choose = Which survey is the report about?
report-no-surveys = A report is about a survey that is open, and there is none yet: /surveys
report-preparing = Preparing the report…
report-xlsx = Tables: sizes, profiles, quotes.
report-html = The same with charts: opens in any browser.
report-failed = The report did not come together: something broke on our side. Please try again a little later.

claim-how = Send the code with the command: /claim CODE. It is printed at the first start of the bot.
claim-wrong = This code does not fit. A new one is printed at every start until there is an admin.
team-admin = 🔑 { $name } — admin (<code>{ $id }</code>)
team-manager = { $name } — manager (<code>{ $id }</code>)
team-how = To name somebody: send /manager and the person’s number, for example /manager 123456789, or their @name; /admin likewise. People learn their number from me with /id
button-dismiss = Take the role away: { $name }
role-how = Who? Ask the person to send me /id, then send that number with the command: /{ $command } 123456789. Their @name will do, too, once they have answered me
role-set-admin = { $name } is an admin now.
role-set-manager = { $name } is a manager now.
role-set-resident = The role is taken away: { $name }
role-now-admin = 🔑 You are an admin now. Write a survey: /new · name managers: /team · all that you can do: /help
role-now-manager = You are a manager now. Write the first survey: /new · all that you can do: /help
role-now-resident = Your role as a manager has been taken away. All else is as it was.

help-manager =
    For managers:
    /surveys — surveys; send a new one as a file; a post in the group of the house: on the survey's page, ⚙️ Field
    /new — write a survey here, or take a ready one
    /segments — segments by answers; other ways of dividing people, figures, short surveys of a few questions
    /rules — segments by your own rules
    /goals — goals: what is wanted, by which day, how far it is
    /broadcast — write to a segment
    /invite — letters that ask people to a survey, reminders, who took part
    /results — results as pictures
    /followup — tell those who answered what came of it
    /homes — houses, flats, who lives there; a table of flats can be sent
    /import — a table of payments, purchases, visits, people
    /enter — enter the paper sheet of a neighbour
    /print — posters, door cards, paper questionnaires
    /report — the report as XLSX and HTML
    /export — answers as CSV, XLSX, SPSS or JSON
    /cancel — drop the draft
help-admin =
    For admins:
    /team — who manages
    /manager 123456789 — name a manager
    /admin 123456789 — name an admin
    /resident 123456789 — take a role away
score-nps = NPS { $score }
score-csat = Satisfied: { $score }%
score-ces = Found it easy: { $score }%
team-nameless = name not known yet
demote-sure-manager = { $name } is an admin. Make them a manager, who names nobody?
demote-sure-resident = { $name } is an admin. Take the role away?
button-demote = Yes
button-demote-not = No, leave it
demote-not = Nothing has changed.
translate-lacking = Some of these people read { $languages }: they get the text as it is, unless you add theirs below.
translate-write = Write the same message in { $language }, with the same placeholders. To leave it: /cancel
manager-begin = 🔑 You are a manager. Write a survey: /new · what there is now: /surveys · whom to write to: /segments · all the rest: /help
