"""Wrong answers to exercise 3.4: the check turns each away with words about its mistake."""




# === back to start afterwards
# says: After the line
def linear_epsilon(step, *, start, end, decay_steps):
    if step > decay_steps:
        return start
    return start + (end - start) * step / decay_steps


# === exponential
# says: an exponential
def linear_epsilon(step, *, start, end, decay_steps):
    return start * (end / start) ** min(step / decay_steps, 1)


# === falls to zero first
# says: ends at `end`, not at 0
def linear_epsilon(step, *, start, end, decay_steps):
    return max(end, start * (1 - step / decay_steps))


# === jumps
# says: nothing moved
def linear_epsilon(step, *, start, end, decay_steps):
    return start if step < decay_steps else end


# === never stops
# says: must stop falling
def linear_epsilon(step, *, start, end, decay_steps):
    return start + (end - start) * step / decay_steps


# === nothing returned
# says: Nothing came back
def linear_epsilon(step, *, start, end, decay_steps):
    print(start + (end - start) * min(step / decay_steps, 1))


# === one step late
# says: At step 25 of 100
def linear_epsilon(step, *, start, end, decay_steps):
    return start + (end - start) * min(step / (decay_steps + 1), 1)


# === smooth curve
# says: straight line
def linear_epsilon(step, *, start, end, decay_steps):
    t = min(step / decay_steps, 1)
    return start + (end - start) * t * t * (3 - 2 * t)


# === start and end swapped
# says: the wrong way round
def linear_epsilon(step, *, start, end, decay_steps):
    return end + (start - end) * min(step / decay_steps, 1)


# === start taken as one
# says: start, end and decay_steps all used
def linear_epsilon(step, *, start, end, decay_steps):
    return max(end, 1 - (1 - end) * step / decay_steps)


# === stops at zero
# says: must stop falling
def linear_epsilon(step, *, start, end, decay_steps):
    return max(0.0, start + (end - start) * step / decay_steps)


# === whole number division
# says: whole-number division
def linear_epsilon(step, *, start, end, decay_steps):
    return max(end, start + (end - start) * (step // decay_steps))


# === rounded
# says: every
def linear_epsilon(step, *, start, end, decay_steps):
    if step >= decay_steps:
        return end
    return round(start + (end - start) * step / decay_steps, 1)


# === nothing after the line
# says: return `end`
def linear_epsilon(step, *, start, end, decay_steps):
    if step < decay_steps:
        return start + (end - start) * step / decay_steps
