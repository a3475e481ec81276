"""What can be wrong with a message from outside.

BoardError
└── BadMessage    a message or a text that cannot be taken (carries a reason code)
"""


class BoardError(Exception):
    """The base of every error this package raises."""


class BadMessage(BoardError, ValueError):
    """Input that cannot be taken: `reason` is the code for programs, `values` fill the sentence for people."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(f"{reason} {values}" if values else reason)
        self.reason = reason
        self.values = values
