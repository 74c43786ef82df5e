version-opening = Version { $new } will take the place of version { $old }:
version-same = The questions are the same.
version-comparable = Comparable over both versions: { $count } of { $total } questions.
version-people = Half-way now: { $half }; they finish the version they began. Completed: { $completed }; their answers stay.
version-kind = another kind, the answers cannot be put together
version-reworded = worded anew
version-logic = asked of others or takes other answers
version-choices-added = { $count ->
    [one] { $count } option more
   *[other] { $count } options more
 }
version-choices-removed = { $count ->
    [one] { $count } option less
   *[other] { $count } options less
 }
button-not-yet = Not yet
card-draft-beside = ✏️ Version { $new }, a draft: only managers see it. Version { $old } is open meanwhile and goes on until you publish this one.
version-all-comparable = All answers can be compared over both versions.
publish-namesake = A survey “{ $title }” is open already. Neighbours will find it hard to tell one from the other: better change the title first. In lists the day or the key of the survey will stand before it.
