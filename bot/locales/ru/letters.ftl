segment-number = Группа { $number }
letter-points = 🔑 С этим письмом вам +{ $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[many] { $points } баллов
 }.
