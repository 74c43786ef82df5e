# Exports: columns, codes, sheets.

export-says-id = Response number
export-says-person = Person (a name that means nothing)
export-says-version = Survey version
export-says-source = Where they came from
export-says-state = How far they got
export-says-completed = completed
export-says-partial = not completed
export-says-mode = how it was answered
export-says-by-themselves = by themselves
export-says-assisted = entered by a manager from paper
export-says-started-at = Started (UTC)
export-says-touched-at = Last active (UTC)
export-says-completed-at = Completed (UTC)
export-says-seconds = Seconds from start to end
export-says-weight = Weight by the care it was given with (1: nothing to notice)
export-says-flag-reading = faster than it can be read
export-says-flag-hurry = much faster than others
export-says-flag-straight = one and the same answer down a row
export-says-flag-contradiction = agrees with opposite statements
export-says-flag-nonsense = random letters
export-says-status = whether answered
export-says-answered = answered
export-says-words = in their own words
export-says-ticked = ticked
export-says-not-ticked = not ticked
export-says-not-ranked = given no place
export-says-calculated = calculated
export-says-yes = yes
export-says-no = no

export-says-best = times best
export-says-worst = times worst
export-says-shown = times shown
export-says-rounds = rounds: shown, best > worst
export-says-files = kinds of files
export-says-latitude = latitude
export-says-longitude = longitude

export-reason-not-reached = not reached
export-reason-not-shown = not shown
export-reason-skipped = skipped
export-reason-dont-know = don’t know
export-reason-prefer-not = prefer not to say

export-shape-code = code
export-shape-number = number
export-shape-text = text
export-shape-date = date
export-shape-time = time
export-shape-moment = date and time

export-measure-nominal = nominal
export-measure-ordinal = ordinal
export-measure-scale = scale

export-codebook-name = column
export-codebook-label = what it tells
export-codebook-shape = holds
export-codebook-measure = measure
export-codebook-code = code
export-codebook-code-label = what the code means
export-codebook-question = question key
export-codebook-choice = option key
export-codebook-versions = in versions
export-codebook-earlier = earlier wording
export-codebook-until = up to version { $version }: { $text }

export-sheet-answers = Answers
export-sheet-codes = Codes
export-in-words = in words
export-sheet-codebook = Codebook

export-no-surveys = There is nothing to export yet: no survey has been open. /surveys
export-choose-survey = The answers to which survey?
export-other-survey = ← Another survey
export-choose-format = As what? All versions of the survey are one table.
export-choose-language = In which language shall questions and options be labelled?
export-format-xlsx = Excel: answers, codes and a codebook
export-format-sav = SPSS (.sav)
export-format-csv = CSV: one row a response
export-format-long = CSV: one row an answer
export-format-json = JSON for programs
export-caption-xlsx = The answers in words, the same in codes, and a sheet on what is what.
export-caption-sav = For SPSS, PSPP and R: with labels and missing values.
export-caption-csv = One row is one response. What columns and codes mean is in the codebook file.
export-caption-long = One row is one answer. What columns and codes mean is in the codebook file.
export-caption-json = The columns first, then the answers.
export-preparing = Putting the answers together…
export-progress = Putting the answers together: { $written } of { $total }…
export-ready = Done. These are people’s answers: please keep the file safe.
export-packed = Done. The file is large, so it came as an archive. These are people’s answers: please keep it safe.
export-failed = The answers could not be put together. Please try again, or as another kind of file: /export
export-in-parts = Done. The file is very large: { $count ->
    [one] an archive in { $count } part
   *[other] an archive in { $count } parts
 }. Save all of them in one place and open the first (.001) with 7-Zip.

fault-export-nothing = That survey is not among those that have been open: /export
fault-export-too-few = Fewer than { $needed } people have answered: the table would tell who is who. Send /export when there are more.

command-export = take the answers out
