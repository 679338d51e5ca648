"""Wrong answers to exercise 3.5: the check turns each away with words about its mistake."""

from collections import deque

import numpy as np

from workshop.types import Batch


# === actions int64
# says: dtypes
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int64)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === cut starts no new game
# says: another game
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === end starts no new game
# says: another game
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === first step never drawn
# says: never gave the steps
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        whole[:1] = False
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === float frames
# says: each is kept once
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84))
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity].astype(np.uint8)

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === frames by reference
# says: copy the frame into the ring
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.steps, self.stack = deque(maxlen=capacity), stack

    def __len__(self):
        return len(self.steps)

    def append(self, frame, action, reward, terminal, truncated=False):
        age = 0
        if self.steps and not (self.steps[-1][3] or self.steps[-1][4]):
            age = self.steps[-1][5] + 1
        self.steps.append((frame, action, reward, terminal, truncated, age))

    def state(self, i):
        age = self.steps[i][5]
        return np.stack([self.steps[i - min(back, age)][0] for back in reversed(range(self.stack))])

    def sample(self, batch_size, rng):
        good = []
        for i, (_, _, _, terminal, truncated, age) in enumerate(self.steps):
            if i - min(age, self.stack - 1) >= 0 and (terminal or (not truncated and i + 1 < len(self.steps))):
                good.append(i)
        if not good:
            raise ValueError("nothing to draw from yet")
        picks = [good[rng.integers(len(good))] for _ in range(batch_size)]
        nexts = [i if self.steps[i][3] else i + 1 for i in picks]
        return Batch(
            np.array([self.state(i) for i in picks]),
            np.array([self.steps[i][1] for i in picks], np.int32),
            np.array([self.steps[i][2] for i in picks], np.float32),
            np.array([self.state(i) for i in nexts]),
            np.array([self.steps[i][3] for i in picks], bool),
        )


# === frames last
# says: Expected states and next_states
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return np.moveaxis(self.frames[(slots[:, None] - back) % self.capacity], 1, -1)

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === global random
# says: Let all chance come from `rng`
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = np.random.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === len counts on
# says: expected len 6
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return getattr(self, 'count', 0)

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size, self.count = min(self.size + 1, self.capacity), getattr(self, 'count', 0) + 1

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === len is capacity
# says: expected len 10
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.capacity

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === newest drawn
# says: newest
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots]
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === newest first
# says: newest first
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === next state is the state
# says: same stack again
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks(slots),
            terminals=self.terminals[slots],
        )


# === next state two later
# says: expected the next state
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 2) % self.capacity),
            terminals=self.terminals[slots],
        )


# === no value error
# says: Nothing can be drawn
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            drawable = np.zeros(1, int)
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === oldest never drawn
# says: never gave the steps
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= self.stack - 1
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === overwritten frames
# says: Overwritten frames
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        return slots[(followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === own generator
# says: not from one of your own
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = np.random.default_rng(0).choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === recent steps preferred
# says: as likely
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size, p=np.arange(1, len(drawable) + 1) ** 2 / (np.arange(1, len(drawable) + 1) ** 2).sum())
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === reward one step off
# says: One step off?
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[(slots + 1) % self.capacity],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === rewards float64
# says: dtypes
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === same step each time
# says: the same step each time
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = np.full(batch_size, rng.choice(drawable))
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === stack of four written in
# says: With stack=2
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(3, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === stack reaches into the last game
# says: another game
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.repeat(back[None], len(slots), axis=0)
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === stacks stored whole
# says: each is kept once
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.steps, self.recent, self.open = [], [], None

    def __len__(self):
        return min(len(self.steps), self.capacity)

    def append(self, frame, action, reward, terminal, truncated=False):
        self.recent = (self.recent or [frame.copy()] * self.stack)[1 - self.stack :] + [frame.copy()]
        self.recent = self.recent[-self.stack :]
        self.steps.append((np.stack(self.recent), action, reward, terminal, truncated))
        self.steps = self.steps[-self.capacity :]
        if terminal or truncated:
            self.recent = []

    def sample(self, batch_size, rng):
        n = len(self.steps)
        good = [i for i, s in enumerate(self.steps) if s[3] or (not s[4] and i + 1 < n)]
        if not good:
            raise ValueError("nothing yet")
        picks = rng.choice(good, size=batch_size)
        return Batch(
            np.stack([self.steps[i][0] for i in picks]),
            np.array([self.steps[i][1] for i in picks], np.int32),
            np.array([self.steps[i][2] for i in picks], np.float32),
            np.stack([self.steps[min(i + 1, n - 1)][0] for i in picks]),
            np.array([self.steps[i][3] for i in picks], bool),
        )


# === states scaled
# says: dtypes
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots) / np.float32(255),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === terminal one step off
# says: expected terminal
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[(slots + 1) % self.capacity],
        )


