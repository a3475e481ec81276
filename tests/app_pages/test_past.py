from concurrent.futures import Future

import pytest

from canvas.board.bonds import ClusterAdd, LinkAdd, LinkDelete
from canvas.board.change import Change
from canvas.board.changes import StoryAdd, StoryDelete, WorkshopEdit
from canvas.board.leading import RoomMove, StoneAdd, StoneFinish
from canvas.board.notes import NoteAdd, NoteDelete, NoteEdit
from exports.errors import JobFailed
from exports.worker import Worker
from sentences import sentence
from services import services
from stepstones.rules import Actor
from stepstones.workshop import Session
from storage import secret
from storage.founding import Founded
from storage.ledger import Request
from tests.app_pages.browser import Browser, kept
from tests.app_pages.conftest import Open
from tests.storage.effects.test_sketches import save
from tests.storage.sample import drawing


@pytest.fixture(autouse=True)
def worker(monkeypatch: pytest.MonkeyPatch) -> list[Session]:
    """What the worker was asked to draw; it draws very little."""
    drawn: list[Session] = []

    def do(_worker: Worker, _job: str, session: Session, *_asked: object) -> Future[bytes]:
        drawn.append(session)
        done: Future[bytes] = Future()
        done.set_result(b'<svg xmlns="http://www.w3.org/2000/svg"><title>then</title></svg>')
        return done

    monkeypatch.setattr(Worker, "do", do)
    return drawn


@pytest.fixture
def page(facilitator: Browser, founded: Founded) -> Browser:
    facilitator.open("past", w=founded.workshop)
    return facilitator


def do(founded: Founded, *changes: Change, actor: Actor | None = None) -> None:
    for change in changes:
        services().ledger.submit(
            Request(founded.workshop, secret.id(), change, actor or founded.facilitator.actor, None)
        )


def bram(founded: Founded) -> Actor:
    [person] = [person for person in kept(founded.workshop).people if person.name == "Bram"]
    return Actor(person.id, "participant")


def living(founded: Founded) -> set[str]:
    session = kept(founded.workshop)
    return {note.id for note in session.notes} | {story.id for story in session.stories}


def pressable(browser: Browser, *names: str) -> list[str]:
    """The keys of buttons that begin so."""
    return [button.key for button in browser.page.button if button.key and button.key.startswith(names)]


def html(browser: Browser) -> str:
    return "\n".join(element.proto.body for element in browser.page.get("html"))


def test_a_new_workshop_has_little_past(page: Browser) -> None:
    assert page.title == "Geschiedenis en prullenbak"
    assert "De prullenbak is leeg" in page.words
    assert "Nog geen momentopnamen" in page.words


def test_several_notes_and_stories_come_back_at_once(page: Browser, founded: Founded) -> None:
    do(founded, *(NoteAdd(note=note, stone="teams", text=note) for note in ("n1", "n2", "n3")))
    do(founded, StoryAdd(story="s1", stone=None, role="lid", want="stemmen"))
    do(founded, *(NoteDelete(note=note) for note in ("n1", "n2", "n3")), StoryDelete(story="s1"))
    page.run()
    for key in ("pick-note-n1", "pick-note-n3", "pick-story-s1"):
        page.page.checkbox(key=key).check()
    page.run()
    page.press("bring-back")
    assert living(founded) == {"n1", "n3", "s1"}
    assert [box.key for box in page.page.checkbox] == ["pick-note-n2"]
    assert "Briefje · Teams" in html(page)
    assert "door Gerda" in html(page)


def test_participants_bring_back_their_own_only_and_not_what_who_leads_deleted(member: Open, founded: Founded) -> None:
    browser = member("participant")
    own = (NoteAdd(note=note, stone="teams", text="Van Bram") for note in ("n1", "n3"))
    do(founded, *own, NoteDelete(note="n1"), actor=bram(founded))
    do(founded, NoteAdd(note="n2", stone="teams", text="Van Gerda"))
    do(founded, NoteDelete(note="n2"), NoteDelete(note="n3"))
    browser.open("past", w=founded.workshop)
    assert [box.key for box in browser.page.checkbox] == ["pick-note-n1"]
    assert "Van Gerda" in browser.words
    browser.page.checkbox(key="pick-note-n1").check()
    browser.run()
    browser.press("bring-back")
    assert living(founded) == {"n1"}


