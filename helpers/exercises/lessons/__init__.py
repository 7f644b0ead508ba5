"""The exercises and quizzes, a module a notebook: `nb06` holds `EXERCISES` and `QUIZ` of notebook 06."""
