language-name = Українська
points = { $points ->
    [one] { $points } бал
    [few] { $points } бали
   *[many] { $points } балів
 }
