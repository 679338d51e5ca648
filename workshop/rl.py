"""Your answers to notebook 1.

Write where it says `raise NotImplementedError`; all you need to know stands in the docstring above it. Save, and run
the exercise's check cell in the notebook: there is nothing to restart. Helpers of your own may stand anywhere here.
`python3 start.py reset 1.1` brings an exercise back as it was and keeps your text.

Time runs as everywhere in the course: a_t leaves s_t; the reward r_{t+1} and the state s_{t+1} follow.
Where a docstring says `int` or `float`, a NumPy scalar of that kind will do as well.
"""

import numpy as np

from workshop.exercise import exercise
from workshop.types import Episode


@exercise("1.1", "Play an episode", minutes=5, difficulty=2, core=False)
def play_episode(env, policy, *, seed=None, max_steps=None):
    """Play one episode from reset to its end and write down s_0, a_0, r_1, s_1, a_1, r_2, ... s_T.

    env: a Gymnasium environment. `env.reset(seed=seed)` -> (state, info), called once, with our seed;
        `env.step(action)` -> (state, reward, terminated, truncated, info), never called after the episode is over.
    policy: a function, `policy(state) -> action`, called once for each step taken, s_0 first.
    seed: int or None, handed to reset.  max_steps: int >= 1, or None for no limit of our own.
    Returns Episode(states, actions, rewards, terminated, truncated): T + 1 states, T actions, T rewards as the
    environment gave them. The episode is over when the environment says terminated or truncated; or after max_steps
    steps, which counts as truncated unless that last step terminated it.

    >>> from gymnasium.envs.toy_text import FrozenLakeEnv
    >>> right = 2
    >>> lake = FrozenLakeEnv(desc=["SFG"], is_slippery=False)  # start, a frozen field, the goal
    >>> play_episode(lake, lambda state: right)
    Episode(states=[0, 1, 2], actions=[2, 2], rewards=[0, 1], terminated=True, truncated=False)
    >>> play_episode(lake, lambda state: right, max_steps=1)
    Episode(states=[0, 1], actions=[2], rewards=[0], terminated=False, truncated=True)
    """
    states, actions, rewards = [], [], []
    terminated = truncated = False
    # <your code>
    raise NotImplementedError
    # </your code>
    return Episode(states, actions, rewards, terminated, truncated)


@exercise("1.2", "The discounted return", minutes=4, difficulty=1, core=True)
def discounted_return(rewards, gamma):
    """R_0 = r_1 + gamma * r_2 + gamma^2 * r_3 + ... + gamma^(T-1) * r_T: what an episode was worth from its start.

    rewards: list or array of T numbers (T >= 1; whole numbers allowed), r_1 first; stays as it is.
    gamma: discount in [0, 1].
    Returns a float. The first reward counts in full.

    >>> discounted_return([1, 2, 4], 0.5)  # 1 + 0.5 * 2 + 0.25 * 4
    3.0
    """
    raise NotImplementedError


@exercise("1.3", "Returns to go", minutes=4, difficulty=2, core=False)
def returns_to_go(rewards, gamma):
    """R_t = r_{t+1} + gamma * R_{t+1} for every t, and R_T = 0: what was still to come at each step.

    rewards: list or array of T numbers (T >= 1; whole numbers allowed), r_1 first; stays as it is.
    gamma: discount in [0, 1].
    Returns a float array (T,): R_0 first, R_{T-1} = r_T last. Working backwards takes one pass.

    >>> returns_to_go([1, 2, 4], 0.5)
    array([3., 4., 4.])
    """
    raise NotImplementedError


@exercise("1.4", "The TD error", minutes=3, difficulty=1, core=False)
def td_error(reward, value, next_value, gamma, terminal):
    """delta_t = r_{t+1} + gamma * V(s_{t+1}) - V(s_t); and delta_t = r_{t+1} - V(s_t) where s_{t+1} is terminal.

    reward: r_{t+1}.  value: V(s_t).  next_value: V(s_{t+1}), which means nothing after a terminal step.
    gamma: discount in [0, 1].  terminal: bool, True if s_{t+1} ended the task.
    Returns a float: positive when things went better than expected.
    Source: Sutton and Barto, Reinforcement Learning (2018), equation 6.5.

    >>> td_error(1.0, 5.0, 10.0, 0.5, False)  # 1 + 0.5 * 10 - 5
    1.0
    >>> td_error(1.0, 5.0, 10.0, 0.5, True)  # 1 - 5: the game is over, nothing follows
    -4.0
    """
    raise NotImplementedError


@exercise("1.5", "The greedy action", minutes=3, difficulty=2, core=False)
def greedy_action(q_values, rng):
    """argmax_a Q(s, a); among actions that share the highest value, one drawn at random, each as likely.

    q_values: float array (A,), the row of one state; stays as it is.
    rng: a numpy.random.Generator; all chance comes from it, so the same seed gives the same choices.
    Returns an int in 0 ... A - 1. Two values tie when they are exactly equal.

    >>> rng = np.random.default_rng(0)
    >>> greedy_action(np.array([0.0, 3.0, 1.0]), rng)
    1
    >>> sorted({greedy_action(np.array([2.0, 0.0, 2.0]), rng) for _ in range(50)})
    [0, 2]
    """
    raise NotImplementedError


