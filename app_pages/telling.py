"""Adds many stories in one go: all of them, or none."""

from collections.abc import Sequence

from app_pages.visitor import Guest
from canvas.board import limits
from canvas.board.changes import StoryAdd
from canvas.board.errors import BadMessage
from canvas.board.messages import change
from services import services
from stepstones.stories import ReadStory
from storage import secret
from storage.ledger import Request


def add_all(here: Guest, stories: Sequence[ReadStory], stone: str | None) -> int:
    """Add every story to the workshop; raises Refused or BadMessage, and then none is added."""
    asked = [_change(number, story, stone) for number, story in enumerate(stories, 1)]
    services().ledger.submit_all([Request(here.workshop.id, secret.id(), made, here.actor) for made in asked])
    return len(asked)


def _change(number: int, story: ReadStory, stone: str | None) -> StoryAdd:
    parts = {"role": story.role, "want": story.want, "benefit": story.benefit, "source": story.source}
    try:
        return change(StoryAdd, story=secret.id(), stone=stone, **parts)
    except BadMessage as bad:
        if bad.reason == "too_long":
            raise BadMessage("line_too_long", line=number, limit=limits.STORY_PART) from None
        raise
