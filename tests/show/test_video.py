"""Moving pictures: a whole game at its own pace, in small files that are there whole or not at all."""

import numpy as np
import pytest
from PIL import Image, ImageSequence

from workshop.errors import BadInput
from workshop.show import video


def pictures(count):
    """Pictures that all differ, in few colours."""
    return [np.uint8(np.arange(20)[:, None, None] == n) * np.uint8([200, 72, 72]) + np.zeros((20, 16, 3), np.uint8)
            for n in range(count)]  # fmt: skip


def test_a_game_is_a_picture_for_each_step_fifteen_a_second():
    taken, per_second = video.pictures("pong", "best", seconds=2)
    assert (len(list(taken)), per_second) == (31, 15)


def test_the_same_seed_gives_the_same_pictures():
    first, again, other = (list(video.pictures("breakout", "random", seconds=1, seed=s)[0]) for s in (3, 3, 4))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_a_game_that_ends_ends_the_film():
    taken, per_second = video.pictures("CartPole-v1", "random")
    assert 5 < len(list(taken)) < 200
    assert per_second == 50


@pytest.mark.parametrize("kind", ["gif", "webp"])
def test_a_film_lasts_as_long_as_the_game_and_keeps_its_colours(kind, tmp_path):
    """Though a GIF only counts hundredths of a second: fifteen pictures a second are not seven hundredths each."""
    file = tmp_path / f"game.{kind}"
    video.write(file, iter(pictures(15)), per_second=15)
    film = Image.open(file)
    durations = []
    for frame in ImageSequence.Iterator(film):
        frame.load()
        durations.append(frame.info["duration"])
    assert (len(durations), sum(durations)) == (15, 1000)
    film.seek(7)
    shown = np.asarray(film.convert("RGB"))
    assert shown.shape == (40, 32, 3)
    assert (shown[14] == [200, 72, 72]).all() and (shown[20] == 0).all()


def test_a_film_that_breaks_off_leaves_nothing_behind(tmp_path):
    def breaks():
        yield pictures(1)[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        video.write(tmp_path / "game.gif", breaks(), per_second=15)
    assert list(tmp_path.iterdir()) == []


def test_mp4_is_written_where_there_is_ffmpeg_and_refused_in_a_line_where_there_is_none(tmp_path):
    if video.ffmpeg() is None:
        with pytest.raises(BadInput, match="there is no ffmpeg here to write .mp4; name a .gif or .webp"):
            video.check(tmp_path / "game.mp4")
    else:
        video.write(tmp_path / "game.mp4", pictures(15), per_second=15)
        assert b"ftyp" in (tmp_path / "game.mp4").read_bytes()[:16]


@pytest.mark.parametrize("name, line", [("game.avi", "does not end in"), ("nowhere/game.gif", "there is no folder")])
def test_a_name_that_cannot_be_written_is_refused_before_the_game(name, line, tmp_path):
    with pytest.raises(BadInput, match=line):
        video.check(tmp_path / name)
