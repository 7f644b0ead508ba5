"""What the tutor says where there is no data to work on, or where the data cannot be used."""

from ...base import File
from ..skill import Language, Situation
from .names import core_name
from .plan import Plan
from .rows import NO_ROWS
from .tables import Table
from .thread import Trouble
from .words import each, period_text, with_particle


def no_file(language: Language) -> str:
    """A file is needed, and how to attach one."""
    code = (
        '```python\nfile = client.files.create(file=open("sales.csv", "rb"), purpose="assistants")\n'
        'client.beta.threads.messages.create(\n    thread_id=thread.id, role="user", content="...",\n'
        '    attachments=[{"file_id": file.id, "tools": [{"type": "code_interpreter"}]}],\n)\n```'
    )
    words = {
        "ko": "이 일에는 데이터 파일(CSV, Excel, JSON)이 필요합니다. 파일을 올리고 메시지에 붙여 주세요.",
        "en": "I need a data file (CSV, Excel or JSON) for this. Upload one and attach it to your message.",
        "zh": "这需要一个数据文件（CSV、Excel 或 JSON）。请上传文件并附加到消息中。",
    }
    return f"{words[language]}\n\n{code}"


def no_interpreter(language: Language) -> str:
    """The assistant cannot run code, and the one line that changes that."""
    code = '```python\nclient.beta.assistants.update(assistant.id, tools=[{"type": "code_interpreter"}])\n```'
    words = {
        "ko": (
            "데이터를 계산하려면 코드 해석기가 필요한데, 이 어시스턴트에는 켜져 있지 않습니다. "
            "한 줄이면 켤 수 있습니다."
        ),
        "en": (
            "Working on data needs the code interpreter, and this assistant does not have it. One line switches it on."
        ),
        "zh": "计算数据需要代码解释器，而此助手没有启用它。一行代码即可启用。",
    }
    return f"{words[language]}\n\n{code}"


def bad_file(trouble: Trouble, file: File, language: Language) -> str:
    """What is wrong with a file and what to do."""
    name, detail = file.filename, trouble.detail
    words = {
        "empty": {
            "ko": f"`{name}` 파일이 비어 있습니다. 첫 줄에 열 이름이, 그 아래에 값이 있는 파일을 다시 올려 주세요.",
            "en": f"`{name}` is empty. Please upload a file with column names in its first line and values below.",
            "zh": f"`{name}` 是空文件。请上传第一行为列名、下面为数据的文件。",
        },
        "no_rows": {
            "ko": f"`{name}`에는 열 이름만 있고 값이 한 줄도 없습니다. 값이 있는 파일을 다시 올려 주세요.",
            "en": f"`{name}` has column names but no rows of values. Please upload a file with values.",
            "zh": f"`{name}` 只有列名，没有数据行。请上传有数据的文件。",
        },
        "binary": {
            "ko": f"`{name}`의 내용은 표가 아닙니다"
            + (f"({detail} 파일로 보입니다)" if detail else "")
            + ". CSV(UTF-8이나 CP949), Excel, JSON 파일로 저장해서 다시 올려 주세요.",
            "en": f"What is in `{name}` is not a table"
            + (f" (it looks like a {detail} file)" if detail else "")
            + ". Please save it as CSV (UTF-8), Excel or JSON and upload it again.",
            "zh": f"`{name}` 的内容不是表格"
            + (f"（看起来是 {detail} 文件）" if detail else "")
            + "。请保存为 CSV（UTF-8）、Excel 或 JSON 后重新上传。",
        },
        "unreadable": {
            "ko": f"`{name}` 파일을 표로 읽지 못했습니다."
            + (f" 마지막 오류: `{detail}`." if detail else "")
            + " 줄마다 칸의 수가 같은지 확인하고, CSV나 Excel로 저장해서 다시 올려 주세요.",
            "en": f"I could not read `{name}` as a table."
            + (f" The last error was `{detail}`." if detail else "")
            + " Please check that every line has the same number of cells, and save it as CSV or Excel.",
            "zh": f"无法将 `{name}` 读作表格。"
            + (f"最后的错误：`{detail}`。" if detail else "")
            + "请检查每行的列数是否一致，并保存为 CSV 或 Excel。",
        },
    }
    return words[trouble.kind][language]


