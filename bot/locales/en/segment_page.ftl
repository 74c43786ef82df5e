## The page that `tenkeys segment` writes.

page-over = Segments
page-people-label = people
page-segments-label = { $count ->
    [one] segment
   *[other] segments
}
page-undecided-label = undecided
page-segment = Segment { $number }
page-people = { $count ->
    [one] { $shown } person
   *[other] { $shown } people
}
page-size-surely = { $people }, { $decided } of them surely
page-sizes = How large each segment is
page-sizes-note = By the likeliest segment of each person; undecided people are counted where they are likeliest to belong. The thin line is the 95 % interval.
page-more = More than everybody
page-less = Less than everybody
page-as-everybody = Much as everybody.
page-found-again = Found again in other samples: { $value } of 1
page-everybody = everybody { $value }
page-answers = What each segment answers
page-answer = Answer
page-everybody-column = Everybody
page-mean = { $item } (mean)
page-answers-note = Blue lies above everybody, vermilion below; the deeper, the larger the effect. These answers built the segments, so their differences prove nothing by themselves.
page-others = What else sets them apart
page-others-note = These answers had no part in making the segments. Errors of placing people are taken out; only differences that chance does not explain, though many were looked at (false discovery rate below 5 %). The interval is that of the difference.
page-styles-note = How high, how widely and how extremely people rate is read off the very answers that made the segments: such a line describes, it proves nothing.
page-against = { $value } against { $everybody }
page-common = What all segments agree on
page-common-note = At least { $least } in every segment
page-statements = What each segment stands for
page-agrees = agrees: { $share }, others { $others }
page-disagrees = disagrees: { $share }, others { $others }
page-why = How many segments, and why
page-stability = Stability of each number of segments
page-stability-note = How alike the cuts of two samples of the same people are, from 0 to 1; the line through a point holds half of the pairs. The dark grey band is what freely shuffled answers reach, the light grey one those shuffled within the same levels: a point inside a band says little by itself. The filled point is the number shown here.
page-stability-point = { $segments } segments: { $value }; shuffled answers: { $null }
page-tried = Numbers of segments tried
page-tried-segments = segments
page-tried-verdict = verdict
page-tried-fit = log-likelihood
page-tried-stability = stability (quartiles)
page-tried-partition = k-means
page-tried-shuffled = shuffled
page-tried-same-level = same level
page-tried-tightness = tightness
page-tried-level = level
page-tried-smallest = smallest
page-tried-starts = best of starts
page-of = { $best } of { $starts }
page-tried-note = Stability is the median adjusted Rand index between bootstrap samples (1: the same cut every time). Beside it the same for k-means, and its best over answers shuffled freely and within levels: a cut that is not stabler than those shows nothing. Tightness is within-segment variation over that of one population with the same correlations. BIC counts every option as a question of its own, while the segments let every question count alike: it may prefer another number.
page-done = How it was done
page-fact-answered = People who answered anything
page-fact-method = Method
page-fact-number = Number of segments
page-number-chosen = chosen by the answers
page-number-set = set by hand
page-fact-floor = Smallest segment allowed
page-fact-undecided = Undecided below a probability of
page-fact-starts = Starts of each fit, pairs of samples
page-fact-seed = Seed
page-fact-lines = Straight lines
page-lines = { $count } people gave one answer throughout
page-fact-scale = Scale “{ $name }”
page-scale = reliability { $value } (from { $low } to { $high })
page-scale-poor = reliability { $value } (from { $low } to { $high }): poor, read this scale with care
page-scale-none = too few complete answers to tell
page-columns = What the columns were taken for
page-too-few = { $people } people answered, fewer than the { $needed } that segments need.
page-style-level = height of ratings, 0 to 1
page-style-spread = spread of ratings, 0 to 1
page-style-extreme = share of extreme ratings
