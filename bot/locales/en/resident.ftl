first-words = Hello! This is where your house listens. A few minutes of questions, and the messages you get will be about what matters to you.
first-words-of = Hello! This is where { $house } listens. A few minutes of questions, and the messages you get will be about what matters to you.
consent = We keep your name, username and number in Telegram, your language, your flat, answers, points, payments and visits that the house notes, the messages you get, when you write and which link you came by, to learn what the house needs and write to the point. You can have it all as a file: /mydata, and erase it at any time: /forget
button-agree = I agree, let's begin
button-disagree = Not now
consent-refused = All right, nothing was kept. If you change your mind, send /start.

no-surveys = No questions right now. Look in again later: /survey
choose-survey = What shall we talk about?
survey-offer = { $title }
survey-offer-minutes = { $title } · { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 }
survey-finished-mark = ✓ { $title }
survey-all-answered = You have answered everything. Thank you! You can change your answers:
survey-already-done = You have been through this survey, thank you! You can change your answers.
survey-minutes = { $minutes ->
    [one] About { $minutes } minute.
   *[other] About { $minutes } minutes.
 }

progress = { $position } of { $total }
progress-open = { $position } of { $total }–{ $most }
hint-single-other = Choose one, or write your own.
hint-other = “{ $choice }”: write in a message what exactly.
hint-ranking = { $count ->
    [one] Tap what matters most, then Done.
   *[other] Tap in order, what matters most first. A second tap takes a place back.
 }
hint-number-unit = Write a number in a message ({ $unit }).
hint-date = Tap a day, or write it, for example “3 May”.
hint-time = Write a time, for example 18:30.
answer-seen = read
button-dont-know = I don't know
button-prefer-not = I'd rather not say
scale-low-nps = would not recommend at all
scale-high-nps = would certainly recommend
scale-low-csat = not satisfied at all
scale-high-csat = fully satisfied
scale-low-ces = it was very hard
scale-high-ces = it was very easy
date-in-words = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
 } { $year }
month-in-words = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
 } { $year }
weekdays = Mo Tu We Th Fr Sa Su
hint-multiple = Tick all that fit, then Done.
hint-multiple-max = { $maximum ->
    [one] Tick { $maximum } at most, then Done.
   *[other] Tick up to { $maximum }, then Done.
 }
hint-number = Send a number as a message.
hint-open = Write in your own words, in one message.
answer-given = Your answer: { $answer }
answer-skipped = skipped
button-done = { $count ->
    [0] Done
   *[other] Done ({ $count })
 }
button-back = ← Back
button-skip = Skip
button-proposed = { $answer } ✔
button-keep = Leave it so
button-change = Change it
button-change-answers = Change my answers
button-go-on = Go on
already-answered = You have already answered “{ $question }”: “{ $answer }”. Change it?
still-recorded = This is recorded already.
nothing-asked = I am not asking anything right now. To begin: /survey, for help: /help
welcome-back = Welcome back! You stopped at question { $position } of { $total }. Shall we go on?
caught-up = I was away for a moment and am back. Everything you sent has arrived.
thanks-plain = Thank you! This helps the house. When it is decided what to do, I will write.
thanks-points = { $points ->
    [one] +{ $points } point
   *[other] +{ $points } points
 } for you.

friend-link = This link is yours: send it to a neighbour who is not here yet.
    { $link }
points-balance = You have { points }.
points-none = You have 0 points so far. Surveys that bring points say so at the start: /survey
points-line = { $date }: { $points } — { $reason }
reason-survey = for a survey
reason-campaign = with a message
reason-other = other

choose-language = Which language shall we speak?
language-chosen = All right, English it is.

forget-sure = Erase everything: your name, flat, answers, points, your place in segments? It cannot be brought back.
button-mydata = 📄 First give me a copy
button-forget = Yes, erase everything
button-stay = No, keep it
forgotten = Done: I no longer know you. To come back, tap below.
farewell = All the best!
forget-not = All right, everything stays as it was.
your-id = Your number in Telegram: <code>{ $id }</code>. Tell it to an admin who asks for it.

group-private = I answer in private: https://t.me/{ $bot }
unknown-command = I have no such command. What I can do: /help

help-resident =
    I ask questions for the house and write to you about what matters to you.

    /survey — answer questions
    /points — my points
    /friend — a link for a neighbour
    /home — where I live
    /language — language
    /mydata — everything kept about me, as a file
    /forget — erase everything about me
    /id — my number in Telegram
    /help — this help

rejected-text-needed = An answer in words is needed here.
rejected-text-empty = The message is empty. Write at least a word.
rejected-text-too-long = Very thorough, thank you! But one message holds { $limit } characters and this has { $length }. Could you shorten it a little?
rejected-number-needed = A number is needed here, for example { $example }.
rejected-whole-number-needed = A whole number is needed here, for example { $example }.
rejected-number-too-small = A number of at least { $minimum } is needed here.
rejected-number-too-large = A number of at most { $maximum } is needed here.
rejected-not-on-scale = Choose from { $low } to { $high }.
rejected-not-a-choice = There is no such option. Tap one of the buttons under the question.
rejected-too-few-picks = { $minimum ->
    [one] Tick at least { $minimum }.
   *[other] Tick at least { $minimum }.
 }
rejected-too-many-picks = { $maximum ->
    [one] Only { $maximum } can be ticked. Untick one first.
   *[other] Up to { $maximum } can be ticked. Untick one first.
 }
rejected-exclusive-pick = This option stands alone.
rejected-skip-not-allowed = This question matters and cannot be skipped.
rejected-other-needed = “{ $choice }”: write in a message what exactly.
rejected-date-needed = A date is needed here. Tap a day in the calendar, or write it, for example “{ $example }”.
rejected-date-too-early = A day not before { $earliest } is needed here.
rejected-date-too-late = A day not after { $latest } is needed here.
rejected-time-needed = A time is needed here, for example 18:30.
rejected-rank-all = { $count ->
    [one] Give { $count } place, then tap Done.
   *[other] Give all { $count } places, then tap Done.
 }
rejected-just-go-on = Nothing to answer here: tap Go on.
rejected-constraint = This answer does not go with the others. Check it and answer once more, or go back to the earlier ones.
rejected-tap-a-button = Please tap one of the buttons under the question.
rejected-too-few-or-skip = { $minimum ->
    [one] Tick at least { $minimum }, or tap “Skip”.
   *[other] Tick at least { $minimum }, or tap “Skip”.
 }
button-begin-anew = Begin anew
