"""The lines of a text file in whatever encoding people save it."""

import codecs
import re

from stepstones.signs import shows

LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
BYTE_LINE_END = re.compile(rb"\r\n|[\n\r]")
BYTE_ORDER_MARK = "\ufeff"
"""Files that were glued together have it in the middle too."""
WINDOWS_1252 = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256))
"""Windows-1252 as browsers read it: the five bytes without a meaning stay control characters."""
CONTROLS = {code: " " for code in [*range(0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF] if chr(code) not in "\t\n\r\x85"}
"""Control characters and non-characters are no text; vertical tabs and form feeds stand within a line."""


def lines(data: bytes) -> list[str]:
    """Return the lines of `data` on which there is something to see, without their line ends."""
    text = _text(data).replace(BYTE_ORDER_MARK, "").translate(CONTROLS)
    return [line for line in LINE_END.split(text) if shows(line)]


def _text(data: bytes) -> str:
    """Decode by byte-order mark, else UTF-16 where that is evident, else line by line."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    if byte_order := _evident_byte_order(data):
        return data.decode(byte_order, "replace")
    return "\n".join(_utf8_or_windows(line) for line in BYTE_LINE_END.split(data))


def _evident_byte_order(data: bytes) -> str | None:
    """Western text in UTF-16 has a zero in most pairs of bytes, always on the same side."""
    first, second = data[0::2].count(0), data[1::2].count(0)
    most, few = max(len(data) // 4, 1), len(data) // 20
    if second > most and first <= few:
        return "utf-16-le"
    return "utf-16-be" if first > most and second <= few else None


def _utf8_or_windows(line: bytes) -> str:
    """Each line for itself: files that were glued together mix encodings."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return codecs.charmap_decode(line, "strict", WINDOWS_1252)[0]