def without_numbers(table: Table, language: Language) -> str:
    """The table has nothing to compute with, and what could be done all the same."""
    name = table.reading.filename
    columns = ", ".join(column.name for column in table.columns)
    repeated = [c.name.strip() for c in table.columns if c.kind == "text" and 1 <= c.distinct < table.rows]
    group = (repeated or [column.name.strip() for column in table.columns])[-1]
    return {
        "ko": (
            f"`{name}`에는 계산하거나 그릴 숫자 열이 없습니다(열: {columns}). 숫자가 있는 열을 더해 올려 주시거나, "
            f"“{each(group)} 건수를 세어 줘”처럼 행의 수를 세어 달라고 해 주세요."
        ),
        "en": (
            f"`{name}` has no column of numbers to compute or draw (its columns are {columns}). Add one and upload it "
            f"again, or ask for a count, such as “count the rows by {group}”."
        ),
        "zh": f"`{name}` 中没有可计算或绘图的数值（列：{columns}）。请添加数值列，或让我按{group}统计行数。",
    }[language]


def counted_note(plan: Plan, language: Language) -> str:
    """That rows were counted, because the table has no numbers."""
    group = core_name(plan.groups[0])
    return {
        "ko": f"이 표에는 숫자가 없어서 {each(group)} 행의 수(건수)를 세었습니다.",
        "en": f"The table has no numbers, so I counted its rows by {group}.",
        "zh": f"此表没有数值，因此按{group}统计了行数。",
    }[language]


def absent(word: str, table: Table, language: Language) -> str:
    """The measure asked for is not in the data, and what is."""
    there = ", ".join(core_name(name) for name in (table.series or table.measures)[:8])
    if table.series and table.value_name:
        there = f"{table.value_name} ({there})"
    return {
        "ko": f"이 파일에는 {word} 열이 없고, 있는 열로 계산할 수도 없어서 답할 수 없습니다. 계산할 수 있는 숫자는 "
        f"{with_particle(there, '이가')} 있습니다.",
        "en": f"The file has no column for “{word}”, and it cannot be computed from the others. "
        f"The numbers that it does hold: {there}.",
        "zh": f"此文件没有“{word}”列，也无法由其他列算出。可用的数值列：{there}。",
    }[language]


def not_understood(columns: str, language: Language) -> str:
    """The table is fine, but the question names nothing in it."""
    return {
        "ko": (
            f"어떤 열을 말씀하시는지 찾지 못했습니다. 이 파일의 열은 {columns}입니다. 열 이름을 "
            f"넣어 다시 물어봐 주세요."
        ),
        "en": (
            f"I could not tell which column you mean. The columns are {columns}. Please ask again "
            f"with one of these names."
        ),
        "zh": f"无法确定您指的是哪一列。此文件的列有：{columns}。请用列名再问一次。",
    }[language]


def code_failed(error: str, language: Language, plan: Plan | None = None) -> str:
    """The code stopped twice, or there was nothing to compute from: then the period that was asked for is named."""
    if NO_ROWS in error:
        first, _, last = (period_text(p, language) for p in error.partition(NO_ROWS)[2].strip().partition(" .. "))
        asked = _missing_periods(plan, error, language) if plan else ""
        return {
            "ko": f"이 파일에는 그 기간의 값이 없습니다{asked}. 들어 있는 기간은 {first}부터 {last}까지입니다.",
            "en": f"The file has no values for that time{asked}. It runs from {first} to {last}.",
            "zh": f"文件中没有该时间的数据{asked}。时间范围为 {first} 至 {last}。",
        }[language]
    return {
        "ko": (
            f"계산하는 코드가 멈췄고, 고쳐 보아도 되지 않았습니다. 마지막 오류: `{error}`. 다른 "
            f"열이나 다른 그래프로 다시 요청해 주세요."
        ),
        "en": (
            f"The code stopped and mending it did not help. The last error was `{error}`. Please "
            f"try another column or another chart."
        ),
        "zh": f"代码出错，修正后仍未成功。最后的错误：`{error}`。请换一列或换一种图表再试。",
    }[language]


def _missing_periods(plan: Plan, error: str, language: Language) -> str:
    """In brackets, the periods that were asked for and lie outside those of the file; empty where that is not clear."""
    first, _, last = error.partition(NO_ROWS)[2].strip().partition(" .. ")
    chosen = next((f for f in plan.filters if f.column == "period" and f.keep and not f.bound), None)
    if chosen is None or len(chosen.values) > 3:
        return ""
    outside = [v for v in chosen.values if v[0].isdigit() and not first[: len(v)] <= v[: len(first)] <= last]
    names = ", ".join(period_text(value, language) for value in outside or chosen.values)
    return f"（{names}）" if language == "zh" else f"({names})" if language == "ko" else f" ({names})"


def first_words(situation: Situation, file: File) -> str:
    """What is said before the first look at a file."""
    return {
        "ko": f"먼저 `{file.filename}` 파일에 어떤 열이 있는지 살펴보겠습니다.",
        "en": f"First I will look at the columns of `{file.filename}`.",
        "zh": f"我先看看 `{file.filename}` 有哪些列。",
    }[situation.language]
