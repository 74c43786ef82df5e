"""Which message shows whose question: only for tidiness, so memory is enough."""


class QuestionMessages:
    """Which message shows each person's question, as far as this process knows.

    Only for tidiness: after a typed answer the old buttons go away. Forgetting it does no harm.
    """

    PEOPLE_MAX = 50_000

    def __init__(self) -> None:
        self._shown: dict[int, int] = {}
        self._buried: set[int] = set()
        self._notes: set[int] = set()
        self._albums: dict[int, str] = {}
        self._refusals: dict[int, int] = {}

    def shows(self, chat_id: int, message_id: int, *, note: bool = False) -> None:
        """The message asks; a `note` only says that an answer was taken, and may go on growing."""
        self._shown.pop(chat_id, None)
        self._notes.discard(chat_id)
        if note:
            self._notes.add(chat_id)
        self._shown[chat_id] = message_id
        if len(self._shown) > self.PEOPLE_MAX:
            oldest = next(iter(self._shown))
            del self._shown[oldest]
            self._notes.discard(oldest)

    def bury(self, chat_id: int) -> None:
        """Something else was said below the question."""
        self._buried.add(chat_id)

    def is_buried(self, chat_id: int) -> bool:
        """Whether the question has other messages below it; asked once."""
        buried = chat_id in self._buried
        self._buried.discard(chat_id)
        return buried

    def came_before(self, chat_id: int, message_id: int) -> bool:
        """Whether a message was sent before the question now asked could be seen.

        Telegram numbers the messages of a private chat in the order in which they were sent.
        """
        return message_id < self._shown.get(chat_id, 0)

    def is_note(self, chat_id: int) -> bool:
        """Whether what stands there only says that an answer was taken."""
        return chat_id in self._notes

    def album_goes_on(self, chat_id: int, album: str | None) -> bool:
        """Whether the file belongs to the album that the chat's last file came with."""
        before = self._albums.pop(chat_id, None)
        if album is not None:
            self._albums[chat_id] = album
            if len(self._albums) > self.PEOPLE_MAX:
                del self._albums[next(iter(self._albums))]
        return album is not None and album == before

    def refuses(self, chat_id: int, message_id: int | None) -> int | None:
        """The message says why a reply does not fit, None: one did; the earlier such message."""
        earlier = self._refusals.pop(chat_id, None)
        if message_id is not None:
            self._refusals[chat_id] = message_id
            if len(self._refusals) > self.PEOPLE_MAX:
                del self._refusals[next(iter(self._refusals))]
        return earlier

    def take(self, chat_id: int) -> int | None:
        return self._shown.pop(chat_id, None)
