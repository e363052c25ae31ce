"""Equal inputs give equal bytes: no call whose answer depends on the order in which an engine met the rows."""

import ast
import re

from tests.house.source import at, calls, dotted, files, imported, nothing, tree

# On an Ibis expression. `collect` alone keeps the order of arrival; with order_by it is a list in a known order.
FORBIDDEN = {
    "first", "last", "arbitrary", "argmax", "argmin", "sample", "hash", "bucket", "mode", "approx_median",
    "approx_nunique", "approx_quantile", "any_value", "random", "uuid", "now", "rowid",
}  # fmt: skip
ORDERED = {"collect", "group_concat"}
GIVEN = {"argmax", "argmin", "sample", "bucket"}  # an Ibis expression gives them something; a NumPy array nothing
ONE_ROW = {"aggregate", "count", "nunique"}  # a single row has no order to lose
SQL = re.compile(
    r"\b(first|last|arbitrary|any_value|arg_?max|arg_?min|max_by|min_by|mode|sample|hash|random|uuid|approx_\w+)\s*\(",
    re.IGNORECASE,
)
# Sums of floats in an engine depend on the order of its threads: they belong to NumPy, on a sorted table.
FLOATS = {"mean", "std", "var", "median", "quantile", "corr", "cov"}


def reads_ibis(path) -> bool:
    return any(name.partition(".")[0] == "ibis" for _, name in imported(path))


def test_no_expression_depends_on_the_order_of_rows():
    found = []
    for path in filter(reads_ibis, files()):
        for call in calls(path):
            if not isinstance(call.func, ast.Attribute):
                continue
            name = call.func.attr
            unordered = name in ORDERED and not any(k.arg == "order_by" for k in call.keywords)
            forbidden = name in FORBIDDEN and (name not in GIVEN or bool(call.args))
            if (forbidden or unordered) and dotted(call.func).partition(".")[0] not in ("np", "numpy", "pc"):
                found.append(f"{at(path, call)} calls .{name}()")
    nothing(found)


def test_no_float_is_averaged_inside_an_engine():
    found = [
        f"{at(path, call)} calls .{call.func.attr}() (make it in NumPy, on a collected table)"
        for path in filter(reads_ibis, files())
        for call in calls(path)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in FLOATS
        and dotted(call.func).partition(".")[0] not in ("np", "numpy", "statistics")
    ]
    nothing(found)


def test_no_sql_text_depends_on_the_order_of_rows():
    found = [
        f"{at(path, node)} {match.group(0)}"
        for path in files()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.search(r"\bSELECT\b", node.value)
        for match in SQL.finditer(node.value)
    ]
    nothing(found)


def test_an_expression_leaves_a_pure_room_only_through_collect():
    found = [
        f"{at(path, call)} calls .{call.func.attr}()"
        for path in files("walk.py", "review", "evidence", "crisis.py", "analysis", "corpus")
        for call in calls(path)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in ("execute", "to_pyarrow", "to_pandas", "to_polars")
        and not is_one_row(call.func.value)
    ]
    nothing(found, "collect(expr, by=…) puts the rows in one order")


def is_one_row(expression: ast.AST) -> bool:
    if isinstance(expression, ast.Call) and isinstance(expression.func, ast.Attribute):
        return expression.func.attr in ONE_ROW
    return isinstance(expression, ast.Name) and expression.id == "scalar"
