maxdiff-best = Что из этого важнее всего?
maxdiff-worst = А что наименее важно?
