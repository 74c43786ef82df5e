"""Why nobody can answer a survey now."""


class SurveyNotOpen(Exception):
    """No version of the survey takes new responses now."""


class ConsentMissing(Exception):
    """The person has not agreed that answers are kept, so none are taken."""


class NotYours(Exception):
    """A button names somebody else's response, or one that is gone."""
