# Таблицы, которые приносят управляющие: платежи, покупки, визиты, люди, списки.

command-import = платежи, покупки, визиты, люди: принести таблицу
import-ask =
    Пришлите таблицу (.xlsx, .xls или .csv, до 50 000 строк): платежи, покупки, визиты, заявки, события, сведения о людях или список людей.

    В каждой строке должно быть видно, <b>о ком</b> она (номер или имя в Telegram, телефон, почта, лицевой счёт или дом и квартира), а для событий ещё и <b>когда</b>; для платежей и покупок — <b>сколько</b>, возвраты с минусом. Ничего не запишу, пока вы не увидите каждую строку.
import-what = Что в строках «{ $name }»?
import-subject-payment = 💳 Платежи
import-subject-purchase = 🛒 Покупки
import-subject-visit = 🚪 Визиты
import-subject-ticket = 🎫 Заявки
import-subject-event = 📅 События
import-subject-people = 🙂 Сведения о людях
import-subject-list = 📋 Список людей
import-read = { $rows ->
    [one] Прочитал { $rows } строку. Пока ничего не записано.
    [few] Прочитал { $rows } строки. Пока ничего не записано.
   *[many] Прочитал { $rows } строк. Пока ничего не записано.
 }
import-count-new = 🟢 Новых: { $count }
import-count-known = ⚪ Уже есть: { $count }
import-count-unknown = 🟡 Человек неизвестен: { $count }
import-count-faulty = 🔴 Не взять: { $count }
import-list = Список называется «{ $name }».
import-leaving = Есть в списке, нет в файле — уйдут из списка: { $count }
import-days = С { $first } по { $last }
import-currency = Валюта: { $currency }
import-column-read = «{ $header }» → { $column }
import-nothing-to-do = Записывать нечего.
button-import-write = { $count ->
    [0] Записать
    [one] Записать { $count } строку
    [few] Записать { $count } строки
   *[many] Записать { $count } строк
 }
button-import-columns = ✏️ В столбцах другое
button-import-back = ← К строкам
import-columns = Что в каждом столбце? Нажмите, чтобы поправить.
import-missing = Нет столбца: { $columns }.
import-means = Что в столбце «{ $header }»?
import-column-none = не читать
import-column-telegram = номер в Telegram
import-column-username = имя в Telegram
import-column-phone = телефон
import-column-email = почта
import-column-external = лицевой счёт, карта
import-column-building = дом
import-column-flat = квартира
import-column-date = дата
import-column-time = время
import-column-amount = сумма
import-column-currency = валюта
import-column-item = за что
import-column-category = категория
import-column-maker = производитель
import-column-place = место
import-column-number = номер документа
import-column-birthday = день рождения
import-column-tags = метки
import-column-stage = стадия
import-column-manager = ответственный
import-column-gender = пол
import-column-field = своё поле
import-written-deeds = { $count ->
    [one] Готово: записана { $count } строка.
    [few] Готово: записаны { $count } строки.
   *[many] Готово: записано { $count } строк.
 } Теперь правила могут спросить: <code>did("{ $kind }", within 30 days)</code>. /rules
import-written-people = { $count ->
    [one] Готово: записана { $count } строка.
    [few] Готово: записаны { $count } строки.
   *[many] Готово: записано { $count } строк.
 } Об этом можно спрашивать в правилах: /rules
import-written-list = Список «{ $name }» сохранён, изменений: { $count }. Теперь это группа: /rules
import-written-shell = { $count ->
    [one] Записана { $count } строка.
    [few] Записаны { $count } строки.
   *[many] Записано { $count } строк.
 }
import-unread-no-header = Ни одна строка таблицы не называет столбцы.
import-unread-no-table = Не удалось открыть это как таблицу. Сохраните её в .xlsx или .csv и пришлите снова.
import-unread-no-rows = Под заголовком ничего нет.
import-unread-too-long = Больше 50 000 строк: пришлите по частям.
import-letters-guessed = Файл не в UTF-8: прочитан так, как кириллицу пишет Windows (Windows-1251). Если слова выглядят странно, сохраните его в UTF-8 и пришлите ещё раз.
import-name-empty = Списку нужно имя: --name "Клуб садоводов".
import-head-row = Строка
import-head-who = Кто
import-head-fate = Что с ней будет
import-head-when = Когда
import-head-amount = Сумма
import-head-why = Почему
import-fate-new = новая
import-fate-known = уже есть
import-fate-unknown = человек неизвестен
import-fate-faulty = не взять
import-in-column = столбец «{ $header }»: { $why }
import-reason-nobody-named = не сказано, о ком строка
import-reason-not-found = среди согласившихся такого человека нет
import-reason-no-such-flat = такой квартиры нет в списке
import-reason-flat-empty = кто живёт в этой квартире, неизвестно
import-reason-several = подходит людей: { $hint }; добавьте телефон, имя или номер в Telegram
import-reason-contradicts = в строке указаны разные люди
import-reason-which-building = квартира есть, дома нет
import-reason-date-missing = нет даты
import-reason-date-unreadable = «{ $hint }» — не дата; напишите 31.12.2026 или 2026-12-31
import-reason-date-ahead = «{ $hint }» — в будущем
import-reason-amount-missing = нет суммы
import-reason-amount-zero = сумма 0: это не платёж
import-reason-amount-unreadable = «{ $hint }» — сумма неясна; напишите 1234,50
import-reason-currency-unknown = «{ $hint }» — незнакомая валюта; напишите UAH, EUR
import-reason-other-currency = другая валюта: { $hint }
import-reason-gender-unreadable = «{ $hint }»: напишите ж или м
import-reason-email-unreadable = «{ $hint }» — не адрес почты
import-reason-phone-unreadable = «{ $hint }» — не номер телефона
import-reason-nothing-said = строка ничего не говорит о человеке
import-reason-said-twice = тот же номер в строке { $hint }
import-reason-number-taken = с этим номером уже записано другое (человек, дата или сумма): возможно, это просто номер строки
table-left = Таблица отложена, из неё ничего не записано. Чтобы продолжить, пришлите файл ещё раз.
table-gone = Эта таблица больше не ждёт: она записана, отложена или её сменила другая. Чтобы внести её, пришлите файл ещё раз.
file-waits = Файл пока не беру: вы пишете другое, и оно цело. Допишите (или бросьте: /cancel), потом пришлите файл ещё раз.
