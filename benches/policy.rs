//! The time that a policy takes as data, beside the floor: reading its JSON into plain values.
//!
//! - `read` reads and validates a full policy; `overlaid` lays a house policy of two cuts over the standard one.
//! - `differences` compares two policies field by field; `fingerprint` takes the fingerprint of one.
//! - `five faults` reads a policy with five faults and returns all of them.

use std::hint::black_box;

use criterion::Criterion;
use keqing::form::{Fingerprint, Tree};
use keqing::lifecycle::LifecyclePolicy;
use keqing::policy::Policy;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    policy(&mut criterion);
    criterion.final_summary();
}

fn policy(criterion: &mut Criterion) {
    let standard = Policy::standard();
    let strict = standard.clone().with_lifecycle(LifecyclePolicy::strict());
    let json = serde_json::to_string(&standard).unwrap_or_default();
    let faulty = json
        .replace("lower-inclusive", "inclusive")
        .replace("\"assessment-period\":90", "\"assessment-period\":-1")
        .replace("\"chronic-from\"", "\"chronic-form\"")
        .replace("\"validity\":", "\"validty\":")
        .replace("\"version\":\"standard\"", "\"version\":7");
    let house: Tree =
        serde_json::from_str(r#"{"lifecycle": {"stable-from": "40 %", "strategic-from": "75 %"}}"#)
            .unwrap_or(Tree::Null);
    assert_eq!(
        serde_json::from_str::<Policy>(&json).ok(),
        Some(standard.clone())
    );
    assert!(
        serde_json::from_str::<Policy>(&faulty).is_err_and(|error| error
            .to_string()
            .lines()
            .count()
            == 5)
    );
    assert!(!standard.differences(&strict).is_empty());

    let mut group = criterion.benchmark_group("policy");
    group.bench_function("floor: plain values", |bencher| {
        bencher.iter(|| serde_json::from_str::<serde_json::Value>(black_box(&json)));
    });
    group.bench_function("read", |bencher| {
        bencher.iter(|| serde_json::from_str::<Policy>(black_box(&json)));
    });
    group.bench_function("five faults", |bencher| {
        bencher.iter(|| serde_json::from_str::<Policy>(black_box(&faulty)));
    });
    group.bench_function("overlaid", |bencher| {
        bencher.iter(|| Policy::overlaid(black_box(&standard), black_box(&house)));
    });
    group.bench_function("differences", |bencher| {
        bencher.iter(|| black_box(&standard).differences(black_box(&strict)));
    });
    group.bench_function("fingerprint", |bencher| {
        bencher.iter(|| Fingerprint::of(black_box(&standard)));
    });
    group.finish();
}
