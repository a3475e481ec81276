"""A file of a workshop to keep: its name comes from the title, and nothing on the way keeps a copy."""

from starlette.responses import Response


def attachment(data: bytes, title: str, ending: str, media_type: str) -> Response:
    """The answer that a browser saves as a file."""
    name = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in title).strip("-")[:60] or "workshop"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}.{ending}"',
        "Cache-Control": "private, no-store",
    }
    return Response(data, media_type=media_type, headers=headers)
