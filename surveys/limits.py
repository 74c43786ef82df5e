"""Every limit of a survey file, with its unit: most are Telegram's, the rest are kindness."""

FILE_BYTES_MAX = 300_000  # 200 questions in five languages; read in a few seconds at worst.
NESTING_MAX = 20  # Levels of YAML inside one another; a survey with nested loops needs fifteen.

QUESTIONS_MAX = 200
UNFOLDED_MAX = 1_000  # Questions that loops come to; the way through them is found in no time.
BLOCKS_MAX = 100
CHOICES_MAX = 1_000  # Of streets or trades: long lists are leafed through and searched.
RANKED_MAX = 90  # Telegram shows 100 buttons under a message; some are Back, Skip and Done.
SHORT_LIST_MAX = (
    12  # As many stand under a question at once; of more, who is first on a page gains.
)
SCALE_POINTS_MAX = 21
BATTERY_ROWS_MAX = 30  # More of one kind in a row nobody answers with care.

TITLE_CHARS_MAX = 128
# A prompt with its hint, both ends of a scale and "3 of 9" fit into one message of 4,096.
LONG_TEXT_CHARS_MAX = 3_000  # A prompt, a welcome, thanks.
HINT_CHARS_MAX = 600
LABEL_CHARS_MAX = 64  # Longer words on a button are cut off on a phone.
HEADING_CHARS_MAX = 300
COLUMN_CHARS_MAX = 256
SCALE_END_CHARS_MAX = 128
UNIT_CHARS_MAX = 16
CONSTRUCT_CHARS_MAX = 64

# Of surveys, questions and choices. A button carries 64 bytes: half of them may be a key.
KEY_PATTERN = r"[a-z0-9_-]{1,32}"
KEY_CHARS_MAX = 32
LANGUAGE_PATTERN = r"[a-z]{2,3}(-[A-Za-z]{2,4})?"

CALCULATED_MAX = 500
POINTS_MAX = 10_000
MINUTES_MAX = 120
VERSION_MAX = 1_000_000
