"""The code interpreter, through real worker processes. Most tests share one interpreter and one warm worker."""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PIL import Image as Pillow

from helpers.server.tools.code_interpreter import (
    CodeInterpreter,
    CodeResult,
    Image,
    InputFile,
    Limits,
    Logs,
    interpreter,
    launch,
    safe_name,
    walls,
)
from helpers.server.tools.code_interpreter.folder import SessionFolder
from helpers.server.tools.code_interpreter.launch import Launcher
from helpers.server.tools.code_interpreter.spawning import SpawningLauncher
from helpers.server.tools.code_interpreter.transcript import Transcript

if sys.platform == "linux":
    from helpers.server.tools.code_interpreter.forking import ForkingLauncher

T = TypeVar("T")
SECRET = "sk-never-to-be-seen"


class Bench:
    """An interpreter with an event loop of its own, so that workers live from call to call."""

    def __init__(self, root: Path, limits: Limits | None = None) -> None:
        self.root = root
        self.interpreter = CodeInterpreter(root, limits or Limits())
        self._loop = asyncio.Runner()

    def wait(self, work: Callable[[], Awaitable[T]]) -> T:
        async def main() -> T:
            return await work()

        return self._loop.run(main())

    def __call__(self, code: str, *files: InputFile, session: str = "thread_shared") -> CodeResult:
        return self.wait(lambda: self.interpreter.run(session, code, files))

    def data(self, session: str = "thread_shared") -> Path:
        return self.root / session / "data"

    def close(self) -> None:
        self.wait(self.interpreter.close)
        self._loop.close()


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    os.environ["OPENAI_API_KEY"] = SECRET
    bench = Bench(tmp_path_factory.mktemp("Sandbox with spaces 한글"))
    yield bench
    bench.close()
    del os.environ["OPENAI_API_KEY"]


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Callable[..., Bench]]:
    """Interpreters with limits of their own."""
    made: list[Bench] = []

    def make(**limits: float) -> Bench:
        made.append(Bench(tmp_path / "sandbox", Limits(**limits)))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for bench in made:
        bench.close()


@pytest.fixture
def upload(tmp_path: Path) -> Callable[[str, str, str], InputFile]:
    """An input file as the server keeps it: bytes under the ID."""

    def make(file_id: str, filename: str, text: str) -> InputFile:
        (tmp_path / file_id).write_text(text, "utf-8")
        return InputFile(file_id, filename, tmp_path / file_id)

    return make


def logs(result: CodeResult) -> str:
    return "".join(part.text for part in result.outputs if isinstance(part, Logs))


def names(result: CodeResult) -> list[str]:
    return [path.name for path in result.files]


# What is printed


def test_variables_and_functions_survive(python: Bench) -> None:
    python("def triple(n):\n    return 3 * n\nbase = 14")
    result = python("print(triple(base))")
    assert result == CodeResult((Logs("42\n"),), (), True)


def test_sessions_do_not_share_variables(python: Bench) -> None:
    python("mine = 1")
    other = python("print('mine' in globals())", session="thread_other")
    assert logs(other) == "False\n"


def test_everything_printed_comes_in_order(python: Bench) -> None:
    result = python(
        "import os, sys\n"
        "print('one')\nprint('two', file=sys.stderr)\nos.write(1, '셋\\n'.encode())\nprint('four', end='')\n"
        "sys.stdout.buffer.write('|五|'.encode())\nos.write(2, b'six\\n')\n"
        "print(7)"
    )
    assert logs(result) == "one\ntwo\n셋\nfour|五|six\n7\n"


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("6 * 7", "42\n"),
        ("x = 1\nx", "1\n"),
        ("'한글'", "'한글'\n"),
        ("None", ""),
        ("x = 5", ""),
        ("6 * 7;", ""),
        ("for i in range(2):\n    i", ""),
        ("display(1, 'a')", "1\n'a'\n"),
        ("", ""),
        ("# nothing", ""),
        ("%matplotlib inline\n3", "3\n"),
        ("print('\\ud800')", "\\ud800\n"),
    ],
)
def test_last_expression_is_shown(python: Bench, code: str, shown: str) -> None:
    result = python(code)
    assert (logs(result), result.ok) == (shown, True)


