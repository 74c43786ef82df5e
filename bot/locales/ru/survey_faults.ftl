survey-faults = { $count ->
    [one] В файле { $count } место, которое я не понимаю. Поправьте и пришлите снова:
    [few] В файле { $count } места, которые я не понимаю. Поправьте и пришлите снова:
   *[many] В файле { $count } мест, которые я не понимаю. Поправьте и пришлите снова:
 }
survey-faults-more = { $count ->
    [one] …и ещё { $count } место. Сначала поправьте эти.
    [few] …и ещё { $count } места. Сначала поправьте эти.
   *[many] …и ещё { $count } мест. Сначала поправьте эти.
 }
survey-warnings = Опрос принят. На что взглянуть:
fault-line = Строка { $line }
fault-line-question = Строка { $line }, вопрос { $question }
fault-suggestion = Возможно, так: <code>{ $suggestion }</code>

fault-file-too-large = Файл слишком большой: { $length } байт, а читаю я до { $limit }.
fault-broken-yaml = Отсюда файл не читается. Проверьте кавычки и отступы здесь и строкой выше.
fault-tab-indent = Отступ сделан табуляцией. Замените её пробелами.
fault-colon-needs-quotes = В строке второе двоеточие. Возьмите текст в кавычки: "Лифт: как он вам?"
fault-strange-character = Здесь знак, которого в тексте быть не может ({ $character }). Удалите его.
fault-alias-refused = Ссылки вида *{ $name } здесь не читаются. Напишите текст целиком.
fault-nested-too-deep = Слишком много уровней один в другом: больше { $limit }.
fault-empty-file = Файл пуст. Начните со строк «survey:», «title:» и «questions:».
fault-mapping-needed = Под «{ $place }» нужны строки вида «имя: значение».
fault-list-needed = «{ $place }» — это список: строки, которые начинаются с дефиса.
fault-text-needed = У «{ $place }» нет текста.
fault-number-needed = В «{ $place }» нужно число, а не «{ $value }».
fault-whole-number-needed = В «{ $place }» нужно целое число, а не «{ $value }».
fault-yes-or-no-needed = В «{ $place }» пишут yes или no, а не «{ $value }».
fault-number-out-of-range = «{ $place }» бывает от { $minimum } до { $maximum }.
fault-missing = Не хватает «{ $place }».
fault-unknown-key = Слова «{ $key }» здесь не бывает.
fault-key-of-another-kind = У вопроса вида «{ $kind }» нет «{ $key }».
fault-duplicate-key = «{ $key }» уже есть в строке { $first }. Оставьте одно.
fault-bad-key = «{ $key }» не годится как короткое имя ({ $place }): нужно от 1 до 32 знаков из a–z, 0–9, _ и -.
fault-repeated-question = Вопрос «{ $key }» уже есть в строке { $first }. Назовите этот иначе.
fault-no-questions = Опрос пока ни о чём не спрашивает. Добавьте вопросы под «questions:».
fault-too-many-questions = { $length ->
    [one] Здесь { $length } вопрос, а можно до { $limit }.
    [few] Здесь { $length } вопроса, а можно до { $limit }.
   *[many] Здесь { $length } вопросов, а можно до { $limit }.
 }
fault-too-many-calculated = Вычисляемых значений { $length }, а можно до { $limit }.
fault-no-kind = У вопроса нет текста. Добавьте строку вроде «open: Что вам нравится?».
fault-two-kinds = Вопрос не может быть сразу «{ $kind }» и «{ $other }». Сделайте из него два.
fault-unknown-basis = «{ $value }» здесь не бывает. Бывает: { $allowed }.
fault-text-empty = Текст «{ $place }» ({ $language }) пуст.
fault-text-too-long = Текст «{ $place }» ({ $language }) длинноват: знаков { $length }, а помещается { $limit }.
fault-bad-language = «{ $language }» — не код языка.
fault-language-missing = «{ $place }» не переведено: { $languages }. Люди увидят другой язык.
fault-no-choices = Выбирать не из чего. Добавьте строки вроде «lift: Лифт».
fault-choices-need-keys = Каждому варианту нужно своё короткое имя.
fault-too-many-choices = { $length ->
    [one] { $length } вариант не помещается, можно до { $limit }.
    [few] { $length } варианта не помещаются, можно до { $limit }.
   *[many] { $length } вариантов не помещаются, можно до { $limit }.
 }
fault-label-too-long = На кнопку помещается { $limit } знаков, а в «{ $choice }» ({ $language }) их { $length }.
fault-repeated-label = «{ $choice }» и «{ $other }» читаются одинаково ({ $language }). Назовите их по-разному.
fault-exclusive-in-single = Здесь и так выбирают что-то одно. Уберите «exclusive» у «{ $choice }».
fault-exclusive-everywhere = Если каждый вариант исключает другие, это вопрос «single:».
fault-bad-picks = «{ $value }» не говорит, сколько можно отметить.
fault-picks-beyond-choices = Отметить { $picks } нельзя: вариантов всего { $choices }.
fault-bounds-reversed = «from» ({ $low }) должно быть меньше, чем «to» ({ $high }).
fault-scale-too-long = Шкала слишком длинная: делений { $length }, а можно до { $limit }.
fault-no-whole-number = Между { $low } и { $high } нет целого числа. Добавьте «whole: no».
fault-reversed-alone = «reversed» без «construct» ничего не значит.
fault-other-twice = Свои слова может просить только один вариант, а «{ $choice }» уже второй. Уберите у него «other».
fault-expression-broken = «{ $place }» не читается, начиная с «{ $found }».
fault-expression-too-long = «{ $place }» слишком длинное. Вынесите часть в «calculated:».
fault-unknown-function = В «{ $place }»: функции { $name }() нет. Есть: { $allowed }.
fault-unknown-name = В «{ $place }»: вопроса «{ $name }» в опросе нет.
fault-unknown-choice = В «{ $place }»: у вопроса «{ $question }» нет варианта «{ $choice }».
fault-wrong-type = В «{ $place }»: здесь { $found ->
    [number] число
    [text] текст
    [yes-no] «да или нет»
    [choice] один из вариантов
    [choices] отмеченные варианты
    [date] дата
   *[time] время
 }, а нужно: { $needed ->
    [number] число
    [text] текст
    [yes-no] «да или нет»
    [choice] один из вариантов
    [choices] отмеченные варианты
    [date] дата
   *[time] время
 }.
