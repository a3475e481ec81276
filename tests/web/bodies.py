"""Bodies that are no JSON object, or that nobody should try to read to the end."""

NO_OBJECT = (b"", b"{", b"[]", b'"CODE"', b"\xff\xfe", b"[" * 60_000, b'{"x":' + b"[" * 30_000 + b"]" * 30_000 + b"}")
