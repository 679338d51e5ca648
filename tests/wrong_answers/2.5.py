"""Wrong answers to exercise 2.5: the check turns each away with words about its mistake."""

import chainer
import chainer.functions as F
import chainer.links as L
import numpy as np


# === absolute
# says: square
def train_step(model, optimizer, x, t):
    error = F.mean_absolute_error(model(x), t)
    model.cleargrads()
    error.backward()
    optimizer.update()
    return float(error.array)


# === backward twice
# says: twice
def train_step(model, optimizer, x, t):
    error = F.mean_squared_error(model(x), t)
    model.cleargrads()
    error.backward()
    F.mean_squared_error(model(x), t).backward()
    optimizer.update()
    return float(error.array)


# === clears after
# says: NaN|clear
def train_step(model, optimizer, x, t):
    error = F.mean_squared_error(model(x), t)
    error.backward()
    optimizer.update()
    model.cleargrads()
    return float(error.array)


# === clears after backward
# says: did not change
def train_step(model, optimizer, x, t):
    error = F.mean_squared_error(model(x), t)
    error.backward()
    model.cleargrads()
    optimizer.update()
    return float(error.array)


# === error after
# says: after the update
def train_step(model, optimizer, x, t):
    error = F.mean_squared_error(model(x), t)
    model.cleargrads()
    error.backward()
    optimizer.update()
    return float(F.mean_squared_error(model(x), t).array)


# === half
# says: 1/2|half
def train_step(model, optimizer, x, t):
    error = 0.5 * F.mean_squared_error(model(x), t)
    model.cleargrads()
    error.backward()
    optimizer.update()
    return float(error.array)


# === mean difference
# says: square
def train_step(model, optimizer, x, t):
    error = F.mean(model(x) - t)
    model.cleargrads()
    error.backward()
    optimizer.update()
    return float(error.array)


# === new optimizer
# says: optimizer
def train_step(model, optimizer, x, t):
    error = F.mean_squared_error(model(x), t)
    model.cleargrads()
    error.backward()
    chainer.optimizers.SGD(lr=0.1).setup(model).update()
    return float(error.array)


# === no backward
# says: did not change
def train_step(model, optimizer, x, t):
    error = F.mean_squared_error(model(x), t)
    model.cleargrads()
    optimizer.update()
    return float(error.array)


# === no cleargrads
# says: cleargrads|NaN
def train_step(model, optimizer, x, t):
    error = F.mean_squared_error(model(x), t)
    error.backward()
    optimizer.update()
    return float(error.array)


# === no return
# says: None
def train_step(model, optimizer, x, t):
    error = F.mean_squared_error(model(x), t)
    model.cleargrads()
    error.backward()
    optimizer.update()


# === no update
# says: did not change
def train_step(model, optimizer, x, t):
    error = F.mean_squared_error(model(x), t)
    model.cleargrads()
    error.backward()
    return float(error.array)


# === own descent
# says: optimizer
def train_step(model, optimizer, x, t):
    error = F.mean_squared_error(model(x), t)
    model.cleargrads()
    error.backward()
    for p in model.params():
        p.array -= 0.1 * p.grad
    return float(error.array)


# === own rate
# says: ten times|rate
def train_step(model, optimizer, x, t):
    error = F.mean_squared_error(model(x), t)
    model.cleargrads()
    error.backward()
    for p in model.params():
        p.array -= 0.01 * p.grad
    return float(error.array)


# === returns array
# says: float
def train_step(model, optimizer, x, t):
    error = F.mean_squared_error(model(x), t)
    model.cleargrads()
    error.backward()
    optimizer.update()
    return error.array


# === returns half gradient ok
# says: 1/2|half
def train_step(model, optimizer, x, t):
    error = F.mean_squared_error(model(x), t)
    model.cleargrads()
    error.backward()
    optimizer.update()
    return float(error.array) / 2


# === returns variable
# says: Variable
def train_step(model, optimizer, x, t):
    error = F.mean_squared_error(model(x), t)
    model.cleargrads()
    error.backward()
    optimizer.update()
    return error


