"""풀이 / Solutions: notebooks/*/10_function_calling.ipynb"""

import json


def exercise_10_1():
    """고를 수 있는 값 못 박기 / Pin down the choices."""
    return {"type": "string", "enum": ["S", "M", "L"]}


def exercise_10_2():
    """빠짐없이 짝지어 돌려주기 / Give all back, each with its own."""

    def outputs_for(calls, results):
        return [
            {"tool_call_id": call.id, "output": json.dumps(result, ensure_ascii=False)}
            for call, result in zip(calls, results, strict=True)
        ]

    return outputs_for


def exercise_10_3():
    """어떤 부탁에도 멈추지 않기 / Never stop, whatever is asked."""

    def safe_output(call, functions):
        try:
            function = functions[call.function.name]
            return json.dumps(function(**json.loads(call.function.arguments)), ensure_ascii=False)
        except Exception as error:
            return json.dumps({"error": f"{type(error).__name__}: {error}"}, ensure_ascii=False)

    return safe_output
