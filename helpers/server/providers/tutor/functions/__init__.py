"""Choosing among the reader's own functions, filling their arguments, and answering from what they returned.

`planning` puts it together; nothing here knows any particular function.
"""
