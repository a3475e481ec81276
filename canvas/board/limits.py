"""Every limit of the room, in one table; canvas/static/limits.js holds those that browsers need."""

NOTE_TEXT = 2_000
NAME = 60
TITLE = 200
CLUSTER_TITLE = 80
LINK_WORD = 60
MEANING = 60
"""What a colour means."""
COMMENT = 1_000
STORY_PART = 2_000
STORY_SOURCE = 4_000
REMARK = 2_000
STONE_NAME = 40
OWN_TEXT = 300
"""A question or prompt of a facilitator's own, or what leads to a stone."""
CONCLUSION = 2_000
SCRIPT = 4_000
"""What facilitators note for themselves at one step."""
WHAT = 300
"""What an action is."""
WORD = 40
"""With which somebody leaves."""
NOTES_PER_STONE = 3_000
NOTES_PER_WORKSHOP = 10_000
NOTES_AT_ONCE = 200
"""In one change, or in one hand that drags."""
CLUSTERS_PER_WORKSHOP = 1_000
LINKS_PER_WORKSHOP = 2_000
REACTIONS_PER_WORKSHOP = 20_000
COMMENTS_PER_WORKSHOP = 5_000
SNAPSHOTS_PER_STONE = 6
"""Then the oldest goes."""
STEPS = 60
"""Of a programme."""
STEP_MINUTES = 480
STONES = 30
"""The ten and those of one's own."""
QUESTIONS = 20
"""That a facilitator adds to one stone."""
PROMPTS = 20
GROUPS = 50
VOTES_PER_WORKSHOP = 100
ANSWERS = 6
"""Of a poll."""
ANSWER = 80
DOTS = 20
"""That one person can have in a vote."""
DOTS_OF_ROOM = 500
"""That a facilitator can put at one note on behalf of people without a device."""
DOTS_PER_WORKSHOP = 100_000
"""How often somebody has dots at a note, in all votes together."""
ACTIONS_PER_WORKSHOP = 500
TIMER_SECONDS = 4 * 60 * 60
STORIES_PER_WORKSHOP = 2_000
PEOPLE_PER_WORKSHOP = 500
PEOPLE_EVER = 5_000
"""Who was shown out makes room for another, but the name stays under what they wrote."""
FRAME_BYTES = 64 * 1024
COORDINATE = 100_000
PICTURE_BYTES = 10 * 1024 * 1024
STROKES_BYTES = 2 * 1024 * 1024
PICTURE_SIDE = 1_600
PHOTOGRAPH_PIXELS = 50_000_000
"""More are not unpacked: a small file can hold a picture of gigabytes."""
PICTURE_BYTES_PER_WORKSHOP = 40 * 1024 * 1024
"""All its photographs, and its sketches with their strokes, together; those in the trash do not count."""
ARCHIVE_BYTES = 384 * 1024 * 1024
"""A workshop that is at every limit of this table at once fits in an archive of this size."""
LAYER = 1_000_000_000
"""How high notes can lie; nobody moves so often."""
PRESENCE_PER_SECOND = 10
CHANGES_PER_SECOND = 50
"""Per person, averaged over ten seconds: nobody types faster, and a loop is stopped."""
ONE_LINE = ("name", "what", "who", "title", "organisation", "role", "want", "benefit", "word", "behalf", "legend")
"""The fields that are one line: they stand in lists and on a cover, and a story is told as one sentence."""
SIZES = ("small", "medium", "large")
SIGNS = ("agree", "heart", "question", "star")
"""What people react with."""
COLOURS = ("yellow", "orange", "pink", "purple", "blue", "teal", "green", "grey")
ID = r"^[\x21-\x7e]{1,64}$"
"""Ids made by clients: 1 to 64 visible ASCII signs."""
OWN_ID = r"^own\.[A-Za-z0-9_-]{1,40}$"
"""Stones and questions that a facilitator made."""
SECRET = r"^[A-Za-z0-9_-]{20,64}$"
"""With which the author of an anonymous note proves that it is theirs."""
PICTURE_ID = r"^[A-Za-z0-9_-]{1,64}$"
"""Ids of pictures stand in addresses."""
