"""Notebook 3: the parts of a DQN, from raw frame to update. The reference answers, and the source of the stubs.
Longer than our other files, since its docstrings are all there is to read.

Everything here works on NumPy and on CuPy arrays alike. Convention: a_t leaves s_t; r_{t+1} and s_{t+1} follow;
`terminal` says that s_{t+1} ended the task.
"""

from collections import deque

import chainer
import chainer.functions as F
import numpy as np

from workshop.exercise import exercise
from workshop.links import quick as L  # chainer.links, the large ones quicker on a CPU
from workshop.types import Batch


def area_weights(size, small):
    """float64 (small, size): row i averages the pixels that small pixel i covers, each weighted by its overlap.

    >>> area_weights(3, 2).round(2)
    array([[0.67, 0.33, 0.  ],
           [0.  , 0.33, 0.67]])
    """
    edges = np.linspace(0, size, small + 1)
    left, right = np.maximum.outer(edges[:-1], np.arange(size)), np.minimum.outer(edges[1:], np.arange(1, size + 1))
    return np.maximum(right - left, 0) * small / size


ROWS = area_weights(210, 84)  # (84, 210): ROWS @ picture shrinks 210 rows to 84
COLUMNS = area_weights(160, 84).T  # (160, 84): picture @ COLUMNS shrinks 160 columns to 84


@exercise("3.1", "From a screen to 84 x 84 greys", minutes=4, difficulty=2, core=False)
def preprocess(frame):
    """The luminance of a screen, shrunk to 84 x 84 by area averaging.

        grey = 0.299 R + 0.587 G + 0.114 B          (210, 160)
        small = ROWS @ grey @ COLUMNS               (84, 84), rounded to the nearest whole number

    `ROWS` (84, 210) and `COLUMNS` (160, 84) are given above: each small pixel is the average of the area it covers.

    frame: uint8 (210, 160, 3), height x width x (red, green, blue), 0 to 255. It stays as it is.
    Returns uint8 (84, 84), a fresh array, 0 (black) to 255 (white): rounded, not cut off. Where the
    arithmetic of floats makes one grey level more or less of it, that is no matter.
    Source: Mnih et al. 2013, section 4.1; the luminance's weights are those of ITU-R BT.601.

    >>> green = np.zeros((210, 160, 3), np.uint8)
    >>> green[:, :, 1] = 255
    >>> small = preprocess(green)                   # 0.587 * 255 = 149.7
    >>> small.shape, small.dtype, int(small[0, 0])
    ((84, 84), dtype('uint8'), 150)
    """
    grey = frame @ np.array([0.299, 0.587, 0.114])
    return np.rint(ROWS @ grey @ COLUMNS).astype(np.uint8)


@exercise("3.2", "Four frames make a state", minutes=4, difficulty=2, core=True)
class FrameStack:
    """The newest k frames as one state. One frame shows where the ball is; k of them show where it is going.

        s_t = (x_{t-k+1}, ..., x_{t-1}, x_t)        oldest first, newest last

    An episode's first frame x_0 has no frames before it: it is repeated, s_0 = (x_0, x_0, x_0, x_0), then
    s_1 = (x_0, x_0, x_0, x_1) and so on. Nothing of an earlier episode is left after `reset`.

    k: number of frames, 1 or more.
    `reset(frame)` begins an episode with its first frame, `append(frame)` adds the next one. Both take a uint8 (84, 84)
    frame, leave it unchanged, and return the state as it now is: uint8 (k, 84, 84), a fresh array each time, so that
    a state kept somewhere stays what it was. `reset` comes first; frames handed in are never changed later.
    Source: Mnih et al. 2013, section 4.1.

    >>> def frame(grey):
    ...     return np.full((84, 84), grey, np.uint8)
    >>> frames = FrameStack(k=4)
    >>> frames.reset(frame(7))[:, 0, 0]             # the top left pixel of each of the four
    array([7, 7, 7, 7], dtype=uint8)
    >>> frames.append(frame(8))[:, 0, 0]
    array([7, 7, 7, 8], dtype=uint8)
    """

    def __init__(self, k=4):
        self.k = k

    def reset(self, frame):
        self.frames = deque([frame] * self.k, maxlen=self.k)
        return np.stack(self.frames)

    def append(self, frame):
        self.frames.append(frame)
        return np.stack(self.frames)


