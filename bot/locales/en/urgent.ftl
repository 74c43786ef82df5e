alert-urgent = An answer to “{ $title }” sounds urgent:
danger-despair = somebody writes of not wanting to live
danger-violence = violence or a threat
danger-gas = a smell of gas
danger-fire = fire or smoke
danger-trapped = somebody is stuck in a lift
danger-water = water is flooding in
danger-cold = no heating in frost
urgent-sealed = The survey is sealed: who wrote it and where they live is not known.
urgent-nowhere = Where they live is not known.
urgent-doubt = I judge by single phrases and may be wrong. If a life is in danger, call 112.
mute-urgent = Urgent answers: do not tell me
unmute-urgent = Urgent answers: tell me

alert-stalled = { $count ->
    [one] { $count } letter has been waiting for ten minutes and does not leave.
   *[other] { $count } letters have been waiting for ten minutes and none leaves.
 }
stalled-paused = The delivery is paused.
mute-stalled = Stalled letters: do not tell me
unmute-stalled = Stalled letters: tell me
care-despair = Thank you for writing this. It must be very hard, and you need not carry it alone. Please call 112, or somebody you trust, and do not stay by yourself now. My questions can wait.
care-violence = Nobody may threaten or hurt you, and it is not your fault. If you are in danger, go where other people are and call 112. My questions can wait.
care-gas = If you smell gas now: no light switches, no flame. Open a window, shut the tap if you can, go out of the house and call 112 from there.
care-fire = If something is burning now: leave by the stairs, not the lift, shut the door behind you, and call 112 from outside.
care-trapped = If somebody is stuck in a lift now: press the call button in it and do not force the doors. If anybody feels ill, call 112.
care-water = If water is coming in now: shut the riser's tap if you can reach it, and keep away from sockets and wires. If people are in danger, call 112.
care-cold = If it is freezing at home now, go somewhere warm, above all with children, old or ill people. If anybody feels ill, call 112.
care-house = You can also call: { $contacts }
care-no-watch = I cannot call for you, and managers may read this late. Please call yourself.
care-untold = I am not asking anything right now, so I have told nobody. Please call yourself.
