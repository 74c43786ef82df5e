"""A survey while it is being written: a survey file's document that may still be at fault."""
