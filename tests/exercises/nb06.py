"""Notebook 06."""

from types import SimpleNamespace

WRONG = {
    "06-1": (SimpleNamespace(status="completed"), SimpleNamespace(status="cancelling"), "cancelled"),
    "06-2": (
        ("queued", ...),
        ("queued", "in_progress", "cancelling", "requires_action"),
        ("queued", "in_progress", "cancelling", "failed"),
        ("queued", "in_progress", "running"),
    ),
}
