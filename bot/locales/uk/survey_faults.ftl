survey-faults = { $count ->
    [one] У файлі { $count } місце, якого я не розумію. Виправте і надішліть знову:
    [few] У файлі { $count } місця, яких я не розумію. Виправте і надішліть знову:
   *[many] У файлі { $count } місць, яких я не розумію. Виправте і надішліть знову:
 }
survey-faults-more = { $count ->
    [one] …і ще { $count } місце. Спершу виправте ці.
    [few] …і ще { $count } місця. Спершу виправте ці.
   *[many] …і ще { $count } місць. Спершу виправте ці.
 }
survey-warnings = Опитування прийнято. На що глянути:
fault-line = Рядок { $line }
fault-line-question = Рядок { $line }, запитання { $question }
fault-suggestion = Можливо, так: <code>{ $suggestion }</code>

fault-file-too-large = Файл завеликий: { $length } байтів, а читаю я до { $limit }.
fault-broken-yaml = Звідси файл не читається. Перевірте лапки й відступи тут і рядком вище.
fault-tab-indent = Відступ зроблено табуляцією. Замініть її пробілами.
fault-colon-needs-quotes = У рядку друга двокрапка. Візьміть текст у лапки: "Ліфт: як він вам?"
fault-strange-character = Тут знак, якого в тексті бути не може ({ $character }). Видаліть його.
fault-alias-refused = Посилання на зразок *{ $name } тут не читаються. Напишіть текст повністю.
fault-nested-too-deep = Забагато рівнів один в одному: більше ніж { $limit }.
fault-empty-file = Файл порожній. Почніть із рядків «survey:», «title:» і «questions:».
fault-mapping-needed = Під «{ $place }» потрібні рядки на зразок «ім’я: значення».
fault-list-needed = «{ $place }» — це список: рядки, що починаються з дефіса.
fault-text-needed = У «{ $place }» немає тексту.
fault-number-needed = У «{ $place }» потрібне число, а не «{ $value }».
fault-whole-number-needed = У «{ $place }» потрібне ціле число, а не «{ $value }».
fault-yes-or-no-needed = У «{ $place }» пишуть yes або no, а не «{ $value }».
fault-number-out-of-range = «{ $place }» буває від { $minimum } до { $maximum }.
fault-missing = Бракує «{ $place }».
fault-unknown-key = Слова «{ $key }» тут не буває.
fault-key-of-another-kind = У запитання виду «{ $kind }» немає «{ $key }».
fault-duplicate-key = «{ $key }» уже є в рядку { $first }. Залиште одне.
fault-bad-key = «{ $key }» не годиться як коротке ім’я ({ $place }): потрібно від 1 до 32 знаків із a–z, 0–9, _ і -.
fault-repeated-question = Запитання «{ $key }» уже є в рядку { $first }. Назвіть це інакше.
fault-no-questions = Опитування поки що ні про що не питає. Додайте запитання під «questions:».
fault-too-many-questions = { $length ->
    [one] Тут { $length } запитання, а можна до { $limit }.
    [few] Тут { $length } запитання, а можна до { $limit }.
   *[many] Тут { $length } запитань, а можна до { $limit }.
 }
fault-too-many-calculated = Обчислюваних значень { $length }, а можна до { $limit }.
fault-no-kind = У запитання немає тексту. Додайте рядок на зразок «open: Що вам подобається?».
fault-two-kinds = Запитання не може бути водночас «{ $kind }» і «{ $other }». Зробіть із нього два.
fault-unknown-basis = «{ $value }» тут не буває. Буває: { $allowed }.
fault-text-empty = Текст «{ $place }» ({ $language }) порожній.
fault-text-too-long = Текст «{ $place }» ({ $language }) задовгий: знаків { $length }, а вміщується { $limit }.
fault-bad-language = «{ $language }» — не код мови.
fault-language-missing = «{ $place }» не перекладено: { $languages }. Люди побачать іншу мову.
fault-no-choices = Вибирати нема з чого. Додайте рядки на зразок «lift: Ліфт».
fault-choices-need-keys = Кожному варіанту потрібне своє коротке ім’я.
fault-too-many-choices = { $length ->
    [one] { $length } варіант не вміщується, можна до { $limit }.
    [few] { $length } варіанти не вміщуються, можна до { $limit }.
   *[many] { $length } варіантів не вміщуються, можна до { $limit }.
 }
fault-label-too-long = На кнопку вміщується { $limit } знаків, а в «{ $choice }» ({ $language }) їх { $length }.
fault-repeated-label = «{ $choice }» і «{ $other }» читаються однаково ({ $language }). Назвіть їх по-різному.
fault-exclusive-in-single = Тут і так вибирають щось одне. Приберіть «exclusive» у «{ $choice }».
fault-exclusive-everywhere = Якщо кожен варіант виключає інші, це запитання «single:».
fault-bad-picks = «{ $value }» не каже, скільки можна позначити.
fault-picks-beyond-choices = Позначити { $picks } не вийде: варіантів лише { $choices }.
fault-bounds-reversed = «from» ({ $low }) має бути меншим за «to» ({ $high }).
fault-scale-too-long = Шкала задовга: поділок { $length }, а можна до { $limit }.
fault-no-whole-number = Між { $low } і { $high } немає цілого числа. Додайте «whole: no».
fault-reversed-alone = «reversed» без «construct» нічого не означає.
fault-other-twice = Власні слова може просити лише один варіант, а «{ $choice }» уже другий. Приберіть у нього «other».
fault-expression-broken = «{ $place }» не читається, починаючи з «{ $found }».
fault-expression-too-long = «{ $place }» задовге. Винесіть частину в «calculated:».
fault-unknown-function = У «{ $place }»: функції { $name }() немає. Є: { $allowed }.
fault-unknown-name = У «{ $place }»: запитання «{ $name }» в опитуванні немає.
fault-unknown-choice = У «{ $place }»: у запитання «{ $question }» немає варіанта «{ $choice }».
fault-wrong-type = У «{ $place }»: тут { $found ->
    [number] число
    [text] текст
    [yes-no] «так або ні»
    [choice] один із варіантів
    [choices] позначені варіанти
    [date] дата
   *[time] час
 }, а потрібно: { $needed ->
    [number] число
    [text] текст
    [yes-no] «так або ні»
    [choice] один із варіантів
    [choices] позначені варіанти
    [date] дата
   *[time] час
 }.
