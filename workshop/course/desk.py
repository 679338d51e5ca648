"""Showing things to whoever is there: rich in a notebook, plain text elsewhere; and where the kernel is asked for."""

import sys

RED, PLAIN = "\x1b[31m", "\x1b[0m"


def kernel():
    """The IPython shell this runs in, or None."""
    return sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None


def show(text, *, html=None, markdown=None):
    """Show `text`, or in a notebook the html or markdown that says the same."""
    if kernel() is None:
        print(text)
        return
    from IPython.display import display

    rich = {"text/html": html, "text/markdown": markdown}
    display({"text/plain": text} | {kind: said for kind, said in rich.items() if said}, raw=True)


def warn(text):
    """One red line above the cell's output."""
    print(f"{RED}{text}{PLAIN}" if kernel() is not None else text)


def tell(text):
    """A quiet line in the cell's output."""
    print(text)
