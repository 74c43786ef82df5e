test-banner = 🧪 Проба: ответы не считаются
test-finished = 🧪 Проба пройдена до конца. Ответы не считаются.
button-to-survey = К опросу

shelf = Новый опрос: напишите его здесь, /new, или пришлите файл YAML или таблицу — скажу, всё ли в нём верно.
shelf-empty = Опросов пока нет. Напишите первый прямо здесь, /new, возьмите готовый или пришлите файл YAML или таблицу.
button-sample = 📄 Образец файла
sample-caption = Поправьте слова в любом редакторе и пришлите файл обратно.
answered-plain = Ответили: { $shown }.
answered-of-needed = Ответили { $shown } из { $needed }, которых хватит, чтобы найти группы.
answered-enough = Ответили { $shown }: можно искать группы.
card-questions = { $count ->
    [one] { $count } вопрос
    [few] { $count } вопроса
   *[many] { $count } вопросов
 }
card-minutes = { $count ->
    [one] { $count } минута
    [few] { $count } минуты
   *[many] { $count } минут
 }
card-feeds-psychographic = Для психографических групп: { $count }
card-feeds-needs = Для групп по нуждам: { $count }
card-feeds-nothing = Групп по этому опросу не будет: ни про один вопрос не сказано, что он говорит о человеке («🧭 Что он говорит о людях»).
card-segments-need = Чтобы найти группы, нужно { $needed } ответивших.
card-unspoken = 🌐 Переведено не всё: { $languages }. Кто выбрал такой язык, прочтёт часть опроса на другом. Перевести: /new
card-draft = ✏️ Черновик: его видят только управляющие. Пройдите его сами, потом опубликуйте.
card-link = 🟢 Открыт. Ссылка для людей: { $link }
card-superseded = Эту версию сменила новая.
card-closed = 🔒 Закрыт: новых ответов не принимает.
button-try = 🧪 Попробовать
button-publish = Опубликовать
button-close = Закрыть
button-report = 🧩 Отчёт
button-page-earlier = ‹ стр. { $page }
button-page-later = стр. { $page } ›
button-all-surveys = ← Все опросы
published = Опрос открыт.
closed = Опрос закрыт.
close-sure = Закрыть «{ $title }»? Новых ответов не будет, открыть снова можно только новой версией.
close-sure-under-way = Не дошли до конца: { $shown }.
button-close-surely = Да, закрыть
button-stay-open = Нет, пусть идёт

file-not-needed = Спасибо, но файлы мне читать ни к чему. Что я умею: /help
file-kind-unknown = Опрос нужен файлом YAML (.yaml) или таблицей XLSForm (.xlsx, .xls, .csv): такие я прочту целиком. Образец: /surveys
file-too-large = Файл слишком большой: { $megabytes } МБ. Опрос — это текст, хватит и { $limit } КБ.
file-not-fetched = Файл не дошёл. Пришлите, пожалуйста, ещё раз.

segments-nothing = Группы находят по ответам, а опросов с такими вопросами ещё нет. Начать: /surveys
segments-find-them = Найти группы?
segments-looking = Ищу группы… Это до минуты, можно заняться другим.
segments-not-found = Не получилось: сломалось у нас. Попробуйте ещё раз чуть позже.
segments-exploratory = Людей пока немного: считайте это наброском.
segments-more = …остальные не поместились.
segments-undecided = Не определились: { $shown }. Они похожи на несколько групп сразу и не входят ни в одну.
segment-size = людей: { $shown }
parts = { $count ->
    [2] две части
    [3] три части
    [4] четыре части
    [5] пять частей
    [6] шесть частей
    [7] семь частей
    [8] восемь частей
   *[other] несколько частей
 }
verdict-natural = Группы чёткие: внутри люди похожи, между собой отличаются.
verdict-reproducible = Чётких групп в доме нет, люди отличаются плавно. Но деление на { $parts } устойчиво: ему можно верить в письмах, не в выводах «какие мы».
verdict-constructive = Деление на { $parts } удобное, но условное: на других ответах оно прошло бы иначе. Для писем годится, для выводов — нет.
verdict-level-only = Люди отличаются тем, сколько отмечают, а не что. Делить их по этому не стоит.
verdict-none = Ответы не делятся на группы: люди отличаются плавно. Писать всем одно и то же сейчас честнее.
verdict-hasty = Почти все ответы выглядят данными наспех.
verdict-early = О группах по ним судить рано.
verdict-under-floor = О группах судить рано: выходят части меньше чем из { $floor } человек, а такую легко найти и случайно. Нужно больше ответов.
verdict-too-few = Но на сами вопросы, по которым делят, ответили слишком немногие.
button-find = 🔎 Найти группы
button-find-again = 🔎 Найти заново
button-write-to = ✉️ { $name }
rename-ask = Сейчас: «{ $name }». Напишите новое имя: такое, чтобы людям не было обидно его услышать. Передумали — /cancel

