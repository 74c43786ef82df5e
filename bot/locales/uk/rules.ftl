# Segments by rules.

rules-heading = Групи за вашими правилами
rules-none = Поки їх немає. Правило каже, хто входить: наприклад, <code>building = "12А" and age &gt;= 35</code> — мешканці будинку 12А від 35 років. Хто підійде завтра, потрапить до групи сам.
rules-new = ➕ Нове правило
rules-write-here =
    Щоб задати групу, напишіть її правило просто тут або складіть кнопками. Приклад:
    <code>building = "12А" and age &gt;= 35 and not answered("winter", within 30 days)</code>
rules-write-ask =
    Напишіть правило або складіть кнопками. Приклад:
    <code>building = "12А" and age &gt;= 35 and not answered("winter", within 30 days)</code>
rules-people =
    { $people ->
        [one] { $people } людина
        [few] { $people } людини
       *[other] { $people } людей
    }
rules-few = менше { $least } людей
rules-unknown = { $field }: поки ні про кого невідомо, тому тут ніхто не знаходиться.
rules-known-by = Це дізнаємося із запитань із позначкою <code>remembers: { $key }</code> та з таблиці людей: /import
rules-age-in-years = Підійде й питання про вік: з позначкою <code>remembers: age</code> або з ключем <code>age</code> серед питань про те, хто ці люди.
rules-money = Суми правило пише в копійках: 50000 — це { $example }.
rules-nobody = зараз ніхто
rules-emptied-by = Умови з позначкою «зараз ніхто» не знаходять нікого й самі по собі: почніть із них.
rules-emptied-by-few = Умови з позначкою «менше { $least } людей» і самі по собі не знаходять нікого або майже нікого: почніть із них.
rules-no-such-house = ⚠️ Будинку «{ $value }» немає. Є: { $near }.
rules-no-such-choice = ⚠️ Варіанта «{ $value }» немає. Є: { $near }.
rules-no-such-question = ⚠️ В опитуванні немає питання з ключем «{ $value }». Є такі: { $near }.
rules-empty-together = Окремо кожна умова когось знаходить, але всім одразу не відповідає ніхто: приберіть одну або скажіть «або».
rules-empty-together-few = Кожна умова когось знаходить, але всім одразу не відповідає майже ніхто: приберіть одну або скажіть «або».
rules-counted = Пораховано о { $time }, наново щоночі.
rules-static = Список: він не змінюється.
rules-failed = ⚠️ Зараз правила не можна дотримати; люди — ті, що були минулого разу. { $why }
rules-examples = Наприклад: { $names }
rules-keep = Зберегти групою
rules-keep-list = Зберегти списком
rules-again = Написати наново
rules-name-ask = Як назвати групу?
rules-kept = Збережено: <b>{ $name }</b>.
rules-back = ◀️ Усі правила
rules-change = ✏️ Змінити
rules-recount = 🔄 Перерахувати
rules-drop = 🗑 Видалити
rules-drop-sure = Видалити групу <b>{ $name }</b>? Люди та їхні відповіді залишаться.
rules-drop-yes = Так, видалити
rules-dropped = Видалено: { $name }.
rules-in-use = На цю групу спираються інші: { $names }. Спершу змініть їх.
rules-gone = Цього правила більше немає. Живі: /rules
rules-name-unfit = Потрібна назва від 1 до { $maximum } літер, якої немає в іншої групи.
rules-did-you-mean = Може бути: { $suggestion }.
rules-place = Тут: { $before } 👉 { $after }
rules-mended =
    Можливо, ви хотіли так:
    <code>{ $rule }</code>