def test_who_only_reads_sees_nothing_of_what_was_thrown_away(member: Open, founded: Founded) -> None:
    do(founded, NoteAdd(note="n1", stone="teams", text="Weg"), NoteDelete(note="n1"))
    browser = member("reader")
    browser.open("past", w=founded.workshop)
    assert browser.problems == [sentence("facilitator_only", "nl")]
    assert "Weg" not in browser.words


def test_the_board_of_a_finished_stone_can_be_looked_at_by_cluster_and_question(
    page: Browser, founded: Founded
) -> None:
    do(founded, *(NoteAdd(note=f"n{i}", stone="teams", text=f"Briefje <{i}>") for i in range(3)))
    do(founded, NoteAdd(note="q", stone="teams", text="Bij een vraag", question="teams.contact"))
    do(founded, ClusterAdd(cluster="c", stone="teams", title="*Samen*", notes=["n0", "n2"]))
    do(founded, StoneFinish(stone="teams", finished=True), NoteDelete(note="n0"))
    page.run()
    [look] = pressable(page, "look-")
    page.press(look)
    titles = [element.value for element in page.page.subheader]
    assert titles.index(r"\*Samen\*") < titles.index("Zonder vraag")
    shown = html(page)
    assert shown.index("Briefje &lt;0&gt;") < shown.index("Briefje &lt;1&gt;")
    assert "Bij een vraag" in shown


def test_a_kept_board_names_nobody_where_the_workshop_does_not(page: Browser, founded: Founded) -> None:
    do(founded, NoteAdd(note="n1", stone="teams", text="Toen"), StoneFinish(stone="teams", finished=True))
    page.run()
    page.press(pressable(page, "look-")[0])
    assert "Toen <span>" in html(page)
    do(founded, WorkshopEdit(authors="nobody"))
    page.run()
    page.press(pressable(page, "look-")[0])
    assert "Toen</li>" in html(page)


def test_a_board_is_drawn_as_it_lay(page: Browser, founded: Founded, worker: list[Session]) -> None:
    do(founded, NoteAdd(note="n1", stone="teams", text="Toen"), NoteAdd(note="n2", stone="goals", text="Ver"))
    do(founded, LinkAdd(link="l", start="n1", end="n2"), StoneFinish(stone="teams", finished=True))
    do(founded, NoteEdit(note="n1", text="Nu", stone="goals"), NoteAdd(note="n3", stone="teams", text="Later"))
    do(founded, LinkDelete(link="l"))
    page.run()
    page.press(pressable(page, "look-")[0])
    [drawn] = worker
    assert [(note.text, note.stone) for note in drawn.notes] == [("Toen", "teams"), ("Ver", "goals")]
    assert [link.id for link in drawn.links] == ["l"]
    assert len(page.page.get("image")) == 1


def test_a_board_that_cannot_be_drawn_is_told_in_words(
    page: Browser, founded: Founded, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_asked: object) -> Future[bytes]:
        raise JobFailed("no drawing today")

    monkeypatch.setattr(Worker, "do", fail)
    do(founded, NoteAdd(note="n1", stone="teams", text="Toen"), StoneFinish(stone="teams", finished=True))
    page.run()
    page.press(pressable(page, "look-")[0])
    assert "Toen" in html(page)
    assert len(page.page.get("image")) == 0


