"""A game as a moving picture in a file: GIF and WebP by Pillow, MP4 by ffmpeg where there is one."""

import importlib.util
import itertools
import shutil
import subprocess
from pathlib import Path

import numpy as np
from PIL import Image

from workshop.errors import BadInput
from workshop.learning import files
from workshop.show.player import Seat
from workshop.worlds import games

KINDS = (".gif", ".webp", ".mp4")


def pictures(game, agent="best", *, epsilon=0.05, seed=0, seconds=None):
    """One game from beginning to end: (an iterator of pictures uint8 (H, W, 3), one a step; pictures a second).

    game, agent, epsilon: as for player.Seat, and as it raises BadInput.  seconds: of play, to stop earlier.
    An Atari step is shown as the maximum of its last two pictures, as the agent sees it: so what a game draws in every
    other picture only is there.
    """
    seat = Seat(game, agent, epsilon=epsilon)
    per_second = seat.pictures_per_second // (4 if games.is_atari(seat.game_name) else 1)
    return _played(seat, seed, None if seconds is None else seconds * per_second), per_second


def _played(seat, seed, most_steps):
    try:
        seat.start(seed)
        yield seat.picture
        while not seat.ended and seat.steps != most_steps:
            yield np.max(seat.step()[-2:], axis=0)
    finally:
        seat.close()


def check(path):
    """Raise BadInput if a moving picture of that name cannot be written, before anything is played for it."""
    kind = Path(path).suffix.lower()
    if kind not in KINDS:
        raise BadInput(f'"{path}" does not end in {", ".join(KINDS[:-1])} or {KINDS[-1]}; name such a file with --out.')
    if kind == ".mp4" and ffmpeg() is None:
        raise BadInput(
            "there is no ffmpeg here to write .mp4; name a .gif or .webp, or run `python -m uv pip install "
            "imageio-ffmpeg` with .venv's python."
        )
    if not Path(path).absolute().parent.is_dir():
        raise BadInput(f"there is no folder {Path(path).absolute().parent} to write {Path(path).name} into.")


def write(path, pictures, *, per_second):
    """Write pictures, an iterable of uint8 (H, W, 3), as the file that `path`'s ending asks for; whole or not at all.

    Raises BadInput as `check` does, and if the disk says no.
    """
    check(path)
    try:
        with files.whole(path) as file:
            if Path(path).suffix.lower() == ".mp4":
                _write_mp4(file, pictures, per_second)
            else:
                _write_by_pillow(file, Path(path).suffix.lower(), pictures, per_second)
    except PermissionError as error:
        raise BadInput(f"cannot write {path} ({error.strerror}); name another file with --out.") from error


def _write_by_pillow(file, kind, pictures, per_second):
    # A GIF counts hundredths of a second: the times are rounded so that they add up.
    unit = 10 if kind == ".gif" else 1
    pictures = list(pictures)
    ends = [round((n + 1) * 1000 / per_second / unit) * unit for n in range(len(pictures))]
    durations = [end - begin for begin, end in itertools.pairwise([0, *ends])]
    images = map(_image, pictures)
    if kind == ".gif":
        palette = _palette(pictures)
        images = (image.quantize(palette=palette, dither=Image.Dither.NONE) for image in images)
        options = {"format": "gif", "disposal": 1}
    else:
        options = {"format": "webp", "lossless": True, "quality": 40, "method": 2, "minimize_size": False}
    next(images).save(file, save_all=True, append_images=images, duration=durations, loop=0, **options)


def _image(picture):
    """A picture as an Image, a small one twice as large: Atari's 160 pixels are a stamp on today's screens."""
    image = Image.fromarray(picture)
    return image.resize((2 * image.width, 2 * image.height), Image.Resampling.NEAREST) if image.width < 300 else image


def _palette(pictures):
    """One palette for all pictures, out of some of them: an Atari has 128 colours, a game few of those."""
    some = pictures[:: max(1, len(pictures) // 16)]
    return Image.fromarray(np.concatenate(some)).quantize(255)


def ffmpeg():
    """The program's path: the system's, or the one inside the package imageio-ffmpeg; or None."""
    if importlib.util.find_spec("imageio_ffmpeg"):
        import imageio_ffmpeg

        return imageio_ffmpeg.get_ffmpeg_exe()
    return shutil.which("ffmpeg")


def _write_mp4(file, pictures, per_second):
    pictures = iter(pictures)
    first = next(pictures)
    height, width = first.shape[:2]
    words = [ffmpeg(), "-loglevel", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{width}x{height}"]
    words += ["-r", str(per_second), "-i", "-"]
    # Players want even sizes and this pixel format; doubled, the colours stay sharp in spite of it.
    words += ["-vf", "scale=iw*2:ih*2:flags=neighbor", "-pix_fmt", "yuv420p", "-c:v", "libx264", "-f", "mp4", file.name]
    process = subprocess.Popen(words, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        for picture in itertools.chain([first], pictures):
            process.stdin.write(picture.tobytes())
    except BrokenPipeError:
        pass  # it says why below
    _, said = process.communicate()
    if process.returncode:
        raise BadInput(f"ffmpeg could not write {Path(file.name).name}: {said.decode(errors='replace').strip()[-200:]}")
