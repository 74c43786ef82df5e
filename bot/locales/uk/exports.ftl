# Exports: columns, codes, sheets.

export-says-id = Номер відповіді
export-says-person = Людина (умовне ім'я)
export-says-version = Версія опитування
export-says-source = Звідки прийшли
export-says-state = Чи пройдено опитування
export-says-completed = до кінця
export-says-partial = не до кінця
export-says-mode = як отримано відповідь
export-says-by-themselves = самостійно
export-says-assisted = вніс управитель з паперу
export-says-started-at = Початок (UTC)
export-says-touched-at = Остання відповідь (UTC)
export-says-completed-at = Завершення (UTC)
export-says-seconds = Скільки секунд тривало
export-says-weight = Вага за тим, наскільки уважно відповідали (1 — без зауважень)
export-says-flag-reading = швидше, ніж можна прочитати
export-says-flag-hurry = набагато швидше за інших
export-says-flag-straight = та сама відповідь на весь ряд запитань
export-says-flag-contradiction = згода з протилежними твердженнями
export-says-flag-nonsense = випадковий набір літер
export-says-status = чи відповіли
export-says-answered = є відповідь
export-says-words = власними словами
export-says-ticked = позначено
export-says-not-ticked = не позначено
export-says-not-ranked = без місця
export-says-calculated = обчислено
export-says-yes = так
export-says-no = ні

export-says-best = скільки разів найкраще
export-says-worst = скільки разів найгірше
export-says-shown = скільки разів показано
export-says-rounds = раунди: показано, найкраще > найгірше
export-says-files = які файли
export-says-latitude = широта
export-says-longitude = довгота

export-reason-not-reached = не дійшли
export-reason-not-shown = не показували
export-reason-skipped = пропущено
export-reason-dont-know = не знаю
export-reason-prefer-not = не хочу відповідати

export-shape-code = код
export-shape-number = число
export-shape-text = текст
export-shape-date = дата
export-shape-time = час
export-shape-moment = дата й час

export-measure-nominal = номінальна
export-measure-ordinal = порядкова
export-measure-scale = кількісна

export-codebook-name = стовпець
export-codebook-label = про що
export-codebook-shape = що всередині
export-codebook-measure = шкала
export-codebook-code = код
export-codebook-code-label = що означає код
export-codebook-question = ключ запитання
export-codebook-choice = ключ варіанта
export-codebook-versions = у версіях
export-codebook-earlier = як звучало раніше
export-codebook-until = до версії { $version }: { $text }

export-sheet-answers = Відповіді
export-sheet-codes = Коди
export-in-words = словами
export-sheet-codebook = Що є що

export-no-surveys = Вивантажувати поки нічого: жодного опитування ще не відкривали. /surveys
export-choose-survey = Відповіді на яке опитування вивантажити?
export-other-survey = ← Інше опитування
export-choose-format = У якому вигляді? Усі версії опитування — однією таблицею.
export-choose-language = Якою мовою підписати запитання та варіанти?
export-format-xlsx = Excel: відповіді, коди та що є що
export-format-sav = SPSS (.sav)
export-format-csv = CSV: рядок — один опитаний
export-format-long = CSV: рядок — одна відповідь
export-format-json = JSON для програм
export-caption-xlsx = Відповіді словами, ті самі відповіді кодами та аркуш про те, що є що.
export-caption-sav = Для SPSS, PSPP і R: з підписами та пропусками.
export-caption-csv = Один рядок — один опитаний. Що означають стовпці та коди — у файлі codebook.
export-caption-long = Один рядок — одна відповідь. Що означають стовпці та коди — у файлі codebook.
export-caption-json = Спочатку опис стовпців, потім відповіді.
export-preparing = Збираю відповіді…
export-progress = Збираю відповіді: { $written } з { $total }…
export-ready = Готово. Усередині відповіді людей: бережіть файл.
export-packed = Готово. Файл великий, тому він в архіві. Усередині відповіді людей: бережіть його.
export-failed = Не вдалося зібрати відповіді. Спробуйте ще раз або в іншому вигляді: /export
export-in-parts = Готово. Файл дуже великий: { $count ->
    [one] архів в { $count } частині
    [few] архів у { $count } частинах
   *[many] архів у { $count } частинах
 }. Збережіть усі частини поруч і відкрийте першу (.001) у 7-Zip.

fault-export-nothing = Цього опитування немає серед тих, що відкривали: /export
fault-export-too-few = Відповіли менше ніж { $needed } людей: за таблицею було б видно, хто є хто. Напишіть /export, коли відповідей стане більше.

command-export = вивантажити відповіді
