segment-number = Segment { $number }
letter-points = 🔑 This message brings you { $points ->
    [one] +{ $points } point
   *[other] +{ $points } points
 }.
