# Цілі: чого хочуть від групи, скільки вже є, хто відповідає; нагадування раз на квартал.

button-goals = 🎯 Цілі
button-goal-show = 🎯 { $number }
button-goal-new = ＋ Поставити ціль
button-goal-owner = 👤 Хто відповідає
button-goal-end = 🗑 Прибрати ціль
button-goals-all = 🎯 Усі цілі
goals-title = 🎯 Цілі
goals-none = Цілей поки немає. Ціль — це число, день і людина, яка відповідає.
goal-everybody = усі, кого поділено
goal-gone = групи більше немає
goal-nameless = без імені
goal-about-ask = <b>{ $title }</b>

    Про кого ціль?
goal-measure-ask = Чим вимірювати?
goal-measure-size = скільки людей
goal-measure-answers = із запрошених за 90 днів відповіли
goal-measure-nps = NPS: чи порадять нас
goal-measure-csat = частка задоволених (4 і 5 з 5)
goal-measure-paid = скільки заплатила одна людина
goal-target-size = Скільки людей має бути? Напишіть число.
goal-target-answers = Скільки відсотків запрошених має відповідати? Напишіть число від 1 до 100.
goal-target-nps = Який NPS потрібен? Напишіть число від -100 до 100.
goal-target-csat = Скільки відсотків має бути задоволено? Напишіть число від 1 до 100.
goal-target-paid = Скільки в середньому має заплатити одна людина? Напишіть суму.
goal-target-again = Тут потрібне число, яке буває. Спробуйте ще раз; передумали — /cancel
goal-due-ask = До якого дня? Оберіть або напишіть дату.
goal-due-again = Потрібен день, який ще попереду: наприклад, 31.12.2027. Передумали — /cancel
goal-line = { $about }: { $measure } — { $target } до { $day }
goal-now = Зараз: { $value }.
goal-now-between = Зараз: { $value } (від { $low } до { $high }).
goal-now-unknown = Зараз сказати не можна: надто мало людей або даних.
goal-start = На початку: { $value }.
goal-way = Пройдено { $share } шляху.
goal-reached = Цілі досягнуто 🎉
goal-left = { $days ->
    [0] Термін — сьогодні.
    [one] Залишився { $days } день.
    [few] Залишилося { $days } дні.
   *[many] Залишилося { $days } днів.
 }
goal-late = { $days ->
    [one] Термін минув { $days } день тому.
    [few] Термін минув { $days } дні тому.
   *[many] Термін минув { $days } днів тому.
 }
goal-owner = Відповідає { $name }.
goal-owner-ask = Хто відповідатиме за цю ціль?
alert-review = { $count ->
    [one] 🎯 Новий квартал: час поглянути на { $count } ціль.
    [few] 🎯 Новий квартал: час поглянути на { $count } цілі.
   *[many] 🎯 Новий квартал: час поглянути на { $count } цілей.
 }
alert-review-overdue = Термін минув у { $count }.
mute-review = 🔕 Не нагадувати про цілі
fault-no-such-goal = Цієї цілі, або того, про що вона, більше немає. Усі цілі: /goals
fault-goal-unfit = Таку ціль поставити не можна: число не підходить, день минув, або цілей уже забагато.
button-goals-back = ‹ Назад
goals-where = Нову ціль ставлять на сторінці поділу людей або групи за правилом: там кнопка 🎯.
button-goals-schemes = 👥 Групи за відповідями
button-goals-rules = 📐 Групи за правилами