@exercise("3.3", "Clipped rewards", minutes=1, difficulty=1, core=False)
def clip_reward(reward):
    """The sign of a reward, so that one learning rate does for every game: -1.0, 0.0 or 1.0.

    reward: a number, as the game gives it (Pong -1 to 1, Space Invaders up to 200).  Returns a float.
    Source: Mnih et al. 2013, section 5.

    >>> clip_reward(30), clip_reward(0), clip_reward(-0.5)
    (1.0, 0.0, -1.0)
    """
    return float(np.sign(reward))


@exercise("3.4", "Less and less chance", minutes=2, difficulty=1, core=False)
def linear_epsilon(step, *, start, end, decay_steps):
    """Epsilon falls on a straight line from `start` to `end` and stays there.

        epsilon(t) = start + (end - start) * t / decay_steps     for t < decay_steps,     end from there on

    step: t, steps so far, 0 or more.  start, end: epsilon at step 0 and from step `decay_steps` (1 or more) on.
    Returns a float.
    Source: Mnih et al. 2013, section 5 (1 to 0.1).

    >>> linear_epsilon(50, start=1.0, end=0.0, decay_steps=200)
    0.75
    >>> linear_epsilon(1000, start=1.0, end=0.1, decay_steps=200)
    0.1
    """
    if step >= decay_steps:
        return float(end)
    return start + (end - start) * step / decay_steps


@exercise("3.5", "A replay memory that keeps each frame once", minutes=12, difficulty=3, core=False)
class ReplayMemory:
    """The newest `capacity` steps of play, to be drawn from at random. Each frame is kept once, in a ring.

    Step t is (x_t, a_t, r_{t+1}, was s_{t+1} terminal, was the episode cut there), and x_t is the newest frame of s_t.
    The states are put together again only when they are drawn, exactly as `FrameStack` made them:

        s_t = (x_{t-3}, x_{t-2}, x_{t-1}, x_t)      oldest first; where the episode is younger, its first frame repeated

    The next state s_{t+1} is the stack of step t + 1, the one appended right after. So step t can be drawn
    - if step t + 1 is in the memory too and belongs to the same episode, or if s_{t+1} was terminal: then nobody looks
      at the next state, and any frames may stand there;
    - never if the episode was only cut (truncated) at s_{t+1}: its next state was never stored;
    - only if all frames of its stack are still there: in a full ring the oldest step's older frames are overwritten.
    After a terminal or truncated step the next `append` begins a new episode, and no stack reaches across.

    capacity: steps held at most; the oldest is overwritten first.  stack: frames in a state.
    append(frame, action, reward, terminal, truncated=False) stores a step. frame: uint8 (84, 84), the newest frame of
        s_t, copied.  action: int, taken at s_t.  reward: float, r_{t+1}.  terminal, truncated: bool, about s_{t+1}.
    len(memory): steps held, `capacity` at most.
    sample(batch_size, rng) draws steps, each that can be drawn as likely as any other, with replacement.
        rng: numpy Generator, the only source of chance.  Returns a `Batch` of fresh arrays: states and next_states
        uint8 (B, stack, 84, 84), actions int32 (B,), rewards float32 (B,), terminals bool (B,).
        Raises ValueError if no step can be drawn yet.
    Source: Mnih et al. 2013, Algorithm 1 (experience replay, Lin 1992).

    Inside, a step is known by its place in the ring, its slot; `self.ages[slot]` says how many steps of the same
    episode came before it (0 for an episode's first).

    >>> memory = ReplayMemory(capacity=100)
    >>> for t in range(3):                          # frames of grey 10, 11, 12; then the game is over
    ...     memory.append(np.full((84, 84), 10 + t, np.uint8), t, 0.5, terminal=t == 2)
    >>> batch = memory.sample(64, np.random.default_rng(0))
    >>> batch.states[batch.actions == 1][0, :, 0, 0], batch.next_states[batch.actions == 1][0, :, 0, 0]
    (array([10, 10, 10, 11], dtype=uint8), array([10, 10, 11, 12], dtype=uint8))
    """

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
        # <your code>
        followed = ~self.truncated[slots] & (nth < self.size - 1)
        whole = nth >= np.minimum(self.stack - 1, self.ages[slots])
        return slots[whole & (followed | self.terminals[slots])]
        # </your code>

    def stacks(self, slots):
        """uint8 (B, stack, 84, 84): the state whose newest frame stands at each slot. slots: int (B,)."""
        # <your code>
        back = np.arange(self.stack - 1, -1, -1)
        back = np.minimum(back, self.ages[slots][:, None])
        return self.frames[(slots[:, None] - back) % self.capacity]
        # </your code>

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


