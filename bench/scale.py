"""
The same work in process, on DuckDB and on Spark: time, memory, and one digest that must be the same.

    python bench/scale.py                      a hundredth of a country, every engine that is installed
    python bench/scale.py --part 1             all of it: 125,000 contests, 1,000,000 candidacies,
                                               2,500,000 mentions, 6,300,000 responses
    python bench/scale.py --engine duckdb      one engine only

The workload is invented, by a seeded generator. Each engine runs in a process of its own; the memory is
the most that process and its largest child held, without the Java machine of Spark; the processor's
time is that of the process alone, which is all there is but on Spark.
"""

import argparse
import hashlib
import importlib
import importlib.util
import json
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import pyarrow as pa

from civicpledge import arrow

CONTESTS, CANDIDACIES_EACH, MENTIONS_EACH = 125_000, 8, 20
RESPONSES = 6_300_000
BLOCKS_AT_ONCE = 2_000

# One text for both engines. DuckDB calls explode unnest; a macro gives it the other name.
MATCH_SQL = """
with options as (
  select contest, array_agg(candidate || chr(31) || name || chr(31) || party) as options
  from candidacies group by contest
), said as (
  select contest, array_agg(mention || chr(31) || name) as mentions
  from mentions group by contest
)
select found.mention as mention, found.outcome as outcome, found.candidate as candidate
from (
  select explode(match_blocks(said.mentions, options.options)) as found
  from said join options on said.contest = options.contest
) as matches
"""
SCORE_SQL = """
select candidate, cast(sum(worth.weight) as bigint) as weight,
  cast(sum(worth.low) as bigint) as low, cast(sum(worth.high) as bigint) as high
from (select candidate, score_responses(stance, qualification, power) as worth from responses) as worths
group by candidate
"""

GIVEN = "Ada Tobias Noor Priya Owen Greta Ivo Lena Marek Sofia Tomos Wren Yusuf Zadie Hugo Isla"
STEMS = "Mar Fin Had Lind Cas Oak Bram Cal Dun Ell Far Gar Hol Ing Jes Kel Lam Mor Nor Pem"
ENDS = "low ch ley qvist tell s ton der by wick croft ford more stone well worth"
PARTIES = ["Harbour Party", "Orchard Alliance", "Green Party", "Independent"]
STANCES = ["committed", "qualified", "supportive", "deflected", "refused", "unclear", None]
KINDS = ["conditional", "partial", "other_means"]
POWERS = ["decides", "funds", "convenes", "influences", None]


def printed(name: str, dice: random.Random) -> str:
    """Write a name as a page might, or somebody else's."""
    given, surname = name.split()
    spelt = surname[:-1] + dice.choice("aeinst")
    ways = [name, name, f"Cllr {name}", f"{surname.upper()}, {given}", f"{given[0]}. {surname}"]
    return dice.choice(
        [
            *ways,
            f"{given} {spelt}",
            f"{dice.choice(GIVEN.split())} {dice.choice(STEMS.split())}sson",
        ]
    )


