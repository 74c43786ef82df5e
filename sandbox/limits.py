"""Telegram's limits, each with its unit and one home."""

MESSAGE_UNITS_MAX = 4_096  # UTF-16 units, counted after entities are taken out.
CAPTION_UNITS_MAX = 1_024  # The same units.
CALLBACK_ANSWER_CHARS_MAX = 200
CALLBACK_DATA_BYTES_MAX = 64
BUTTONS_MAX = 100
BUTTONS_PER_ROW_MAX = 8
ENTITIES_MAX = 100

UPLOAD_BYTES_MAX = 50 * 1024 * 1024
PHOTO_BYTES_MAX = 10 * 1024 * 1024
DOWNLOAD_BYTES_MAX = 20 * 1024 * 1024

COMMANDS_MAX = 100
COMMAND_DESCRIPTION_CHARS_MAX = 256

UPDATES_PER_CALL_MAX = 100
POLL_SECONDS_MAX = 50
UPDATE_SECONDS = 24 * 60 * 60  # How long an unconfirmed update is kept.
CALLBACK_UPDATE_SECONDS = 150  # A tap waits much less than a text.
CALLBACK_ANSWER_SECONDS = 60  # Telegram does not publish this window; see `--callback-window`.

MESSAGES_PER_SECOND = 30  # Over all chats, where the real limits are switched on.
CHAT_MESSAGES_PER_SECOND = 1
CHAT_BURST = 3
