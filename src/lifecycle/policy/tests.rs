use alloc::string::ToString;

use crate::lifecycle::policy::{Boundary, LifecyclePolicy};
use crate::vocab::share::Share;
use crate::vocab::words::Stage;

#[test]
fn bands_are_exact_on_the_cuts() {
    use Stage::{Development, Initial, Stable, Strategic};
    let table = [
        (0, Development, Development),
        (1, Initial, Initial),
        (4_999, Initial, Initial),
        (5_000, Stable, Initial),
        (5_001, Stable, Stable),
        (7_999, Stable, Stable),
        (8_000, Strategic, Stable),
        (8_001, Strategic, Strategic),
        (10_000, Strategic, Strategic),
    ];
    let standard = LifecyclePolicy::standard();
    let upper = standard.with_boundary(Boundary::UpperInclusive);
    for (part, with_lower, with_upper) in table {
        let share = Share::new(part, 10_000).unwrap_or(Share::NONE);
        assert_eq!(standard.band(share), with_lower, "{share}");
        assert_eq!(upper.band(share), with_upper, "{share}");
        assert_eq!(
            standard.is_on_boundary(share),
            part == 5_000 || part == 8_000
        );
    }
}

#[test]
fn cuts_out_of_order_are_refused() {
    let cut = |percent| Share::percent(percent).unwrap_or(Share::ALL);
    let standard = LifecyclePolicy::standard();
    assert!(standard.with_cuts(cut(50), cut(51)).is_ok());
    for (stable, strategic) in [(50, 50), (80, 50), (0, 80)] {
        let message = standard
            .with_cuts(cut(stable), cut(strategic))
            .map_err(|error| error.to_string());
        let expected = alloc::format!(
            "the cuts must rise from nothing: stable from {stable}.0 %, strategic from {strategic}.0 %"
        );
        assert_eq!(message.err(), Some(expected));
    }
}
