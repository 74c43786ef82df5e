"""Text and entities back into Telegram HTML, every quotation mark kept safe."""

from html import escape

from aiogram.types import MessageEntity

SIMPLE_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}


def to_html(text: str, entities: list[MessageEntity] | None) -> str:
    """The HTML that would parse into this text and these entities."""
    if not entities:
        return escape(text, quote=False)
    units = text.encode("utf-16-le")
    ordered = sorted(entities, key=lambda entity: (entity.offset, -entity.length))
    out: list[str] = []
    closing: list[tuple[int, str]] = []
    position = 0

    def advance(until: int) -> None:
        nonlocal position
        out.append(escape(units[position * 2 : until * 2].decode("utf-16-le"), quote=False))
        position = until

    for entity in ordered:
        while closing and closing[-1][0] <= entity.offset:
            end, tag = closing.pop()
            advance(end)
            out.append(tag)
        end = entity.offset + entity.length
        if closing and end > closing[-1][0]:
            continue
        opened, closed = _tags(entity)
        if opened:
            advance(entity.offset)
            out.append(opened)
            closing.append((end, closed))
    while closing:
        end, tag = closing.pop()
        advance(end)
        out.append(tag)
    advance(len(units) // 2)
    return "".join(out)


def _tags(entity: MessageEntity) -> tuple[str, str]:
    if entity.type in SIMPLE_TAGS and not entity.language:
        tag = SIMPLE_TAGS[entity.type]
        return f"<{tag}>", f"</{tag}>"
    match entity.type:
        case "text_link":
            return f'<a href="{escape(entity.url or "")}">', "</a>"
        case "expandable_blockquote":
            return "<blockquote expandable>", "</blockquote>"
        case "pre" if entity.language:
            language = escape(entity.language)
            return f'<pre><code class="language-{language}">', "</code></pre>"
        case "custom_emoji":
            return f'<tg-emoji emoji-id="{escape(entity.custom_emoji_id or "")}">', "</tg-emoji>"
        case _:
            return "", ""
