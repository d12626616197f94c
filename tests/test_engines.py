"""Engines that call Python on columns: what the documentation says of each in a line is so."""

import pytest

pytest.importorskip("pyarrow", reason="the extra 'arrow' is not installed")

import pyarrow as pa

from civicpledge import arrow
from civicpledge.normalise.names import name_key

NAMES = ["Cllr MARLOW, Ada", None, "Zoë Finch", "Tobias  Finch"] * 3
KEYS = [None if name is None else name_key(name) for name in NAMES]


def test_dask_calls_them_on_partitions():
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    dataframe = pytest.importorskip("dask.dataframe", reason="Dask is not installed")
    frame = dataframe.from_pandas(
        pandas.DataFrame({"name": pandas.Series(NAMES, dtype="string")}), npartitions=3
    )
    found = frame["name"].map_partitions(
        lambda s: arrow.normalise_names(pa.array(s)).to_pandas(), meta=("name", "string")
    )
    keys = [None if pandas.isna(key) else key for key in found.compute(scheduler="sync")]
    assert keys == KEYS


@pytest.mark.filterwarnings("ignore")  # Ray's own
def test_ray_calls_them_on_batches():
    ray = pytest.importorskip("ray", reason="Ray is not installed")
    ray.init(num_cpus=1, include_dashboard=False, log_to_driver=False)
    try:
        dataset = ray.data.from_arrow(pa.table({"name": NAMES}))
        found = dataset.map_batches(
            lambda t: t.append_column("key", arrow.normalise_names(t["name"])),
            batch_format="pyarrow",
        )
        assert [row["key"] for row in found.take_all()] == KEYS
    finally:
        ray.shutdown()
