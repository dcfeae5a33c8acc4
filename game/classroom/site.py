"""The page for phones: four addresses, each answer whole, nothing kept and nothing told to anybody else."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from urllib.parse import parse_qs

from jinja2 import Environment, FileSystemLoader
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from game.classroom.booth import Booth, Refused
from game.frozen import NamedTuple
from game.view.words import Words

COOKIE = "excomm"
MOST_BYTES = 1_024
_SECONDS_FOR_A_BODY = 5.0
_DIGITS = 6


class Door(NamedTuple):
    """What the site is opened with: the booth, the words and their language, by which names it is called."""

    booth: Booth
    words: Words
    language: str
    hosts: frozenset[str]
    now: Callable[[], float]


class _FaultyError(Exception):
    """A request that is not answered: its status, and nothing else."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def site(door: Door) -> Starlette:
    """Return the application. What is none of its four addresses is not there."""
    pages = _Pages(door)
    routes = [
        Route("/", pages.guarded(pages.show), methods=["GET"]),
        Route("/code", pages.guarded(pages.enter), methods=["POST"]),
        Route("/vote", pages.guarded(pages.vote), methods=["POST"]),
        Route("/state", pages.guarded(pages.state), methods=["GET"]),
    ]
    return Starlette(routes=routes, exception_handlers={404: _nothing, 405: _nothing})


async def _nothing(_request: Request, _fault: Exception) -> Response:
    return PlainTextResponse("", 404)


class _Pages:
    """Answers requests from a booth."""

    def __init__(self, door: Door) -> None:
        self._door = door
        loader = FileSystemLoader(Path(__file__).with_name("templates"))
        self._template = Environment(loader=loader, autoescape=True).get_template("phone.html")

    def guarded(self, answer: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], object]:
        """Return the answer for requests that are meant for this site."""

        async def answered(request: Request) -> Response:
            if request.headers.get("host", "").lower() not in self._door.hosts:
                return PlainTextResponse("", 404)
            try:
                response = await answer(request)
            except _FaultyError as fault:
                response = PlainTextResponse("", fault.status)
            response.headers["Cache-Control"] = "no-store"
            response.headers["X-Content-Type-Options"] = "nosniff"
            response.headers["Referrer-Policy"] = "no-referrer"
            return response

        return answered

    async def show(self, request: Request) -> Response:
        """The page; with a code in the address, as a camera reads it, the way in."""
        code = request.query_params.get("code")
        if code is not None and not self._is_known(request):
            return self._entered(request, code)
        if code is not None:
            return RedirectResponse("/", 303)
        return self._page(request)

    async def enter(self, request: Request) -> Response:
        if self._is_known(request):
            return RedirectResponse("/", 303)
        return self._entered(request, (await _form(request)).get("code", ""))

    async def vote(self, request: Request) -> Response:
        fields = await _form(request)
        number, place = fields.get("number", ""), fields.get("option", "")
        if _is_number(number) and _is_number(place):
            self._door.booth.vote(request.cookies.get(COOKIE, ""), int(number), int(place))
        return RedirectResponse("/", 303)

    async def state(self, request: Request) -> Response:
        return PlainTextResponse(self._state() if self._is_known(request) else "")

    def _entered(self, request: Request, code: str) -> Response:
        source = request.client.host if request.client is not None else ""
        found = self._door.booth.admit(code[:16], source, self._door.now())
        if isinstance(found, Refused):
            words = self._door.words
            key = "phone.slow" if found.wait else "phone.wrong"
            response = self._page(request, words[key].format(seconds=found.wait))
            response.status_code = 429 if found.wait else 403
            return response
        response = RedirectResponse("/", 303)
        response.set_cookie(COOKIE, found.token, httponly=True, samesite="lax", path="/")
        return response

    def _is_known(self, request: Request) -> bool:
        return self._door.booth.knows(request.cookies.get(COOKIE, ""))

    def _state(self) -> str:
        paper = self._door.booth.paper
        return "closed" if paper is None else f"open {paper.number}"

    def _page(self, request: Request, message: str = "") -> Response:
        booth = self._door.booth
        is_known = self._is_known(request)
        nonce = secrets.token_urlsafe(12)
        view = "code" if not is_known else "wait" if booth.paper is None else "vote"
        body = self._template.render(
            language=self._door.language,
            words=self._door.words,
            view=view,
            paper=booth.paper if is_known else None,
            chosen=booth.vote_of(request.cookies.get(COOKIE, "")),
            message=message,
            state=self._state(),
            nonce=nonce,
        )
        headers: Mapping[str, str] = {
            "Content-Security-Policy": f"default-src 'none'; style-src 'nonce-{nonce}';"
            f" script-src 'nonce-{nonce}'; connect-src 'self'; form-action 'self'; base-uri 'none';"
            " frame-ancestors 'none'"
        }
        return Response(body, media_type="text/html", headers=headers)


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= _DIGITS


async def _form(request: Request) -> dict[str, str]:
    """Return the fields of a small form. Raises _FaultyError for what is too long or too slow."""
    try:
        body = await asyncio.wait_for(_body(request), _SECONDS_FOR_A_BODY)
    except TimeoutError:
        raise _FaultyError(408) from None
    given = parse_qs(body.decode("ascii", "replace"), max_num_fields=8)
    return {name: values[0] for name, values in given.items()}


async def _body(request: Request) -> bytes:
    length = request.headers.get("content-length", "0")
    if not _is_number(length) or int(length) > MOST_BYTES:
        raise _FaultyError(413)
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            raise _FaultyError(413)
    return body
