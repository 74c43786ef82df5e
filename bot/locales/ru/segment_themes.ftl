## Themes of open answers on the page that `tenkeys segment` writes.

page-fact-themes = Темы в «{ $item }»
page-themes = { $themes }. Найдены в этих же ответах, поэтому предварительны: слова называют тему, но никого не цитируют.
