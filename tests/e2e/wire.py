"""Asking for a change as a page does, where a test is not about the button that asks."""

from typing import Any

from tests.e2e.pages.room_page import RoomPage

ASK = """([workshop, change]) => new Promise((resolve, reject) => {
  const line = new WebSocket(`${location.origin.replace("http", "ws")}/ws/workshops/${workshop}`);
  const id = `test-${Math.random()}`;
  line.onopen = () => line.send(JSON.stringify({ type: "hello" }));
  line.onmessage = ({ data }) => {
    const said = JSON.parse(data);
    if (said.type === "snapshot") line.send(JSON.stringify({ type: "change", id, do: change }));
    const made = said.changes?.find(one => one.id === id);
    if (made) resolve(made);
    if (said.id === id && said.type === "refused") reject(new Error(said.reason));
    if (made || said.type === "refused") line.close();
  };
})"""


def ask(room: RoomPage, workshop: str, kind: str, **fields: Any) -> dict[str, Any]:
    """The change as the server made it, for who is in this room; an error where it refuses."""
    made: dict[str, Any] = room.page.evaluate(ASK, [workshop, {"kind": kind, **fields}])
    return made
