"""What can go wrong on the way out.

ExportError
├── PictureError     a drawing that cannot be read
└── ReportFailed     the worker could not make the report, twice
"""


class ExportError(Exception):
    """The base of every error this package raises."""


class ReportFailed(ExportError):
    """A report that was not made; the message says why, for the log."""


class PictureError(ExportError):
    """A drawing that cannot be read."""
