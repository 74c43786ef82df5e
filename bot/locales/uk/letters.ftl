segment-number = Група { $number }
letter-points = 🔑 Із цим листом вам +{ $points ->
    [one] { $points } бал
    [few] { $points } бали
   *[many] { $points } балів
 }.
