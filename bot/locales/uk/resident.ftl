first-words = Вітаю! Тут вас чує ваш дім. Кілька хвилин запитань — і листи будуть до діла, а не для всіх одразу.
first-words-of = Вітаю! Тут вас чує { $house }. Кілька хвилин запитань — і листи будуть до діла, а не для всіх одразу.
consent = Що ми зберігаємо: ім’я, нік і номер у Telegram, мову, квартиру, відповіді, бали, платежі та візити з книг дому, листи, коли ви пишете й за яким посиланням прийшли. Навіщо: зрозуміти, що потрібно дому, і писати до діла. Отримати все файлом: /mydata, видалити все можна будь-коли: /forget
button-agree = Згода, почнімо
button-disagree = Не зараз
consent-refused = Гаразд, ми нічого не зберегли. Передумаєте — напишіть /start.

no-surveys = Зараз запитань немає. Зазирніть пізніше: /survey
choose-survey = Про що поговоримо?
survey-offer = { $title }
survey-offer-minutes = { $title } · { $minutes ->
    [one] { $minutes } хвилина
    [few] { $minutes } хвилини
   *[many] { $minutes } хвилин
 }
survey-finished-mark = ✓ { $title }
survey-all-answered = Ви вже відповіли на всі запитання. Дякую! Відповіді можна змінити:
survey-already-done = Ви вже пройшли це опитування, дякую! Відповіді можна змінити.
survey-minutes = { $minutes ->
    [one] Близько { $minutes } хвилини.
   *[other] Близько { $minutes } хвилин.
 }

progress = { $position } з { $total }
progress-open = { $position } з { $total }–{ $most }
hint-single-other = Оберіть варіант або напишіть свій.
hint-other = «{ $choice }»: напишіть повідомленням, що саме.
hint-ranking = { $count ->
    [one] Натисніть найважливіше, потім «Готово».
   *[other] Натискайте за порядком, починаючи з найважливішого. Повторний дотик знімає місце.
 }
hint-number-unit = Напишіть число повідомленням ({ $unit }).
hint-date = Натисніть день або напишіть, наприклад «3 травня».
hint-time = Напишіть час, наприклад 18:30.
answer-seen = прочитано
button-dont-know = Не знаю
button-prefer-not = Волію не відповідати
scale-low-nps = точно не пораджу
scale-high-nps = обов'язково пораджу
scale-low-csat = зовсім не влаштовує
scale-high-csat = цілком влаштовує
scale-low-ces = було дуже важко
scale-high-ces = було дуже легко
date-in-words = { $day } { $month ->
    [1] січня
    [2] лютого
    [3] березня
    [4] квітня
    [5] травня
    [6] червня
    [7] липня
    [8] серпня
    [9] вересня
    [10] жовтня
    [11] листопада
   *[12] грудня
 } { $year }
month-in-words = { $month ->
    [1] Січень
    [2] Лютий
    [3] Березень
    [4] Квітень
    [5] Травень
    [6] Червень
    [7] Липень
    [8] Серпень
    [9] Вересень
    [10] Жовтень
    [11] Листопад
   *[12] Грудень
 } { $year }
weekdays = пн вт ср чт пт сб нд
hint-multiple = Позначте все, що підходить, потім «Готово».
hint-multiple-max = { $maximum ->
    [one] Позначте не більше { $maximum } варіанта, потім «Готово».
   *[other] Позначте не більше { $maximum } варіантів, потім «Готово».
 }
hint-number = Напишіть число повідомленням.
hint-open = Напишіть своїми словами, одним повідомленням.
answer-given = Ваша відповідь: { $answer }
answer-skipped = пропущено
button-done = { $count ->
    [0] Готово
   *[other] Готово ({ $count })
 }
button-back = ← Назад
button-skip = Пропустити
button-proposed = { $answer } ✔
button-keep = Залишити так
button-change = Змінити
button-change-answers = Змінити відповіді
button-go-on = Далі
already-answered = На запитання «{ $question }» ви вже відповіли: «{ $answer }». Змінити?
still-recorded = Це вже записано.
nothing-asked = Зараз я ні про що не питаю. Почати: /survey, допомога: /help
welcome-back = З поверненням! Зупинилися на запитанні { $position } з { $total }. Продовжимо?
caught-up = Я ненадовго відлучався, тепер знову тут. Усе, що ви надіслали, отримано.
thanks-plain = Дякую! Це допоможе дому. Щойно стане відомо, що вирішили, — напишу.
thanks-points = Вам +{ $points ->
    [one] { $points } бал
    [few] { $points } бали
   *[many] { $points } балів
 }.

