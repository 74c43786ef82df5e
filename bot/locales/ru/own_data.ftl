own-title = Всё, что о вас хранится
own-forget = Чтобы стереть всё, отправьте боту /forget
own-page = 📄 Всё, что о вас хранится, — чтобы прочитать.
own-document = То же для программ (JSON): каждая запись как она есть.
own-too-often = За сутки вы получили эти файлы { $times ->
    [one] { $times } раз
    [few] { $times } раза
   *[many] { $times } раз
 }. Снова можно { $moment }.
own-profile = Кто вы
own-name = Имя
own-telegram = Номер в Telegram
own-language = Язык
own-role = Роль
own-met = Первое сообщение
own-agreed = Согласие дано
own-source = Откуда вы пришли
own-role-resident = житель
own-role-manager = менеджер
own-role-admin = администратор
own-homes = Где вы живёте
own-facts = Что о вас известно
own-survey = «{ $title }», начат { $day }
own-sealed = Анонимные опросы, в которых вы участвовали
own-sealed-why = Ваших ответов здесь нет: они лежат среди всех остальных без имени, и никто, даже бот, не знает, какие из них ваши.
own-segments = Ваши группы
own-segments-how = Группы следуют из ответов; процент — насколько это верно.
own-in-segment = «{ $name }» ({ $survey }), { $percent }%
own-in-no-segment = ни в одной группе ({ $survey })
own-points = Баллы
own-balance = Сейчас
own-letters = Письма вам
own-letters-how = Как они были написаны; на местах в скобках стояли ваше имя и подобное. Ниже — что стало с каждым.
own-letter-queued = ждёт отправки
own-letter-sending = отправляется
own-letter-sent = отправлено
own-letter-unconfirmed = возможно, отправлено: точно неизвестно
own-letter-unreachable = не дошло до вас
own-letter-failed = не отправилось
own-deeds = Платежи, визиты и подобное
own-rest = Служебные записи бота
own-rest-how = Строки, как они лежат в базе, под своими именами там: когда вы писали, какие ваши действия отмечены, приглашения.
