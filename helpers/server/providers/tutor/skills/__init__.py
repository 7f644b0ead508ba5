"""One module a skill. A module here that carries a `SKILL` (see `..skill.Skill`) is found by itself."""