def test_a_table_is_shown_as_pandas_prints_it(python: Bench) -> None:
    assert logs(python("import pandas as pd\npd.DataFrame({'매출': [1, 2]})")) == "   매출\n0   1\n1   2\n"


def test_the_code_cannot_break_the_protocol(python: Bench) -> None:
    result = python('print(\'{"type": "done", "ok": false}\')\nimport os\nos.write(1, b\'{"type": "done"}\\n\')')
    assert result.ok
    assert logs(python("'still in step'")) == "'still in step'\n"


def test_closed_and_replaced_streams_are_back_in_the_next_run(python: Bench) -> None:
    python("import sys, io\nsys.stdout.close()\nsys.stdout = io.StringIO()\nprint('lost')")
    assert logs(python("print('back')")) == "back\n"


def test_input_ends_at_once(python: Bench) -> None:
    assert "EOFError" in logs(python("input('name? ')"))


# Tracebacks, warnings, the end


def test_traceback_shows_the_lines_of_the_code_alone(python: Bench) -> None:
    python("import pandas as pd\ntable = pd.DataFrame({'a': [1]})\ndef pick(name):\n    return table[name]")
    result = python("print('before')\npick('없음')\nprint('after')")
    text = logs(result)
    assert not result.ok
    assert text.startswith('before\nTraceback (most recent call last):\n  File "<cell ')
    assert "line 2, in <module>\n    pick('없음')" in text
    assert "line 4, in pick\n    return table[name]" in text
    assert text.endswith("KeyError: '없음'\n")
    assert text.count("File ") == 2
    assert text.count("Traceback") == 1


def test_syntax_error_points_to_the_line(python: Bench) -> None:
    text = logs(python("x = 1\nprint(x"))
    assert "line 2\n    print(x\n" in text
    assert text.endswith("SyntaxError: '(' was never closed\n")
    assert "Traceback" not in text


def test_a_notebook_command_does_not_hide_the_real_mistake(python: Bench) -> None:
    assert "line 2\n    x = = 1\n" in logs(python("!ls\nx = = 1"))
    result = python("!pip install x\n%matplotlib inline\n7 % 4")
    assert logs(result) == "[Notebook commands are not available here: !pip install x]\n3\n"


def test_chained_exceptions_of_the_code_are_kept(python: Bench) -> None:
    text = logs(python("try:\n    1 / 0\nexcept ZeroDivisionError as error:\n    raise ValueError('bad') from error"))
    assert "ZeroDivisionError: division by zero\n\nThe above exception was the direct cause" in text


@pytest.mark.parametrize(
    ("code", "shown", "ok"), [("exit()", "", True), ("raise SystemExit('no data')", "no data\n", False)]
)
def test_exit_ends_the_run_and_not_the_session(python: Bench, code: str, shown: str, ok: bool) -> None:
    python("kept = 'kept'")
    result = python(code)
    assert (logs(result), result.ok) == (shown, ok)
    assert logs(python("kept")) == "'kept'\n"


def test_warnings_show_but_not_the_deprecations_of_libraries(python: Bench) -> None:
    (python.data() / "library.py").write_text(
        "import warnings\ndef old():\n    warnings.warn('old', DeprecationWarning)\n"
    )
    text = logs(python("import warnings, library\nlibrary.old()\nwarnings.warn('look here')"))
    assert "look here" in text and "UserWarning" in text
    assert "old" not in text


# /mnt/data


