"""doctor tries the real things of this machine, and finds what is broken on purpose."""

import json
import os
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]


def doctor(*words, first=""):
    """Run the verb: (exit code, standard output). first: a folder whose modules come before the installed ones."""
    environ = os.environ | {"PYTHONPATH": f"{first}{os.pathsep}{HOUSE}", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "workshop", "doctor", *words]
    ran = subprocess.run(command, cwd=HOUSE, env=environ, capture_output=True, encoding="utf-8")
    assert "Traceback" not in ran.stderr
    return ran.returncode, ran.stdout


def test_this_machine_is_ready():
    """Python, every package, Chainer, the four games, a picture, a slide, drawing, a kernel, GPU, folder, memory."""
    code, out = doctor("--json", "--page")
    report = json.loads(out)
    found = {check["name"]: check["status"] for check in report["checks"]}
    assert (code, report["ready"]) == (0, True), out
    expected = {"Python", "chainer", "numpy", "gymnasium", "ale-py", "jupyterlab", "ipywidgets", "pillow", "Chainer"}
    expected |= {"pong", "breakout", "space_invaders", "seaquest", "drawing", "notebook kernel", "GPU", "ffmpeg"}
    assert expected | {"folder", "disk", "memory", "paper2015", "picture", "slides"} <= found.keys()
    assert "broken" not in found.values()
    assert "This machine: ready" in (HOUSE / "build" / "checklist.html").read_text(encoding="utf-8")


def test_a_broken_package_is_named_with_a_cure_and_the_rest_is_still_looked_at(tmp_path):
    (tmp_path / "pygame.py").write_text("raise ImportError('DLL load failed while importing base')")
    (tmp_path / "lz4.py").write_text("raise RuntimeError('damaged')")
    code, out = doctor(first=tmp_path)
    lines = {line[10:28].strip(): line for line in out.splitlines()}
    assert code == 1 and out.splitlines()[-1].startswith("Broken: ")
    assert lines["pygame"].startswith("broken") and "DLL load failed" in lines["pygame"] and "->" in lines["pygame"]
    assert lines["lz4"].startswith("broken") and "damaged" in lines["lz4"]
    assert lines["matplotlib"].startswith("ok") and lines["disk"].startswith(("ok", "optional"))
