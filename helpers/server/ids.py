"""IDs as the original made them: a prefix and 24 letters and digits."""

import secrets
import string

_ALPHABET = string.ascii_letters + string.digits


def new_id(prefix: str) -> str:
    """Such as `new_id("asst_")`."""
    # One call for all the randomness: IDs are made at every request. They need to be unlike, not evenly spread.
    return prefix + "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in secrets.token_bytes(24))


def long_id(prefix: str) -> str:
    """Such as `long_id("resp_")`: the newer half of the API has 48 hexadecimal digits."""
    return prefix + secrets.token_hex(24)