rules-meant = ✅ Так, порахувати це
rules-one-back = ‹ Назад
rules-try-again = Напишіть ще раз, складіть кнопками 🧩 або /cancel.
rules-build = 🧩 Кнопками
rules-room-ask = Про що умова?
rules-field-ask = Що саме?
rules-how-ask = { $field } — як?
rules-value-ask = { $field } { $how }: яке значення? { $known ->
    [yes] Виберіть або напишіть{ $many ->
        [yes] ; кілька — через кому
       *[no] {""}
    }.
   *[no] Напишіть{ $many ->
        [yes] , кілька — через кому
       *[no] {""}
    }.
 }
rules-argument-ask = { $field }: що саме — { $argument }? { $known ->
    [yes] Виберіть або напишіть назву.
   *[no] Напишіть.
 }
rules-so-far = Поки так:
rules-and = ➕ і…
rules-or = ➕ або…
rules-negate = ↔️ навпаки
rules-enough = ✅ Порахувати
rule-room-profile = 🙂 Людина
rule-room-home = 🏠 Дім
rule-room-source = 🔗 Звідки прийшли
rule-room-activity = 👣 Активність
rule-room-doings = 🧾 Що робили
rule-room-survey = 📋 Опитування
rule-room-payments = 💳 Оплати
rule-room-model = 🧭 Групи

rule-field-name = ім’я
rule-field-username = нік
rule-field-phone = телефон
rule-field-email = пошта
rule-field-language = мова
rule-field-gender = стать
rule-field-age = вік
rule-field-birthday = день народження
rule-field-time-zone = часовий пояс
rule-field-added = знайомство з ботом
rule-field-verified = згода
rule-field-changed = остання зміна профілю
rule-field-missing = незаповнені поля
rule-field-manager = відповідальний
rule-field-field = поле «{ $one }»
rule-field-nested = поле «{ $one }», «{ $two }»
rule-field-items = перелік «{ $one }»
rule-field-tags = мітки
rule-field-stage = етап
rule-field-id = номер у боті
rule-field-batch = завантаження
rule-field-building = будинок
rule-field-entrance = під’їзд
rule-field-floor = поверх
rule-field-flat = квартира
rule-field-area-share = частка в будинку
rule-field-home-role = роль у квартирі
rule-field-household = людей у родині
rule-field-flatmates = сусідів по квартирі в боті
rule-field-moved-in = переїзд
rule-field-source = джерело
rule-field-medium = канал
rule-field-campaign = кампанія
rule-field-content = вміст посилання
rule-field-term = слово посилання
rule-field-referrer = хто запросив
rule-field-referred = скількох запросив
rule-field-last-active = остання активність
rule-field-first-active = перша активність
rule-field-sessions = заходів у бота
rule-field-survey = стан опитування «{ $one }»
rule-field-survey-changed = зміна стану опитування «{ $one }»
rule-field-answered = відповідь на опитування «{ $one }»
rule-field-answer = відповідь на «{ $two }» ({ $one })
rule-field-picks = позначене в «{ $two }» ({ $one })
rule-field-score = бал «{ $two }» ({ $one })
rule-field-percentile = процентиль «{ $two }» ({ $one })
rule-field-need = потреба «{ $one }»
rule-field-top-need = головна потреба
rule-field-nps = група NPS ({ $one })
rule-field-response-rate = частка пройдених опитувань
rule-field-change = зміна «{ $two }» ({ $one })
rule-field-lifetime-value = сплачено всього
rule-field-value-percentile = процентиль за оплатами
rule-field-rfm = теплота (RFM)
rule-field-recency = давність, 1–5
rule-field-frequency = частота, 1–5
rule-field-monetary = сума, 1–5
rule-field-group = група в «{ $one }»
rule-field-confidence = певність у «{ $one }»
rule-field-churn = імовірність відходу
rule-field-days-in = днів у групі «{ $one }»
rule-field-bucket = випадковий номер 0–9999
rule-field-lists = списки

