test-banner = 🧪 Проба: відповіді не рахуються
test-finished = 🧪 Пробу пройдено до кінця. Відповіді не рахуються.
button-to-survey = До опитування

shelf = Нове опитування: напишіть його тут, /new, або надішліть файл YAML чи таблицю — скажу, чи все в ньому гаразд.
shelf-empty = Опитувань поки немає. Напишіть перше просто тут, /new, візьміть готове або надішліть файл YAML чи таблицю.
button-sample = 📄 Зразок файлу
sample-caption = Змініть слова в будь-якому редакторі й надішліть файл назад.
answered-plain = Відповіли: { $shown }.
answered-of-needed = Відповіли { $shown } із { $needed }, яких вистачить, щоб знайти групи.
answered-enough = Відповіли { $shown }: можна шукати групи.
card-questions = { $count ->
    [one] { $count } запитання
    [few] { $count } запитання
   *[many] { $count } запитань
 }
card-minutes = { $count ->
    [one] { $count } хвилина
    [few] { $count } хвилини
   *[many] { $count } хвилин
 }
card-feeds-psychographic = Для психографічних груп: { $count }
card-feeds-needs = Для груп за потребами: { $count }
card-feeds-nothing = Груп за цим опитуванням не буде: про жодне запитання не сказано, що воно говорить про людину («🧭 Що воно каже про людей»).
card-segments-need = Щоб знайти групи, потрібно { $needed } відповідей.
card-unspoken = 🌐 Перекладено не все: { $languages }. Хто обрав таку мову, прочитає частину опитування іншою. Перекласти: /new
card-draft = ✏️ Чернетка: її бачать лише управителі. Пройдіть її самі, потім опублікуйте.
card-link = 🟢 Відкрите. Посилання для людей: { $link }
card-superseded = Цю версію замінила нова.
card-closed = 🔒 Закрите: нових відповідей не приймає.
button-try = 🧪 Спробувати
button-publish = Опублікувати
button-close = Закрити
button-report = 🧩 Звіт
button-page-earlier = ‹ стор. { $page }
button-page-later = стор. { $page } ›
button-all-surveys = ← Усі опитування
published = Опитування відкрито.
closed = Опитування закрито.
close-sure = Закрити «{ $title }»? Нових відповідей не буде, відкрити знову можна лише новою версією.
close-sure-under-way = Не дійшли до кінця: { $shown }.
button-close-surely = Так, закрити
button-stay-open = Ні, хай триває

file-not-needed = Дякую, але файли мені читати ні до чого. Що я вмію: /help
file-kind-unknown = Опитування потрібне файлом YAML (.yaml) або таблицею XLSForm (.xlsx, .xls, .csv): такі я прочитаю цілком. Зразок: /surveys
file-too-large = Файл завеликий: { $megabytes } МБ. Опитування — це текст, вистачить і { $limit } КБ.
file-not-fetched = Файл не дійшов. Надішліть, будь ласка, ще раз.

segments-nothing = Групи знаходять за відповідями, а опитувань із такими запитаннями ще немає. Почати: /surveys
segments-find-them = Знайти групи?
segments-looking = Шукаю групи… Це до хвилини, можна зайнятися іншим.
segments-not-found = Не вийшло: зламалося в нас. Спробуйте ще раз трохи згодом.
segments-exploratory = Людей поки небагато: вважайте це начерком.
segments-more = …решта не вмістилася.
segments-undecided = Не визначилися: { $shown }. Вони схожі на кілька груп одразу й не належать до жодної.
segment-size = людей: { $shown }
parts = { $count ->
    [2] дві частини
    [3] три частини
    [4] чотири частини
    [5] п’ять частин
    [6] шість частин
    [7] сім частин
    [8] вісім частин
   *[other] кілька частин
 }
verdict-natural = Групи чіткі: усередині люди схожі, між собою відрізняються.
verdict-reproducible = Чітких груп у домі немає, люди відрізняються плавно. Але поділ на { $parts } стійкий: на нього можна спиратися в листах, не у висновках «які ми».
verdict-constructive = Поділ на { $parts } зручний, але умовний: на інших відповідях він пройшов би інакше. Для листів годиться, для висновків — ні.
verdict-level-only = Люди відрізняються тим, скільки позначають, а не що. Ділити їх за цим не варто.
verdict-none = Відповіді не діляться на групи: люди відрізняються плавно. Зараз чесніше писати всім однаково.
verdict-hasty = Майже всі відповіді схожі на дані похапцем.
verdict-early = Судити про групи за ними зарано.
verdict-under-floor = Судити про групи зарано: виходять частини менші ніж із { $floor } людей, а таку легко знайти й випадково. Потрібно більше відповідей.
verdict-too-few = Але на самі запитання, за якими ділять, відповіли надто мало людей.
button-find = 🔎 Знайти групи
button-find-again = 🔎 Знайти знову
button-write-to = ✉️ { $name }
rename-ask = Зараз: «{ $name }». Напишіть нове ім’я: таке, щоб людям не було прикро його почути. Передумали — /cancel

