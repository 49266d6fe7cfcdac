"""Holds the data files of a built site against the standards that they follow.

Every check is made by a program that knows nothing of gongbao; nothing is fetched. Prints a line a check and ends with
1 if any fails, and with 1 too if there is nothing to check.
"""

import csv
import json
import sys
import tempfile
import warnings
import zipfile
from decimal import Decimal
from pathlib import Path

import frictionless
import jsonschema
import openpyxl
import pyshacl
import rdflib
from csvw import CSVW

HERE = Path(__file__).parent
passed, failed = 0, 0


def check(name, problems):
    """Counts a check; `problems` is a list of texts."""
    global passed, failed
    problems = list(problems)
    passed, failed = passed + (not problems), failed + bool(problems)
    print(f"{'FAIL' if problems else 'ok  '} {name}")
    for problem in problems[:10]:
        print(f"       {problem}")


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def data_package(data):
    """Data Package version 2: types, constraints, primary and foreign keys of every row."""
    report = frictionless.validate(str(data / "datapackage.json"))
    yield from (str(row) for row in report.flatten(["type", "note"]))


def csv_on_the_web(metadata):
    """CSVW: headings, datatypes, keys. The library reads no schema by reference, so that it is put in its place."""
    group = json.loads(metadata.read_text(encoding="utf-8"))
    for table in group["tables"]:
        if isinstance(table["tableSchema"], str):
            schema = json.loads((metadata.parent / table["tableSchema"]).read_text(encoding="utf-8"))
            table["tableSchema"] = {key: schema[key] for key in schema if not key.startswith("@")}
    if not group["tables"]:
        return
    with tempfile.NamedTemporaryFile("w", suffix=".json", dir=metadata.parent, encoding="utf-8") as expanded:
        json.dump(group, expanded)
        expanded.flush()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            table_group = CSVW(expanded.name, validate=True)
            if not table_group.is_valid:
                yield from (str(warning.message) for warning in table_group.warnings)


def json_schema(schema, documents):
    """JSON Schema 2020-12."""
    schema = json.loads(schema.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    for document in documents:
        for error in validator.iter_errors(json.loads(document.read_text(encoding="utf-8"))):
            yield f"{document.name}: {error.json_path}: {error.message[:200]}"


def catalogue(data):
    """DCAT 3: the catalogue as RDF against shapes of what DCAT-AP 3 makes mandatory and the ranges of DCAT."""
    graph = rdflib.Graph().parse(data / "catalog.jsonld", format="json-ld")
    shapes = rdflib.Graph().parse(HERE / "dcat.ttl", format="turtle")
    conforms, _, text = pyshacl.validate(graph, shacl_graph=shapes)
    if not conforms:
        yield text[:2000]
    dcat = rdflib.Namespace("http://www.w3.org/ns/dcat#")
    made = {path.name for path in (data / "bulletins").glob("*.*") if path.name != "csv-metadata.json"}
    told = {str(url).rsplit("/", 1)[-1] for url in graph.objects(None, dcat.downloadURL)}
    yield from (f"{name} is in no distribution" for name in made - told)


def spreadsheet(book):
    """A second reader finds the records of the CSV, typed, and no hour of the build."""
    with zipfile.ZipFile(book) as archive:
        if any(entry.date_time != (1980, 1, 1, 0, 0, 0) for entry in archive.infolist()):
            yield "an entry bears a time"
    workbook = openpyxl.load_workbook(book)
    sheet = workbook["明细 Records"]
    records = rows(book.with_suffix(".csv"))
    names = list(records[0])
    if workbook.properties.created.strftime("%Y-%m") != records[0]["released"][:7]:
        yield f"created {workbook.properties.created}"
    for line, (record, cells) in enumerate(zip(records, sheet.iter_rows(min_row=2, values_only=True), strict=True)):
        for name, cell in zip(names, cells, strict=True):
            text = record[name].removeprefix("'")
            if name == "value" and Decimal(text) != Decimal(str(cell)):
                yield f"row {line}: {name} is {cell}, not {text}"
            if name.startswith("period_") and cell.strftime("%Y-%m-%d") != text:
                yield f"row {line}: {name} is {cell}, not {text}"
            if name.endswith(("_zh", "_en")) and (cell or "") != text:
                yield f"row {line}: {name} is {cell}, not {text}"
    for sheet in workbook:
        if not (sheet.freeze_panes or sheet.title.startswith("说明")):
            yield f"{sheet.title}: no head is frozen"


def main(output):
    data = output / "data"
    documents = sorted((data / "bulletins").glob("*.json"))
    documents = [path for path in documents if path.name != "csv-metadata.json"]
    check("Data Package", data_package(data))
    check("CSV on the Web: the site", csv_on_the_web(data / "csv-metadata.json"))
    check("CSV on the Web: bulletins", csv_on_the_web(data / "bulletins" / "csv-metadata.json"))
    check("JSON Schema: figures", json_schema(data / "schema" / "figures.schema.json", documents))
    check("JSON Schema: index", json_schema(data / "schema" / "index.schema.json", [data / "index.json"]))
    check("DCAT", catalogue(data))
    for book in sorted((data / "bulletins").glob("*.xlsx")):
        check(f"spreadsheet: {book.name}", spreadsheet(book))
    check("there are bulletins", [] if documents else ["no bulletin has data"])
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
