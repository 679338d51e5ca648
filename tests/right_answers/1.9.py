"""Right answers to exercise 1.9, written differently: the check accepts each."""

import numpy as np

from workshop.types import Episode


# === draws env seeds
def _explore(q_values, epsilon, rng):
    return int(rng.integers(len(q_values))) if rng.random() < epsilon else int(np.argmax(q_values))


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def train_q_table(env, *, episodes, alpha, gamma, epsilon, seed):
    rng = np.random.default_rng(seed)
    q = np.zeros((env.observation_space.n, env.action_space.n))
    returns = []
    for episode in range(episodes):
        state, _ = env.reset(seed=int(rng.integers(2**31)))
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns


# === helper for episode
def _explore(q_values, epsilon, rng):
    return int(rng.integers(len(q_values))) if rng.random() < epsilon else int(np.argmax(q_values))


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def one_episode(env, q, state, rng, alpha, gamma, epsilon):
    rewards, over = [], False
    while not over:
        action = _explore(q[state], epsilon, rng)
        following, reward, terminated, truncated, _ = env.step(action)
        _update(q, state, action, reward, following, terminated, alpha=alpha, gamma=gamma)
        state, over = following, terminated or truncated
        rewards.append(reward)
    return sum(rewards)


def train_q_table(env, *, episodes, alpha, gamma, epsilon, seed):
    q = np.zeros([env.observation_space.n, env.action_space.n])
    rng = np.random.default_rng(seed)
    state, _ = env.reset(seed=seed)
    returns = [one_episode(env, q, state, rng, alpha, gamma, epsilon)]
    for _ in range(episodes - 1):
        state, _ = env.reset()
        returns.append(one_episode(env, q, state, rng, alpha, gamma, epsilon))
    return q, returns


# === own arithmetic
def train_q_table(env, *, episodes, alpha, gamma, epsilon, seed):
    rng = np.random.default_rng(seed)
    n_states, n_actions = int(env.observation_space.n), int(env.action_space.n)
    q = np.zeros((n_states, n_actions), dtype=np.float32)
    returns = np.zeros(episodes)
    for i in range(episodes):
        s, _ = env.reset(seed=seed) if i == 0 else env.reset()
        while True:
            a = int(rng.integers(n_actions)) if rng.random() < epsilon else int(q[s].argmax())
            s1, r, over, cut, _ = env.step(a)
            y = r if over else r + gamma * q[s1].max()
            q[s, a] += alpha * (y - q[s, a])
            returns[i] += r
            s = s1
            if over or cut:
                break
    return q, returns


# === resets once before
def _explore(q_values, epsilon, rng):
    return int(rng.integers(len(q_values))) if rng.random() < epsilon else int(np.argmax(q_values))


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def train_q_table(env, *, episodes, alpha, gamma, epsilon, seed):
    rng = np.random.default_rng(seed)
    q = np.zeros((env.observation_space.n, env.action_space.n))
    returns = []
    env.reset(seed=seed)
    for episode in range(episodes):
        state, _ = env.reset()
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns


# === seed for each episode
def _explore(q_values, epsilon, rng):
    return int(rng.integers(len(q_values))) if rng.random() < epsilon else int(np.argmax(q_values))


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def train_q_table(env, *, episodes, alpha, gamma, epsilon, seed):
    rng = np.random.default_rng(seed)
    q = np.zeros((env.observation_space.n, env.action_space.n))
    returns = []
    for episode in range(episodes):
        state, _ = env.reset(seed=seed + episode)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns


# === while true
def epsilon_greedy(q_values, epsilon, rng):
    if rng.random() < epsilon:
        return int(rng.integers(len(q_values)))
    return int(np.argmax(q_values))


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = reward + gamma * q[next_state].max() * (1 - terminal) - q[state, action]
    q[state, action] += alpha * delta
    return delta


def train_q_table(env, *, episodes, alpha, gamma, epsilon, seed):
    rng = np.random.default_rng(seed)
    q = np.zeros((env.observation_space.n, env.action_space.n))
    returns = []
    for episode in range(episodes):
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        while True:
            action = epsilon_greedy(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            q_learning_update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            total += reward
            if terminated or truncated:
                break
        returns.append(float(total))
    return q, returns


# === rewards list
def epsilon_greedy(q_values, epsilon, rng):
    if rng.random() < epsilon:
        return int(rng.integers(len(q_values)))
    return int(np.argmax(q_values))


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = reward + gamma * q[next_state].max() * (1 - terminal) - q[state, action]
    q[state, action] += alpha * delta
    return delta


def train_q_table(env, *, episodes, alpha, gamma, epsilon, seed):
    rng = np.random.default_rng(seed)
    q = np.zeros((env.observation_space.n, env.action_space.n))
    returns = []
    for episode in range(episodes):
        state, _ = env.reset(seed=seed if episode == 0 else None)
        rewards, terminated, truncated = [], False, False
        while not (terminated or truncated):
            action = epsilon_greedy(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            q_learning_update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            rewards.append(reward)
        returns.append(float(sum(rewards)))
    return q, returns
