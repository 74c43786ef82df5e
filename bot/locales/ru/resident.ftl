first-words = Здравствуйте! Здесь вас слышит ваш дом. Несколько минут вопросов — и письма станут по делу, а не для всех подряд.
first-words-of = Здравствуйте! Здесь вас слышит { $house }. Несколько минут вопросов — и письма станут по делу, а не для всех подряд.
consent = Что мы храним: имя, ник и номер в Telegram, язык, квартиру, ответы, баллы, платежи и визиты из книг дома, письма, когда вы пишете и по какой ссылке пришли. Зачем: понять, что нужно дому, и писать по делу. Получить всё файлом: /mydata, удалить всё можно в любой момент: /forget
button-agree = Даю согласие, начнём
button-disagree = Не сейчас
consent-refused = Хорошо, мы ничего не сохранили. Передумаете — напишите /start.

no-surveys = Сейчас вопросов нет. Загляните позже: /survey
choose-survey = О чём поговорим?
survey-offer = { $title }
survey-offer-minutes = { $title } · { $minutes ->
    [one] { $minutes } минута
    [few] { $minutes } минуты
   *[many] { $minutes } минут
 }
survey-finished-mark = ✓ { $title }
survey-all-answered = Вы уже ответили на все вопросы. Спасибо! Ответы можно поменять:
survey-already-done = Вы уже прошли этот опрос, спасибо! Можно поменять ответы.
survey-minutes = { $minutes ->
    [one] Около { $minutes } минуты.
   *[other] Около { $minutes } минут.
 }

progress = { $position } из { $total }
progress-open = { $position } из { $total }–{ $most }
hint-single-other = Выберите вариант или напишите свой.
hint-other = «{ $choice }»: напишите сообщением, что именно.
hint-ranking = { $count ->
    [one] Нажмите самое важное, затем «Готово».
   *[other] Нажимайте по порядку, начиная с самого важного. Повторное нажатие снимает место.
 }
hint-number-unit = Напишите число сообщением ({ $unit }).
hint-date = Нажмите день или напишите, например «3 мая».
hint-time = Напишите время, например 18:30.
answer-seen = прочитано
button-dont-know = Не знаю
button-prefer-not = Предпочту не отвечать
scale-low-nps = точно не посоветую
scale-high-nps = обязательно посоветую
scale-low-csat = совсем не устраивает
scale-high-csat = полностью устраивает
scale-low-ces = было очень трудно
scale-high-ces = было очень легко
date-in-words = { $day } { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
 } { $year }
month-in-words = { $month ->
    [1] Январь
    [2] Февраль
    [3] Март
    [4] Апрель
    [5] Май
    [6] Июнь
    [7] Июль
    [8] Август
    [9] Сентябрь
    [10] Октябрь
    [11] Ноябрь
   *[12] Декабрь
 } { $year }
weekdays = пн вт ср чт пт сб вс
hint-multiple = Отметьте всё, что подходит, затем «Готово».
hint-multiple-max = { $maximum ->
    [one] Отметьте не больше { $maximum } варианта, затем «Готово».
   *[other] Отметьте не больше { $maximum } вариантов, затем «Готово».
 }
hint-number = Напишите число сообщением.
hint-open = Напишите своими словами, одним сообщением.
answer-given = Ваш ответ: { $answer }
answer-skipped = пропущено
button-done = { $count ->
    [0] Готово
   *[other] Готово ({ $count })
 }
button-back = ← Назад
button-skip = Пропустить
button-proposed = { $answer } ✔
button-keep = Оставить так
button-change = Изменить
button-change-answers = Поменять ответы
button-go-on = Дальше
already-answered = На вопрос «{ $question }» вы уже ответили: «{ $answer }». Изменить?
still-recorded = Это уже записано.
nothing-asked = Сейчас я ни о чём не спрашиваю. Начать: /survey, помощь: /help
welcome-back = С возвращением! Остановились на вопросе { $position } из { $total }. Продолжим?
caught-up = Я ненадолго отлучался, теперь снова здесь. Всё, что вы отправили, получено.
thanks-plain = Спасибо! Это поможет дому. Когда станет ясно, что решили, — напишу.
thanks-points = Вам +{ $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[many] { $points } баллов
 }.

