## Themes of open answers on the page that `tenkeys segment` writes.

page-fact-themes = Теми в «{ $item }»
page-themes = { $themes }. Знайдені в цих самих відповідях, тому попередні: слова називають тему, але нікого не цитують.
