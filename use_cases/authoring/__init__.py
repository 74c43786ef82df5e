"""Surveys on the shelf: written, tried, rehearsed, published."""
