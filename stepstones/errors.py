"""What can be refused by the method, and why.

StepstonesError
├── Refused          a person asked for something the rules do not allow (carries a reason code)
├── AnswerError      a maturity answer that no index can count
└── ContentError     a text file of the method that is incomplete
"""


class StepstonesError(Exception):
    """The base of every error this package raises."""


class Refused(StepstonesError):
    """A change that may not be made; `reason` is the code that programs read and people get a sentence for.

    `values` fill the placeholders of that sentence, for example the limit that was passed.
    """

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(f"{reason} {values}" if values else reason)
        self.reason = reason
        self.values = values


class AnswerError(StepstonesError, ValueError):
    """An answer to the maturity index outside the whole numbers 1 to 5, or to an unknown question."""


class ContentError(StepstonesError, ValueError):
    """A text of the method that is missing, double or of the wrong shape."""
