"""The nine business tables with pandas, from orders and customers; months are numbers here."""

import numpy as np
import pandas as pd

STAGES = ["new", "active", "at_risk", "dormant", "churned"]
GRID = {
    5: ["new", "potential_loyalist", "potential_loyalist", "champions", "champions"],
    4: ["promising", "potential_loyalist", "potential_loyalist", "loyal", "loyal"],
    3: ["about_to_sleep", "about_to_sleep", "need_attention", "loyal", "loyal"],
    2: ["hibernating", "hibernating", "at_risk", "at_risk", "cant_lose"],
    1: ["hibernating", "hibernating", "at_risk", "at_risk", "cant_lose"],
}
CAMPAIGNS = {
    "champions": "vip_reward",
    "loyal": "loyalty_upsell",
    "potential_loyalist": "membership_offer",
    "new": "welcome_series",
    "promising": "second_purchase",
    "need_attention": "limited_offer",
    "about_to_sleep": "reminder",
    "at_risk": "win_back",
    "cant_lose": "personal_outreach",
    "hibernating": "low_cost_reactivation",
}
STRATEGIES = {
    "champions": "Thank them first and ask for a review.",
    "loyal": "Offer what goes with what they buy.",
    "potential_loyalist": "Invite them to the membership.",
    "new": "Welcome them and show the range.",
    "promising": "Give a reason for a second order.",
    "need_attention": "Make an offer that ends soon.",
    "about_to_sleep": "Remind them of what they liked.",
    "at_risk": "Ask what went wrong and win them back.",
    "cant_lose": "Call them in person.",
    "hibernating": "Send the newsletter only.",
}


def month_number(dates):
    return dates.dt.year * 12 + dates.dt.month - 1


