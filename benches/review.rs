//! The time of a whole review of the embedded dossier, and of its texts.
//!
//! - `review` assesses every system; `first page` writes the page of a review that is there, `whole` every finding.
//! - `compare` holds two reviews beside each other.
//! - `floor: clone` copies the answers of a review, which is what moving them costs at least.

use std::hint::black_box;

use criterion::Criterion;
use keqing::dossier::Dossier;
use keqing::policy::Policy;
use keqing::review::{compare, review};
use keqing::verdict::Render;
use keqing::vocab::words::Locale;

const EMBEDDED: &str = include_str!("../examples/review/dossier.json");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut criterion = Criterion::default().configure_from_args();
    let dossier: Dossier = serde_json::from_str(EMBEDDED)?;
    let policy = Policy::standard();
    let made = review(&policy, &dossier)?;

    let mut group = criterion.benchmark_group("review");
    group.bench_function("floor: clone", |bencher| {
        bencher.iter(|| black_box(&made).clone())
    });
    group.bench_function("review", |bencher| {
        bencher.iter(|| review(black_box(&policy), black_box(&dossier)).ok());
    });
    for locale in [Locale::En, Locale::ZhHans] {
        group.bench_function(format!("first page, {locale}"), |bencher| {
            bencher.iter(|| black_box(&made).page(&policy).display(locale).to_string());
        });
    }
    group.bench_function("whole, en", |bencher| {
        bencher.iter(|| black_box(&made).display(Locale::En).to_string());
    });
    group.bench_function("compare", |bencher| {
        bencher.iter(|| compare(black_box(&made), black_box(&made)));
    });
    group.finish();
    criterion.final_summary();
    Ok(())
}