rule-how-equal = { $value }
rule-how-not-equal = ≠ { $value }
rule-how-less = менше { $value }
rule-how-at-most = не більше { $value }
rule-how-more = більше { $value }
rule-how-at-least = не менше { $value }
rule-how-between = від { $value } до { $other }
rule-how-not-between = не від { $value } до { $other }
rule-how-in = одне з: { $value }
rule-how-not-in = жодне з: { $value }
rule-how-contains = містить { $value }
rule-how-not-contains = не містить { $value }
rule-how-starts = починається з { $value }
rule-how-ends = закінчується на { $value }
rule-how-like = схоже на { $value }
rule-how-not-like = не схоже на { $value }
rule-how-matches = підходить під { $value }
rule-how-not-matches = не підходить під { $value }
rule-how-empty = порожньо
rule-how-not-empty = заповнено
rule-how-ever = є
rule-how-never = немає
rule-how-has-any = є хоча б одне з: { $value }
rule-how-has-all = є все з: { $value }
rule-how-has-none = немає нічого з: { $value }

rule-span-hours =
    { $number ->
        [one] { $number } година
        [few] { $number } години
       *[other] { $number } годин
    }
rule-span-days =
    { $number ->
        [one] { $number } день
        [few] { $number } дні
       *[other] { $number } днів
    }
rule-span-weeks =
    { $number ->
        [one] { $number } тиждень
        [few] { $number } тижні
       *[other] { $number } тижнів
    }
rule-span-months =
    { $number ->
        [one] { $number } місяць
        [few] { $number } місяці
       *[other] { $number } місяців
    }
rule-span-years =
    { $number ->
        [one] { $number } рік
        [few] { $number } роки
       *[other] { $number } років
    }

rule-last-hours =
    { $number ->
        [1] за останню годину
        [one] за останні { $number } годину
        [few] за останні { $number } години
       *[other] за останні { $number } годин
    }
rule-last-days =
    { $number ->
        [1] за останній день
        [one] за останні { $number } день
        [few] за останні { $number } дні
       *[other] за останні { $number } днів
    }
rule-last-weeks =
    { $number ->
        [1] за останній тиждень
        [one] за останні { $number } тиждень
        [few] за останні { $number } тижні
       *[other] за останні { $number } тижнів
    }
rule-last-months =
    { $number ->
        [1] за останній місяць
        [one] за останні { $number } місяць
        [few] за останні { $number } місяці
       *[other] за останні { $number } місяців
    }
rule-last-years =
    { $number ->
        [1] за останній рік
        [one] за останні { $number } рік
        [few] за останні { $number } роки
       *[other] за останні { $number } років
    }
rule-next-hours =
    { $number ->
        [1] у найближчу годину
        [one] у найближчі { $number } годину
        [few] у найближчі { $number } години
       *[other] у найближчі { $number } годин
    }
rule-next-days =
    { $number ->
        [1] у найближчий день
        [one] у найближчі { $number } день
        [few] у найближчі { $number } дні
       *[other] у найближчі { $number } днів
    }
rule-next-weeks =
    { $number ->
        [1] у найближчий тиждень
        [one] у найближчі { $number } тиждень
        [few] у найближчі { $number } тижні
       *[other] у найближчі { $number } тижнів
    }
rule-next-months =
    { $number ->
        [1] у найближчий місяць
        [one] у найближчі { $number } місяць
        [few] у найближчі { $number } місяці
       *[other] у найближчі { $number } місяців
    }
rule-next-years =
    { $number ->
        [1] у найближчий рік
        [one] у найближчі { $number } рік
        [few] у найближчі { $number } роки
       *[other] у найближчі { $number } років
    }
rule-of-last-hours =
    { $number ->
        [1] останньої години
        [one] останніх { $number } години
        [few] останніх { $number } годин
       *[other] останніх { $number } годин
    }
rule-of-last-days =
    { $number ->
        [1] останнього дня
        [one] останніх { $number } дня
        [few] останніх { $number } днів
       *[other] останніх { $number } днів
    }
rule-of-last-weeks =
    { $number ->
        [1] останнього тижня
        [one] останніх { $number } тижня
        [few] останніх { $number } тижнів
       *[other] останніх { $number } тижнів
    }
