"""Groups of opinion among people who each voted on a few of many statements."""
