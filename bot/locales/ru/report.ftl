# The segment report, and names proposed for segments.

trait-quiet-more = Ценят тишину
trait-quiet-less = Любят живой двор
trait-involvement-more = Решают сообща
trait-involvement-less = Доверяют дела другим
trait-thrift-more = Считают расходы
trait-thrift-less = Готовы платить за удобство
trait-technology-more = Дела дома — в телефоне
trait-technology-less = За живой разговор
trait-greenery-more = За зелёный двор
trait-greenery-less = Зелень не главное
trait-novelty-more = Любят новинки
trait-novelty-less = Любят привычное
trait-price-more = Следят за ценой
trait-price-less = Цена не главное
trait-safety-more = За безопасность
trait-safety-less = Спокойны за безопасность
trait-warmth-more = За тёплый дом
trait-warmth-less = Тепла хватает
trait-community-more = За дружный двор
trait-community-less = Живут своим кругом
trait-comfort-more = За удобство
trait-comfort-less = Удобства хватает
trait-order-more = За порядок
trait-order-less = За свободу

name-less = Реже: { $label }
name-first = главное — { $label }
name-second = { $label } — не главное
name-seldom = реже других — { $label }
name-and = { $one } и { $other }
name-agree = Согласны: { $label }
name-disagree = Не согласны: { $label }
name-says-yes = { $label } — да
name-says-no = { $label } — нет
name-higher = Выше: { $label }
name-lower = Ниже: { $label }
name-for = За: { $label }
name-against = Против: { $label }
name-plain = Ближе всего к общему

report-unit-points = п. п.
report-heading = Отчёт о группах
report-made = Составлен { $date }
report-simulated = Люди в этом отчёте смоделированы: настоящих жителей за этими числами нет.
report-simulated-short = смоделировано
report-answered = ответили до конца
report-unfinished = начали и не закончили
report-points-given = баллов подарено всего
report-scheme-psychographic = Как людям нравится жить
report-scheme-needs = Что людям нужно
report-segments-count = { $count ->
    [one] { $count } группа
    [few] { $count } группы
   *[many] { $count } групп
 }

report-verdict-natural = Ответы делятся на { $count ->
    [one] { $count } группу
    [few] { $count } группы
   *[many] { $count } групп
 }, которые различимы сами по себе, а не только удобны.
report-verdict-reproducible = Чётких групп здесь нет, люди отличаются плавно. Но деление на { $count ->
    [one] { $count } часть
    [few] { $count } части
   *[many] { $count } частей
 } устойчиво: на него можно опираться в письмах, не в выводах «какие мы».
report-verdict-constructive = Деление на { $count ->
    [one] { $count } часть
    [few] { $count } части
   *[many] { $count } частей
 } удобно для писем, но другие люди поделились бы немного иначе. Это полезный разрез, а не найденные группы.
report-verdict-level = Люди отличаются тем, сколько всего отмечают и насколько высоко оценивают, а не тем, что именно. Читайте группы как «больше» и «меньше».
report-verdict-none = Ответы не делятся на группы: люди отличаются плавно. Писать всем одно и то же сейчас честнее.
report-verdict-few = Ответов пока { $people } — меньше { $needed }, которых хватит для групп. Ниже — что говорят все вместе.
report-verdict-unknown = Группы по этим вопросам ещё не искали. Ниже — что говорят все вместе.
report-much-level = Многое здесь — просто уровень: группа объясняет { $share } того, как много люди отмечают или как высоко оценивают.
report-exploratory-answered = Ответили меньше { $below } человек: деление пробное, с новыми ответами оно может измениться.
report-below-floor = Число групп задано вручную, и самая малая из них меньше, чем стоит выделять.
report-under-floor = При любом делении остаётся группа меньше чем из { $floor } человек: этого мало, но при заданном числе групп её видно.

report-sizes-title = Больше всего людей в группе «{ $name }»: { $share }
report-undecided = не определились
report-undecided-note = Не определились те, кто похож сразу на несколько групп или ответил не на все вопросы. Писем для групп они не получают.
report-sizes-equal = Группы почти одного размера: от { $low } до { $high }
report-sizes-same = Группы одного размера: по { $share }
report-contrast-title = «{ $top }» и «{ $bottom }» расходятся сильнее всего: { $high } и { $low }
report-against-all = все { $everybody }
report-in-table = { $count ->
    [one] Ещё { $count } группа — в таблице ниже.
    [few] Ещё { $count } группы — в таблице ниже.
   *[many] Ещё { $count } групп — в таблице ниже.
 }
report-everybody = все
report-everybody-says = Все вместе
report-card-title = { $name }: «{ $label }» — { $here } против { $everybody } у всех
report-people = { $count ->
    [one] { $shown } человек
    [few] { $shown } человека
   *[many] { $shown } человек
 }
report-more = Больше, чем у всех
report-less = Меньше, чем у всех
report-same = Заметных отличий от всех нет.
report-bar-alt = { $label }: { $here }, от { $low } до { $high }; у всех { $everybody }
report-bar-alt-plain = { $label }: { $here }, от { $low } до { $high }
report-bar-alt-hidden = { $label }: слишком мало людей, чтобы показать
report-quotes = Своими словами
report-no-quotes = Цитат нет: в этой группе своими словами ответили меньше пяти человек.
report-messages = Письма и баллы
report-no-messages = Писем этой группе ещё не было.
report-points-members = Баллов у людей этой группы: подарено { $points }.
report-points-each = по { $points ->
    [one] { $points } баллу
   *[other] { $points } баллов
 } каждому
