"""Wrong answers to exercise 3.10: the check turns each away with words about its mistake."""

import chainer
import chainer.functions as F
import numpy as np


# === best action instead of taken
# says: best actions
def update(online, optimizer, batch, targets):
    q_taken = F.max(online(batch.states), axis=1)
    loss = F.mean(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))
    online.cleargrads()
    loss.backward()
    optimizer.update()
    return loss


# === changes the targets
# says: changed the targets
def update(online, optimizer, batch, targets):
    q_taken = F.select_item(online(batch.states), batch.actions)
    loss = F.mean(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))
    online.cleargrads()
    loss.backward()
    optimizer.update()
    targets[:] = 0
    return loss


# === cleargrads afterwards
# says: left over
def update(online, optimizer, batch, targets):
    q_taken = F.select_item(online(batch.states), batch.actions)
    loss = F.mean(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))
    loss.backward()
    optimizer.update()
    online.cleargrads()
    return loss


# === cleargrads between
# says: in this order
def update(online, optimizer, batch, targets):
    q_taken = F.select_item(online(batch.states), batch.actions)
    loss = F.mean(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))
    loss.backward()
    online.cleargrads()
    optimizer.update()
    return loss


# === loss after the step
# says: after the step
def update(online, optimizer, batch, targets):
    q_taken = F.select_item(online(batch.states), batch.actions)
    loss = F.mean(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))
    online.cleargrads()
    loss.backward()
    optimizer.update()
    q_taken = F.select_item(online(batch.states), batch.actions)
    loss = F.mean(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))
    return loss


# === mean over all actions
# says: mean over all actions
def update(online, optimizer, batch, targets):
    q = online(batch.states)
    wanted = q.array.copy()
    wanted[np.arange(len(targets)), batch.actions] = targets
    loss = F.mean(F.huber_loss(q, wanted, delta=1.0, reduce='no'))
    online.cleargrads()
    loss.backward()
    optimizer.update()
    return loss


# === next states
# says: targets given
def update(online, optimizer, batch, targets):
    q_taken = F.select_item(online(batch.next_states), batch.actions)
    loss = F.mean(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))
    online.cleargrads()
    loss.backward()
    optimizer.update()
    return loss


# === no backward
# says: No parameter moved
def update(online, optimizer, batch, targets):
    q_taken = F.select_item(online(batch.states), batch.actions)
    loss = F.mean(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))
    online.cleargrads()
    optimizer.update()
    return loss


# === no cleargrads
# says: left over
def update(online, optimizer, batch, targets):
    q_taken = F.select_item(online(batch.states), batch.actions)
    loss = F.mean(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))
    loss.backward()
    optimizer.update()
    return loss


# === no step
# says: No parameter moved
def update(online, optimizer, batch, targets):
    q_taken = F.select_item(online(batch.states), batch.actions)
    loss = F.mean(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))
    online.cleargrads()
    loss.backward()
    return loss


# === nothing returned
# says: Nothing came back
def update(online, optimizer, batch, targets):
    q_taken = F.select_item(online(batch.states), batch.actions)
    loss = F.mean(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))
    online.cleargrads()
    loss.backward()
    optimizer.update()


# === own descent
# says: optimizer.update
def update(online, optimizer, batch, targets):
    q_taken = F.select_item(online(batch.states), batch.actions)
    loss = F.mean(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))
    online.cleargrads()
    loss.backward()
    for p in online.params():
        p.array -= p.grad
    return loss


# === own targets from online
# says: targets given
def update(online, optimizer, batch, targets):
    best = F.max(online(batch.next_states), axis=1)
    targets = batch.rewards + 0.99 * best * (~batch.terminals).astype(np.float32)
    q_taken = F.select_item(online(batch.states), batch.actions)
    loss = F.mean(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))
    online.cleargrads()
    loss.backward()
    optimizer.update()
    return loss


# === part cuts the graph
# says: Run check 3.7
def q_of_actions(q_values, actions):
    return chainer.Variable(q_values.array[np.arange(len(actions)), actions])


def update(online, optimizer, batch, targets):
    q_taken = q_of_actions(online(batch.states), batch.actions)
    loss = F.mean(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))
    online.cleargrads()
    loss.backward()
    optimizer.update()
    return loss


# === plain mean before loss
# says: 1.3125
def update(online, optimizer, batch, targets):
    q_taken = F.select_item(online(batch.states), batch.actions)
    loss = F.mean(q_taken - targets) ** 2
    online.cleargrads()
    loss.backward()
    optimizer.update()
    return loss


