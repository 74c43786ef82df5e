survey-faults = { $count ->
    [one] There is { $count } place in the file that I cannot read. Mend it and send the file again:
   *[other] There are { $count } places in the file that I cannot read. Mend them and send the file again:
 }
survey-faults-more = { $count ->
    [one] …and { $count } more place. Mend these first.
   *[other] …and { $count } more places. Mend these first.
 }
survey-warnings = The survey is in. Worth a look:
fault-line = Line { $line }
fault-line-question = Line { $line }, question { $question }
fault-suggestion = Perhaps: <code>{ $suggestion }</code>

fault-file-too-large = The file is too large: { $length } bytes, and I read up to { $limit }.
fault-broken-yaml = The file cannot be read from here on. Check quotes and indents here and one line above.
fault-tab-indent = This line is indented with a tab. Use spaces.
fault-colon-needs-quotes = There is a second colon in this line. Put the text into quotes: "Lift: how is it?"
fault-strange-character = There is a character here that a text cannot hold ({ $character }). Delete it.
fault-alias-refused = References like *{ $name } are not read here. Write the text out.
fault-nested-too-deep = There are too many levels inside one another: more than { $limit }.
fault-empty-file = The file is empty. Start with the lines “survey:”, “title:” and “questions:”.
fault-mapping-needed = “{ $place }” needs “name: value” lines under it.
fault-list-needed = “{ $place }” is a list: lines that begin with a dash.
fault-text-needed = “{ $place }” has no text.
fault-number-needed = “{ $place }” needs a number, not “{ $value }”.
fault-whole-number-needed = “{ $place }” needs a whole number, not “{ $value }”.
fault-yes-or-no-needed = “{ $place }” is yes or no, not “{ $value }”.
fault-number-out-of-range = “{ $place }” goes from { $minimum } to { $maximum }.
fault-missing = “{ $place }” is missing.
fault-unknown-key = There is no “{ $key }” here.
fault-key-of-another-kind = A question of the kind “{ $kind }” has no “{ $key }”.
fault-duplicate-key = “{ $key }” stands in line { $first } already. Keep one.
fault-bad-key = “{ $key }” is no short name ({ $place }): 1 to 32 of a–z, 0–9, _ and - are needed.
fault-repeated-question = The question “{ $key }” stands in line { $first } already. Give this one another name.
fault-no-questions = The survey asks nothing yet. Add questions under “questions:”.
fault-too-many-questions = { $length ->
    [one] There is { $length } question here, and { $limit } is the most.
   *[other] There are { $length } questions here, and { $limit } is the most.
 }
fault-too-many-calculated = { $length } calculated values are too many; { $limit } is the most.
fault-no-kind = The question has no text. Add a line such as “open: What do you like?”.
fault-two-kinds = A question cannot be “{ $kind }” and “{ $other }” at once. Make two of it.
fault-unknown-basis = There is no “{ $value }” here. There are: { $allowed }.
fault-text-empty = The text of “{ $place }” ({ $language }) is empty.
fault-text-too-long = The text of “{ $place }” ({ $language }) is too long: { $length } characters, and { $limit } fit.
fault-bad-language = “{ $language }” is no code of a language.
fault-language-missing = “{ $place }” is not translated: { $languages }. People will see another language.
fault-no-choices = There is nothing to choose from. Add lines such as “lift: The lift”.
fault-choices-need-keys = Every choice needs a short name of its own.
fault-too-many-choices = { $length ->
    [one] { $length } choice does not fit, { $limit } is the most.
   *[other] { $length } choices do not fit, { $limit } is the most.
 }
fault-label-too-long = A button holds { $limit } characters, and “{ $choice }” ({ $language }) has { $length }.
fault-repeated-label = “{ $choice }” and “{ $other }” read the same ({ $language }). Call them differently.
fault-exclusive-in-single = Only one can be chosen here anyway. Take “exclusive” off “{ $choice }”.
fault-exclusive-everywhere = If every choice excludes the others, this is a “single:” question.
fault-bad-picks = “{ $value }” does not say how many may be ticked.
fault-picks-beyond-choices = Nobody can tick { $picks }: there are only { $choices } choices.
fault-bounds-reversed = “from” ({ $low }) must be less than “to” ({ $high }).
fault-scale-too-long = The scale is too long: { $length } points, and { $limit } is the most.
fault-no-whole-number = There is no whole number between { $low } and { $high }. Add “whole: no”.
fault-reversed-alone = “reversed” means nothing without “construct”.
fault-other-twice = Only one choice can ask for people's own words, and “{ $choice }” is the second. Take “other” off it.
fault-expression-broken = “{ $place }” cannot be read from “{ $found }” on.
fault-expression-too-long = “{ $place }” is too long to follow. Put a part of it under “calculated:”.
fault-unknown-function = In “{ $place }”: there is no { $name }(). There are: { $allowed }.
fault-unknown-name = In “{ $place }”: the survey has no question “{ $name }”.
fault-unknown-choice = In “{ $place }”: the question “{ $question }” has no choice “{ $choice }”.
fault-wrong-type = In “{ $place }”: this is { $found ->
    [number] a number
    [text] a text
    [yes-no] yes or no
    [choice] one of the choices
    [choices] a list of choices
    [date] a date
   *[time] a time
 }, and what is needed is { $needed ->
    [number] a number
    [text] a text
    [yes-no] yes or no
    [choice] one of the choices
    [choices] a list of choices
    [date] a date
   *[time] a time
 }.
