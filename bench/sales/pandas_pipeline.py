"""The tables of sales-analytics as one would write them with pandas: floats, no ledger, no reasons for what is dropped.

python3 pandas_pipeline.py IN OUT AS_OF
"""

import sys
from pathlib import Path

import pandas as pd

import business_tables as business
from business_tables import month_number, month_text

SOURCE = {"Date": "date", "Customer ID": "customer_id", "Order ID": "order_id", "Sales": "amount"}
LINE = list(SOURCE.values())
ORDER = ["customer_id", "order_id"]


def read_lines(folder, as_of):
    """All lines that parse; one that overlapping files have counts as often as in the file that has it most often."""
    files = []
    for path in sorted(folder.glob("*.csv")):
        lines = pd.read_csv(path, dtype=str, on_bad_lines="skip").rename(columns=SOURCE)[LINE]
        lines["date"] = pd.to_datetime(lines["date"], format="%Y-%m-%d", errors="coerce")
        lines["amount"] = pd.to_numeric(lines["amount"], errors="coerce")
        lines = lines.dropna()
        lines = lines[lines["date"] <= as_of]
        lines["n"] = lines.groupby(LINE).cumcount()
        files.append(lines)
    return pd.concat(files).drop_duplicates([*LINE, "n"])[LINE]


def star_schema(lines):
    """Dimensions, and the facts with their keys."""
    orders = lines.groupby(ORDER, as_index=False).agg(
        date=("date", "min"), lines=("amount", "size"), sales=("amount", "sum")
    )
    orders["sales"] = orders["sales"].round(2)
    orders = orders.sort_values(["customer_id", "date", "order_id"], ignore_index=True)
    orders["order_key"] = orders.index + 1
    customers = orders.groupby("customer_id", as_index=False).agg(
        first_order_date=("date", "min"),
        last_order_date=("date", "max"),
        orders=("date", "size"),
        sales=("sales", "sum"),
    )
    customers["sales"] = customers["sales"].round(2)
    customers["customer_key"] = customers.index + 1
    orders = orders.merge(customers[["customer_id", "customer_key"]], on="customer_id")
    facts = lines.merge(orders[[*ORDER, "order_key", "customer_key"]], on=ORDER)
    facts = facts.sort_values(["order_key", "date", "amount"], ignore_index=True)
    facts["sales_key"] = facts.index + 1
    return orders, customers, facts


def date_key(dates):
    return dates.dt.year * 10000 + dates.dt.month * 100 + dates.dt.day


def dim_date(lines):
    days = pd.DataFrame({"date": pd.date_range(lines["date"].min(), lines["date"].max())})
    dates = days["date"].dt
    return pd.DataFrame(
        {
            "date_key": date_key(days["date"]),
            "date": days["date"],
            "year": dates.year,
            "quarter": dates.quarter,
            "month": dates.month,
            "day": dates.day,
            "weekday": dates.day_of_week + 1,
            "is_weekend": dates.day_of_week >= 5,
        }
    )


def with_months(table):
    """Months as YYYY-MM, under the names of the files."""
    columns = {"month": "month", "cohort": "cohort_month"}
    return table.assign(**{name: month_text(table[name]) for name in columns if name in table}).rename(
        columns=columns
    )


def main(source, target, as_of):
    lines = read_lines(source, as_of)
    orders, customers, facts = star_schema(lines)

    def write(name, table, columns):
        table.to_csv(target / f"{name}.csv", columns=columns, index=False)

    write("dim_date", dim_date(lines), None)
    write(
        "dim_customer",
        customers,
        ["customer_key", "customer_id", "first_order_date", "last_order_date", "orders", "sales"],
    )
    orders["date_key"] = date_key(orders["date"])
    facts["date_key"] = date_key(facts["date"])
    write("dim_order", orders, ["order_key", "order_id", "customer_key", "date_key", "lines", "sales"])
    write("fact_sales", facts, ["sales_key", "order_key", "customer_key", "date_key", "amount"])

    orders["month"] = month_number(orders["date"])
    customers["cohort"] = month_number(customers["first_order_date"])
    customers["recency_days"] = (as_of - customers["last_order_date"]).dt.days
    customers["days_since_first"] = (as_of - customers["first_order_date"]).dt.days
    orders = orders.merge(customers[["customer_key", "cohort"]], on="customer_key")
    sizes = customers.groupby("cohort").size().rename("cohort_size")
    this_month = as_of.year * 12 + as_of.month - 1
    ended = this_month if as_of.is_month_end else this_month - 1

    monthly = business.monthly_metrics(orders)
    write(
        "monthly_metrics",
        with_months(monthly),
        [
            "month",
            "revenue",
            "orders",
            "customers",
            "new_customers",
            "returning_customers",
            "average_order_value",
            "revenue_growth",
        ],
    )
    cohorts = with_months(business.cohort_analysis(orders, sizes, this_month, ended))
    write(
        "cohort_analysis",
        cohorts,
        ["cohort_month", "month_number", "cohort_size", "active_customers", "retention_rate", "revenue"],
    )
    retention = business.cumulative_retention(orders, sizes, ended)
    write(
        "cumulative_retention",
        with_months(retention),
        ["cohort_month", "cohort_size", "months", "retained_customers", "retention_rate"],
    )
    segments = business.customer_segments(customers)
    write("customer_segments", segments, None)
    scores = business.churn_scores(orders, customers)
    risk = scores["churn_risk"].fillna(0.5)
    write("customer_value", business.customer_value(customers, risk), None)
    write("churn_scores", scores.assign(churn_risk=scores["churn_risk"].round(4)), None)
    write("campaign_targets", business.campaign_targets(segments, risk), None)
    write("business_insights", business.business_insights(monthly, retention, customers, scores, ended), None)
    write("lifecycle_tracking", business.lifecycle_tracking(orders, as_of), None)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), pd.Timestamp(sys.argv[3]))
