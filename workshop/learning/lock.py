"""A lock on a folder, so that two trainings never write into the same one at once.

It is the system's own: it goes with its process, however that ends.
"""

import errno
import os


def take(path):
    """Take the lock that the file `path` stands for; the file is made if missing.

    Returns the open file, ours until it is closed, or None where somebody else has it. Raises OSError where the file
    cannot be made. A file system without locks says yes to everybody.
    """
    file = open(path, "a")
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EAGAIN, errno.EACCES, errno.EDEADLK):
            file.close()
            return None
    return file


def held(path):
    """Whether somebody has the lock. To find out it is taken for a moment, so do not ask all the time."""
    if not path.exists():
        return False
    file = take(path)
    if file is not None:
        file.close()
    return file is None
