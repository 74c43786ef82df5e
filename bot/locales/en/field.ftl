survey-invitation = Neighbours are asked: “{ $title }”.
survey-reminder = The survey “{ $title }” still waits for your answer.
survey-closing = The survey “{ $title }” is over, thank you: answers that were not finished do not count.
survey-followup = 💬 You answered “{ $title }”. This is what came of it:
invitation-points = { $points ->
    [one] +{ $points } point for your answer.
   *[other] +{ $points } points for your answer.
 }
button-answer = Answer
button-not-for-me = Not for me
button-refuse = I would rather not
button-ineligible = I do not live here
decline-why = Fine. Is it that you would rather not, or that you do not live here?
declined = Thank you for telling. I will not ask about this survey again.

command-invite = invite to a survey
button-field = ⚙️ Field
button-invite = ✉️ Invite
button-audience = Whom we ask
button-opens = Opens
button-closes = Closes
button-goal = Goal
button-one-per-person = One answer a person
button-one-per-flat = One answer a flat
button-sealed-on = 🔒 Make it anonymous
button-sealed-off = Make it named
button-takers-on = Show who took part
button-takers-off = Do not show who took part
button-results-on = Show results to respondents
button-results-off = Keep results to managers
field-audience = We ask: { $audience }
field-people = { $count ->
    [one] Known by name: { $count } person
   *[other] Known by name: { $count } people
 }
field-no-dates = No dates: open from publication until it is closed.
field-opens = Opens on { $day }
field-closes = Last day: { $day }
field-one-per-person = One answer a person
field-one-per-flat = One answer a flat
field-named = Answers are kept with their person.
field-sealed = 🔒 Sealed: finished answers are kept without their person. Segments made of them cannot be written to.
field-takers-on = Managers see who took part, never with which answers.
field-takers-off = Managers do not see who took part.
field-results-on = Those who answered see the results.
field-results-off = Results are for managers only.
field-goal = Goal: { $goal }
field-type-opens = From which day are answers taken? For example “3 May”; a dash for no date. To leave it: /cancel
field-type-opens-again = A day is needed here, for example “3 May”, or a dash for none.
field-type-closes = Which day is the last one? For example “17 May”; a dash for no date. To leave it: /cancel
field-type-closes-again = A day is needed here, for example “17 May”, or a dash for none.
field-type-goal = How many answers do you hope for? A number; a dash for none. To leave it: /cancel
field-type-goal-again = A whole number is needed here, for example 60, or a dash for none.
audience-choose = Whom do we ask?
audience-everybody = everybody
audience-segment = the segment “{ $name }”
audience-building = the building { $name }
audience-list = a list of names
audience-link = whoever comes by the link
audience-qr = whoever comes by the QR code

invite-choose = Which survey shall we invite to?
invite-no-survey = No survey is open: /surveys
invite-preview = This is what people will get:
invite-nobody = There is nobody to invite: everybody asked has had a letter, has answered or has declined.
invite-write = Send the letter in one message; {"{"}name{"}"} and {"{"}house{"}"} can be put in. The button that opens the survey comes below it. To leave it: /cancel
remind-nobody = There is nobody to remind: everybody invited has answered or declined.
button-own-words = In my own words
button-remind = 🔔 Remind those still silent
button-links = 🔗 Links for a list of names
links-names = Send the names, one a line (for example “Vera, flat 12”). Each gets a link of their own, and only they can answer. To leave it: /cancel
links-made = { $count ->
    [0] There was no name in the message.
    [one] Here is { $count } link, good for one person:
   *[other] Here are { $count } links, each good for one person:
 }

sealed-notice =
    🔒 This survey is anonymous. While you answer, your answers wait under your name, so that you can stop and go on. The moment you finish, your name is cut off for good: nobody can tell which answers are yours, nor can they be changed or taken back. Only that you took part is noted. If your words tell of danger (gas, fire, violence), managers hear of the danger, not of you. Do not write in words who you are.
fault-not-yet-open = This survey opens on { $day }.
fault-not-invited = This survey asks other people. Those for you: /survey
fault-flat-has-answered = One answer a flat is taken here, and somebody at your home has given it. Thank you both!
fault-already-took-part = You have taken part, thank you! The answers are sealed: they cannot be opened or changed.
fault-seal-stays = People have begun: what they were promised about anonymity stays as it is.
fault-dates-reversed = The last day must not come before the first.

command-results = live results
command-followup = tell what came of a survey
button-results = 📊 Results
button-followup = 💬 Tell what came of it
followup-choose = Which survey did something come of? Those who answered it read what you write.
followup-no-survey = Nobody has answered a survey yet: /surveys
followup-write = What came of the survey: what was decided, what is done, or what will not be and why? Write it in one message; {"{"}name{"}"} and {"{"}house{"}"} can be put in. Everybody who answered gets it, above it stands which survey it is about. To leave it: /cancel
button-status = How far we are
button-page-back = ← Back
button-page-on = On →
button-post-back = ← To the field work
results-others = ← Results of another survey
results-choose = Whose results?
results-none = No survey has been open yet: /surveys
results-nothing = { $count ->
    [one] { $count } person has answered. There is no question here to draw a picture of.
   *[other] { $count } people have answered. There is no question here to draw a picture of.
 }