@exercise("3.6", "The network of 2013", minutes=5, difficulty=2, core=True)
class QNetwork(chainer.Chain):
    """The network of the first DQN paper: from a stack of four frames to one value for each action.

        layer      filters or units    size, stride    activation    output
        conv1      16                  8 x 8, 4        ReLU          (B, 16, 20, 20)
        conv2      32                  4 x 4, 2        ReLU          (B, 32, 9, 9)
        fc1        256                                 ReLU          (B, 256)
        out        n_actions                           none          (B, n_actions)

    No padding, no pooling, a bias in every layer. A Q value is a sum of rewards, of any size: nothing follows `out`.

    n_actions: number of actions.
    Called with states, uint8 (B, 4, 84, 84), 0 to 255, which stay unchanged: it divides by 255 itself, in float32.
    Returns a Variable, float32 (B, n_actions).
    Any names will do; with conv1, conv2, fc1 and out, agents that others trained load into it too.
    Source: Mnih et al. 2013, section 4.1.

    >>> network = QNetwork(6)
    >>> q_values = network(np.zeros((2, 4, 84, 84), np.uint8))
    >>> q_values.shape, q_values.dtype
    ((2, 6), dtype('float32'))
    >>> network.count_params() == (16*4*64 + 16) + (32*16*16 + 32) + (256*32*81 + 256) + (6*256 + 6)
    True
    """

    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            # <your code>
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(32 * 9 * 9, 256)
            self.out = L.Linear(256, n_actions)
            # </your code>

    def forward(self, states):
        # <your code>
        h = F.cast(states, np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return self.out(h)
        # </your code>


@exercise("3.7", "The value of the action taken", minutes=2, difficulty=1, core=True)
def q_of_actions(q_values, actions):
    """Q(s_t, a_t) for each row: out of all the values the network gave, the one of the action that was taken.

        q_b = Q(s_b, a_b) = sum over a of Q(s_b, a) * [a is a_b]          (the bracket: 1 where that holds, else 0)

    q_values: Variable, float32 (B, A).  actions: int32 (B,), 0 to A - 1.
    Returns a Variable, float32 (B,), through which gradients flow back to q_values: stay with Chainer's functions.

    >>> q_values = chainer.Variable(np.float32([[1, 2, 3], [4, 5, 6]]))
    >>> q_of_actions(q_values, np.int32([2, 0])).array
    array([3., 4.], dtype=float32)
    """
    return F.select_item(q_values, actions)


@exercise("3.8", "Targets", minutes=4, difficulty=2, core=True)
def td_targets(rewards, next_q_values, terminals, gamma):
    """What Q(s_t, a_t) should have been, judged with what we saw next.

        y_t = r_{t+1} + gamma * max over a of Q(s_{t+1}, a),          y_t = r_{t+1} where s_{t+1} is terminal

    rewards: float32 (B,), clipped.  next_q_values: float32 (B, A), from the target network.
    terminals: bool (B,), True where s_{t+1} ended the task.  gamma: discount, 0 to 1.
    All three are plain arrays (NumPy's or CuPy's), not Variables, and stay unchanged.
    Returns a plain array again, float32 (B,): a target is a constant, no gradient flows through it.
    Source: Mnih et al. 2015, Algorithm 1.

    >>> td_targets(np.float32([1, 0]), np.float32([[2, 4], [6, 0]]), np.array([False, True]), 0.5)
    array([3., 0.], dtype=float32)
    """
    best = next_q_values.max(axis=1)
    return (rewards + gamma * best * ~terminals).astype(np.float32)


@exercise("3.9", "The Huber loss", minutes=3, difficulty=2, core=False)
def td_loss(q_taken, targets):
    """The mean Huber loss between values and targets, with delta = 1: a parabola near 0, straight lines further out.

        e_b = q_b - y_b,     l(e) = e^2 / 2  where |e| <= 1,  |e| - 1/2  elsewhere,     loss = (1/B) sum of l(e_b)

    Its slope never exceeds 1, so one surprising moment cannot throw the network off.

    q_taken: Variable, float32 (B,).  targets: plain array, float32 (B,).
    Returns a Variable, float32, of shape (): a single number, through which gradients flow back to q_taken.
    Source: Mnih et al. 2015, Methods (the error clipped to -1 ... 1); Huber 1964.

    >>> td_loss(chainer.Variable(np.float32([1.5, 5])), np.float32([1, 2])).array      # (0.125 + 2.5) / 2
    array(1.3125, dtype=float32)
    """
    return F.mean(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))


