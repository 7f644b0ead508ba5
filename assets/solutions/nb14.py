"""풀이 / Solutions: notebooks/*/14_make_pptx.ipynb"""


def exercise_14_1():
    """설명이 없는 그림 찾기 / Find the pictures without a text."""

    def alt_text(shape):
        return next(iter(shape._element.xpath(".//p:cNvPr/@descr")), "")

    def slides_without_alt(deck):
        numbers = []
        for number, slide in enumerate(deck.slides, 1):
            pictures = [shape for shape in slide.shapes if shape.name.startswith("Picture")]
            if any(not alt_text(shape) for shape in pictures):
                numbers.append(number)
        return numbers

    return slides_without_alt


def exercise_14_2():
    """제목만 바꾸기 / Change nothing but the title."""

    def retitle(slide, words):
        place = slide.shapes.title.text_frame.paragraphs[0].runs[0]
        place.text = words

    return retitle


def exercise_14_3():
    """먼저 고칠 슬라이드 / The slides to mend first."""

    def slides_with_wrong_numbers(report):
        return sorted({finding.slide for finding in report if finding.check == "numbers" and not finding.ok})

    return slides_with_wrong_numbers
