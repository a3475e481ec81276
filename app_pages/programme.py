"""The programme: what a facilitator prepares for half a day, step by step, and takes along to the next workshop."""

from dataclasses import asdict
from datetime import time

import streamlit as st

from app_pages import frame
from app_pages.asking import ask
from app_pages.following import changed, follow, settle
from app_pages.planning import adding, own_stone, own_stones
from app_pages.recipe import keep
from app_pages.stepping import edit_step, names_of, open_step
from app_pages.visitor import guest, translations
from canvas.board import limits
from canvas.board.programme import ProgrammeSet
from services import services
from stepstones.planning import HALF_DAY, Programme, Timed, lasting, moved, proposal, timed, total, without
from stepstones.programme import Step
from storage import reading

t = translations()
here = guest("facilitator")
with services().database.reading() as connection:
    session = reading.session(connection, here.workshop.id)
steps = session.workshop.programme
names = names_of(session)
BEGIN = time(9, 0)


def save(new: Programme) -> None:
    """Keep these steps, and show them."""
    if ask(here, ProgrammeSet, steps=[asdict(step) for step in new]):
        st.rerun()


def begin() -> None:
    """Where there is no programme yet: what one is, and the proposal."""
    with st.container(key="no-programme", gap="small"):
        st.header(t.gettext("No programme yet"), anchor=False)
        st.markdown(
            t.gettext(
                "A programme says what you do when: the stones in your order, breaks, the score, "
                "stories and the closing. Begin with the proposal for half a day and change what you like."
            )
        )
        if st.button(t.gettext("Begin with the proposal"), type="primary", key="propose"):
            save(proposal())
        offered = {
            t.gettext("Step"): [names[step.stone or step.kind] for step in proposal()],
            t.gettext("Minutes"): [str(step.minutes) for step in proposal()],
        }
        st.table(offered, border="horizontal", hide_index=True, hide_header=False)


def plan() -> None:
    """The steps with their times, and how long all of it takes."""
    with st.container(key="clock-bar", horizontal=True, vertical_alignment="bottom", gap="medium"):
        start = st.time_input(t.gettext("Begins at"), BEGIN, step=300, key="begins", width=130) or BEGIN
        ends = list(timed(steps, start))
        with st.container(key="sum", gap=None):
            st.markdown(f"**{_length()}**")
            st.caption(t.gettext("Ends at {time}. {judgement}").format(time=told(ends[-1].ends), judgement=judged()))
    with st.container(key="steps", gap="xxsmall"):
        for number, one in enumerate(ends):
            row(one, first=number == 0, last=number == len(ends) - 1)


def row(one: Timed, *, first: bool, last: bool) -> None:
    """A step: when, what, how long, and where to move it."""
    id = one.step.step
    name = frame.plain(names.get(one.step.stone or one.step.kind, "…"))
    with st.container(key=f"step-{_safe(id)}", horizontal=True, vertical_alignment="center", gap="small"):
        with st.container(key=f"step-words-{_safe(id)}", gap=None):
            st.markdown(f"`{told(one.begins)}` **{name}**")
            if beside := ", ".join(_beside(one.step)):
                st.caption(beside)
        with st.container(key=f"step-tools-{_safe(id)}", horizontal=True, vertical_alignment="center", gap="xsmall"):
            minutes(one.step, name)
            if _tool("arrow_upward", t.gettext("{name}: earlier").format(name=name), f"up-{id}", unless=first):
                save(moved(steps, id, -1))
            if _tool("arrow_downward", t.gettext("{name}: later").format(name=name), f"down-{id}", unless=last):
                save(moved(steps, id, 1))
            label = t.gettext("Notes and questions of {name}").format(name=name)
            st.button(label, key=f"open-{id}", icon=":material/edit:", help=label, on_click=open_step, args=(id,))
            if _tool("close", t.gettext("Leave {name} out").format(name=name), f"out-{id}"):
                save(without(steps, id))


def minutes(step: Step, name: str) -> None:
    """How long the step takes; it is kept as soon as it changes."""
    key = f"minutes-{step.step}"
    follow(key, step.minutes)
    label = t.gettext("Minutes of {name}").format(name=name)
    wanted = st.number_input(label, 0, limits.STEP_MINUTES, step=5, key=key, label_visibility="collapsed", width=110)
    if changed(key):
        settle(key)
        save(lasting(steps, step.step, int(wanted)))


def told(at: time) -> str:
    """A time on the clock: 9:05."""
    return f"{at.hour}:{at.minute:02}"


def judged() -> str:
    """The length against half a day."""
    over = total(steps) - HALF_DAY
    if not over:
        return t.gettext("Exactly half a day.")
    if over > 0:
        return t.ngettext("{count} minute more than half a day.", "{count} minutes more than half a day.", over).format(
            count=over
        )
    return t.ngettext("{count} minute of half a day is free.", "{count} minutes of half a day are free.", -over).format(
        count=-over
    )


def _length() -> str:
    hours, rest = divmod(total(steps), 60)
    hour = t.ngettext("{count} hour", "{count} hours", hours).format(count=hours)
    minute = t.ngettext("{count} minute", "{count} minutes", rest).format(count=rest)
    return " ".join(filter(None, (hour if hours else "", minute if rest or not hours else "")))


def _beside(step: Step) -> list[str]:
    """What stands at a step beside the method: own questions, and private notes."""
    settings = next((one for one in session.stones if one.stone == step.stone), None)
    asked = len(settings.questions) if settings else 0
    found = [t.ngettext("{count} own question", "{count} own questions", asked).format(count=asked)] if asked else []
    if any(script.step == step.step for script in session.scripts):
        found.append(t.gettext("private notes"))
    return found


def _tool(icon: str, label: str, key: str, *, unless: bool = False) -> bool:
    return st.button(label, key=key, icon=f":material/{icon}:", help=label, disabled=unless)


def _safe(id: str) -> str:
    """For the name of a class: ids may hold any sign."""
    return id.encode().hex()


frame.header(t.gettext("Programme"), here)
left, right = st.columns([3, 2], gap="medium")
with left:
    if steps:
        with st.container(key="plan", gap="small"):
            plan()
    else:
        begin()
with right:
    adding(session, names, save)
    own_stone(here, session, save)
    own_stones(here, session)
    keep(here, session)
edit_step(here, session, names)
