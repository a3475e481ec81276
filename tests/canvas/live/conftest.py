"""A running server with its rooms."""

from tests.web.conftest import running, serving

__all__ = ["running", "serving"]
