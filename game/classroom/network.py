"""The addresses of this computer on the networks that it is on. Nothing is sent to find them."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from ipaddress import IPv4Address

_FAR = ("192.0.2.1", "192.168.255.254", "10.255.255.254", "172.31.255.254")
"""Addresses to which a way is looked up: one for documentation, and the ends of the private networks."""


def local_addresses() -> tuple[str, ...]:
    """Return the addresses at which other devices may reach this computer, the likeliest first."""
    return tuple(dict.fromkeys(each for each in _found() if is_reachable(each)))


def is_reachable(address: str) -> bool:
    """Whether an address is one at which others on the network can find this computer.

    >>> is_reachable("192.168.1.20"), is_reachable("127.0.0.1"), is_reachable("169.254.7.7")
    (True, False, False)
    """
    own = IPv4Address(address)
    return not (own.is_loopback or own.is_link_local or own.is_unspecified or own.is_multicast)


def _found() -> Iterator[str]:
    for far in _FAR:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
            try:
                way.connect((far, 9))  # of datagrams: only the way is chosen, nothing is sent
            except OSError:
                continue
            yield way.getsockname()[0]
    try:
        named = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except OSError:
        return
    for *_, place in named:
        yield str(place[0])
