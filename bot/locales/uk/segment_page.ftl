## Сторінка, яку пише `tenkeys segment`.

page-over = Групи
page-people-label = усього людей
page-segments-label = { $count ->
    [one] група
    [few] групи
   *[many] груп
}
page-undecided-label = не визначилися
page-segment = Група { $number }
page-people = { $count ->
    [one] { $shown } людина
    [few] { $shown } людини
   *[many] { $shown } людей
}
page-size-surely = { $people }, з них упевнено — { $decided }
page-sizes = Скільки людей у кожній групі
page-sizes-note = За найімовірнішою групою кожного; хто не визначився, порахований там, де йому ймовірніше бути. Тонка лінія — інтервал 95 %.
page-more = Більше, ніж в інших
page-less = Менше, ніж в інших
page-as-everybody = Майже як у всіх.
page-found-again = Знаходиться знову в інших вибірках: { $value } з 1
page-everybody = в усіх { $value }
page-answers = Що відповідає кожна група
page-answer = Відповідь
page-everybody-column = Усі
page-mean = { $item } (середнє)
page-answers-note = Синім — більше, ніж в усіх, червоно-помаранчевим — менше; що густіше, то сильніша відмінність. На цих відповідях групи й побудовано, тож самі собою відмінності нічого не доводять.
page-others = Чим іще вони відрізняються
page-others-note = Ці відповіді в побудові груп участі не брали. Помилки розподілу людей по групах відраховано; показано лише відмінності, яких випадковість не пояснює, хоч порівнянь було багато (частка хибних знахідок нижча за 5 %). Інтервал — для різниці.
page-against = { $value }, в усіх { $everybody }
page-common = У чому всі групи згодні
page-common-note = Не менше { $least } у кожній групі
page-statements = За що стоїть кожна група
page-agrees = згодні: { $share }, інші { $others }
page-disagrees = не згодні: { $share }, інші { $others }
page-why = Скільки груп і чому
page-stability = Стійкість кожної кількості груп
page-stability-note = Наскільки схожі поділи двох вибірок тих самих людей, від 0 до 1; у лінії біля точки лежить половина пар. Темно-сіра смуга — чого сягають відповіді, перемішані вільно, світло-сіра — перемішані в межах тих самих рівнів: точка всередині смуги сама собою каже мало. Зафарбована точка кількості, показаної тут.
page-stability-point = Груп: { $segments }, стійкість { $value }; перемішані відповіді: { $null }
page-tried = Які кількості груп перевірено
page-tried-segments = груп
page-tried-verdict = висновок
page-tried-fit = лог-правдоподібність
page-tried-stability = стійкість (квартилі)
page-tried-partition = k-середні
page-tried-shuffled = перемішано
page-tried-same-level = той самий рівень
page-tried-tightness = щільність
page-tried-level = рівень
page-tried-smallest = найменша
page-tried-starts = найкращих запусків
page-of = { $best } з { $starts }
page-tried-note = Стійкість — медіана скоригованого індексу Ренда між бутстреп-вибірками (1 — поділ щоразу той самий). Поруч те саме для k-середніх і найкраще, чого сягають відповіді, перемішані вільно та всередині рівнів: поділ, не стійкіший за це, нічого не показує. Щільність — розкид усередині груп до розкиду в одній сукупності з тими самими кореляціями.
page-done = Як це зроблено
page-fact-answered = Відповіли хоч на щось
page-fact-method = Метод
page-fact-number = Кількість груп
page-number-chosen = обрано за відповідями
page-number-set = задано вручну
page-fact-floor = Найменша дозволена група
page-fact-undecided = Не визначилися за ймовірності, нижчої за
page-fact-starts = Запусків, пар вибірок
page-fact-seed = Зерно
page-fact-lines = Однакові відповіді поспіль
page-lines = людей, що відповіли однаково на все: { $count }
page-fact-scale = Шкала «{ $name }»
page-scale = надійність { $value } (від { $low } до { $high })
page-scale-poor = надійність { $value } (від { $low } до { $high }): низька, читайте цю шкалу обережно
page-scale-none = повних відповідей замало, щоб судити
page-columns = Чим пораховано стовпці
page-too-few = Відповіли { $people }, а для груп потрібно щонайменше { $needed }.
page-style-level = висота оцінок, від 0 до 1
page-style-spread = розкид оцінок, від 0 до 1
page-style-extreme = частка крайніх оцінок