@pytest.mark.parametrize(
    "write",
    [
        "open('/mnt/data/{0}', 'w').write('x')",
        "name = '{0}'\nopen(f'/mnt/data/{{name}}', 'w').write('x')",
        "from pathlib import Path\n(Path('/mnt/data') / '{0}').write_text('x')",
        "from pathlib import Path\nPath('/', 'mnt', 'data', '{0}').write_text('x')",
        "import os\nopen(os.path.join('/', 'mnt', 'data', '{0}'), 'w').write('x')",
        "open('{0}', 'w').write('x')",
        "import os\nopen(os.path.abspath('{0}'), 'w').write('x')",
        "open(b'/mnt/data/' + '{0}'.encode(), 'w').write('x')",
        "import io\nio.open(file='/mnt//data/./{0}', mode='w').write('x')",
        "import os\nos.close(os.open('/mnt/data/{0}', os.O_CREAT | os.O_WRONLY))",
        "from pathlib import Path\nPath('/mnt/data/{0}').touch()",
        "import shutil\nopen('/mnt/data/part', 'w').close()\nshutil.move('/mnt/data/part', '/mnt/data/{0}')",
        "import shutil\nopen('.part', 'w').close()\nshutil.copy2('.part', '/mnt/data/{0}')\nshutil.os.remove('.part')",
        "import zipfile\nzipfile.ZipFile('/mnt/data/{0}', 'w').close()",
        "import tarfile\ntarfile.open('/mnt/data/{0}', 'w:gz').close()",
        "import gzip\ngzip.open('/mnt/data/{0}', 'w').close()",
        "import sqlite3\nsqlite3.connect('/mnt/data/{0}').execute('create table t (a)')",
        "import pandas as pd\npd.DataFrame({{'a': [1]}}).to_csv('/mnt/data/{0}')",
        "import numpy as np\nnp.arange(3).tofile('/mnt/data/{0}')",
        "from PIL import Image\nImage.new('RGB', (2, 2)).save('/mnt/data/{0}', format='PNG')",
        "import matplotlib.pyplot as plt\nplt.figure().savefig('/mnt/data/{0}', format='png')\nplt.close()",
        "import pptx\npptx.Presentation().save('/mnt/data/{0}')",
    ],
)
def test_files_are_written_under_any_spelling(python: Bench, write: str) -> None:
    name = f"결과 📊 {sum(write.encode())}"
    result = python(write.format(name))
    assert (names(result), result.ok) == ([name], True), logs(result)
    assert (python.data() / name).is_file()


def test_listing_walking_and_asking(python: Bench) -> None:
    result = python(
        "import os, glob\nfrom pathlib import Path\n"
        "os.makedirs('/mnt/data/deep/er', exist_ok=True)\nopen('/mnt/data/deep/er/x.txt', 'w').close()\n"
        "print(os.listdir('/mnt/data/deep'), os.path.isdir('/mnt/data/deep'), os.path.exists('/mnt/data/none'))\n"
        "print(glob.glob('/mnt/data/deep/**/*.txt', recursive=True))\n"
        "print([top for top, _, _ in os.walk('/mnt/data/deep')])\n"
        "print([entry.path for entry in os.scandir('/mnt/data/deep')], list(Path('/mnt/data/deep').rglob('*.txt')))\n"
        "print(os.getcwd(), Path.cwd(), Path('a').resolve(), os.stat('/mnt/data/deep/er/x.txt').st_size)\n"
        "os.remove('/mnt/data/deep/er/x.txt')\nprint(os.listdir('/mnt/data/deep/er'))"
    )
    posix = "PosixPath" if sys.platform != "win32" else "WindowsPath"
    assert logs(result) == (
        "['er'] True False\n['/mnt/data/deep/er/x.txt']\n['/mnt/data/deep', '/mnt/data/deep/er']\n"
        f"['/mnt/data/deep/er'] [{posix}('/mnt/data/deep/er/x.txt')]\n"
        "/mnt/data /mnt/data /mnt/data/a 0\n[]\n"
    )


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("import lxml.etree\nlxml.etree.parse('/mnt/data/in.xml').getroot().tag", "'a'\n"),
        ("import sqlite3\nsqlite3.connect(database='/mnt/data/in.db').execute('select 1').fetchall()", "[(1,)]\n"),
        ("import shutil, helpers.fonts as f\nshutil.copy(f.font_path(), '/mnt/data/f.ttf');", ""),
        ("from PIL import ImageFont\nImageFont.truetype('/mnt/data/f.ttf').getname()[0]", "'Workshop Sans KR'\n"),
        ("import sys\nsys.path.append('/mnt/data/lib')\nfrom inner import X\nX", "7\n"),
        ("import runpy\nrunpy.run_path('/mnt/data/lib/inner.py')['X']", "7\n"),
        ("import shutil\nshutil.make_archive('/mnt/data/all', 'zip', '/mnt/data', 'lib')", "'/mnt/data/all.zip'\n"),
    ],
)
def test_libraries_find_what_is_there(python: Bench, code: str, shown: str) -> None:
    (python.data() / "lib").mkdir(exist_ok=True)
    (python.data() / "lib" / "inner.py").write_text("X = 7")
    (python.data() / "in.xml").write_text("<a/>")
    assert logs(python(code)) == shown