friend-link = Це ваше посилання: надішліть його сусідові, якого тут ще немає.
    { $link }
points-balance = У вас { points }.
points-none = Поки що у вас 0 балів. Якщо за опитування вони належать, про це сказано на його початку: /survey
points-line = { $date }: { $points } — { $reason }
reason-survey = за опитування
reason-campaign = з листом
reason-other = інше

choose-language = Якою мовою говорити?
language-chosen = Гаразд, говоримо українською.

forget-sure = Стерти все: ім’я, квартиру, відповіді, бали, місце в групах? Повернути це буде неможливо.
button-mydata = 📄 Спершу дайте копію
button-forget = Так, стерти все
button-stay = Ні, залишити
forgotten = Готово: я вас більше не знаю. Захочете повернутися — кнопка нижче.
farewell = На все добре!
forget-not = Гаразд, усе лишається як було.
your-id = Ваш номер у Telegram: <code>{ $id }</code>. Назвіть його адміністратору, якщо він попросить.

group-private = Я відповідаю в особистому листуванні: https://t.me/{ $bot }
unknown-command = Такої команди в мене немає. Що я вмію: /help

help-resident =
    Я ставлю запитання від імені дому і пишу вам до діла.

    /survey — відповісти на запитання
    /points — мої бали
    /friend — посилання для сусіда
    /home — де я живу
    /language — мова
    /mydata — усе, що про мене зберігається, файлом
    /forget — стерти все про мене
    /id — мій номер у Telegram
    /help — ця підказка

rejected-text-needed = Тут потрібна відповідь словами.
rejected-text-empty = Повідомлення порожнє. Напишіть хоча б слово.
rejected-text-too-long = Дуже докладно, дякую! Але в одне повідомлення входить { $limit } знаків, а тут { $length }. Скоротите трохи?
rejected-number-needed = Тут потрібне число, наприклад { $example }.
rejected-whole-number-needed = Тут потрібне ціле число, наприклад { $example }.
rejected-number-too-small = Тут потрібне число не менше ніж { $minimum }.
rejected-number-too-large = Тут потрібне число не більше ніж { $maximum }.
rejected-not-on-scale = Виберіть від { $low } до { $high }.
rejected-not-a-choice = Такого варіанта немає. Натисніть одну з кнопок під запитанням.
rejected-too-few-picks = { $minimum ->
    [one] Позначте хоча б { $minimum } варіант.
    [few] Позначте хоча б { $minimum } варіанти.
   *[many] Позначте хоча б { $minimum } варіантів.
 }
rejected-too-many-picks = { $maximum ->
    [one] Можна позначити не більше { $maximum } варіанта. Зніміть зайве.
   *[other] Можна позначити не більше { $maximum } варіантів. Зніміть зайве.
 }
rejected-exclusive-pick = Цей варіант не поєднується з іншими.
rejected-skip-not-allowed = Це запитання важливе, його пропустити не можна.
rejected-other-needed = «{ $choice }»: напишіть повідомленням, що саме.
rejected-date-needed = Тут потрібна дата. Натисніть день у календарі або напишіть, наприклад «{ $example }».
rejected-date-too-early = Тут потрібен день не раніше { $earliest }.
rejected-date-too-late = Тут потрібен день не пізніше { $latest }.
rejected-time-needed = Тут потрібен час, наприклад 18:30.
rejected-rank-all = { $count ->
    [one] Позначте { $count } місце, потім «Готово».
    [few] Розставте { $count } місця, потім «Готово».
   *[many] Розставте { $count } місць, потім «Готово».
 }
rejected-just-go-on = Тут відповідати не потрібно: натисніть «Далі».
rejected-constraint = Така відповідь сюди не підходить. Перевірте й дайте іншу або поверніться до попередніх відповідей.
rejected-tap-a-button = Натисніть, будь ласка, одну з кнопок під запитанням.
rejected-too-few-or-skip = { $minimum ->
    [one] Позначте щонайменше { $minimum } варіант або натисніть «Пропустити».
    [few] Позначте щонайменше { $minimum } варіанти або натисніть «Пропустити».
   *[many] Позначте щонайменше { $minimum } варіантів або натисніть «Пропустити».
 }
button-begin-anew = Почати знову
