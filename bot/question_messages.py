"""Which message shows whose question: only for tidiness, so memory is enough."""


class QuestionMessages:
    """Which message shows each person's question, as far as this process knows.

    Only for tidiness: after a typed answer the old buttons go away. Forgetting it does no harm.
    """

    PEOPLE_MAX = 50_000

    def __init__(self) -> None:
        self._shown: dict[int, int] = {}
        self._buried: set[int] = set()

    def shows(self, chat_id: int, message_id: int) -> None:
        self._shown.pop(chat_id, None)
        self._shown[chat_id] = message_id
        if len(self._shown) > self.PEOPLE_MAX:
            del self._shown[next(iter(self._shown))]

    def bury(self, chat_id: int) -> None:
        """Something else was said below the question."""
        self._buried.add(chat_id)

    def is_buried(self, chat_id: int) -> bool:
        """Whether the question has other messages below it; asked once."""
        buried = chat_id in self._buried
        self._buried.discard(chat_id)
        return buried

    def take(self, chat_id: int) -> int | None:
        return self._shown.pop(chat_id, None)
