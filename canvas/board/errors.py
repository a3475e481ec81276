"""What can be wrong with a message from outside.

BoardError
└── BadMessage    a message or a text that cannot be taken (carries a reason code)
"""


class BoardError(Exception):
    """The base of every error this package raises."""


class BadMessage(BoardError, ValueError):
    """Input that cannot be taken: `reason` is the code for programs, `values` fill the sentence for people.

    `change` is the id of the change that was asked for, where it could be read.
    """

    def __init__(self, reason: str, change: str | None = None, **values: object) -> None:
        super().__init__(f"{reason} {values}" if values else reason)
        self.reason = reason
        self.change = change
        self.values = values
