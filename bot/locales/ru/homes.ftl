command-home = где я живу
home-address = { $building }, кв. { $number }
home-role-owner = собственник
home-role-tenant = снимаю
home-role-family = семья
home-role-council = совет дома
home-since = с { $day }
home-waits = ⏳ Осталось, чтобы управляющий подтвердил.
home-unknown = Пока не знаю, где вы живёте. Если узнаю квартиру, спрошу о вашем доме и подъезде.
home-just-write = Можно просто написать квартиру и дом: кв. 45, дом 12А
home-welcome = 🔑 Добро пожаловать домой! Теперь знаю, где вы живёте. Кто вы в этой квартире?
home-code-ask = Пришлите код с карточки на вашей двери, например CDFG-3467.
home-building-ask = В каком доме вы живёте? Нажмите или напишите дом и квартиру: 12А, 45
home-which-house = Квартира { $number }. В каком доме?
home-which-house-write = Квартира { $number }. В каком доме? Напишите его название.
home-flat-write = Напишите дом и квартиру одним сообщением: 12А, 45
home-number-ask = Какой номер у вашей квартиры?
home-address-unclear = Такого дома не нахожу. Напишите его, как в адресе, и квартиру: 12А, 45
home-place-ask = Где вы живёте? Напишите район, город и область, например: Центр, Тула, Тульская область
home-place-kept = 📍 Записал: { $place }. Поменять: /home
home-since-ask = С какого дня вы здесь живёте? Например, 1 мая 2020.
home-since-unfit = Такого дня быть не может: напишите прошедший, например 1 мая 2020.
home-out-sure = { $address }: вы здесь больше не живёте?
home-moved-out = Готово: об этом доме больше не спрошу. Новый дом: /home
home-confirmed = Подтверждено: вы живёте здесь.
home-declined = Управляющий не смог подтвердить, что вы живёте здесь: { $address }. Может быть, в номере описка? Попробовать ещё раз: /home
button-home-code = 🔑 У меня есть код
button-home-say = 🏠 Назвать квартиру
button-home-place = 📍 Моего дома здесь нет
button-home-since = С какого времени
button-home-out = Я здесь больше не живу
button-home-out-surely = Да, больше не живу
button-home-stay = Нет, живу здесь
button-home-another = Ещё одна квартира
claim-waits = { $name } говорит, что живёт здесь: { $address }. Верно?
claim-confirmed = ✓ { $name } живёт здесь: { $address }
claim-declined = Не подтверждено: { $name }, { $address }
claim-settled = Это уже решено.
button-claim-true = Да, подтвердить
button-claim-false = Нет
fault-flat-gone = Это уже не так. Посмотрите: /home
fault-wrong-code = Такого кода нет ни у одной квартиры. Сверьте с карточкой: 8 букв и цифр. { $left ->
    [one] Осталась { $left } попытка, потом перерыв.
    [few] Осталось { $left } попытки, потом перерыв.
   *[many] Осталось { $left } попыток, потом перерыв.
 }
fault-codes-paused = Слишком много неверных кодов подряд. Следующий — через { $minutes ->
    [one] { $minutes } минуту.
    [few] { $minutes } минуты.
   *[many] { $minutes } минут.
 } Или назовите квартиру, а управляющий подтвердит: /home
fault-no-such-flat = Квартиры { $number } в доме { $building } нет. Напишите номер ещё раз.