def workload(part: int) -> dict[str, pa.Table]:
    """Make candidacies, mentions and responses, a *part*-th of a country."""
    dice = random.Random(2030)
    contests = CONTESTS // part
    candidacies: list[tuple[str, str, str, str]] = []
    mentions: list[tuple[str, str, str]] = []
    for n in range(contests):
        contest = f"local.c{n}.2030-05-02"
        people = [
            f"{dice.choice(GIVEN.split())} {dice.choice(STEMS.split())}{dice.choice(ENDS.split())}"
            for _ in range(CANDIDACIES_EACH)
        ]
        candidacies += [
            (contest, f"{contest}.{i}", p, dice.choice(PARTIES)) for i, p in enumerate(people)
        ]
        mentions += [
            (contest, f"{n}-{i}", printed(dice.choice(people), dice)) for i in range(MENTIONS_EACH)
        ]
    responses = [_response(dice.choice(candidacies)[1], dice) for _ in range(RESPONSES // part)]
    return {
        "candidacies": _table(("contest", "candidate", "name", "party"), candidacies),
        "mentions": _table(("contest", "mention", "name"), mentions),
        "responses": _table(("candidate", "stance", "qualification", "power"), responses),
    }


def _response(candidate: str, dice: random.Random) -> tuple[str | None, ...]:
    stance = dice.choice(STANCES)
    kind = dice.choice(KINDS) if stance == "qualified" else None
    return (candidate, stance, kind, dice.choice(POWERS))


def _table(names: tuple[str, ...], rows: list[tuple[str | None, ...]]) -> pa.Table:
    columns = zip(*rows, strict=True)
    return pa.table({n: pa.array(c, pa.string()) for n, c in zip(names, columns, strict=True)})


def _lists(rows: Iterator[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for contest, packed in rows:
        found.setdefault(contest, []).append(packed)
    return found


def _packed(table: pa.Table, *names: str) -> Iterator[tuple[str, str]]:
    columns = (table.column(name).to_pylist() for name in names)
    for contest, *fields in zip(table.column("contest").to_pylist(), *columns, strict=True):
        yield contest, arrow.FIELD.join(fields)


def in_process(tables: dict[str, pa.Table]) -> tuple[pa.Table, pa.Table]:
    """Do it with nothing but pyarrow, some thousands of contests at a time."""
    options = _lists(_packed(tables["candidacies"], "candidate", "name", "party"))
    said = _lists(_packed(tables["mentions"], "mention", "name"))
    contests, kind, found = list(said), pa.list_(pa.string()), []
    for start in range(0, len(contests), BLOCKS_AT_ONCE):
        some = contests[start : start + BLOCKS_AT_ONCE]
        lists = (pa.array([held.get(c, []) for c in some], kind) for held in (said, options))
        found.append(pa.Table.from_struct_array(arrow.match_blocks(*lists).flatten()))
    responses = tables["responses"]
    columns = (responses.column(name) for name in ("stance", "qualification", "power"))
    worths = pa.Table.from_struct_array(arrow.score_responses(*columns))
    summed = worths.append_column("candidate", responses.column("candidate")).group_by("candidate")
    scores = summed.aggregate([("weight", "sum"), ("low", "sum"), ("high", "sum")])
    return pa.concat_tables(found), scores.rename_columns(["candidate", "weight", "low", "high"])


def worth(stances: pa.Array, qualifications: pa.Array, powers: pa.Array) -> pa.Array:
    """Score by the default rubric; engines count a function's parameters, so there are but three."""
    return arrow.score_responses(stances, qualifications, powers)


def on_duckdb(tables: dict[str, pa.Table]) -> tuple[pa.Table, pa.Table]:
    """Do it in SQL, on DuckDB."""
    duckdb = importlib.import_module("duckdb")
    connection = duckdb.connect()
    for name, table in tables.items():
        connection.register(name, table)
    match = "struct(mention varchar, outcome varchar, candidate varchar, similarity double)[]"
    parts = "struct(weight bigint, low bigint, high bigint)"
    options = {"type": "arrow", "null_handling": "special"}
    texts = ["varchar[]", "varchar[]"]
    connection.create_function("match_blocks", arrow.match_blocks, texts, match, **options)
    connection.create_function("score_responses", worth, ["varchar"] * 3, parts, **options)
    connection.execute("create macro explode(list) as unnest(list)")
    return tuple(connection.sql(text).to_arrow_table() for text in (MATCH_SQL, SCORE_SQL))


def on_spark(tables: dict[str, pa.Table]) -> tuple[pa.Table, pa.Table]:
    """Do the same SQL on Spark, in as many processes as there are cores."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    sql = importlib.import_module("pyspark.sql")
    arrow_udf = importlib.import_module("pyspark.sql.functions").arrow_udf

    matches = "array<struct<mention:string,outcome:string,candidate:string,similarity:double>>"
    spark = (
        sql.SparkSession.builder.master("local[*]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.memory", "4g")
        .config("spark.sql.shuffle.partitions", "16")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    for name, table in tables.items():
        spark.createDataFrame(table).createOrReplaceTempView(name)
    spark.udf.register("match_blocks", arrow_udf(arrow.match_blocks, matches))
    spark.udf.register(
        "score_responses", arrow_udf(worth, "struct<weight:long,low:long,high:long>")
    )
    found = tuple(spark.sql(text).toArrow() for text in (MATCH_SQL, SCORE_SQL))
    spark.stop()
    return found


ENGINES: dict[str, tuple[str, Callable[..., tuple[pa.Table, pa.Table]]]] = {
    "process": ("pyarrow", in_process),
    "duckdb": ("duckdb", on_duckdb),
    "spark": ("pyspark", on_spark),
}


def digest(table: pa.Table, *names: str) -> str:
    """Digest the rows of a result, whatever order they came in."""
    rows = zip(*(table.column(name).to_pylist() for name in names), strict=True)
    lines = sorted("\t".join(map(str, row)) for row in rows)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def run(engine: str, part: int) -> None:
    """Run one engine and print what it took, as JSON."""
    tables = workload(part)
    began, busy = time.perf_counter(), time.process_time()
    matches, scores = ENGINES[engine][1](tables)
    seconds, busy = time.perf_counter() - began, time.process_time() - busy
    held = [
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    found = (
        digest(matches, "mention", "outcome", "candidate"),
        digest(scores, "candidate", "weight", "low", "high"),
    )
    matched = matches.column("outcome").to_pylist().count("matched")
    told = {"seconds": round(seconds, 1), "cpu": round(busy, 1), "mb": sum(held) // 1024}
    found_there = {"digest": "-".join(found), "mentions": len(matches), "matched": matched}
    print(json.dumps({**told, **found_there}))


def main() -> int:
    """Run every engine that is installed, each in its own process, and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", type=int, default=100, help="1 is the whole country")
    parser.add_argument("--engine", choices=ENGINES)
    options = parser.parse_args()
    if options.engine:
        run(options.engine, options.part)
        return 0
    digests = set()
    for engine, (package, _) in ENGINES.items():
        if importlib.util.find_spec(package) is None:
            print(f"{engine:8} not run: {package} is not installed")
            continue
        command = [sys.executable, __file__, "--part", str(options.part), "--engine", engine]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
        told = json.loads(done.stdout.splitlines()[-1])
        digests.add(told["digest"])
        print(
            f"{engine:8} {told['seconds']:8.1f} s ({told['cpu']:.1f} s of its processor)"
            f" {told['mb']:6} MB  {told['digest']}"
            f"  {told['matched']:,} of {told['mentions']:,} matched"
        )
    print("the same digest everywhere" if len(digests) == 1 else "THE DIGESTS DIFFER")
    return int(len(digests) != 1)


if __name__ == "__main__":
    sys.exit(main())