def test_a_drawing_that_takes_too_long_leaves_the_line(
    page: Browser, founded: Founded, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: Future[bytes] = Future()
    monkeypatch.setattr(Worker, "do", lambda *_asked: waiting)
    monkeypatch.setattr("app_pages.then.WITHIN", 0.01)
    do(founded, NoteAdd(note="n1", stone="teams", text="Toen"), StoneFinish(stone="teams", finished=True))
    page.run()
    page.press(pressable(page, "look-")[0])
    assert waiting.cancelled()
    assert len(page.page.get("image")) == 0


def test_the_worker_gets_no_strokes_of_a_board_as_it_lay(
    page: Browser, founded: Founded, worker: list[Session]
) -> None:
    sketch = Request(founded.workshop, secret.id(), save("n1", "p1"), founded.facilitator.actor, drawing("p1"))
    services().ledger.submit(sketch)
    do(founded, StoneFinish(stone="teams", finished=True))
    page.run()
    page.press(pressable(page, "look-")[0])
    assert [(picture.id, picture.strokes) for picture in worker[0].pictures.values()] == [("p1", "")]


def test_a_board_is_restored_by_who_leads(page: Browser, founded: Founded) -> None:
    do(founded, NoteAdd(note="n1", stone="teams", text="Toen"), StoneFinish(stone="teams", finished=True))
    do(founded, NoteEdit(note="n1", text="Nu"), NoteAdd(note="n2", stone="teams", text="Later"))
    page.run()
    [restore] = pressable(page, "restore-")
    page.press(restore)
    assert [note.text for note in kept(founded.workshop).notes] == ["Toen"]
    assert len(pressable(page, "look-")) == 2


def test_the_name_of_a_stone_of_ones_own_is_shown_as_it_is(page: Browser, founded: Founded) -> None:
    do(founded, StoneAdd(stone="own.x", name="*Kaarten*"), StoneFinish(stone="own.x", finished=True))
    page.run()
    assert r"**\*Kaarten\***" in page.words


def test_participants_look_at_boards_and_do_not_restore_them(member: Open, founded: Founded) -> None:
    browser = member("participant")
    do(founded, StoneFinish(stone="teams", finished=True))
    browser.open("past", w=founded.workshop)
    assert len(pressable(browser, "look-")) == 1
    assert pressable(browser, "restore-") == []


def test_the_history_is_told_in_sentences_also_of_hostile_texts(page: Browser, founded: Founded) -> None:
    do(founded, NoteAdd(note="n1", stone="teams", text="<b>x</b> " + "lang " * 60))
    do(founded, NoteEdit(note="n1", x=4), NoteEdit(note="n1", x=5), StoneFinish(stone="teams", finished=True))
    page.run()
    told = html(page)
    assert "<b>Gerda</b> rondde <b>Teams</b> af" in told
    assert told.count("verplaatste") == 1
    assert "<b>Gerda</b> schreef “&lt;b&gt;x&lt;/b&gt; lang" in told
    assert "…”" in told


def test_the_history_names_where_the_room_went_also_where_no_notes_lie(page: Browser, founded: Founded) -> None:
    do(founded, RoomMove(stone="break"), RoomMove(stone="parking"), RoomMove(stone="framing"))
    page.run()
    assert "ging met de groep naar <b>Pauze</b>" in html(page)
    assert "…" not in html(page)


def test_the_history_of_one_stone_or_person(page: Browser, founded: Founded, member: Open) -> None:
    member("participant")
    do(founded, NoteAdd(note="n1", stone="teams", text="Van Gerda"))
    do(founded, NoteAdd(note="n2", stone="goals", text="Van Bram"), actor=bram(founded))
    page.run()
    page.page.selectbox(key="deeds-stone").set_value("goals")
    page.run()
    assert ("Van Gerda" in html(page), "Van Bram" in html(page)) == (False, True)
    page.page.selectbox(key="deeds-person").set_value(founded.facilitator.person)
    page.run()
    assert "Er is hier nog niets gebeurd." in page.words


def test_where_the_board_names_nobody_nobody_can_be_asked_after(page: Browser, founded: Founded) -> None:
    do(founded, WorkshopEdit(authors="nobody"), NoteAdd(note="n1", stone="teams", text="Van Gerda"))
    page.run()
    assert [box.key for box in page.page.selectbox] == ["deeds-stone"]
    assert "<b>Iemand</b> schreef" in html(page)


def test_older_deeds_unfold(page: Browser, founded: Founded) -> None:
    do(founded, *(NoteAdd(note=f"n{i}", stone="teams", text=f"nummer {i}.") for i in range(60)))
    page.run()
    assert "nummer 3." not in html(page)
    page.press("older-deeds")
    assert "nummer 3." in html(page)
    assert pressable(page, "older-deeds") == []
