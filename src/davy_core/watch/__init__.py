"""What the readings of instruments come to: episodes that open, worsen and close, and what is unknown.

`step(state, reading, setting)` and `tick(state, now, setting)` are pure; the state is kept between them and
can be written as JSON. Nothing here stops work: a happening says what its rule asks for, the permit decides.
"""
