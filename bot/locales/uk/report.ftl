# The segment report, and names proposed for segments.

trait-quiet-more = Цінують тишу
trait-quiet-less = Люблять живий двір
trait-involvement-more = Вирішують гуртом
trait-involvement-less = Довіряють справи іншим
trait-thrift-more = Рахують витрати
trait-thrift-less = Готові платити за зручність
trait-technology-more = Справи будинку — в телефоні
trait-technology-less = За живу розмову
trait-greenery-more = За зелений двір
trait-greenery-less = Зелень не головне
trait-novelty-more = Люблять новинки
trait-novelty-less = Люблять звичне
trait-price-more = Стежать за ціною
trait-price-less = Ціна не головне
trait-safety-more = За безпеку
trait-safety-less = Спокійні за безпеку
trait-warmth-more = За теплий дім
trait-warmth-less = Тепла вистачає
trait-community-more = За дружний двір
trait-community-less = Живуть своїм колом
trait-comfort-more = За зручність
trait-comfort-less = Зручностей вистачає
trait-order-more = За порядок
trait-order-less = За свободу

name-less = Рідше: { $label }
name-first = головне — { $label }
name-second = { $label } — не головне
name-seldom = рідше за інших — { $label }
name-and = { $one } та { $other }
name-agree = Згодні: { $label }
name-disagree = Не згодні: { $label }
name-says-yes = { $label } — так
name-says-no = { $label } — ні
name-higher = Вище: { $label }
name-lower = Нижче: { $label }
name-for = За: { $label }
name-against = Проти: { $label }
name-plain = Найближче до загального

report-unit-points = в. п.
report-heading = Звіт про групи
report-made = Складено { $date }
report-simulated = Люди в цьому звіті змодельовані: справжніх мешканців за цими числами немає.
report-simulated-short = змодельовано
report-answered = відповіли до кінця
report-unfinished = почали й не закінчили
report-points-given = балів подаровано загалом
report-scheme-psychographic = Як людям подобається жити
report-scheme-needs = Що людям потрібно
report-segments-count = { $count ->
    [one] { $count } група
    [few] { $count } групи
   *[many] { $count } груп
 }

report-verdict-natural = Відповіді діляться на { $count ->
    [one] { $count } групу
    [few] { $count } групи
   *[many] { $count } груп
 }, помітні самі по собі, а не лише зручні.
report-verdict-reproducible = Чітких груп тут немає, люди відрізняються плавно. Але поділ на { $count ->
    [one] { $count } частину
    [few] { $count } частини
   *[many] { $count } частин
 } стійкий: на нього можна спиратися в листах, не у висновках «які ми».
report-verdict-constructive = Поділ на { $count ->
    [one] { $count } частину
    [few] { $count } частини
   *[many] { $count } частин
 } зручний для листів, але інші люди поділилися б трохи інакше. Це корисний розріз, а не знайдені групи.
report-verdict-level = Люди відрізняються тим, скільки всього позначають і наскільки високо оцінюють, а не тим, що саме. Читайте групи як «більше» і «менше».
report-verdict-none = Відповіді не діляться на групи: люди відрізняються плавно. Зараз чесніше писати всім однаково.
report-verdict-few = Відповідей поки { $people } — менше за { $needed }, яких вистачить для груп. Нижче — що кажуть усі разом.
report-verdict-unknown = Групи за цими запитаннями ще не шукали. Нижче — що кажуть усі разом.
report-much-level = Багато тут — просто рівень: група пояснює { $share } того, як багато люди позначають або як високо оцінюють.
report-exploratory-answered = Відповіли менше { $below } людей: поділ пробний, з новими відповідями він може змінитися.
report-below-floor = Кількість груп задано вручну, і найменша з них менша, ніж варто виділяти.
report-under-floor = За будь-якого поділу лишається група менше ніж із { $floor } людей: цього мало, але за заданої кількості груп її видно.

