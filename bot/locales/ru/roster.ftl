command-homes = дома и квартиры
houses = Дома:
houses-none = Домов пока нет. Добавьте дом в несколько нажатий или пришлите таблицу со столбцами: дом, подъезд, этаж, квартира.
house-label = { $building } · { $flats ->
    [one] { $flats } квартира
    [few] { $flats } квартиры
   *[many] { $flats } квартир
 }, { $people ->
    [one] { $people } человек
    [few] { $people } человека
   *[many] { $people } человек
 }
house-flats = Квартир: { $count }
house-entrances = Подъездов: { $count }
house-living = Известно жителей: { $count }, в квартирах: { $flats }
house-codes = Квартир с кодом: { $count }
house-name-ask = Как называется дом? Как в адресе, например 12А или Садовая, 12.
house-remove-sure = Убрать { $building } из списка? Квартир: { $flats }, привязано людей: { $people }. Люди и их ответы останутся, квартиры и коды — нет.
house-removed = Дома больше нет в списке.
button-house-add = ➕ Добавить дом
button-flat-find = 🔎 Квартира
button-flat-add = ➕ Добавить квартиру
button-house-remove = Убрать дом
button-house-remove-surely = Да, убрать
button-house-keep = Нет, оставить
button-houses = ← Все дома
button-house-back = ← К дому
button-claims = { $count ->
    [one] ⏳ { $count } человек ждёт подтверждения
    [few] ⏳ { $count } человека ждут подтверждения
   *[many] ⏳ { $count } человек ждут подтверждения
 }
claims-none = Никто не ждёт подтверждения.
shape-entrances = { $building }: сколько подъездов? Нажмите или напишите число.
shape-floors = { $building }: сколько этажей с квартирами?
shape-a-floor = { $building }: сколько квартир на этаже в одном подъезде?
shape-number = Здесь нужно целое число, например 9.
shape-sure = <b>{ $building }</b>: подъездов { $entrances }, этажей { $floors }, квартир на этаже { $a_floor }. { $flats ->
    [one] Выходит { $flats } квартира.
    [few] Выходит { $flats } квартиры, с номерами от 1 до { $flats }.
   *[many] Выходит { $flats } квартир, с номерами от 1 до { $flats }.
 }
button-shape-build = Внести в список
flat-number-ask = Какой номер у квартиры?
flat-not-found = Такой квартиры в этом доме нет. Напишите номер ещё раз или бросьте: /cancel
flat-entrance = Подъезд: { $value }
flat-floor = Этаж: { $value }
flat-area = Площадь: { $value } м²
flat-code = Код: <code>{ $code }</code>
flat-no-code = Кода у квартиры сейчас нет.
flat-nobody = Кто здесь живёт, пока неизвестно.
button-code-renew = 🔑 Новый код
button-code-revoke = Отменить код
button-council = { $name }: совет дома
button-unbind = { $name } здесь не живёт
fault-building-unfit = Дому нужно короткое и свободное название, до 30 подъездов, 60 этажей и 3000 квартир; квартире нужен номер.
fault-which-building = В таблице не сказано, в каком доме квартиры. Добавьте столбец «дом».

roster-plan = { $rows ->
    [one] Прочёл { $rows } строку. Пока ничего не записано.
    [few] Прочёл { $rows } строки. Пока ничего не записано.
   *[many] Прочёл { $rows } строк. Пока ничего не записано.
 }
roster-count-new = 🟢 Новых: { $count }
roster-count-changed = 🔵 Изменится: { $count }
roster-count-unchanged = ⚪ Без изменений: { $count }
roster-count-doubtful = 🟡 Под вопросом: { $count }
roster-count-refused = 🔴 Не взять: { $count }
roster-count-absent = Есть в списке, нет в файле: { $count }. Они останутся.
roster-example = Строка { $row }: { $why }
roster-examples-more = …и ещё { $count ->
    [one] { $count } такая строка
    [few] { $count } такие строки
   *[many] { $count } таких строк
 }: все они в файле выше.
roster-ignored = Эти столбцы не читаю: { $columns }
roster-people-bound = Имена жильцов из списка не беру: люди привязываются к квартирам сами, по коду на двери или через /home, и вы подтверждаете.
roster-nothing-to-do = Записывать нечего.
roster-written = { $count ->
    [one] Готово: записана { $count } квартира. Список: /homes
    [few] Готово: записаны { $count } квартиры. Список: /homes
   *[many] Готово: записано { $count } квартир. Список: /homes
 }
roster-sheet = Строки
roster-sheet-caption = Каждая строка и что с ней будет.
roster-column-row = Строка
roster-column-building = Дом
roster-column-flat = Квартира
roster-column-fate = Что будет
roster-column-why = Почему
roster-fate-new = новая
roster-fate-changed = изменится
roster-fate-unchanged = без изменений
roster-fate-doubtful = под вопросом
roster-fate-refused = не взять
roster-fate-absent = нет в файле, останется
roster-reason-no-flat = нет номера квартиры
roster-reason-no-building = нет дома
roster-reason-flat-is-date = таблица превратила номер в дату: задайте столбцу формат «текст»
roster-reason-too-long = слишком длинное название дома или номер квартиры
roster-reason-floor-unreadable = такого этажа не бывает
roster-reason-area-unreadable = площадь — не число квадратных метров
roster-reason-share-unreadable = доля пишется как 1/4, 25% или 0,25
roster-reason-said-otherwise = в строке { $hint } о той же квартире сказано другое
roster-reason-said-twice = то же сказано в строке { $hint }
roster-reason-building-from-above = дом взят из строки выше
roster-reason-building-like = новый дом, названный почти как «{ $hint }»
roster-reason-floor-odd = необычный этаж
roster-reason-area-odd = необычная площадь
roster-fact-entrance = подъезд { $was } → { $new }
roster-fact-floor = этаж { $was } → { $new }
roster-fact-area = площадь { $was } → { $new }
roster-fact-share = доля { $was } → { $new }
roster-fact-district = район { $was } → { $new }
roster-fact-city = город { $was } → { $new }
roster-fact-region = область { $was } → { $new }
roster-unread-no-header = Ни в одной строке таблицы нет столбца «квартира». Столбцы называются, например: дом, подъезд, этаж, квартира, площадь.
roster-unread-no-table = Не удалось открыть это как таблицу. Сохраните её в .xlsx или .csv и пришлите снова.
roster-unread-no-rows = Заголовок есть, а квартир под ним нет.
roster-unread-too-long = Больше 50 000 строк: пришлите по частям.
button-roster-write = { $count ->
    [one] Записать { $count } строку
    [few] Записать { $count } строки
   *[many] Записать { $count } строк
 }
button-roster-doubtful = { $count ->
    [one] Вместе с сомнительными: { $count } строка
    [few] Вместе с сомнительными: { $count } строки
   *[many] Вместе с сомнительными: { $count } строк
 }
button-roster-drop = Не надо
roster-dry = Ничего не записано: это проба.
