"""Where the replay memory keeps its frames: as they are, or each compressed. What makes a state is the memory's affair.

Both kinds hold one frame for every environment and slot, and give back exactly what was put in.
"""

import math

import lz4.block
import numpy as np

BLOCK = 4 * 2**20  # bytes


class PlainFrames:
    """Frames as one array. The reference: nothing to go wrong, and 7 056 bytes for a frame of 84x84.

    n_envs, length: how many environments, and slots in each.  frame_shape, frame_dtype: of one frame.
    """

    @staticmethod
    def bytes_a_frame(frame_shape, frame_dtype):
        """Memory that a frame takes, for an estimate."""
        return math.prod(frame_shape) * np.dtype(frame_dtype).itemsize

    def __init__(self, n_envs, length, frame_shape, frame_dtype):
        self._frames = np.zeros((n_envs, length, *frame_shape), frame_dtype)

    def put(self, slot, frames):
        """Keep frames (N, *frame_shape), one of every environment, in the slot; what was there is gone."""
        self._frames[:, slot] = frames

    def get(self, envs, slots):
        """A new array (..., *frame_shape) of the frames there. envs, slots: int arrays that broadcast to (...)."""
        return self._frames[envs, slots]

    def state_dict(self, kept):
        """What the slots below `kept` hold, as arrays."""
        return {"frames": self._frames[:, :kept]}

    def load_state_dict(self, state, kept):
        """Take over what `state_dict(kept)` gave."""
        self._frames[:, :kept] = state["frames"]


class CompressedFrames:
    """Frames compressed by LZ4, each by itself. The slots have to be filled in turn, round and round.

    Then the oldest frame is always the next to go, and the compressed frames can stand one after the other in blocks:
    a new block is begun when one is full, and the oldest is let go when its last frame is replaced. So memory holds
    little but compressed bytes (a Python object for every frame would add 20 % on Pong).

    Arguments and methods as PlainFrames'.
    """

    @staticmethod
    def bytes_a_frame(frame_shape, frame_dtype):
        """As PlainFrames', on the safe side. Of 400 steps of random play a frame took 251 bytes in Pong, 397 in
        Breakout, 772 in Seaquest, 1 504 in Space Invaders, and most of all 104 games in Up'n Down: 2 559 of 7 056.
        """
        return PlainFrames.bytes_a_frame(frame_shape, frame_dtype) * 2 // 5 + 12

    def __init__(self, n_envs, length, frame_shape, frame_dtype):
        self._frame_shape, self._frame_dtype = tuple(frame_shape), np.dtype(frame_dtype)
        self._frame_bytes = PlainFrames.bytes_a_frame(frame_shape, frame_dtype)
        self._block_bytes = max(BLOCK, 2 * self._frame_bytes)
        # The blocks' bytes are numbered through, from the first frame ever put: frame = bytes start to start + size.
        self._starts = np.zeros((n_envs, length), np.int64)
        self._sizes = np.zeros((n_envs, length), np.int32)
        self._blocks = {}  # by number, oldest first
        self._end = 0  # the first byte not yet used

    def put(self, slot, frames):
        for env, frame in enumerate(np.ascontiguousarray(frames, self._frame_dtype)):
            packed = lz4.block.compress(frame, store_size=False)
            block, offset = divmod(self._end, self._block_bytes)
            if offset + len(packed) > self._block_bytes:
                block, offset = block + 1, 0
            if block not in self._blocks:
                # Zeros cost address space only: the system gives them memory as they are written over.
                self._blocks[block] = memoryview(np.zeros(self._block_bytes, np.uint8))
            self._blocks[block][offset : offset + len(packed)] = packed
            self._starts[env, slot], self._sizes[env, slot] = block * self._block_bytes + offset, len(packed)
            self._end = block * self._block_bytes + offset + len(packed)
        self._let_go_before(self._starts[0, (slot + 1) % self._starts.shape[1]])

    def _let_go_before(self, oldest):
        # Before every slot has been filled once, the next one's start is 0, and nothing goes.
        while (first := next(iter(self._blocks))) < oldest // self._block_bytes:
            del self._blocks[first]

    def get(self, envs, slots):
        # Neighbouring states share frames: each is opened once.
        wanted = envs * self._starts.shape[1] + slots
        distinct, places = np.unique(wanted.ravel(), return_inverse=True)
        blocks, begins = np.divmod(self._starts.ravel()[distinct], self._block_bytes)
        ends = begins + self._sizes.ravel()[distinct]
        opened = [
            lz4.block.decompress(self._blocks[block][begin:end], uncompressed_size=self._frame_bytes)
            for block, begin, end in zip(blocks.tolist(), begins.tolist(), ends.tolist(), strict=True)
        ]
        joined = bytearray().join([opened[place] for place in places.tolist()])
        return np.frombuffer(joined, self._frame_dtype).reshape(wanted.shape + self._frame_shape)

    def state_dict(self, kept):
        state = {"starts": self._starts[:, :kept], "sizes": self._sizes[:, :kept], "end": np.array(self._end)}
        for number, block in self._blocks.items():
            used = min(self._end - number * self._block_bytes, self._block_bytes)
            state[f"block{number}"] = np.frombuffer(block[:used], np.uint8)
        return state

    def load_state_dict(self, state, kept):
        self._starts[:], self._sizes[:] = 0, 0
        self._starts[:, :kept], self._sizes[:, :kept] = state["starts"], state["sizes"]
        self._end = int(state["end"])
        numbers = sorted(int(name.removeprefix("block")) for name in state if name.startswith("block"))
        # Full blocks are never written again and can be shared; one not full goes on growing, and has to be our own.
        self._blocks = {number: memoryview(state[f"block{number}"]) for number in numbers}
        for number, block in self._blocks.items():
            if len(block) < self._block_bytes:
                self._blocks[number] = memoryview(np.zeros(self._block_bytes, np.uint8))
                self._blocks[number][: len(block)] = block


STORAGES = {"plain": PlainFrames, "lz4": CompressedFrames}
