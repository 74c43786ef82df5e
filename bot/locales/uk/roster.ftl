command-homes = будинки й квартири
houses = Будинки:
houses-none = Будинків поки немає. Додайте будинок кількома дотиками або надішліть таблицю зі стовпцями: будинок, під’їзд, поверх, квартира.
house-label = { $building } · { $flats ->
    [one] { $flats } квартира
    [few] { $flats } квартири
   *[many] { $flats } квартир
 }, { $people ->
    [one] { $people } людина
    [few] { $people } людини
   *[many] { $people } людей
 }
house-flats = Квартир: { $count }
house-entrances = Під’їздів: { $count }
house-living = Відомо мешканців: { $count }, у квартирах: { $flats }
house-codes = Квартир із кодом: { $count }
house-name-ask = Як називається будинок? Як в адресі, наприклад 12А або Садова, 12.
house-remove-sure = Прибрати { $building } зі списку? Квартир: { $flats }, прив’язано людей: { $people }. Люди та їхні відповіді лишаться, квартири й коди — ні.
house-removed = Будинку більше немає у списку.
button-house-add = ➕ Додати будинок
button-flat-find = 🔎 Квартира
button-flat-add = ➕ Додати квартиру
button-house-remove = Прибрати будинок
button-house-remove-surely = Так, прибрати
button-house-keep = Ні, лишити
button-houses = ← Усі будинки
button-house-back = ← До будинку
button-claims = { $count ->
    [one] ⏳ { $count } людина чекає на підтвердження
    [few] ⏳ { $count } людини чекають на підтвердження
   *[many] ⏳ { $count } людей чекають на підтвердження
 }
claims-none = Ніхто не чекає на підтвердження.
shape-entrances = { $building }: скільки під’їздів? Натисніть або напишіть число.
shape-floors = { $building }: скільки поверхів із квартирами?
shape-a-floor = { $building }: скільки квартир на поверсі в одному під’їзді?
shape-number = Тут потрібне ціле число, наприклад 9.
shape-sure = <b>{ $building }</b>: під’їздів { $entrances }, поверхів { $floors }, квартир на поверсі { $a_floor }. { $flats ->
    [one] Виходить { $flats } квартира.
    [few] Виходить { $flats } квартири, з номерами від 1 до { $flats }.
   *[many] Виходить { $flats } квартир, з номерами від 1 до { $flats }.
 }
button-shape-build = Внести до списку
flat-number-ask = Який номер квартири?
flat-not-found = Такої квартири в цьому будинку немає. Напишіть номер ще раз або облиште: /cancel
flat-entrance = Під’їзд: { $value }
flat-floor = Поверх: { $value }
flat-area = Площа: { $value } м²
flat-code = Код: <code>{ $code }</code>
flat-no-code = Коду у квартири зараз немає.
flat-nobody = Хто тут живе, поки невідомо.
button-code-renew = 🔑 Новий код
button-code-revoke = Скасувати код
button-council = { $name }: рада будинку
button-unbind = { $name } тут не живе
fault-building-unfit = Будинку потрібна коротка й вільна назва, до 30 під’їздів, 60 поверхів і 3000 квартир; квартирі потрібен номер.
fault-which-building = У таблиці не сказано, у якому будинку квартири. Додайте стовпець «будинок».

roster-plan = { $rows ->
    [one] Прочитав { $rows } рядок. Поки нічого не записано.
    [few] Прочитав { $rows } рядки. Поки нічого не записано.
   *[many] Прочитав { $rows } рядків. Поки нічого не записано.
 }
roster-count-new = 🟢 Нових: { $count }
roster-count-changed = 🔵 Зміниться: { $count }
roster-count-unchanged = ⚪ Без змін: { $count }
roster-count-doubtful = 🟡 Під питанням: { $count }
roster-count-refused = 🔴 Не взяти: { $count }
roster-count-absent = Є у списку, немає у файлі: { $count }. Вони лишаться.
roster-example = Рядок { $row }: { $why }
roster-examples-more = …і ще { $count ->
    [one] { $count } такий рядок
    [few] { $count } такі рядки
   *[many] { $count } таких рядків
 }: усі вони у файлі вище.
roster-ignored = Ці стовпці не читаю: { $columns }
roster-people-bound = Імен мешканців зі списку не беру: люди прив’язуються до квартир самі, за кодом на дверях або через /home, а ви підтверджуєте.
roster-nothing-to-do = Записувати нічого.
roster-written = { $count ->
    [one] Готово: записано { $count } квартиру. Список: /homes
    [few] Готово: записано { $count } квартири. Список: /homes
   *[many] Готово: записано { $count } квартир. Список: /homes
 }
roster-sheet = Рядки
roster-sheet-caption = Кожен рядок і що з ним буде.
roster-column-row = Рядок
roster-column-building = Будинок
roster-column-flat = Квартира
roster-column-fate = Що буде
roster-column-why = Чому
roster-fate-new = нова
roster-fate-changed = зміниться
roster-fate-unchanged = без змін
roster-fate-doubtful = під питанням
roster-fate-refused = не взяти
roster-fate-absent = немає у файлі, лишиться
roster-reason-no-flat = немає номера квартири
roster-reason-no-building = немає будинку
roster-reason-flat-is-date = таблиця перетворила номер на дату: задайте стовпцю формат «текст»
roster-reason-too-long = задовга назва будинку або номер квартири
roster-reason-floor-unreadable = такого поверху не буває
roster-reason-area-unreadable = площа — не число квадратних метрів
roster-reason-share-unreadable = частка пишеться як 1/4, 25% або 0,25
roster-reason-said-otherwise = у рядку { $hint } про ту саму квартиру сказано інше
roster-reason-said-twice = те саме сказано в рядку { $hint }
roster-reason-building-from-above = будинок узято з рядка вище
roster-reason-building-like = новий будинок, названий майже як «{ $hint }»
roster-reason-floor-odd = незвичний поверх
roster-reason-area-odd = незвична площа
roster-fact-entrance = під’їзд { $was } → { $new }
roster-fact-floor = поверх { $was } → { $new }
roster-fact-area = площа { $was } → { $new }
roster-fact-share = частка { $was } → { $new }
roster-fact-district = район { $was } → { $new }
roster-fact-city = місто { $was } → { $new }
roster-fact-region = область { $was } → { $new }
roster-unread-no-header = У жодному рядку таблиці немає стовпця «квартира». Стовпці називаються, наприклад: будинок, під’їзд, поверх, квартира, площа.
roster-unread-no-table = Не вдалося відкрити це як таблицю. Збережіть її в .xlsx або .csv і надішліть знову.
roster-unread-no-rows = Заголовок є, а квартир під ним немає.
roster-unread-too-long = Понад 50 000 рядків: надішліть частинами.
button-roster-write = { $count ->
    [one] Записати { $count } рядок
    [few] Записати { $count } рядки
   *[many] Записати { $count } рядків
 }
button-roster-doubtful = { $count ->
    [one] Разом із сумнівними: { $count } рядок
    [few] Разом із сумнівними: { $count } рядки
   *[many] Разом із сумнівними: { $count } рядків
 }
button-roster-drop = Не треба
roster-dry = Нічого не записано: це проба.
