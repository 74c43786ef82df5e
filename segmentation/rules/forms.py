"""The words that stand for a whole condition, beside fields and measures with a comparison."""

FORMS = (
    "everyone",
    "in",
    "entered",
    "left",
    "moved",
    "did",
    "never",
    "did_then",
    "regularly",
    "stopped",
    "restarted",
    "has_been",
    "list",
)