fault-nothing-to-ask = У «{ $place }»: «{ $name }» — нотатка, відповіді в неї немає.
fault-unknown-column = У «{ $place }»: жоден варіант не має колонки «{ $name }».
fault-bad-pattern = У «{ $place }»: такий шаблон не годиться. Впишіть його в лапках, без повторів усередині повторів.
fault-no-choice-ever = У «{ $place }»: після такого фільтра нікому немає з чого вибирати.
fault-bad-default = У «{ $place }»: це не відповідь на запитання, запропонувати її не можна.
fault-empty-block = У цьому розділі порожньо. Додайте під ним «questions:».
fault-loop-over-nothing = По чому йде цей цикл? Додайте «over: запитання», «times: число» або «again: Ще один?».
fault-loop-over-twice = Цикл іде або по варіантах, або стільки-то разів, або поки кажуть «так». Залиште щось одне.
fault-no-choices-to-loop = У «{ $place }»: у «{ $name }» немає варіантів, по яких можна пройти.
fault-too-many-unfolded = Разом із циклами запитань виходить { $length }, а можна не більше { $limit }.
fault-inside-a-loop = У «{ $place }»: у «{ $name }» по відповіді на кожен пункт. Візьміть від них sum, min, max або count.
fault-in-any-order = У «{ $place }»: «{ $name }» може прозвучати пізніше, адже порядок тут випадковий.
fault-loop-basis = Усередині циклу «{ $place }» ні на що не впливає: групи будуються з того, що запитали в усіх один раз.
fault-filter-with-other = «or_other» і «choice_filter» разом не живуть. Впишіть «інше» серед варіантів.
fault-times-capped = Запитаємо про це не більше { $limit } разів, хоч би яким було число.
fault-seed-ignored = Кожна відповідь має свій випадковий порядок і зберігає його. Це зерно не знадобиться.
fault-sheet-ignored = Аркуш «{ $sheet }» у чаті ні на що не впливає.
fault-bad-date = У «{ $place }»: «{ $value }» — не дата. Напишіть так: 2026-05-31.
fault-asked-later = У «{ $place }»: «{ $name }» запитають лише пізніше. Поставте те запитання вище.
fault-refers-to-itself = У «{ $place }»: чи ставити «{ $name }», не може залежати від відповіді на нього ж.
fault-cycle = У «{ $place }»: значення випливають одне з одного по колу: { $names }.
fault-unreachable = Це запитання ніколи не поставлять: умова «{ $place }» нездійсненна.
fault-dead-end = Комусь не підійде жодна відповідь: «{ $place }» не прийме нічого. Пом'якште умову або додайте «optional: yes».
fault-piped-label = У «{ $place }»: на кнопку не можна поставити попередню відповідь. Перенесіть її в текст запитання.
fault-message-alone = «constraint_message» без «constraint» ніхто не побачить.
fault-cell = Аркуш { $sheet }, рядок { $line }, стовпець { $column }
fault-cell-question = Аркуш { $sheet }, рядок { $line }, стовпець { $column }, запитання { $question }
fault-not-utf8 = Файл не в UTF-8. Збережіть його як текст у UTF-8.
fault-letters-guessed = Файл не в UTF-8: прочитано так, як кирилицю пише Windows (Windows-1251). Якщо слова виглядають дивно, збережіть його в UTF-8 і надішліть ще раз.
fault-workbook-broken = Таблиця не відкривається ({ $problem }). Збережіть її заново як .xlsx і надішліть ще раз.
fault-header-twice = Стовпець «{ $place }» стоїть на одному аркуші двічі. Залиште один.
fault-table-headers = Це таблиця зі стовпцями «{ $found }». Опитуванню потрібні стовпці type, name і label: рядок — запитання, варіанти на аркуші «choices». Готову таблицю для заповнення дасть /new.
fault-no-questions-in-sheets = Таблиця поки ні про що не питає. Додайте рядок: type, name і label, наприклад text, wish, Чого вам бракує?
fault-expression-too-long-in-sheets = «{ $place }» задовге. Винесіть частину в окремий рядок «calculate».
fault-no-survey-sheet = У таблиці немає аркуша «survey» із запитаннями.
fault-type-refused = «{ $value }» у листуванні не запитати.
fault-type-unknown = Типу «{ $value }» не буває.
fault-list-missing = На аркуші «choices» немає списку «{ $value }».
fault-group-open = У групи немає пари: «begin group» та «end group» мають стояти разом.
fault-xpath-unsupported = У «{ $place }»: «{ $found }» тут не читається.
fault-column-refused = Стовпець «{ $place }» у листуванні не працює. Приберіть його з цього рядка.
fault-column-ignored = Стовпець «{ $place }» у листуванні нічого не робить.
fault-picture-no-address = Картинка показується з мережі: напишіть її адресу (https://…), а не ім’я файлу.
fault-labels-unequal = Підписів { $labels }, а поділок { $points }: потрібен один на кожну.
fault-items-beyond = Порівняти можна від { $minimum } до { $maximum } варіантів, а тут { $length }.