rule-of-last-months =
    { $number ->
        [1] останнього місяця
        [one] останніх { $number } місяця
        [few] останніх { $number } місяців
       *[other] останніх { $number } місяців
    }
rule-of-last-years =
    { $number ->
        [1] останнього року
        [one] останніх { $number } року
        [few] останніх { $number } років
       *[other] останніх { $number } років
    }
rule-span-acc-weeks =
    { $number ->
        [one] { $number } тиждень
        [few] { $number } тижні
       *[other] { $number } тижнів
    }
rule-span-acc-hours =
    { $number ->
        [one] { $number } годину
        [few] { $number } години
       *[other] { $number } годин
    }

rule-window-ago = раніше, ніж { $span } тому
rule-window-on = { $day }
rule-window-before = до { $day }
rule-window-after = після { $day }
rule-window-dates = з { $day } по { $other }
rule-window-anniversary-today = річниця сьогодні
rule-window-anniversary = річниця { rule-next-days }
rule-window-yearly = щороку з { $day } по { $other }

rule-calendar-last-days = учора
rule-calendar-this-days = сьогодні
rule-calendar-next-days = завтра
rule-calendar-last-weeks = минулого тижня
rule-calendar-this-weeks = цього тижня
rule-calendar-next-weeks = наступного тижня
rule-calendar-last-months = минулого місяця
rule-calendar-this-months = цього місяця
rule-calendar-next-months = наступного місяця
rule-calendar-last-years = минулого року
rule-calendar-this-years = цього року
rule-calendar-next-years = наступного року

rule-everyone = усі
rule-all = Усе з цього:
rule-any = Хоча б одне з цього:
rule-not = Не це:
rule-test = { $field }: { $how }
rule-did = було: { $event }
rule-never = не було: { $event }
rule-count = скільки разів { $event }
rule-total = сума { $event }
rule-average = середня сума { $event }
rule-first = перший раз { $event }
rule-last = останній раз { $event }
rule-share = яка частка від { $event }, %
rule-sequence = «{ $event }», потім «{ $other }» не пізніше ніж через { $span }
rule-regularly = «{ $event }» регулярно: хоча б { $times } з { $span }
rule-stopped = «{ $event }» раніше було, але не { $span }
rule-restarted = «{ $event }» знову після перерви у { $span } або довше
rule-has-been = { $field }: «{ $value }» вже { $span } або довше
rule-has-been-less = { $field }: «{ $value }» менше, ніж { $span }
rule-in-segment = у групі «{ $segment }»
rule-entered = з’явилися в групі «{ $segment }»: { $window }
rule-left = вийшли з групи «{ $segment }»: { $window }
rule-moved = перейшли з «{ $segment }» до «{ $other }»: { $window }

rule-trait-item = товар
rule-trait-category = категорія
rule-trait-maker = виробник
rule-trait-place = місце
rule-trait-amount = сума

rule-fault-unreadable = Не можу прочитати «{ $found }» тут.
rule-fault-unfinished = Правило тут обривається.
rule-fault-too-long = Це довше, ніж може бути правило.
rule-fault-too-deep = Забагато дужок одна в одній.
rule-fault-unknown-field = Не знаю, що таке «{ $found }».
rule-fault-wrong-arguments = «{ $found }» потребує в дужках: { $suggestion }.
rule-fault-not-comparable = «{ $found }» тут не підходить.
rule-fault-needs-number = Тут потрібне число, а не «{ $found }».
rule-fault-needs-text = Тут потрібні слова в лапках: "12А".
rule-fault-needs-window = Тут потрібен час: within 30 days, this month, before 2026-03-01.
rule-fault-needs-day = Щороку повторюються лише дні: birthday, moved_in.
rule-fault-needs-days = Скажіть у годинах, днях або тижнях: місяці різної довжини.
rule-fault-no-such-date = Такої дати немає: «{ $found }».
rule-fault-reversed = Кінці стоять навпаки: «{ $found }». Спершу менший, потім більший.
rule-fault-bad-pattern = Цей зразок не розібрати, або він надто довгий.
rule-fault-unknown-trait = У події немає «{ $found }».
rule-fault-unknown-segment = Немає групи «{ $found }».
rule-fault-unknown-survey = Немає опитування «{ $found }».
rule-fault-cycle = Вийшло б коло: правило спирається саме на себе.
rule-fault-who-and-what = У цьому правилі одразу і хто людина («{ $found }»), і що люди відповіли, платили чи робили: разом це могло б розповісти про одну людину. Залиште, будь ласка, щось одне; разом таке може адміністратор.

