"""The few questions that place people nearly as well as the whole survey, fixed or one by one."""

EDITION = 2  # of how few questions are judged; what was kept under another one is judged anew
