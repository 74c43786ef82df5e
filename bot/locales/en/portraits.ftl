## The page of a segment: who they are, the note, the pin, the merging.

button-about = 🔍 Who is { $number }
button-write-them = ✉️ Write to them
button-name-it = ✏️ Rename
button-note = 📝 Note
button-pin = 📌 Pin
button-unpin = 📌 Unpin
button-merge = ➕ Merge
button-apart = ✂️ Take apart
button-all-segments = ← All segments
segment-merged = Merged segment { $number }
segment-merged-apart = Several segments together: what they share stands on their page.
page-merged = Merged from: { $names }.
note-now = Now: "{ $note }"
note-ask = Write a note for the managers, up to { $most } characters. To take it away, send "-". Changed your mind? /cancel
merge-ask = Which segment shall "{ $name }" become a part of? The one you choose keeps its name and colour. They can be taken apart at any time.
merge-nobody = There is nothing to merge "{ $name }" with yet.
fault-note-unfit = The note is longer than { $most } characters. Please shorten it.
fault-cannot-merge = These two cannot be merged: they come from different schemes.
pin-lost = 📌 "{ $name }" is pinned, and this time I did not find it. So everything stays as it was. To take the new segments, unpin it and find them again.
alert-pinned = "{ $title }": a new search no longer finds what is pinned: { $names }. So everything stays as it was. To have a look: /segments
mute-pinned = Pinned ones: do not tell me

trait-against = { $about } — { $here }, everybody { $everybody }
trait-few = hardly anybody (fewer than { $least })
trait-most = nearly all (all but fewer than { $least })
trait-step = { $value } of { $high }
trait-first = among the first: { $label }
trait-proof-points = difference { $difference } points ({ $low } to { $high }), strength { $effect } ({ $least } to { $most })
trait-proof = difference { $difference } ({ $low } to { $high }), strength { $effect } ({ $least } to { $most })
trait-chance = chance alone: p { $p } (adjusted for the many comparisons)
trait-built = the segments were built on this question
trait-agreed = { $how ->
    [yes] { $about }: at least { $least } of every segment say yes
    [step] { $about }: at least { $least } of every segment give it { $from }–{ $high } of { $high }
   *[so] { $about }: at least { $least } of every segment answer so
}
portrait-wait = Putting the portrait together…
portrait-few = There are fewer than five people here: nothing is told about them.
portrait-like-all = No strong differences: these people are much like everybody.
portrait-more = More than average
portrait-less = Less than average
portrait-about = Also about them
portrait-agreed = What all segments agree on
portrait-note-proof = The true difference almost surely (95 %) lies within the brackets. Strength: 0.2 slight, 0.5 clear, 0.8 great.
portrait-note-placed = Errors of placing people are taken out.
portrait-note-built = Answers and deeds with an asterisk made the segments: that they differ proves nothing by itself.

button-persona = 👤 Persona
button-persona-name = ✏️ Another name
button-persona-face = 🎲 Another face
persona-wait = Drawing the card…
persona-few = There are fewer than five people here: no portrait is drawn.
persona-name-ask = Write a name for the persona, up to { $most } characters. Changed your mind? /cancel
fault-persona-name-unfit = The name is empty or longer than { $most } characters. A shorter one, please.
persona-share = { $share } ({ $low } to { $high })
persona-age = Age
persona-values = What they value
persona-needs = What they need
persona-goals = Goals
persona-problems = What they are unhappy with
persona-explain = What to explain
persona-channel = What they use
persona-hour = Best time
persona-offer = Where to begin
persona-tone = How to write
persona-fact = { $about }: { $here }, everybody { $everybody } ({ $sure })
persona-unsure = { $about }: "I don't know" { $here }, everybody { $everybody }
persona-ages = { $ages } (the middle half of { $people } who said)
persona-hours = { $start } to { $end }: { $share } answered then ({ $low } to { $high })
persona-start-with = With what matters more to them than to others: { $about }
persona-tone-long = At length: words an answer { $here }, everybody { $everybody }
persona-tone-short = Briefly: words an answer { $here }, everybody { $everybody }
persona-silent = Not known yet: { $what }.
persona-silent-more = Not known yet: { $what }, and { $count } more.
persona-like-all = These people answer much like everybody: the answers do not say yet what they live by.
persona-apart = What sets them apart
persona-note = Name and face are made up, the rest comes from answers. In brackets: the 95 % interval of the difference; errors of placing people are taken out.
