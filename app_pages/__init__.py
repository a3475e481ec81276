"""The pages that Streamlit draws: one thin file per screen."""
