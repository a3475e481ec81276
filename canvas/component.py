"""The room as a Streamlit component: a door to the modules in canvas/static, which do everything else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

# An inline module runs from a blob: address, where relative imports fail; so it imports by an address it is given.
# The default export must stay synchronous: Streamlit cleans up a superseded slow run while the component is on the
# page, which is also why a cleanup counts only for the latest run.
DOOR = """
const instances = new WeakMap();

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  let instance = instances.get(parentElement);
  if (!instance) {
    const root = document.createElement("div");
    root.id = "room";
    parentElement.append(root);
    instance = { root, run: 0, room: null, data };
    instances.set(parentElement, instance);
    import(new URL(data.module, document.baseURI).href).then(({ mount }) => {
      if (instance.run < 0) return;
      instance.room = mount({ root, data: instance.data, trigger: (name, value) => setTriggerValue(name, value) });
    });
  }
  const run = ++instance.run;
  instance.data = data;
  instance.room?.update(data);
  return () => {
    if (instance.run !== run) return;
    instance.run = -1;
    instance.room?.destroy();
    instance.root.remove();
    instances.delete(parentElement);
  };
}
"""
STYLE = """
:host, #room { height: 100%; }
"""

_mount = st.components.v2.component("stepping_stones_room", js=DOOR, css=STYLE)


@dataclass(frozen=True, slots=True)
class SketchWish:
    """Somebody in the room wants to draw: a new sketch, or on with the one of a note."""

    note: str | None
    stone: str
    question: str | None
    nonce: str
    width: int
    """The pixels that a drawing can be wide there."""
    height: int
    """Of the whole window."""
    becomes: str | None = None
    """The id of a new note, where the browser made one."""
    proof: str | None = None
    """The secret of a note without a name."""


def room(data: Mapping[str, Any], *, key: str) -> SketchWish | None:
    """Show the room; gives the wish to draw when somebody has just expressed it."""
    result = _mount(key=key, data=dict(data), height="stretch", on_sketch_change=lambda: None)
    wish = result.sketch
    if not isinstance(wish, dict):
        return None
    width, height = (int(wish.get(name, usual)) for name, usual in (("width", 720), ("height", 768)))
    own = (wish.get("becomes"), wish.get("proof"))
    return SketchWish(wish.get("note"), wish["stone"], wish.get("question"), wish["nonce"], width, height, *own)
