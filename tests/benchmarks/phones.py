"""A class of 300 phones on one machine: how late the window learns of votes, and how long its turns take.

    python -m tests.benchmarks.phones [PHONES]

All phones come in, look for news every two seconds and vote within five. The window is drawn without a
screen. Prints one line of JSON for each figure; times are milliseconds by the clock.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from multiprocessing import get_context
from multiprocessing.connection import Connection
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import monotonic, perf_counter, sleep
from typing import Any

PHONES = 300
VOTING = 5.0
LOOKING = 2.0
BEFORE = 3.0


def main() -> None:
    phones = int(sys.argv[1]) if len(sys.argv) > 1 else PHONES
    os.environ.update(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy")
    with TemporaryDirectory() as home:
        os.environ["EXCOMM_HOME"] = home
        for name, value in _held(phones).items():
            sys.stdout.write(f"{json.dumps({'figure': name, 'value': value})}\n")


def _held(phones: int) -> dict[str, float]:
    """Return the figures of one vote in a lesson."""
    from tests.benchmarks.lesson_window import voting_window  # noqa: PLC0415 - the window after its drivers

    with voting_window() as (loop, room):
        while room().door is None:
            loop.turn()
        door = room().door
        assert door is not None
        near, far = get_context("spawn").Pipe()
        crowd = get_context("spawn").Process(target=crowd_of, args=(far, door.address, door.code, phones))
        crowd.start()
        turns: list[float] = []
        lags: list[float] = []
        voted: list[float] = []
        while len(lags) < phones:
            began = perf_counter()
            loop.turn()
            turns.append((perf_counter() - began) * 1000)
            while near.poll():
                voted.append(near.recv())
            ballot = room().lesson.ballot
            seen = ballot.voters if ballot is not None else 0
            while len(lags) < min(seen, len(voted)):
                lags.append(max(0.0, monotonic() - voted[len(lags)]) * 1000)
            sleep(0.008)
        crowd.join()
    return {
        "phones": phones,
        "a vote is on the screen after, median": round(median(lags), 1),
        "a vote is on the screen after, at most": round(max(lags), 1),
        "a turn of the window, median": round(median(turns), 2),
        "a turn of the window, 95th of 100": round(quantiles(turns, n=100)[94], 2),
    }


def crowd_of(line: Connection[Any, Any], address: str, code: str, phones: int) -> None:
    """Be so many phones; say when each vote was answered."""
    asyncio.run(_crowd(line, address, code, phones))


async def _crowd(line: Connection[Any, Any], address: str, code: str, phones: int) -> None:
    start = monotonic() + BEFORE
    await asyncio.gather(*(_phone(line, address, code, start, Random(i)) for i in range(phones)))


async def _phone(line: Connection[Any, Any], address: str, code: str, start: float, luck: Random) -> None:
    await asyncio.sleep(luck.random() * BEFORE)
    head = await _asked(address, f"GET /?code={code} HTTP/1.1")
    cookie = head.partition("set-cookie: ")[2].partition(";")[0]
    assert cookie, head[:200]
    at = start + luck.random() * VOTING
    while (left := at - monotonic()) > 0:
        await _asked(address, "GET /state HTTP/1.1", cookie)
        await asyncio.sleep(min(left, LOOKING))
    page = await _asked(address, "GET / HTTP/1.1", cookie)
    number = page.partition('name="number" value="')[2].partition('"')[0]
    await _asked(address, "POST /vote HTTP/1.1", cookie, f"number={number}&option={luck.randrange(3)}")
    line.send(monotonic())


async def _asked(address: str, request: str, cookie: str = "", body: str = "") -> str:
    host, _, port = address.partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    lines = [
        request,
        f"Host: {address}",
        f"Cookie: {cookie}",
        f"Content-Length: {len(body)}",
        "Connection: close",
    ]
    writer.write(("\r\n".join(lines) + "\r\n\r\n" + body).encode())
    answer = await reader.read()
    writer.close()
    return answer.decode()


if __name__ == "__main__":
    main()
