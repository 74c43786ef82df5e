# По чему делят людей: основания, список делений, несколько оснований вместе.

basis-psychographic = как люди живут
basis-needs = что людям нужно
basis-demographic = кто они
basis-geographic = где живут
basis-behavioural = что делают
basis-benefits = ради чего приходят
basis-technographic = устройства и каналы
basis-firmographic = чем занята и какая организация
basis-rfm = кто платит и бывает: холодные, тёплые, горячие
basis-interests = чем интересуются
schemes-choose = На какие группы посмотрим?
schemes-none = групп не нашлось
ways-choose = <b>{ $title }</b>

    По какому признаку делить людей? Число — сколько групп уже найдено.
mix-choose = Отметьте, что взять вместе. Каждый вопрос весит одинаково, так что длинная тема перевесит короткую.
button-ways = 🧭 Делить иначе
button-ways-of = 🧭 { $title }
button-mix = 🧩 Несколько тем вместе
button-mix-done = { $count ->
    [one] Взять вместе { $count } тему
    [few] Взять вместе { $count } темы
   *[many] Взять вместе { $count } тем
 }
button-all-schemes = ← Все деления
card-feeds-others = Ещё людей можно делить так: { $by }.
report-scheme-by = Чем люди отличаются: { $by }
rfm-cold = Холодные
rfm-warm = Тёплые
rfm-hot = Горячие
doings-of-needed = Что-то известно о { $shown } из { $needed }, которые нужны для групп.
doings-enough = Что люди делали, известно: { $shown }. Этого хватает для групп.
verdict-defined = Это деление по договорённости, а не находка: как давно, как часто и на сколько — по пятым частям, от 1 до 5; в среднем от 4 — горячие, от 2,5 — тёплые, ниже — холодные.
trait-recency-more = Давно не были
trait-recency-less = Были недавно
trait-frequency-more = Бывают часто
trait-frequency-less = Бывают редко
trait-money-more = Платят много
trait-money-less = Платят мало
report-verdict-defined = { verdict-defined }
by-scales = { $by } — по шкалам
scale-omega = Шкала «{ $scale }» (утверждений: { $items }) измерена с надёжностью { $value } (от { $low } до { $high }).
scale-alpha = Шкала «{ $scale }» (утверждений: { $items }) измерена с надёжностью { $value } (альфа, от { $low } до { $high }).
scale-unknown = Насколько надёжна шкала «{ $scale }», сказать нельзя: мало полных ответов.
scale-poor = Это слабо (ниже 0,7): утверждения говорят о разном.
report-how-scales = Вместо ответов — шкала
report-method-rfm = пятые части: давность, частота, сумма