friend-link = Это ваша ссылка: пошлите её соседу, которого здесь ещё нет.
    { $link }
points-balance = У вас { points }.
points-none = Пока у вас 0 баллов. Если за опрос они полагаются, это сказано в его начале: /survey
points-line = { $date }: { $points } — { $reason }
reason-survey = за опрос
reason-campaign = с письмом
reason-other = прочее

choose-language = На каком языке говорить?
language-chosen = Хорошо, говорим по-русски.

forget-sure = Стереть всё: имя, квартиру, ответы, баллы, место в группах? Вернуть это будет нельзя.
button-mydata = 📄 Сначала дайте копию
button-forget = Да, стереть всё
button-stay = Нет, оставить
forgotten = Готово: я вас больше не знаю. Захотите вернуться — кнопка ниже.
farewell = Всего доброго!
forget-not = Хорошо, всё остаётся как было.
your-id = Ваш номер в Telegram: <code>{ $id }</code>. Назовите его администратору, если он попросит.

group-private = Я отвечаю в личной переписке: https://t.me/{ $bot }
unknown-command = Такой команды у меня нет. Что я умею: /help

help-resident =
    Я задаю вопросы от имени дома и пишу вам по делу.

    /survey — ответить на вопросы
    /points — мои баллы
    /friend — ссылка для соседа
    /home — где я живу
    /language — язык
    /mydata — всё, что обо мне хранится, файлом
    /forget — стереть всё обо мне
    /id — мой номер в Telegram
    /help — эта подсказка

rejected-text-needed = Здесь нужен ответ словами.
rejected-text-empty = Сообщение пустое. Напишите хотя бы слово.
rejected-text-too-long = Очень подробно, спасибо! Но в одно сообщение входит { $limit } знаков, а здесь { $length }. Сократите немного?
rejected-number-needed = Здесь нужно число, например { $example }.
rejected-whole-number-needed = Здесь нужно целое число, например { $example }.
rejected-number-too-small = Здесь нужно число не меньше { $minimum }.
rejected-number-too-large = Здесь нужно число не больше { $maximum }.
rejected-not-on-scale = Выберите от { $low } до { $high }.
rejected-not-a-choice = Такого варианта нет. Нажмите одну из кнопок под вопросом.
rejected-too-few-picks = { $minimum ->
    [one] Отметьте хотя бы { $minimum } вариант.
    [few] Отметьте хотя бы { $minimum } варианта.
   *[many] Отметьте хотя бы { $minimum } вариантов.
 }
rejected-too-many-picks = { $maximum ->
    [one] Можно отметить не больше { $maximum } варианта. Снимите лишнее.
   *[other] Можно отметить не больше { $maximum } вариантов. Снимите лишнее.
 }
rejected-exclusive-pick = Этот вариант не сочетается с другими.
rejected-skip-not-allowed = Этот вопрос важен, его пропустить нельзя.
rejected-other-needed = «{ $choice }»: напишите сообщением, что именно.
rejected-date-needed = Здесь нужна дата. Нажмите день в календаре или напишите, например «{ $example }».
rejected-date-too-early = Здесь нужен день не раньше { $earliest }.
rejected-date-too-late = Здесь нужен день не позже { $latest }.
rejected-time-needed = Здесь нужно время, например 18:30.
rejected-rank-all = { $count ->
    [one] Отметьте { $count } место, затем «Готово».
    [few] Расставьте { $count } места, затем «Готово».
   *[many] Расставьте { $count } мест, затем «Готово».
 }
rejected-just-go-on = Здесь отвечать не нужно: нажмите «Дальше».
rejected-constraint = Такой ответ сюда не подходит. Проверьте и ответьте ещё раз или вернитесь к прошлым ответам.
rejected-tap-a-button = Нажмите, пожалуйста, одну из кнопок под вопросом.
rejected-too-few-or-skip = { $minimum ->
    [one] Отметьте хотя бы { $minimum } вариант или нажмите «Пропустить».
    [few] Отметьте хотя бы { $minimum } варианта или нажмите «Пропустить».
   *[many] Отметьте хотя бы { $minimum } вариантов или нажмите «Пропустить».
 }
button-begin-anew = Начать заново
