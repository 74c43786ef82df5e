"""Why nobody can answer a survey now."""


class SurveyNotOpen(Exception):
    """No version of the survey takes new responses now."""
