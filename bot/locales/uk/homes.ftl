command-home = де я живу
home-address = { $building }, кв. { $number }
home-role-owner = власник
home-role-tenant = винаймаю
home-role-family = родина
home-role-council = рада будинку
home-since = з { $day }
home-waits = ⏳ Лишилося, щоб управитель підтвердив.
home-unknown = Поки не знаю, де ви живете. Якщо знатиму квартиру, питатиму про ваш дім і під’їзд.
home-just-write = Можна просто написати квартиру й будинок: кв. 45, будинок 12А
home-welcome = 🔑 Ласкаво просимо додому! Тепер знаю, де ви живете. Хто ви в цій квартирі?
home-code-ask = Надішліть код із картки на ваших дверях, наприклад CDFG-3467.
home-building-ask = У якому будинку ви живете? Натисніть або напишіть будинок і квартиру: 12А, 45
home-which-house = Квартира { $number }. У якому будинку?
home-which-house-write = Квартира { $number }. У якому будинку? Напишіть його назву.
home-flat-write = Напишіть будинок і квартиру одним повідомленням: 12А, 45
home-number-ask = Який номер вашої квартири?
home-address-unclear = Такого будинку не знаходжу. Напишіть його, як в адресі, і квартиру: 12А, 45
home-place-ask = Де ви живете? Напишіть район, місто й область, наприклад: Поділ, Київ, Київська область
home-place-kept = 📍 Записав: { $place }. Змінити: /home
home-since-ask = З якого дня ви тут живете? Наприклад, 1 травня 2020.
home-since-unfit = Такого дня бути не може: напишіть минулий, наприклад 1 травня 2020.
home-out-sure = { $address }: ви тут більше не живете?
home-moved-out = Готово: про цей дім більше не спитаю. Новий дім: /home
home-confirmed = Підтверджено: ви живете тут.
home-declined = Управитель не зміг підтвердити, що ви живете тут: { $address }. Можливо, у номері описка? Спробувати ще раз: /home
button-home-code = 🔑 У мене є код
button-home-say = 🏠 Назвати квартиру
button-home-place = 📍 Мого будинку тут немає
button-home-since = З якого часу
button-home-out = Я тут більше не живу
button-home-out-surely = Так, більше не живу
button-home-stay = Ні, живу тут
button-home-another = Ще одна квартира
claim-waits = { $name } каже, що живе тут: { $address }. Правильно?
claim-confirmed = ✓ { $name } живе тут: { $address }
claim-declined = Не підтверджено: { $name }, { $address }
claim-settled = Це вже вирішено.
button-claim-true = Так, підтвердити
button-claim-false = Ні
fault-flat-gone = Це вже не так. Погляньте: /home
fault-wrong-code = Такого коду немає в жодної квартири. Звірте з карткою: 8 літер і цифр. { $left ->
    [one] Лишилася { $left } спроба, потім перерва.
    [few] Лишилося { $left } спроби, потім перерва.
   *[many] Лишилося { $left } спроб, потім перерва.
 }
fault-codes-paused = Забагато хибних кодів поспіль. Наступний — за { $minutes ->
    [one] { $minutes } хвилину.
    [few] { $minutes } хвилини.
   *[many] { $minutes } хвилин.
 } Або назвіть квартиру, а управитель підтвердить: /home
fault-no-such-flat = Квартири { $number } у будинку { $building } немає. Напишіть номер ще раз.
