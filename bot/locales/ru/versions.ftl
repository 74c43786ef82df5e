version-opening = Версия { $new } займёт место версии { $old }:
version-same = Вопросы те же.
version-comparable = Сопоставимы в обеих версиях: { $count } из { $total } вопросов.
version-people = На полпути сейчас: { $half }; они закончат ту версию, которую начали. Прошли до конца: { $completed }; их ответы остаются.
version-kind = другой вид, ответы вместе не сложить
version-reworded = другая формулировка
version-logic = задаётся другим или принимает другие ответы
version-choices-added = { $count ->
    [one] на { $count } вариант больше
    [few] на { $count } варианта больше
   *[many] на { $count } вариантов больше
 }
version-choices-removed = { $count ->
    [one] на { $count } вариант меньше
    [few] на { $count } варианта меньше
   *[many] на { $count } вариантов меньше
 }
button-not-yet = Пока нет
card-draft-beside = ✏️ Версия { $new } — черновик: его видят только управляющие. Пока открыта версия { $old }, она идёт, пока вы не опубликуете эту.
version-all-comparable = Все ответы сопоставимы в обеих версиях.
