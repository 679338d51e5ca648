"""Wrong answers to exercise 3.11: the check turns each away with words about its mistake."""

import copy

import numpy as np


# === a copy in the function
# says: A new name
def sync_target(online, target):
    target = copy.deepcopy(online)


# === added
# says: differs
def sync_target(online, target):
    target.addgrads(online) if False else [q.array.__iadd__(p.array) for p, q in zip(online.params(), target.params())]


# === arrays shared
# says: same array
def sync_target(online, target):
    for p, q in zip(online.params(), target.params()):
        q.array = p.array


# === assignment
# says: A new name
def sync_target(online, target):
    target = online


# === dict shared
# says: same array
def sync_target(online, target):
    target.__dict__.update(online.__dict__)


# === first link only
# says: every parameter
def sync_target(online, target):
    next(target.children()).copyparams(next(online.children()))


# === gradients only
# says: what it was
def sync_target(online, target):
    online.cleargrads()
    for p in online.params():
        p.grad = np.zeros_like(p.array)
    target.cleargrads()
    target.addgrads(online)


# === links shared
# says: same array
def sync_target(online, target):
    for link in online.children():
        setattr(target, link.name, link)


# === names written in
# says: Copy every parameter
def sync_target(online, target):
    for name in ('conv1', 'conv2', 'fc1', 'out', 'first'):
        if hasattr(online, name):
            getattr(target, name).copyparams(getattr(online, name))


# === only once
# says: A second sync
def sync_target(online, target):
    if not getattr(target, 'synced', False):
        target.copyparams(online)
        target.synced = True


# === order mixed up
# says: what it was
def sync_target(online, target):
    for p, q in zip(online.params(), reversed(list(target.params()))):
        if p.shape == q.shape:
            q.array[...] = p.array


# === soft update
# says: all of it
def sync_target(online, target):
    for p, q in zip(online.params(), target.params()):
        q.array[...] = 0.01 * p.array + 0.99 * q.array


# === weights only
# says: biases too
def sync_target(online, target):
    for p, q in zip(online.params(), target.params()):
        if p.ndim > 1:
            q.array[...] = p.array


# === wrong direction
# says: not the other way round
def sync_target(online, target):
    online.copyparams(target)
