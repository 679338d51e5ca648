"""Training a DQN: presets, replay memory, agent, trainer, evaluation, statistics, snapshots and run folders.

The parts of DQN (networks, targets, loss, update, acting) come in as an argument: the module `solutions.dqn`, or an
attendee's own `workshop.dqn`. Nothing here knows of exercises, notebooks or pictures.
"""
