first-words = Hello! This is where your house listens. A few minutes of questions, and the messages you get will be about what matters to you.
first-words-of = Hello! This is where { $house } listens. A few minutes of questions, and the messages you get will be about what matters to you.
consent = We keep your first name and number in Telegram, your language, answers, points, the messages you get and which link you came by, to learn what the house needs and write to the point. You can erase it all at any time: /forget
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
button-keep = Leave it so
button-change = Change it
button-change-answers = Change my answers
button-go-on = Go on
already-answered = You have already answered “{ $question }”: “{ $answer }”. Change it?
still-recorded = This is recorded already.
nothing-asked = I am not asking anything right now. To begin: /survey, for help: /help
welcome-back = Welcome back! You stopped at question { $position } of { $total }. Shall we go on?
caught-up = I was away for a moment and am back. Everything you sent has arrived.
thanks-plain = Thank you! This helps the house.
thanks-points = { $points ->
    [one] +{ $points } point
   *[other] +{ $points } points
 } for you. When it is decided what to do, I will write.

points-balance = You have { points }.
points-none = You have 0 points so far. They come with your first survey: /survey
points-line = { $date }: { $points } — { $reason }
reason-survey = for a survey
reason-campaign = with a message
reason-other = other

choose-language = Which language shall we speak?
language-chosen = All right, English it is.

forget-sure = Erase everything: your name, answers, points, your place in segments? It cannot be brought back.
button-forget = Yes, erase everything
button-stay = No, keep it
forgotten = Done: I no longer know you. To come back, send /start
forget-not = All right, everything stays as it was.
your-id = Your number in Telegram: <code>{ $id }</code>. Tell it to an admin who asks for it.

group-private = I answer in private: https://t.me/{ $bot }
unknown-command = I have no such command. What I can do: /help
edited-kept = I see the edited message, but the answer stays as first sent. To change it, use the Back button.

help-resident =
    I ask questions for the house and write to you about what matters to you.

    /survey — answer questions
    /points — my points
    /language — language
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
rejected-tap-a-button = Please tap one of the buttons under the question.
