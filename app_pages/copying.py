"""An address with a button that copies it, also on a network address where browsers give pages no clipboard."""

import streamlit as st

from app_pages.visitor import translations

SCRIPT = """
function copied(text) {
  const area = document.createElement("textarea");
  area.value = text;
  area.style.cssText = "position: fixed; opacity: 0";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}

export default function ({ data, parentElement }) {
  let row = parentElement.querySelector(".copyable");
  if (!row) {
    row = document.createElement("div");
    row.className = "copyable";
    row.append(document.createElement("span"), document.createElement("button"));
    row.lastChild.type = "button";
    row.lastChild.setAttribute("aria-live", "polite");
    parentElement.append(row);
  }
  const [text, button] = row.children;
  text.textContent = data.text;
  button.textContent = data.copy;
  button.onclick = () => {
    if (copied(data.text)) {
      button.textContent = data.copied;
      setTimeout(() => { button.textContent = data.copy; }, 2000);
    } else {
      getSelection().selectAllChildren(text);
    }
  };
}
"""
STYLE = """
.copyable {
  display: flex; align-items: center; gap: .75rem; padding: .25rem .25rem .25rem .75rem;
  border: 1px solid var(--st-border-color); border-radius: .5rem; background: var(--st-background-color);
  color: var(--st-text-color);
}
span { flex: 1; min-width: 0; overflow-wrap: anywhere; font: 500 1rem/1.35 var(--st-font); }
button {
  flex: none; min-height: 2.75rem; padding: 0 .75rem; border: 1px solid var(--st-border-color); border-radius: .375rem;
  font: 500 1rem var(--st-font); background: var(--st-secondary-background-color); color: inherit; cursor: pointer;
}
button:hover { border-color: var(--st-primary-color); }
button:focus-visible { outline: 3px solid var(--st-link-color); outline-offset: 2px; }
"""

_mount = st.components.v2.component("stepping_stones_copyable", js=SCRIPT, css=STYLE)


def copyable(text: str, *, key: str) -> None:
    """Show the text with a button that copies it."""
    t = translations()
    _mount(key=key, data={"text": text, "copy": t.gettext("Copy"), "copied": t.gettext("Copied")})