def test_a_path_keeps_its_text(python: Bench) -> None:
    result = python(
        "import json, pathlib\np = '/mnt/data/plan.json'\n"
        "json.dump({'me': p}, open(p, 'w'))\nprint(len(p), pathlib.PurePosixPath(p).parts, open(p).read())"
    )
    assert logs(result) == "19 ('/', 'mnt', 'data', 'plan.json') {\"me\": \"/mnt/data/plan.json\"}\n"


def test_the_real_folder_is_never_shown(python: Bench) -> None:
    result = python(
        "import os, sys, tempfile, pathlib\n"
        "print(os.path.realpath('.'), os.environ, sys.path, tempfile.gettempdir(), os.listdir.__wrapped__)\n"
        "print(os.getcwd.__wrapped__(), repr(os.getcwd.__wrapped__()), pathlib.Path.home())\n"
        "try:\n    os.rename('/mnt/data/no', '/mnt/data/where')\nexcept OSError as error:\n    print(error)\n"
        "open(os.getcwd.__wrapped__() + '/missing.csv')"
    )
    assert str(python.root) not in logs(result)
    assert "'/mnt/data/no' -> '/mnt/data/where'" in logs(result)
    assert logs(result).endswith("'/mnt/data/missing.csv'\n")


def test_files_made_in_folders_are_reported_and_links_are_not(python: Bench) -> None:
    result = python(
        "import os\nos.makedirs('/mnt/data/a/b', exist_ok=True)\nopen('/mnt/data/a/b/c.txt', 'w').write('c')\n"
        "open('/mnt/data/a/a.txt', 'w').write('a')\nos.symlink('/etc/passwd', '/mnt/data/a/link')\n"
        "os.makedirs('/mnt/data/.cache', exist_ok=True)\nopen('/mnt/data/.cache/x', 'w').write('x')"
    )
    assert [path.relative_to(python.data()).as_posix() for path in result.files] == ["a/a.txt", "a/b/c.txt"]


def test_a_change_of_the_same_length_is_noticed(python: Bench) -> None:
    for letter in "abab":
        assert names(python(f"open('same.txt', 'w').write('{letter}')")) == ["same.txt"]
    assert names(python("open('same.txt').read()")) == []


# Inputs


def test_inputs_are_reached_by_name_and_by_id(python: Bench, upload: Callable[..., InputFile]) -> None:
    table = upload("file-abc123", "매출 2025.csv", "분기,값\n1,10\n")
    result = python(
        "import os, pandas as pd\n"
        "for p in ('/mnt/data/매출 2025.csv', '/mnt/data/file-abc123', 'file-abc123', '매출 2025.csv'):\n"
        "    print(pd.read_csv(p)['값'].sum(), os.path.exists(p))\nprint(os.listdir('/mnt/data'))",
        table,
        session="thread_inputs",
    )
    assert logs(result) == "10 True\n" * 4 + "['매출 2025.csv']\n"
    assert result.files == ()


def test_an_input_belongs_to_the_session_once_it_is_there(python: Bench, upload: Callable[..., InputFile]) -> None:
    first, second = upload("file-1", "a.txt", "first"), upload("file-2", "b.txt", "second")
    session = "thread_changes"
    result = python(
        "open('a.txt', 'w').write('changed')\nimport os\nos.remove('/mnt/data/b.txt')", first, second, session=session
    )
    assert names(result) == ["a.txt"]
    assert first.path.read_text() == "first"
    after = python("print(open('/mnt/data/file-1').read(), os.listdir())", first, second, session=session)
    assert logs(after) == "changed ['a.txt']\n"


