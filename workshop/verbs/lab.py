"""Open JupyterLab at notebook 1. It listens on this machine alone and asks for its token; Ctrl-C here ends it.

Your tabs are remembered in the folder .workshop; your own JupyterLab settings stay as they are.
"""

import argparse
import os
import socket

from workshop.errors import BadInput
from workshop.exercise import HOUSE
from workshop.verbs.console import say

EXAMPLES = [
    "lab",
    "lab --no-browser --port 8899    # then open the address it prints",
]
FIRST = "notebooks/1_reinforcement_learning.ipynb"


def arguments(parser):
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.add_argument("--port", type=port, help="the port to listen on (default: 8888 or the next free one)")


def port(text):
    """A port's number, or argparse's one-line complaint."""
    if not (text.isdecimal() and 1 <= int(text) <= 65535):
        raise argparse.ArgumentTypeError(f'"{text}" is no port; give a whole number from 1 to 65535')
    return int(text)


def main(args):
    if args.port:
        refuse_taken(args.port)
    say("Opening JupyterLab, which takes some seconds. Keep this window open; Ctrl-C ends it.")
    os.environ.update(surroundings())
    from jupyterlab.labapp import LabApp

    LabApp.launch_instance(argv=options(args))


def refuse_taken(number):
    """Raise BadInput if something listens on that port already (JupyterLab would quietly take another)."""
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", number)) == 0:
            raise BadInput(f"port {number} is taken; leave --port out and JupyterLab finds a free one.")


def surroundings():
    """Environment variables for the server and, through it, for every kernel."""
    ours = {
        "PYTHONPATH": str(HOUSE),
        "JUPYTER_CONFIG_PATH": str(HOUSE / "workshop" / "course" / "jupyter"),  # no question about Jupyter news
    }
    for name in ours.keys() & os.environ.keys():
        ours[name] += os.pathsep + os.environ[name]
    # A kernel of the same name in the person's home must not come before this environment's.
    return ours | {"JUPYTER_PREFER_ENV_PATH": "1"}


def options(args):
    """JupyterLab's own command line."""
    words = [
        f"--ServerApp.root_dir={HOUSE}",  # not notebooks/ alone: answers are written in workshop/
        f"--LabApp.default_url=/lab/tree/{FIRST}",
        f"--LabApp.workspaces_dir={HOUSE / '.workshop' / 'workspaces'}",
        "--ServerApp.ip=127.0.0.1",
        "--ServerApp.answer_yes=True",  # Ctrl-C ends it without a question
        "--ServerApp.use_redirect_file=False",  # browsers installed as snaps may not read the file it would open
        "--KernelManager.transport_encryption=auto",  # and kernels have no warning about it to print
        "--LabApp.extension_manager=readonly",  # does not look at PyPI
        "--LabApp.log_level=ERROR",
        "--log-level=ERROR",
    ]
    if args.port:
        words += [f"--ServerApp.port={args.port}", "--ServerApp.port_retries=0"]
    if args.no_browser:
        words += ["--no-browser"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        words += ["--allow-root"]  # containers
    return words