@exercise("3.10", "One update", minutes=3, difficulty=2, core=True)
def update(online, optimizer, batch, targets):
    """One step of the optimizer, which moves Q(s_t, a_t) of the online network towards the targets.

        theta <- theta - learning rate * gradient of  loss(theta) = td_loss(Q_theta(s_t, a_t), y_t)

    (in the optimizer's own manner: Adam, RMSProp, ...). Gradients left over from an earlier backward pass play no part.

    online: Chain, states -> Variable float32 (B, A).  optimizer: a Chainer optimizer already set up on `online`.
    batch: `Batch` of B steps; what counts here is `batch.states` and `batch.actions`.
    targets: float32 (B,), a plain array, ready made: y_t. It and the batch stay unchanged.
    Returns the loss from before the step: a Variable of shape (), as it is. Making a float of it would have the
    processor wait for the graphics card each time.
    Source: Mnih et al. 2015, Algorithm 1.

    >>> online = L.Linear(1, 2, initialW=0)             # Q(s, a) = 0 for both actions
    >>> optimizer = chainer.optimizers.SGD(lr=0.5).setup(online)
    >>> one = np.ones((1, 1), np.float32)
    >>> batch = Batch(one, np.int32([1]), np.float32([1]), one, np.array([True]))
    >>> update(online, optimizer, batch, np.float32([1])).array
    array(0.5, dtype=float32)
    >>> online(one).array                               # only the taken action's value moved towards 1
    array([[0., 1.]], dtype=float32)
    """
    loss = td_loss(q_of_actions(online(batch.states), batch.actions), targets)
    online.cleargrads()
    loss.backward()
    optimizer.update()
    return loss


@exercise("3.11", "The target network", minutes=2, difficulty=1, core=False)
def sync_target(online, target):
    """The target network becomes equal to the online network, and stays so until the next call: theta^- <- theta.

    online, target: Chains of the same class. Each parameter's values are copied from `online` into `target`; they share
    no array afterwards, so that training the one leaves the other alone. `online` stays unchanged. Returns None.
    Source: Mnih et al. 2015, Algorithm 1 ("every C steps reset Q^ = Q").

    >>> online, target = L.Linear(2, 3), L.Linear(2, 3)
    >>> sync_target(online, target)
    >>> bool((online.W.array == target.W.array).all()), online.W.array is target.W.array
    (True, False)
    """
    target.copyparams(online)