# === terminals left out
# says: last step of the finished game
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & followed & ~self.terminals[slots]]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === truncated counts as terminal
# says: truncated steps cannot be drawn
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal or truncated, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === truncated drawn
# says: truncated steps cannot be drawn
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = nth < self.size - 1
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === unfilled places drawn
# says: never played
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.integers(self.capacity, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === without replacement
# says: with replacement
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0  # where the next step is written: in a full ring, where the oldest one stands
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        """int (M,): the slots of the steps that can be drawn."""
        nth = np.arange(self.size)  # 0 for the oldest step, size - 1 for the newest
        slots = (self.next_slot - self.size + nth) % self.capacity
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size, replace=False)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === a full ring forgets young episodes
# says: young step
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        nth = np.arange(self.size)
        slots = (self.next_slot - self.size + nth) % self.capacity
        has_next = (nth < self.size - 1) | self.terminals[slots]
        whole = nth >= (self.stack - 1 if self.size == self.capacity else 0)
        return slots[has_next & whole & ~self.truncated[slots]]

    def stacks(self, slots):
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === stack of four in drawable
# says: stack of 4 written in
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        nth = np.arange(self.size)
        slots = (self.next_slot - self.size + nth) % self.capacity
        has_next = (nth < self.size - 1) | self.terminals[slots]
        whole = nth >= np.minimum(self.ages[slots], 3)
        return slots[has_next & whole & ~self.truncated[slots]]

    def stacks(self, slots):
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === drawable as a mask
# says: not a mask
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        nth = np.arange(self.size)
        slots = (self.next_slot - self.size + nth) % self.capacity
        has_next = (nth < self.size - 1) | self.terminals[slots]
        whole = nth >= np.minimum(self.ages[slots], self.stack - 1)
        return has_next & whole & ~self.truncated[slots]

    def stacks(self, slots):
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === the newest end left out
# says: newest step ended its game|last step of the finished game
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack = capacity, stack
        self.frames = np.zeros((capacity, 84, 84), np.uint8)
        self.actions = np.zeros(capacity, np.int32)
        self.rewards = np.zeros(capacity, np.float32)
        self.terminals = np.zeros(capacity, bool)
        self.truncated = np.zeros(capacity, bool)
        self.ages = np.zeros(capacity, np.int64)
        self.next_slot = 0
        self.next_age = 0
        self.size = 0

    def __len__(self):
        return self.size

    def append(self, frame, action, reward, terminal, truncated=False):
        slot = self.next_slot
        self.frames[slot] = frame
        self.actions[slot], self.rewards[slot] = action, reward
        self.terminals[slot], self.truncated[slot] = terminal, truncated
        self.ages[slot] = self.next_age
        self.next_age = 0 if terminal or truncated else self.next_age + 1
        self.next_slot = (slot + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def drawable(self):
        nth = np.arange(self.size)
        slots = (self.next_slot - self.size + nth) % self.capacity
        has_next = nth < self.size - 1
        whole = nth >= np.minimum(self.ages[slots], self.stack - 1)
        return slots[has_next & whole & ~self.truncated[slots]]

    def stacks(self, slots):
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]

    def sample(self, batch_size, rng):
        drawable = self.drawable()
        if len(drawable) == 0:
            raise ValueError(f"None of the {len(self)} steps in memory can be drawn yet: append more of the game.")
        slots = rng.choice(drawable, size=batch_size)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )
