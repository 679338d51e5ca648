"""Wrong answers to exercise 1.8: the check turns each away with words about its mistake."""

import numpy as np

from workshop.types import Episode


# === argmax
# says: argmax
def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = reward + gamma * np.argmax(q[next_state]) * (not terminal) - q[state, action]
    q[state, action] += alpha * delta
    return float(delta)


# === changes next state
# says: only q\[0, 0\]
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = _target(reward, q[next_state], gamma, terminal) - q[state, action]
    q[next_state, action] += alpha * delta
    return float(delta)


# === changes row
# says: only q\[0, 0\]
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = _target(reward, q[next_state], gamma, terminal) - q[state, action]
    q[state] += alpha * delta
    return float(delta)


# === copy
# says: copy
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    q = q.copy()
    delta = _target(reward, q[next_state], gamma, terminal) - q[state, action]
    q[state, action] += alpha * delta
    return float(delta)


# === downhill
# says: away from
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = _target(reward, q[next_state], gamma, terminal) - q[state, action]
    q[state, action] -= alpha * delta
    return float(delta)


# === gamma for alpha
# says: gamma or|alpha
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = _target(reward, q[next_state], gamma, terminal) - q[state, action]
    q[state, action] += gamma * delta
    return float(delta)


# === index swapped
# says: q\[0, 0\]|index|q\[1, 0\]
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = _target(reward, q[next_state], gamma, terminal) - q[action, state]
    q[action, state] += alpha * delta
    return float(delta)


# === local value
# says: copy|did not change
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    value = q[state, action]
    delta = _target(reward, q[next_state], gamma, terminal) - value
    value += alpha * delta
    return float(delta)


# === mask inverted
# says: wrong way round
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = _target(reward, q[next_state], gamma, not terminal) - q[state, action]
    q[state, action] += alpha * delta
    return float(delta)


# === max of this row
# says: row of s_
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = _target(reward, q[state], gamma, terminal) - q[state, action]
    q[state, action] += alpha * delta
    return float(delta)


# === max over table
# says: whole table
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = _target(reward, q, gamma, terminal) - q[state, action]
    q[state, action] += alpha * delta
    return float(delta)


# === mean of next
# says: mean
def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = reward + gamma * np.mean(q[next_state]) * (not terminal) - q[state, action]
    q[state, action] += alpha * delta
    return float(delta)


# === new table
# says: copy
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = _target(reward, q[next_state], gamma, terminal) - q[state, action]
    change = np.zeros_like(q)
    change[state, action] = alpha * delta
    q = q + change
    return float(delta)


# === no alpha
# says: alpha is missing
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = _target(reward, q[next_state], gamma, terminal) - q[state, action]
    q[state, action] += delta
    return float(delta)


# === no gamma
# says: gamma is missing
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = _target(reward, q[next_state], 1.0, terminal) - q[state, action]
    q[state, action] += alpha * delta
    return float(delta)


# === no mask
# says: terminal is False|next row counts
def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = reward + gamma * np.max(q[next_state]) - q[state, action]
    q[state, action] += alpha * delta
    return float(delta)


# === one minus alpha
# says: changed places
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = _target(reward, q[next_state], gamma, terminal) - q[state, action]
    q[state, action] += (1 - alpha) * delta
    return float(delta)


# === only if better
# says: bad news|became|3
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = _target(reward, q[next_state], gamma, terminal) - q[state, action]
    if delta > 0:
        q[state, action] += alpha * delta
    return float(delta)


# === returns abs
# says: expected|-2|return
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = _target(reward, q[next_state], gamma, terminal) - q[state, action]
    q[state, action] += alpha * delta
    return abs(float(delta))


# === returns alpha delta
# says: alpha times
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = _target(reward, q[next_state], gamma, terminal) - q[state, action]
    q[state, action] += alpha * delta
    return float(alpha * delta)


# === returns error after
# says: left after
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = _target(reward, q[next_state], gamma, terminal) - q[state, action]
    q[state, action] += alpha * delta
    return float(_target(reward, q[next_state], gamma, terminal) - q[state, action])


# === returns minus delta
# says: turned round
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = _target(reward, q[next_state], gamma, terminal) - q[state, action]
    q[state, action] += alpha * delta
    return float(-delta)


# === returns new value
# says: new Q value
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = _target(reward, q[next_state], gamma, terminal) - q[state, action]
    q[state, action] += alpha * delta
    return float(q[state, action])


# === returns nothing
# says: None
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = _target(reward, q[next_state], gamma, terminal) - q[state, action]
    q[state, action] += alpha * delta


# === returns squared
# says: square
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = _target(reward, q[next_state], gamma, terminal) - q[state, action]
    q[state, action] += alpha * delta
    return float(delta) ** 2


# === returns target
# says: target
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    target = _target(reward, q[next_state], gamma, terminal)
    q[state, action] += alpha * (target - q[state, action])
    return float(target)


# === same action next
# says: same action
def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = reward + gamma * q[next_state, action] * (not terminal) - q[state, action]
    q[state, action] += alpha * delta
    return float(delta)


# === sets alpha target
# says: alpha \* target
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    target = _target(reward, q[next_state], gamma, terminal)
    delta = target - q[state, action]
    q[state, action] = alpha * target
    return float(delta)


# === sets delta
# says: old value's place|error
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = _target(reward, q[next_state], gamma, terminal) - q[state, action]
    q[state, action] = delta
    return float(delta)


# === skips terminal
# says: 3.25
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = _target(reward, q[next_state], gamma, terminal) - q[state, action]
    if not terminal:
        q[state, action] += alpha * delta
    return float(delta)


# === number of the next state
# says: its row of the table
def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = (reward if terminal else reward + gamma * np.max(next_state)) - q[state, action]
    q[state, action] += alpha * delta
    return float(delta)


# === sets alpha delta
# says: add it
def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = (reward if terminal else reward + gamma * np.max(q[next_state])) - q[state, action]
    q[state, action] = alpha * delta
    return float(delta)


# === a gamma of its own
# says: our gamma
def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = reward + 0.5 * q[next_state].max() * (1 - terminal) - q[state, action]
    q[state, action] += alpha * delta
    return delta


# === clears the row of the end
# says: Only q\[0, 0\]
def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    if terminal:
        q[next_state] = 0
    delta = reward + gamma * q[next_state].max() - q[state, action]
    q[state, action] += alpha * delta
    return delta


# === an alpha of its own
# says: our alpha
def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = reward + gamma * q[next_state].max() * (1 - terminal) - q[state, action]
    q[state, action] += 0.25 * delta
    return delta


# === action before state
# says: q\[state, action\]
def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = reward + gamma * q[next_state].max() * (1 - terminal) - q[action, state]
    q[action, state] += alpha * delta
    return delta


# === the column of the next state
# says: 3 rows, the states
def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = reward + gamma * q[:, next_state].max() * (1 - terminal) - q[state, action]
    q[state, action] += alpha * delta
    return delta
