maxdiff-best = Що з цього найважливіше?
maxdiff-worst = А що найменш важливе?
