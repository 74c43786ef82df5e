## Themes of open answers on the page that `tenkeys segment` writes.

page-fact-themes = Themes of “{ $item }”
page-themes = { $themes }. Found in these very answers, so exploratory: the words name a theme, they do not quote anybody.

## Own words where people are divided in the chat.

themes-counted = In answers to “{ $question }” people speak of { $themes }. These themes count too. They were found in the same answers: take them as a hint, not a fact.
themes-nameless = A theme with a number has no word that five people say, so none is shown.
themes-few = Answers to “{ $question }” do not count yet: { $told } said something in their own words, themes need { $needed }.
themes-none = Answers to “{ $question }” do not count: no common themes were found in them.
themes-next = The next search will also heed what people write in their own words: “{ $question }”.
themes-off = What people write in their own words does not count.
themes-off-next = The next search will leave them out.
themes-sketch = In “quotes” are themes of answers in people's own words. They were found in the same answers, so they are tentative.
golden-own-words = Answers in people's own words are not part of this: the short form does not ask for them.
button-themes-count = ✅ Own words count
button-themes-leave = ▫️ Own words do not count
button-themes-name = ✏️ Name the themes
themes-names = What are the themes called? Tap the one you would call otherwise: its name stays through later searches.
theme-name-ask = Now: “{ $name }”. Write what to call this theme: up to { $most } characters, unlike the others. Changed your mind? /cancel
fault-theme-name-unfit = A theme's name must not be empty, longer than { $most } characters, or another theme's. Another one, please.
fault-theme-gone = That theme is gone: people have been divided anew since. Open /segments.