report-sizes-title = Найбільше людей у групі «{ $name }»: { $share }
report-undecided = не визначилися
report-undecided-note = Не визначилися ті, хто схожий одразу на кілька груп або відповів не на всі запитання. Листів для груп вони не отримують.
report-sizes-equal = Групи майже одного розміру: від { $low } до { $high }
report-sizes-same = Групи одного розміру: по { $share }
report-contrast-title = «{ $top }» і «{ $bottom }» розходяться найбільше: { $high } і { $low }
report-against-all = усі { $everybody }
report-in-table = { $count ->
    [one] Ще { $count } група — у таблиці нижче.
    [few] Ще { $count } групи — у таблиці нижче.
   *[many] Ще { $count } груп — у таблиці нижче.
 }
report-everybody = усі
report-everybody-says = Усі разом
report-card-title = { $name }: «{ $label }» — { $here } проти { $everybody } в усіх
report-people = { $count ->
    [one] { $shown } людина
    [few] { $shown } людини
   *[many] { $shown } людей
 }
report-more = Більше, ніж в усіх
report-less = Менше, ніж в усіх
report-same = Помітних відмінностей від усіх немає.
report-bar-alt = { $label }: { $here }, від { $low } до { $high }; в усіх { $everybody }
report-bar-alt-plain = { $label }: { $here }, від { $low } до { $high }
report-bar-alt-hidden = { $label }: замало людей, щоб показати
report-quotes = Своїми словами
report-no-quotes = Цитат немає: у цій групі своїми словами відповіли менше п'яти людей.
report-messages = Листи й бали
report-no-messages = Листів цій групі ще не було.
report-points-members = Балів у людей цієї групи: подаровано { $points }.
report-points-each = по { $points ->
    [one] { $points } балу
   *[other] { $points } балів
 } кожному
report-state-queued = чекають
report-state-sending = надсилаються
report-state-sent = отримали
report-state-unreachable = закрили бота
report-state-failed = не доставлено
report-state-unconfirmed = не підтверджено
report-table-title = Усі запитання: частки й середні за групами
report-table-plain = Усі запитання: частки й середні
report-table-item = запитання
report-table-mean = середнє, від { $low } до { $high }
report-table-mean-plain = середнє
report-given = надіслали
report-untold = Дати, час і відповіді своїми словами до таблиці не зводяться: { $questions }.
report-assisted = Відповіді сусідів без Telegram, внесені управителем: { $shown }. Їх враховано нарівні з усіма, і в групах теж.
report-how-title = Як це знайдено
report-how-people = Людей у розрахунку
report-how-date = Коли
report-how-method = Спосіб
report-method-mixture = суміш латентних класів
report-method-kmeans = k-середні
report-method-votes = голоси на мапі думок
report-how-seed = Зерно випадковості
report-how-chosen = Обрано груп
report-how-stability = Стійкість
report-how-stability-text = { $value } з 1 (половина перевірок — від { $low } до { $high }): так схожі два поділи, знайдені за двома випадковими вибірками тих самих людей
report-how-not-measured = не вимірювалася
report-how-starts = Запусків, що знайшли найкраще рішення
report-how-starts-text = { $best } з { $starts }
report-how-tightness = Щільніше, ніж без груп
report-how-tightness-text = на { $percent } ({ $z } станд. відхилення)
report-how-tried = Випробувані кількості груп
report-how-tried-segments = груп
report-how-tried-bic = BIC, менше — краще
report-how-tried-stability = стійкість
report-how-tried-verdict = висновок
report-verdict-word-natural = знайдені у відповідях
report-verdict-word-reproducible = стійкий розріз
report-verdict-word-constructive = зручний розріз
report-verdict-word-level = лише рівень
report-verdict-word-none = немає
report-verdict-word-defined = поділ за домовленістю
report-verdict-word-few = мало людей
report-read-title = Як читати ці числа
report-read-interval = Тонка риска на смузі — інтервал: з імовірністю 95 % справжнє значення лежить у ньому. Сіра позначка — усі, хто відповів.
report-read-few = «<5» — менше п'яти людей: таких чисел не показуємо нікому. «≈» і «≥» стоять там, де точне число виказало б сусіднє мале, «—» — де показати нічого.
report-read-circular = Групи побудовані на цих самих запитаннях, тож відмінності між ними очікувані й самі по собі нічого не доводять.
report-read-words = Чужі слова наведено як є; контакти, квартири й адреси закрито знаком •••.
report-read-corrected = Частки й середні груп виправлено на те, що хтось міг потрапити не до своєї групи; кількість людей — як є.
report-read-points = «в. п.» — відсоткові пункти: різниця двох часток.

