"""The wall shows what the group can read from its chairs, and follows the room by itself."""

import pytest
from playwright.sync_api import expect

from tests.e2e import axe
from tests.e2e.pages.board_page import BoardPage
from tests.e2e.pages.room_page import RoomPage
from tests.e2e.pages.wall_page import WallPage
from tests.e2e.wire import ask
from tests.e2e.workshop import Workshop

SMALLEST = 22


@pytest.fixture
def lead(workshop: Workshop) -> RoomPage:
    """Who leads."""
    return workshop.facilitator()


@pytest.fixture
def wall(lead: RoomPage, workshop: Workshop) -> WallPage:
    """The shared screen on a device of its own, at its own address."""
    return workshop.wall(lead)


def test_it_follows_the_room_from_the_framing_to_the_result_of_a_vote(
    wall: WallPage, lead: RoomPage, workshop: Workshop
) -> None:
    anna = workshop.participant("Anna")
    wall.shows("lobby")
    ask(lead, workshop.id, "session.begin")
    seen(wall, "framing")
    ask(lead, workshop.id, "room.move", stone="channels", question="channels.ways")
    expect(wall.question).to_have_text("Langs welke wegen hebben jullie contact met klanten?")
    first, second = (anna.write(text).get_attribute("data-note") for text in ("Balie", "Telefoon"))
    ask(lead, workshop.id, "timer.start", seconds=462)
    ask(anna, workshop.id, "ready.set", on=True)
    expect(wall.note("Telefoon")).to_be_visible()
    expect(wall.clock).to_contain_text("7:")
    expect(wall.page.locator(".wall-ready")).to_have_text("1 van 1 klaar")
    seen(wall, "board")
    ask(lead, workshop.id, "spotlight.set", note=first)
    expect(wall.page.locator(".bright")).to_have_text("Balie")
    seen(wall, "spotlight")
    ask(lead, workshop.id, "spotlight.set", note=None)
    ask(lead, workshop.id, "vote.open", vote="v", stones=["channels"], dots=3, each=2, title="Wat eerst?")
    ask(anna, workshop.id, "dots.set", vote="v", note=second, count=2)
    expect(wall.page.locator(".voted")).to_contain_text("1 van 1 stemden")
    expect(wall.page.locator(".slip-mark")).to_have_count(0)
    seen(wall, "voting")
    ask(lead, workshop.id, "vote.close", vote="v")
    expect(wall.page.locator(".ranked li")).to_have_text(["Telefoon2"])
    seen(wall, "results")


def test_it_follows_the_room_from_a_group_that_reports_to_the_end(
    wall: WallPage, lead: RoomPage, workshop: Workshop
) -> None:
    anna = workshop.participant("Anna")
    ask(lead, workshop.id, "session.begin")
    ask(lead, workshop.id, "room.move", stone="channels")
    table = {"group": "g", "name": "Tafel bij het raam", "people": [person(anna)]}
    ask(lead, workshop.id, "groups.set", groups=[table])
    anna.write("Website en chat")
    ask(lead, workshop.id, "group.present", group="g")
    expect(wall.question).to_have_text("Tafel bij het raam")
    expect(wall.slips).to_have_text(["Website en chat"])
    seen(wall, "reporting")
    for stop in ("break", "index", "stories"):
        ask(lead, workshop.id, "room.move", stone=stop)
        seen(wall, stop)
    ask(lead, workshop.id, "room.move", stone="closing")
    ask(lead, workshop.id, "action.add", action="a", what="Eén nummer voor iedereen", who="Anna")
    ask(anna, workshop.id, "word.set", word="energie")
    expect(wall.page.locator(".words")).to_have_text("energie")
    seen(wall, "closing")
    ask(lead, workshop.id, "session.close")
    seen(wall, "closed")


def test_a_full_board_is_told_in_clusters_and_its_newest_notes(wall: WallPage, lead: RoomPage) -> None:
    lead.go("Segment")
    leader = BoardPage(lead)
    leader.paste("Balie\nTelefoon\nWebsite")
    leader.all().choose("Balie", "Telefoon")
    leader.page.keyboard.press("g")
    leader.name("Persoonlijk")
    leader.page.get_by_role("button", name="Inklappen").click()
    expect(wall.note("Website")).to_be_visible()
    expect(wall.note("Balie")).to_be_hidden()
    leader.paste("\n".join(f"Los idee {number}" for number in range(120)))
    expect(wall.page.locator(".heap")).to_have_text(["Persoonlijk2"])
    expect(wall.slips.first).to_have_text("Los idee 119")
    expect(wall.page.locator(".and-more:visible")).to_contain_text("en nog")
    seen(wall, "board", "full-board")
    leader.page.keyboard.press("Control+z")
    expect(wall.page.locator(".crowd")).to_be_hidden()
    expect(wall.note("Website")).to_be_visible()
    expect(wall.note("Balie")).to_be_hidden()
    place = lead.place(lead.note("Website"))
    assert lead.place(wall.note("Website")) == place


def test_names_of_authors_and_the_pointing_of_others_stay_off_the_wall(
    wall: WallPage, lead: RoomPage, workshop: Workshop
) -> None:
    lead.go("Segment")
    anna = workshop.participant("Anna")
    anna.write("Balie")
    anna.page.locator(".board").hover()
    expect(wall.note("Balie")).to_be_visible()
    assert [words.text for words in wall.words() if "Anna" in words.text] == []
    expect(wall.page.locator(".cursor:visible")).to_have_count(0)


def test_it_comes_back_by_itself_where_the_room_is_then(wall: WallPage, lead: RoomPage) -> None:
    wall.visitor.outage = True
    wall.visitor.context.set_offline(True)
    wall.page.evaluate("dispatchEvent(new Event('offline'))")
    lead.go("Segment")
    lead.write("Balie")
    wall.visitor.context.set_offline(False)
    wall.page.evaluate("dispatchEvent(new Event('online'))")
    expect(wall.note("Balie")).to_be_visible()


def person(room: RoomPage) -> str:
    """The id of who is in this room, as the server greets them."""
    found: str = room.page.evaluate(
        """() => new Promise(resolve => {
          const workshop = new URL(location).searchParams.get("w");
          const line = new WebSocket(`${location.origin.replace("http", "ws")}/ws/workshops/${workshop}`);
          line.onopen = () => line.send(JSON.stringify({ type: "hello" }));
          line.onmessage = ({ data }) => { resolve(JSON.parse(data).you.person); line.close(); };
        })"""
    )
    return found


def seen(wall: WallPage, scene: str, name: str = "") -> None:
    """The scene is shown, its words are large enough, it fits, and it keeps nobody out, in light and dark."""
    wall.shows(scene)
    words = wall.words()
    assert [one for one in words if one.size < SMALLEST - 0.1] == []
    question = wall.question.inner_text()
    assert all(44 <= one.size <= 60 for one in words if one.text == question[:40])
    assert wall.page.evaluate("document.documentElement.scrollHeight <= innerHeight")
    for theme in ("dark", "light"):
        wall.page.emulate_media(color_scheme=theme)
        expect(wall.page.get_by_test_id("stApp")).to_have_css("color-scheme", theme)
        assert axe.faults(wall.page) == []
    expect(wall.controls).to_have_count(0)
    wall.picture(name or scene)
