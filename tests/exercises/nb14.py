"""Notebook 14."""


def _title_shape(slide, words):
    slide.shapes.title.text = words


def _paragraph(slide, words):
    slide.shapes.title.text_frame.paragraphs[0].text = words


def _another_run(slide, words):
    slide.shapes.title.text_frame.paragraphs[0].add_run().text = words


def _nothing(slide, words):
    str(words)


WRONG = {
    "14-1": (lambda deck: [1, 2], lambda deck: [1], lambda deck: [2, 3], lambda deck: [1, 2, 3], lambda deck: [0]),
    "14-2": (_nothing, _title_shape, _another_run),
    "14-3": (
        lambda report: sorted({finding.slide for finding in report if not finding.ok}),
        lambda report: sorted({finding.slide for finding in report if finding.check == "numbers"}),
        lambda report: [],
        lambda report: [finding.slide for finding in report if finding.check == "numbers" and not finding.ok],
    ),
}
