"""Right answers to exercise 3.5, written differently: the check accepts each."""

from collections import deque

import numpy as np

from workshop.types import Batch


# === deque of steps
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.steps, self.stack = deque(maxlen=capacity), stack

    def __len__(self):
        return len(self.steps)

    def append(self, frame, action, reward, terminal, truncated=False):
        age = 0
        if self.steps and not (self.steps[-1][3] or self.steps[-1][4]):
            age = self.steps[-1][5] + 1
        self.steps.append((frame.copy(), action, reward, terminal, truncated, age))

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


# === keeps more frames than steps
class ReplayMemory:
    """Keeps three frames more than asked, so that in a full ring the oldest steps can be drawn too."""

    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack, self.t = capacity, stack, 0
        self.room = capacity + stack
        self.frame = np.zeros((self.room, 84, 84), dtype="uint8")
        self.rest = [None] * self.room

    def __len__(self):
        return min(self.t, self.capacity)

    def append(self, frame, action, reward, terminal, truncated=False):
        last = self.rest[(self.t - 1) % self.room]
        first = self.t if last is None or last[2] or last[3] else last[4]
        self.frame[self.t % self.room] = frame
        self.rest[self.t % self.room] = (int(action), float(reward), bool(terminal), bool(truncated), first)
        self.t += 1

    def sample(self, batch_size, rng):
        steps = []
        for t in range(max(0, self.t - self.capacity), self.t):
            _, _, terminal, truncated, _ = self.rest[t % self.room]
            if terminal or (not truncated and t < self.t - 1):
                steps.append(t)
        if not steps:
            raise ValueError("Nothing can be drawn yet.")
        ts = [steps[i] for i in rng.integers(0, len(steps), batch_size)]
        a, r, d, _, _ = zip(*(self.rest[t % self.room] for t in ts))
        return Batch(
            states=self.stacked(ts),
            actions=np.array(a, np.int32),
            rewards=np.array(r, np.float32),
            next_states=self.stacked([t if over else t + 1 for t, over in zip(ts, d)]),
            terminals=np.array(d),
        )

    def stacked(self, ts):
        wanted = [[max(self.rest[t % self.room][4], t - back) % self.room for back in range(self.stack)[::-1]] for t in ts]
        return self.frame[np.array(wanted)]


# === list of games
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity = capacity
        self.stack = stack
        self.games = [[]]

    def __len__(self):
        return sum(len(game) for game in self.games)

    def append(self, frame, action, reward, terminal, truncated=False):
        start = self.games[-1][0]["t"] if False else len(self.games[-1]) == 0
        self.games[-1].append(dict(frame=frame.copy(), a=action, r=reward, terminal=bool(terminal), first=start, cut=bool(truncated)))
        if terminal or truncated:
            self.games.append([])
        while len(self) > self.capacity:
            del self.games[0][0]
            if not self.games[0]:
                del self.games[0]
        if not self.games:
            self.games.append([])

    def sample(self, batch_size, rng):
        places = []
        for game in self.games:
            for i, step in enumerate(game):
                whole = i >= self.stack - 1 or game[0]["first"]
                if whole and (step["terminal"] or (i + 1 < len(game) and not step["cut"])):
                    places.append((game, i))
        if len(places) == 0:
            raise ValueError("Play on: there is no complete step to draw yet.")
        states, actions, rewards, nexts, over = [], [], [], [], []
        for n in rng.integers(len(places), size=batch_size):
            game, i = places[n]
            states.append(self.look(game, i))
            nexts.append(np.zeros_like(states[-1]) if game[i]["terminal"] else self.look(game, i + 1))
            actions.append(game[i]["a"])
            rewards.append(game[i]["r"])
            over.append(game[i]["terminal"])
        return Batch(np.array(states), np.array(actions, "i4"), np.array(rewards, "f4"), np.array(nexts), np.array(over))

    def look(self, game, i):
        return np.stack([game[max(0, i - back)]["frame"] for back in (range(self.stack - 1, -1, -1))])


# === loops in the two parts
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
        out = []
        for n, slot in zip(nth, slots):
            enough = n >= min(self.ages[slot], self.stack - 1)
            if enough and (self.terminals[slot] or (n + 1 < self.size and not self.truncated[slot])):
                out.append(slot)
        return np.array(out, dtype=int)

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        out = np.empty((len(slots), self.stack, 84, 84), np.uint8)
        for row, slot in enumerate(slots):
            for place in range(self.stack):
                back = min(self.stack - 1 - place, self.ages[slot])
                out[row, place] = self.frames[slot - back]
        return out

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


# === rejection sampling
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
        allowed = set(drawable.tolist())
        slots = []
        while len(slots) < batch_size:
            slot = int(rng.integers(self.capacity))
            if slot in allowed:
                slots.append(slot)
        slots = np.array(slots)
        return Batch(
            states=self.stacks(slots),
            actions=self.actions[slots],
            rewards=self.rewards[slots],
            next_states=self.stacks((slots + 1) % self.capacity),
            terminals=self.terminals[slots],
        )


# === walks back with where
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
        places = [slots]
        while len(places) < self.stack:
            oldest = places[0]
            places.insert(0, np.where(self.ages[oldest] == 0, oldest, (oldest - 1) % self.capacity))
        return self.frames[np.stack(places, axis=1)]

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


# === negative places count from the end
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
        return slots[has_next & whole & ~self.truncated[slots]]

    def stacks(self, slots):
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back)]

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


# === own class, lists of episodes
class ReplayMemory:
    def __init__(self, capacity, *, stack=4):
        self.capacity, self.stack, self.steps, self.episode = capacity, stack, deque(maxlen=capacity), 0
        self.t = 0

    def __len__(self):
        return len(self.steps)

    def append(self, frame, action, reward, terminal, truncated=False):
        self.steps.append((self.episode, self.t, frame.copy(), action, reward, terminal, truncated))
        self.t += 1
        if terminal or truncated:
            self.episode, self.t = self.episode + 1, 0

    def _stack(self, i):
        t = self.steps[i][1]
        return [self.steps[i - min(b, t)][2] for b in range(self.stack - 1, -1, -1)]

    def _ok(self, i):
        _, t, _, _, _, terminal, truncated = self.steps[i]
        return not truncated and (terminal or i + 1 < len(self.steps)) and i >= min(t, self.stack - 1)

    def sample(self, batch_size, rng):
        can = [i for i in range(len(self.steps)) if self._ok(i)]
        if not can:
            raise ValueError("nothing to draw")
        picks = [can[j] for j in rng.integers(len(can), size=batch_size)]
        zero = np.zeros((self.stack, 84, 84), np.uint8)
        return Batch(
            np.array([self._stack(i) for i in picks], np.uint8),
            np.array([self.steps[i][3] for i in picks], np.int32),
            np.array([self.steps[i][4] for i in picks], np.float32),
            np.array([zero if self.steps[i][5] else self._stack(i + 1) for i in picks], np.uint8),
            np.array([self.steps[i][5] for i in picks], bool),
        )


# === np.take wrap
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
        keep = np.ones(self.size, bool)
        if self.size:
            keep[-1] = self.terminals[slots[-1]]
        keep[self.truncated[slots]] = False
        for n in range(min(self.stack - 1, self.size)):
            if self.ages[slots[n]] > n:
                keep[n] = False
        return slots[keep]

    def stacks(self, slots):
        offsets = np.clip(np.arange(-self.stack + 1, 1), -self.ages[slots][:, np.newaxis], 0)
        return np.take(self.frames, slots[:, np.newaxis] + offsets, axis=0, mode="wrap")

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