draft-left = Чернетка не збереглася: почати знову можна будь-коли.
draft-dropped = Гаразд, лишаємо як було.
broadcast-dropped = Гаразд, не надсилаю.
draft-none = Чернетки немає.

broadcast-choose = Кому пишемо?
broadcast-no = Писати поки нікому: спершу знайдіть групи — /segments
broadcast-write =
    Пишемо групі «{ $name }». Надішліть текст одним повідомленням.

    Можна вставити:
    <code>{ "{" }name{ "}" }</code> — ім’я
    <code>{ "{" }name|сусіде{ "}" }</code> — ім’я, а якщо його немає — «сусіде»
    <code>{ "{" }points{ "}" }</code> — скільки в людини балів
    <code>{ "{" }segment{ "}" }</code> — ім’я групи, яке ви дали їй самі; без нього мешканці прочитають «Група 1»
    <code>{ "{" }house{ "}" }</code> — ім’я дому

    Передумали — /cancel
template-unknown-placeholder = Вставки «{ $found }» немає.
template-unclosed-brace = Дужку не закрито: «{ $found }».
template-stray-brace = Зайва дужка «{ $found }». Якщо вона потрібна в тексті, напишіть її двічі.
template-empty = Повідомлення порожнє.
template-too-long = Лист довший, ніж вміщується в одне повідомлення Telegram.
template-suggestion = Можливо, так: <code>{ $suggestion }</code>
template-again = Виправте і надішліть текст знову.
broadcast-points = Скільки балів прийде з листом кожному? Виберіть або напишіть число.
broadcast-points-number = Тут потрібне ціле число балів, наприклад 50. Без балів — 0.
preview = Так прочитають люди з групи «{ $name }»:
preview-reader = → <b>{ $name }</b>
preview-own = → тут із вашим іменем
preview-reachable = { $count ->
    [one] Отримає { $count } людина.
    [few] Отримають { $count } людини.
   *[many] Отримають { $count } людей.
 }
preview-reachable-few = Отримають менше { $least } людей.
preview-unreachable = { $count ->
    [one] Не отримає { $count }: бот у неї закритий.
   *[other] Не отримають { $count }: бот у них закритий.
 }
preview-unreachable-few = Бот закритий менш ніж у { $least } людей: вони не отримають.
preview-points = Балів на всіх: { $points }.
preview-missing = { $count ->
    [one] У { $count } людини нема чого вставити замість { $placeholder }: слово пропаде.
   *[other] У { $count } людей нема чого вставити замість { $placeholder }: слово пропаде.
 }
preview-missing-few = Менш ніж у { $least } людей нема чого вставити замість { $placeholder }: слово пропаде.
preview-too-long = { $count ->
    [one] { $count } лист задовгий і не піде.
    [few] { $count } листи задовгі й не підуть.
   *[many] { $count } листів задовгі й не підуть.
 }
preview-too-long-few = Менше { $least } листів задовгі й не підуть.
preview-empty = { $count ->
    [one] { $count } лист виходить порожнім і не піде.
    [few] { $count } листи виходять порожніми й не підуть.
   *[many] { $count } листів виходять порожніми й не підуть.
 }
preview-empty-few = Менше { $least } листів виходять порожніми й не підуть.
button-send = { $count ->
    [one] Надіслати { $count } людині
   *[other] Надіслати { $count } людям
 }
button-send-few = Надіслати (менше { $least } людей)
button-rewrite = Змінити текст
button-drop = Не надсилати
fault-nobody-to-write-to = У цій групі лист ні до кого не дійде: бот у всіх закритий.
fault-no-letter-fits = Жоден лист таким не піде: він порожній або задовгий. Змініть текст.
fault-points-out-of-range = З листом приходить від 0 до { $most } балів.
fault-segment-gone = Цієї групи більше немає. Ті, що є: /segments
fault-report-nothing = Звіту за цим опитуванням немає: воно ще не відкривалося.

progress-sending = Надсилаю: { $done } із { $total }.
progress-sending-few = Надсилаю: менше { $least } людей.
progress-paused = На паузі: { $done } із { $total }.
progress-paused-few = На паузі: лист менш ніж { $least } людям.
progress-done = Готово:
progress-total = Разом { $total }.
delivered-sent = { $count ->
    [one] { $count } отримав
   *[other] { $count } отримали
 }
delivered-sent-few = менше { $least } отримали
delivered-unreachable = { $count ->
    [one] { $count } закрив бота
   *[other] { $count } закрили бота
 }
