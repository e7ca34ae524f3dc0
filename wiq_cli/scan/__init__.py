"""The second wall: proof over every byte that nothing private leaves.

This package shares no code with the models, the public view or the templates, and imports nothing of wiq: one fault must
not blind both walls. It knows the network's files as ``Scalar``s only: a file name, a path of keys, a text.
"""
