"""The verbs: a module each, with a docstring (its help), EXAMPLES, arguments(parser) and main(args) -> exit code.

A verb raises `workshop.errors.BadInput` for what a person can mend; `workshop.__main__` prints it as one line.
With --json a verb prints one JSON object on standard output, and everything else on standard error.
"""

SUMMARIES = {
    "lab": "open JupyterLab at notebook 1",
    "doctor": "check that this machine has all the workshop needs",
    "test": "run the tests",
    "run": "execute the notebooks without a browser, with a time for each section",
    "check": "judge your answers to the exercises",
    "save": "copy all your answers to a dated folder",
    "reset": "put one exercise's stub back, keeping your text",
    "stubs": "write the exercise stubs from the solutions (for authors)",
    "train": "train a DQN agent",
    "evaluate": "play an agent's games and report its score",
    "play": "watch an agent in a window, take over, or play beside it",
    "record": "one game of an agent as a moving picture",
    "plot": "draw learning curves from a run",
    "filters": "what the filters of a network look at",
    "slides": "render the notebooks as slides, in one file each",
    "handout": "write the executed notebooks as pages to read offline",
    "bundle": "fill a USB stick from which others install without a network",
    "bench": "measure this machine's speed",
}
