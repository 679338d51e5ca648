"""How quick is it? Figures of this machine (machine), how they grow (growth), what a full replay takes (memory), and
the same work done by others (against, and the contestants, each a process of its own).
"""
