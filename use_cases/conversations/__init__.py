"""Meeting people and walking through surveys with them."""
