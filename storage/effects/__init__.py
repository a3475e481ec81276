"""What each kind of change does to the rows."""

from canvas.board.change import Change
from storage.effects import (
    actions,
    batches,
    clusters,
    groups,
    leading,
    links,
    notes,
    own_stones,
    people,
    pictures,
    programme,
    remarks,
    reveal,
    rules_of_stones,
    settings,
    sketches,
    snapshots,
    stories,
    timers,
    votes,
)
from storage.entry import Effect

EFFECTS: dict[type[Change], Effect] = {
    **notes.EFFECTS,
    **batches.EFFECTS,
    **sketches.EFFECTS,
    **pictures.EFFECTS,
    **clusters.EFFECTS,
    **links.EFFECTS,
    **remarks.EFFECTS,
    **snapshots.EFFECTS,
    **stories.EFFECTS,
    **settings.EFFECTS,
    **programme.EFFECTS,
    **people.EFFECTS,
    **groups.EFFECTS,
    **actions.EFFECTS,
    **rules_of_stones.EFFECTS,
    **own_stones.EFFECTS,
    **votes.EFFECTS,
    **leading.EFFECTS,
    **timers.EFFECTS,
    **reveal.EFFECTS,
}
