import importlib.util
from pathlib import Path

import pandas as pd
import pytest

DATA = Path(__file__).resolve().parents[2] / "assets" / "data"


@pytest.fixture
def books() -> pd.DataFrame:
    return pd.read_csv(DATA / "sales_ko.csv").set_index("분기")


@pytest.fixture
def channels() -> pd.DataFrame:
    return pd.read_csv(DATA / "channels_en.csv")


def test_the_script_makes_the_committed_files_again(tmp_path) -> None:
    spec = importlib.util.spec_from_file_location("make_data", DATA / "make_data.py")
    make_data = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make_data)
    make_data.main(tmp_path)
    for name in ("sales_ko.csv", "channels_en.csv"):
        # A checkout on Windows may have turned the line ends.
        committed = (DATA / name).read_bytes().replace(b"\r\n", b"\n")
        assert (tmp_path / name).read_bytes() == committed, name


def test_the_korean_table_opens_in_pandas_and_in_excel(books) -> None:
    assert list(books.columns) == ["GPT 도해", "머신러닝 첫걸음", "데이터 분석 열 가지"]
    assert list(books.index) == [f"{year}-Q{quarter}" for year in range(2022, 2026) for quarter in range(1, 5)]
    assert books.dtypes.eq("int64").all() and (books > 0).all().all()
    assert (DATA / "sales_ko.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_one_book_takes_off_and_one_declines_and_turns(books) -> None:
    years = books.groupby(books.index.str[:4]).sum()
    assert years["머신러닝 첫걸음"]["2025"] > 3 * years["머신러닝 첫걸음"]["2022"]
    growth = years["GPT 도해"].pct_change().dropna()
    assert growth.gt(0).all() and growth.is_monotonic_decreasing
    assert years.idxmax(axis=1).eq("GPT 도해").all()
    falling = books["데이터 분석 열 가지"]
    assert falling.idxmin() == "2024-Q3"
    assert falling["2024-Q3":].is_monotonic_increasing
    assert years["데이터 분석 열 가지"]["2025"] < 0.6 * years["데이터 분석 열 가지"]["2022"]
    assert years.sum(axis=1).is_monotonic_increasing


def test_the_channel_table_is_long_and_complete(channels) -> None:
    assert list(channels.columns) == ["Year", "Quarter", "Channel", "Revenue", "Cost", "Customers"]
    assert len(channels) == 48 and not channels.isna().any().any()
    assert not channels.duplicated(["Year", "Quarter", "Channel"]).any()
    assert (channels["Cost"] < channels["Revenue"]).all()


def test_one_channel_overtakes_and_another_loses_its_margin(channels) -> None:
    revenue = channels.pivot_table(index=["Year", "Quarter"], columns="Channel", values="Revenue")
    ahead = revenue["Online"] > revenue["Shops"]
    assert ahead.idxmax() == (2024, "Q3")
    assert ahead[ahead.idxmax() :].all()
    years = channels.groupby(["Channel", "Year"])[["Revenue", "Cost"]].sum()
    margin = (1 - years["Cost"] / years["Revenue"]).unstack()
    assert margin.loc["Partners", 2022] > 0.32 and margin.loc["Partners", 2025] < 0.15
    assert years["Revenue"].unstack().loc["Partners"].is_monotonic_increasing
    assert margin.loc["Online"].is_monotonic_increasing
