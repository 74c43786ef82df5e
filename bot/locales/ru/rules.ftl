# Segments by rules.

rules-heading = Группы по вашим правилам
rules-none = Пока их нет. Правило говорит, кто входит: например, <code>building = "12А" and age &gt;= 35</code> — жители дома 12А от 35 лет. Кто подойдёт завтра, попадёт в группу сам.
rules-new = ➕ Новое правило
rules-write-here =
    Чтобы задать группу, напишите её правило прямо здесь или соберите кнопками. Пример:
    <code>building = "12А" and age &gt;= 35 and not answered("winter", within 30 days)</code>
rules-write-ask =
    Напишите правило или соберите кнопками. Пример:
    <code>building = "12А" and age &gt;= 35 and not answered("winter", within 30 days)</code>
rules-people =
    { $people ->
        [one] { $people } человек
        [few] { $people } человека
       *[other] { $people } человек
    }
rules-few = меньше { $least } человек
rules-unknown = { $field }: пока ни о ком неизвестно, поэтому здесь никто не находится.
rules-known-by = Это узнаётся из вопросов с пометкой <code>remembers: { $key }</code> и из таблицы людей: /import
rules-age-in-years = Подойдёт и вопрос о возрасте: с пометкой <code>remembers: age</code> или с ключом <code>age</code> среди вопросов о том, кто люди.
rules-money = Суммы правило пишет в копейках: 50000 — это { $example }.
rules-nobody = сейчас никто
rules-emptied-by = Условия с пометкой «сейчас никто» не находят никого и сами по себе: начните с них.
rules-emptied-by-few = Условия с пометкой «меньше { $least } человек» и сами по себе не находят никого или почти никого: начните с них.
rules-no-such-house = ⚠️ Дома «{ $value }» нет. Есть: { $near }.
rules-no-such-choice = ⚠️ Варианта «{ $value }» нет. Есть: { $near }.
rules-no-such-question = ⚠️ В опросе нет вопроса с ключом «{ $value }». Есть такие: { $near }.
rules-empty-together = По отдельности каждое условие кого-то находит, но всем сразу не отвечает никто: уберите одно или скажите «или».
rules-empty-together-few = Каждое условие кого-то находит, но всем сразу не отвечает почти никто: уберите одно или скажите «или».
rules-counted = Посчитано в { $time }, заново каждую ночь.
rules-static = Список: он не меняется.
rules-failed = ⚠️ Сейчас правилу нельзя следовать; люди — те, что были в прошлый раз. { $why }
rules-examples = Например: { $names }
rules-keep = Сохранить группой
rules-keep-list = Сохранить списком
rules-again = Написать заново
rules-name-ask = Как назвать группу?
rules-kept = Сохранено: <b>{ $name }</b>.
rules-back = ◀️ Все правила
rules-change = ✏️ Изменить
rules-recount = 🔄 Пересчитать
rules-drop = 🗑 Удалить
rules-drop-sure = Удалить группу <b>{ $name }</b>? Люди и их ответы останутся.
rules-drop-yes = Да, удалить
rules-dropped = Удалено: { $name }.
rules-in-use = На эту группу опираются другие: { $names }. Сначала измените их.
rules-gone = Этого правила больше нет. Живые: /rules
rules-name-unfit = Нужно название от 1 до { $maximum } букв, которого нет у другой группы.
rules-did-you-mean = Может быть: { $suggestion }.
rules-place = Здесь: { $before } 👉 { $after }
rules-mended =
    Может быть, вы хотели так:
    <code>{ $rule }</code>
rules-meant = ✅ Да, посчитать так
rules-one-back = ‹ Назад
rules-try-again = Напишите ещё раз, соберите кнопками 🧩 или /cancel.
rules-build = 🧩 Кнопками
rules-room-ask = О чём условие?
rules-field-ask = Что именно?
rules-how-ask = { $field } — как?
rules-value-ask = { $field } { $how }: какое значение? { $known ->
    [yes] Выберите или напишите{ $many ->
        [yes] ; несколько — через запятую
       *[no] {""}
    }.
   *[no] Напишите{ $many ->
        [yes] , несколько — через запятую
       *[no] {""}
    }.
 }
rules-argument-ask = { $field }: что именно — { $argument }? { $known ->
    [yes] Выберите или напишите название.
   *[no] Напишите.
 }
rules-so-far = Пока так:
rules-and = ➕ и…
rules-or = ➕ или…
rules-negate = ↔️ наоборот
rules-enough = ✅ Посчитать
rule-room-profile = 🙂 Человек
rule-room-home = 🏠 Дом
rule-room-source = 🔗 Откуда пришли
rule-room-activity = 👣 Активность
rule-room-doings = 🧾 Что делали
rule-room-survey = 📋 Опросы
rule-room-payments = 💳 Оплаты
rule-room-model = 🧭 Группы