rules-say-and = і, й, та
rules-say-or = або, чи
rules-say-more = більше, старше, вище
rules-say-less = менше, молодше, нижче
rules-say-at-least = не менше, не молодше, від
rules-say-at-most = не більше, не старше, до
rules-say-equal = дорівнює, це
rules-say-not = не

rule-expect-condition = Тут потрібна умова: про що, як, з яким значенням. Наприклад, <code>building = "12А"</code>
rule-expect-comparison = Тут може стояти: { $choices }.
rule-expect-join = Між двома умовами ставлять { $choices }.
rule-expect-value = Тут потрібне значення: число або слова в лапках, <code>"12А"</code>.
rule-expect-quote = Бракує лапок, що закривають цей текст.
rule-expect-sign = Тут може стояти: { $choices }.

rule-argument-survey = яке опитування
rule-argument-question = яке запитання
rule-argument-scale = яка шкала
rule-argument-need = яка потреба
rule-argument-scheme = який поділ
rule-argument-segment = яка група
rule-argument-name = яке поле
rule-argument-path = яке місце в ньому

rule-plain-field = своє поле
rule-plain-nested = частина свого поля
rule-plain-items = свій перелік
rule-plain-survey = стан опитування
rule-plain-survey-changed = зміна стану опитування
rule-plain-answered = відповідь на опитування
rule-plain-answer = відповідь на запитання
rule-plain-picks = позначене в запитанні
rule-plain-score = бал за шкалою
rule-plain-percentile = процентиль за шкалою
rule-plain-need = потреба
rule-plain-nps = NPS: прихильник чи ні
rule-plain-change = зміна відповіді
rule-plain-group = група в поділі
rule-plain-confidence = певність щодо групи
rule-plain-days-in = днів у групі

rule-value-survey-invited = запрошено
rule-value-survey-started = почато
rule-value-survey-left = покинуто
rule-value-survey-done = пройдено
rule-value-change-up = зросло
rule-value-change-down = знизилося
rule-value-change-same = не змінилося
rule-value-change-changed = змінилося
rule-value-rfm-cold = холодні
rule-value-rfm-warm = теплі
rule-value-rfm-hot = гарячі
rule-value-nps-promoter = прихильники (9–10)
rule-value-nps-passive = нейтральні (7–8)
rule-value-nps-detractor = критики (0–6)
rule-value-home-role-owner = власник
rule-value-home-role-tenant = орендар
rule-value-home-role-family = член сім'ї
rule-value-home-role-council = рада дому
rule-value-missing-home = будинок і квартира
rule-value-gender-female = жінки
rule-value-gender-male = чоловіки

rule-event-payment = оплата
rule-event-purchase = покупка
rule-event-visit = візит
rule-event-ticket = заявка
rule-event-session = захід у бот
rule-event-refund = повернення

rules-whenever = будь-коли
rules-times = { $times } з { $span }
rules-choose = Цього я не зрозумів. Натисніть кнопку нижче або напишіть, що на ній.
rules-undo = ↩️ Без останнього кроку
rules-add = 🧩 Додати умову
rules-current =
    Зараз правило таке:
    <code>{ $rule }</code>
