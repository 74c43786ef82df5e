# Exports: columns, codes, sheets.

export-says-id = Номер ответа
export-says-person = Человек (условное имя)
export-says-version = Версия опроса
export-says-source = Откуда пришли
export-says-state = Пройден ли опрос
export-says-completed = до конца
export-says-partial = не до конца
export-says-mode = как получен ответ
export-says-by-themselves = самостоятельно
export-says-assisted = внёс управляющий с бумаги
export-says-started-at = Начало (UTC)
export-says-touched-at = Последний ответ (UTC)
export-says-completed-at = Завершение (UTC)
export-says-seconds = Сколько секунд заняло
export-says-weight = Вес по тому, насколько внимательно отвечали (1 — без замечаний)
export-says-flag-reading = быстрее, чем можно прочитать
export-says-flag-hurry = намного быстрее остальных
export-says-flag-straight = один и тот же ответ на весь ряд вопросов
export-says-flag-contradiction = согласие с противоположными утверждениями
export-says-flag-nonsense = случайный набор букв
export-says-status = ответили ли
export-says-answered = есть ответ
export-says-words = своими словами
export-says-ticked = отмечено
export-says-not-ticked = не отмечено
export-says-not-ranked = без места
export-says-calculated = вычислено
export-says-yes = да
export-says-no = нет

export-says-best = сколько раз лучшее
export-says-worst = сколько раз худшее
export-says-shown = сколько раз показано
export-says-rounds = раунды: показано, лучшее > худшее
export-says-files = какие файлы
export-says-latitude = широта
export-says-longitude = долгота

export-reason-not-reached = не дошли
export-reason-not-shown = не показывали
export-reason-skipped = пропущено
export-reason-dont-know = не знаю
export-reason-prefer-not = не хочу отвечать

export-shape-code = код
export-shape-number = число
export-shape-text = текст
export-shape-date = дата
export-shape-time = время
export-shape-moment = дата и время

export-measure-nominal = номинальная
export-measure-ordinal = порядковая
export-measure-scale = количественная

export-codebook-name = столбец
export-codebook-label = о чём
export-codebook-shape = что внутри
export-codebook-measure = шкала
export-codebook-code = код
export-codebook-code-label = что значит код
export-codebook-question = ключ вопроса
export-codebook-choice = ключ варианта
export-codebook-versions = в версиях
export-codebook-earlier = как звучало раньше
export-codebook-until = до версии { $version }: { $text }

export-sheet-answers = Ответы
export-sheet-codes = Коды
export-in-words = словами
export-sheet-codebook = Что есть что

export-no-surveys = Выгружать пока нечего: ни один опрос ещё не открывали. /surveys
export-choose-survey = Ответы на какой опрос выгрузить?
export-other-survey = ← Другой опрос
export-choose-format = В каком виде? Все версии опроса — одной таблицей.
export-choose-language = На каком языке подписать вопросы и варианты?
export-format-xlsx = Excel: ответы, коды и что есть что
export-format-sav = SPSS (.sav)
export-format-csv = CSV: строка — один опрошенный
export-format-long = CSV: строка — один ответ
export-format-json = JSON для программ
export-caption-xlsx = Ответы словами, те же ответы кодами и лист о том, что есть что.
export-caption-sav = Для SPSS, PSPP и R: с подписями и пропусками.
export-caption-csv = Одна строка — один опрошенный. Что значат столбцы и коды — в файле codebook.
export-caption-long = Одна строка — один ответ. Что значат столбцы и коды — в файле codebook.
export-caption-json = Сначала описание столбцов, затем ответы.
export-preparing = Собираю ответы…
export-progress = Собираю ответы: { $written } из { $total }…
export-ready = Готово. Внутри ответы людей: берегите файл.
export-packed = Готово. Файл большой, поэтому он в архиве. Внутри ответы людей: берегите его.
export-failed = Не получилось собрать ответы. Попробуйте ещё раз или в другом виде: /export
export-in-parts = Готово. Файл очень большой: { $count ->
    [one] архив в { $count } части
    [few] архив в { $count } частях
   *[many] архив в { $count } частях
 }. Сохраните все части рядом и откройте первую (.001) в 7-Zip.

fault-export-nothing = Этого опроса больше нет среди открывавшихся: /export
fault-export-too-few = Ответили меньше { $needed } человек: по таблице было бы видно, кто есть кто. Напишите /export, когда ответов станет больше.

command-export = выгрузить ответы
