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
    "06-3": (
        lambda run: ... if run.status == "incomplete" else run.status,
        lambda run: run.status,
        lambda run: run.incomplete_details.reason if run.status == "incomplete" else run.status,
        lambda run: str(run.incomplete_details) if run.status == "incomplete" else run.status,
        lambda run: run.incomplete_details and run.incomplete_details.reason,
        lambda run: (
            (run.incomplete_details and run.incomplete_details.reason) if run.status == "incomplete" else run.status
        ),
    ),
}
