"""What people look at in a notebook: figures with words for those who cannot see them, and pictures that move."""

from workshop.show.figures import figure, still
from workshop.show.live import Live
from workshop.show.screen import Screen

__all__ = ["Live", "Screen", "figure", "still"]
