language-name = Русский
points = { $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[many] { $points } баллов
 }