results-too-few = Fewer than 5 people have answered: nothing is shown yet.
results-hidden = Too few people stand in each answer to show any.
results-first = { $share }% say: “{ $first }”.
results-mean = On average { $mean } of { $most } ({ $low } to { $high }).
results-no-first = No clear first: “{ $first }” and “{ $second }” are too close to tell.
results-share = { $share }% ({ $low }–{ $high })
results-score = { $score } ({ $low } … { $high })
results-best-of-all = Best of all: “{ $first }”.
results-always-worst = always the worst
results-always-best = always the best
results-scores = A score says how much oftener it was called the best than the worst: +100 is always the best, −100 always the worst.
results-interval-of-scores = In brackets, and as a line on the bar: where the score lies with 95% certainty.
results-bin = from { $low } to under { $high }
results-people = Answered: { $shown }.
results-interval = In brackets, and as a line on the bar: where the share lies with 95% certainty.
results-first-places = Counted: who put it first.
results-weighted = Weighted to the set shares (design effect { $effect }): as telling as { $people } unweighted answers.
results-coarse = The picture changes with every five answers.

status-begun = Begun: { $begun }, finished: { $done }
status-nobody-invited = Nobody has been invited by name yet, so there are no rates: it is not known how many were asked.
status-invited = { $count ->
    [one] { $count } person was invited:
   *[other] { $count } people were invited:
 }
disposition-invited = { $count } — the letter has not arrived yet
disposition-reached = { $count } — got it and said nothing
disposition-unreachable = { $count } — unreachable
disposition-started = { $count } — in the middle
disposition-break-off = { $count } — broke off before half
disposition-partial = { $count } — left after half
disposition-completed = { $count } — finished
disposition-refused = { $count } — would rather not
disposition-ineligible = { $count } — do not live here
status-rates = <b>Shares</b> (in brackets the 95% interval; behind each its name in the AAPOR standard)
rate-rr1 = { $share } of all who were asked finished. <i>RR1</i>
rate-rr2 = { $share } with those who left after half. <i>RR2</i>
rate-rr3 = { $share } if those who said nothing live here as often as those who reacted. <i>RR3</i>
rate-con1 = { $share } reacted at all. <i>CON1</i>
rate-coop1 = { $share } of those who reacted finished. <i>COOP1</i>
rate-ref1 = { $share } refused or broke off. <i>REF1</i>
status-doors = <b>Finished, of all who were asked, by entrance</b>
door = { $building }, entrance { $entrance }
status-steps = <b>Where people leave</b>
status-step = shown { $shown }, answered { $answered }, left here { $left }
status-sealed = 🔒 The survey is sealed: who took part is not shown.
status-takers = 🔒 Took part (their answers are not known): { $names }

button-post = 📌 Post in the house's group
button-choose-group = Choose a group
button-answer-private = Answer in private
post-how = Choose a group of which you are an admin: I join it, post the survey and keep the count of neighbours current; otherwise I stay quiet. For a channel, make me an admin there and send me its @name. To leave it: /cancel
post-people = { $count ->
    [0] Be the first of the neighbours.
    [one] { $count } neighbour has taken part.
   *[other] { $count } neighbours have taken part.
 }
post-over = { $count ->
    [one] The survey is over: { $count } neighbour took part. Thank you!
   *[other] The survey is over: { $count } neighbours took part. Thank you!
 }
post-not-admin = I do not see you as an admin there. Check the @name, and that I am in the channel too.
post-refused = I may not write there. Make me an admin with the right to post, then send the name again.
post-done = Posted. The count is kept current by itself.
fault-posted-already = This survey has its post in that chat already.

alert-complete = The goal of “{ $title }” is reached: { $completed } of { $goal }.
alert-closed = The survey “{ $title }” is closed. Finished: { $completed }. Those who answered wait to hear what came of it.
alert-quiet = “{ $title }”: { $completed } of { $goal } so far. Remind those who have not answered?
alert-doors = Quietest: { $doors }.
mute-complete = Goals reached: do not tell me
mute-closed = Closed surveys: do not tell me
mute-quiet = Quiet surveys: do not tell me
unmute-complete = Goals reached: tell me
unmute-closed = Closed surveys: tell me
unmute-quiet = Quiet surveys: tell me
muted = All right, I will not tell you of this.
unmuted = All right, I will tell you of this.
fault-sealed-until-closed = This survey is sealed: its answers come out only when it is closed, so that no look at them gives one away.
status-answered = <b>{ $done } of { $invited } invited have answered.</b>
status-remind = The others can be reminded.
invitation-opens = Answers are taken from { $day } on.
invite-early = The survey opens on { $day } only: whoever taps the button before reads so. The letter says it too.
invite-unknown = Of those whom the survey asks I know nobody by name yet: they come by a door card, by /home, or by a personal link.
button-quotas = ⚖️ Quotas
field-quotas = { $count ->
    [one] Weighed by { $count } quota.
   *[other] Weighed by { $count } quotas.
 }
quotas = Answers are weighed so that each group counts as much as it has people. Nobody is turned away, whatever is full. By what?
quotas-nothing = There is nothing to weigh by: no question with options to choose one from, no entrances in the roster.
quota-by-entrance = Entrances of the roster
quota-entrance = entrance { $entrance }
quota-numbers = <b>{ $title }</b> How many people, or what share, has each group? In this order:
quota-how = One number a group, for example “60 40”; a dash takes the quota away. To leave it: /cancel
quota-again = { $count ->
    [one] { $count } number above zero is needed here.
   *[other] { $count } numbers above zero are needed here, one a group, in the order of the list.
 }