@exercise("3.12", "Acting", minutes=4, difficulty=2, core=False)
def act(online, states, epsilon, rng):
    """One action for each state: with probability epsilon any action, else the best by the online network.

        a_b = a uniformly random action             with probability epsilon, a coin for each row
              argmax over a of Q(s_b, a)            otherwise

    online: Chain, states -> Variable float32 (B, A).  states: (B, ...), an array on the same device as `online`.
    epsilon: float, 0 to 1.  rng: numpy Generator, the only source of chance; draw from it in any order.
    Returns an int array (B,), always NumPy's. A random action is drawn from all A, the best included.
    No graph is built on the way (`chainer.no_backprop_mode()`), since nobody will ask for gradients.
    Source: Mnih et al. 2013, Algorithm 1.

    >>> online = L.Linear(1, 3, initialW=np.float32([[0], [2], [1]]))       # best: action 1 where s > 0, 0 where s < 0
    >>> act(online, np.float32([[1], [-1]]), epsilon=0.0, rng=np.random.default_rng(0))
    array([1, 0])
    """
    with chainer.no_backprop_mode(), chainer.using_config("train", False):
        q_values = chainer.cuda.to_cpu(online(states).array)
    n_states, n_actions = q_values.shape
    exploring = rng.random(n_states) < epsilon
    return np.where(exploring, rng.integers(n_actions, size=n_states), q_values.argmax(axis=1))


@exercise("3.13", "Double DQN", minutes=4, difficulty=3, core=False)
def double_td_targets(rewards, next_q_online, next_q_target, terminals, gamma):
    """Targets in which one network picks the best action and the other one says what it is worth.

        a*  = argmax over a of Q_online(s_{t+1}, a)
        y_t = r_{t+1} + gamma * Q_target(s_{t+1}, a*),                y_t = r_{t+1} where s_{t+1} is terminal

    A maximum over noisy values is too high on average; a second opinion on the picked action is less so.

    rewards: float32 (B,).  next_q_online, next_q_target: float32 (B, A), both of s_{t+1}, from the two networks.
    terminals: bool (B,), True where s_{t+1} ended the task.  gamma: discount, 0 to 1.
    All plain arrays (NumPy's or CuPy's), and they stay unchanged.  Returns a plain array, float32 (B,).
    Source: van Hasselt, Guez, Silver 2016, "Deep Reinforcement Learning with Double Q-learning".

    >>> double_td_targets(np.float32([1]), np.float32([[3, 9]]), np.float32([[8, 4]]), np.array([False]), 0.5)
    array([3.], dtype=float32)
    """
    best = next_q_online.argmax(axis=1)
    value = F.select_item(next_q_target, best).array
    return (rewards + gamma * value * ~terminals).astype(np.float32)


@exercise("3.14", "The network of 2015", minutes=4, difficulty=1, core=False)
class NatureQNetwork(chainer.Chain):
    """The larger network of the second DQN paper, in Nature. Used exactly like `QNetwork`.

        layer      filters or units    size, stride    activation    output
        conv1      32                  8 x 8, 4        ReLU          (B, 32, 20, 20)
        conv2      64                  4 x 4, 2        ReLU          (B, 64, 9, 9)
        conv3      64                  3 x 3, 1        ReLU          (B, 64, 7, 7)
        fc1        512                                 ReLU          (B, 512)
        out        n_actions                           none          (B, n_actions)

    No padding, no pooling, a bias in every layer, nothing follows `out`.

    n_actions: number of actions.
    Called with states, uint8 (B, 4, 84, 84), 0 to 255, which stay unchanged: it divides by 255 itself, in float32.
    Returns a Variable, float32 (B, n_actions).
    Any names will do; with conv1, conv2, conv3, fc1 and out, agents that others trained load into it too.
    Source: Mnih et al. 2015, Methods, "Model architecture".

    >>> network = NatureQNetwork(4)
    >>> network(np.zeros((2, 4, 84, 84), np.uint8)).shape, network.count_params()
    ((2, 4), 1686180)
    """

    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 32, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(32, 64, ksize=4, stride=2)
            self.conv3 = L.Convolution2D(64, 64, ksize=3, stride=1)
            self.fc1 = L.Linear(64 * 7 * 7, 512)
            self.out = L.Linear(512, n_actions)

    def forward(self, states):
        h = F.cast(states, np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.conv3(h))
        h = F.relu(self.fc1(h))
        return self.out(h)
