# Цели: чего хотят от группы, сколько уже есть, кто отвечает; напоминание раз в квартал.

button-goals = 🎯 Цели
button-goal-show = 🎯 { $number }
button-goal-new = ＋ Поставить цель
button-goal-owner = 👤 Кто отвечает
button-goal-end = 🗑 Убрать цель
button-goals-all = 🎯 Все цели
goals-title = 🎯 Цели
goals-none = Целей пока нет. Цель — это число, день и человек, который отвечает.
goal-everybody = все, кто поделён
goal-gone = группы больше нет
goal-nameless = без имени
goal-about-ask = <b>{ $title }</b>

    О ком цель?
goal-measure-ask = Чем измерять?
goal-measure-size = сколько людей
goal-measure-answers = из приглашённых за 90 дней ответили
goal-measure-nps = NPS: посоветуют ли нас
goal-measure-csat = доля довольных (4 и 5 из 5)
goal-measure-paid = сколько заплатил один человек
goal-target-size = Сколько людей должно быть? Напишите число.
goal-target-answers = Сколько процентов приглашённых должно отвечать? Напишите число от 1 до 100.
goal-target-nps = Какой NPS нужен? Напишите число от -100 до 100.
goal-target-csat = Сколько процентов должно быть довольно? Напишите число от 1 до 100.
goal-target-paid = Сколько в среднем должен заплатить один человек? Напишите сумму.
goal-target-again = Тут нужно число, которое бывает. Попробуйте ещё раз; передумали — /cancel
goal-due-ask = К какому дню? Выберите или напишите дату.
goal-due-again = Нужен день, который ещё впереди: например, 31.12.2027. Передумали — /cancel
goal-line = { $about }: { $measure } — { $target } к { $day }
goal-now = Сейчас: { $value }.
goal-now-between = Сейчас: { $value } (от { $low } до { $high }).
goal-now-unknown = Сейчас сказать нельзя: слишком мало людей или данных.
goal-start = В начале: { $value }.
goal-way = Пройдено { $share } пути.
goal-reached = Цель достигнута 🎉
goal-left = { $days ->
    [0] Срок — сегодня.
    [one] Остался { $days } день.
    [few] Осталось { $days } дня.
   *[many] Осталось { $days } дней.
 }
goal-late = { $days ->
    [one] Срок прошёл { $days } день назад.
    [few] Срок прошёл { $days } дня назад.
   *[many] Срок прошёл { $days } дней назад.
 }
goal-owner = Отвечает { $name }.
goal-owner-ask = Кто будет отвечать за эту цель?
alert-review = { $count ->
    [one] 🎯 Новый квартал: пора взглянуть на { $count } цель.
    [few] 🎯 Новый квартал: пора взглянуть на { $count } цели.
   *[many] 🎯 Новый квартал: пора взглянуть на { $count } целей.
 }
alert-review-overdue = Срок прошёл у { $count }.
mute-review = 🔕 Не напоминать о целях
fault-no-such-goal = Этой цели, или того, о чём она, больше нет. Все цели: /goals
fault-goal-unfit = Такую цель поставить нельзя: число не подходит, день прошёл, или целей уже слишком много.
button-goals-back = ‹ Назад
goals-where = Новую цель ставят на странице деления людей или группы по правилу: там кнопка 🎯.
button-goals-schemes = 👥 Группы по ответам
button-goals-rules = 📐 Группы по правилам
