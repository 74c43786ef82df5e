command-print = плакаты, карточки, анкеты
paper-doors = Карточки на двери
paper-door-scan = Наведите камеру телефона: ваш дом слышит вас в Telegram.
paper-door-code = Или пришлите код боту:
paper-poster = Здесь вас слышит ваш дом
paper-poster-why = Несколько вопросов в Telegram — и письма станут по делу, а не для всех подряд.
paper-poster-short = Не больше { $most ->
    [one] { $most } вопроса
   *[other] { $most } вопросов
 }.
paper-poster-scan = Наведите камеру телефона
paper-poster-other = Или найдите в Telegram { $bot }
paper-how = Поставьте крестик в подходящий квадрат. Где линейка — напишите. Стрелка показывает, какой вопрос следующий.
paper-flat = Дом ______________   Квартира ________   (можно не заполнять)
paper-one = Один квадрат.
paper-many = Все, что подходят.
paper-many-max = { $most ->
    [one] Не больше { $most } квадрата.
   *[other] Не больше { $most } квадратов.
 }
paper-rank = { $places ->
    [one] Поставьте 1 у самого важного.
   *[other] Пронумеруйте от 1 (самое важное) до { $places }.
 }
paper-day = день, месяц, год
paper-row = Один квадрат в каждой строке.
paper-sets = В каждом наборе один крестик слева (+) и один справа (−). + { $best } − { $worst }
paper-media = На бумагу это не положить: покажите тому, кто собирает листы, он добавит.
paper-place = адрес или место
paper-phone = телефон
paper-go-to = к вопросу { $number }
paper-end = в конец
paper-only-if = Только если { $condition }:
paper-only-some = Зависит от ответов на вопросы: { $questions }
paper-if = в вопросе { $number } — «{ $answer }»
paper-if-not = в вопросе { $number } — не «{ $answer }»
paper-if-than = в вопросе { $number } — { $how } { $value }
paper-thanks = Спасибо! Это поможет дому.
paper-return = Отдайте, пожалуйста, лист тому, кто его принёс, или совету дома.
print-what = Что напечатать?
print-language = На каком языке?
print-house = Для какого дома?
print-survey = Какой опрос?
print-no-houses = Квартир пока нет, а карточка делается для квартиры: /homes
print-no-surveys = Печатать пока нечего, опросов нет: /surveys
print-preparing = 🖨 Готовлю…
print-ready = 🖨 Можно печатать: А4, масштаб 100 %.
print-failed = Не получилось: сломалось у нас. Попробуйте, пожалуйста, ещё раз чуть позже.
print-doors-note = Квартир: { $count }. Одна карточка — одна квартира: кто отсканировал, тот там и живёт, поэтому посторонним их не давайте.
button-print-poster = 🪧 Плакат
button-print-doors = 🚪 Карточки на двери
button-print-paper = 📄 Бумажная анкета
button-print-no-survey = Без опроса, просто бот
button-print-all-houses = Все дома
