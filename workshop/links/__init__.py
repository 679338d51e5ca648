"""Chainer on today's machines: importable (compat), on the CPU or a GPU (device), and quick on a CPU (quick)."""
