"""Luck by address: a ticket is a keyed hash of seed, setup, site and count (section 9.5)."""

from __future__ import annotations

from hashlib import blake2b


def _framed(part: str | int) -> bytes:
    encoded = str(part).encode()
    return len(encoded).to_bytes(4, "big") + encoded


def drawn(seed: int, *address: str | int) -> int:
    """Return the 64-bit number at an address; `seed` is 0 to 2**64 - 1.

    Each part goes in with its length, so `a`, `bc` is not `ab`, `c`:

    >>> drawn(1, "standard", "their_fear.start", 0)
    11494285797367643629
    """
    digest = blake2b(
        b"".join(_framed(part) for part in address), digest_size=8, key=seed.to_bytes(8, "big")
    ).digest()
    return int.from_bytes(digest, "big")


def ticket(seed: int, setup: str, site: str, count: int, total: int) -> int:
    """Return the ticket, 0 to `total` - 1, of the next draw of a site that was drawn `count` times."""
    return drawn(seed, setup, site, count) % total
