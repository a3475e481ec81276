"""What the fields of changes may hold; the figures stand in limits.py."""

from typing import Annotated, Literal

from msgspec import Meta

from canvas.board import limits

Id = Annotated[str, Meta(pattern=limits.ID.replace("$", r"\Z"))]  # in Python "$" lets a line end pass
OwnId = Annotated[str, Meta(pattern=limits.OWN_ID.replace("$", r"\Z"))]
PictureId = Annotated[str, Meta(pattern=limits.PICTURE_ID.replace("$", r"\Z"))]
Colour = Literal["yellow", "orange", "pink", "purple", "blue", "teal", "green", "grey"]
Size = Literal["small", "medium", "large"]
Sign = Literal["agree", "heart", "question", "star"]
Writing = Literal["open", "private", "moderated", "anonymous"]
StepKind = Literal["framing", "stone", "break", "index", "stories", "closing"]
Cursors = Literal["auto", "on", "off"]
Authors = Literal["people", "groups", "nobody"]
Coordinate = Annotated[int, Meta(ge=-limits.COORDINATE, le=limits.COORDINATE)]
Distance = Annotated[int, Meta(ge=-2 * limits.COORDINATE, le=2 * limits.COORDINATE)]
NoteText = Annotated[str, Meta(max_length=limits.NOTE_TEXT)]
StoneName = Annotated[str, Meta(max_length=limits.STONE_NAME)]
OwnText = Annotated[str, Meta(max_length=limits.OWN_TEXT)]
Prompts = Annotated[list[OwnText], Meta(max_length=limits.PROMPTS)]
Conclusion = Annotated[str, Meta(max_length=limits.CONCLUSION)]
ScriptText = Annotated[str, Meta(max_length=limits.SCRIPT)]
Answer = Annotated[str, Meta(max_length=limits.ANSWER)]
What = Annotated[str, Meta(max_length=limits.WHAT)]
Word = Annotated[str, Meta(max_length=limits.WORD)]
Secret = Annotated[str, Meta(pattern=limits.SECRET.replace("$", r"\Z"))]
ClusterTitle = Annotated[str, Meta(max_length=limits.CLUSTER_TITLE)]
LinkWord = Annotated[str, Meta(max_length=limits.LINK_WORD)]
Meaning = Annotated[str, Meta(max_length=limits.MEANING)]
CommentText = Annotated[str, Meta(max_length=limits.COMMENT)]
Name = Annotated[str, Meta(max_length=limits.NAME)]
Title = Annotated[str, Meta(max_length=limits.TITLE)]
StoryPart = Annotated[str, Meta(max_length=limits.STORY_PART)]
Source = Annotated[str, Meta(max_length=limits.STORY_SOURCE)]
Remark = Annotated[str, Meta(max_length=limits.REMARK)]
Points = Annotated[int, Meta(ge=1, le=5)]
Relation = Literal["donors", "members", "volunteers"]
Side = Annotated[int, Meta(ge=1, le=limits.PICTURE_SIDE)]
Ids = Annotated[list[Id], Meta(min_length=1, max_length=limits.NOTES_AT_ONCE)]
Proofs = Annotated[dict[Id, Secret], Meta(max_length=limits.NOTES_AT_ONCE)]
"""By note: with what is beside a change its author proves that a note without a name is theirs."""
