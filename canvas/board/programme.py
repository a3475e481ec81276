"""Changes of the programme and of what facilitators note for themselves."""

from typing import Annotated

from msgspec import UNSET, Meta, Struct, UnsetType

from canvas.board import limits
from canvas.board.change import Change
from canvas.board.fields import Id, ScriptText, StepKind


class NewStep(Struct, frozen=True, forbid_unknown_fields=True):
    """One step; only one at a stone names that."""

    step: Id
    kind: StepKind
    minutes: Annotated[int, Meta(ge=0, le=limits.STEP_MINUTES)]
    stone: Id | None = None


class ProgrammeSet(Change, frozen=True):
    """The steps of the session, in their order; they replace those before."""

    steps: Annotated[list[NewStep], Meta(max_length=limits.STEPS)]


class ScriptSet(Change, frozen=True):
    """What facilitators note for themselves at a step; participants never get it.

    With `was`, what it said when somebody began to write, it is refused where it says something else by now.
    """

    step: Id
    text: ScriptText
    was: ScriptText | UnsetType = UNSET
