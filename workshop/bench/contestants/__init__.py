"""Processes that do the same work, in turns. Those that run in an environment of their own import no workshop."""
