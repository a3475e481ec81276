"""What can go wrong on the way out, and on the way back in.

ExportError
├── ArchiveError     a file that cannot be imported (carries a reason code)
├── JobFailed        the worker could not do what was asked of it
└── PictureError     a drawing that cannot be read
"""


class ExportError(Exception):
    """The base of every error this package raises."""


class JobFailed(ExportError):
    """A report, or another job of the worker, that was not done; the message says why, for the log."""


class PictureError(ExportError):
    """A drawing that cannot be read."""


class ArchiveError(ExportError, ValueError):
    """A file that cannot be imported; `reason` is the code, `values` fill its sentence."""

    def __init__(self, reason: str, detail: str, **values: object) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.values = values
