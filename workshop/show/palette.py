"""The colours of notebook 2: the same thing has the same colour in every figure."""

INPUT, PARAMETER, OUTPUT = "#2f6fb0", "#b07d00", "#2e7d4f"
GRADIENT = "#d1495b"
QUIET = "#8a8378"


def plain(*several):
    """Take the upper and right lines off matplotlib Axes."""
    for axes in several:
        axes.spines[["top", "right"]].set_visible(False)
