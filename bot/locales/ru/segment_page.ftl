## Страница, которую пишет `tenkeys segment`.

page-over = Группы
page-people-label = всего людей
page-segments-label = { $count ->
    [one] группа
    [few] группы
   *[many] групп
}
page-undecided-label = не определились
page-segment = Группа { $number }
page-people = { $count ->
    [one] { $shown } человек
    [few] { $shown } человека
   *[many] { $shown } человек
}
page-size-surely = { $people }, из них уверенно — { $decided }
page-sizes = Сколько людей в каждой группе
page-sizes-note = По самой вероятной группе каждого; кто не определился, посчитан там, где ему вероятнее быть. Тонкая линия — интервал 95 %.
page-more = Больше, чем у других
page-less = Меньше, чем у других
page-as-everybody = Почти как у всех.
page-found-again = Находится снова в других выборках: { $value } из 1
page-everybody = у всех { $value }
page-answers = Что отвечает каждая группа
page-answer = Ответ
page-everybody-column = Все
page-mean = { $item } (среднее)
page-answers-note = Синим — больше, чем у всех, красно-оранжевым — меньше; чем гуще, тем сильнее отличие. На этих ответах группы и построены, поэтому сами по себе отличия ничего не доказывают.
page-others = Чем ещё они отличаются
page-others-note = Эти ответы в построении групп не участвовали. Ошибки распределения людей по группам вычтены; показаны только отличия, которых случайность не объясняет, хотя сравнений было много (доля ложных находок ниже 5 %). Интервал — для разницы.
page-against = { $value }, у всех { $everybody }
page-common = В чём все группы согласны
page-common-note = Не меньше { $least } в каждой группе
page-statements = За что стоит каждая группа
page-agrees = согласны: { $share }, другие { $others }
page-disagrees = не согласны: { $share }, другие { $others }
page-why = Сколько групп и почему
page-stability = Устойчивость каждого числа групп
page-stability-note = Насколько похожи разбиения двух выборок тех же людей, от 0 до 1; в линии у точки лежит половина пар. Тёмно-серая полоса — чего достигают ответы, перемешанные свободно, светло-серая — перемешанные внутри тех же уровней: точка внутри полосы сама по себе говорит мало. Закрашена точка числа, показанного здесь.
page-stability-point = Групп: { $segments }, устойчивость { $value }; перемешанные ответы: { $null }
page-tried = Какие числа групп проверены
page-tried-segments = групп
page-tried-verdict = вывод
page-tried-fit = лог-правдоподобие
page-tried-stability = устойчивость (квартили)
page-tried-partition = k-средние
page-tried-shuffled = перемешано
page-tried-same-level = тот же уровень
page-tried-tightness = плотность
page-tried-level = уровень
page-tried-smallest = меньшая
page-tried-starts = лучших запусков
page-of = { $best } из { $starts }
page-tried-note = Устойчивость — медиана скорректированного индекса Рэнда между бутстреп-выборками (1 — разбиение каждый раз то же). Рядом то же для k-средних и лучшее, чего достигают ответы, перемешанные свободно и внутри уровней: разбиение не устойчивее этого ничего не показывает. Плотность — разброс внутри групп к разбросу в одной совокупности с теми же корреляциями.
page-done = Как это сделано
page-fact-answered = Ответили хоть на что-то
page-fact-method = Метод
page-fact-number = Число групп
page-number-chosen = выбрано по ответам
page-number-set = задано вручную
page-fact-floor = Наименьшая допустимая группа
page-fact-undecided = Не определились при вероятности ниже
page-fact-starts = Запусков, пар выборок
page-fact-seed = Зерно
page-fact-lines = Одинаковые ответы подряд
page-lines = людей, ответивших одинаково на всё: { $count }
page-fact-scale = Шкала «{ $name }»
page-scale = надёжность { $value } (от { $low } до { $high })
page-scale-poor = надёжность { $value } (от { $low } до { $high }): низкая, читайте эту шкалу осторожно
page-scale-none = полных ответов слишком мало, чтобы судить
page-columns = Чем посчитаны столбцы
page-too-few = Ответили { $people }, а для групп нужно не меньше { $needed }.
page-style-level = высота оценок, от 0 до 1
page-style-spread = разброс оценок, от 0 до 1
page-style-extreme = доля крайних оценок
