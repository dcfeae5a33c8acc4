"""A phone as the tests need it: plain requests over a connection of its own, with the one cookie."""

from __future__ import annotations

from http.client import HTTPConnection, HTTPResponse
from typing import NamedTuple
from urllib.parse import urlencode


class Answer(NamedTuple):
    status: int
    body: str
    headers: dict[str, str]


class Phone:
    """Keeps the cookie that it was given, as a browser does."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.cookie = ""

    def get(self, path: str, **headers: str) -> Answer:
        return self._asked("GET", path, None, headers)

    def post(self, path: str, **fields: str | int) -> Answer:
        body = urlencode(fields)
        return self._asked("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def _asked(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Answer:
        connection = HTTPConnection(self.address, timeout=20)
        try:
            connection.request(method, path, body, {"Cookie": self.cookie, **headers})
            response: HTTPResponse = connection.getresponse()
            answer = Answer(response.status, response.read().decode(), dict(response.getheaders()))
        finally:
            connection.close()
        given = answer.headers.get("set-cookie")
        if given:
            self.cookie = given.partition(";")[0]
        return answer
