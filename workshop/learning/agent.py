"""The agent: an online and a target network with their optimizer, and the average of what the first has been.

It acts, and it learns from batches.
"""

import chainer
import numpy as np

from workshop.learning import centred, networks
from workshop.links import quick
from workshop.types import Batch

STACK = 4  # frames in a state of images
AVERAGE_EVERY = 5  # updates between two looks of the average at the weights: five times less work, and as good


class Agent:
    """DQN as a preset describes it, made of the given parts.

    parts: the module with exercises 3.4 and 3.6 to 3.14.  preset: a Preset.  frame_shape: of one stored frame.
    rng: numpy Generator, decides the initial parameters.  device: a Chainer device.
    """

    def __init__(self, parts, preset, frame_shape, n_actions, *, rng, device):
        self.parts = parts
        self.preset = preset
        self.device = device
        self.updates = 0
        self.networks = [networks.build(parts, preset.network, frame_shape, n_actions, rng) for _ in range(3)]
        self.online, self.target, self.average = self.networks
        self._touch(frame_shape)
        if preset.centred:
            centred.centre(self.online, STACK)
        for network in self.networks:
            network.to_device(device)
        for other in (self.target, self.average):
            parts.sync_target(self.online, other)
        self.optimizer = _optimizer(preset).setup(self.online)
        if preset.centred:
            centred.keep_centred(self.optimizer, STACK)

    def _touch(self, frame_shape):
        # Links written without input sizes get their parameters in their first forward pass; do it before copying.
        shape = (1, *frame_shape) if len(frame_shape) == 1 else (1, STACK, *frame_shape)
        states = np.zeros(shape, np.float32 if len(frame_shape) == 1 else np.uint8)
        with chainer.no_backprop_mode():
            for network in self.networks:
                network(states)

    @property
    def tested(self):
        """The network that is tested and kept: the average where the preset wants one, else the online network."""
        return self.average if self.preset.weights_average else self.online

    def act(self, states, epsilon, rng):
        """Actions, int (N,), epsilon-greedy on the online network. states: (N, ...) on the host."""
        return self._act(self.online, states, epsilon, rng)

    def act_in_test(self, states, epsilon, rng):
        """Likewise, on the network that is tested."""
        return self._act(self.tested, states, epsilon, rng)

    def _act(self, network, states, epsilon, rng):
        with self._trusting():
            return self.parts.act(network, self.device.send(states), epsilon, rng)

    def set_learning_rate(self, rate):
        """Let the updates from now on use this rate; Chainer's Adam calls it alpha."""
        setattr(self.optimizer, "alpha" if self.preset.optimizer == "adam" else "lr", rate)

    def learn(self, batch):
        """One update from a Batch on the host; the target network is synced when it is due.

        Returns the loss, a Variable () on the device.
        """
        batch = Batch(*map(self.device.send, batch))
        with self._trusting():
            loss = self.parts.update(self.online, self.optimizer, batch, self.targets(batch))
        self.updates += 1
        if self.updates % self.preset.target_sync == 0:
            self.parts.sync_target(self.online, self.target)
        if self.preset.weights_average and self.updates % AVERAGE_EVERY == 0:
            self._average_weights()
        return loss

    def _average_weights(self):
        """Let the average follow the online weights, looking back over a share of all updates so far.

        Source: Shamir and Zhang 2013, "polynomial-decay averaging": w += (w_t - w) (eta + 1) / (t + eta), where
        eta + 1 is one divided by that share.
        """
        looks = self.updates // AVERAGE_EVERY
        weight = 1 / (1 + self.preset.weights_average * (looks - 1))
        for mean, param in zip(self.average.params(), self.online.params()):
            mean.array += weight * (param.array - mean.array)

    def _trusting(self):
        # Chainer looks at types and shapes before each function: a part that passed once will pass again.
        return chainer.using_config("type_check", self.updates == 0)

    def targets(self, batch):
        """Bellman targets (B,) of a batch on the device: of DQN, or of Double DQN where the preset says so."""
        gamma = self.preset.gamma**self.preset.n_step
        with chainer.no_backprop_mode(), chainer.using_config("train", False):
            next_q_target = self.target(batch.next_states).array
            if not self.preset.double:
                return self.parts.td_targets(batch.rewards, next_q_target, batch.terminals, gamma)
            next_q_online = self.online(batch.next_states).array
        return self.parts.double_td_targets(batch.rewards, next_q_online, next_q_target, batch.terminals, gamma)

    def mean_max_q(self, states):
        """The mean over states of max_a Q(s, a), a float: grows before the score does (Mnih et al. 2013, figure 2)."""
        with chainer.no_backprop_mode(), chainer.using_config("train", False):
            chunks = [self.online(self.device.send(states[i : i + 100])).array for i in range(0, len(states), 100)]
        return sum(float(q.max(axis=1).sum()) for q in chunks) / len(states)

    def state_dict(self):
        """Networks, optimizer and the count of updates, as host arrays under path-like names."""
        serializer = chainer.serializers.DictionarySerializer()
        serializer["online"].save(self.online)
        serializer["target"].save(self.target)
        serializer["average"].save(self.average)
        serializer["optimizer"].save(self.optimizer)
        return serializer.target | {"updates": np.array(self.updates)}

    def load_state_dict(self, state):
        """Take over what `state_dict` gave."""
        deserializer = chainer.serializers.NpzDeserializer(state)
        deserializer["online"].load(self.online)
        deserializer["target"].load(self.target)
        deserializer["average"].load(self.average)
        # Before its first update an optimizer has no state, so none was saved: hence not strict.
        chainer.serializers.NpzDeserializer(state, "optimizer/", strict=False).load(self.optimizer)
        self.updates = int(state["updates"])


def _optimizer(preset):
    """The preset's optimizer."""
    rate, epsilon = preset.learning_rate, preset.optimizer_epsilon
    if preset.optimizer == "adam":
        return quick.Adam(alpha=rate, eps=epsilon)
    if preset.optimizer == "rmsprop":
        return chainer.optimizers.RMSprop(lr=rate, alpha=0.95, eps=epsilon)
    # The paper has no momentum on top of its two moving averages, which RMSpropGraves calls alpha.
    return quick.RMSpropGraves(lr=rate, alpha=0.95, momentum=0.0, eps=epsilon)
