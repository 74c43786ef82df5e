own-title = Усе, що про вас зберігається
own-forget = Щоб стерти все, надішліть боту /forget
own-page = 📄 Усе, що про вас зберігається, — щоб прочитати.
own-document = Те саме для програм (JSON): кожен запис як він є.
own-too-often = За добу ви отримали ці файли { $times ->
    [one] { $times } раз
    [few] { $times } рази
   *[many] { $times } разів
 }. Знову можна { $moment }.
own-profile = Хто ви
own-name = Ім’я
own-telegram = Номер у Telegram
own-language = Мова
own-role = Роль
own-met = Перше повідомлення
own-agreed = Згоду дано
own-source = Звідки ви прийшли
own-role-resident = мешканець
own-role-manager = менеджер
own-role-admin = адміністратор
own-homes = Де ви живете
own-facts = Що про вас відомо
own-survey = «{ $title }», розпочато { $day }
own-sealed = Анонімні опитування, у яких ви брали участь
own-sealed-why = Ваших відповідей тут немає: вони лежать серед усіх інших без імені, і ніхто, навіть бот, не знає, котрі з них ваші.
own-segments = Ваші групи
own-segments-how = Групи випливають із відповідей; відсоток — наскільки це певно.
own-in-segment = «{ $name }» ({ $survey }), { $percent }%
own-in-no-segment = у жодній групі ({ $survey })
own-points = Бали
own-balance = Зараз
own-letters = Листи вам
own-letters-how = Як їх було написано; на місцях у дужках стояли ваше ім’я тощо. Нижче — що сталося з кожним.
own-letter-queued = чекає на надсилання
own-letter-sending = надсилається
own-letter-sent = надіслано
own-letter-unconfirmed = можливо, надіслано: напевно невідомо
own-letter-unreachable = не дійшло до вас
own-letter-failed = не надіслалося
own-deeds = Платежі, візити тощо
own-rest = Службові записи бота
own-rest-how = Рядки, як вони лежать у базі, під своїми назвами там: коли ви писали, які ваші дії відмічено, запрошення.
