## Themes of open answers on the page that `tenkeys segment` writes.

page-fact-themes = Themes of “{ $item }”
page-themes = { $themes }. Found in these very answers, so exploratory: the words name a theme, they do not quote anybody.
