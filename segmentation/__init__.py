"""Who is alike and who needs what: answers in, segments with names, sizes and doubts out. Pure."""