delivered-unreachable-few = менше { $least } закрили бота
delivered-failed = { $count ->
    [one] { $count } не надіслано
   *[other] { $count } не надіслано
 }
delivered-failed-few = менше { $least } не надіслано
delivered-unconfirmed = { $count ->
    [one] { $count } не підтверджено
   *[other] { $count } не підтверджено
 }
delivered-unconfirmed-few = менше { $least } не підтверджено
button-pause = ⏸ Пауза
button-resume = ▶️ Продовжити
button-unconfirmed = Хто не підтверджений
unconfirmed = { $count ->
    [one] { $count } людина могла отримати лист, а могла й ні: зв’язок обірвався. Сам я не повторюватиму.
    [few] { $count } людини могли отримати лист, а могли й ні: зв’язок обірвався. Сам я не повторюватиму.
   *[many] { $count } людей могли отримати лист, а могли й ні: зв’язок обірвався. Сам я не повторюватиму.
 }
unconfirmed-nobody = Непідтверджених немає.
no-name = без імені

report-choose = Про яке опитування звіт?
report-no-surveys = Звіт будується за відкритим опитуванням, а таких поки немає: /surveys
report-preparing = Готую звіт…
report-xlsx = Таблиці: розміри, профілі, цитати.
report-html = Те саме з малюнками: відкривається в будь-якому браузері.
report-failed = Звіт не склався: зламалося в нас. Спробуйте ще раз трохи згодом.

claim-how = Надішліть код разом із командою: /claim КОД. Він друкується під час першого запуску бота.
claim-wrong = Такий код не підходить. Новий друкується під час запуску, доки адміністратора немає.
team-admin = 🔑 { $name } — адміністратор (<code>{ $id }</code>)
team-manager = { $name } — управитель (<code>{ $id }</code>)
team-how = Призначити: надішліть /manager і номер людини, наприклад /manager 123456789, або її @ім’я; для адміністратора так само — /admin. Свій номер людина дізнається в мене за командою /id
button-dismiss = Зняти роль: { $name }
role-how = Кого? Попросіть людину надіслати мені /id і надішліть цей номер разом із командою: /{ $command } 123456789. Можна й @ім’я, якщо людина вже відповідала мені
role-set-admin = { $name } тепер адміністратор.
role-set-manager = { $name } тепер управитель.
role-set-resident = Роль знято: { $name }
role-now-admin = 🔑 Ви тепер адміністратор. Написати опитування: /new · призначити управителів: /team · усе, що ви можете: /help
role-now-manager = Ви тепер управитель. Написати перше опитування: /new · усе, що ви можете: /help
role-now-resident = Вашу роль управителя знято. Усе інше — як було.

help-manager =
    Управителям:
    /surveys — опитування; нове можна надіслати файлом; оголошення в групу будинку — на сторінці опитування, ⚙️ Проведення
    /new — написати опитування тут або взяти готове
    /segments — групи за відповідями; за чим ще поділити людей, показники, короткі опитування з кількох питань
    /rules — групи за вашими правилами
    /goals — цілі: чого хочемо, до якого дня, скільки вже є
    /broadcast — написати групі
    /invite — листи із запрошенням до опитування, нагадування, хто взяв участь
    /results — результати картинками
    /followup — розповісти тим, хто відповів, що вийшло з опитування
    /homes — будинки, квартири, хто де живе; список квартир можна надіслати таблицею
    /import — таблиця платежів, покупок, візитів, людей
    /enter — внести паперову анкету сусіда
    /print — плакати, картки на двері, паперові анкети
    /report — звіт у XLSX і HTML
    /export — відповіді в CSV, XLSX, SPSS або JSON
    /cancel — видалити чернетку
help-admin =
    Адміністраторам:
    /team — хто керує
    /manager 123456789 — призначити управителя
    /admin 123456789 — призначити адміністратора
    /resident 123456789 — зняти роль
score-nps = NPS { $score }
score-csat = Задоволені { $score } %
score-ces = Було легко: { $score } %
team-nameless = імені поки не знаю
demote-sure-manager = { $name } — адміністратор. Зробити управителем, без права призначати інших?
demote-sure-resident = { $name } — адміністратор. Зняти роль?
button-demote = Так
button-demote-not = Ні, залишити
demote-not = Нічого не змінилося.
translate-lacking = Частина цих людей читає іншими мовами ({ $languages }): вони отримають текст як є, якщо не додати нижче свій для них.
translate-write = Напишіть те саме повідомлення мовою «{ $language }», з тими самими підстановками. Передумали — /cancel
manager-begin = 🔑 Ви управитель. Написати опитування: /new · що є зараз: /surveys · кому писати: /segments · усе інше: /help
