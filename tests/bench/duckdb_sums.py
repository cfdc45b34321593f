"""duckdb_sums.py DIR OUT: "indicator,period,sum" of every measures.csv of the programme, by DuckDB on two threads."""
import sys
import duckdb

folder, out = sys.argv[1:]
duckdb.sql("set threads = 2")
duckdb.sql(f"""
    copy (select indicator, period, sum(value)
          from read_csv('{folder}/laureates/*/measures.csv', header = true, delim = ',',
                        columns = {{'indicator': 'varchar', 'period': 'varchar', 'value': 'bigint'}})
          group by all)
    to '{out}' (header false)""")
