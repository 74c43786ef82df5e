version-opening = Версія { $new } заступить версію { $old }:
version-same = Запитання ті самі.
version-comparable = Порівнянні в обох версіях: { $count } із { $total } запитань.
version-people = На півдорозі зараз: { $half }; вони закінчать ту версію, яку почали. Пройшли до кінця: { $completed }; їхні відповіді залишаються.
version-kind = інший вид, відповіді разом не скласти
version-reworded = інше формулювання
version-logic = ставиться іншим або приймає інші відповіді
version-choices-added = { $count ->
    [one] на { $count } варіант більше
    [few] на { $count } варіанти більше
   *[many] на { $count } варіантів більше
 }
version-choices-removed = { $count ->
    [one] на { $count } варіант менше
    [few] на { $count } варіанти менше
   *[many] на { $count } варіантів менше
 }
button-not-yet = Поки ні
card-draft-beside = ✏️ Версія { $new } — чернетка: її бачать лише управителі. Тим часом відкрита версія { $old }, вона триває, доки ви не опублікуєте цю.
version-all-comparable = Усі відповіді можна порівнювати в обох версіях.