# === scales x in place
# says: changed|expected
def train_step(model, optimizer, x, t):
    x *= 0.5
    error = F.mean_squared_error(model(x), t)
    model.cleargrads()
    error.backward()
    optimizer.update()
    return float(error.array)


# === sum
# says: mean
def train_step(model, optimizer, x, t):
    error = F.sum((model(x) - t) ** 2)
    model.cleargrads()
    error.backward()
    optimizer.update()
    return float(error.array)


# === sum over outputs
# says: both|mean
def train_step(model, optimizer, x, t):
    error = F.sum((model(x) - t) ** 2) / len(x)
    model.cleargrads()
    error.backward()
    optimizer.update()
    return float(error.array)


# === two updates
# says: two updates|second|0.65
def train_step(model, optimizer, x, t):
    error = F.mean_squared_error(model(x), t)
    model.cleargrads()
    error.backward()
    optimizer.update()
    model.cleargrads()
    F.mean_squared_error(model(x), t).backward()
    optimizer.update()
    return float(error.array)


# === update twice same gradient
# says: twice|optimizer
def train_step(model, optimizer, x, t):
    error = F.mean_squared_error(model(x), t)
    model.cleargrads()
    error.backward()
    optimizer.update()
    optimizer.update()
    return float(error.array)


# === uphill
# says: uphill
def train_step(model, optimizer, x, t):
    error = F.mean_squared_error(model(x), t)
    model.cleargrads()
    (-error).backward()
    optimizer.update()
    return float(error.array)


# === zerograds missing nan hidden
# says: came in again|rubbish
def train_step(model, optimizer, x, t):
    error = F.mean_squared_error(model(x), t)
    for p in model.params():
        if np.isnan(p.grad).any():
            p.cleargrad()
    error.backward()
    optimizer.update()
    return float(error.array)


# === mean of numpy
# says: np.mean does not know
def train_step(model, optimizer, x, t):
    error = np.mean((model(x) - t) ** 2)
    model.cleargrads()
    error.backward()
    optimizer.update()
    return float(error.array)


# === square of numpy
# says: NumPy does not know
def train_step(model, optimizer, x, t):
    error = np.square(model(x) - t).mean()
    model.cleargrads()
    error.backward()
    optimizer.update()
    return float(error.array)


# === sum of python
# says: adds up rows
def train_step(model, optimizer, x, t):
    error = sum((model(x) - t) ** 2) / len(x)
    model.cleargrads()
    error.backward()
    optimizer.update()
    return float(error.array)


# === no mean
# says: take the mean
def train_step(model, optimizer, x, t):
    error = (model(x) - t) ** 2
    model.cleargrads()
    error.backward()
    optimizer.update()
    return float(error.array)


# === leaves chainer
# says: plain number
def train_step(model, optimizer, x, t):
    error = ((model(x).array - t) ** 2).mean()
    model.cleargrads()
    error.backward()
    optimizer.update()
    return float(error)


# === update gets the error
# says: takes nothing
def train_step(model, optimizer, x, t):
    error = F.mean_squared_error(model(x), t)
    model.cleargrads()
    error.backward()
    optimizer.update(error)
    return float(error.array)


# === update gets the model
# says: takes nothing
def train_step(model, optimizer, x, t):
    error = F.mean_squared_error(model(x), t)
    model.cleargrads()
    error.backward()
    optimizer.update(model)
    return float(error.array)


# === clears the optimizer
# says: model whose gradients
def train_step(model, optimizer, x, t):
    error = F.mean_squared_error(model(x), t)
    optimizer.cleargrads()
    error.backward()
    optimizer.update()
    return float(error.array)


# === float of a variable
# says: its number is
def train_step(model, optimizer, x, t):
    error = F.mean_squared_error(model(x), t)
    model.cleargrads()
    error.backward()
    optimizer.update()
    return float(error)


# === sets the optimizer up anew
# says: set up anew
def train_step(model, optimizer, x, t):
    optimizer.setup(model)
    y = model(x)
    loss = F.mean_squared_error(y, t)
    model.cleargrads()
    loss.backward()
    optimizer.update()
    return float(loss.array)
