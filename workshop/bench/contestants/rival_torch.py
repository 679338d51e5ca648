"""PyTorch, eager, on all cores: the whole update of the 2015 network. Runs in an environment of its own."""

import sys

import numpy as np
import torch
import turns  # beside this file: there is no workshop where this runs
from torch import nn
from torch.nn import functional as F

LAYERS = {"conv1": "0", "conv2": "2", "conv3": "4", "fc1": "7", "out": "9"}  # Sequential's names for them
BATCH = ("states", "actions", "rewards", "next_states", "terminals")


def loaded(task, name):
    """The network with that name's weights."""
    network = nn.Sequential(
        *(nn.Conv2d(4, 32, 8, 4), nn.ReLU(), nn.Conv2d(32, 64, 4, 2), nn.ReLU(), nn.Conv2d(64, 64, 3, 1), nn.ReLU()),
        *(nn.Flatten(), nn.Linear(64 * 7 * 7, 512), nn.ReLU(), nn.Linear(512, 6)),
    )
    weights = {}
    for layer, number in LAYERS.items():
        weights[f"{number}.weight"] = torch.from_numpy(task[f"{name}.{layer}.W"].copy())
        weights[f"{number}.bias"] = torch.from_numpy(task[f"{name}.{layer}.b"].copy())
    network.load_state_dict(weights)
    return network


def update(task, make):
    """A function that does one whole update, and returns the loss. make: parameters -> optimizer."""
    online, target, gamma = loaded(task, "online"), loaded(task, "target"), float(task["gamma"])
    optimizer = make(online.parameters())
    batch = [task[field] for field in BATCH]

    def work():
        states, actions, rewards, next_states, terminals = map(torch.from_numpy, batch)
        with torch.no_grad():
            best = target(next_states.float() / 255).max(dim=1).values
            targets = rewards + gamma * best * ~terminals
        q_taken = online(states.float() / 255).gather(1, actions.long()[:, None])[:, 0]
        loss = F.huber_loss(q_taken, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        return loss.item()

    return work


if __name__ == "__main__":
    task = dict(np.load(sys.argv[1]))
    lr, eps = float(task["lr"]), float(task["eps"])
    turns.take(
        {
            "update-adam": lambda: update(task, lambda theta: torch.optim.Adam(theta, lr=lr, eps=eps)),
            "update-rmsprop": lambda: update(
                task, lambda theta: torch.optim.RMSprop(theta, lr=lr, alpha=0.95, eps=eps, centered=True)
            ),
        }
    )