sheet-summary = Зведення
sheet-opinions = Думки
sheet-quotes = Цитати
sheet-messages = Листи й бали
sheet-about = Про числа
sheet-scheme-psychographic = Спосіб життя
sheet-scheme-needs = Потреби
column-scheme = поділ
column-segment = група
column-people = людей
column-share = частка
column-low = від
column-high = до
column-question = запитання
column-answer = відповідь
column-everybody = усі
column-difference = різниця
column-statement = твердження
column-side = за чи проти
column-others = інші
side-for = за
side-against = проти
opinions-sheet-note = «Інші» — усі, хто не в цій групі; у тому, в чому всі згодні, — група, де таких найменше. Де в один бік голосувало менше п’яти людей, замість числа стоять слова.
column-quote = слова
column-date = дата
column-message = лист
column-points = бали
column-verdict = висновок
column-value = значення

report-no-survey = За справами та правилами
report-short = За коротким опитуванням ще розподілено людей: { $shown }. Листи їм ідуть, але в розмірах, частках і відповідях нижче їх немає: усього опитування вони не проходили.
report-short-more = + { $shown } за коротким опитуванням
report-doing-recency = Днів від останнього разу
report-doing-frequency = Скільки разів
report-doing-money = Сплачено всього
report-doing-interests = Чим цікавилися
report-rules = Групи за вашими правилами
report-rules-note = Хто сюди входить, описано правилом, а не знайдено у відповідях. Одна людина може бути одразу в кількох групах.
report-rules-share = Частка від усіх, хто погодився бути відомим; тонка лінія — інтервал 95 %.
report-rule-changes = Що змінилося
report-rule-changed = Від { $date } прийшли: { $entered }, пішли: { $left }.
report-rule-young = Правилу немає й місяця: порівнювати поки немає з чим.
check-rule-measurable = Вимірно: правило про кожного каже точно, так чи ні.
check-rule-substantial = Велико: людей { $shown } (треба від { $floor }).
check-rule-differing = Чи різниться у важливому, у правил не перевіряємо: їх узято з того, що вже відомо.
check-exploratory = Перевірено попередньо: людей менше ніж { $below }. З новими відповідями підсумок може стати іншим.
sheet-rules = За правилами
column-entered = прийшли
column-left = пішли
column-rule = правило
report-about-doings = 🧭 За справами та правилами
report-moves-counted = { $count ->
    [one] І тоді, і тепер у групах { $count } людина; до іншої перейшли { $share } (від { $low } до { $high }).
    [few] І тоді, і тепер у групах { $count } людини; до іншої перейшли { $share } (від { $low } до { $high }).
   *[other] І тоді, і тепер у групах { $count } людей; до іншої перейшли { $share } (від { $low } до { $high }).
 }
report-rules-count = { $count ->
    [one] { $count } група
    [few] { $count } групи
   *[other] { $count } груп
 }
report-scheme-rfm = Хто платить і буває: холодні, теплі, гарячі
report-scheme-interests = Чим люди цікавляться
sheet-scheme-rfm = Холодні, теплі, гарячі
sheet-scheme-interests = Інтереси
report-exploratory-done = Справи відомі менше ніж у { $below } людей: поділ пробний, з новими він може змінитися.
