"""What people read when something is refused: one sentence for every reason code."""

from collections.abc import Mapping

from i18n import LANGUAGES, N_, translator

SENTENCES: dict[str, str] = {
    # who may do what
    "facilitator_only": N_("Only the facilitator can do this."),
    "not_yours": N_("This belongs to somebody else. Ask them, or the facilitator, to change it."),
    "session_closed": N_("This session is closed. It can be read, but not changed any more."),
    "muted": N_("For now you can look on, but not write. The facilitator can change that."),
    "stone_locked": N_("The facilitator has locked this stepping stone. Nothing can be written or changed here now."),
    "moderated": N_(
        "The facilitator reads what is written here before others do, so this one stays as it is. Write a new note."
    ),
    "still_hidden": N_("This note is hidden until it is revealed. From then on this can be done with it."),
    "nothing_hidden": N_("There is nothing hidden here any more."),
    "mixed_audience": N_("Some of these notes are hidden or without a name, and others are not. Take them apart."),
    "proof_missing": N_("Notes are written here without a name now. Look at your text, then try again."),
    "not_anonymous": N_("Notes are written here under a name again. Look at your text, then try again."),
    "not_yourself": N_("You cannot show yourself out."),
    "last_facilitator": N_("Somebody must lead. Let another person lead first."),
    "facilitator_writes": N_("Who leads can always write. Let them no longer lead first."),
    "same_person": N_("This is one person already. Choose another one."),
    "other_role": N_("One of them leads and the other does not. Let both lead, or neither, then merge them."),
    "read_only": N_("This screen can look, but not change anything."),
    "not_a_member": N_("This device does not take part in this workshop yet. Join with the code on the shared screen."),
    "private_notes": N_("This person has notes that nobody else may see yet. Reveal those first, then try again."),
    "key_renewed": N_("This address was replaced by a new one. Ask who leads for it."),
    "removed": N_("The facilitator has shown you out of this workshop."),
    "too_many_windows": N_(
        "You have this workshop open in {limit} other windows, so it stopped in this one. "
        "Close some of them, then reload this page."
    ),
    "too_many_screens": N_(
        "So many screens show this workshop already: {limit}. Close it on another one, then reload this page."
    ),
    # what is not there
    "workshop_gone": N_("This workshop no longer exists."),
    "note_gone": N_("This note has been deleted in the meantime."),
    "note_exists": N_("This note is there already."),
    "story_gone": N_("This user story has been deleted in the meantime."),
    "story_exists": N_("This user story is there already."),
    "cluster_gone": N_("This cluster was taken apart in the meantime."),
    "cluster_exists": N_("This cluster is there already."),
    "link_gone": N_("This link has been deleted in the meantime."),
    "link_exists": N_("These two notes are connected already."),
    "comment_gone": N_("This comment has been deleted in the meantime."),
    "comment_exists": N_("This comment is there already."),
    "action_gone": N_("This action has been deleted in the meantime."),
    "action_exists": N_("This action is there already."),
    "vote_gone": N_("This vote has been deleted in the meantime."),
    "vote_exists": N_("This vote is there already."),
    "vote_closed": N_("This vote is closed: its dots stay as they are."),
    "not_in_vote": N_("This vote is not about that."),
    "group_gone": N_("This group is no longer there."),
    "snapshot_gone": N_("This snapshot is no longer kept. Choose another one."),
    "step_gone": N_("This step is no longer in the programme. Choose another one."),
    "changed_meanwhile": N_("Somebody else changed this text meanwhile. Look at both, then save it again."),
    "step_exists": N_("This step is in the programme already."),
    "question_exists": N_("This question is there already, here or at another stone."),
    "person_gone": N_("This person no longer takes part."),
    "stone_exists": N_("This stepping stone is there already."),
    "stone_not_empty": N_(
        "Something lies at this stone: notes, perhaps hidden or in the trash, stories, a vote, an action, a conclusion "
        "or a kept board. So it stays; you can leave it out of the programme."
    ),
    "stone_in_use": N_("The room is at this stone now. Go to another one first."),
    "group_exists": N_("This group is there already."),
    "unknown_stone": N_("There is no such stepping stone. Reload the page and try again."),
    "unknown_question": N_("There is no such question here. Reload the page and try again."),
    "unknown_address": N_("There is nothing at this address."),
    "wrong_method": N_("This address does not take this method. Use one that the header Allow names."),
    "picture_missing": N_("The drawing did not come along. Open the sketch and save it again."),
    # limits
    "empty": N_("There is no text yet. Write something first."),
    "empty_name": N_("Fill in your name first."),
    "empty_title": N_("There is no title yet. Write one first."),
    "too_long": N_("This text is too long: at most {limit} characters fit."),
    "line_too_long": N_(
        "Row {line} is too long for a story: at most {limit} characters fit. Shorten that line, then try again."
    ),
    "stone_full": N_("This board is full: it holds {limit} notes. Delete some, or go on at another stone."),
    "workshop_full": N_("This workshop is full: it holds {limit}."),
    "trash_full": N_(
        "So much was deleted here that nothing new fits. Ask the facilitator to open the archive as a new workshop: "
        "its trash is empty."
    ),
    "stories_full": N_("There is room for {limit} user stories. Bring fewer along, or delete some first."),
    "too_many": N_("At most {limit} notes go at once. Choose fewer."),
    "too_many_steps": N_("There is room for {limit} steps in a programme. Leave some out."),
    "too_many_questions": N_("There is room for {limit} questions of your own at a stone. Take some out."),
    "too_many_prompts": N_("There is room for {limit} prompts of your own under a question. Take some out."),
    "stones_full": N_("There is room for {limit} stepping stones, the ten among them. Use one that is there."),
    "vote_needs_notes": N_("A vote needs at least {limit} notes that everybody sees. Write or reveal some first."),
    "too_many_answers": N_("There is room for {limit} answers. Leave some out."),
    "too_few": N_("This needs at least {limit} notes. Choose some more."),
    "link_to_itself": N_("A note cannot be connected to itself. Choose another note."),
    "clusters_full": N_("There is room for {limit} clusters. Take some apart first."),
    "links_full": N_("There is room for {limit} links. Delete some first."),
    "reactions_full": N_("There is room for {limit} reactions. Take some of yours away first."),
    "comments_full": N_("There is room for {limit} comments. Delete some first."),
    "dots_full": N_("There is no room for more dots in this workshop. Delete an old vote first."),
    "actions_full": N_("There is room for {limit} actions. Delete some first."),
    "votes_full": N_("There is room for {limit} votes. Delete some first."),
    "no_dots_left": N_("In this vote you have at most {limit} dots. Take one back elsewhere first."),
    "too_many_at_note": N_("In this vote at most {limit} of your dots fit on one note."),
    "out_of_range": N_("That place lies outside the board."),
    "too_fast": N_("That went too fast. Wait a moment and try again."),
    "frame_too_large": N_("This message is too large: at most {limit} bytes can be sent at once."),
    "sketch_too_large": N_("There is more in this drawing than can be kept. Undo a part, then save it again."),
    "pictures_full": N_(
        "All sketches and pictures together have {limit} MB of room, and it is full. Delete some first."
    ),
    "file_too_large": N_("This file is too large: at most {limit} MB."),
    # what cannot be read
    "unwanted_characters": N_("There are invisible characters in this text that cannot be saved. Type it again."),
    "one_line": N_("This must be one line. Take the line ends out, then try again."),
    "malformed": N_("This message cannot be read. Reload the page and try again."),
    "unknown_kind": N_("This is not known here. Reload the page and try again."),
    "not_a_choice": N_("This is none of the choices here. Take one that is offered."),
    "not_a_choice_score": N_("A score is a whole number from 1 to 5. Choose one of these."),
    "not_a_choice_colour": N_("There are no notes in this colour. Choose another one."),
    "not_a_choice_language": N_("A workshop is in Dutch or in English. Choose one of the two."),
    "not_a_choice_relations": N_("The relations can be donors, members and volunteers. Choose from these three."),
    "not_a_choice_size": N_("A note is small, medium or large. Choose one of these three."),
    "not_a_choice_sign": N_("There is no such reaction. Choose one that is offered."),
    "not_a_choice_cursors": N_("Pointers show always, never, or among few people. Choose one of these three."),
    "not_a_choice_legend": N_("Only the eight colours of notes can have a meaning. Choose one of these."),
    "not_a_choice_status": N_("An action is still to do, being done, or done. Choose one of these three."),
    "hello_first": N_("The first message must say hello."),
    "bad_date": N_("Choose a date from today on, within five years."),
    "bad_date_due": N_("The calendar has no such day. Choose another one."),
    "not_a_picture": N_("This is no picture that can be shown. Take a PNG, JPEG, WEBP or GIF."),
    "picture_too_large": N_("This picture is too large: at most 10 MB, and 50 million pixels. Take a smaller one."),
    "too_slow": N_("The line is too slow for this picture now. Try again later, or take a smaller one."),
    "picture_failed": N_("The picture could not be read in time. Try again in a moment."),
    # doors
    "wrong_code": N_("No workshop opens with this code. Check the signs on the shared screen."),
    "session_over": N_("This session is over, so nobody new comes in. Ask who led it for the address to read on."),
    "door_closed": N_("The facilitator has closed the door of this workshop. Ask to open it again."),
    "no_cookies": N_("This browser keeps no cookies, so it would not be recognised. Allow them, then try again."),
    "too_many_wrong_codes": N_("Too many wrong codes were tried just now. Try again in a minute."),
    "foreign_origin": N_("This page was opened from another site. Open the workshop's own address."),
    "foreign_host": N_("This address does not belong to this server. Use the address on the shared screen."),
    # archives
    "archive_broken": N_(
        "This archive is damaged or not complete: it cannot be read beyond line {line}. "
        "Save it again and try once more."
    ),
    "archive_wrong": N_("This archive cannot be imported: what it holds at {place} does not fit there. Save it again."),
    "archive_empty": N_("This archive cannot be imported: there is no text at {place}. Write one there."),
    "archive_double": N_("This archive cannot be imported: what it holds at {place} is there twice. Take one out."),
    "archive_lost": N_("This archive cannot be imported: what {place} names is not in it. Save it again."),
    "archive_picture": N_("This archive cannot be imported: {place} is no drawing of the size it says. Save it again."),
    "archive_full": N_("This archive cannot be imported: {place} is more than the {limit} that fit. Take some out."),
    "archive_newer": N_("This archive was made by a newer version ({version}). Update the app, then import it."),
    "archive_unknown": N_("This file is not an archive of a workshop."),
    "programme_unknown": N_("This file is not a programme. Choose one that was saved on this page."),
    "programme_newer": N_("This programme was made by a newer version. Update the app, then load it."),
    "programme_wrong": N_(
        "This programme cannot be loaded: what it holds at {place} does not fit there. Save it again."
    ),
    # the machine
    "not_saved": N_("This could not be saved. Try again."),
    "report_failed": N_("The report could not be made. Nothing is lost; try again in a moment."),
    "drawing_failed": N_("The drawing could not be made. Try again in a moment."),
    "suggestions_failed": N_("No clusters could be suggested. Nothing has changed; try again in a moment."),
    "not_ready": N_("The server is not ready yet. Try again in a moment."),
}


def sentence(reason: str, language: str, values: Mapping[str, object] | None = None) -> str:
    """The sentence for a reason code, in a language; `values` fill its placeholders, and a `field` may have its own."""
    spoken = language if language in LANGUAGES else LANGUAGES[0]
    of_field = f"{reason}_{(values or {}).get('field')}"
    text = translator(spoken).gettext(SENTENCES.get(of_field) or SENTENCES[reason])
    return text.format(**values) if values else text
