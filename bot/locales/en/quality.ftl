card-careless = 🔎 Looks hurried: { $shown }. These responses count less in segments; nothing is deleted.
quality-title = How people answered:
quality-reading = faster than anybody reads: { $shown }
quality-hurry = much faster than others: { $shown }
quality-straight = one answer down a whole battery: { $shown }
quality-contradiction = agreed with opposite statements: { $shown }
quality-nonsense = keys pressed at random: { $shown }
quality-note = Such responses count less in segments; nothing is deleted.
quality-weights = { $by ->
    [quotas] Answers weigh differently, so that each group has the share that was set.
    [care] Hurried answers weigh less than the others.
   *[both] Answers weigh differently: each group has the share that was set, and hurried answers weigh less.
 } So they tell as much as { $people ->
    [one] { $people } answer of equal weight
   *[other] { $people } answers of equal weight
 } (design effect { $effect }).
