# The segment report, and names proposed for segments.

trait-quiet-more = Quiet matters
trait-quiet-less = Love a lively yard
trait-involvement-more = Decide together
trait-involvement-less = Happy to let others decide
trait-thrift-more = Mind the costs
trait-thrift-less = Comfort is worth paying for
trait-technology-more = House matters by phone
trait-technology-less = Prefer to talk in person
trait-greenery-more = For a green yard
trait-greenery-less = Greenery comes second
trait-novelty-more = Like new things
trait-novelty-less = Like the familiar
trait-price-more = Watch the price
trait-price-less = Price comes second
trait-safety-more = For safety
trait-safety-less = Feel safe enough
trait-warmth-more = For a warm home
trait-warmth-less = Warm enough
trait-community-more = For a friendly yard
trait-community-less = Keep to their own circle
trait-comfort-more = For comfort
trait-comfort-less = Comfortable enough
trait-order-more = For order
trait-order-less = For freedom

name-less = Less often: { $label }
name-first = { $label } first
name-second = { $label } can wait
name-seldom = seldom: { $label }
name-and = { $one } and { $other }
name-agree = Agree: { $label }
name-disagree = Disagree: { $label }
name-says-yes = { $label } — yes
name-says-no = { $label } — no
name-higher = Higher: { $label }
name-lower = Lower: { $label }
name-for = For: { $label }
name-against = Against: { $label }
name-plain = Closest to everybody

report-unit-points = points
report-heading = Segment report
report-made = Made on { $date }
report-simulated = The people in this report are simulated: no real residents stand behind these numbers.
report-simulated-short = simulated
report-answered = answered to the end
report-unfinished = began and did not finish
report-points-given = points given in all
report-scheme-psychographic = How people like to live
report-scheme-needs = What people need
report-segments-count = { $count ->
    [one] { $count } segment
   *[other] { $count } segments
 }

report-verdict-natural = The answers fall into { $count ->
    [one] { $count } group
   *[other] { $count } groups
 } that stand apart by themselves, not only for our convenience.
report-verdict-reproducible = There are no sharp groups here, people differ by degrees. But the cut into { $count } is stable: good for writing to people, not for saying what people are.
report-verdict-constructive = The cut into { $count } is handy for writing to people, but other people would be cut a little differently. It is a useful cut, not groups that were found.
report-verdict-level = People differ in how much they tick and how high they rate, not in what. Read the segments as “more” and “less”.
report-verdict-none = The answers do not fall into groups: people differ by degrees. One message for all is the honest choice for now.
report-verdict-few = { $people } have answered so far, fewer than the { $needed } that segments need. Below is what all say together.
report-verdict-unknown = Segments have not been looked for in these questions yet. Below is what all say together.
report-much-level = Much of it is level: { $share } of how much people tick or how high they rate goes with the segment.
report-exploratory-answered = Fewer than { $below } people answered: the cut is exploratory and may change as answers come in.
report-below-floor = The number of segments was set by hand, and the smallest is smaller than is wise.
report-under-floor = Every division tried would leave a segment of fewer than { $floor } people, which is too small: a fixed number of segments shows it.

report-sizes-title = The largest segment is “{ $name }”: { $share }
report-undecided = undecided
report-undecided-note = Undecided people resemble several segments at once or left questions out. They get no messages meant for a segment.
report-sizes-equal = The segments are of nearly one size: from { $low } to { $high }
report-sizes-same = The segments are of one size: { $share } each
report-contrast-title = “{ $top }” and “{ $bottom }” differ most: { $high } and { $low }
report-against-all = all { $everybody }
report-in-table = { $count ->
    [one] { $count } more segment is in the table below.
   *[other] { $count } more segments are in the table below.
 }
report-everybody = everybody
report-everybody-says = Everybody together
report-card-title = { $name }: “{ $label }” — { $here } against { $everybody }
report-people = { $count ->
    [one] { $shown } person
   *[other] { $shown } people
 }
report-more = More than everybody
report-less = Less than everybody
report-same = No clear difference from everybody.
report-bar-alt = { $label }: { $here }, from { $low } to { $high }; everybody { $everybody }
report-bar-alt-plain = { $label }: { $here }, from { $low } to { $high }
report-bar-alt-hidden = { $label }: too few people to show
report-quotes = In their own words
report-no-quotes = No quotes: fewer than five people of this segment answered in their own words.
report-messages = Messages and points
report-no-messages = This segment has had no messages yet.
report-points-members = Points given to the people of this segment: { $points }.
report-points-each = { $points ->
    [one] { $points } point
   *[other] { $points } points
 } each
