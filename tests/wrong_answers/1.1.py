"""Wrong answers to exercise 1.1: the check turns each away with words about its mistake."""

import numpy as np

from workshop.types import Episode


# === adds up rewards
# says: rewards
def play_episode(env, policy, *, seed=None, max_steps=None):
    states, actions, rewards = [], [], []
    terminated = truncated = False
    state, _ = env.reset(seed=seed)
    states.append(state)
    while not (terminated or truncated):
        action = policy(state)
        state, reward, terminated, truncated, _ = env.step(action)
        states.append(state)
        actions.append(action)
        rewards.append(reward + sum(rewards))
        if len(actions) == max_steps and not terminated:
            truncated = True
    return Episode(states, actions, rewards, terminated, truncated)


# === always first state
# says: every time|s_0
def play_episode(env, policy, *, seed=None, max_steps=None):
    states, actions, rewards = [], [], []
    terminated = truncated = False
    state, _ = env.reset(seed=seed)
    states.append(state)
    while not (terminated or truncated):
        action = policy(states[0])
        state, reward, terminated, truncated, _ = env.step(action)
        states.append(state)
        actions.append(action)
        rewards.append(reward)
        if len(actions) == max_steps and not terminated:
            truncated = True
    return Episode(states, actions, rewards, terminated, truncated)


# === appends before step
# says: last state|states
def play_episode(env, policy, *, seed=None, max_steps=None):
    state, _ = env.reset(seed=seed)
    states, actions, rewards = [], [], []
    terminated = truncated = False
    while not (terminated or truncated):
        states.append(state)
        action = policy(state)
        state, reward, terminated, truncated, _ = env.step(action)
        actions.append(action)
        rewards.append(reward)
        if len(actions) == max_steps and not terminated:
            truncated = True
    return Episode(states, actions, rewards, terminated, truncated)


# === clips rewards
# says: rewards
def play_episode(env, policy, *, seed=None, max_steps=None):
    states, actions, rewards = [], [], []
    terminated = truncated = False
    state, _ = env.reset(seed=seed)
    states.append(state)
    while not (terminated or truncated):
        action = policy(state)
        state, reward, terminated, truncated, _ = env.step(action)
        states.append(state)
        actions.append(action)
        rewards.append(np.sign(reward))
        if len(actions) == max_steps and not terminated:
            truncated = True
    return Episode(states, actions, rewards, terminated, truncated)


# === cut counts as end
# says: cut
def play_episode(env, policy, *, seed=None, max_steps=None):
    states, actions, rewards = [], [], []
    terminated = truncated = False
    state, _ = env.reset(seed=seed)
    states.append(state)
    while not (terminated or truncated):
        action = policy(state)
        state, reward, terminated, truncated, _ = env.step(action)
        states.append(state)
        actions.append(action)
        rewards.append(reward)
        if len(actions) == max_steps and not terminated:
            truncated = True
    return Episode(states, actions, rewards, terminated or truncated, truncated)


# === forgets first state
# says: s_0|states
def play_episode(env, policy, *, seed=None, max_steps=None):
    states, actions, rewards = [], [], []
    terminated = truncated = False
    state, _ = env.reset(seed=seed)
    while not (terminated or truncated):
        action = policy(state)
        state, reward, terminated, truncated, _ = env.step(action)
        states.append(state)
        actions.append(action)
        rewards.append(reward)
        if len(actions) == max_steps and not terminated:
            truncated = True
    return Episode(states, actions, rewards, terminated, truncated)


# === ignores max steps
# says: max_steps
def play_episode(env, policy, *, seed=None, max_steps=None):
    states, actions, rewards = [], [], []
    terminated = truncated = False
    state, _ = env.reset(seed=seed)
    states.append(state)
    while not (terminated or truncated):
        action = policy(state)
        state, reward, terminated, truncated, _ = env.step(action)
        states.append(state)
        actions.append(action)
        rewards.append(reward)
    return Episode(states, actions, rewards, terminated, truncated)


# === max steps not truncated
# says: truncated True
def play_episode(env, policy, *, seed=None, max_steps=None):
    states, actions, rewards = [], [], []
    terminated = truncated = False
    state, _ = env.reset(seed=seed)
    states.append(state)
    while not (terminated or truncated):
        action = policy(state)
        state, reward, terminated, truncated, _ = env.step(action)
        states.append(state)
        actions.append(action)
        rewards.append(reward)
        if len(actions) == max_steps and not terminated:
            break
    return Episode(states, actions, rewards, terminated, truncated)


