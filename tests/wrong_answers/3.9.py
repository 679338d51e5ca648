"""Wrong answers to exercise 3.9: the check turns each away with words about its mistake."""

import chainer
import chainer.functions as F
import numpy as np


# === absolute
# says: mean of .e.. Near 0
def td_loss(q_taken, targets):
    return F.mean_absolute_error(q_taken, targets)


# === clipped error squared
# says: Clipping the error stops
def td_loss(q_taken, targets):
    e = F.clip(q_taken - targets, -1.0, 1.0)
    return F.mean(e * e) / 2


# === column against row
# says: 2.5 . 1.5
def td_loss(q_taken, targets):
    e = abs(F.broadcast_to(F.reshape(q_taken, (-1, 1)), (len(targets), len(targets))) - np.tile(targets, (len(targets), 1)))
    return F.mean(F.where(e.array <= 1, e * e / 2, e - 0.5))


# === default reduce
# says: reduce="no"
def td_loss(q_taken, targets):
    return F.mean(F.huber_loss(q_taken, targets, delta=1.0))


# === delta a half
# says: delta = 0.5
def td_loss(q_taken, targets):
    return F.mean(F.huber_loss(q_taken, targets, delta=0.5, reduce="no"))


# === delta two
# says: delta = 2
def td_loss(q_taken, targets):
    return F.mean(F.huber_loss(q_taken, targets, delta=2.0, reduce="no"))


# === graph cut
# says: graph is cut
def td_loss(q_taken, targets):
    return F.mean(F.huber_loss(chainer.Variable(q_taken.array), targets, delta=1.0, reduce="no"))


# === half missing
# says: the half is missing
def td_loss(q_taken, targets):
    e = abs(q_taken - targets)
    return F.mean(F.where(e.array <= 1, e * e, e - 0.5))


# === half squared
# says: half the squares
def td_loss(q_taken, targets):
    return F.mean_squared_error(q_taken, targets) / 2


# === largest only
# says: 2.5 . 1.5
def td_loss(q_taken, targets):
    return F.max(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))


# === line without half
# says: meets the parabola
def td_loss(q_taken, targets):
    e = abs(q_taken - targets)
    return F.mean(F.where(e.array <= 1, e * e / 2, e))


# === not reduced
# says: single number
def td_loss(q_taken, targets):
    return F.huber_loss(q_taken, targets, delta=1.0, reduce="no")


# === only positive errors
# says: 2.5 . 1.5
def td_loss(q_taken, targets):
    e = F.relu(q_taken - targets)
    return F.mean(F.where(e.array <= 1, e * e / 2, e - 0.5))


# === returns float
# says: Expected a Variable
def td_loss(q_taken, targets):
    return float(F.mean(F.huber_loss(q_taken, targets, delta=1.0, reduce="no")).array)


# === sign not taken
# says: is beyond 1 too
def td_loss(q_taken, targets):
    e = q_taken - targets
    return F.mean(F.where(e.array <= 1, e * e / 2, abs(e) - 0.5))


# === squared
# says: mean of the squares
def td_loss(q_taken, targets):
    return F.mean_squared_error(q_taken, targets)


# === sum
# says: That is the sum
def td_loss(q_taken, targets):
    return F.sum(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))


# === thirty two written in
# says: 2.5 . 1.5
def td_loss(q_taken, targets):
    return F.sum(F.huber_loss(q_taken, targets, delta=1.0, reduce="no")) / 32


# === three written in
# says: batch size
def td_loss(q_taken, targets):
    return F.sum(F.huber_loss(q_taken, targets, delta=1.0, reduce="no")) / 3


# === the pieces swapped
# says: swapped
def td_loss(q_taken, targets):
    e = q_taken - targets
    return F.mean(F.where(abs(e.array) > 1, e**2 / 2, abs(e) - 0.5))


# === the loss of the mean
# says: mean error
def td_loss(q_taken, targets):
    e = F.mean(q_taken - targets)
    return e**2 / 2 if abs(e.array) <= 1 else abs(e) - 0.5


# === a batch size of 32
# says: 32 written in
def td_loss(q_taken, targets):
    return F.sum(F.huber_loss(q_taken, targets, delta=1, reduce="no")) / 32
