## Страница группы: кто эти люди, заметка, закрепление, объединение.

button-about = 🔍 Кто это: { $number }
button-write-them = ✉️ Написать им
button-name-it = ✏️ Назвать
button-note = 📝 Заметка
button-pin = 📌 Закрепить
button-unpin = 📌 Открепить
button-merge = ➕ Объединить
button-apart = ✂️ Разъединить
button-all-segments = ← Все группы
segment-merged = Объединённая группа { $number }
segment-merged-apart = Несколько групп вместе: что у них общего — на их странице.
page-merged = Объединяет: { $names }.
note-now = Сейчас: «{ $note }»
note-ask = Напишите заметку для управляющих, до { $most } знаков. Убрать её — пришлите «-». Передумали — /cancel
merge-ask = С какой группой объединить «{ $name }»? Имя и цвет останутся от той, которую выберете. Разъединить можно в любой момент.
merge-nobody = Объединять «{ $name }» пока не с чем.
fault-note-unfit = Заметка длиннее { $most } знаков. Сократите, пожалуйста.
fault-cannot-merge = Эти две группы объединить нельзя: они из разных делений.
pin-lost = 📌 «{ $name }» закреплена, а в этот раз я её не нашёл. Поэтому всё осталось как было. Чтобы принять новое деление, открепите её и найдите группы заново.
alert-pinned = Опрос «{ $title }»: новый поиск уже не находит закреплённое: { $names }. Поэтому всё осталось как было. Посмотреть: /segments
mute-pinned = 🔕 О закреплённых группах

trait-against = { $about } — { $here }, у всех { $everybody }
trait-few = почти никто (меньше { $least })
trait-most = почти все (кроме меньше чем { $least })
trait-step = { $value } из { $high }
trait-first = на первых местах: { $label }
trait-proof-points = разница { $difference } п. п. (от { $low } до { $high }), сила { $effect } (от { $least } до { $most })
trait-proof = разница { $difference } (от { $low } до { $high }), сила { $effect } (от { $least } до { $most })
trait-chance = случайность: p { $p } (с поправкой на число сравнений)
trait-built = по этому вопросу группы и построены
trait-agreed = { $how ->
    [yes] { $about }: «да» отвечают не меньше { $least } каждой группы
    [step] { $about }: { $from }–{ $high } из { $high } ставят не меньше { $least } каждой группы
   *[so] { $about }: так отвечают не меньше { $least } каждой группы
}
portrait-wait = Собираю портрет…
portrait-few = Людей здесь меньше пяти: о них ничего не рассказываю.
portrait-like-all = Сильных отличий нет: эти люди почти как все.
portrait-more = Больше, чем в среднем
portrait-less = Меньше, чем в среднем
portrait-about = Ещё о них
portrait-agreed = В чём сходятся все группы
portrait-note-proof = Настоящая разница почти наверняка (95 %) лежит «от … до …». Сила: 0,2 — слегка, 0,5 — заметно, 0,8 — очень.
portrait-note-placed = Ошибки распределения людей по группам вычтены.
portrait-note-built = По тому, что со звёздочкой, группы и построены: их отличие само по себе ничего не доказывает.

button-persona = 👤 Персона
button-persona-name = ✏️ Другое имя
button-persona-face = 🎲 Другое лицо
persona-wait = Рисую карточку…
persona-few = Людей здесь меньше пяти: портрета не рисую.
persona-name-ask = Напишите имя для персоны, до { $most } знаков. Передумали — /cancel
fault-persona-name-unfit = Имя пустое или длиннее { $most } знаков. Напишите покороче.
persona-share = { $share } (от { $low } до { $high })
persona-age = Возраст
persona-values = Что ценят
persona-needs = Что нужно
persona-goals = Цели
persona-problems = Чем недовольны
persona-explain = Что объяснить
persona-channel = Чем пользуются
persona-hour = Лучшее время
persona-offer = С чего начать
persona-tone = Как писать
persona-fact = { $about }: { $here }, у всех { $everybody } ({ $sure })
persona-unsure = { $about }: «не знаю» — { $here }, у всех { $everybody }
persona-ages = { $ages } (средняя половина из { $people } сказавших)
persona-hours = с { $start } до { $end }: тогда ответили { $share } (от { $low } до { $high })
persona-start-with = С того, что им важнее, чем другим: { $about }
persona-tone-long = Подробно: слов в ответе { $here }, у всех { $everybody }
persona-tone-short = Коротко: слов в ответе { $here }, у всех { $everybody }
persona-silent = Пока не знаем: { $what }.
persona-silent-more = Пока не знаем: { $what } — и ещё { $count }.
persona-like-all = Эти люди отвечают почти как все: чем они живут, ответы пока не говорят.
persona-apart = Чем отличаются
persona-note = Имя и лицо придуманы, остальное — из ответов. В скобках — интервал 95 % для разницы; ошибки распределения по группам вычтены.
