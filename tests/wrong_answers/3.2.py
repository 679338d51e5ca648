"""Wrong answers to exercise 3.2: the check turns each away with words about its mistake."""

from collections import deque

import numpy as np


# === a list not an array
# says: Expected an array
class FrameStack:
    def __init__(self, k=4):
        self.k = k

    def reset(self, frame):
        self.frames = deque([frame] * self.k, maxlen=self.k)
        return list(self.frames)

    def append(self, frame):
        self.frames.append(frame)
        return list(self.frames)


# === floats
# says: uint8 and stay so
class FrameStack:
    def __init__(self, k=4):
        self.k = k

    def reset(self, frame):
        self.frames = deque([frame] * self.k, maxlen=self.k)
        return np.stack(self.frames).astype(np.float32) / 255

    def append(self, frame):
        self.frames.append(frame)
        return np.stack(self.frames).astype(np.float32) / 255


# === four written in
# says: With k=2
class FrameStack:
    def __init__(self, k=4):
        self.k = k

    def reset(self, frame):
        self.frames = deque([frame] * 4, maxlen=4)
        return np.stack(self.frames)

    def append(self, frame):
        self.frames.append(frame)
        return np.stack(self.frames)


# === frames last
# says: frames first
class FrameStack:
    def __init__(self, k=4):
        self.k = k

    def reset(self, frame):
        self.frames = deque([frame] * self.k, maxlen=self.k)
        return np.stack(self.frames, axis=-1)

    def append(self, frame):
        self.frames.append(frame)
        return np.stack(self.frames, axis=-1)


# === keeps growing
# says: newest four
class FrameStack:
    def __init__(self, k=4):
        self.k = k

    def reset(self, frame):
        self.frames = [frame] * self.k
        return np.stack(self.frames)

    def append(self, frame):
        self.frames.append(frame)
        return np.stack(self.frames[: self.k - 1] + [frame])


# === newest first
# says: the newest goes last
class FrameStack:
    def __init__(self, k=4):
        self.k = k

    def reset(self, frame):
        self.frames = deque([frame] * self.k, maxlen=self.k)
        return np.stack(self.frames)

    def append(self, frame):
        self.frames.appendleft(frame)
        return np.stack(self.frames)


# === not cleared at reset
# says: Is the last game still inside?
class FrameStack:
    def __init__(self, k=4):
        self.k = k
        self.frames = None

    def reset(self, frame):
        if self.frames is None:
            self.frames = deque([frame] * self.k, maxlen=self.k)
        self.frames.append(frame)
        return np.stack(self.frames)

    def append(self, frame):
        self.frames.append(frame)
        return np.stack(self.frames)


# === reset fills only once
# says: all four places
class FrameStack:
    def __init__(self, k=4):
        self.k = k
        self.frames = None

    def reset(self, frame):
        old = self.frames
        self.frames = deque([frame] * self.k, maxlen=self.k)
        if old is not None:
            first = np.stack(self.frames)
            self.frames = deque(list(old)[1:] + [frame], maxlen=self.k)
            return first
        return np.stack(self.frames)

    def append(self, frame):
        self.frames.append(frame)
        return np.stack(self.frames)


# === reset forgets to return
# says: Nothing came back
class FrameStack:
    def __init__(self, k=4):
        self.k = k

    def reset(self, frame):
        self.frames = deque([frame] * self.k, maxlen=self.k)

    def append(self, frame):
        self.frames.append(frame)
        return np.stack(self.frames)


# === returns its own buffer
# says: fresh array
class FrameStack:
    def __init__(self, k=4):
        self.k = k
        self.buffer = np.zeros((k, 84, 84), np.uint8)

    def reset(self, frame):
        self.buffer[:] = frame
        return self.buffer

    def append(self, frame):
        self.buffer[:-1] = self.buffer[1:]
        self.buffer[-1] = frame
        return self.buffer


# === roll the wrong way
# says: 10 10 10 11
class FrameStack:
    def __init__(self, k=4):
        self.k = k
        self.buffer = np.zeros((k, 84, 84), np.uint8)

    def reset(self, frame):
        self.buffer[:] = frame
        return self.buffer.copy()

    def append(self, frame):
        self.buffer = np.roll(self.buffer, 1, axis=0)
        self.buffer[0] = frame
        return self.buffer.copy()


# === shared by all objects
# says: each object
class FrameStack:
    frames = deque(maxlen=4)

    def __init__(self, k=4):
        self.k = k
        self.frames.clear()

    def reset(self, frame):
        self.frames.extend([frame] * self.k)
        return np.stack(list(self.frames)[-self.k :])

    def append(self, frame):
        self.frames.append(frame)
        return np.stack(list(self.frames)[-self.k :])


# === zeros at the start
# says: repeats its first frame
class FrameStack:
    def __init__(self, k=4):
        self.k = k

    def reset(self, frame):
        self.frames = deque([np.zeros_like(frame)] * (self.k - 1) + [frame], maxlen=self.k)
        return np.stack(self.frames)

    def append(self, frame):
        self.frames.append(frame)
        return np.stack(self.frames)


# === zeros buffer is float64
# says: uint8 and stay so
class FrameStack:
    def __init__(self, k=4):
        self.k = k
        self.buffer = np.zeros((k, 84, 84))

    def reset(self, frame):
        self.buffer[:] = frame
        return self.buffer.copy()

    def append(self, frame):
        self.buffer = np.roll(self.buffer, -1, axis=0)
        self.buffer[-1] = frame
        return self.buffer.copy()


# === reset puts in one frame only
# says: fills all k places
class FrameStack:
    def __init__(self, k=4):
        self.k = k

    def reset(self, frame):
        self.frames = deque([frame], maxlen=self.k)
        return np.stack(self.frames)

    def append(self, frame):
        self.frames.append(frame)
        return np.stack(self.frames)


# === four written into reset
# says: With k=6
class FrameStack:
    def __init__(self, k=4):
        self.k = k
        self.frames = deque(maxlen=k)

    def reset(self, frame):
        self.frames = deque([frame] * 4, maxlen=self.k)
        return np.stack(self.frames)

    def append(self, frame):
        self.frames.append(frame)
        return np.stack(self.frames)


# === a k of one keeps two
# says: With k=1
class FrameStack:
    def __init__(self, k=4):
        self.k = k

    def reset(self, frame):
        self.frames = [frame for _ in range(self.k)]
        return np.stack(self.frames)

    def append(self, frame):
        self.frames = self.frames[-(self.k - 1) :] + [frame]
        return np.stack(self.frames)


# === a view of the frame
# says: fresh array
class FrameStack:
    def __init__(self, k=4):
        self.k = k

    def reset(self, frame):
        self.s = np.broadcast_to(frame, (self.k, 84, 84))
        return self.s

    def append(self, frame):
        self.s = np.concatenate([self.s[1:], frame[None]])
        return self.s
