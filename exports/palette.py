"""The colours of drawings: those of the room in daylight, as canvas/static/room.css has them."""

PAPER, PANEL, SUNKEN = "#f7f5f0", "#ffffff", "#efece4"
INK, SOFT, LINE, EDGE = "#1f2d36", "#54626a", "#d8d4ca", "#8d9488"
DEEP, ON_DEEP, SHALLOW, DONE = "#2c6472", "#ffffff", "#dce9ea", "#a9b7ae"
NOTE_INK, NOTE_SOFT, SHADE = "#1f2d36", "#48555c", "#d9d6ce"
NOTES = {
    "yellow": "#fbe7a1",
    "orange": "#f8d0b4",
    "pink": "#f4c3cd",
    "purple": "#d9ccf0",
    "blue": "#c3def3",
    "teal": "#bde5dc",
    "green": "#d6e8b4",
    "grey": "#e3e3de",
}
