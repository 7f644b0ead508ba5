"""The life of a run: which status may follow which (reference: Run lifecycle)."""

ACTIVE = frozenset({"queued", "in_progress", "requires_action", "cancelling"})
FINISHED = frozenset({"completed", "failed", "cancelled", "incomplete", "expired"})

ALLOWED = {
    "queued": {"in_progress", "cancelling", "cancelled", "failed", "expired"},
    "in_progress": {"requires_action", "cancelling", "cancelled", "completed", "failed", "incomplete", "expired"},
    "requires_action": {"queued", "cancelling", "cancelled", "expired"},
    "cancelling": {"cancelled", "completed", "failed", "expired"},
}


def check_transition(old: str, new: str) -> None:
    """Raise ValueError where the life of a run knows no such step."""
    if new not in ALLOWED.get(old, ()):
        raise ValueError(f"a run cannot go from {old} to {new}")
