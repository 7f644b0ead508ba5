"""IDs as the original made them: a prefix and 24 letters and digits."""

import secrets
import string

_ALPHABET = string.ascii_letters + string.digits


def new_id(prefix: str) -> str:
    """Such as `new_id("asst_")`."""
    return prefix + "".join(secrets.choice(_ALPHABET) for _ in range(24))
