hint-long-list = Leaf through, or write part of a name and I will find it.
ticked-so-far = Ticked: { $labels }
button-whole-list = The whole list
found-by = { $count ->
    [one] “{ $text }” is in { $count } option. Tap it.
   *[other] “{ $text }” is in { $count } options. Tap the right one.
 }
rejected-not-found = Nothing is found by “{ $text }”. Try part of a word, or leaf through the list.
