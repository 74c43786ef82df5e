maxdiff-best = Which of these matters most?
maxdiff-worst = And which matters least?
