"""Runs the example of docs/batch.md under Spark in local mode, over 20,000 workouts, and compares."""

import os
import tempfile
from pathlib import Path

from pyspark.sql import SparkSession
from workouts import LEVELS, compare, environment, snippet, texts

COUNT = 20_000
PARTITIONS = 8


def main():
    # Spark's workers look for wodc where this process does.
    os.environ.update(environment())
    workouts = texts(COUNT)
    levels = [LEVELS[number % len(LEVELS)] for number in range(COUNT)]
    book = {}
    exec(snippet("python"), book)
    builder = SparkSession.builder.master("local[*]").appName("wodc").config("spark.ui.enabled", "false")
    spark = builder.config("spark.driver.memory", "2g").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    rows = [(number, workouts[number], levels[number]) for number in range(COUNT)]
    table = spark.createDataFrame(rows, "id BIGINT, text STRING, level STRING").repartition(PARTITIONS)
    answers = {}
    for row in book["compiled"](table).toLocalIterator():
        assert row["id"] not in answers, f"{row['id']} is answered twice"
        answers[row["id"]] = {
            "ok": row["ok"],
            "error": row["error"],
            "outputs": {output["name"]: output["text"] for output in row["outputs"]},
            "said": [one["message"] for one in row["diagnostics"]],
        }
    spark.stop()
    with tempfile.TemporaryDirectory() as name:
        compare(answers, workouts, levels, Path(name))


main()
