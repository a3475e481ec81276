"""Fields over values that others change too: what others change appears, what this visitor changed is theirs to send.

A field is known by its key. Before it is drawn it follows what is kept; afterwards `changed` says whether the visitor
gave it another value than they were shown. So nobody overwrites what they never touched.
"""

from typing import cast

import streamlit as st


def follow(key: str, kept: object) -> None:
    """Show what is kept in the field with this key, unless the visitor has just changed it."""
    shown = _shown()
    if key not in st.session_state or key not in shown or not changed(key):
        shown[key] = kept
        # What is set again would come over a click that is on its way.
        if key not in st.session_state or st.session_state[key] != kept:
            st.session_state[key] = kept


def changed(key: str) -> bool:
    """Does the field hold something else than the visitor was shown?"""
    return bool(st.session_state[key] != _shown().get(key))


def seen(key: str) -> object:
    """What the visitor was shown in the field, before they changed it."""
    return _shown().get(key)


def overtake(key: str, kept: object) -> None:
    """The visitor was shown what others made of it meanwhile: what their field holds is over that from now on."""
    _shown()[key] = kept


def settle(key: str) -> None:
    """What the field holds is saved now."""
    _shown()[key] = st.session_state[key]


def _shown() -> dict[str, object]:
    return cast(dict[str, object], st.session_state.setdefault("shown", {}))
