# Таблиці, які приносять управителі: платежі, покупки, візити, люди, списки.

command-import = платежі, покупки, візити, люди: принести таблицю
import-ask =
    Надішліть таблицю (.xlsx, .xls або .csv, до 50 000 рядків): платежі, покупки, візити, заявки, події, відомості про людей або список людей.

    У кожному рядку має бути видно, <b>про кого</b> він (номер чи ім’я в Telegram, телефон, пошта, особовий рахунок або будинок і квартира), а для подій ще й <b>коли</b>; для платежів і покупок — <b>скільки</b>, повернення з мінусом. Нічого не запишу, доки ви не побачите кожен рядок.
import-what = Що в рядках «{ $name }»?
import-subject-payment = 💳 Платежі
import-subject-purchase = 🛒 Покупки
import-subject-visit = 🚪 Візити
import-subject-ticket = 🎫 Заявки
import-subject-event = 📅 Події
import-subject-people = 🙂 Відомості про людей
import-subject-list = 📋 Список людей
import-read = { $rows ->
    [one] Прочитав { $rows } рядок. Поки нічого не записано.
    [few] Прочитав { $rows } рядки. Поки нічого не записано.
   *[many] Прочитав { $rows } рядків. Поки нічого не записано.
 }
import-count-new = 🟢 Нових: { $count }
import-count-known = ⚪ Вже є: { $count }
import-count-unknown = 🟡 Людина невідома: { $count }
import-count-faulty = 🔴 Не взяти: { $count }
import-list = Список називається «{ $name }».
import-leaving = Є у списку, немає у файлі — підуть зі списку: { $count }
import-days = З { $first } до { $last }
import-currency = Валюта: { $currency }
import-column-read = «{ $header }» → { $column }
import-nothing-to-do = Записувати нічого.
button-import-write = { $count ->
    [0] Записати
    [one] Записати { $count } рядок
    [few] Записати { $count } рядки
   *[many] Записати { $count } рядків
 }
button-import-columns = ✏️ У стовпцях інше
button-import-back = ← До рядків
import-columns = Що в кожному стовпці? Натисніть, щоб виправити.
import-missing = Немає стовпця: { $columns }.
import-means = Що у стовпці «{ $header }»?
import-column-none = не читати
import-column-telegram = номер у Telegram
import-column-username = ім’я в Telegram
import-column-phone = телефон
import-column-email = пошта
import-column-external = особовий рахунок, картка
import-column-building = будинок
import-column-flat = квартира
import-column-date = дата
import-column-time = час
import-column-amount = сума
import-column-currency = валюта
import-column-item = за що
import-column-category = категорія
import-column-maker = виробник
import-column-place = місце
import-column-number = номер документа
import-column-birthday = день народження
import-column-tags = мітки
import-column-stage = стадія
import-column-manager = відповідальний
import-column-gender = стать
import-column-field = власне поле
import-written-deeds = { $count ->
    [one] Готово: записано { $count } рядок.
    [few] Готово: записано { $count } рядки.
   *[many] Готово: записано { $count } рядків.
 } Тепер правила можуть запитати: <code>did("{ $kind }", within 30 days)</code>. /rules
import-written-people = { $count ->
    [one] Готово: записано { $count } рядок.
    [few] Готово: записано { $count } рядки.
   *[many] Готово: записано { $count } рядків.
 } Про це можна запитувати у правилах: /rules
import-written-list = Список «{ $name }» збережено, змін: { $count }. Тепер це група: /rules
import-written-shell = { $count ->
    [one] Записано { $count } рядок.
    [few] Записано { $count } рядки.
   *[many] Записано { $count } рядків.
 }
import-unread-no-header = Жоден рядок таблиці не називає стовпців.
import-unread-no-table = Не вдалося відкрити це як таблицю. Збережіть її в .xlsx або .csv і надішліть знову.
import-unread-no-rows = Під заголовком нічого немає.
import-unread-too-long = Понад 50 000 рядків: надішліть частинами.
import-letters-guessed = Файл не в UTF-8: прочитано так, як кирилицю пише Windows (Windows-1251). Якщо слова виглядають дивно, збережіть його в UTF-8 і надішліть ще раз.
import-name-empty = Списку потрібна назва: --name "Клуб садівників".
import-head-row = Рядок
import-head-who = Хто
import-head-fate = Що з ним буде
import-head-when = Коли
import-head-amount = Сума
import-head-why = Чому
import-fate-new = новий
import-fate-known = вже є
import-fate-unknown = людина невідома
import-fate-faulty = не взяти
import-in-column = стовпець «{ $header }»: { $why }
import-reason-nobody-named = не сказано, про кого рядок
import-reason-not-found = серед тих, хто погодився, такої людини немає
import-reason-no-such-flat = такої квартири немає у списку
import-reason-flat-empty = хто живе в цій квартирі, невідомо
import-reason-several = підходить людей: { $hint }; додайте телефон, ім’я або номер у Telegram
import-reason-contradicts = у рядку вказано різних людей
import-reason-which-building = квартира є, будинку немає
import-reason-date-missing = немає дати
import-reason-date-unreadable = «{ $hint }» — не дата; напишіть 31.12.2026 або 2026-12-31
import-reason-date-ahead = «{ $hint }» — у майбутньому
import-reason-amount-missing = немає суми
import-reason-amount-zero = сума 0: це не платіж
import-reason-amount-unreadable = «{ $hint }» — сума неясна; напишіть 1234,50
import-reason-currency-unknown = «{ $hint }» — незнайома валюта; напишіть UAH, EUR
import-reason-other-currency = інша валюта: { $hint }
import-reason-gender-unreadable = «{ $hint }»: напишіть ж або ч
import-reason-email-unreadable = «{ $hint }» — не адреса пошти
import-reason-phone-unreadable = «{ $hint }» — не номер телефону
import-reason-nothing-said = рядок нічого не каже про людину
import-reason-said-twice = той самий номер у рядку { $hint }
import-reason-number-taken = з цим номером уже записано інше (людина, дата або сума): можливо, це просто номер рядка
table-left = Таблицю відкладено, з неї нічого не записано. Щоб продовжити, надішліть файл ще раз.
table-gone = Ця таблиця вже не чекає: її записано, відкладено або замінено іншою. Щоб внести її, надішліть файл ще раз.
file-waits = Файлу поки не беру: ви пишете інше, і воно ціле. Допишіть (або киньте: /cancel), потім надішліть файл ще раз.
