# Tables that managers bring in: payments, purchases, visits, people, lists.

command-import = payments, purchases, visits, people: bring in a table
import-ask =
    Send a table (.xlsx, .xls or .csv, up to 50,000 rows): payments, purchases, visits, tickets, events, facts about people, or a list of people.

    Each row needs to say <b>whom</b> it is about (Telegram id or username, phone, e-mail, account, or building and flat) and, for things done, <b>when</b>; payments and purchases <b>how much</b>, refunds with a minus. Nothing is written before you have seen every row.
import-what = What are the rows of “{ $name }”?
import-subject-payment = 💳 Payments
import-subject-purchase = 🛒 Purchases
import-subject-visit = 🚪 Visits
import-subject-ticket = 🎫 Tickets
import-subject-event = 📅 Events
import-subject-people = 🙂 Facts about people
import-subject-list = 📋 A list of people
import-read = { $rows ->
    [one] { $rows } row read. Nothing is written yet.
   *[other] { $rows } rows read. Nothing is written yet.
 }
import-count-new = 🟢 New: { $count }
import-count-known = ⚪ There already: { $count }
import-count-unknown = 🟡 Person unknown: { $count }
import-count-faulty = 🔴 Not taken: { $count }
import-list = The list is called “{ $name }”.
import-leaving = On the list and not in the file, so they leave it: { $count }
import-days = From { $first } to { $last }
import-currency = Currency: { $currency }
import-column-read = “{ $header }” → { $column }
import-nothing-to-do = There is nothing to write.
button-import-write = { $count ->
    [0] Write it
    [one] Write { $count } row
   *[other] Write { $count } rows
 }
button-import-columns = ✏️ Columns say otherwise
button-import-back = ← To the rows
import-columns = What does each column say? Tap one to change it.
import-missing = No column says: { $columns }.
import-means = What does the column “{ $header }” say?
import-column-none = not read
import-column-telegram = Telegram id
import-column-username = username
import-column-phone = phone
import-column-email = e-mail
import-column-external = account, card
import-column-building = building
import-column-flat = flat
import-column-date = date
import-column-time = time of day
import-column-amount = amount
import-column-currency = currency
import-column-item = what it was for
import-column-category = category
import-column-maker = maker
import-column-place = place
import-column-number = its own number
import-column-birthday = birthday
import-column-tags = tags
import-column-stage = stage
import-column-manager = responsible
import-column-gender = gender
import-column-field = field of our own
import-written-deeds = { $count ->
    [one] Done: { $count } row written.
   *[other] Done: { $count } rows written.
 } Rules can ask now: <code>did("{ $kind }", within 30 days)</code>. /rules
import-written-people = { $count ->
    [one] Done: { $count } row written.
   *[other] Done: { $count } rows written.
 } Rules can ask about it: /rules
import-written-list = The list “{ $name }” is kept; changed: { $count }. It is a segment now: /rules
import-written-shell = { $count ->
    [one] { $count } row written.
   *[other] { $count } rows written.
 }
import-unread-no-header = No row of this table names its columns.
import-unread-no-table = I could not open this as a table. Save it as .xlsx or .csv and send it again.
import-unread-no-rows = There is nothing under the header.
import-unread-too-long = More than 50,000 rows: send it in parts.
import-letters-guessed = The file is not in UTF-8: I read it as Windows writes Cyrillic (Windows-1251). Where words look wrong, save it in UTF-8 and send it again.
import-name-empty = A list needs a name: --name "Garden club".
import-head-row = Row
import-head-who = Who
import-head-fate = What becomes of it
import-head-when = When
import-head-amount = Amount
import-head-why = Why
import-fate-new = new
import-fate-known = there already
import-fate-unknown = person unknown
import-fate-faulty = not taken
import-in-column = column “{ $header }”: { $why }
import-reason-nobody-named = no cell says whom the row is about
import-reason-not-found = nobody who has agreed is known by this
import-reason-no-such-flat = there is no such flat in the roster
import-reason-flat-empty = nobody is known to live in this flat
import-reason-several = { $hint } people fit: add a phone, a username or a Telegram id
import-reason-contradicts = its cells name different people
import-reason-which-building = the flat is given, the building is not
import-reason-date-missing = there is no date
import-reason-date-unreadable = “{ $hint }” is no date; write 31.12.2026 or 2026-12-31
import-reason-date-ahead = “{ $hint }” lies in the future
import-reason-amount-missing = there is no amount
import-reason-amount-zero = the amount is 0: that is no payment
import-reason-amount-unreadable = “{ $hint }” is no clear amount; write 1234.50
import-reason-currency-unknown = “{ $hint }” is no currency I know; write UAH, EUR
import-reason-other-currency = another currency: { $hint }
import-reason-gender-unreadable = “{ $hint }”: write f or m
import-reason-email-unreadable = “{ $hint }” is no e-mail address
import-reason-phone-unreadable = “{ $hint }” is no phone number
import-reason-nothing-said = the row says nothing of the person
import-reason-said-twice = row { $hint } has the same number
import-reason-number-taken = the same number was brought in before with another person, date or amount: perhaps it only counts the rows
table-left = The table is put aside, nothing of it is written. To go on, send the file again.
table-gone = This table waits no more: it was written, put aside or replaced by another. To bring it in, send the file again.
file-waits = I leave the file for now: you are writing something else, and it is safe. Finish it (or drop it: /cancel), then send the file again.