rule-field-name = имя
rule-field-username = ник
rule-field-phone = телефон
rule-field-email = почта
rule-field-language = язык
rule-field-gender = пол
rule-field-age = возраст
rule-field-birthday = день рождения
rule-field-time-zone = часовой пояс
rule-field-added = знакомство с ботом
rule-field-verified = согласие
rule-field-changed = последнее изменение профиля
rule-field-missing = незаполненные поля
rule-field-manager = ответственный
rule-field-field = поле «{ $one }»
rule-field-nested = поле «{ $one }», «{ $two }»
rule-field-items = перечень «{ $one }»
rule-field-tags = метки
rule-field-stage = этап
rule-field-id = номер в боте
rule-field-batch = загрузка
rule-field-building = дом
rule-field-entrance = подъезд
rule-field-floor = этаж
rule-field-flat = квартира
rule-field-area-share = доля в доме
rule-field-home-role = роль в квартире
rule-field-household = людей в семье
rule-field-flatmates = соседей по квартире в боте
rule-field-moved-in = переезд
rule-field-source = источник
rule-field-medium = канал
rule-field-campaign = кампания
rule-field-content = содержание ссылки
rule-field-term = слово ссылки
rule-field-referrer = кто пригласил
rule-field-referred = скольких пригласил
rule-field-last-active = последняя активность
rule-field-first-active = первая активность
rule-field-sessions = заходов в бота
rule-field-survey = состояние опроса «{ $one }»
rule-field-survey-changed = смена состояния опроса «{ $one }»
rule-field-answered = ответ на опрос «{ $one }»
rule-field-answer = ответ на «{ $two }» ({ $one })
rule-field-picks = отмеченное в «{ $two }» ({ $one })
rule-field-score = балл «{ $two }» ({ $one })
rule-field-percentile = процентиль «{ $two }» ({ $one })
rule-field-need = потребность «{ $one }»
rule-field-top-need = главная потребность
rule-field-nps = группа NPS ({ $one })
rule-field-response-rate = доля отвеченных опросов
rule-field-change = изменение «{ $two }» ({ $one })
rule-field-lifetime-value = заплачено всего
rule-field-value-percentile = процентиль по оплатам
rule-field-rfm = теплота (RFM)
rule-field-recency = давность, 1–5
rule-field-frequency = частота, 1–5
rule-field-monetary = сумма, 1–5
rule-field-group = группа в «{ $one }»
rule-field-confidence = уверенность в «{ $one }»
rule-field-churn = вероятность ухода
rule-field-days-in = дней в группе «{ $one }»
rule-field-bucket = случайный номер 0–9999
rule-field-lists = списки

rule-how-equal = { $value }
rule-how-not-equal = ≠ { $value }
rule-how-less = меньше { $value }
rule-how-at-most = не больше { $value }
rule-how-more = больше { $value }
rule-how-at-least = не меньше { $value }
rule-how-between = от { $value } до { $other }
rule-how-not-between = не от { $value } до { $other }
rule-how-in = одно из: { $value }
rule-how-not-in = ни одно из: { $value }
rule-how-contains = содержит { $value }
rule-how-not-contains = не содержит { $value }
rule-how-starts = начинается с { $value }
rule-how-ends = кончается на { $value }
rule-how-like = похоже на { $value }
rule-how-not-like = не похоже на { $value }
rule-how-matches = подходит под { $value }
rule-how-not-matches = не подходит под { $value }
rule-how-empty = пусто
rule-how-not-empty = заполнено
rule-how-ever = есть
rule-how-never = нет
rule-how-has-any = есть хотя бы одно из: { $value }
rule-how-has-all = есть всё из: { $value }
rule-how-has-none = нет ничего из: { $value }

rule-span-hours =
    { $number ->
        [one] { $number } час
        [few] { $number } часа
       *[other] { $number } часов
    }
rule-span-days =
    { $number ->
        [one] { $number } день
        [few] { $number } дня
       *[other] { $number } дней
    }
rule-span-weeks =
    { $number ->
        [one] { $number } неделя
        [few] { $number } недели
       *[other] { $number } недель
    }
rule-span-months =
    { $number ->
        [one] { $number } месяц
        [few] { $number } месяца
       *[other] { $number } месяцев
    }
rule-span-years =
    { $number ->
        [one] { $number } год
        [few] { $number } года
       *[other] { $number } лет
    }