# === returns array
# says: got ndarray
def update(online, optimizer, batch, targets):
    q_taken = F.select_item(online(batch.states), batch.actions)
    loss = F.mean(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))
    online.cleargrads()
    loss.backward()
    optimizer.update()
    return loss.array


# === returns float
# says: got float
def update(online, optimizer, batch, targets):
    q_taken = F.select_item(online(batch.states), batch.actions)
    loss = F.mean(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))
    online.cleargrads()
    loss.backward()
    optimizer.update()
    return float(loss.array)


# === rewards as targets
# says: batch.rewards as targets
def update(online, optimizer, batch, targets):
    q_taken = F.select_item(online(batch.states), batch.actions)
    loss = F.mean(F.huber_loss(q_taken, batch.rewards, delta=1.0, reduce="no"))
    online.cleargrads()
    loss.backward()
    optimizer.update()
    return loss


# === set up anew
# says: set up anew
def update(online, optimizer, batch, targets):
    optimizer.setup(online)
    q_taken = F.select_item(online(batch.states), batch.actions)
    loss = F.mean(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))
    online.cleargrads()
    loss.backward()
    optimizer.update()
    return loss


# === sgd of its own each time
# says: optimizer
def update(online, optimizer, batch, targets):
    q_taken = F.select_item(online(batch.states), batch.actions)
    loss = F.mean(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))
    online.cleargrads()
    loss.backward()
    chainer.optimizers.SGD(lr=1).setup(online).update()
    return loss


# === squared error
# says: mean of the squares
def update(online, optimizer, batch, targets):
    q_taken = F.select_item(online(batch.states), batch.actions)
    loss = F.mean_squared_error(q_taken, targets)
    online.cleargrads()
    loss.backward()
    optimizer.update()
    return loss


# === sum instead of mean
# says: the sum over the batch
def update(online, optimizer, batch, targets):
    q_taken = F.select_item(online(batch.states), batch.actions)
    loss = F.sum(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))
    online.cleargrads()
    loss.backward()
    optimizer.update()
    return loss


# === two steps
# says: once
def update(online, optimizer, batch, targets):
    q_taken = F.select_item(online(batch.states), batch.actions)
    loss = F.mean(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))
    online.cleargrads()
    loss.backward()
    optimizer.update()
    optimizer.update()
    return loss


# === upwards
# says: away from its target
def update(online, optimizer, batch, targets):
    q_taken = F.select_item(online(batch.states), batch.actions)
    loss = F.mean(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))
    online.cleargrads()
    (-loss).backward()
    optimizer.update()
    return loss


# === wrong part q of actions
# says: Run check 3.7
def q_of_actions(q_values, actions):
    return F.max(q_values, axis=1)


def update(online, optimizer, batch, targets):
    q_taken = q_of_actions(online(batch.states), batch.actions)
    loss = F.mean(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))
    online.cleargrads()
    loss.backward()
    optimizer.update()
    return loss


# === wrong part td loss
# says: Run check 3.9
def td_loss(q_taken, targets):
    return F.sum(F.squared_difference(q_taken, targets))


def update(online, optimizer, batch, targets):
    q_taken = F.select_item(online(batch.states), batch.actions)
    loss = td_loss(q_taken, targets)
    online.cleargrads()
    loss.backward()
    optimizer.update()
    return loss


# === zeros for other actions
# says: actions not taken
def update(online, optimizer, batch, targets):
    q = online(batch.states)
    wanted = np.zeros_like(q.array)
    wanted[np.arange(len(targets)), batch.actions] = targets
    loss = F.mean(F.sum(F.huber_loss(q, wanted, delta=1.0, reduce='no'), axis=1))
    online.cleargrads()
    loss.backward()
    optimizer.update()
    return loss


# === array cuts the graph
# says: \.array
def update(online, optimizer, batch, targets):
    q_taken = F.select_item(online(batch.states).array, batch.actions)
    loss = F.mean(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))
    online.cleargrads()
    loss.backward()
    optimizer.update()
    return loss


# === the words of another library
# says: online\.cleargrads\(\)
def update(online, optimizer, batch, targets):
    q_taken = F.select_item(online(batch.states), batch.actions)
    loss = F.mean(F.huber_loss(q_taken, targets, delta=1.0, reduce="no"))
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss
