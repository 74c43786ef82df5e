"""Values in, text and keyboards out: views only show."""