rule-last-hours =
    { $number ->
        [1] за последний час
        [one] за последние { $number } час
        [few] за последние { $number } часа
       *[other] за последние { $number } часов
    }
rule-last-days =
    { $number ->
        [1] за последний день
        [one] за последние { $number } день
        [few] за последние { $number } дня
       *[other] за последние { $number } дней
    }
rule-last-weeks =
    { $number ->
        [1] за последнюю неделю
        [one] за последние { $number } неделю
        [few] за последние { $number } недели
       *[other] за последние { $number } недель
    }
rule-last-months =
    { $number ->
        [1] за последний месяц
        [one] за последние { $number } месяц
        [few] за последние { $number } месяца
       *[other] за последние { $number } месяцев
    }
rule-last-years =
    { $number ->
        [1] за последний год
        [one] за последние { $number } год
        [few] за последние { $number } года
       *[other] за последние { $number } лет
    }
rule-next-hours =
    { $number ->
        [1] в ближайший час
        [one] в ближайшие { $number } час
        [few] в ближайшие { $number } часа
       *[other] в ближайшие { $number } часов
    }
rule-next-days =
    { $number ->
        [1] в ближайший день
        [one] в ближайшие { $number } день
        [few] в ближайшие { $number } дня
       *[other] в ближайшие { $number } дней
    }
rule-next-weeks =
    { $number ->
        [1] в ближайшую неделю
        [one] в ближайшие { $number } неделю
        [few] в ближайшие { $number } недели
       *[other] в ближайшие { $number } недель
    }
rule-next-months =
    { $number ->
        [1] в ближайший месяц
        [one] в ближайшие { $number } месяц
        [few] в ближайшие { $number } месяца
       *[other] в ближайшие { $number } месяцев
    }
rule-next-years =
    { $number ->
        [1] в ближайший год
        [one] в ближайшие { $number } год
        [few] в ближайшие { $number } года
       *[other] в ближайшие { $number } лет
    }
rule-of-last-hours =
    { $number ->
        [1] последнего часа
        [one] последних { $number } часа
        [few] последних { $number } часов
       *[other] последних { $number } часов
    }
rule-of-last-days =
    { $number ->
        [1] последнего дня
        [one] последних { $number } дня
        [few] последних { $number } дней
       *[other] последних { $number } дней
    }
rule-of-last-weeks =
    { $number ->
        [1] последней недели
        [one] последних { $number } недели
        [few] последних { $number } недель
       *[other] последних { $number } недель
    }
rule-of-last-months =
    { $number ->
        [1] последнего месяца
        [one] последних { $number } месяца
        [few] последних { $number } месяцев
       *[other] последних { $number } месяцев
    }
rule-of-last-years =
    { $number ->
        [1] последнего года
        [one] последних { $number } года
        [few] последних { $number } лет
       *[other] последних { $number } лет
    }
rule-span-acc-weeks =
    { $number ->
        [one] { $number } неделю
        [few] { $number } недели
       *[other] { $number } недель
    }
rule-span-acc-hours =
    { $number ->
        [one] { $number } час
        [few] { $number } часа
       *[other] { $number } часов
    }

rule-window-ago = раньше, чем { $span } назад
rule-window-on = { $day }
rule-window-before = до { $day }
rule-window-after = после { $day }
rule-window-dates = с { $day } по { $other }
rule-window-anniversary-today = годовщина сегодня
rule-window-anniversary = годовщина { rule-next-days }
rule-window-yearly = каждый год с { $day } по { $other }

rule-calendar-last-days = вчера
rule-calendar-this-days = сегодня
rule-calendar-next-days = завтра
rule-calendar-last-weeks = на прошлой неделе
rule-calendar-this-weeks = на этой неделе
rule-calendar-next-weeks = на следующей неделе
rule-calendar-last-months = в прошлом месяце
rule-calendar-this-months = в этом месяце
rule-calendar-next-months = в следующем месяце
rule-calendar-last-years = в прошлом году
rule-calendar-this-years = в этом году
rule-calendar-next-years = в следующем году

rule-everyone = все
rule-all = Всё из этого:
rule-any = Хотя бы одно из этого:
rule-not = Не это:
rule-test = { $field }: { $how }
rule-did = было: { $event }
rule-never = не было: { $event }
rule-count = сколько раз { $event }
rule-total = сумма { $event }
rule-average = средняя сумма { $event }
rule-first = первый раз { $event }
rule-last = последний раз { $event }
rule-share = какая доля от { $event }, %
rule-sequence = «{ $event }», потом «{ $other }» не позже чем через { $span }
rule-regularly = «{ $event }» регулярно: хотя бы { $times } из { $span }
rule-stopped = «{ $event }» раньше было, но не { $span }
rule-restarted = «{ $event }» снова после перерыва в { $span } или дольше
rule-has-been = { $field }: «{ $value }» уже { $span } или дольше
rule-has-been-less = { $field }: «{ $value }» меньше, чем { $span }
rule-in-segment = в группе «{ $segment }»
rule-entered = появились в группе «{ $segment }»: { $window }
rule-left = вышли из группы «{ $segment }»: { $window }
rule-moved = перешли из «{ $segment }» в «{ $other }»: { $window }

