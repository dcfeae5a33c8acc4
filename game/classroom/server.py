"""The process of the page for phones: it serves, tells what was voted, and ends with the program."""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
import signal
import socket
from multiprocessing.connection import Connection
from multiprocessing.process import parent_process
from threading import Thread
from time import monotonic

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from game.classroom.booth import Booth
from game.classroom.messages import Counted, Opened, Opening, Order
from game.classroom.site import Door, site

USUAL_PORT = 8123
MOST_CONNECTIONS = 900
_BETWEEN = 0.05
_LONGEST_CONNECTION = 15.0
_SECONDS_MORE = 6.0


class _Brief(H11Protocol):
    """A connection that ends after a while, so that slow ones do not keep the others out."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        super().connection_made(transport)
        self.loop.call_later(_LONGEST_CONNECTION, self._end, transport)

    def _end(self, transport: asyncio.Transport) -> None:
        is_answering = self.cycle is not None and not self.cycle.response_complete
        if is_answering and not transport.is_closing():
            self.loop.call_later(_SECONDS_MORE, transport.abort)
        else:
            transport.close()


def serve(line: Connection, opening: Opening) -> None:
    """Serve the page until the program ends this process or itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, name="parent", daemon=True).start()
    logging.disable(logging.CRITICAL)
    try:
        listening = _bound(opening.address)
    except OSError as fault:
        line.send(Opened(0, fault.strerror or str(fault)))
        return
    port = listening.getsockname()[1]
    booth = Booth(opening.code, secrets.token_urlsafe)
    hosts = frozenset({f"{opening.address}:{port}", opening.address})
    app = site(Door(booth, opening.words, opening.language, hosts, monotonic))
    config = uvicorn.Config(
        app,
        http=_Brief,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_keep_alive=5,
        h11_max_incomplete_event_size=8_192,
    )
    asyncio.run(_served(uvicorn.Server(config), listening, booth, line))


async def _served(server: uvicorn.Server, listening: socket.socket, booth: Booth, line: Connection) -> None:
    serving = asyncio.create_task(server.serve([listening]))
    line.send(Opened(listening.getsockname()[1]))
    told: Counted | None = None
    try:
        while not serving.done():
            while line.poll():
                order: Order = line.recv()
                if order is None:
                    booth.close()
                else:
                    booth.open(order)
            number = booth.paper.number if booth.paper is not None else 0
            now = Counted(number, booth.counts, booth.guests)
            if now != told:
                line.send(now)
                told = now
            await asyncio.sleep(_BETWEEN)
    except (EOFError, OSError):
        server.should_exit = True
    await serving


def _bound(address: str) -> socket.socket:
    """Return a socket that listens at an address, at the usual port if it is free."""
    for port in (USUAL_PORT, 0):
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name == "posix":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((address, port))
            listening.listen(512)
        except OSError:
            listening.close()
            if port == 0:
                raise
        else:
            return listening
    raise AssertionError


def _end_with_parent() -> None:
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(0)
