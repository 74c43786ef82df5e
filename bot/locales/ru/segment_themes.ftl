## Themes of open answers on the page that `tenkeys segment` writes.

page-fact-themes = Темы в «{ $item }»
page-themes = { $themes }. Найдены в этих же ответах, поэтому предварительны: слова называют тему, но никого не цитируют.

## Own words where people are divided in the chat.

themes-counted = В ответах на «{ $question }» люди говорят о своём: { $themes }. Эти темы тоже считаются. Они найдены в тех же ответах: это подсказка, а не факт.
themes-few = Ответы на «{ $question }» пока не считаются: своими словами по делу ответили { $told }, для тем нужно { $needed }.
themes-none = Ответы на «{ $question }» не считаются: общих тем в них не нашлось.
themes-next = При следующем поиске учту и то, что люди пишут своими словами: «{ $question }».
themes-off = То, что люди пишут своими словами, не считается.
themes-off-next = При следующем поиске их не учту.
themes-sketch = В «кавычках» — темы из ответов своими словами. Они найдены в тех же ответах, поэтому предварительны.
golden-own-words = Ответы своими словами сюда не входят: в короткой анкете на них не отвечают.
button-themes-count = ✅ Свои слова считаются
button-themes-leave = ▫️ Свои слова не считаются
