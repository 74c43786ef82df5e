"""Tables that managers bring in: what people paid, bought and did; what is known of them; lists."""
