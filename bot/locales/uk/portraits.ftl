## Сторінка групи: хто ці люди, нотатка, закріплення, об'єднання.

button-about = 🔍 Хто це: { $number }
button-write-them = ✉️ Написати їм
button-name-it = ✏️ Назвати
button-note = 📝 Нотатка
button-pin = 📌 Закріпити
button-unpin = 📌 Відкріпити
button-merge = ➕ Об'єднати
button-apart = ✂️ Роз'єднати
button-all-segments = ← Усі групи
segment-merged = Об'єднана група { $number }
segment-merged-apart = Кілька груп разом: що в них спільного — на їхній сторінці.
page-merged = Об'єднує: { $names }.
note-now = Зараз: «{ $note }»
note-ask = Напишіть нотатку для управителів, до { $most } знаків. Прибрати її — надішліть «-». Передумали — /cancel
merge-ask = З якою групою об'єднати «{ $name }»? Ім'я та колір залишаться від тієї, яку оберете. Роз'єднати можна будь-коли.
merge-nobody = Об'єднувати «{ $name }» поки немає з чим.
fault-note-unfit = Нотатка довша за { $most } знаків. Скоротіть, будь ласка.
fault-cannot-merge = Ці дві групи об'єднати не можна: вони з різних поділів.
pin-lost = 📌 «{ $name }» закріплено, а цього разу я її не знайшов. Тому все лишилося як було. Щоб прийняти новий поділ, відкріпіть її та знайдіть групи знову.
alert-pinned = Опитування «{ $title }»: новий пошук уже не знаходить закріплене: { $names }. Тому все лишилося як було. Подивитися: /segments
mute-pinned = 🔕 Про закріплені групи

trait-against = { $about } — { $here }, у всіх { $everybody }
trait-few = майже ніхто (менше { $least })
trait-most = майже всі (крім менше ніж { $least })
trait-step = { $value } із { $high }
trait-first = на перших місцях: { $label }
trait-proof-points = різниця { $difference } в. п. (від { $low } до { $high }), сила { $effect } (від { $least } до { $most })
trait-proof = різниця { $difference } (від { $low } до { $high }), сила { $effect } (від { $least } до { $most })
trait-chance = випадковість: p { $p } (з поправкою на кількість порівнянь)
trait-built = за цим запитанням групи й побудовано
trait-agreed = { $how ->
    [yes] { $about }: «так» відповідають не менше { $least } кожної групи
    [step] { $about }: { $from }–{ $high } з { $high } ставлять не менше { $least } кожної групи
   *[so] { $about }: так відповідають не менше { $least } кожної групи
}
portrait-wait = Складаю портрет…
portrait-few = Людей тут менше п'яти: про них нічого не розповідаю.
portrait-like-all = Сильних відмінностей немає: ці люди майже як усі.
portrait-more = Більше, ніж у середньому
portrait-less = Менше, ніж у середньому
portrait-about = Ще про них
portrait-agreed = У чому сходяться всі групи
portrait-note-proof = Справжня різниця майже напевно (95 %) лежить «від … до …». Сила: 0,2 — трохи, 0,5 — помітно, 0,8 — дуже.
portrait-note-placed = Похибки розподілу людей за групами віднято.
portrait-note-built = За тим, що із зірочкою, групи й побудовано: їхня відмінність сама по собі нічого не доводить.

button-persona = 👤 Персона
button-persona-name = ✏️ Інше ім'я
button-persona-face = 🎲 Інше обличчя
persona-wait = Малюю картку…
persona-few = Людей тут менше п'яти: портрета не малюю.
persona-name-ask = Напишіть ім'я для персони, до { $most } знаків. Передумали — /cancel
fault-persona-name-unfit = Ім'я порожнє або довше за { $most } знаків. Напишіть коротше.
persona-share = { $share } (від { $low } до { $high })
persona-age = Вік
persona-values = Що цінують
persona-needs = Що потрібно
persona-goals = Цілі
persona-problems = Чим незадоволені
persona-explain = Що пояснити
persona-channel = Чим користуються
persona-hour = Найкращий час
persona-offer = З чого почати
persona-tone = Як писати
persona-fact = { $about }: { $here }, у всіх { $everybody } ({ $sure })
persona-unsure = { $about }: «не знаю» — { $here }, у всіх { $everybody }
persona-ages = { $ages } (середня половина з { $people }, хто сказав)
persona-hours = з { $start } до { $end }: тоді відповіли { $share } (від { $low } до { $high })
persona-start-with = З того, що їм важливіше, ніж іншим: { $about }
persona-tone-long = Докладно: слів у відповіді { $here }, в усіх { $everybody }
persona-tone-short = Коротко: слів у відповіді { $here }, в усіх { $everybody }
persona-silent = Поки не знаємо: { $what }.
persona-silent-more = Поки не знаємо: { $what } — і ще { $count }.
persona-like-all = Ці люди відповідають майже як усі: чим вони живуть, відповіді поки не кажуть.
persona-apart = Чим відрізняються
persona-note = Ім'я та обличчя вигадані, решта — з відповідей. У дужках — інтервал 95 % для різниці; помилки розподілу за групами вилучено.
