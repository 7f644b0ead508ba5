"""풀이 / Solutions: notebooks/*/12_dalle3.ipynb"""

import base64
from io import BytesIO

from PIL import Image

from helpers import output_file


def exercise_12_1():
    """표지에 맞는 크기 / A size for the cover."""
    return "1024x1792"


def exercise_12_2(client):
    """그림을 만들어 저장하기 / Make pictures and save them."""

    def paint(prompt, **options):
        answer = client.images.generate(model="dall-e-3", prompt=prompt, response_format="b64_json", n=1, **options)
        return Image.open(BytesIO(base64.b64decode(answer.data[0].b64_json)))

    def save_idea(prompt, number):
        path = output_file(f"12_solution_{number}.png")
        paint(prompt).save(path)
        return path

    return [save_idea("눈 덮인 산", 1), save_idea("바다 위의 돛단배", 2)]


def exercise_12_3():
    """다음 모델로 옮기기 / Move on to the next model."""
    return {"prompt": "해 뜨는 언덕", "size": "1536x1024", "quality": "high"}