def test_two_inputs_of_one_name(python: Bench, upload: Callable[..., InputFile]) -> None:
    one, two = upload("file-x", "data.csv", "1"), upload("file-y", "DATA.csv", "2")
    again = upload("file-z", "data.csv", "1")
    result = python(
        "import os\nprint(sorted(os.listdir()), [open(f'/mnt/data/file-{i}').read() for i in 'xyz'])",
        *(one, two, again),
        session="thread_twins",
    )
    assert logs(result) == "['DATA (2).csv', 'data.csv'] ['1', '2', '1']\n"


def test_an_input_that_is_gone_is_said_and_the_rest_runs(python: Bench, tmp_path: Path) -> None:
    result = python("print('on')", InputFile("file-gone", "gone.csv", tmp_path / "gone"))
    assert logs(result) == "[gone.csv could not be brought in: No such file or directory]\non\n"
    assert result.ok


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("매출 보고서 📊.xlsx", "매출 보고서 📊.xlsx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\plan.csv", "plan.csv"),
        ("/etc/shadow", "shadow"),
        ("..", "file"),
        ("", "file"),
        ("a\0b.csv", "ab.csv"),
        ("a\nb?.csv", "a_b_.csv"),
        (".bashrc", "bashrc"),
        ("NUL.txt", "_NUL.txt"),
        ("com1", "_com1"),
        ("dots. . ", "dots"),
        ("한글.csv", "한글.csv"),
        ("\ud800.csv", "_.csv"),
        ("👨‍👩‍👧.png", "👨‍👩‍👧.png"),
    ],
)
def test_names_from_outside_are_made_harmless(given: str, safe: str) -> None:
    assert safe_name(given) == safe


def test_long_names_keep_their_ending() -> None:
    name = safe_name("가" * 300 + ".csv")
    assert len(name.encode()) <= 200
    assert name.endswith("가.csv")


def test_a_hostile_name_stays_in_the_folder(python: Bench, upload: Callable[..., InputFile]) -> None:
    python("1", upload("file-evil", "../../evil.txt", "x"), session="thread_evil")
    assert (python.data("thread_evil") / "evil.txt").is_file()
    python("1", session="../../outside")
    assert not (python.root.parent.parent / "outside").exists()


# Pictures


def test_figures_come_where_they_are_shown(python: Bench) -> None:
    result = python(
        "import matplotlib.pyplot as plt\nprint('a')\n"
        "plt.plot([1, 2]); plt.title('첫째')\nplt.figure()\nplt.bar(['가', '나'], [1, 2])\nplt.show()\nprint('b')\n"
        "fig, ax = plt.subplots()\nax.plot([2, 1])\nprint('c')"
    )
    assert [part.text if isinstance(part, Logs) else "image" for part in result.outputs] == [
        "a\n",
        "image",
        "image",
        "b\nc\n",
        "image",
    ]
    for part in result.outputs:
        if isinstance(part, Image):
            assert python.data() not in part.path.parents
            with Pillow.open(part.path) as picture:
                assert picture.format == "PNG" and picture.width > 500
    assert result.files == ()
    assert python("print(plt.get_fignums())").outputs == (Logs("[]\n"),)


def test_pictures_as_the_last_expression(python: Bench) -> None:
    result = python("from PIL import Image\nImage.new('CMYK', (30, 20))")
    (picture,) = result.outputs
    assert isinstance(picture, Image)
    assert Pillow.open(picture.path).size == (30, 20)
    (figure,) = python("from matplotlib.figure import Figure\nf = Figure()\nf.add_subplot().plot([1, 2])\nf").outputs
    assert isinstance(figure, Image)


@pytest.mark.parametrize("family", ["", "Malgun Gothic", "NanumGothic", "sans-serif", "DejaVu Sans"])
def test_korean_shows_without_a_warning(python: Bench, family: str) -> None:
    chosen = f"plt.rcParams['font.family'] = '{family}'\n" if family else ""
    result = python(
        f"import matplotlib.pyplot as plt\n{chosen}plt.title('분기별 매출 추이')\nplt.show()\nplt.rcdefaults()"
    )
    assert [type(part) for part in result.outputs] == [Image], logs(result)


def test_a_failed_run_leaves_no_half_figure_behind(python: Bench) -> None:
    assert len(python("import matplotlib.pyplot as plt\nplt.plot([1])\n1 / 0").outputs) == 1
    assert python("print(1)").outputs == (Logs("1\n"),)


