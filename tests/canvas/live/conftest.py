"""A running server with its rooms."""

from tests.web.conftest import serving

__all__ = ["serving"]
