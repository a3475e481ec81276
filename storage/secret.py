"""Secrets and ids: how they are made, and the hash under which they are kept."""

import hashlib
import secrets
import string

SIGNS = "ABCDEFGHJKLMNPQRTUVWXY346789"
"""28 signs that cannot be confused, read aloud or on a wall: no I, O, S, Z, 0, 1, 2, 5."""
JOIN_SIGNS = 6
RESUME_SIGNS = 9
"""Nine of 28 signs: 43 bits."""


def join_code() -> str:
    """A code to join with; one in 480 million."""
    return _signs(JOIN_SIGNS)


def resume_code() -> str:
    """A code to go on with on another device."""
    return _signs(RESUME_SIGNS)


def key() -> str:
    """A key for an address: 128 bits."""
    return secrets.token_urlsafe(16)


def id() -> str:
    """A new id that nobody guesses, of more than 70 bits; a letter first, so that no command takes it for an option."""
    return secrets.choice(string.ascii_letters) + secrets.token_urlsafe(9)


def hashed(secret: str) -> str:
    """How a secret stands in the database."""
    return hashlib.sha256(secret.encode()).hexdigest()


def normal(code: str) -> str:
    """A code as typed, without spaces and dashes, in capitals."""
    return "".join(sign for sign in code.upper() if sign.isalnum())


def _signs(count: int) -> str:
    return "".join(secrets.choice(SIGNS) for _ in range(count))
