"""After `import workshop`, `import chainer` works and leaves no word on the screen: every Python, NumPy 2, any CuPy."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
NEEDED = ["chainer", "threadpoolctl"]  # what `import workshop` needs
UV = [sys.executable, "-m", "uv"]
LEARN = """
import workshop
import chainer, json, numpy as np, sys
import chainer.functions as F, chainer.links as L
from workshop.links import device

class Net(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.look = L.Convolution2D(4, 8, 8, 4)
            self.say = L.Linear(3)

    def forward(self, x):
        return self.say(F.max_pooling_2d(F.relu(self.look(x)), 2))

np.random.seed(0)  # from which Chainer draws the first weights
net = Net()
optimizer = chainer.optimizers.SGD(lr=0.01).setup(net)
frames = np.random.default_rng(0).random((2, 4, 84, 84), np.float32)
losses = []
for _ in range(5):
    loss = F.mean_squared_error(net(frames), np.zeros((2, 3), np.float32))
    net.cleargrads()
    loss.backward()
    optimizer.update()
    losses.append(float(loss.array))
chainer.serializers.save_npz(sys.argv[1], net)
chainer.serializers.load_npz(sys.argv[1], Net().copy())
print(json.dumps({"learns": losses[-1] < losses[0], "numpy": np.__version__, "card": device.gpu_available(),
                  "device": str(device.pick("auto"))}))
"""


def learn(python, folder):
    """A small network learns in that Python: (what it reports, all that it left on standard error)."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    ran = subprocess.run(
        [python, "-c", LEARN, folder / "net.npz"],
        cwd=folder,
        env=environ | {"PYTHONPATH": str(HOUSE)},
        capture_output=True,
        encoding="utf-8",
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout), ran.stderr


def made(python, folder, *packages):
    """An environment with the locked Chainer and NumPy and some packages more; its Python."""
    subprocess.run([*UV, "venv", "--quiet", "--python", python, folder / "env"], check=True)
    inside = folder / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    wanted = ["--constraint", "requirements.txt", *NEEDED, *packages]
    subprocess.run([*UV, "pip", "install", "--quiet", "--python", inside, *wanted], cwd=HOUSE, check=True)
    return inside


def test_chainer_learns_here_without_a_word_on_the_screen(tmp_path):
    report, said = learn(sys.executable, tmp_path)
    assert report["learns"] and said == ""


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
def test_chainer_learns_on_every_python_of_this_machine(version, online, pythons, tmp_path):
    python = pythons.get(version) or pytest.skip(f"there is no Python {version} on this machine")
    report, said = learn(made(python, tmp_path), tmp_path)
    assert report["learns"] and report["numpy"].startswith("2.") and said == ""


def test_chainer_learns_on_the_oldest_numpy_the_project_allows(online, pythons, tmp_path):
    python = pythons.get("3.11") or pytest.skip("NumPy 2.0 is at home on Python 3.11, which is not on this machine")
    subprocess.run([*UV, "venv", "--quiet", "--python", python, tmp_path / "env"], check=True)
    inside = tmp_path / "env" / "bin" / "python"
    subprocess.run([*UV, "pip", "install", "-q", "--python", inside, "numpy==2.0.*", *NEEDED], cwd=HOUSE, check=True)
    report, said = learn(inside, tmp_path)
    assert report["learns"] and report["numpy"].startswith("2.0.") and said == ""


@pytest.mark.skipif(sys.platform == "darwin", reason="CuPy is not made for macOS")
@pytest.mark.parametrize("cupy", ["13.6.0", "14.2.0"])
def test_cupy_may_be_installed_where_there_is_no_card(cupy, online, tmp_path):
    """Then the CPU does it all, quietly."""
    report, said = learn(made(sys.executable, tmp_path, f"cupy-cuda12x=={cupy}"), tmp_path)
    assert report["learns"] and said == ""
    assert report["device"] == "@cupy:0" if report["card"] else report["device"] == "@numpy"