@exercise("1.6", "Epsilon-greedy", minutes=5, difficulty=2, core=True)
def epsilon_greedy(q_values, epsilon, rng):
    """With probability epsilon any action at random (exploration), otherwise the greedy one (exploitation).

    q_values: float array (A,), the row of one state; stays as it is.
    epsilon: probability in [0, 1] of exploring. Exploring draws from all A actions alike, the greedy one among them.
    rng: a numpy.random.Generator; all chance comes from it: rng.random() is a float in [0, 1), rng.integers(n) an int
        in 0 ... n - 1.
    Returns an int in 0 ... A - 1. The greedy one is an action of highest value: take `greedy_action(q_values, rng)`
    (exercise 1.5; if it is not written yet, ours answers), which draws among several that tie. np.argmax is allowed
    too, but takes the first of them: with a table that is all 0, as at the start, always the same one.

    >>> q_values, rng = np.array([0.0, 3.0, 1.0]), np.random.default_rng(0)
    >>> epsilon_greedy(q_values, 0.0, rng)  # never explores
    1
    >>> sorted({epsilon_greedy(q_values, 1.0, rng) for _ in range(50)})  # always explores
    [0, 1, 2]
    """
    raise NotImplementedError


@exercise("1.7", "The target of Q-learning", minutes=3, difficulty=1, core=True)
def q_target(reward, next_q_values, gamma, terminal):
    """y_t = r_{t+1} + gamma * max_a Q(s_{t+1}, a); and y_t = r_{t+1} where s_{t+1} is terminal.

    reward: r_{t+1}.  next_q_values: float array (A,), Q(s_{t+1}, a) for every a; means nothing after a terminal step.
    gamma: discount in [0, 1].  terminal: bool, True if s_{t+1} ended the task.
    Returns a float.
    Source: Watkins and Dayan, Q-learning, Machine Learning 8 (1992).

    >>> q_target(1.0, np.array([2.0, 4.0]), 0.5, False)  # 1 + 0.5 * 4
    3.0
    >>> q_target(1.0, np.array([2.0, 4.0]), 0.5, True)  # the game is over, nothing follows
    1.0
    """
    raise NotImplementedError


@exercise("1.8", "One step of Q-learning", minutes=5, difficulty=2, core=True)
def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    """delta = y_t - Q(s_t, a_t), then Q(s_t, a_t) <- Q(s_t, a_t) + alpha * delta.

    q: float array (S, A), the table; q[state] is a state's row. The entry q[state, action] is changed in place (in q
        itself, which the caller holds; not in a copy), nothing else.
    state, action, next_state: ints, s_t, a_t and s_{t+1}.  reward: r_{t+1}.
    terminal: bool, True if s_{t+1} ended the task.  alpha: learning rate in (0, 1].  gamma: discount in [0, 1].
    y_t is the target of exercise 1.7: `q_target` gives it, or work it out anew.
    Returns a float, the TD error delta as it was before the change (without alpha).

    >>> q = np.array([[5.0, 0.0], [2.0, 4.0]])
    >>> q_learning_update(q, 0, 0, 1.0, 1, False, alpha=0.5, gamma=0.5)  # 1 + 0.5 * 4 - 5
    -2.0
    >>> q  # 5 + 0.5 * (-2)
    array([[4., 0.],
           [2., 4.]])
    """
    raise NotImplementedError


@exercise("1.9", "Fill the table", minutes=8, difficulty=3, core=False)
def train_q_table(env, *, episodes, alpha, gamma, epsilon, seed):
    """Tabular Q-learning: play `episodes` episodes epsilon-greedily and update Q after every single step.

    env: a Gymnasium environment with discrete states (`env.observation_space.n`) and actions
        (`env.action_space.n`), both counted from 0.
    episodes: int >= 1.  alpha, gamma, epsilon: floats, constant throughout.
    seed: int; seeds the generator that explores and, at its first reset only, the environment, so the same
        seed gives the same table.
    An episode is over when the environment says terminated or truncated. Only `terminated` means that nothing
    follows: a truncated step is learnt from like any other.
    Returns (q, returns): q float array (S, A), all zeros at the start; returns, a list of `episodes` floats, each
    episode's plain sum of rewards (not discounted). `epsilon_greedy` and `q_learning_update` do the work.

    >>> from gymnasium.envs.toy_text import FrozenLakeEnv
    >>> lake = FrozenLakeEnv(desc=["SFG"], is_slippery=False)  # start, a frozen field, the goal; 2 is right
    >>> q, returns = train_q_table(lake, episodes=200, alpha=0.5, gamma=0.5, epsilon=0.5, seed=0)
    >>> q[:2, 2].round(3), len(returns)
    (array([0.5, 1. ]), 200)
    """
    rng = np.random.default_rng(seed)
    q = np.zeros((env.observation_space.n, env.action_space.n))
    returns = []
    for episode in range(episodes):
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        # <your code>
        raise NotImplementedError
        # </your code>
        returns.append(float(total))
    return q, returns
