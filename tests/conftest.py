"""What holds for all tests."""

from hypothesis import settings

settings.register_profile("house", deadline=None)  # a busy machine is no reason to fail
settings.load_profile("house")
