"""lab starts a real JupyterLab; what it serves is asked for over HTTP, as a browser would."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import psutil
import pytest

from workshop.__main__ import main

HOUSE = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """A running JupyterLab: (process, address with token), begun in some other folder."""
    restore = {} if os.name == "nt" else {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)}
    process = subprocess.Popen(
        [sys.executable, "-m", "workshop", "lab", "--no-browser"],
        cwd=tmp_path_factory.mktemp("elsewhere"),
        env=os.environ | {"PYTHONPATH": str(HOUSE), "PYTHONUTF8": "1"},
        stderr=subprocess.PIPE,
        encoding="utf-8",
        **restore,
    )
    for line in process.stderr:
        if found := re.search(r"http://127\.0\.0\.1:(\d+)/\S+token=\w+", line):
            wait_for(int(found[1]))
            yield process, found[0]
            break
    process.kill()
    process.wait()


def wait_for(port):
    """Return once the server answers there: it prints its address a moment earlier."""
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)


def get(address, path, token):
    """The JSON at a path of the server."""
    base = address.split("/lab/")[0]
    request = urllib.request.Request(base + path, headers={"Authorization": f"token {token}"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def test_it_opens_notebook_1_and_the_answers_can_be_opened_too(lab):
    address = lab[1]
    path, token = re.search(r"/lab/tree/(\S+)\?token=(\w+)", address).groups()
    notebook = get(address, f"/api/contents/{path}?content=0", token)
    assert (notebook["type"], notebook["name"][:2]) == ("notebook", "1_")
    assert get(address, "/api/contents/workshop/rl.py?content=0", token)["type"] == "file"


def test_it_listens_on_this_machine_alone_and_wants_its_token(lab):
    process, address = lab
    listening = [at for at in psutil.Process(process.pid).net_connections() if at.status == psutil.CONN_LISTEN]
    assert listening and all(at.laddr.ip == "127.0.0.1" for at in listening)
    with pytest.raises(urllib.error.HTTPError, match="403"):
        get(address, "/api/contents", "wrong")


def test_nobody_is_asked_about_jupyter_news(lab):
    address = lab[1]
    plugin = "@jupyterlab/apputils-extension:notification"
    said = get(address, f"/lab/api/settings/{plugin}", address.split("token=")[1])
    properties = said["schema"]["properties"]
    assert properties["fetchNews"]["default"] == "false" and properties["checkForUpdates"]["default"] is False


def test_ctrl_c_ends_it_without_a_question(lab):
    process = lab[0]
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 0


def test_a_port_that_cannot_be_had_is_one_line(capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["lab", "--no-browser", "--port", str(port)]) == 2
    assert capsys.readouterr().err.startswith(f"lab: port {port} is taken")
    assert main(["lab", "--port", "70000"]) == 2
    assert "whole number from 1 to 65535" in capsys.readouterr().err
