"""Wrong answers to exercise 1.9: the check turns each away with words about its mistake."""

import numpy as np

from workshop.types import Episode


# === alpha gamma swapped
# says: expected|Ladder|q
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
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, terminated, alpha=gamma, gamma=1 - alpha / 2)
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns


# === always random
# says: epsilon
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
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], 1.0, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns


# === bootstraps at the end
# says: ended the game|terminated
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
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, False, alpha=alpha, gamma=gamma)
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns


# === chooses from next row
# says: expected|epsilon
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
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[1 - state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            q[1], q[0] = q[1].copy(), q[0].copy()
            total += reward
        returns.append(float(total))
    return q, returns


# === cut is terminal
# says: truncated
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
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, terminated or truncated, alpha=alpha, gamma=gamma)
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns


# === decays epsilon
# says: expected|epsilon
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
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], 0.1, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns


# === fixed seed
# says: `seed`|alike
def _explore(q_values, epsilon, rng):
    return int(rng.integers(len(q_values))) if rng.random() < epsilon else int(np.argmax(q_values))


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def train_q_table(env, *, episodes, alpha, gamma, epsilon, seed):
    rng = np.random.default_rng(0)
    q = np.zeros((env.observation_space.n, env.action_space.n))
    returns = []
    for episode in range(episodes):
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns


# === ignores alpha
# says: alpha
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
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, terminated, alpha=1.0, gamma=gamma)
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns


# === ignores seed generator
# says: same seed|chance
def _explore(q_values, epsilon, rng):
    return int(rng.integers(len(q_values))) if rng.random() < epsilon else int(np.argmax(q_values))


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def train_q_table(env, *, episodes, alpha, gamma, epsilon, seed):
    rng = np.random.default_rng()
    q = np.zeros((env.observation_space.n, env.action_space.n))
    returns = []
    for episode in range(episodes):
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns


# === learns a copy
# says: all 0|q itself
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
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q.copy(), state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns


# === never explores
# says: expected
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
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], 0.0, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns


# === never learns
# says: all 0|update
def _explore(q_values, epsilon, rng):
    return int(rng.integers(len(q_values))) if rng.random() < epsilon else int(np.argmax(q_values))


def train_q_table(env, *, episodes, alpha, gamma, epsilon, seed):
    rng = np.random.default_rng(seed)
    q = np.zeros((env.observation_space.n, env.action_space.n))
    returns = []
    for episode in range(episodes):
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns


# === no env seed
# says: seed
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


# === one episode short
# says: 400
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
    for episode in range(episodes - 1):
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns


# === only q
# says: pair
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
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            total += reward
        returns.append(float(total))
    return q


# === only terminated
# says: truncated
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
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        while not terminated:
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns


# === returns discounted
# says: discounted
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
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, weight, terminated, truncated = 0.0, 1.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            total += weight * reward
            weight *= gamma
        returns.append(float(total))
    return q, returns


# === returns first
# says: pair|shape
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
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            total += reward
        returns.append(float(total))
    return returns, q


# === returns last reward
# says: plain sum|last
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
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            total = reward
        returns.append(float(total))
    return q, returns


# === returns lengths
# says: steps|returns
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
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            total += 1
        returns.append(float(total))
    return q, returns


# === returns running total
# says: from 0|plain sum
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
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total = returns[-1] if returns else 0.0
        terminated = truncated = False
        while not (terminated or truncated):
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns


# === sarsa
# says: expected
def _explore(q_values, epsilon, rng):
    return int(rng.integers(len(q_values))) if rng.random() < epsilon else int(np.argmax(q_values))


def train_q_table(env, *, episodes, alpha, gamma, epsilon, seed):
    rng = np.random.default_rng(seed)
    q = np.zeros((env.observation_space.n, env.action_space.n))
    returns = []
    for episode in range(episodes):
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        action = _explore(q[state], epsilon, rng)
        while not (terminated or truncated):
            next_state, reward, terminated, truncated, _ = env.step(action)
            following = _explore(q[next_state], epsilon, rng)
            y = reward + gamma * q[next_state, following] * (not terminated)
            q[state, action] += alpha * (y - q[state, action])
            action = following
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns


# === seeds every reset
# says: every|first reset only
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
        state, _ = env.reset(seed=seed)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns


# === starts at one
# says: starts all 0|all 0
def _explore(q_values, epsilon, rng):
    return int(rng.integers(len(q_values))) if rng.random() < epsilon else int(np.argmax(q_values))


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def train_q_table(env, *, episodes, alpha, gamma, epsilon, seed):
    rng = np.random.default_rng(seed)
    q = np.ones((env.observation_space.n, env.action_space.n))
    returns = []
    for episode in range(episodes):
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns


# === state advances too early
# says: expected|q
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
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            state = next_state
            _update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns


# === state stays
# says: next_state
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
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            total += reward
        returns.append(float(total))
    return q, returns


# === table anew each episode
# says: expected|q
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
        state, _ = env.reset(seed=seed if episode == 0 else None)
        q = np.zeros_like(q)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns


# === table transposed
# says: shape|expected|out of bounds
def _explore(q_values, epsilon, rng):
    return int(rng.integers(len(q_values))) if rng.random() < epsilon else int(np.argmax(q_values))


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def train_q_table(env, *, episodes, alpha, gamma, epsilon, seed):
    rng = np.random.default_rng(seed)
    q = np.zeros((env.action_space.n + 1, env.observation_space.n))
    returns = []
    for episode in range(episodes):
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns


# === truncated for terminal
# says: ended the game|terminated
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
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, truncated, alpha=alpha, gamma=gamma)
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns


# === updates once an episode
# says: expected|row 1|never
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
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            state = next_state
            total += reward
        _update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
        returns.append(float(total))
    return q, returns


# === wrong row
# says: epsilon|row
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
        state, _ = env.reset(seed=seed if episode == 0 else None)
        total, terminated, truncated = 0.0, False, False
        while not (terminated or truncated):
            action = _explore(q[0], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            _update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns


# === epsilon decays
# says: Is epsilon constant
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
        while not (terminated or truncated):
            action = epsilon_greedy(q[state], epsilon * (1 - episode / episodes), rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            q_learning_update(q, state, action, reward, next_state, terminated, alpha=alpha, gamma=gamma)
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns


# === alpha and gamma change places
# says: Is it `alpha`
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
        while not (terminated or truncated):
            action = epsilon_greedy(q[state], epsilon, rng)
            next_state, reward, terminated, truncated, _ = env.step(action)
            q_learning_update(q, state, action, reward, next_state, terminated, alpha=gamma, gamma=alpha)
            state = next_state
            total += reward
        returns.append(float(total))
    return q, returns
