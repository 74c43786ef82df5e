command-homes = buildings and flats
houses = The houses:
houses-none = There is no house in the roster yet. Add one in a few taps, or send a table with the columns building, entrance, floor, flat.
house-label = { $building } · { $flats ->
    [one] { $flats } flat
   *[other] { $flats } flats
 }, { $people ->
    [one] { $people } person
   *[other] { $people } people
 }
house-flats = Flats: { $count }
house-entrances = Entrances: { $count }
house-living = People known: { $count }, in flats: { $flats }
house-codes = Flats with a code: { $count }
house-name-ask = What is the house called? As in the address, for example 12A or 12 Garden Street.
house-remove-sure = Take { $building } out of the roster? Flats: { $flats }, people bound to them: { $people }. The people and their answers stay, their flats and codes do not.
house-removed = The house is out of the roster.
button-house-add = ➕ Add a house
button-flat-find = 🔎 A flat
button-flat-add = ➕ Add a flat
button-house-remove = Take the house out
button-house-remove-surely = Yes, take it out
button-house-keep = No, keep it
button-houses = ← All houses
button-house-back = ← The house
button-claims = { $count ->
    [one] ⏳ { $count } person waits to be confirmed
   *[other] ⏳ { $count } people wait to be confirmed
 }
claims-none = Nobody waits to be confirmed.
shape-entrances = { $building }: how many entrances? Tap or write a number.
shape-floors = { $building }: how many floors with flats?
shape-a-floor = { $building }: how many flats on a floor of one entrance?
shape-number = A whole number is needed here, for example 9.
shape-sure = <b>{ $building }</b>: entrances { $entrances }, floors { $floors }, flats a floor { $a_floor }. { $flats ->
    [one] That makes { $flats } flat.
   *[other] That makes { $flats } flats, numbered from 1 to { $flats }.
 }
button-shape-build = Put it into the roster
flat-number-ask = What is the number of the flat?
flat-not-found = There is no such flat in this house. Write the number once more, or leave it: /cancel
flat-entrance = Entrance: { $value }
flat-floor = Floor: { $value }
flat-area = Area: { $value } m²
flat-code = Code: <code>{ $code }</code>
flat-no-code = There is no code for this flat now.
flat-nobody = Nobody is known to live here.
button-code-renew = 🔑 A new code
button-code-revoke = Make the code void
button-council = { $name }: house council
button-unbind = { $name } does not live here
fault-building-unfit = A house needs a name that is short and not taken, up to 30 entrances, 60 floors and 3000 flats; a flat needs a number.
fault-which-building = The table does not say which building the flats are in. Add a column “building”.

roster-plan = { $rows ->
    [one] { $rows } row read. Nothing is written yet.
   *[other] { $rows } rows read. Nothing is written yet.
 }
roster-count-new = 🟢 New: { $count }
roster-count-changed = 🔵 Changed: { $count }
roster-count-unchanged = ⚪ As it was: { $count }
roster-count-doubtful = 🟡 Doubtful: { $count }
roster-count-refused = 🔴 Not taken: { $count }
roster-count-absent = In the roster, not in the file: { $count }. They stay.
roster-example = Row { $row }: { $why }
roster-examples-more = …and { $count ->
    [one] { $count } more row
   *[other] { $count } more rows
 } like these: all of them are in the file above.
roster-ignored = I do not read these columns: { $columns }
roster-people-bound = I take no residents’ names from the list: people are bound to flats by themselves, by the code on their door or through /home, and you confirm.
roster-nothing-to-do = There is nothing to write.
roster-written = { $count ->
    [one] Done: { $count } flat written. The roster: /homes
   *[other] Done: { $count } flats written. The roster: /homes
 }
roster-sheet = Rows
roster-sheet-caption = Every row and what becomes of it.
roster-column-row = Row
roster-column-building = Building
roster-column-flat = Flat
roster-column-fate = What becomes of it
roster-column-why = Why
roster-fate-new = new
roster-fate-changed = changed
roster-fate-unchanged = as it was
roster-fate-doubtful = doubtful
roster-fate-refused = not taken
roster-fate-absent = not in the file, stays
roster-reason-no-flat = there is no number of a flat
roster-reason-no-building = there is no building
roster-reason-flat-is-date = the spreadsheet made a date of the number: give the column the format “text”
roster-reason-too-long = the name of the building or the number of the flat is too long
roster-reason-floor-unreadable = the floor is not a number that a house has
roster-reason-area-unreadable = the area is not a number of square metres
roster-reason-share-unreadable = the share is not like 1/4, 25% or 0.25
roster-reason-said-otherwise = row { $hint } says something else of the same flat
roster-reason-said-twice = row { $hint } says the same
roster-reason-building-from-above = the building is taken from the row above
roster-reason-building-like = a new building, called nearly like “{ $hint }”
roster-reason-floor-odd = an unusual floor
roster-reason-area-odd = an unusual area
roster-fact-entrance = entrance { $was } → { $new }
roster-fact-floor = floor { $was } → { $new }
roster-fact-area = area { $was } → { $new }
roster-fact-share = share { $was } → { $new }
roster-fact-district = district { $was } → { $new }
roster-fact-city = city { $was } → { $new }
roster-fact-region = region { $was } → { $new }
roster-unread-no-header = No row of this table names a column “flat”. The columns are called, for example: building, entrance, floor, flat, area.
roster-unread-no-table = I could not open this as a table. Save it as .xlsx or .csv and send it again.
roster-unread-no-rows = There is a header, but no flat under it.
roster-unread-too-long = More than 50,000 rows: send it in parts.
button-roster-write = { $count ->
    [one] Write { $count } row
   *[other] Write { $count } rows
 }
button-roster-doubtful = { $count ->
    [one] With the doubtful ones: { $count } row
   *[other] With the doubtful ones: { $count } rows
 }
button-roster-drop = Leave it
roster-dry = Nothing is written: a dry run.
