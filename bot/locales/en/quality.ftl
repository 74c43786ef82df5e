card-careless = 🔎 Looks hurried: { $shown }. These responses count less in segments; nothing is deleted.
quality-title = How people answered:
quality-reading = faster than anybody reads: { $shown }
quality-hurry = much faster than others: { $shown }
quality-straight = one answer down a whole battery: { $shown }
quality-contradiction = agreed with opposite statements: { $shown }
quality-nonsense = keys pressed at random: { $shown }
quality-note = Such responses count less in segments; nothing is deleted.
quality-weights = { $people ->
    [one] Answers are weighted (by quotas and by care): with a design effect of { $effect } they tell as much as { $people } unweighted answer.
   *[other] Answers are weighted (by quotas and by care): with a design effect of { $effect } they tell as much as { $people } unweighted answers.
 }
