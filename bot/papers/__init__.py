"""What is printed: posters, door cards, questionnaires; PDF on A4, in any of the languages."""
