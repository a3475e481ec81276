"""A text that the server refuses stays in sight, says why, and can be sent again."""

import json

import pytest
from playwright.sync_api import WebSocketRoute, expect

from tests.e2e.pages.room_page import RoomPage
from tests.e2e.workshop import Workshop

REASON = "Er is geen plaats meer."
REFUSED = "Balie"


@pytest.mark.parametrize("view", ["Lijst", "Bord"])
def test_a_refused_text_can_be_sent_again_also_while_others_go_on(workshop: Workshop, view: str) -> None:
    leader, bram = workshop.facilitator(), workshop.participant("Bram")
    leader.go("Kanalen")
    expect(bram.title).to_have_text("Kanalen")
    refusing = refuse_at(bram)
    bram.button(view).click()
    bram.line.fill(REFUSED)
    bram.line.press("Enter")
    note = bram.note(REFUSED)
    expect(note).to_contain_text(REASON)
    expect(leader.note(REFUSED)).to_have_count(0)

    again = note.get_by_role("button", name="Opnieuw proberen")
    again.focus()
    leader.write("Kassa")
    expect(bram.note("Kassa")).to_be_visible()
    expect(again).to_be_focused()

    refusing.clear()
    bram.page.keyboard.press("Enter")
    expect(leader.note(REFUSED)).to_be_visible()
    bram.saved(note)


def refuse_at(room: RoomPage) -> list[str]:
    """What holds these words is refused on its way from this browser, until the list is empty."""
    refusing = [REFUSED]

    def between(line: WebSocketRoute) -> None:
        server = line.connect_to_server()

        def pass_on(frame: str | bytes) -> None:
            if any(word in str(frame) for word in refusing) and '"change"' in str(frame):
                answer = {"type": "refused", "id": json.loads(frame)["id"], "reason": "board_full", "sentence": REASON}
                line.send(json.dumps(answer))
            else:
                server.send(frame)

        line.on_message(pass_on)

    room.page.route_web_socket(lambda url: "/_stcore/" not in url, between)
    room.page.reload()
    room.ready()
    return refusing