def month_text(numbers):
    return (numbers // 12).astype(str) + "-" + (numbers % 12 + 1).astype(str).str.zfill(2)


def monthly_metrics(orders):
    months = orders.groupby("month").agg(
        revenue=("sales", "sum"), orders=("sales", "size"), customers=("customer_key", "nunique")
    )
    months["new_customers"] = (
        orders[orders["month"] == orders["cohort"]].groupby("month")["customer_key"].nunique()
    )
    months = months.reindex(range(months.index.min(), months.index.max() + 1)).fillna(0)
    counts = ["orders", "customers", "new_customers"]
    months[counts] = months[counts].astype(int)
    months["returning_customers"] = months["customers"] - months["new_customers"]
    months["average_order_value"] = (months["revenue"] / months["orders"]).fillna(0).round(2)
    months["revenue"] = months["revenue"].round(2)
    before = months["revenue"].shift().replace(0, np.nan)
    months["revenue_growth"] = ((months["revenue"] - before) / before).round(4)
    return months.reset_index()


def cohort_analysis(orders, sizes, this_month, ended):
    found = orders.groupby(["cohort", "month"]).agg(
        active_customers=("customer_key", "nunique"), revenue=("sales", "sum")
    )
    cells = sizes.reset_index().merge(
        pd.DataFrame({"month_number": range(this_month - sizes.index.min() + 1)}), how="cross"
    )
    cells["month"] = cells["cohort"] + cells["month_number"]
    cells = cells[cells["month"] <= this_month]
    cells = cells.merge(found.reset_index(), how="left", on=["cohort", "month"])
    cells["active_customers"] = cells["active_customers"].fillna(0).astype(int)
    cells["revenue"] = cells["revenue"].fillna(0).round(2)
    rate = (cells["active_customers"] / cells["cohort_size"]).round(4)
    cells["retention_rate"] = rate.where(cells["month"] <= ended)
    return cells.sort_values(["cohort", "month_number"])


def cumulative_retention(orders, sizes, ended):
    back = (
        orders[orders["month"] > orders["cohort"]]
        .groupby(["cohort", "customer_key"], as_index=False)["month"]
        .min()
    )
    back["after"] = back["month"] - back["cohort"]
    spans = []
    for months in (3, 12, 18):
        rows = sizes.to_frame()
        rows["months"] = months
        rows["retained_customers"] = back[back["after"] <= months].groupby("cohort").size()
        rows["retained_customers"] = rows["retained_customers"].fillna(0).astype(int)
        rate = (rows["retained_customers"] / rows["cohort_size"]).round(4)
        rows["retention_rate"] = rate.where(rows.index + months <= ended)
        spans.append(rows.reset_index())
    return pd.concat(spans).sort_values(["cohort", "months"])


def score(values, best_is_high=True):
    worse = values.rank(method="min", ascending=best_is_high).astype(int) - 1
    return 1 + 5 * worse // len(values)


def lifecycle_stage(since_first, since_last):
    conditions = [since_first <= 30, since_last <= 90, since_last <= 180, since_last <= 365]
    return np.select(conditions, STAGES[:4], STAGES[4])


def customer_segments(customers):
    segments = customers[["customer_id", "recency_days"]].copy()
    segments["frequency"] = customers["orders"]
    segments["monetary"] = customers["sales"]
    segments["r"] = score(customers["recency_days"], best_is_high=False)
    segments["f"] = score(customers["orders"])
    segments["m"] = score(customers["sales"])
    segments["rfm"] = segments["r"].astype(str) + segments["f"].astype(str) + segments["m"].astype(str)
    grid = pd.DataFrame(
        [(r, f, name) for r, row in GRID.items() for f, name in enumerate(row, 1)],
        columns=["r", "f", "segment"],
    )
    segments = segments.merge(grid, how="left", on=["r", "f"])
    segments["strategy"] = segments["segment"].map(STRATEGIES)
    segments["lifecycle_stage"] = lifecycle_stage(customers["days_since_first"], customers["recency_days"])
    return segments


def churn_scores(orders, customers):
    days = orders[["customer_key", "date"]].drop_duplicates()
    days["gap"] = days.groupby("customer_key")["date"].diff().dt.days
    gaps = days.dropna().merge(customers[["customer_key", "recency_days"]], on="customer_key")
    gaps["within"] = gaps["gap"] <= gaps["recency_days"]
    own = gaps.groupby("customer_key").agg(
        gaps=("gap", "size"), median=("gap", "median"), share=("within", "mean")
    )
    own = own[own["gaps"] >= 3].reindex(customers["customer_key"])
    scores = customers[["customer_id"]].copy()
    scores["days_since_last_order"] = customers["recency_days"]
    everybody = np.sort(gaps["gap"].to_numpy())
    shared = np.searchsorted(everybody, customers["recency_days"], side="right") / max(len(everybody), 1)
    shared = np.where(len(everybody) > 0, shared, np.nan)
    scores["usual_gap_days"] = own["median"].fillna(gaps["gap"].median()).to_numpy()
    scores["churn_risk"] = np.where(own["gaps"].notna(), own["share"], shared)
    bands = np.select(
        [scores["churn_risk"] < 1 / 3, scores["churn_risk"] >= 2 / 3], ["low", "high"], "medium"
    )
    scores["band"] = pd.Series(bands, index=scores.index).where(scores["churn_risk"].notna())
    return scores


def customer_value(customers, risk):
    value = customers[["customer_id", "orders"]].copy()
    value["revenue"] = customers["sales"]
    value["average_order_value"] = (customers["sales"] / customers["orders"]).round(2)
    value["tenure_days"] = customers["days_since_first"].clip(lower=90)
    value["orders_per_year"] = (customers["orders"] * 365 / value["tenure_days"]).round(2)
    value["probability_active"] = (1 - risk).round(4)
    expected = (customers["sales"] * 365 / value["tenure_days"] * (1 - risk)).clip(lower=0)
    value["expected_revenue_12m"] = expected.round(2)
    value["lifetime_value"] = (customers["sales"] + expected).round(2)
    return value


def campaign_targets(segments, risk):
    no_value = segments["monetary"] <= 0
    this_week = segments["recency_days"] <= 7
    not_worth = (segments["segment"] == "hibernating") & (segments["m"] == 1)
    weight = 100 * (0.4 * segments["m"] / 5 + 0.3 * segments["f"] / 5 + 0.3 * risk)
    targets = segments[["customer_id", "segment"]].copy()
    targets["campaign"] = segments["segment"].map(CAMPAIGNS)
    targets["priority"] = np.floor(weight + 0.5).astype(int)
    targets = targets[~(no_value | this_week | not_worth)]
    return targets.sort_values(["priority", "customer_id"], ascending=[False, True])


def lifecycle_tracking(orders, as_of):
    days = orders[["customer_key", "date"]].sort_values("date")
    months = []
    for month in pd.period_range(days["date"].iloc[0], as_of, freq="M"):
        end = min(month.end_time.normalize(), as_of)
        seen = days[days["date"] <= end].groupby("customer_key")["date"].agg(["min", "max"])
        stages = pd.Series(lifecycle_stage((end - seen["min"]).dt.days, (end - seen["max"]).dt.days))
        counts = stages.value_counts().reindex(STAGES, fill_value=0)
        months.append(pd.DataFrame({"month": str(month), "stage": STAGES, "customers": counts.to_numpy()}))
    return pd.concat(months)


def severity(value, warn, alert=-np.inf):
    return "alert" if value < alert else "warn" if value < warn else "info"


def business_insights(monthly, retention, customers, scores, ended):
    months = monthly.set_index("month")[["revenue", "new_customers"]]
    months = months.reindex(range(months.index.min(), max(ended, months.index.max()) + 1)).fillna(0)
    change = months.pct_change().replace([np.inf, -np.inf], np.nan)
    revenue, newcomers = change.loc[ended] if ended in change.index else (np.nan, np.nan)
    total = customers["sales"].sum()
    top = customers["sales"].nlargest(-(-len(customers) // 10)).sum() / total
    risky = customers.loc[scores["band"] == "high", "sales"].sum()
    repeat = (customers["orders"] >= 2).mean()
    ripe = retention[
        (retention["months"] == 3) & retention["retention_rate"].notna() & (retention["cohort_size"] >= 10)
    ]
    best = ripe.sort_values(["retention_rate", "cohort"]).tail(1)
    cohort = month_text(best["cohort"]).iloc[0] if len(best) else "No cohort"
    rate = best["retention_rate"].max()
    rows = [
        (
            "revenue_change",
            severity(revenue, -0.1, -0.2),
            round(revenue, 4),
            f"Revenue changed by {revenue:.1%} in the last month.",
        ),
        (
            "top_decile_share",
            "warn" if top > 0.5 else "info",
            round(top, 4),
            f"The best tenth of the customers bring {top:.1%} of revenue.",
        ),
        (
            "high_risk_revenue",
            "warn" if risky > total / 3 else "info",
            round(risky, 2),
            f"Customers likely to be lost have brought {risky:,.2f}.",
        ),
        (
            "repeat_rate",
            "info",
            round(repeat, 4),
            f"{repeat:.1%} of the customers have ordered twice or more.",
        ),
        (
            "new_customer_change",
            severity(newcomers, -0.2),
            round(newcomers, 4),
            f"New customers changed by {newcomers:.1%}.",
        ),
        ("best_cohort", "info", rate, f"{cohort} came back best: {rate:.1%} within three months."),
    ]
    return pd.DataFrame(rows, columns=["insight", "severity", "value", "text"])
