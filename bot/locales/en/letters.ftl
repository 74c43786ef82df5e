segment-number = Group { $number }
letter-points = 🔑 This message brings you { $points ->
    [one] +{ $points } point
   *[other] +{ $points } points
 }.