# === max steps terminates
# says: cut
def play_episode(env, policy, *, seed=None, max_steps=None):
    states, actions, rewards = [], [], []
    terminated = truncated = False
    state, _ = env.reset(seed=seed)
    states.append(state)
    while not (terminated or truncated):
        action = policy(state)
        state, reward, terminated, truncated, _ = env.step(action)
        states.append(state)
        actions.append(action)
        rewards.append(reward)
        if len(actions) == max_steps and not terminated:
            terminated = True
    return Episode(states, actions, rewards, terminated, truncated)


# === no reset
# says: reset
def play_episode(env, policy, *, seed=None, max_steps=None):
    state = 0
    states, actions, rewards = [state], [], []
    terminated = truncated = False
    while not (terminated or truncated):
        action = policy(state)
        state, reward, terminated, truncated, _ = env.step(action)
        states.append(state)
        actions.append(action)
        rewards.append(reward)
    return Episode(states, actions, rewards, terminated, truncated)


# === no return
# says: Episode
def play_episode(env, policy, *, seed=None, max_steps=None):
    states, actions, rewards = [], [], []
    terminated = truncated = False
    state, _ = env.reset(seed=seed)
    states.append(state)
    while not (terminated or truncated):
        action = policy(state)
        state, reward, terminated, truncated, _ = env.step(action)
        states.append(state)
        actions.append(action)
        rewards.append(reward)
        if len(actions) == max_steps and not terminated:
            truncated = True
    Episode(states, actions, rewards, terminated, truncated)


# === no seed
# says: seed
def play_episode(env, policy, *, seed=None, max_steps=None):
    states, actions, rewards = [], [], []
    terminated = truncated = False
    state, _ = env.reset()
    states.append(state)
    while not (terminated or truncated):
        action = policy(state)
        state, reward, terminated, truncated, _ = env.step(action)
        states.append(state)
        actions.append(action)
        rewards.append(reward)
        if len(actions) == max_steps and not terminated:
            truncated = True
    return Episode(states, actions, rewards, terminated, truncated)


# === one step too many
# says: max_steps
def play_episode(env, policy, *, seed=None, max_steps=None):
    states, actions, rewards = [], [], []
    terminated = truncated = False
    state, _ = env.reset(seed=seed)
    states.append(state)
    while not (terminated or truncated):
        action = policy(state)
        state, reward, terminated, truncated, _ = env.step(action)
        states.append(state)
        actions.append(action)
        rewards.append(reward)
        if len(actions) - 1 == max_steps and not terminated:
            truncated = True
    return Episode(states, actions, rewards, terminated, truncated)


# === only terminated
# says: truncated
def play_episode(env, policy, *, seed=None, max_steps=None):
    states, actions, rewards = [], [], []
    terminated = truncated = False
    state, _ = env.reset(seed=seed)
    states.append(state)
    while not terminated:
        action = policy(state)
        state, reward, terminated, truncated, _ = env.step(action)
        states.append(state)
        actions.append(action)
        rewards.append(reward)
        if len(actions) == max_steps and not terminated:
            truncated = True
    return Episode(states, actions, rewards, terminated, truncated)


# === policy once too often
# says: fifth|asked
def play_episode(env, policy, *, seed=None, max_steps=None):
    state, _ = env.reset(seed=seed)
    states, actions, rewards = [state], [], []
    terminated = truncated = False
    action = policy(state)
    while not (terminated or truncated):
        state, reward, terminated, truncated, _ = env.step(action)
        states.append(state)
        actions.append(action)
        rewards.append(reward)
        if len(actions) == max_steps and not terminated:
            truncated = True
        action = policy(state)
    return Episode(states, actions, rewards, terminated, truncated)


# === resets at the end
# says: one reset
def play_episode(env, policy, *, seed=None, max_steps=None):
    states, actions, rewards = [], [], []
    terminated = truncated = False
    state, _ = env.reset(seed=seed)
    states.append(state)
    while not (terminated or truncated):
        action = policy(state)
        state, reward, terminated, truncated, _ = env.step(action)
        states.append(state)
        actions.append(action)
        rewards.append(reward)
        if len(actions) == max_steps and not terminated:
            truncated = True
    env.reset()
    return Episode(states, actions, rewards, terminated, truncated)


