"""How carefully somebody answered: signs in times and answers, and the weight that follows."""
