language-name = English
points = { $points ->
    [one] { $points } point
   *[other] { $points } points
 }
