"""Runs queries on Spark or Sail for tests/engines: spark-local-cluster or sail, and the folders of the editions.

Reads one query a line, as JSON with name and sql. Writes its rows on one line, as JSON, after "result ".
"""

import json
import os
import sys
import time
from functools import reduce

from pyspark.sql import SparkSession


def open_session(kind):
    if kind == "sail":
        return SparkSession.builder.remote(os.environ["SAIL_REMOTE"]).getOrCreate()
    return (
        # Two workers with a core and 1 GB each, as processes of their own.
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate()
    )


def main(kind, folders):
    spark = open_session(kind)
    editions = [spark.read.parquet(folder) for folder in folders]
    events = reduce(lambda all, one: all.unionByName(one), editions)
    events.createOrReplaceTempView("events")
    print("ready", flush=True)
    for line in sys.stdin:
        query = json.loads(line)
        start = time.monotonic()
        try:
            frame = spark.sql(query["sql"])
            rows = [list(row) for row in frame.collect()]
            answer = {"columns": frame.columns, "rows": rows, "seconds": time.monotonic() - start}
        except Exception as error:
            answer = {"error": str(error)}
        print("result " + json.dumps(answer), flush=True)
    spark.stop()


main(sys.argv[1], sys.argv[2:])