fault-nothing-to-ask = In “{ $place }”: “{ $name }” is a note, it has no answer.
fault-unknown-column = In “{ $place }”: no choice here has a column “{ $name }”.
fault-bad-pattern = In “{ $place }”: this pattern cannot be used. Write it out in quotes, with no repeats inside repeats.
fault-no-choice-ever = In “{ $place }”: the filter leaves nobody anything to choose from.
fault-bad-default = In “{ $place }”: this is no answer to the question, so it cannot be proposed.
fault-empty-block = There is nothing in this block. Add “questions:” under it.
fault-loop-over-nothing = What does this loop go over? Add “over: question”, “times: number” or “again: One more?”.
fault-loop-over-twice = A loop goes over choices, or so many times, or as long as people say yes. Keep one of them.
fault-no-choices-to-loop = In “{ $place }”: “{ $name }” has no choices to go over.
fault-too-many-unfolded = With its loops the survey comes to { $length } questions, and { $limit } is the most.
fault-inside-a-loop = In “{ $place }”: “{ $name }” has one answer for each thing. Take sum, min, max or count of it.
fault-in-any-order = In “{ $place }”: “{ $name }” may be asked after this, as their order is drawn by lot.
fault-loop-basis = Inside a loop “{ $place }” does nothing: segments rest on what everybody is asked once.
fault-filter-with-other = “or_other” and “choice_filter” do not go together. List “other” among the choices.
fault-times-capped = This is asked at most { $limit } times, whatever the number is.
fault-seed-ignored = Every response draws its own order and keeps it. This seed is not used.
fault-sheet-ignored = The sheet “{ $sheet }” does nothing in a chat.
fault-bad-date = In “{ $place }”: “{ $value }” is no date. Write it like 2026-05-31.
fault-asked-later = In “{ $place }”: “{ $name }” is asked only later. Move that question up.
fault-refers-to-itself = In “{ $place }”: whether “{ $name }” is asked cannot depend on its own answer.
fault-cycle = In “{ $place }”: these follow from one another in a circle: { $names }.
fault-unreachable = Nobody will ever be asked this: the condition in “{ $place }” cannot be met.
fault-dead-end = Some people will have no answer left: “{ $place }” takes none. Loosen it, or add “optional: yes”.
fault-piped-label = In “{ $place }”: an earlier answer cannot go on a button. Put it into the question's text.
fault-message-alone = “constraint_message” is never said without “constraint”.
fault-cell = Sheet { $sheet }, row { $line }, column { $column }
fault-cell-question = Sheet { $sheet }, row { $line }, column { $column }, question { $question }
fault-not-utf8 = The file is not in UTF-8. Save it as text in UTF-8.
fault-letters-guessed = The file is not in UTF-8: I read it as Windows writes Cyrillic (Windows-1251). Where words look wrong, save it in UTF-8 and send it again.
fault-workbook-broken = The spreadsheet cannot be opened ({ $problem }). Save it again as .xlsx and send it once more.
fault-header-twice = The column “{ $place }” stands twice on one sheet. Leave one of them.
fault-table-headers = This is a table with the columns “{ $found }”. A survey has the columns type, name and label (one question a row; options on the sheet “choices”). /new gives you a spreadsheet to fill in.
fault-no-questions-in-sheets = The form asks nothing yet. Add a row with type, name and label, for example: text, wish, What do you miss?
fault-expression-too-long-in-sheets = “{ $place }” is too long to follow. Put a part of it into a row “calculate” of its own.
fault-no-survey-sheet = The spreadsheet has no sheet “survey” with questions.
fault-type-refused = “{ $value }” cannot be asked in a chat.
fault-type-unknown = There is no type “{ $value }”.
fault-list-missing = The sheet “choices” has no list “{ $value }”.
fault-group-open = A group has lost its other half: “begin group” and “end group” belong together.
fault-xpath-unsupported = In “{ $place }”: “{ $found }” cannot be read here.
fault-column-refused = The column “{ $place }” does not work in a chat. Take it out of this row.
fault-column-ignored = The column “{ $place }” does nothing in a chat.
fault-picture-no-address = A picture is shown from the web: write its address (https://…) here, not a file’s name.
fault-labels-unequal = There are { $labels } labels for { $points } points: one for each is needed.
fault-items-beyond = From { $minimum } to { $maximum } options can be compared; here are { $length }.