def test_too_many_pictures(small: Callable[..., Bench]) -> None:
    bench = small(images=2)
    result = bench("from PIL import Image\nfor _ in range(9):\n    Image.new('L', (2, 2)).show()")
    assert len([part for part in result.outputs if isinstance(part, Image)]) == 2
    assert "[Only 2 pictures are shown; there were 7 more.]" in logs(result)


# Limits


def test_endless_loop(small: Callable[..., Bench]) -> None:
    bench = small(seconds=1)
    result = bench("open('kept.txt', 'w').write('x')\nprint('started', flush=True)\nwhile True: pass")
    assert not result.ok
    assert logs(result).startswith("started\n[Stopped after 1 seconds")
    assert names(result) == ["kept.txt"]
    again = bench("import os\nos.listdir('/mnt/data')")
    assert logs(again).startswith("[The Python process of this session was restarted: variables are lost")
    assert logs(again).endswith("]\n['kept.txt']\n")
    assert again.ok
    assert logs(bench("1")) == "1\n"


def test_endless_output(small: Callable[..., Bench]) -> None:
    bench = small(seconds=1, characters=5000)
    text = logs(bench("while True: print('말' * 50)"))
    assert 5000 <= len(text) < 5300
    assert "Stopped" in text


def test_long_output_is_cut_and_said(small: Callable[..., Bench]) -> None:
    bench = small(characters=1000)
    result = bench("print('a' * 1500)\nprint('b' * 10**7)\nimport os\nos.write(1, b'c' * 100);")
    assert logs(result) == "a" * 1000 + "\n[The output was cut here: 10,000,602 more characters.]\n"
    assert logs(bench("'whole'")) == "'whole'\n"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds memory")
@pytest.mark.parametrize(
    "code",
    ["x = bytearray(10**10)", "x = []\nwhile True: x.append(bytearray(10**7))", "import numpy as np\nnp.ones(10**10)"],
)
def test_memory(small: Callable[..., Bench], code: str) -> None:
    bench = small(memory=1024**3)
    result = bench(code)
    assert not result.ok
    assert "MemoryError" in logs(result)
    assert "[The code needed more than the 1,024 MiB of memory it may use.]" in logs(result)
    assert logs(bench("x = None\n2")) == "2\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not bound files")
def test_huge_file(small: Callable[..., Bench]) -> None:
    assert "File too large" in logs(small(file_size=10**6)("open('big', 'wb').write(bytes(2 * 10**6))"))


def test_too_many_files_are_not_handed_over(small: Callable[..., Bench]) -> None:
    bench = small(files=10)
    result = bench("for i in range(11): open(f'/mnt/data/{i}', 'w').close()")
    assert result.files == ()
    assert "[Too much to hand over: /mnt/data holds more than 10 files." in logs(result)
    assert len(list(bench.data().iterdir())) == 11


def test_too_large_files_are_not_handed_over(small: Callable[..., Bench]) -> None:
    result = small(folder_size=3 * 2**20)("for i in 'ab': open(i, 'wb').write(bytes(2 * 2**20))")
    assert result.files == ()
    assert "more than 3 MiB" in logs(result)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import os\nos._exit(3)", "exit code 3"),
        ("import ctypes\nctypes.string_at(0)", "crashed"),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", "killed"),
        ("import os\nos.closerange(0, 50)", ""),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_dead_worker_comes_back_with_its_files(small: Callable[..., Bench], code: str, reason: str) -> None:
    bench = small(seconds=5)
    result = bench("print('so far')\nopen('f.txt', 'w').write('x')\n" + code)
    assert not result.ok
    assert logs(result).startswith("so far\n[The Python process is gone: ")
    assert reason in logs(result)
    assert names(result) == ["f.txt"]
    assert logs(bench("open('f.txt').read()")).endswith("kept.]\n'x'\n")


@pytest.mark.skipif(sys.platform == "win32" or walls.closed_in(), reason="code cannot fork here")
def test_a_forked_child_does_not_speak_for_its_parent(python: Bench) -> None:
    result = python(
        "import os\nchild = os.fork()\nif child: os.waitpid(child, 0)\nprint('parent' if child else 'child')"
    )
    assert logs(result) == "child\nparent\n"
    assert logs(python("1")) == "1\n"