report-state-queued = waiting
report-state-sending = on the way
report-state-sent = got it
report-state-unreachable = closed the bot
report-state-failed = not delivered
report-state-unconfirmed = unconfirmed
report-table-title = All questions: shares and means by segment
report-table-plain = All questions: shares and means
report-table-item = question
report-table-mean = mean, from { $low } to { $high }
report-table-mean-plain = mean
report-given = sent
report-untold = Days, times and own words have no line in this table: { $questions }.
report-assisted = Entered by a manager for neighbours without Telegram: { $shown }. They count like all others, in the segments too.
report-how-title = How this was found
report-how-people = People counted
report-how-date = When
report-how-method = Method
report-method-mixture = latent class mixture
report-method-kmeans = k-means
report-method-votes = votes on an opinion map
report-how-seed = Random seed
report-how-chosen = Segments chosen
report-how-stability = Stability
report-how-stability-text = { $value } of 1 (half of the checks between { $low } and { $high }): how alike two cuts are that were found in two random samples of the same people
report-how-not-measured = not measured
report-how-starts = Starts that found the best solution
report-how-starts-text = { $best } of { $starts }
report-how-tightness = Tighter than without segments
report-how-tightness-text = by { $percent } ({ $z } standard deviations)
report-how-tried = Numbers of segments tried
report-how-tried-segments = segments
report-how-tried-bic = BIC, less is better
report-how-tried-stability = stability
report-how-tried-verdict = verdict
report-verdict-word-natural = found in the answers
report-verdict-word-reproducible = a stable cut
report-verdict-word-constructive = a handy cut
report-verdict-word-level = level only
report-verdict-word-none = none
report-verdict-word-defined = a cut by agreement
report-verdict-word-few = too few people
report-read-title = How to read these numbers
report-read-interval = The thin line on a bar is the interval that holds the true value with 95 % confidence. The grey mark is everybody who answered.
report-read-few = “<5” is fewer than five people: such counts are shown to nobody. “≈” and “≥” stand where the exact number would give away a small neighbour, “—” where nothing can be shown.
report-read-circular = The segments are built on these very questions, so differences between them are expected and prove nothing by themselves.
report-read-words = People's words stand as written; contacts, flats and addresses are covered by •••.
report-read-corrected = Shares and means of segments are corrected for people who may stand in the wrong one; counts of people are as they are.
report-read-points = “Points” beside a share are percentage points: the difference of two shares.

sheet-summary = Summary
sheet-opinions = Opinions
sheet-quotes = Quotes
sheet-messages = Messages and points
sheet-about = About
sheet-scheme-psychographic = Ways of living
sheet-scheme-needs = Needs
column-scheme = scheme
column-segment = segment
column-people = people
column-share = share
column-low = from
column-high = to
column-question = question
column-answer = answer
column-everybody = everybody
column-difference = difference
column-statement = statement
column-side = for or against
column-others = others
side-for = for
side-against = against
opinions-sheet-note = “Others” is everybody outside the group; on what all agree it is the group where fewest do. Where fewer than five voted one way, words stand instead of a figure.
column-quote = words
column-date = date
column-message = message
column-points = points
column-verdict = verdict
column-value = value

report-no-survey = By what people did, and by rules
report-short = A short survey has placed more people: { $shown }. They get messages, but are in no size, share or answer below: they were not asked the whole survey.
report-short-more = + { $shown } by the short survey
report-doing-recency = Days since the last time
report-doing-frequency = How many times
report-doing-money = Paid in all
report-doing-interests = What they took an interest in
report-rules = Segments by your rules
report-rules-note = Who is in here is written in a rule, not found in answers. One person may be in several of them.
report-rules-share = The share of everybody who agreed to be known; the thin line is the 95 % interval.
report-rule-changes = What changed
report-rule-changed = Since { $date } came: { $entered }, went: { $left }.
report-rule-young = The rule is less than a month old: there is nothing to compare with yet.
check-rule-measurable = Measurable: of everybody the rule says exactly yes or no.
check-rule-substantial = Substantial: { $shown } people ({ $floor } or more is good).
check-rule-differing = Whether it differs in what matters is not tried for rules: they are made of what is known already.
check-exploratory = Checked for now: there are fewer than { $below } people. More answers may change the outcome.
sheet-rules = By rules
column-entered = came
column-left = went
column-rule = rule
report-about-doings = 🧭 By what people did, and by rules
report-moves-counted = { $count ->
    [one] { $count } person has a segment both then and now; { $share } ({ $low } to { $high }) moved to another one.
   *[other] { $count } people have a segment both then and now; { $share } ({ $low } to { $high }) moved to another one.
 }
report-rules-count = { $count ->
    [one] { $count } segment
   *[other] { $count } segments
 }
report-scheme-rfm = Who pays and comes: cold, warm, hot
report-scheme-interests = What people take an interest in
sheet-scheme-rfm = Cold, warm, hot
sheet-scheme-interests = Interests
report-exploratory-done = Doings of fewer than { $below } people are known: the cut is exploratory and may change as more come in.
