"""Field work as values: who is asked, when, how, and what their answers weigh."""
