"""What holds for every notebook, whatever it teaches. Its outputs are compared by nbval."""

import ast
import re
from pathlib import Path
from statistics import median

import nbformat
import pytest

from tests.notebooks import furniture

KO = sorted((furniture.NOTEBOOKS / "ko").glob("*.ipynb"))
EN = sorted((furniture.NOTEBOOKS / "en").glob("*.ipynb"))
ALL = [pytest.param(path, id=f"{path.parent.name}/{path.stem}") for path in KO + EN]
LONGEST_CELL, USUAL_CELL = 15, 8
LARGEST_FILE = 2_000_000


def read(path: Path) -> nbformat.NotebookNode:
    return nbformat.read(path, as_version=4)


def code_of(path: Path) -> list[str]:
    return [cell.source for cell in read(path).cells if cell.cell_type == "code"]


class WithoutWords(ast.NodeTransformer):
    """Strings of the two tracks may differ; so may which data set they use."""

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        return ast.Constant("") if isinstance(node.value, str) else node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        values = [value for value in node.values if isinstance(value, ast.FormattedValue)]
        return ast.JoinedStr(sorted((self.visit(value) for value in values), key=ast.dump))


def structure(source: str) -> str:
    """The code without words; two strings beside each other count as one."""
    return ast.dump(WithoutWords().visit(ast.parse(source)))


def test_each_notebook_has_its_twin():
    assert [path.name for path in KO] == [path.name for path in EN]
    assert KO, "there are no notebooks"


@pytest.mark.parametrize("name", [path.stem for path in KO])
def test_twins_have_the_same_cells(name):
    ko, en = (read(furniture.NOTEBOOKS / track / f"{name}.ipynb") for track in furniture.TRACKS)
    assert [cell.cell_type for cell in ko.cells] == [cell.cell_type for cell in en.cells]
    for one, other in zip(ko.cells, en.cells, strict=True):
        if one.cell_type == "code":
            assert structure(one.source) == structure(other.source), f"{one.source}\n---\n{other.source}"
        else:
            levels = [re.findall(r"^#+ ", cell.source, re.MULTILINE) for cell in (one, other)]
            assert levels[0] == levels[1], f"{one.source}\n---\n{other.source}"


@pytest.mark.parametrize("path", ALL)
def test_it_is_committed_as_it_ran(path):
    cells = [cell for cell in read(path).cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    assert sum(bool(cell.outputs) for cell in cells) >= len(cells) // 2
    assert not [cell.source for cell in cells if any(output.output_type == "error" for output in cell.outputs)]


@pytest.mark.parametrize("path", ALL)
def test_cells_are_short_and_the_lesson_goes_through_the_sdk(path):
    sources = code_of(path)
    lengths = [len(source.splitlines()) for source in sources]
    assert max(lengths) <= LONGEST_CELL
    assert median(lengths) <= USUAL_CELL
    assert not [source for source in sources if "helpers.server" in source]
    assert path.stat().st_size < LARGEST_FILE


@pytest.mark.parametrize("path", ALL)
def test_nothing_private_is_in_it(path):
    text = path.read_text(encoding="utf-8")
    assert not re.findall(r"(?<![\w.:/])/(?:root|home|work|Users|tmp)/\w+", text)
    assert not re.findall(r"sk-[A-Za-z0-9_-]{20,}|workshop-[A-Za-z0-9_-]{20,}|Bearer \w{12,}", text)
    assert not re.findall(r"127\.0\.0\.1:\d{2,5}(?!\d|/images/)", text)


@pytest.mark.parametrize("path", ALL)
def test_links_lead_somewhere(path):
    for link in links_in(path):
        place, _, section = link.partition("#")
        target = path.parent / place if place else path
        if link.startswith(("http://", "https://")):
            assert re.fullmatch(r"https://[\w.-]+\.\w{2,}(?:/\S*)?", link), link
        else:
            assert target.exists(), link
            assert not section or section in sections_of(target), link


@pytest.mark.parametrize("page", ["README.md", "README.ko.md", "CONTRIBUTING.md", "tests/README.md"])
def test_links_of_the_pages_lead_somewhere(page):
    path = furniture.NOTEBOOKS.parent / page
    for link in re.findall(r"\]\(([^)\s]+)\)", path.read_text(encoding="utf-8")):
        place = link.partition("#")[0]
        assert link.startswith("https://") or not place or (path.parent / place).exists(), link


def links_in(path: Path) -> list[str]:
    words = "\n".join(cell.source for cell in read(path).cells if cell.cell_type == "markdown")
    return re.findall(r"\]\(([^)\s]+)\)", re.sub(r"```.*?```|`[^`\n]*`", "", words, flags=re.DOTALL))


def sections_of(path: Path) -> set[str]:
    """The anchors that JupyterLab gives the headings of a notebook."""
    words = "\n".join(cell.source for cell in read(path).cells if cell.cell_type == "markdown")
    return {heading.strip().replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", words, re.MULTILINE)}


@pytest.mark.parametrize("path", ALL)
def test_pictures_are_described_in_words(path):
    for cell in read(path).cells:
        if cell.cell_type == "markdown":
            assert not re.search(r"!\[\s*\]\(|<img(?![^>]*\balt=\"[^\"]+)", cell.source), cell.source


def test_a_translation_is_stale_when_its_source_has_changed():
    source, translation = (
        nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(text)]) for text in ("가", "A")
    )
    assert furniture.mark_translated(translation, source, renewed=False) == []
    source.cells[0].source = "나"
    assert furniture.mark_translated(translation, source, renewed=False) == [translation.cells[0].id]
    assert furniture.mark_translated(translation, source, renewed=True) == []
    assert furniture.mark_translated(translation, source, renewed=False) == []


def test_the_furniture_is_in_order(capsys):
    assert furniture.main(check=True) == 0, capsys.readouterr().out


@pytest.mark.parametrize("track", furniture.TRACKS)
def test_lessons_that_share_an_assistant_describe_it_alike(track):
    """Whoever runs two notebooks side by side would find it changed under their hands otherwise."""
    described: dict[str, set[str]] = {}
    for path in sorted((furniture.NOTEBOOKS / track).glob("*.ipynb")):
        cells = [cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
        for name, description in _assistants_in([ast.parse(source) for source in cells if "%" not in source[:1]]):
            described.setdefault(name, set()).add(description)
    assert [name for name, descriptions in described.items() if len(descriptions) > 1] == []


def _assistants_in(trees):
    """The name of each assistant that is made to stay, and all that is said of it, constants put in for their names."""
    nodes = [node for tree in trees for node in ast.walk(tree)]
    constants = {
        target.id: node.value
        for node in nodes
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in nodes:
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "create_once":
            given = {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}
            said = {key: constants.get(getattr(value, "id", ""), value) for key, value in given.items()}
            if isinstance(said.get("name"), ast.Constant):
                yield said["name"].value, str(sorted((key, ast.dump(value)) for key, value in said.items()))