# === returns a dict
# says: Episode
def play_episode(env, policy, *, seed=None, max_steps=None):
    states, actions, rewards = [], [], []
    terminated = truncated = False
    state, _ = env.reset(seed=seed)
    states.append(state)
    while not (terminated or truncated):
        action = policy(state)
        state, reward, terminated, truncated, _ = env.step(action)
        states.append(state)
        actions.append(action)
        rewards.append(reward)
        if len(actions) == max_steps and not terminated:
            truncated = True
    return {'states': states, 'actions': actions, 'rewards': rewards}


# === swaps actions rewards
# says: actions and rewards
def play_episode(env, policy, *, seed=None, max_steps=None):
    states, actions, rewards = [], [], []
    terminated = truncated = False
    state, _ = env.reset(seed=seed)
    states.append(state)
    while not (terminated or truncated):
        action = policy(state)
        state, reward, terminated, truncated, _ = env.step(action)
        states.append(state)
        actions.append(action)
        rewards.append(reward)
        if len(actions) == max_steps and not terminated:
            truncated = True
    return Episode(states, rewards, actions, terminated, truncated)


# === truncated though ended
# says: ended
def play_episode(env, policy, *, seed=None, max_steps=None):
    states, actions, rewards = [], [], []
    terminated = truncated = False
    state, _ = env.reset(seed=seed)
    states.append(state)
    while not (terminated or truncated):
        action = policy(state)
        state, reward, terminated, truncated, _ = env.step(action)
        states.append(state)
        actions.append(action)
        rewards.append(reward)
        if len(actions) == max_steps:
            truncated = True
    return Episode(states, actions, rewards, terminated, truncated)


# === unpacks no info
# says: pair|info
def play_episode(env, policy, *, seed=None, max_steps=None):
    state = env.reset(seed=seed)
    states, actions, rewards = [state], [], []
    terminated = truncated = False
    while not (terminated or truncated):
        action = policy(state)
        state, reward, terminated, truncated, _ = env.step(action)
        states.append(state)
        actions.append(action)
        rewards.append(reward)
        if len(actions) == max_steps and not terminated:
            truncated = True
    return Episode(states, actions, rewards, terminated, truncated)


# === seed 0 unless told otherwise
# says: should get seed=None
def play_episode(env, policy, *, seed=0, max_steps=None):
    state, _ = env.reset(seed=seed or 0)
    states, actions, rewards = [state], [], []
    terminated = truncated = False
    while not (terminated or truncated):
        action = policy(state)
        state, reward, terminated, truncated, _ = env.step(action)
        states.append(state)
        actions.append(action)
        rewards.append(reward)
        if len(actions) == max_steps and not terminated:
            truncated = True
    return Episode(states, actions, rewards, terminated, truncated)


# === max_steps overwrites the environment's cut
# says: after the episode was over
def play_episode(env, policy, *, seed=None, max_steps=None):
    state, _ = env.reset(seed=seed)
    states, actions, rewards = [state], [], []
    terminated = truncated = False
    while not (terminated or truncated):
        action = policy(state)
        state, reward, terminated, truncated, _ = env.step(action)
        states.append(state)
        actions.append(action)
        rewards.append(reward)
        if max_steps is not None:
            truncated = len(actions) == max_steps and not terminated
    return Episode(states, actions, rewards, terminated, truncated)


# === max_steps as a plain range
# says: max_steps may be None
def play_episode(env, policy, *, seed=None, max_steps=None):
    state, _ = env.reset(seed=seed)
    states, actions, rewards = [state], [], []
    terminated = truncated = False
    for _ in range(max_steps):
        action = policy(state)
        state, reward, terminated, truncated, _ = env.step(action)
        states.append(state)
        actions.append(action)
        rewards.append(reward)
        if terminated or truncated:
            break
    else:
        truncated = True
    return Episode(states, actions, rewards, terminated, truncated)


# === four things from step
# says: step gives five
def play_episode(env, policy, *, seed=None, max_steps=None):
    state, _ = env.reset(seed=seed)
    states, actions, rewards = [state], [], []
    done = False
    while not done:
        action = policy(state)
        state, reward, done, _ = env.step(action)
        states.append(state)
        actions.append(action)
        rewards.append(reward)
    return Episode(states, actions, rewards, done, False)


# === one number for all rewards
# says: three lists
def play_episode(env, policy, *, seed=None, max_steps=None):
    state, _ = env.reset(seed=seed)
    states, actions, total = [state], [], 0
    terminated = truncated = False
    while not (terminated or truncated):
        action = policy(state)
        state, reward, terminated, truncated, _ = env.step(action)
        states.append(state)
        actions.append(action)
        total += reward
        if len(actions) == max_steps and not terminated:
            truncated = True
    return Episode(states, actions, total, terminated, truncated)
