command-home = where I live
home-address = { $building }, flat { $number }
home-role-owner = owner
home-role-tenant = tenant
home-role-family = family
home-role-council = house council
home-since = since { $day }
home-waits = ⏳ A manager still has to confirm it.
home-unknown = I do not know where you live yet. With your flat known, you are asked about your own house and entrance.
home-just-write = You can simply type the flat and the house: flat 45, house 12A
home-welcome = 🔑 Welcome home! Now I know where you live. Who are you there?
home-code-ask = Send the code from the card on your door, for example CDFG-3467.
home-building-ask = Which house do you live in? Tap it, or write house and flat: 12A, 45
home-which-house = Flat { $number }: in which house?
home-which-house-write = Flat { $number }: in which house? Write its name.
home-flat-write = Write house and flat in one message: 12A, 45
home-number-ask = What is the number of your flat?
home-address-unclear = I do not find such a house. Write it as in the address, then the flat: 12A, 45
home-place-ask = Where do you live? Write district, city and region, for example: Podil, Kyiv, Kyiv region
home-place-kept = 📍 Noted: { $place }. To change it: /home
home-since-ask = Since when have you lived here? Write the day, for example 1 May 2020.
home-since-unfit = This day cannot be right: write one that has been, for example 1 May 2020.
home-out-sure = { $address }: you no longer live there?
home-moved-out = Done: nobody will ask you about this house any more. A new home: /home
home-confirmed = Confirmed: you live here.
home-declined = A manager could not confirm that you live here: { $address }. Perhaps the number has a slip in it? To try again: /home
button-home-code = 🔑 I have a code
button-home-say = 🏠 Say which flat
button-home-place = 📍 My house is not here
button-home-since = Since when
button-home-out = I have moved out
button-home-out-surely = Yes, I have moved out
button-home-stay = No, I live here
button-home-another = One more flat
claim-waits = { $name } lives here, they say: { $address }. Is it so?
claim-confirmed = ✓ { $name } lives here: { $address }
claim-declined = Not confirmed: { $name }, { $address }
claim-settled = This is settled already.
button-claim-true = Yes, confirm
button-claim-false = No
fault-flat-gone = This is no longer so. Have a look: /home
fault-wrong-code = No flat has this code. Compare it with the card once more: 8 letters and digits. { $left ->
    [one] { $left } more try, then a pause.
   *[other] { $left } more tries, then a pause.
 }
fault-codes-paused = Too many wrong codes in a row. The next one in { $minutes ->
    [one] { $minutes } minute.
   *[other] { $minutes } minutes.
 } Or say your flat, and a manager confirms it: /home
fault-no-such-flat = There is no flat { $number } in { $building }. Write the number once more.
