"""One step of the programme: private notes, and at a stone its name, own questions and extra prompts."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from app_pages import frame
from app_pages.asking import ask
from app_pages.following import changed, follow, overtake, seen
from app_pages.stops import stop_names
from app_pages.visitor import Guest, language, translations
from canvas.board import limits
from canvas.board.leading import StoneEdit
from canvas.board.programme import ScriptSet
from canvas.board.texts import cleaned, folded
from stepstones.content import content
from stepstones.programme import OwnQuestion, Step, StoneSettings
from stepstones.stones import Question
from stepstones.walk import OWN, every_stone, is_own
from stepstones.workshop import FRAMING, Session
from storage import secret


def names_of(session: Session) -> dict[str, str]:
    """What every step is called: by the id of its stone, or by its kind."""
    t = translations()
    stones = {stone.id: stone.name for stone in every_stone(content(language()), session.stones).stones}
    return stones | {FRAMING: t.gettext("Start")} | stop_names()


def open_step(id: str) -> None:
    """Open the dialog of this step when the page is drawn."""
    st.session_state["step"] = id


def edit_step(here: Guest, session: Session, names: Mapping[str, str]) -> None:
    """The dialog of a step, while one is open."""
    step = next((step for step in session.workshop.programme if step.step == st.session_state.get("step")), None)
    if step is not None:
        title = frame.plain(names.get(step.stone or step.kind, "…"))
        st.dialog(title, width="medium", on_dismiss=_close)(_dialog)(here, session, step)


def _close() -> None:
    st.session_state.pop("step", None)


def _dialog(here: Guest, session: Session, step: Step) -> None:
    t = translations()
    with st.form(f"step-form-{step.step}", border=False):
        script = next((script.text for script in session.scripts if script.step == step.step), "")
        key = f"script-{step.step}"
        follow(key, script)
        st.text_area(
            t.gettext("Private notes"),
            key=key,
            max_chars=limits.SCRIPT,
            help=t.gettext("Only who leads sees these, beside the board."),
        )
        edits = _stone_fields(session, step.stone) if step.stone else {}
        if st.form_submit_button(t.gettext("Save"), type="primary", key="save-step"):
            done = not changed(key) or _note(here, step, key, script)
            done &= not edits or ask(here, StoneEdit, stone=step.stone, **edits)
            if done:
                _close()
                st.rerun()


def _note(here: Guest, step: Step, key: str, now: str) -> bool:
    """Save what was noted; where somebody else wrote there since, show that, to be saved over when both were read."""
    if ask(here, ScriptSet, step=step.step, text=st.session_state[key], was=str(seen(key) or "")):
        return True
    if now != seen(key):
        st.markdown(frame.plain(now))
        overtake(key, now)
    return False


def _stone_fields(session: Session, stone: str) -> dict[str, Any]:
    """The fields of a stone; gives what was changed in them."""
    t = translations()
    method = {one.id: one for one in content(language()).stones}.get(stone)
    settings = next((one for one in session.stones if one.stone == stone), StoneSettings(stone))
    edits: dict[str, Any] = {}
    for name, label, most in (
        ("name", t.gettext("Name of the stone"), limits.STONE_NAME),
        ("lead", t.gettext("What it is about"), limits.OWN_TEXT),
    ):
        key, usual = f"stone-{stone}-{name}", getattr(method, name, "")
        follow(key, getattr(settings, name))
        text = st.text_input(label, key=key, max_chars=most, placeholder=usual)
        if changed(key) and (text.strip() or not is_own(stone)):
            edits[name] = "" if text.strip() == usual else text
    questions = _questions(settings)
    return edits | questions | _prompts(settings, method.questions if method else (), _gone(settings, **questions))


def _questions(settings: StoneSettings) -> dict[str, Any]:
    """Questions of one's own, one in each line; what is left of a line keeps its prompts."""
    t = translations()
    key = f"stone-{settings.stone}-questions"
    follow(key, "\n".join(folded(question.text) for question in settings.questions))
    text = st.text_area(
        t.gettext("Your own questions, one in each line"),
        key=key,
        height=100,
        help=t.gettext("They come after those of the stone."),
    )
    if not changed(key):
        return {}
    return {"questions": asked(_lines(text), settings.questions, _lines(str(seen(key))))}


def _gone(settings: StoneSettings, questions: list[dict[str, Any]] | None = None) -> set[str]:
    """Which questions of one's own are asked no longer once these are saved."""
    left = {question["id"] for question in questions or ()}
    return set() if questions is None else {question.id for question in settings.questions} - left


def asked(lines: list[str], kept: tuple[OwnQuestion, ...], seen: list[str]) -> list[dict[str, Any]]:
    """The questions that these lines are: one that was there, or stands where one was, keeps its id and prompts.

    What came after somebody saw these lines is not theirs to take away.
    """
    before = tuple(question for question in kept if folded(question.text) in (*seen, *lines))
    known = {folded(question.text): question for question in before}
    free = [question for question in before if folded(question.text) not in lines]
    found: list[dict[str, Any]] = []
    for place, line in enumerate(lines):
        same = known.pop(line, None)
        if same is None and place < len(before) and before[place] in free:
            same = before[place]
            free.remove(same)
        id, prompts = (same.id, list(same.prompts)) if same else (OWN + secret.id(), [])
        found.append({"id": id, "text": line, "prompts": prompts})
    came = (question for question in kept if question not in before)
    return found + [{"id": one.id, "text": one.text, "prompts": list(one.prompts)} for one in came]


def _prompts(settings: StoneSettings, questions: tuple[Question, ...], gone: set[str]) -> dict[str, Any]:
    """Extra prompts under each question that stays, one in each line; they replace those before."""
    t = translations()
    own = tuple((question.id, question.text) for question in settings.questions)
    prompts = {id: list(texts) for id, texts in settings.prompts.items()}
    touched = False
    with st.expander(t.gettext("Extra prompts under a question")):
        for id, text in (*((question.id, question.text) for question in questions), *own):
            key = f"prompts-{settings.stone}-{id}"
            follow(key, "\n".join(settings.prompts.get(id, ())))
            lines = _lines(st.text_area(frame.plain(text), key=key, height=68))
            if changed(key):
                touched, prompts[id] = True, lines
    left = {id: lines for id, lines in prompts.items() if lines and id not in gone}
    return {"prompts": left} if touched else {}


def _lines(text: str) -> list[str]:
    return [line.strip() for line in cleaned(text).splitlines() if line.strip()]
