command-print = плакати, картки, анкети
paper-doors = Картки на двері
paper-door-scan = Наведіть камеру телефона: ваш дім чує вас у Telegram.
paper-door-code = Або надішліть код боту:
paper-poster = Тут вас чує ваш дім
paper-poster-why = Кілька запитань у Telegram — і листи будуть до діла, а не для всіх одразу.
paper-poster-short = Не більше { $most ->
    [one] { $most } запитання
   *[other] { $most } запитань
 }.
paper-poster-scan = Наведіть камеру телефона
paper-poster-other = Або знайдіть у Telegram { $bot }
paper-how = Поставте хрестик у відповідний квадрат. Де лінія — напишіть. Стрілка показує, яке запитання наступне.
paper-flat = Будинок ______________   Квартира ________   (можна не заповнювати)
paper-one = Один квадрат.
paper-many = Усі, що підходять.
paper-many-max = { $most ->
    [one] Не більше { $most } квадрата.
   *[other] Не більше { $most } квадратів.
 }
paper-rank = { $places ->
    [one] Поставте 1 біля найважливішого.
   *[other] Пронумеруйте від 1 (найважливіше) до { $places }.
 }
paper-day = день, місяць, рік
paper-row = Один квадрат у кожному рядку.
paper-sets = У кожному наборі один хрестик ліворуч (+) і один праворуч (−). + { $best } − { $worst }
paper-media = На папір це не покласти: покажіть тому, хто збирає аркуші, він додасть.
paper-place = адреса або місце
paper-phone = телефон
paper-go-to = до запитання { $number }
paper-end = у кінець
paper-only-if = Лише якщо { $condition }:
paper-only-some = Залежить від відповідей на запитання: { $questions }
paper-if = у запитанні { $number } — «{ $answer }»
paper-if-not = у запитанні { $number } — не «{ $answer }»
paper-if-than = у запитанні { $number } — { $how } { $value }
paper-thanks = Дякую! Це допоможе дому.
paper-return = Віддайте, будь ласка, аркуш тому, хто його приніс, або раді будинку.
print-what = Що надрукувати?
print-language = Якою мовою?
print-house = Для якого будинку?
print-survey = Яке опитування?
print-no-houses = Квартир поки немає, а картка робиться для квартири: /homes
print-no-surveys = Друкувати поки нічого, опитувань немає: /surveys
print-preparing = 🖨 Готую…
print-ready = 🖨 Можна друкувати: А4, масштаб 100 %.
print-failed = Не вийшло: зламалося в нас. Спробуйте, будь ласка, ще раз трохи згодом.
print-doors-note = Квартир: { $count }. Одна картка — одна квартира: хто відсканував, той там і живе, тож стороннім їх не давайте.
button-print-poster = 🪧 Плакат
button-print-doors = 🚪 Картки на двері
button-print-paper = 📄 Паперова анкета
button-print-no-survey = Без опитування, просто бот
button-print-all-houses = Усі будинки