def test_a_deleted_folder_is_made_anew(python: Bench) -> None:
    python("import shutil, os\nos.chdir('/')\nshutil.rmtree('/mnt/data')\n", session="thread_deleted")
    result = python("import os\nprint(open('/mnt/data/new', 'w').write('x'))", session="thread_deleted")
    assert names(result) == ["new"]


# Sessions


def test_no_key_reaches_the_worker(python: Bench) -> None:
    result = python(
        "import os\nf = '/proc/self/environ'\nprint(os.environ, open(f).read() if os.path.exists(f) else '')"
    )
    assert SECRET not in logs(result)
    assert "OPENAI" not in logs(result)


def test_the_longest_idle_session_is_put_away(small: Callable[..., Bench]) -> None:
    bench = small(workers=2)
    for session in ("one", "two"):
        bench("open('mine', 'w').write('x')\nx = 1", session=session)
    bench("x", session="one")
    bench("3", session="three")
    assert logs(bench("x", session="one")) == "1\n"
    assert "restarted" in logs(bench("import os\nos.listdir()", session="two"))
    assert "NameError" in logs(bench("x", session="two"))


def test_an_idle_session_is_put_away_and_its_files_are_kept(small: Callable[..., Bench]) -> None:
    bench = small(idle_seconds=0)
    bench("x = 1\nopen('mine', 'w').write('x')")

    async def until_idle() -> None:
        while bench.interpreter._session("thread_shared").worker:
            await asyncio.sleep(0.01)

    bench.wait(until_idle)
    result = bench("import os\nprint(os.listdir(), 'x' in globals())")
    assert logs(result).startswith("[The Python process of this session was restarted")
    assert logs(result).endswith("]\n['mine'] False\n")


def test_more_sessions_than_places_at_one_time(small: Callable[..., Bench]) -> None:
    bench = small(workers=2)

    async def all_at_once() -> list[CodeResult]:
        return await asyncio.gather(*(bench.interpreter.run(f"s{n}", f"print({n})", ()) for n in range(5)))

    assert [logs(result) for result in bench.wait(all_at_once)] == [f"{n}\n" for n in range(5)]


def test_a_cancelled_run_stops(small: Callable[..., Bench]) -> None:
    bench = small()
    started = bench.data("s") / "started"

    async def cancel() -> None:
        code = "open('started', 'w').close()\nwhile True: pass"
        task = asyncio.ensure_future(bench.interpreter.run("s", code, ()))
        while not started.exists():
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    bench.wait(cancel)
    result = bench("2", session="s")
    assert result.ok
    assert logs(result).startswith("[The Python process of this session was restarted")


def test_forget_removes_the_folder(small: Callable[..., Bench]) -> None:
    bench = small()
    bench("x = 1\nopen('f', 'w').close()", session="s")
    bench.wait(lambda: bench.interpreter.forget("s"))
    assert not (bench.root / "s").exists()
    assert "NameError" in logs(bench("x", session="s"))
    bench.wait(lambda: bench.interpreter.forget("never seen"))


def test_a_new_server_finds_the_files_and_says_that_variables_are_gone(
    small: Callable[..., Bench], upload: Callable[..., InputFile]
) -> None:
    table = upload("file-t", "t.csv", "old")
    small()("open('t.csv', 'w').write('new')", table)
    result = small()("open('/mnt/data/file-t').read()", table)
    assert logs(result).startswith("[The Python process of this session was restarted")
    assert logs(result).endswith("'new'\n")


def test_a_damaged_note_about_the_session_is_survived(
    small: Callable[..., Bench], upload: Callable[..., InputFile]
) -> None:
    table = upload("file-t", "t.csv", "text")
    small()("1", table)
    bench = small()
    (bench.root / "thread_shared" / "state.json").write_text("{")
    assert logs(bench("open('file-t').read()", table)).endswith("'text'\n")


