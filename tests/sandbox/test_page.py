"""The chat page in a real browser, against a tiny bot: tapped, typed into and looked at."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram import Bot
from playwright.async_api import Browser, FilePayload, Page, async_playwright, expect

from sandbox import Sandbox
from sandbox.client import SandboxClient
from tests.sandbox.bots import PICTURE, polling, survey_bot

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE_MS = 120_000
LASTING_TOASTS = """
const later = window.setTimeout;
window.setTimeout = (act, ms, ...rest) => later(act, ms > 3000 ? 3600000 : ms, ...rest);
"""
"""What would vanish after some seconds stays until a busy machine has looked at it."""

IS_REQUIRED = "browser" in os.environ.get("TENKEYS_REQUIRE", "")

expect.set_options(timeout=PATIENCE_MS)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not CHROMIUM.exists() and not IS_REQUIRED, reason=f"there is no {CHROMIUM} here"
    ),
]


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(
            executable_path=CHROMIUM, args=ARGUMENTS, timeout=PATIENCE_MS
        )
        yield opened
        await opened.close()


@pytest.fixture
async def talking(bot: Bot, client: SandboxClient) -> AsyncIterator[None]:
    """The bot is listening, and a resident and a manager are there."""
    async with polling(bot, survey_bot()):
        await client.person(id=101, first_name="Вера", last_name="Коваленко", note="жительница")
        await client.person(id=102, first_name="Олег", note="управляющий")
        yield


async def open_page(browser: Browser, address: str, *, width: int, dark: bool = False) -> Page:
    """A fresh page; whatever goes wrong inside it fails the test."""
    context = await browser.new_context(
        viewport={"width": width, "height": 844 if width < 760 else 900},
        color_scheme="dark" if dark else "light",
        locale="ru-RU",
        device_scale_factor=2 if width < 760 else 1,
        has_touch=width < 760,
    )
    context.set_default_timeout(PATIENCE_MS)
    await context.add_init_script(LASTING_TOASTS)
    page = await context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    await page.goto(address)
    assert not errors
    return page


@pytest.mark.usefixtures("talking")
async def test_two_people_talk_side_by_side(
    browser: Browser, sandbox: Sandbox, tmp_path: Path
) -> None:
    """Start, buttons, alerts, edits in place, files and reply keys all work on the desk."""
    page = await open_page(browser, f"{sandbox.base_url}/?people=101,102", width=1280)
    vera, oleg = page.locator("#chat-101"), page.locator("#chat-102")
    await expect(vera.get_by_text("жительница")).to_be_visible()
    await page.screenshot(path=tmp_path / "desk_empty.png")

    await vera.get_by_role("button", name="Начать").click()
    await expect(vera.locator("strong")).to_have_text("Что важнее всего для вашего дома?")
    link = vera.get_by_role("link", name="страница дома")
    await expect(link).to_have_attribute("href", "https://example.com/house")

    await vera.get_by_role("button", name="Почему?").click()
    await expect(vera.get_by_role("alertdialog")).to_contain_text("письма были по делу")
    await page.screenshot(path=tmp_path / "desk_alert.png")
    await vera.get_by_role("button", name="Понятно").click()

    await oleg.get_by_role("button", name="Начать").click()
    await oleg.get_by_role("button", name="Новый лифт").click()
    await expect(oleg.get_by_role("status").filter(has_text="Записал")).to_be_visible()
    await expect(oleg.locator(".said:not(.own)")).to_have_count(1)
    await expect(oleg.locator("strong")).to_have_text("Новый лифт")

    await oleg.get_by_label("Сообщение", exact=True).fill("/rep")
    await oleg.get_by_role("button", name="/report").click()
    await expect(oleg.get_by_text("Отчёт о доме.html")).to_be_visible()
    await oleg.get_by_label("Сообщение", exact=True).fill("Спасибо, посмотрю вечером")
    await oleg.get_by_label("Сообщение", exact=True).press("Enter")
    await oleg.get_by_label("Сообщение", exact=True).fill("/phone")
    await oleg.get_by_label("Сообщение", exact=True).press("Enter")
    await expect(oleg.get_by_role("button", name="Поделиться номером").last).to_be_visible()
    await page.screenshot(path=tmp_path / "desk.png")


@pytest.mark.usefixtures("talking")
async def test_a_report_opens_in_a_new_tab(browser: Browser, sandbox: Sandbox) -> None:
    """An HTML document is shown as a page of its own."""
    page = await open_page(browser, f"{sandbox.base_url}/?people=101", width=1280)
    await page.get_by_role("button", name="Начать").click()
    await page.get_by_label("Сообщение", exact=True).fill("/report")
    await page.get_by_label("Сообщение", exact=True).press("Enter")
    async with page.context.expect_page() as opening:
        await page.get_by_role("link", name="Открыть").click()
    report = await opening.value

    await expect(report.get_by_role("heading")).to_have_text("Отчёт о доме")


@pytest.mark.usefixtures("talking")
async def test_a_phone_shows_one_person_at_a_time(
    browser: Browser, sandbox: Sandbox, tmp_path: Path
) -> None:
    """At 390 px there are tabs, a deep link is passed on, pictures and blocking work."""
    address = f"{sandbox.base_url}/?people=101,102,103:Софія::uk&start=flat_42"
    page = await open_page(browser, address, width=390)
    vera = page.locator("#chat-101")
    await expect(page.get_by_role("tab")).to_have_count(3)
    await vera.get_by_role("button", name="Начать").click()
    await expect(vera.locator(".own")).to_contain_text("/start flat_42")
    await expect(vera.get_by_role("button", name="Новый лифт")).to_be_visible()
    await page.screenshot(path=tmp_path / "phone.png")

    picture = FilePayload(name="lift.png", mimeType="image/png", buffer=PICTURE)
    await vera.locator("input[type=file]").set_input_files(picture)
    await expect(vera.get_by_role("img", name="Вижу, спасибо!")).to_be_visible()
    await vera.get_by_role("button", name="Команды бота").click()
    await page.screenshot(path=tmp_path / "phone_commands.png")
    await page.keyboard.press("Escape")

    await page.get_by_role("tab", name="Олег").click()
    await expect(page.get_by_role("tab", name="Олег")).to_have_attribute("aria-selected", "true")
    oleg = page.locator("#chat-102")
    await oleg.get_by_label("Ещё").click()
    await page.screenshot(path=tmp_path / "phone_menu.png")
    await oleg.get_by_role("button", name="Закрыть бота").click()
    await expect(oleg.get_by_text("бот закрыт")).to_be_visible()


@pytest.mark.usefixtures("talking")
async def test_it_is_readable_in_the_dark(
    browser: Browser, sandbox: Sandbox, tmp_path: Path
) -> None:
    """Dark mode, a newcomer added by hand, and nothing wider than the screen."""
    page = await open_page(browser, f"{sandbox.base_url}/?people=101", width=390, dark=True)
    await page.get_by_role("button", name="Начать").click()
    await expect(page.get_by_role("button", name="Тишина по ночам")).to_be_visible()
    await page.screenshot(path=tmp_path / "phone_dark.png")
    await page.get_by_role("button", name="Добавить человека").first.click()
    await page.screenshot(path=tmp_path / "phone_newcomer.png")
    await page.get_by_label("Имя").fill("Марія")
    await page.get_by_label("Роль или пометка").fill("гостья")
    await page.get_by_role("button", name="Добавить", exact=True).click()

    await expect(page.get_by_role("tab", name="Марія")).to_be_visible()
    await expect(page.get_by_text("гостья")).to_be_attached()
    width = await page.evaluate("document.documentElement.scrollWidth")
    assert width == 390
