use anyhow::Result;
use keqing::portfolio::{Pair, Path, Step, Wallet};
use serde_json::{Value, json};

use crate::report::Report;

/// Writes everything as one JSON object: amounts and shares are decimal strings, as in the library.
pub(crate) fn document(report: &Report<'_>) -> Result<String> {
    let (reading, portfolio) = (report.reading, report.portfolio);
    let [under, between, over] = report.thirds();
    let paths: Vec<Value> = if report.followed {
        let chosen = report.groups.iter().flat_map(|group| &group.paths);
        chosen.map(|path| path_value(*path)).collect()
    } else {
        portfolio.paths().map(path_value).collect()
    };
    let stages: Vec<Value> = report
        .periods
        .iter()
        .map(|(period, row)| {
            json!({
                "period": period,
                "wallets": row.wallets,
                "stages": row.stages,
                "stepped-up": row.up,
                "fell": row.down,
                "undecided": row.undecided,
            })
        })
        .collect();
    let document = json!({
        "purchases": reading.rows,
        "refused": reading.refused,
        "total": reading.ledger.total().map(|total| total.to_string()),
        "policy": portfolio.policy(),
        "lifecycle": portfolio.lifecycle(),
        "left-out": portfolio.left_out(),
        "bands": portfolio.bands(),
        "under-between-over": [under, between, over],
        "periods": stages,
        "wallets": portfolio.wallets().map(wallet_value).collect::<Vec<_>>(),
        "paths": paths,
        "gaps": report.gaps,
    });
    let mut text = serde_json::to_string(&document)?;
    text.push('\n');
    Ok(text)
}

fn wallet_value(wallet: Wallet<'_>) -> Value {
    json!({
        "buyer": wallet.buyer(),
        "market": wallet.market(),
        "period": wallet.period(),
        "total": wallet.total().to_string(),
        "pairs": wallet.pairs().map(pair_value).collect::<Vec<_>>(),
    })
}

fn pair_value(pair: Pair<'_>) -> Value {
    json!({
        "supplier": pair.supplier(),
        "amount": pair.amount().to_string(),
        "share": pair.share(),
        "band": pair.band(),
    })
}

fn path_value(path: Path<'_>) -> Value {
    json!({
        "buyer": path.buyer(),
        "market": path.market(),
        "supplier": path.supplier(),
        "steps": path.steps().map(step_value).collect::<Vec<_>>(),
    })
}

fn step_value(step: Step<'_>) -> Value {
    json!({
        "period": step.period(),
        "share": step.share(),
        "band": step.band(),
        "at-least": step.at_least(),
        "supported": step.supported(),
        "proposed": step.proposed(),
        "decision": step.decision(),
        "granted": step.granted(),
        "state": step.state(),
        "trajectory": step.trajectory(),
        "flags": step.flags(),
    })
}
