"""A poster for the hall: a few words and a QR code that can be scanned across a lift lobby."""

from bot.papers.orders import Poster
from bot.papers.sheet import ACCENT, HEIGHT, WIDTH, Sheet
from bot.words import Words

QR_SIDE = 128.0
MARGIN = 18.0


def poster(shown: Poster, language: str) -> bytes:
    """One A4 page."""
    words = Words(language)
    sheet = Sheet(shown.title or words("paper-poster"), language)
    sheet.set_auto_page_break(False)
    sheet.set_margins(MARGIN, MARGIN)
    sheet.add_page()
    sheet.set_fill_color(*ACCENT)
    sheet.rect(0, 0, WIDTH, 14, style="F")
    wide = WIDTH - 2 * MARGIN
    sheet.set_y(26)
    if shown.house:
        sheet.fitted(shown.house, 16, wide, style="")
        sheet.set_text_color(*ACCENT)
        sheet.multi_cell(wide, 8, shown.house, align="C", new_x="LMARGIN", new_y="NEXT")
    if shown.building:
        sheet.fitted(shown.building, 13, wide, style="")
        sheet.multi_cell(wide, 7, shown.building, align="C", new_x="LMARGIN", new_y="NEXT")
    heading = shown.title or words("paper-poster")
    size = sheet.fitted(heading, 30, wide - 3, least=23)  # One line where it nearly is one.
    if sheet.get_string_width(heading) > wide - 3:
        size = 30 if len(heading) <= 48 else 22
        sheet.letters(size, style="B")
    sheet.set_y(sheet.get_y() + 4)
    sheet.multi_cell(wide, 0.44 * size, heading, align="C", new_x="LMARGIN", new_y="NEXT")
    sheet.letters(15)
    sheet.set_y(sheet.get_y() + 3)
    why = words("paper-poster-why")
    if shown.most:
        why = f"{words('paper-poster-short', most=shown.most)} {why}"
    if shown.minutes:
        why = f"{why} {words('survey-minutes', minutes=shown.minutes)}"
    sheet.multi_cell(wide, 8, why, align="C", new_x="LMARGIN", new_y="NEXT")
    top = max(sheet.get_y() + 4, 102)
    side = min(QR_SIDE, HEIGHT - top - 52)
    sheet.qr(shown.link, (WIDTH - side) / 2, top, side)
    sheet.set_y(top + side + 5)
    sheet.letters(17, style="B")
    sheet.multi_cell(wide, 9, words("paper-poster-scan"), align="C", new_x="LMARGIN", new_y="NEXT")
    sheet.letters(12)
    sheet.set_y(sheet.get_y() + 2)
    other = words("paper-poster-other", bot=f"@{shown.bot}")
    sheet.multi_cell(wide, 7, other, align="C")
    return sheet.done()
