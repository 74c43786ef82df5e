## What changed in segments.

button-changes = 🔀 What changed
button-since = Since { $day }
button-to-segments = ← Segments
changes-looking = I'm looking back… It takes a few seconds.
changes-since = What changed since { $day }
changes-people = { $count ->
    [one] { $count } person answered both then and now.
   *[other] { $count } people answered both then and now.
 }
changes-moved = Moved to another segment: { $share } ({ $low } to { $high }).
changes-unsure = It cannot be told whether anybody moved to another segment: at most { $high } did.
changes-noise = Plain counting shows { $counted }; { $noise } would show even if nobody had moved.
changes-relabelled = Called otherwise than then, because lines are drawn anew or answers changed: { $shown }.
changes-few = fewer than 5 people
changes-stayed = stayed: { $shown }
changes-went = → { $name }: { $shown }
changes-way = { $count ->
    [one] { $count } person surely went from “{ $before }” to “{ $after }”.
   *[other] { $count } people surely went from “{ $before }” to “{ $after }”.
 }
changes-moved-by = What moved them: { $questions }
changes-drift = People answer otherwise than then: { $what }. Segments found anew would fit better.
segment-gone-name = Segment { $number }
drift-shares = sizes of segments
drift-certainty = how surely people are placed
drift-undecided = how many stand between segments
fault-nothing-to-follow = There is nothing to compare yet: it takes segments of an earlier day, and five people who answered before and are still here.

## Segments found anew that wait for a decision.

button-proposal = 👀 New segments to decide on
button-approve = ✅ Take the new ones
button-approve-none = ✅ Give the segments up
button-keep-old = Keep the old ones
proposal-found = Segments were found anew, and some people would change places.
proposal-none = The last searches found no segments any more: people differ by degrees. The present ones could be given up; then nobody is in a segment here.
proposal-people = People who stay where they are: { $shown }
proposal-moved = to another segment: { $shown }
proposal-joined = from between segments into one: { $shown }
proposal-left = out of a segment, undecided: { $shown }
proposal-count = Segments: { $now } now, { $then } then.
proposal-count-won = Another number is proposed only after it has won several runs.
proposal-count-size = The smallest segment allowed is another one now.
proposal-disappears = Would end: { $names }
proposal-appears = Would begin: { $names }
proposal-agreement = Agreement with the present segments: { $value } (1 is the same, 0 is chance).
proposal-until = Until you decide, everything stays as it is, and newcomers are placed in the present segments.
segments-proposed = Segments were found anew and wait for your decision.
segments-challenged = { $number } segments have won { $wins } of the { $needed } runs in a row that it takes to change their number.
segments-challenged-none = No segments at all were found in { $wins } of the { $needed } searches in a row that it takes to give the present ones up.
segments-challenged-parts = The search counts the parts of a merged segment singly.
decided-approved = Done: the new segments are in force. Names that you gave stay.
decided-none = Done: there are no segments here any more.
decided-kept = All right, the old segments stay. No night asks again for two weeks.
decided-was-approved = This was decided already: the new segments are in force.
decided-was-kept = This was decided already: the old segments stay.
fault-no-proposal = Nothing waits for a decision here. The segments: /segments
mute-proposal = New segments: do not tell me
unmute-proposal = New segments: tell me
alert-drift = “{ $title }”: people answer otherwise than when the segments were found ({ $what }). Better find the segments anew before relying on them.
mute-drift = Answers that drift: do not tell me
unmute-drift = Answers that drift: tell me
decided-pinned = A segment that would end is pinned. To take the new ones, unpin it first: /segments

## Golden questions, and the short survey that asks by them.

button-golden = ⭐ Golden questions
golden-looking = I'm trying the questions one by one on people who had no part in choosing them. It takes up to a minute.
golden-intro = { $count ->
    [one] How many people the first questions put where the whole survey puts them, judged on { $count } person with no part in choosing them:
   *[other] How many people the first questions put where the whole survey puts them, judged on { $count } people with no part in choosing them:
 }
golden-line = { $number }. “{ $question }” — { $share } ({ $low } to { $high })
golden-full = All questions: { $share }
golden-recalls = Of the people in each segment these questions find:
golden-recall = { $name }: { $share }
golden-adaptive = Asked one by one, each question by the answers before, until { $confidence } sure: { $questions } questions on average, { $share } placed right ({ $low } to { $high }). Not so sure in the end: { $unsure }; they count here by the segment they are likeliest in. The same number of fixed questions ({ $fixed }): { $fixed_share } ({ $fixed_low } to { $fixed_high }).
short-explained = A short survey asks those who have not answered the whole one just enough to place them. Their answers stay answers to the survey.
short-is-open = The short survey is open: residents find it under /survey. Letters and posts about the survey offer it too.
button-short-open = 📝 Publish the short survey
button-short-close = Close the short survey
short-opened = The short survey is open.
short-closed = The short survey is closed.
button-short = ⚡ { $title }: in { $most } questions at most
short-welcome = Just a few questions, { $most } at most, and I will know what to write to you about.
short-points = You get { $points ->
    [one] +{ $points } point
   *[other] +{ $points } points
 } for it.
short-points-rest = Answer the rest as well, and it is { $points ->
    [one] { $points } point
   *[other] { $points } points
 } more.
short-link = Link to it: { $link }
short-brings = It brings { $points ->
    [one] { $points } point
   *[other] { $points } points
 }, the rest of the survey { $rest ->
    [one] { $rest } point
   *[other] { $rest } points
 } more. People read so before the first question.
short-brings-none = It brings no points: neither does the survey.
button-short-brief = ⚡ Briefly: { $most ->
    [one] { $most } question at most
   *[other] { $most } questions at most
 }
progress-short = Question { $position }, { $most } at most
short-thanks = Thank you, that is enough! Now messages will be about what matters to you. If you have a few more minutes, the rest of the questions are here too: nothing will be asked twice.
button-all-of-it = Answer the rest as well
fault-no-golden = These segments have no golden questions: they do not come from questions of a survey, or too few have answered.
fault-no-short-survey = This short survey is closed. What can be answered: /survey

report-moves-title = Who is where since { $date }
report-moves-moved = { $count ->
    [one] { $count } person answered both then and now; { $share } ({ $low } to { $high }) moved to another segment. Errors of placing alone would show { $noise }, and are taken out.
   *[other] { $count } people answered both then and now; { $share } ({ $low } to { $high }) moved to another segment. Errors of placing alone would show { $noise }, and are taken out.
 }
report-moves-then = Then ↓, now →
report-moves-note = Of the people of each segment then, the share that is in each now. “<5”: fewer than five people.
