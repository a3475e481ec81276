"""The room: one live component over the whole window; Streamlit only opens the drawing dialog in it."""

from urllib.parse import urlencode

import streamlit as st

from app_pages.drawing import draw
from app_pages.frame import language_address
from app_pages.visitor import guest, language
from canvas.component import room
from i18n import LANGUAGES

here = guest("facilitator", "participant", "projector", "reader")
spoken = language()
workshop = f"/api/workshops/{here.workshop.id}/"
address = urlencode({"w": here.workshop.id})
other = next(known for known in LANGUAGES if known != spoken)

with st.container(key="room"):
    wish = room(
        {
            "module": "/canvas/static/room.js",
            "socket": f"/ws/workshops/{here.workshop.id}",
            "texts": f"/api/texts/{spoken}.json",
            "api": workshop,
            "pictures": f"{workshop}pictures/",
            "language": spoken,
            "leads": here.leads,
            "view": "projector" if st.query_params.get("view") == "projector" else None,
            "pages": {
                "home": "/",
                "wall": f"/room?{address}&view=projector",
                "index": f"/maturity?{address}",
                "stories": f"/stories?{address}",
                "report": f"/report?{address}",
                "past": f"/history?{address}",
                "programme": f"/programme?{address}",
                "afterwards": f"/afterwards?{address}",
                "settings": f"/settings?{address}",
                "language": language_address(other),
            },
        },
        key=f"room-{here.workshop.id.encode().hex()}",  # Streamlit refuses two underscores in a component's key
    )
if wish:
    draw(here, wish)