rule-trait-item = товар
rule-trait-category = категория
rule-trait-maker = производитель
rule-trait-place = место
rule-trait-amount = сумма

rule-fault-unreadable = Не могу прочесть «{ $found }» здесь.
rule-fault-unfinished = Правило здесь обрывается.
rule-fault-too-long = Это длиннее, чем может быть правило.
rule-fault-too-deep = Слишком много скобок одна в другой.
rule-fault-unknown-field = Не знаю, что такое «{ $found }».
rule-fault-wrong-arguments = «{ $found }» требует в скобках: { $suggestion }.
rule-fault-not-comparable = «{ $found }» здесь не подходит.
rule-fault-needs-number = Здесь нужно число, а не «{ $found }».
rule-fault-needs-text = Здесь нужны слова в кавычках: "12А".
rule-fault-needs-window = Здесь нужно время: within 30 days, this month, before 2026-03-01.
rule-fault-needs-day = Каждый год повторяются только дни: birthday, moved_in.
rule-fault-needs-days = Скажите в часах, днях или неделях: месяцы разной длины.
rule-fault-no-such-date = Такой даты нет: «{ $found }».
rule-fault-reversed = Концы стоят наоборот: «{ $found }». Сначала меньший, потом больший.
rule-fault-bad-pattern = Этот образец не разобрать, или он слишком долгий.
rule-fault-unknown-trait = У события нет «{ $found }».
rule-fault-unknown-segment = Нет группы «{ $found }».
rule-fault-unknown-survey = Нет опроса «{ $found }».
rule-fault-cycle = Получился бы круг: правило опирается само на себя.
rule-fault-who-and-what = В этом правиле сразу и кто человек («{ $found }»), и что люди ответили, платили или делали: вместе это могло бы рассказать об одном человеке. Оставьте, пожалуйста, что-то одно; вместе такое может администратор.

rules-say-and = и, а также
rules-say-or = или, либо
rules-say-more = больше, более, старше, выше
rules-say-less = меньше, менее, младше, моложе, ниже
rules-say-at-least = не меньше, не менее, не младше, от
rules-say-at-most = не больше, не более, не старше, до
rules-say-equal = равно, это
rules-say-not = не

rule-expect-condition = Здесь нужно условие: о чём, как, с каким значением. Например, <code>building = "12А"</code>
rule-expect-comparison = Здесь может стоять: { $choices }.
rule-expect-join = Между двумя условиями ставят { $choices }.
rule-expect-value = Здесь нужно значение: число или слова в кавычках, <code>"12А"</code>.
rule-expect-quote = Не хватает кавычки, которая закрывает этот текст.
rule-expect-sign = Здесь может стоять: { $choices }.

rule-argument-survey = какой опрос
rule-argument-question = какой вопрос
rule-argument-scale = какая шкала
rule-argument-need = какая потребность
rule-argument-scheme = какое деление
rule-argument-segment = какая группа
rule-argument-name = какое поле
rule-argument-path = какое место в нём

rule-plain-field = своё поле
rule-plain-nested = часть своего поля
rule-plain-items = свой перечень
rule-plain-survey = состояние опроса
rule-plain-survey-changed = смена состояния опроса
rule-plain-answered = ответ на опрос
rule-plain-answer = ответ на вопрос
rule-plain-picks = отмеченное в вопросе
rule-plain-score = балл по шкале
rule-plain-percentile = процентиль по шкале
rule-plain-need = потребность
rule-plain-nps = NPS: сторонник или нет
rule-plain-change = изменение ответа
rule-plain-group = группа в делении
rule-plain-confidence = уверенность в группе
rule-plain-days-in = дней в группе

