# Goals: what is wanted of a segment, how far it is, who answers for it; a reminder each quarter.

button-goals = 🎯 Goals
button-goal-show = 🎯 { $number }
button-goal-new = ＋ Set a goal
button-goal-owner = 👤 Who answers for it
button-goal-end = 🗑 Put the goal away
button-goals-all = 🎯 All goals
goals-title = 🎯 Goals
goals-none = There are no goals yet. A goal is a number, a day, and somebody who answers for it.
goal-everybody = everybody who is divided
goal-gone = the segment is no more
goal-nameless = without a name
goal-about-ask = <b>{ $title }</b>

    About whom is the goal?
goal-measure-ask = By what shall it be measured?
goal-measure-size = how many people
goal-measure-answers = of those invited in 90 days, who answered
goal-measure-nps = NPS: would they recommend us
goal-measure-csat = the share of the satisfied (4 and 5 of 5)
goal-measure-paid = what one person has paid
goal-target-size = How many people shall there be? Write a number.
goal-target-answers = How many per cent of those invited shall answer? Write a number from 1 to 100.
goal-target-nps = Which NPS do you want? Write a number from -100 to 100.
goal-target-csat = How many per cent shall be satisfied? Write a number from 1 to 100.
goal-target-paid = What shall one person have paid on average? Write the sum.
goal-target-again = It takes a number that can be. Please try again, or /cancel
goal-due-ask = By which day? Choose, or write a date.
goal-due-again = It takes a day to come, for example 31.12.2027. Changed your mind? /cancel
goal-line = { $about }: { $measure } — { $target } by { $day }
goal-now = Now: { $value }.
goal-now-between = Now: { $value } ({ $low } to { $high }).
goal-now-unknown = Now nobody can tell: too few people or data.
goal-start = At the start: { $value }.
goal-way = { $share } of the way is done.
goal-reached = The goal is reached 🎉
goal-left = { $days ->
    [0] It is due today.
    [one] { $days } day left.
   *[other] { $days } days left.
 }
goal-late = { $days ->
    [one] It was due { $days } day ago.
   *[other] It was due { $days } days ago.
 }
goal-owner = { $name } answers for it.
goal-owner-ask = Who shall answer for this goal?
alert-review = { $count ->
    [one] 🎯 A new quarter: time to look at { $count } goal.
   *[other] 🎯 A new quarter: time to look at { $count } goals.
 }
alert-review-overdue = Past their day: { $count }.
mute-review = 🔕 No reminders of goals
fault-no-such-goal = This goal, or what it is about, is no more. All goals: /goals
fault-goal-unfit = Such a goal cannot be set: the number does not fit, the day is past, or there are too many goals already.
button-goals-back = ‹ Back
goals-where = A new goal is set on the page of a division of people, or of a segment by a rule: the button 🎯.
button-goals-schemes = 👥 Segments by answers
button-goals-rules = 📐 Segments by rules
