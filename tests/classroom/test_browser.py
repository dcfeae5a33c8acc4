"""The page for phones in a real browser: several phones of 360 pixels, by keyboard too, offline and back."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator

import pytest

from game.classroom.booth import BallotPaper
from game.classroom.phones import Phones
from game.view.vocabulary import PROGRAM
from tests.classroom.browser import Browser, Page

LONGEST = 60.0
PAPER = BallotPaper(
    2,
    "Two ships near the line. What now? <b>Decide</b>",
    (
        "Board both ships",
        "Shadow and wait until the tanker has passed the line of the quarantine",
        "<img src=x onerror=document.title='taken'>",
        "Donaudampfschifffahrtsgesellschaftskapitänspatentprüfungskommission",
    ),
)
PRESSED = "document.querySelectorAll('[aria-pressed=true]').length"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        absent = pytest.fail if os.environ.get("CI") else pytest.skip
        absent("there is no Chromium here, so the page for phones was not looked at")
    assert program is not None
    opened = Browser(program, tmp_path_factory.mktemp("profile"))
    yield opened
    opened.close()


@pytest.fixture
def phones() -> Iterator[Phones]:
    opened = Phones("127.0.0.1", PROGRAM, "en")
    until(lambda: bool(opened.address), opened)
    yield opened
    opened.close()


def until(is_so: Callable[[], bool], phones: Phones) -> None:
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        phones.notice()
        if is_so():
            return
        time.sleep(0.02)
    pytest.fail(f"the page says {phones.counts}, {phones.guests} phones, {phones.fault!r}")


def entered(browser: Browser, phones: Phones) -> Page:
    page = Page(browser)
    page.go(f"http://{phones.address}/?code={phones.code}")
    return page


def click(page: Page, option: int) -> None:
    page.value(f"document.querySelectorAll('button[name=option]')[{option}].click()")
    page.until(f"document.querySelectorAll('button')[{option}].getAttribute('aria-pressed') === 'true'")


def test_three_phones_vote_on_pages_that_follow_the_class_by_themselves(
    browser: Browser, phones: Phones
) -> None:
    pages = [entered(browser, phones) for _ in range(3)]
    until(lambda: phones.guests == 3, phones)
    assert all(PROGRAM["phone.wait"] in page.value("document.body.innerText") for page in pages)
    phones.ask(PAPER)
    for page in pages:
        page.until("document.querySelectorAll('button[name=option]').length === 4")
        click(page, 1)
    until(lambda: phones.counts == (0, 3, 0, 0), phones)
    click(pages[2], 3)
    until(lambda: phones.counts == (0, 2, 0, 1), phones)
    assert [page.value(PRESSED) for page in pages] == [1, 1, 1]
    phones.ask(None)
    for page in pages:
        page.until("document.querySelectorAll('button[name=option]').length === 0")


def test_the_page_fits_a_small_phone_and_says_what_its_buttons_are(browser: Browser, phones: Phones) -> None:
    page = entered(browser, phones)
    phones.ask(PAPER)
    page.until("document.querySelectorAll('button[name=option]').length === 4")
    assert page.value("document.documentElement.scrollWidth") <= 360
    assert page.value("Math.min(...[...document.querySelectorAll('button')].map(b => b.offsetHeight))") >= 60
    assert page.value("document.documentElement.lang") == "en"
    nodes = page.ask("Accessibility.getFullAXTree")["nodes"]
    names = [each["name"]["value"] for each in nodes if each.get("role", {}).get("value") == "button"]
    assert names[:2] == [f"Option {i + 1}: {PAPER.options[i]}" for i in range(2)]
    assert page.value("document.title") == PROGRAM["phone.title"], "no script of a text was run"
    assert page.value("document.querySelectorAll('img, h1 b').length") == 0
    faults = ("Log.entryAdded", "Runtime.exceptionThrown")
    mine = [each for each in browser.told if each.get("sessionId") == page.session]
    assert [each for each in mine if each["method"] in faults and "favicon" not in str(each)] == []


def test_the_code_can_be_typed_and_sent_by_keyboard(browser: Browser, phones: Phones) -> None:
    page = Page(browser)
    page.go(f"http://{phones.address}/")
    assert page.value("document.querySelector('label').control === document.querySelector('#code')")
    page.value("document.querySelector('#code').focus()")
    page.type(f"{(int(phones.code) + 1) % 10_000:04}")
    page.press_enter()
    page.until(f"document.querySelector('[role=alert]').innerText === {PROGRAM['phone.wrong']!r}")
    page.value("document.querySelector('#code').focus()")
    page.type(phones.code)
    page.press_enter()
    page.until(f"document.body.innerText.includes({PROGRAM['phone.wait']!r})")


def test_a_phone_that_was_cut_off_comes_back_by_itself(browser: Browser, phones: Phones) -> None:
    page = entered(browser, phones)
    none = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    page.ask("Network.emulateNetworkConditions", offline=True, **none)
    phones.ask(PAPER)
    time.sleep(3)
    assert page.value("document.querySelectorAll('button[name=option]').length") == 0
    slow = {"latency": 400, "downloadThroughput": 6_000, "uploadThroughput": 6_000}
    page.ask("Network.emulateNetworkConditions", offline=False, **slow)
    page.until("document.querySelectorAll('button[name=option]').length === 4")
    click(page, 0)
    until(lambda: phones.counts == (1, 0, 0, 0), phones)
