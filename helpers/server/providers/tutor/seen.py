"""The words of a request that a model would read: what the tokens of a prompt are counted on."""

from ..base import CodeCall, FunctionCall, ImageCall, Item, Message, ModelRequest, SearchCall


def words_seen(request: ModelRequest) -> str:
    """The instructions and the words of every item, one a line; neither IDs nor file names of the store."""
    return "\n".join(filter(None, [request.instructions, *(_words(item) for item in request.items)]))


def _words(item: Item) -> str:
    match item:
        case Message(text=text):
            return text
        case CodeCall(code=code, logs=logs):
            return f"{code}\n{logs}"
        case FunctionCall(name=name, arguments=arguments, output=output):
            return f"{name}({arguments})\n{output or ''}"
        case SearchCall(query=query, passages=passages):
            return "\n".join([query, *(passage.text for passage in passages)])
        case ImageCall(prompt=prompt, revised_prompt=revised):
            return f"{prompt}\n{revised}"
