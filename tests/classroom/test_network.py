"""Addresses of this computer."""

from __future__ import annotations

import socket

import pytest

from game.classroom.network import is_reachable, local_addresses


def test_only_addresses_that_others_can_reach_are_named() -> None:
    assert all(is_reachable(each) for each in local_addresses())
    assert len(set(local_addresses())) == len(local_addresses())


def test_a_computer_on_no_network_has_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    assert local_addresses() == ()