fault-nothing-to-ask = В «{ $place }»: «{ $name }» — заметка, ответа у неё нет.
fault-unknown-column = В «{ $place }»: ни у одного варианта нет колонки «{ $name }».
fault-bad-pattern = В «{ $place }»: такой шаблон не годится. Впишите его в кавычках, без повторов внутри повторов.
fault-no-choice-ever = В «{ $place }»: после такого фильтра никому не из чего выбирать.
fault-bad-default = В «{ $place }»: это не ответ на вопрос, предложить его нельзя.
fault-empty-block = В этом разделе пусто. Добавьте под ним «questions:».
fault-loop-over-nothing = По чему идёт этот цикл? Добавьте «over: вопрос», «times: число» или «again: Ещё один?».
fault-loop-over-twice = Цикл идёт или по вариантам, или столько-то раз, или пока говорят «да». Оставьте что-то одно.
fault-no-choices-to-loop = В «{ $place }»: у «{ $name }» нет вариантов, по которым можно пройти.
fault-too-many-unfolded = Вместе с циклами вопросов выходит { $length }, а можно не больше { $limit }.
fault-inside-a-loop = В «{ $place }»: у «{ $name }» по ответу на каждый пункт. Возьмите от них sum, min, max или count.
fault-in-any-order = В «{ $place }»: «{ $name }» может прозвучать позже, ведь порядок здесь случайный.
fault-loop-basis = Внутри цикла «{ $place }» ни на что не влияет: группы строятся по тому, что спросили у всех один раз.
fault-filter-with-other = «or_other» и «choice_filter» вместе не живут. Впишите «другое» среди вариантов.
fault-times-capped = Спросим об этом не больше { $limit } раз, каким бы ни было число.
fault-seed-ignored = У каждого ответа свой случайный порядок, и он сохраняется. Это зерно не понадобится.
fault-sheet-ignored = Лист «{ $sheet }» в чате ни на что не влияет.
fault-bad-date = В «{ $place }»: «{ $value }» — не дата. Напишите так: 2026-05-31.
fault-asked-later = В «{ $place }»: «{ $name }» спросят только позже. Поставьте тот вопрос выше.
fault-refers-to-itself = В «{ $place }»: спрашивать ли «{ $name }», не может зависеть от ответа на него же.
fault-cycle = В «{ $place }»: значения следуют друг из друга по кругу: { $names }.
fault-unreachable = Этот вопрос никогда не зададут: условие «{ $place }» невыполнимо.
fault-dead-end = Кому-то не подойдёт ни один ответ: «{ $place }» не примет ничего. Смягчите условие или добавьте «optional: yes».
fault-piped-label = В «{ $place }»: на кнопку нельзя поставить прошлый ответ. Перенесите его в текст вопроса.
fault-message-alone = «constraint_message» без «constraint» никто не увидит.
fault-cell = Лист { $sheet }, строка { $line }, столбец { $column }
fault-cell-question = Лист { $sheet }, строка { $line }, столбец { $column }, вопрос { $question }
fault-not-utf8 = Файл не в UTF-8. Сохраните его как текст в UTF-8.
fault-letters-guessed = Файл не в UTF-8: прочитан так, как кириллицу пишет Windows (Windows-1251). Если слова выглядят странно, сохраните его в UTF-8 и пришлите ещё раз.
fault-workbook-broken = Таблица не открывается ({ $problem }). Сохраните её заново как .xlsx и пришлите ещё раз.
fault-header-twice = Столбец «{ $place }» стоит на одном листе дважды. Оставьте один.
fault-table-headers = Это таблица со столбцами «{ $found }». Опросу нужны столбцы type, name и label: строка — вопрос, варианты на листе «choices». Готовую таблицу для заполнения даст /new.
fault-no-questions-in-sheets = Таблица пока ни о чём не спрашивает. Добавьте строку: type, name и label, например text, wish, Чего вам не хватает?
fault-expression-too-long-in-sheets = «{ $place }» слишком длинное. Вынесите часть в отдельную строку «calculate».
fault-no-survey-sheet = В таблице нет листа «survey» с вопросами.
fault-type-refused = «{ $value }» в переписке не спросить.
fault-type-unknown = Типа «{ $value }» не бывает.
fault-list-missing = На листе «choices» нет списка «{ $value }».
fault-group-open = У группы нет пары: «begin group» и «end group» должны стоять вместе.
fault-xpath-unsupported = В «{ $place }»: «{ $found }» здесь не читается.
fault-column-refused = Столбец «{ $place }» в переписке не работает. Уберите его из этой строки.
fault-column-ignored = Столбец «{ $place }» в переписке ничего не делает.
fault-picture-no-address = Картинка показывается из сети: напишите её адрес (https://…), а не имя файла.
fault-labels-unequal = Подписей { $labels }, а делений { $points }: нужна одна на каждое.
fault-items-beyond = Сравнить можно от { $minimum } до { $maximum } вариантов, а здесь { $length }.
