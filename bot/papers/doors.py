"""Door cards: eight a page with lines to cut along, each with its flat's own QR code and code."""

from collections.abc import Sequence

from bot.papers.orders import DoorCard
from bot.papers.sheet import ACCENT, PALE, Sheet
from bot.words import Words

COLUMNS, ROWS = 2, 4
MARGIN, CARD_WIDTH, CARD_HEIGHT = 8.0, 97.0, 70.0
QR_SIDE, PAD = 42.0, 5.0


def door_cards(cards: Sequence[DoorCard], house: str, bot: str, language: str) -> bytes:
    """The cards in the order given, as a PDF."""
    words = Words(language)
    sheet = Sheet(words("paper-doors"), language)
    sheet.set_auto_page_break(False)
    for place, card in enumerate(cards):
        on_page = place % (COLUMNS * ROWS)
        if on_page == 0:
            sheet.add_page()
            cut_lines(sheet, min(COLUMNS * ROWS, len(cards) - place))
        down, across = divmod(on_page, COLUMNS)
        x, y = MARGIN + across * CARD_WIDTH, MARGIN + down * CARD_HEIGHT
        _card(sheet, card, x, y, house, bot, words)
    return sheet.done()


def cut_lines(sheet: Sheet, cards: int) -> None:
    """Around the cards of this page, and around no empty place."""
    sheet.set_draw_color(*PALE)
    sheet.set_dash_pattern(dash=1.5, gap=1.5)
    sheet.set_line_width(0.15)
    across = [min(COLUMNS, cards - row * COLUMNS) for row in range(-(-cards // COLUMNS))]
    for column in range(min(COLUMNS, cards) + 1):
        x = MARGIN + column * CARD_WIDTH
        deep = sum(1 for there in across if there >= column)
        sheet.line(x, MARGIN / 2, x, MARGIN * 1.5 + deep * CARD_HEIGHT)
    for row in range(len(across) + 1):
        y = MARGIN + row * CARD_HEIGHT
        wide = max(across[max(row - 1, 0) : row + 1])
        sheet.line(MARGIN / 2, y, MARGIN * 1.5 + wide * CARD_WIDTH, y)
    sheet.set_dash_pattern()


def _card(
    sheet: Sheet, card: DoorCard, x: float, y: float, house: str, bot: str, words: Words
) -> None:
    inner = CARD_WIDTH - 2 * PAD
    if house:
        sheet.fitted(house, 9, inner, style="")
        sheet.set_text_color(*ACCENT)
        sheet.text(x + PAD, y + PAD + 3, house)
    address = words("home-address", building=card.building, number=card.number)
    sheet.fitted(address, 17, inner)
    sheet.text(x + PAD, y + PAD + 11.5, address)
    top = y + PAD + 15.5
    sheet.qr(card.link, x + PAD - 2, top, QR_SIDE)
    left = x + PAD + QR_SIDE + 1
    wide = x + CARD_WIDTH - PAD - left
    sheet.letters(8.5)
    sheet.set_xy(left, top + 2)
    sheet.multi_cell(wide, 4.2, words("paper-door-scan"), align="L")
    sheet.set_xy(left, sheet.get_y() + 1.5)
    sheet.multi_cell(wide, 4.2, words("paper-door-code"), align="L")
    sheet.fitted(f"@{bot}", 8.5, wide - 2, style="", least=5.5)  # A name broken in two is none.
    sheet.text(left + 1, sheet.get_y() + 3.5, f"@{bot}")
    sheet.letters(14, code=True)
    sheet.text(left + 1, y + CARD_HEIGHT - PAD - 2.5, card.code)
