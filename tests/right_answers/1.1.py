"""Right answers to exercise 1.1, written differently: the check accepts each."""

import itertools

import numpy as np

from workshop.types import Episode


# === for loop
def play_episode(env, policy, *, seed=None, max_steps=None):
    observation, info = env.reset(seed=seed)
    states, actions, rewards = [observation], [], []
    for step in itertools.count(1):
        a = policy(observation)
        observation, r, done, cut, info = env.step(a)
        states += [observation]
        actions += [a]
        rewards += [float(r)]
        if done:
            return Episode(states, actions, rewards, True, False)
        if cut or step == max_steps:
            return Episode(states, actions, rewards, False, True)


# === helper function
def is_over(terminated, truncated, steps, limit):
    return terminated or truncated or steps == limit


def play_episode(env, policy, *, seed=None, max_steps=None):
    if seed is None:
        state, _ = env.reset()
    else:
        state, _ = env.reset(seed=seed)
    e = Episode([state], [], [], False, False)
    while not is_over(e.terminated, e.truncated, len(e.actions), max_steps):
        e.actions.append(policy(e.states[-1]))
        state, reward, terminated, truncated, _ = env.step(e.actions[-1])
        e.states.append(state)
        e.rewards.append(reward)
        e = e._replace(terminated=terminated, truncated=truncated or (len(e.actions) == max_steps and not terminated))
    return e


# === keyword episode
def play_episode(env, policy, *, seed=None, max_steps=None):
    limit = float("inf") if max_steps is None else max_steps
    s, _ = env.reset(seed=seed)
    trace, over, cut = [], False, False
    while not over and not cut:
        a = policy(s)
        s1, r, over, cut, _ = env.step(a)
        trace.append((s, a, r))
        s = s1
        cut = cut or (len(trace) >= limit and not over)
    states, actions, rewards = (list(column) for column in zip(*trace))
    return Episode(states=states + [s], actions=actions, rewards=rewards, terminated=bool(over), truncated=bool(cut))


# === for with inf
import itertools


def play_episode(env, policy, *, seed=None, max_steps=None):
    s = env.reset(seed=seed)[0]
    record = Episode([s], [], [], False, False)
    steps = itertools.count(1) if max_steps is None else range(1, max_steps + 1)
    for t in steps:
        a = policy(s)
        s, r, end, cut, _ = env.step(a)
        record.states.append(s)
        record.actions.append(a)
        record.rewards.append(float(r))
        if end or cut:
            return record._replace(terminated=end, truncated=cut)
    return record._replace(truncated=True)


# === recursion
def play_episode(env, policy, *, seed=None, max_steps=None):
    start, _ = env.reset(seed=seed)
    limit = float("inf") if max_steps is None else max_steps

    def go(states, actions, rewards):
        action = policy(states[-1])
        state, reward, terminated, truncated, _ = env.step(action)
        states, actions, rewards = states + [state], actions + [action], rewards + [reward]
        if terminated or truncated or len(actions) >= limit:
            return Episode(states, actions, rewards, terminated, not terminated)
        return go(states, actions, rewards)

    return go([start], [], [])
