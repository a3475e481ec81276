"""What one does while the server is away lies in the browser: it survives the page, and arrives exactly once."""

import json
from collections import Counter

from playwright.sync_api import expect

from stepstones.workshop import Session
from storage import reading
from tests.e2e.pages.room_page import RoomPage
from tests.e2e.server import Server
from tests.e2e.workshop import Workshop

KEPT = """() => new Promise((resolve) => {
    const opening = indexedDB.open("room", 1);
    opening.onsuccess = () => {
        const reading = opening.result.transaction("pending").objectStore("pending").getAll();
        reading.onsuccess = () => { opening.result.close(); resolve(reading.result); };
    };
})"""


def test_what_was_typed_moved_and_clustered_without_the_server_arrives_once_after_the_page_was_closed(
    workshop: Workshop, server: Server
) -> None:
    room = workshop.facilitator()
    room.go("Segment")
    for text in ("Blijft", "Eerste", "Tweede", "Derde"):
        room.write(text)
    cut_off(room, server)
    room.note("Blijft").click()
    before = room.place(room.note("Blijft"))
    room.page.keyboard.press("Control+Shift+ArrowDown")
    expect(room.status).to_have_text("Geen verbinding: 1 wijziging wacht")
    place = room.place(room.note("Blijft"))
    cluster_all(room)
    room.line.fill("Van ertussen")
    room.line.press("Enter")
    expect(room.note("Van ertussen")).to_be_visible()
    type_without_an_end(room, "Derde", "Nog niet af")
    room.page.goto("about:blank")
    come_back(room, workshop, server)
    assert room.texts() == ["Blijft", "Eerste", "Nog niet af", "Tweede", "Van ertussen"]
    assert before != place == room.place(room.note("Blijft"))
    session = written(server, workshop)
    assert [len(session.clusters), sum(1 for note in session.notes if note.cluster)] == [1, 4]
    kinds = told(server, workshop)
    assert {kind: kinds[kind] for kind in ("note.add", "cluster.add")} == {"note.add": 5, "cluster.add": 1}
    assert room.page.evaluate(KEPT) == []


def test_a_text_changed_without_the_server_comes_beside_what_somebody_else_wrote_meanwhile(
    workshop: Workshop, server: Server
) -> None:
    leader, anna = workshop.facilitator(), workshop.participant("Anna")
    leader.go("Segment")
    anna.write("Balie")
    expect(leader.note("Balie")).to_be_visible()
    leader.visitor.outage = True
    cut_off(anna, server)
    type_without_an_end(anna, "Balie", "Balie en kassa")
    anna.line.click()
    expect(anna.status).to_have_text("Geen verbinding: 1 wijziging wacht")
    anna.page.goto("about:blank")
    server.start()
    expect(leader.status).to_be_hidden()
    type_without_an_end(leader, "Balie", "Balie in de foyer")
    leader.line.click()
    leader.saved(leader.note("Balie in de foyer"))
    anna.open(workshop.id)
    expect(anna.page.locator(".toast")).to_contain_text("Jouw tekst")
    for room in (anna, leader):
        room.saved(room.note("Balie en kassa"))
        assert room.texts() == ["Balie en kassa", "Balie in de foyer"]


def test_two_tabs_of_one_person_send_what_waits_once(workshop: Workshop, server: Server) -> None:
    room = workshop.facilitator()
    room.go("Segment")
    room.write("Van ervoor")
    cut_off(room, server)
    for text in ("Een", "Twee"):
        room.line.fill(text)
        room.line.press("Enter")
    expect(room.status).to_have_text("Geen verbinding: 2 wijzigingen wachten")
    server.start()
    for text in ("Een", "Twee"):
        room.saved(room.note(text))
    tab = room.visitor.context.new_page()
    tab.goto(room.page.url)
    expect(tab.locator(".board:not([hidden]) .note")).to_have_count(3)
    assert told(server, workshop)["note.add"] == 3
    assert tab.evaluate(KEPT) == []
    room.page.reload()
    expect(room.ready().notes).to_have_count(3)


def test_what_an_older_version_kept_is_sent_and_then_forgotten(workshop: Workshop, server: Server) -> None:
    room = workshop.facilitator()
    room.go("Segment")
    socket = f"/ws/workshops/{workshop.id}"
    person = written(server, workshop).people[0].id
    change = {"kind": "note.add", "note": "old", "stone": "segment", "text": "Van de vorige versie", "colour": "blue"}
    entry = {"id": "old-change", "do": change, "guess": {}, "failed": None, "at": 1, "person": person}
    room.page.evaluate("([key, entry]) => localStorage.setItem(key, entry)", [f"room:{socket}:old", json.dumps(entry)])
    for _ in range(2):
        room.page.reload()
        room.ready().saved(room.note("Van de vorige versie"))
    expect(room.notes).to_have_count(1)
    assert room.page.evaluate("() => Object.keys(localStorage).filter((key) => key.startsWith('room:'))") == []


def cut_off(room: RoomPage, server: Server) -> None:
    """The server is gone, and the room knows."""
    room.visitor.outage = True
    server.kill()
    expect(room.status).to_be_visible()


def come_back(room: RoomPage, workshop: Workshop, server: Server) -> None:
    """The server is there again, and the room is opened anew with everything saved."""
    server.start()
    room.open(workshop.id)
    for note in room.notes.all():
        room.saved(note)
    expect(room.status).to_be_hidden()


def cluster_all(room: RoomPage) -> None:
    """All notes of the board under one title."""
    room.page.keyboard.press("Control+a")
    room.page.keyboard.press("g")
    room.page.keyboard.press("Enter")
    expect(room.page.locator(".cluster-title")).to_be_visible()
    room.page.keyboard.press("Escape")


def type_without_an_end(room: RoomPage, before: str, text: str) -> None:
    """The editor of a note stays open."""
    room.note(before).dblclick()
    room.page.get_by_role("textbox", name="Tekst van het briefje").fill(text)


def written(server: Server, workshop: Workshop) -> Session:
    """What the database holds of it."""
    return server.read(lambda connection: reading.session(connection, workshop.id))


def told(server: Server, workshop: Workshop) -> Counter[str]:
    """How often each kind of change was made."""
    rows = server.read(lambda connection: reading.changes_since(connection, workshop.id, 0))
    return Counter(json.loads(record.json)["kind"] for record in rows)