rule-value-survey-invited = приглашён
rule-value-survey-started = начал
rule-value-survey-left = бросил
rule-value-survey-done = прошёл
rule-value-change-up = выросло
rule-value-change-down = снизилось
rule-value-change-same = не изменилось
rule-value-change-changed = изменилось
rule-value-rfm-cold = холодные
rule-value-rfm-warm = тёплые
rule-value-rfm-hot = горячие
rule-value-nps-promoter = сторонники (9–10)
rule-value-nps-passive = нейтральные (7–8)
rule-value-nps-detractor = критики (0–6)
rule-value-home-role-owner = собственник
rule-value-home-role-tenant = арендатор
rule-value-home-role-family = член семьи
rule-value-home-role-council = совет дома
rule-value-missing-home = дом и квартира
rule-value-gender-female = женщины
rule-value-gender-male = мужчины

rule-event-payment = оплата
rule-event-purchase = покупка
rule-event-visit = визит
rule-event-ticket = заявка
rule-event-session = заход в бота
rule-event-refund = возврат

rules-whenever = когда угодно
rules-times = { $times } из { $span }
rules-choose = Этого я не понял. Нажмите кнопку ниже или напишите, что на ней.
rules-undo = ↩️ Без последнего шага
rules-add = 🧩 Добавить условие
rules-current =
    Сейчас правило такое:
    <code>{ $rule }</code>
rule-form-did = было
rule-form-never = не было
rule-form-did-such = было такое (категория, товар…)
rule-form-count = сколько раз
rule-form-total = сумма
rule-form-average = средняя сумма
rule-form-share = какая доля таких, %
rule-form-first = когда впервые
rule-form-last = когда в последний раз
rule-form-did-then = одно, потом другое
rule-form-regularly = регулярно
rule-form-stopped = было и прекратилось
rule-form-restarted = снова после перерыва
rule-form-in = в группе
rule-form-entered = появились в группе
rule-form-left = вышли из группы
rule-form-moved = перешли из группы в группу
rule-form-everyone = все
rules-piece-event = что именно?
rules-piece-again-event = что потом?
rules-piece-segment = какая группа? { $known ->
    [no] Пока нет ни одной: сначала сохраните правило группой.
   *[yes] {""}
 }
rules-piece-again-segment = в какую группу?
rules-piece-when = за какое время?
rules-piece-past = когда?
rules-piece-span = сколько времени этого нет?
rules-piece-fixed-span = сколько времени между ними?
rules-piece-times = как часто?
rules-piece-trait = чем отличается?
rules-piece-how = сколько?
rules-piece-number = какое число? Напишите.
rules-piece-money = какая сумма? Напишите её, как говорят: 500 или 49,90.
rules-piece-word = какое значение? { $known ->
    [yes] Выберите или напишите.
   *[no] Напишите.
 }

rules-guessed =
    Похоже, это обычная фраза. Могу прочесть её так:
    <code>{ $rule }</code>
rules-guessed-left = Не учтено: { $words }.
rules-plain =
    Похоже, это обычная фраза, а правила в ней я не вижу. Пишут его так:
    <code>building = "12А" and age &gt;= 35</code>
    Проще собрать кнопками 🧩: ничего помнить не нужно.

# Words that a plain sentence says conditions with; * at the end: any ending.
rules-guess-building = дом,дома,доме,дому,домом,корпус*,здани*,строени*
rules-guess-entrance = подъезд*,парадн*,секци*
rules-guess-floor = этаж*
rules-guess-above = выше
rules-guess-below = ниже
rules-guess-older = старше
rules-guess-younger = младше,моложе
rules-guess-from = от,с
rules-guess-to = до,по
rules-guess-years = год,года,году,лет,годы
rules-guess-months = месяц*
rules-guess-weeks = недел*
rules-guess-days = день,дня,дней,дни,сут*
rules-guess-hours = час,часа,часов,часы
rules-guess-age = возраст*
rules-guess-or = или,либо
rules-guess-not = не,кроме,без
rules-guess-noise = жив*,прожива*,жител*,жильц*,жилец,люд*,человек*,сосед*,всех,все,весь,кто,что,в,во,и,а,на,из,у,за,для,номер*,последн*,мне,нам,нужн*,хоч*,покаж*,найд*,выбер*,групп*,те,тех,которы*,наш*,этого,лет,года
rules-guess-owner = собственник*,владел*,хозя*
rules-guess-tenant = арендатор*,арендующ*,съемщик*,квартирант*
rules-guess-women = женщин*
rules-guess-men = мужчин*
rules-guess-cold = холодн*
rules-guess-warm = теплы*
rules-guess-hot = горяч*
rules-guess-new = новичк*,новеньк*,новые,новых,новоприбыв*
rules-guess-paid = платил*,оплатил*,заплатил*,платит,платят,платящ*,оплачива*
rules-guess-bought = купил*,покупал*,покупа*
rules-guess-came = приходил*,пришл*,посеща*,посетил*
rules-guess-asked = обращал*,обратил*,жаловал*
