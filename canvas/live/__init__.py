"""The room while people are in it: who is connected, what they hear, in which order."""
