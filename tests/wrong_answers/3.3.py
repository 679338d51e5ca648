"""Wrong answers to exercise 3.3: the check turns each away with words about its mistake."""

import numpy as np


# === absolute value
# says: A loss must stay a loss
def clip_reward(reward):
    return float(abs(np.sign(reward)))


# === clipped to one
# says: sign
def clip_reward(reward):
    return float(np.clip(reward, -1, 1))


# === flipped
# says: expected 1.0
def clip_reward(reward):
    return -float(np.sign(reward))


# === losses forgotten
# says: Losses are clipped as well
def clip_reward(reward):
    return 1.0 if reward > 0 else 0.0


# === min only
# says: Losses are clipped as well
def clip_reward(reward):
    return min(reward, 1.0)


# === nothing returned
# says: Nothing came back
def clip_reward(reward):
    np.sign(reward)


# === tanh
# says: is not the sign
def clip_reward(reward):
    return float(np.tanh(reward))


# === two cases only
# says: No reward stays
def clip_reward(reward):
    return 1.0 if reward > 0 else -1.0


# === unchanged
# says: Reward 30: expected 1.0
def clip_reward(reward):
    return float(reward)


# === whole numbers
# says: or rounding, is not the sign
def clip_reward(reward):
    return float(np.sign(int(reward)))


# === zero becomes one
# says: No reward stays
def clip_reward(reward):
    return 1.0 if reward >= 0 else -1.0


# === divides by its size
# says: cannot be divided
def clip_reward(reward):
    return reward / abs(reward)