draft-left = Черновик не сохранился: начать заново можно в любой момент.
draft-dropped = Хорошо, оставляем как было.
broadcast-dropped = Хорошо, не отправляю.
draft-none = Черновика нет.

broadcast-choose = Кому пишем?
broadcast-no = Писать пока некому: сначала найдите группы — /segments
broadcast-write =
    Пишем группе «{ $name }». Пришлите текст одним сообщением.

    Можно вставить:
    <code>{ "{" }name{ "}" }</code> — имя
    <code>{ "{" }name|сосед{ "}" }</code> — имя, а если его нет — «сосед»
    <code>{ "{" }points{ "}" }</code> — сколько у человека баллов
    <code>{ "{" }segment{ "}" }</code> — имя группы, которое вы дали ей сами; без него жильцы прочтут «Группа 1»
    <code>{ "{" }house{ "}" }</code> — имя дома

    Передумали — /cancel
template-unknown-placeholder = Вставки «{ $found }» нет.
template-unclosed-brace = Скобка не закрыта: «{ $found }».
template-stray-brace = Лишняя скобка «{ $found }». Если она нужна в тексте, напишите её дважды.
template-empty = Сообщение пустое.
template-too-long = Письмо длиннее, чем помещается в одно сообщение Telegram.
template-suggestion = Возможно, так: <code>{ $suggestion }</code>
template-again = Поправьте и пришлите текст снова.
broadcast-points = Сколько баллов придёт с письмом каждому? Выберите или напишите число.
broadcast-points-number = Здесь нужно целое число баллов, например 50. Без баллов — 0.
preview = Так прочтут люди из группы «{ $name }»:
preview-reader = → <b>{ $name }</b>
preview-own = → здесь с вашим именем
preview-reachable = { $count ->
    [one] Получит { $count } человек.
    [few] Получат { $count } человека.
   *[many] Получат { $count } человек.
 }
preview-reachable-few = Получат меньше { $least } человек.
preview-unreachable = { $count ->
    [one] Не получит { $count }: бот у него закрыт.
   *[other] Не получат { $count }: бот у них закрыт.
 }
preview-unreachable-few = Бот закрыт меньше чем у { $least } человек: они не получат.
preview-points = Баллов на всех: { $points }.
preview-missing = { $count ->
    [one] У { $count } человека нечего вставить вместо { $placeholder }: слово пропадёт.
   *[other] У { $count } человек нечего вставить вместо { $placeholder }: слово пропадёт.
 }
preview-missing-few = Меньше чем у { $least } человек нечего вставить вместо { $placeholder }: слово пропадёт.
preview-too-long = { $count ->
    [one] { $count } письмо слишком длинное и не уйдёт.
    [few] { $count } письма слишком длинные и не уйдут.
   *[many] { $count } писем слишком длинные и не уйдут.
 }
preview-too-long-few = Меньше { $least } писем слишком длинные и не уйдут.
preview-empty = { $count ->
    [one] { $count } письмо выходит пустым и не уйдёт.
    [few] { $count } письма выходят пустыми и не уйдут.
   *[many] { $count } писем выходят пустыми и не уйдут.
 }
preview-empty-few = Меньше { $least } писем выходят пустыми и не уйдут.
button-send = { $count ->
    [one] Отправить { $count } человеку
   *[other] Отправить { $count } людям
 }
button-send-few = Отправить (меньше { $least } человек)
button-rewrite = Изменить текст
button-drop = Не отправлять
fault-nobody-to-write-to = В этой группе письмо никому не дойдёт: бот у всех закрыт.
fault-no-letter-fits = Ни одно письмо не уйдёт таким: оно пустое или слишком длинное. Измените текст.
fault-points-out-of-range = С письмом приходит от 0 до { $most } баллов.
fault-segment-gone = Этой группы больше нет. Те, что есть: /segments
fault-report-nothing = По этому опросу отчёта нет: он ещё не открывался.

progress-sending = Отправляю: { $done } из { $total }.
progress-sending-few = Отправляю: меньше { $least } человек.
progress-paused = На паузе: { $done } из { $total }.
progress-paused-few = На паузе: письмо меньше чем { $least } людям.
progress-done = Готово:
progress-total = Всего { $total }.
delivered-sent = { $count ->
    [one] { $count } получил
   *[other] { $count } получили
 }
delivered-sent-few = меньше { $least } получили
delivered-unreachable = { $count ->
    [one] { $count } закрыл бота
   *[other] { $count } закрыли бота
 }
