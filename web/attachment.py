"""A file of a workshop to keep: its name comes from the title, and nothing on the way keeps a copy."""

import re
from unicodedata import combining, normalize

from starlette.responses import Response


def attachment(data: bytes, title: str, ending: str, media_type: str, *, inline: bool = False) -> Response:
    """The answer that a browser saves as a file, or, `inline`, shows."""
    plain = normalize("NFKD", title)
    name = re.sub(r"[^A-Za-z0-9]+", "-", "".join(s for s in plain if not combining(s))).strip("-")[:80] or "workshop"
    headers = {
        "Content-Disposition": f'{"inline" if inline else "attachment"}; filename="{name}.{ending}"',
        "Cache-Control": "private, no-store",
    }
    return Response(data, media_type=media_type, headers=headers)
