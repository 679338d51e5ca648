"""Right answers to exercise 2.5, written differently: the check accepts each."""

import chainer
import chainer.functions as F
import chainer.links as L
import numpy as np


# === clears on both sides
def train_step(model, optimizer, x, t):
    error = F.mean_squared_error(model(x), t)
    model.cleargrads()
    error.backward()
    optimizer.update()
    model.cleargrads()
    return float(error.array)


# === optimizer target
def train_step(model, optimizer, x, t):
    optimizer.target.cleargrads()
    error = F.mean(F.square(model(x) - t))
    error.backward(retain_grad=True)
    optimizer.update()
    return error.item()


# === update with lossfun
def train_step(model, optimizer, x, t):
    loss = []

    def lossfun(x, t):
        loss.append(F.mean_squared_error(model(x), t))
        return loss[0]

    optimizer.update(lossfun, x, t)
    return float(loss[0].array)


# === written out
def train_step(model, optimizer, x, t):
    model.cleargrads()
    difference = model(chainer.Variable(x)) - t
    loss = F.sum(difference * difference) / difference.size
    before = loss.array.item()
    loss.backward()
    optimizer.update()
    return before


# === zerograds by hand
def train_step(model, optimizer, x, t):
    y = model(x)
    E = F.mean_squared_error(t, y)
    for p in model.params():
        p.cleargrad()
    E.backward()
    optimizer.update()
    return np.float32(E.array)


# === lossfun
def train_step(model, optimizer, x, t):
    seen = []

    def lossfun(x, t):
        loss = F.mean_squared_error(model(x), t)
        seen.append(float(loss.data))
        return loss

    optimizer.update(lossfun, x, t)
    return seen[0]


# === average
def train_step(model, optimizer, x, t):
    y = model(x)
    loss = F.sum((t - y) ** 2) / t.size
    model.cleargrads()
    loss.backward()
    optimizer.update()
    return float(loss.array)
