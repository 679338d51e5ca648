"""The course as a notebook meets it: `from workshop import course`."""

from workshop.course import adoption
from workshop.course.lesson import adopt, begin, catch_up, clock, hint, progress, reveal, unadopt

__all__ = ["adopt", "begin", "catch_up", "clock", "hint", "progress", "reveal", "unadopt"]

adoption.adopt_from_the_start()