rule-form-did = було
rule-form-never = не було
rule-form-did-such = було таке (категорія, товар…)
rule-form-count = скільки разів
rule-form-total = сума
rule-form-average = середня сума
rule-form-share = яка частка таких, %
rule-form-first = коли вперше
rule-form-last = коли востаннє
rule-form-did-then = одне, потім інше
rule-form-regularly = регулярно
rule-form-stopped = було й припинилося
rule-form-restarted = знову після перерви
rule-form-in = у групі
rule-form-entered = з’явилися в групі
rule-form-left = вийшли з групи
rule-form-moved = перейшли з групи до групи
rule-form-everyone = усі
rules-piece-event = що саме?
rules-piece-again-event = що потім?
rules-piece-segment = яка група? { $known ->
    [no] Поки немає жодної: спершу збережіть правило групою.
   *[yes] {""}
 }
rules-piece-again-segment = до якої групи?
rules-piece-when = за який час?
rules-piece-past = коли?
rules-piece-span = скільки часу цього немає?
rules-piece-fixed-span = скільки часу між ними?
rules-piece-times = як часто?
rules-piece-trait = чим відрізняється?
rules-piece-how = скільки?
rules-piece-number = яке число? Напишіть.
rules-piece-money = яка сума? Напишіть її, як кажуть: 500 або 49,90.
rules-piece-word = яке значення? { $known ->
    [yes] Виберіть або напишіть.
   *[no] Напишіть.
 }

rules-guessed =
    Схоже, це звичайна фраза. Можу прочитати її так:
    <code>{ $rule }</code>
rules-guessed-left = Не враховано: { $words }.
rules-plain =
    Схоже, це звичайна фраза, а правила в ній я не бачу. Пишуть його так:
    <code>building = "12А" and age &gt;= 35</code>
    Простіше скласти кнопками 🧩: нічого пам’ятати не треба.

# Words that a plain sentence says conditions with; * at the end: any ending.
rules-guess-building = дім,будинок,будинку,будинком,будинки,корпус*,споруд*
rules-guess-entrance = під’їзд*,під'їзд*,парадн*,секці*
rules-guess-floor = поверх*
rules-guess-above = вище
rules-guess-below = нижче
rules-guess-older = старше,старші,старших
rules-guess-younger = молодше,молодші,молодших
rules-guess-from = від,з
rules-guess-to = до,по
rules-guess-years = рік,роки,років,року,рр
rules-guess-months = місяц*
rules-guess-weeks = тижд*,тиждень,тижн*
rules-guess-days = день,дня,днів,дні,діб
rules-guess-hours = година,години,годин,годину
rules-guess-age = вік,віком,віку,віці
rules-guess-or = або,чи
rules-guess-not = не,крім,без
rules-guess-noise = жив*,мешка*,прожива*,мешкан*,жител*,люд*,сусід*,усіх,всіх,усі,всі,хто,що,в,у,і,й,та,а,на,із,за,для,номер*,останн*,мені,нам,потрібн*,хочу,покаж*,знайд*,вибер*,груп*,ті,тих,які,яких,наш*
rules-guess-owner = власник*,господар*
rules-guess-tenant = орендар*,квартирант*
rules-guess-women = жінк*,жінок
rules-guess-men = чоловік*
rules-guess-cold = холодн*
rules-guess-warm = тепл*
rules-guess-hot = гаряч*
rules-guess-new = новачк*,новеньк*,нові,нових,новоприбул*
rules-guess-paid = платив,сплатив,заплатив,оплатив,платил*,сплатил*,заплатил*,оплатил*,платять,сплачу*,оплачу*
rules-guess-bought = купив,купував,купил*,купувал*,купує,купують
rules-guess-came = приходив,прийшов,відвідав,приходил*,прийшл*,відвіду*,відвідал*
rules-guess-asked = звертався,звернувся,скаржився,звертал*,звернул*,скаржил*
