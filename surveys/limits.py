"""Every limit of a survey file, with its unit: most are Telegram's, the rest are kindness."""

FILE_BYTES_MAX = 300_000  # 200 questions in five languages; read in a few seconds at worst.
NESTING_MAX = 12  # Levels of YAML inside one another; a survey needs seven.

QUESTIONS_MAX = 200
CHOICES_MAX = 90  # Telegram shows 100 buttons under a message; some are Back, Skip and Done.
SCALE_POINTS_MAX = 21

TITLE_CHARS_MAX = 128
# A prompt with its hint, both ends of a scale and "3 of 9" fit into one message of 4,096.
LONG_TEXT_CHARS_MAX = 3_000  # A prompt, a welcome, thanks.
HINT_CHARS_MAX = 600
LABEL_CHARS_MAX = 64  # Longer words on a button are cut off on a phone.
SCALE_END_CHARS_MAX = 128
UNIT_CHARS_MAX = 16
CONSTRUCT_CHARS_MAX = 64

# Of surveys, questions and choices. A button carries 64 bytes: half of them may be a key.
KEY_PATTERN = r"[a-z0-9_-]{1,32}"
KEY_CHARS_MAX = 32
LANGUAGE_PATTERN = r"[a-z]{2,3}(-[A-Za-z]{2,4})?"

POINTS_MAX = 10_000
MINUTES_MAX = 120
VERSION_MAX = 1_000_000
