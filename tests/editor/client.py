"""A small client of the Language Server Protocol, for one server over its standard streams."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from types import TracebackType
from typing import IO, Any, NamedTuple, Self

Message = dict[str, Any]
CURSOR = "‸"
PATIENCE = 30.0
"""Seconds after which an answer is no longer waited for."""


class Told(NamedTuple):
    """A diagnostic as an editor shows it: its line from 1, and its words."""

    line: int
    message: str


class Client:
    """An editor with one folder open. `settings` are what the person at the editor has set."""

    def __init__(self, command: list[str], folder: Path, settings: Message) -> None:
        self._folder = folder
        self._settings = settings
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._out: IO[bytes] = self._process.stdin
        self._inbox: Queue[Message] = Queue()
        self._number = 0
        self._versions: dict[str, int] = {}
        self._thread = Thread(target=self._listen, args=(self._process.stdout,), daemon=True)
        self._thread.start()
        self._begin()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._send({"method": "exit"})
        self._out.close()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._thread.join(PATIENCE)
        assert self._process.stdout is not None
        self._process.stdout.close()

    def diagnostics(self, path: Path, text: str | None = None) -> tuple[Told, ...]:
        """Open a file, or give it another text, and return what the server says of it."""
        uri = self._show(path, path.read_text(encoding="utf-8") if text is None else text)
        while True:
            message = self._next()
            if message.get("method") == "textDocument/publishDiagnostics":
                told = message["params"]
                if told["uri"] == uri:
                    return tuple(
                        Told(each["range"]["start"]["line"] + 1, each["message"])
                        for each in told["diagnostics"]
                    )

    def completions(self, path: Path, text: str) -> dict[str, str]:
        """Return what is proposed where `‸` stands in a text, each with its description."""
        uri, position = self._pointed(path, text)
        answer = self._asked("textDocument/completion", {"textDocument": {"uri": uri}, "position": position})
        items = answer["items"] if isinstance(answer, dict) else answer or []
        return {each["label"]: _words(each.get("documentation")) for each in items}

    def hover(self, path: Path, text: str) -> str:
        """Return what is told of the word at which `‸` stands in a text."""
        uri, position = self._pointed(path, text)
        answer = self._asked("textDocument/hover", {"textDocument": {"uri": uri}, "position": position})
        return _words(answer["contents"]) if answer else ""

    # ------------------------------------------------------------------ what stands beneath

    def _pointed(self, path: Path, text: str) -> tuple[str, Message]:
        before, _, after = text.partition(CURSOR)
        uri = self._show(path, before + after)
        return uri, {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}

    def _show(self, path: Path, text: str) -> str:
        uri = path.as_uri()
        version = self._versions[uri] = self._versions.get(uri, 0) + 1
        if version == 1:
            document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
            self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        else:
            document = {"uri": uri, "version": version}
            change = {"textDocument": document, "contentChanges": [{"text": text}]}
            self._send({"method": "textDocument/didChange", "params": change})
        return uri

    def _begin(self) -> None:
        folders = [{"uri": self._folder.as_uri(), "name": self._folder.name}]
        documents = {
            "completion": {"completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}},
            "hover": {"contentFormat": ["markdown"]},
        }
        self._asked(
            "initialize",
            {
                "processId": None,
                "rootUri": self._folder.as_uri(),
                "workspaceFolders": folders,
                "capabilities": {
                    "textDocument": documents,
                    "workspace": {"configuration": True, "workspaceFolders": True},
                },
            },
        )
        self._send({"method": "initialized", "params": {}})
        self._send({"method": "workspace/didChangeConfiguration", "params": {"settings": {}}})

    def _asked(self, method: str, params: Message) -> Any:
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _next(self) -> Message:
        """Return the next message; what the server asks of the editor is answered on the way."""
        try:
            message = self._inbox.get(timeout=PATIENCE)
        except Empty:
            raise TimeoutError("the language server says nothing") from None
        if "id" in message and "method" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        return message

    def _answer(self, message: Message) -> Any:
        if message["method"] == "workspace/configuration":
            return [self._settings.get(each.get("section")) for each in message["params"]["items"]]
        return None

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._out.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._out.flush()

    def _listen(self, stream: IO[bytes]) -> None:
        while line := stream.readline():
            length = 0
            while line.strip():
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
                line = stream.readline()
            self._inbox.put(json.loads(stream.read(length)))


def _words(contents: object) -> str:
    match contents:
        case str():
            return contents
        case {"value": str(value)}:
            return value
        case list():
            return "\n".join(map(_words, contents))
        case _:
            return ""
