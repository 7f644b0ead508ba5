"""Names and values at the ends of lines: where each label has to go so that none lies on another."""

from collections.abc import Sequence


def spread(wanted: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Middles of labels along one axis, as near to `wanted` as can be, none on another, all between `low` and `high`.

    `heights` are the labels' heights in the same unit. Labels that would collide are moved apart together, around
    their common middle. Where there is not room for all, they share what there is.
    """
    if not wanted:
        return []
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    total = sum(heights)
    squeeze = min(1.0, (high - low) / total)
    # A group is a run of labels that touch: its members, its height, and the middle that it would like to have.
    groups: list[tuple[list[int], float, float]] = []
    for index in order:
        height = heights[index] * squeeze
        middle = min(max(wanted[index], low + height / 2), high - height / 2)
        group = ([index], height, middle)
        while groups and groups[-1][2] + groups[-1][1] / 2 > group[2] - group[1] / 2:
            members, above, before = groups.pop()
            tall = above + group[1]
            share = len(members) / (len(members) + len(group[0]))
            # The middles of both, each as if the other were not there.
            joined = share * (before + group[1] / 2) + (1 - share) * (group[2] - above / 2)
            group = (members + group[0], tall, min(max(joined, low + tall / 2), high - tall / 2))
        groups.append(group)
    placed = [0.0] * len(wanted)
    for members, tall, middle in groups:
        edge = middle - tall / 2
        for index in members:
            height = heights[index] * squeeze
            placed[index] = edge + height / 2
            edge += height
    return placed
