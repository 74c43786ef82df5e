"""Rules as statements: which people are meant, told in SQL for both databases."""