report-state-queued = ждут
report-state-sending = отправляются
report-state-sent = получили
report-state-unreachable = закрыли бота
report-state-failed = не доставлено
report-state-unconfirmed = не подтверждено
report-table-title = Все вопросы: доли и средние по группам
report-table-plain = Все вопросы: доли и средние
report-table-item = вопрос
report-table-mean = среднее, от { $low } до { $high }
report-table-mean-plain = среднее
report-given = прислали
report-untold = Даты, время и ответы своими словами в таблицу не сводятся: { $questions }.
report-assisted = Ответы соседей без Telegram, внесённые управляющим: { $shown }. Они учтены наравне со всеми, и в группах тоже.
report-how-title = Как это найдено
report-how-people = Людей в расчёте
report-how-date = Когда
report-how-method = Способ
report-method-mixture = смесь латентных классов
report-method-kmeans = k-средние
report-method-votes = голоса на карте мнений
report-how-seed = Зерно случайности
report-how-chosen = Выбрано групп
report-how-stability = Устойчивость
report-how-stability-text = { $value } из 1 (половина проверок — от { $low } до { $high }): так похожи два деления, найденные по двум случайным выборкам тех же людей
report-how-not-measured = не измерялась
report-how-starts = Запусков, нашедших лучшее решение
report-how-starts-text = { $best } из { $starts }
report-how-tightness = Плотнее, чем без групп
report-how-tightness-text = на { $percent } ({ $z } станд. отклонения)
report-how-tried = Испытанные числа групп
report-how-tried-segments = групп
report-how-tried-bic = BIC, меньше — лучше
report-how-tried-stability = устойчивость
report-how-tried-verdict = вывод
report-verdict-word-natural = найдены в ответах
report-verdict-word-reproducible = устойчивый разрез
report-verdict-word-constructive = удобный разрез
report-verdict-word-level = только уровень
report-verdict-word-none = нет
report-verdict-word-defined = деление по договорённости
report-verdict-word-few = мало людей
report-read-title = Как читать эти числа
report-read-interval = Тонкая черта на полосе — интервал: с вероятностью 95 % истинное значение лежит в нём. Серая отметка — все ответившие.
report-read-few = «<5» — меньше пяти человек: такие числа не показываем никому. «≈» и «≥» стоят там, где точное число выдало бы соседнее малое, «—» — где показать нечего.
report-read-circular = Группы построены на этих же вопросах, поэтому различия между ними ожидаемы и сами по себе ничего не доказывают.
report-read-words = Чужие слова приведены как есть; контакты, квартиры и адреса закрыты знаком •••.
report-read-corrected = Доли и средние групп поправлены на то, что кто-то мог попасть не в свою группу; числа людей — как есть.
report-read-points = «п. п.» — процентные пункты: разница двух долей.

sheet-summary = Сводка
sheet-opinions = Мнения
sheet-quotes = Цитаты
sheet-messages = Письма и баллы
sheet-about = О числах
sheet-scheme-psychographic = Образ жизни
sheet-scheme-needs = Нужды
column-scheme = деление
column-segment = группа
column-people = людей
column-share = доля
column-low = от
column-high = до
column-question = вопрос
column-answer = ответ
column-everybody = все
column-difference = разница
column-statement = утверждение
column-side = за или против
column-others = другие
side-for = за
side-against = против
opinions-sheet-note = «Другие» — все, кто не в этой группе; в том, в чём все согласны, — группа, где таких меньше всего. Где в одну сторону голосовало меньше пяти человек, вместо числа стоят слова.
column-quote = слова
column-date = дата
column-message = письмо
column-points = баллы
column-verdict = вывод
column-value = значение

report-no-survey = По делам и правилам
report-short = По короткому опросу ещё распределено людей: { $shown }. Письма им идут, но в размерах, долях и ответах ниже их нет: всего опроса они не проходили.
report-short-more = + { $shown } по короткому опросу
report-doing-recency = Дней с последнего раза
report-doing-frequency = Сколько раз
report-doing-money = Заплачено всего
report-doing-interests = Чем интересовались
report-rules = Группы по вашим правилам
report-rules-note = Кто сюда входит, описано правилом, а не найдено в ответах. Один человек может быть сразу в нескольких группах.
report-rules-share = Доля от всех, кто согласился быть известным; тонкая линия — интервал 95 %.
report-rule-changes = Что изменилось
report-rule-changed = С { $date } пришли: { $entered }, ушли: { $left }.
report-rule-young = Правилу нет и месяца: сравнивать пока не с чем.
check-rule-measurable = Измеримо: правило о каждом говорит точно, да или нет.
check-rule-substantial = Крупно: людей { $shown } (нужно от { $floor }).
check-rule-differing = Различается ли в важном, у правил не проверяем: они взяты из того, что уже известно.
check-exploratory = Проверено предварительно: людей меньше { $below }. С новыми ответами итог может стать другим.
sheet-rules = По правилам
column-entered = пришли
column-left = ушли
column-rule = правило
report-about-doings = 🧭 По делам и правилам
report-moves-counted = { $count ->
    [one] И тогда, и теперь в группах { $count } человек; в другую перешли { $share } (от { $low } до { $high }).
    [few] И тогда, и теперь в группах { $count } человека; в другую перешли { $share } (от { $low } до { $high }).
   *[other] И тогда, и теперь в группах { $count } человек; в другую перешли { $share } (от { $low } до { $high }).
 }
report-rules-count = { $count ->
    [one] { $count } группа
    [few] { $count } группы
   *[other] { $count } групп
 }
report-scheme-rfm = Кто платит и бывает: холодные, тёплые, горячие
report-scheme-interests = Чем люди интересуются
sheet-scheme-rfm = Холодные, тёплые, горячие
sheet-scheme-interests = Интересы
report-exploratory-done = Дела известны меньше чем у { $below } человек: деление пробное, с новыми оно может измениться.
