"""What managers want of divisions and segments, and how far they are."""
