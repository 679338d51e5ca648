"""Will it fit? What a training run will hold in memory, estimated before anything large is made."""

import psutil

from workshop.errors import BadInput
from workshop.learning.frames import STORAGES
from workshop.learning.replay import Replay

# Networks, gradients, the optimizer's averages, batches, work buffers, emulators, held-out states: with next to no
# replay, paper2015 on Pong came to 110 MB more than Python and Chainer take by themselves.
ALL_BUT_THE_REPLAY = 200 * 10**6


def needed(preset, frame_shape, frame_dtype):
    """Bytes of main memory that training by this preset takes in the end, a guess on the safe side."""
    frame = STORAGES[preset.replay_storage].bytes_a_frame(frame_shape, frame_dtype)
    return preset.replay_size * (frame + Replay.BYTES_A_STEP) + ALL_BUT_THE_REPLAY


def refuse_what_does_not_fit(preset, frame_shape, frame_dtype):
    """Raises BadInput if training by this preset needs more memory than there is to be had at the moment."""
    need, available = needed(preset, frame_shape, frame_dtype), psutil.virtual_memory().available
    if need <= available:
        return
    or_compressed = ' or replay_storage "lz4"' if preset.replay_storage == "plain" else ""
    raise BadInput(
        f"preset {preset.name} needs about {need / 1e9:.1f} GB of memory to remember {preset.replay_size} steps, and "
        f"{available / 1e9:.1f} GB are available; close other programs, or take a preset with a smaller replay_size"
        f"{or_compressed}."
    )
