# За чим ділять людей: підстави, список поділів, кілька підстав разом.

basis-psychographic = як люди живуть
basis-needs = що людям потрібно
basis-demographic = хто вони
basis-geographic = де живуть
basis-behavioural = що роблять
basis-benefits = заради чого приходять
basis-technographic = пристрої та канали
basis-firmographic = чим зайнята і яка організація
basis-rfm = хто платить і буває: холодні, теплі, гарячі
basis-interests = чим цікавляться
schemes-choose = На які групи подивимося?
schemes-none = груп не знайшлося
ways-choose = <b>{ $title }</b>

    За якою ознакою ділити людей? Число — скільки груп уже знайдено.
mix-choose = Позначте, що взяти разом. Кожне запитання важить однаково, тож довга тема переважить коротку.
button-ways = 🧭 Ділити інакше
button-ways-of = 🧭 { $title }
button-mix = 🧩 Кілька тем разом
button-mix-done = { $count ->
    [one] Взяти разом { $count } тему
    [few] Взяти разом { $count } теми
   *[many] Взяти разом { $count } тем
 }
button-all-schemes = ← Усі поділи
card-feeds-others = Ще людей можна ділити так: { $by }.
report-scheme-by = Чим люди відрізняються: { $by }
rfm-cold = Холодні
rfm-warm = Теплі
rfm-hot = Гарячі
doings-of-needed = Щось відомо про { $shown } з { $needed }, які потрібні для груп.
doings-enough = Що люди робили, відомо: { $shown }. Цього досить для груп.
verdict-defined = Це поділ за домовленістю, а не знахідка: як давно, як часто й на скільки — за п’ятими частинами, від 1 до 5; у середньому від 4 — гарячі, від 2,5 — теплі, нижче — холодні.
trait-recency-more = Давно не були
trait-recency-less = Були нещодавно
trait-frequency-more = Бувають часто
trait-frequency-less = Бувають рідко
trait-money-more = Платять багато
trait-money-less = Платять мало
report-verdict-defined = { verdict-defined }
by-scales = { $by } — за шкалами
scale-omega = Шкала «{ $scale }» (тверджень: { $items }) виміряна з надійністю { $value } (від { $low } до { $high }).
scale-alpha = Шкала «{ $scale }» (тверджень: { $items }) виміряна з надійністю { $value } (альфа, від { $low } до { $high }).
scale-unknown = Наскільки надійна шкала «{ $scale }», сказати не можна: мало повних відповідей.
scale-poor = Це слабко (нижче 0,7): твердження кажуть про різне.
report-how-scales = Замість відповідей — шкала
report-method-rfm = п’яті частини: давність, частота, сума

## Скільки людей має бути в групі.

button-smallest = 📏 Найменша група: { $people }
smallest-offer = У невеликому домі можна дозволити й менші групи: 📏 нижче. Тоді вийде начерк: для пробного листа годиться, для висновків — ні.
smallest-small = Тут дозволено групи, менші за звичайні. Група менш ніж із { $usual } { $usual ->
    [one] людини
   *[other] людей
 } легко виходить і випадково: для пробного листа годиться, для висновків — ні.
smallest-next = Від наступного пошуку в групі має бути щонайменше { $people } { $people ->
    [one] людина
    [few] людини
   *[other] людей
 }.
smallest-choose = Скільки людей має бути в групі, щонайменше? Зазвичай { $usual }, а де тих, хто відповів, багато — кожен двадцятий із них. У невеликому домі таких великих груп може й не бути; але що менша група, то легше вона виходить випадково.

    Ваш вибір враховується від наступного пошуку.
smallest-usual = Як зазвичай: { $people }
smallest-from = Від { $people }
