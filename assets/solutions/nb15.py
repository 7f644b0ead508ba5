"""풀이 / Solutions: notebooks/*/15_responses_api.ipynb"""

import json

from helpers import MODEL


def exercise_15_1():
    """실행을 옮기기 / Move a run."""
    analyst = {
        "instructions": "당신은 책 판매를 돕는 데이터 분석가입니다. 숫자는 반드시 계산해서 답합니다.",
        "tools": [{"type": "code_interpreter", "container": {"type": "auto"}}],
        "model": MODEL,
    }
    question = "배송은 며칠 걸리나요?"
    return {**analyst, "conversation": "conv_book", "input": question, "max_output_tokens": 300}


def exercise_15_2():
    """지침을 잃지 않기 / Do not lose the instructions."""

    def next_call(config, previous_id, question):
        return {**config, "previous_response_id": previous_id, "input": question}

    return next_call


def exercise_15_3():
    """함수의 결과 돌려주기 / Give the functions' results back."""

    def function_outputs(response, functions):
        calls = [item for item in response.output if item.type == "function_call"]
        results = [functions[call.name](**json.loads(call.arguments)) for call in calls]
        return [
            {
                "type": "function_call_output",
                "call_id": call.call_id,
                "output": json.dumps(result, ensure_ascii=False),
            }
            for call, result in zip(calls, results, strict=True)
        ]

    return function_outputs