def test_a_warm_spare_is_taken_and_replaced(small: Callable[..., Bench]) -> None:
    bench = small()
    loaded = "import sys\nprint('pandas' in sys.modules)"

    async def use() -> list[CodeResult]:
        await bench.interpreter.warm()
        first = await bench.interpreter.run("a", loaded, ())
        await bench.interpreter.warm()
        return [first, await bench.interpreter.run("b", loaded + "\nopen('/mnt/data/한.txt', 'w').close()", ())]

    first, second = bench.wait(use)
    assert logs(first) == logs(second) == "True\n"
    assert names(second) == ["한.txt"]


def test_a_worker_that_cannot_start_is_said(small: Callable[..., Bench], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launch, "_ENTRY", "raise ImportError('no module named numpy')")
    result = small()("1")
    assert result == CodeResult(
        (Logs("[The code interpreter could not start: ImportError: no module named numpy.]\n"),), (), False
    )


def test_a_library_that_cannot_be_imported_does_not_keep_sessions_from_starting(
    small: Callable[..., Bench], monkeypatch: pytest.MonkeyPatch
) -> None:
    refusing = "lambda name, *_: exec('raise ImportError(name)') if name == 'pandas' else None"
    finder = f"sys.meta_path.insert(0, type('Refusing', (), dict(find_spec=staticmethod({refusing}))))"
    monkeypatch.setattr(launch, "_ENTRY", launch._ENTRY.replace("main()", f"{finder}; main()"))
    bench = small()
    with pytest.raises(OSError):
        bench.wait(bench.interpreter.warm)
    assert logs(bench("1 + 1")) == "2\n"
    assert "ImportError: pandas" in logs(bench("import pandas"))


LAUNCHERS = [SpawningLauncher, *([ForkingLauncher] if sys.platform == "linux" else [])]


@pytest.mark.parametrize("launcher", LAUNCHERS)
def test_the_worker_ends_with_its_server_even_in_an_endless_loop(
    launcher: type[Launcher], small: Callable[..., Bench], tmp_path: Path
) -> None:
    async def hang_up() -> int | None:
        folder = SessionFolder(tmp_path / "s")
        folder.open()
        starting = launcher(tmp_path)
        worker = await starting.start()
        await worker.open(folder, Limits())
        await worker.begin("print('on', flush=True)\nwhile True: pass", {})
        assert await worker.receive() == {"type": "logs", "text": "on\n", "run": 1}
        process = worker._process
        process.writer.close()
        await asyncio.wait_for(process.wait(), 5)
        await starting.close()
        return process.returncode

    assert small().wait(hang_up) == 0


@pytest.mark.parametrize("launcher", LAUNCHERS)
def test_every_kind_of_launcher_serves_sessions_warm_and_cold(
    launcher: type[Launcher], monkeypatch: pytest.MonkeyPatch, small: Callable[..., Bench]
) -> None:
    monkeypatch.setattr(interpreter, "launcher", launcher)
    bench = small()
    loaded = "import sys\nopen('/mnt/data/한.txt', 'w').close()\nprint('pandas' in sys.modules)"
    assert logs(bench(loaded, session="cold")) == "False\n"
    bench.wait(bench.interpreter.warm)
    for session in ("warm", "next"):
        result = bench(loaded, session=session)
        assert result.ok and names(result) == ["한.txt"]
        bench.wait(bench.interpreter.warm)
    assert logs(bench(loaded, session="again")) == "True\n"
    assert logs(bench("x = 1\nimport os\nos._exit(4)", session="again")).startswith("[The Python process is gone")


def test_the_decks_of_this_project_can_be_imported(python: Bench) -> None:
    assert python("import helpers.fonts\nhelpers.fonts.font_path().exists()").outputs == (Logs("True\n"),)


# What a worker that the code has taken over may say


def test_a_forged_picture_is_passed_over(tmp_path: Path) -> None:
    folder = SessionFolder(tmp_path / "s")
    folder.open()
    (tmp_path / "secret.png").write_bytes(b"x")
    (folder.images / "real.png").write_bytes(b"x")
    (folder.images / "link.png").symlink_to(tmp_path / "secret.png")
    transcript = Transcript(folder, Limits())
    for name in ("real.png", "link.png", "../../secret.png", str(tmp_path / "secret.png"), "none.png", "a\0b"):
        transcript.image(name)
    assert transcript.outputs() == (Image(folder.images / "real.png"),)
