command-print = posters, door cards, paper
paper-doors = Door cards
paper-door-scan = Point your phone's camera here: your house listens in Telegram.
paper-door-code = Or send this code to:
paper-poster = Your house listens to you here
paper-poster-why = A few questions in Telegram, and the messages you get are about what matters to you.
paper-poster-short = { $most ->
    [one] { $most } question at most.
   *[other] { $most } questions at most.
 }
paper-poster-scan = Point your phone's camera here
paper-poster-other = Or open Telegram and find { $bot }
paper-how = Put a cross into the box that fits. Where there is a line, write. An arrow says which question comes next.
paper-flat = House ______________   Flat ________   (may stay empty)
paper-one = One box.
paper-many = All that fit.
paper-many-max = { $most ->
    [one] { $most } box at most.
   *[other] { $most } boxes at most.
 }
paper-rank = { $places ->
    [one] Put 1 into the box of what matters most.
   *[other] Number from 1 (matters most) to { $places }.
 }
paper-day = day, month, year
paper-row = One box in each row.
paper-sets = In each set one cross on the left (+) and one on the right (−). + { $best } − { $worst }
paper-media = This does not fit on paper: show it to whoever collects the sheets, and they will add it.
paper-place = address or place
paper-phone = telephone
paper-go-to = to question { $number }
paper-end = to the end
paper-only-if = Only if { $condition }:
paper-only-some = Depends on your answers to: { $questions }
paper-if = { $number } is “{ $answer }”
paper-if-not = { $number } is not “{ $answer }”
paper-if-than = { $number } is { $how } { $value }
paper-thanks = Thank you! This helps the house.
paper-return = Please give the sheet back to whoever brought it, or to the house council.
print-what = What shall I print?
print-language = In which language?
print-house = For which house?
print-survey = Which survey?
print-no-houses = There are no flats yet, and a door card needs one: /homes
print-no-surveys = There is no survey to print yet: /surveys
print-preparing = 🖨 Preparing…
print-ready = 🖨 Ready to print: A4, at 100%.
print-failed = The paper did not come together: something broke on our side. Please try again a little later.
print-doors-note = Flats: { $count }. One card, one flat: whoever scans it is known to live there, so keep them from strangers.
button-print-poster = 🪧 Poster
button-print-doors = 🚪 Door cards
button-print-paper = 📄 Paper questionnaire
button-print-no-survey = No survey, just the bot
button-print-all-houses = All houses
