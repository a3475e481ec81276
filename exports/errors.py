"""What can go wrong on the way out, and on the way back in.

ExportError
├── ArchiveError     a file that cannot be imported (carries a reason code)
├── PictureError     a drawing that cannot be read
└── ReportFailed     the worker could not make the report, twice
"""


class ExportError(Exception):
    """The base of every error this package raises."""


class ReportFailed(ExportError):
    """A report that was not made; the message says why, for the log."""


class PictureError(ExportError):
    """A drawing that cannot be read."""


class ArchiveError(ExportError, ValueError):
    """A file that cannot be imported; `reason` is the code, `values` fill its sentence."""

    def __init__(self, reason: str, detail: str, **values: object) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.values = values
