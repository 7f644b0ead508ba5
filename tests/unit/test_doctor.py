"""The doctor: what it finds, and that each failure comes with its mend."""

import socket
import sys

import pytest

from helpers import doctor
from helpers.doctor import Check, examine, locked


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("WORKSHOP_LANG", "en")


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 13, 2)])
def test_a_supported_python_is_ok(version):
    assert doctor.check_python(version) == Check("OK", f"Python {'.'.join(map(str, version))}")


@pytest.mark.parametrize("version", [(3, 10, 9), (3, 14, 0)])
def test_another_python_fails_with_its_mend(version):
    check = doctor.check_python(version)
    assert check.outcome == "FAIL"
    assert "python.org" in check.mend


def test_the_lock_is_read_for_this_machine_only(tmp_path):
    lock = tmp_path / "requirements.txt"
    lock.write_text(
        "pytest==1.2.3 \\\n    --hash=sha256:00\n    # via somebody\n"
        "not-here==9 ; sys_platform == 'nowhere' \\\n    --hash=sha256:00\n"
        f"here==8 ; sys_platform == '{sys.platform}' \\\n    --hash=sha256:00\n"
        "# a remark\n",
        "utf-8",
    )
    assert locked(lock) == {"pytest": "1.2.3", "here": "8"}


def test_installed_packages_are_compared_with_the_lock(tmp_path):
    lock = tmp_path / "requirements.txt"
    lock.write_text(f"pytest=={pytest.__version__}\n", "utf-8")
    assert doctor.check_packages(lock) == Check("OK", "1 packages, as in requirements.txt")

    lock.write_text("pytest==0.0.1\nno-such-package-anywhere==2\n", "utf-8")
    check = doctor.check_packages(lock)
    assert check.outcome == "FAIL"
    assert f"pytest 0.0.1 ({pytest.__version__})" in check.what
    assert "no-such-package-anywhere 2 (missing)" in check.what
    assert ".venv" in check.mend


def test_a_missing_or_broken_font_fails(tmp_path, monkeypatch):
    assert doctor.check_font().outcome == "OK"
    broken = tmp_path / "broken.ttf"
    monkeypatch.setattr(doctor, "font_path", lambda bold: broken)
    assert doctor.check_font().outcome == "FAIL"
    broken.write_text("not a font", "utf-8")
    assert doctor.check_font().outcome == "FAIL"


def test_a_port_that_cannot_be_opened_fails(monkeypatch):
    assert doctor.check_port().outcome == "OK"

    def refuse(*args, **options):
        raise PermissionError("not permitted")

    monkeypatch.setattr(socket, "create_server", refuse)
    check = doctor.check_port()
    assert check.outcome == "FAIL"
    assert "firewall" in check.mend


def test_the_state_folder_is_tried_and_left_clean(tmp_path):
    folder = tmp_path / "한글" / "state"
    check = doctor.check_state(folder)
    assert check.outcome == "OK"
    assert str(folder) in check.what
    assert list(folder.iterdir()) == []


def test_a_state_folder_that_cannot_be_written_fails(tmp_path):
    # In place of a missing permission, which does not hold back the administrator.
    (tmp_path / "a file").touch()
    check = doctor.check_state(tmp_path / "a file")
    assert check.outcome == "FAIL"
    assert "WORKSHOP_STATE" in check.mend


def test_a_kernel_of_another_python_fails(tmp_path, monkeypatch):
    kernel = tmp_path / "kernels" / "python3"
    kernel.mkdir(parents=True)
    (kernel / "kernel.json").write_text(
        '{"argv": ["/elsewhere/bin/python3.8"], "display_name": "x", "language": "python"}'
    )
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    check = doctor.check_kernel()
    assert check.outcome == "FAIL"
    assert "/elsewhere/bin/python3.8" in check.what


def test_absent_programs_are_said_but_fail_nothing(monkeypatch):
    monkeypatch.setattr(doctor.shutil, "which", lambda name: None)
    for check in (doctor.check_slides(), doctor.check_browser()):
        assert check.outcome == "INFO"
        assert "apt install" in check.mend


def test_programs_are_found_by_their_other_names(monkeypatch):
    monkeypatch.setattr(doctor.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "google-chrome" else None)
    assert doctor.find_program("Chromium") == "/usr/bin/google-chrome"
    assert doctor.find_program("LibreOffice") is None


def test_the_model_is_asked():
    check = doctor.check_model()
    assert check.outcome == "OK"
    assert "offline tutor" in check.what


def test_a_check_that_breaks_is_a_failure_and_the_others_go_on():
    def check_something():
        raise RuntimeError("out of order")

    broken, fine = examine([check_something, lambda: Check("OK", "fine")])
    assert broken.outcome == "FAIL"
    assert "something" in broken.what and "out of order" in broken.what
    assert broken.mend
    assert fine.outcome == "OK"


@pytest.mark.parametrize(("outcomes", "code"), [(["OK", "INFO"], 0), (["OK", "FAIL", "OK"], 1), (["FAIL", "INFO"], 1)])
def test_only_a_failure_makes_the_exit_code_1(outcomes, code, monkeypatch, capsys):
    monkeypatch.setattr(doctor, "examine", lambda: [Check(outcome, "x", "do y") for outcome in outcomes])
    assert doctor.main(["--lang", "en"]) == code
    printed = capsys.readouterr().out
    assert [line[1:].split("]")[0] for line in printed.splitlines() if line.startswith("[")] == outcomes
    assert printed.count("-> do y") == len(outcomes)


@pytest.mark.parametrize(
    ("variables", "words", "korean"),
    [
        ({"LANG": "ko_KR.UTF-8"}, [], True),
        ({"LANG": "en_US.UTF-8"}, [], False),
        ({"LANG": "en_US.UTF-8", "WORKSHOP_LANG": "ko"}, [], True),
        ({"LANG": "ko_KR.UTF-8"}, ["--lang", "en"], False),
        ({"LANG": "ko_KR.UTF-8", "LC_ALL": "C"}, [], False),
    ],
)
def test_it_speaks_the_language_of_the_reader(variables, words, korean, monkeypatch, capsys):
    for name in ("WORKSHOP_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(doctor, "examine", lambda: iter([doctor.check_python((3, 10, 0))]))
    doctor.main(words)
    assert ("필요합니다" in capsys.readouterr().out) == korean
