"""Writing so that what is on the disk is whole: a reader finds the old file or the new one, never half of it.

And reading so that what is not whole is noticed.
"""

import os
import zipfile
from contextlib import contextmanager
from pathlib import Path

import numpy as np


class Damaged(Exception):
    """A file is cut short, altered, or not of the kind it is taken for."""


@contextmanager
def whole(path):
    """A binary file to write; it takes the name `path` only once all of it is on the disk.

    If writing fails or is interrupted the old file stays and nothing is left behind.
    """
    path = Path(path)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with open(unfinished, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)


def write_text(path, text):
    """Write a text file whole, as UTF-8."""
    with whole(path) as file:
        file.write(text.encode())


def write_npz(path, arrays, *, level=1):
    """Write a dict of arrays as a compressed .npz that `numpy.load` reads.

    level: zlib's, 1 (quick) to 9. numpy.savez_compressed always takes 6, three times slower on game frames for
    a few per cent.
    """
    with whole(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, array in arrays.items():
            with archive.open(f"{name}.npy", "w", force_zip64=True) as entry:
                np.lib.format.write_array(entry, np.asanyarray(array), allow_pickle=False)


def read_npz(path):
    """The arrays of an .npz as a dict; nothing in it is ever unpickled. Raises Damaged if it cannot be read."""
    try:
        with np.load(path, allow_pickle=False) as archive:
            return {name: archive[name] for name in archive.files}
    except Exception as error:  # zipfile, zlib and NumPy raise nearly anything when bytes are not what they should be
        raise Damaged(str(error).partition("\n")[0]) from error