delivered-unreachable-few = меньше { $least } закрыли бота
delivered-failed = { $count ->
    [one] { $count } не отправлено
   *[other] { $count } не отправлено
 }
delivered-failed-few = меньше { $least } не отправлено
delivered-unconfirmed = { $count ->
    [one] { $count } не подтверждено
   *[other] { $count } не подтверждено
 }
delivered-unconfirmed-few = меньше { $least } не подтверждено
button-pause = ⏸ Пауза
button-resume = ▶️ Продолжить
button-unconfirmed = Кто не подтверждён
unconfirmed = { $count ->
    [one] { $count } человек мог получить письмо, а мог и нет: связь оборвалась. Сам я повторять не стану.
    [few] { $count } человека могли получить письмо, а могли и нет: связь оборвалась. Сам я повторять не стану.
   *[many] { $count } человек могли получить письмо, а могли и нет: связь оборвалась. Сам я повторять не стану.
 }
unconfirmed-nobody = Неподтверждённых нет.
no-name = без имени

report-choose = О каком опросе отчёт?
report-no-surveys = Отчёт строится по открытому опросу, а таких пока нет: /surveys
report-preparing = Готовлю отчёт…
report-xlsx = Таблицы: размеры, профили, цитаты.
report-html = То же с картинками: открывается в любом браузере.
report-failed = Отчёт не сложился: сломалось у нас. Попробуйте ещё раз чуть позже.

claim-how = Пришлите код вместе с командой: /claim КОД. Он печатается при первом запуске бота.
claim-wrong = Такой код не подходит. Новый печатается при запуске, пока администратора нет.
team-admin = 🔑 { $name } — администратор (<code>{ $id }</code>)
team-manager = { $name } — управляющий (<code>{ $id }</code>)
team-how = Назначить: пришлите /manager и номер человека, например /manager 123456789, или его @имя; для администратора так же — /admin. Свой номер человек узнаёт у меня по команде /id
button-dismiss = Снять роль: { $name }
role-how = Кого? Попросите человека отправить мне /id и пришлите этот номер вместе с командой: /{ $command } 123456789. Можно и @имя, если человек уже отвечал мне
role-set-admin = { $name } теперь администратор.
role-set-manager = { $name } теперь управляющий.
role-set-resident = Роль снята: { $name }
role-now-admin = 🔑 Вы теперь администратор. Написать опрос: /new · назвать управляющих: /team · всё, что вы можете: /help
role-now-manager = Вы теперь управляющий. Написать первый опрос: /new · всё, что вы можете: /help
role-now-resident = Ваша роль управляющего снята. Всё остальное — как было.

help-manager =
    Управляющим:
    /surveys — опросы; новый можно прислать файлом; объявление в группу дома — на странице опроса, ⚙️ Проведение
    /new — написать опрос здесь или взять готовый
    /segments — группы по ответам; по чему ещё поделить людей, показатели, короткие опросы из нескольких вопросов
    /rules — группы по вашим правилам
    /goals — цели: чего хотим, к какому дню, сколько уже есть
    /broadcast — написать группе
    /invite — письма с приглашением в опрос, напоминания, кто участвовал
    /results — результаты картинками
    /followup — рассказать ответившим, что вышло из опроса
    /homes — дома, квартиры, кто где живёт; список квартир можно прислать таблицей
    /import — таблица платежей, покупок, визитов, людей
    /enter — внести бумажную анкету соседа
    /print — плакаты, карточки на двери, бумажные анкеты
    /report — отчёт в XLSX и HTML
    /export — ответы в CSV, XLSX, SPSS или JSON
    /cancel — бросить черновик
help-admin =
    Администраторам:
    /team — кто управляет
    /manager 123456789 — назначить управляющего
    /admin 123456789 — назначить администратора
    /resident 123456789 — снять роль
score-nps = NPS { $score }
score-csat = Довольны { $score } %
score-ces = Было легко: { $score } %
team-nameless = имени пока не знаю
demote-sure-manager = { $name } — администратор. Сделать управляющим, без права назначать других?
demote-sure-resident = { $name } — администратор. Снять роль?
button-demote = Да
button-demote-not = Нет, оставить
demote-not = Ничего не изменилось.
translate-lacking = Часть этих людей читает на других языках ({ $languages }): они получат текст как есть, если не добавить ниже свой для них.
translate-write = Напишите то же сообщение на языке «{ $language }», с теми же подстановками. Передумали — /cancel
manager-begin = 🔑 Вы управляющий. Написать опрос: /new · что есть сейчас: /surveys · кому писать: /segments · всё остальное: /help
