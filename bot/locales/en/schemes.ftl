# By what people are divided: bases, the list of divisions, several bases together.

basis-psychographic = how people live
basis-needs = what people need
basis-demographic = who they are
basis-geographic = where they live
basis-behavioural = what they do
basis-benefits = what they come for
basis-technographic = devices and channels
basis-firmographic = the trade and size of their organisation
basis-rfm = who pays and comes: cold, warm, hot
basis-interests = what they take an interest in
schemes-choose = Which segments shall we look at?
schemes-none = no segments found
ways-choose = <b>{ $title }</b>

    By what shall people be divided? The number says how many segments there are already.
mix-choose = Tick what to take together. Every question weighs the same, so a long subject outweighs a short one.
button-ways = 🧭 Divide otherwise
button-ways-of = 🧭 { $title }
button-mix = 🧩 Several subjects together
button-mix-done = { $count ->
    [one] Take { $count } subject
   *[other] Take { $count } subjects together
 }
button-all-schemes = ← All divisions
card-feeds-others = People can also be divided by: { $by }.
report-scheme-by = How people differ: { $by }
rfm-cold = Cold
rfm-warm = Warm
rfm-hot = Hot
doings-of-needed = Something is known of { $shown } of the { $needed } people that segments need.
doings-enough = What people did is known: { $shown }. That is enough for segments.
verdict-defined = This is a cut by agreement, not a discovery: how lately, how often and how much, by fifths from 1 to 5; a mean of 4 or more is hot, of 2.5 or more warm, below it cold.
trait-recency-more = Not seen for long
trait-recency-less = Seen lately
trait-frequency-more = Come often
trait-frequency-less = Come seldom
trait-money-more = Pay much
trait-money-less = Pay little
report-verdict-defined = { verdict-defined }
by-scales = { $by }, by scales
scale-omega = The scale “{ $scale }” (statements: { $items }) is measured with a reliability of { $value } ({ $low } to { $high }).
scale-alpha = The scale “{ $scale }” (statements: { $items }) is measured with a reliability of { $value } (alpha, { $low } to { $high }).
scale-unknown = How reliable the scale “{ $scale }” is cannot be told: too few answered all of it.
scale-poor = That is poor (below 0.7): the statements tell of different things.
report-how-scales = A scale instead of answers
report-method-rfm = fifths: how lately, how often, how much

## How many people a segment must have.

button-smallest = 📏 Smallest segment: { $people }
smallest-offer = In a small house you may allow smaller segments: 📏 below. What comes out then is a sketch: good for trying out a letter, not for conclusions.
smallest-small = Smaller segments than usual are allowed here. One of fewer than { $usual } people easily comes about by chance: good for trying out a letter, not for conclusions.
smallest-next = From the next search on a segment must have { $people ->
    [one] { $people } person
   *[other] { $people } people
 } at least.
smallest-choose = How many people must a segment have at least? Usually { $usual }, or one in twenty of those who answered where that is more. A small house may have no segment that large; but the smaller one is, the more easily it comes about by chance.

    Your choice counts from the next search on.
smallest-usual = As usual: { $people }
smallest-from = { $people } or more
