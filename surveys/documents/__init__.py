"""Surveys as JSON, the way they are stored."""
