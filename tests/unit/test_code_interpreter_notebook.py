"""Code as it is written for a notebook: commands, `await` at the top, `_`, `display`, wide tables."""

import ast
from collections.abc import Iterator

import pytest

from helpers.server.tools.code_interpreter import Image, Logs
from helpers.server.tools.code_interpreter.worker.notebook import parse

from .test_code_interpreter import Bench, logs

NOT_HERE = "[Notebook commands are not available here: "


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    bench = Bench(tmp_path_factory.mktemp("notebook"))
    yield bench
    bench.close()


@pytest.mark.parametrize(
    ("code", "means", "taken"),
    [
        ("%matplotlib inline\nx = 1", "pass\nx = 1", []),
        ("!pip install -q seaborn\nx = 1", "pass\nx = 1", ["!pip install -q seaborn"]),
        ("!echo it's \"open\nx = 1", "pass\nx = 1", ["!echo it's \"open"]),
        ("files = !ls /mnt/data\nlen(files)", "files = []\nlen(files)", ["!ls /mnt/data"]),
        ("%time x = f(3)", "x = f(3)", []),
        ("%timeit -n 3 f(3)", "pass", []),
        ("%%time\nx = 1", "\nx = 1", []),
        ("\n%%bash\nls | head -3", "", ["%%bash (nothing of this cell was run)"]),
        ("pd.read_csv?\n?len\nx = 1", "pass\npass\nx = 1", ["pd.read_csv?", "?len"]),
        ("if x:\n    !ls\n    y = 1", "if x:\n    pass\n    y = 1", ["!ls"]),
        # Lines that only look like commands: in a string, and as the rest of an expression.
        ("!ls\na = '''\n%d%%\n!x\n'''\nb = ('%s'\n % a)", "pass\na = '''\n%d%%\n!x\n'''\nb = ('%s'\n % a)", ["!ls"]),
    ],
)
def test_what_is_not_python_is_taken_out_and_named(code: str, means: str, taken: list[str]) -> None:
    tree, commands = parse(code, "cell")
    assert (ast.dump(tree), commands) == (ast.dump(ast.parse(means)), taken)


@pytest.mark.parametrize("code", ["x = = 1", "%matplotlib inline\nx = = 1", "a ! b", "'%d' %"])
def test_a_real_mistake_is_told_with_its_own_line(code: str) -> None:
    with pytest.raises(SyntaxError) as raised:
        parse(code, "cell")
    assert raised.value.lineno == code.count("\n") + 1


def test_commands_are_said_and_the_rest_runs(python: Bench) -> None:
    result = python("%matplotlib inline\n!pip install seaborn\nfiles = !ls\nprint(len(files))")
    assert result.ok
    assert logs(result) == f"{NOT_HERE}!pip install seaborn]\n{NOT_HERE}!ls]\n0\n"


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("import asyncio\nawait asyncio.sleep(0)\nprint('later')", "later\n"),
        ("async def five(): return 5\nawait five()", "5\n"),
        ("async def five(): return 5\nx = await five()\nx + 1", "6\n"),
        ("import asyncio\nasync def five(): return 5\nt = asyncio.create_task(five())\nawait t", "5\n"),
        ("async def count():\n    for i in range(3): yield i\n[i async for i in count()]", "[0, 1, 2]\n"),
        ("import asyncio\nasync def five(): return 5\nasyncio.run(five())", "5\n"),
    ],
)
def test_await_at_the_top(python: Bench, code: str, shown: str) -> None:
    result = python(code)
    assert result.ok and logs(result) == shown


def test_an_exception_out_of_await_shows_the_codes_own_lines(python: Bench) -> None:
    text = logs(python("async def broken():\n    return 1 / 0\nawait broken()"))
    assert "line 3, in <module>" in text and "line 2, in broken" in text and "asyncio" not in text


def test_the_last_value_is_underscore(python: Bench) -> None:
    python("6 * 7")
    python("x = 1")
    assert logs(python("_ + 1")) == "43\n"


def test_what_is_missing_is_said_and_what_is_there(python: Bench) -> None:
    text = logs(python("import surely_not_installed.part"))
    assert "ModuleNotFoundError: No module named 'surely_not_installed'" in text
    assert "[surely_not_installed is not installed here, and nothing can be installed. There are numpy, pandas" in text
    inside = (
        "try:\n    import surely_not_installed\nexcept ImportError:\n    raise ImportError('Use pip to install it.')"
    )
    assert "[surely_not_installed is not installed here" in logs(python(inside))
    assert "not installed" not in logs(python("import json.nothing"))
    for name in ("'by hand'", "'by hand', name=5", "'by hand', name=''", "'by hand', name='..'"):
        assert "ModuleNotFoundError: by hand" in logs(python(f"raise ModuleNotFoundError({name})"))


def test_input_says_that_nobody_can_type(python: Bench) -> None:
    assert "EOFError" in (text := logs(python("input('name? ')"))) and "Nobody can type anything here" in text


def test_a_table_shows_twenty_columns(python: Bench) -> None:
    text = logs(python("import pandas as pd\npd.DataFrame([range(20)], columns=[f'column_{n}' for n in range(20)])"))
    assert "..." not in text and "column_10" in text


def test_ipython_display_and_image(python: Bench) -> None:
    pytest.importorskip("IPython")
    result = python(
        "from IPython.display import Image, display\nimport PIL.Image\n"
        "PIL.Image.new('RGB', (40, 30), 'red').save('/mnt/data/red.jpg')\n"
        "display('words', 5)\ndisplay(Image('/mnt/data/red.jpg'))\nImage(filename='red.jpg', width=9)"
    )
    assert [type(part) for part in result.outputs] == [Logs, Image, Image] and logs(result) == "'words'\n5\n"
    assert "<IPython.core.display.Image object>" in logs(python("Image(url='https://example.org/a.png')"))


def test_paths_are_resolved_even_strictly(python: Bench) -> None:
    result = python(
        "import os\nfrom pathlib import Path\nPath('here').mkdir()\nos.symlink('here', 'link')\n"
        "print(Path('/mnt/data').resolve(strict=True))\n"
        "print(Path('link').resolve(strict=True), os.path.realpath(b'link/x'))\n"
        "Path('gone').resolve(strict=True)"
    )
    first, second, *rest = logs(result).splitlines()
    assert (first, second) == ("/mnt/data", "/mnt/data/here b'/mnt/data/here/x'")
    assert rest[-1] == "FileNotFoundError: [Errno 2] No such file or directory: '/mnt/data/gone'"


def test_an_animation_is_saved(python: Bench) -> None:
    result = python(
        "import matplotlib.pyplot as plt\nfrom matplotlib.animation import FuncAnimation\nfig, ax = plt.subplots()\n"
        "(line,) = ax.plot([])\nshow = lambda n: line.set_data([0, n], [0, n])\n"
        "FuncAnimation(fig, show, frames=2).save('/mnt/data/움직임.gif', writer='pillow')\nplt.close()"
    )
    assert result.ok and [path.name for path in result.files] == ["움직임.gif"]
