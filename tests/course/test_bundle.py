"""A USB stick for a class: what goes onto it for each machine, what is fetched again, and what people are told."""

import zipfile
from pathlib import Path

import pytest

from workshop.course import bundle
from workshop.course.bundle import Machine
from workshop.errors import BadInput

LOCK = (Path(__file__).resolve().parents[2] / "requirements.txt").read_text(encoding="utf-8")
SMALL = "farama-notifications==0.0.6\nlz4==4.4.5\ncolorama==0.4.6 ; sys_platform == 'win32'\n"


def wheel(folder, name):
    """A whole file by the name of a wheel, as far as a bundle looks at it."""
    (folder / "wheels").mkdir(exist_ok=True)
    with zipfile.ZipFile(folder / "wheels" / name, "w") as file:
        file.writestr("a", "b" * 100)
    return folder / "wheels" / name


def missing(folder, machine, lock):
    return {pin for batch in bundle.batches(folder, machine, lock) for pin in batch.pins}


@pytest.mark.parametrize("name", bundle.start.MACHINES)
def test_each_machine_gets_the_versions_its_markers_ask_for(name, tmp_path):
    due = missing(tmp_path, Machine(name, "3.12"), LOCK)
    assert ("ale-py==0.11.2" in due) == (name == "macos-intel") != ("ale-py==0.12.1" in due)
    assert ("colorama==0.4.6" in due) == (name == "windows") != ("ptyprocess==0.7.0" in due)
    assert {"chainer==7.8.1", "numpy==2.5.5"} <= due and "numpy==2.4.6" not in due


def test_old_and_new_releases_of_a_python_are_both_served(tmp_path):
    """Debian 12 has 3.11.2, and one package has another version from 3.11.5 on."""
    assert {"soupsieve==2.10", "soupsieve==4.1.1"} <= missing(tmp_path, Machine("linux", "3.11"), LOCK)


def test_what_is_there_and_whole_is_not_fetched_again(tmp_path):
    linux, windows = Machine("linux", "3.13"), Machine("windows", "3.13")
    wheel(tmp_path, "farama_notifications-0.0.6-py3-none-any.whl")
    wheel(tmp_path, "lz4-4.4.5-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl")
    assert missing(tmp_path, linux, SMALL) == set()
    assert missing(tmp_path, Machine("linux", "3.12"), SMALL) == {"lz4==4.4.5"}
    assert missing(tmp_path, windows, SMALL) == {"lz4==4.4.5", "colorama==0.4.6"}


def test_a_wheel_cut_short_by_pulling_the_stick_is_fetched_again(tmp_path):
    cut = wheel(tmp_path, "farama_notifications-0.0.6-py3-none-any.whl")
    cut.write_bytes(cut.read_bytes()[:-30])
    assert "farama-notifications==0.0.6" in missing(tmp_path, Machine("linux", "3.13"), SMALL)


def test_the_stick_says_which_machines_it_serves(tmp_path):
    """All that find their wheels there, whichever were asked for; and what a killed run has left goes."""
    wheel(tmp_path, "farama_notifications-0.0.6-py3-none-any.whl")
    wheel(tmp_path, "lz4-4.4.5-cp313-cp313-macosx_11_0_arm64.whl")
    (tmp_path / ".comingx1").mkdir()
    bundle.finish(tmp_path, SMALL)
    assert (tmp_path / "made-for.txt").read_text() == "macos 3.13\n"
    read_me = (tmp_path / "README.txt").read_text()
    assert (
        "macos with Python 3.13" in read_me and "python3 start.py --from" in read_me and len(read_me.splitlines()) == 5
    )
    assert not (tmp_path / ".comingx1").exists()


def test_wheels_of_other_machines_are_fetched_and_one_that_is_not_made_is_named(online, tmp_path):
    windows, intel = Machine("windows", "3.13"), Machine("macos-intel", "3.13")
    list(bundle.fetch(tmp_path, bundle.batches(tmp_path, windows, SMALL)))
    assert missing(tmp_path, windows, SMALL) == set()
    with pytest.raises(BadInput, match="ale-py==0.12.1 has no wheel for macos-intel 3.13"):
        list(bundle.fetch(tmp_path, bundle.batches(tmp_path, intel, "ale-py==0.12.1\n")))
    assert [path.name for path in tmp_path.iterdir()] == ["wheels"]
