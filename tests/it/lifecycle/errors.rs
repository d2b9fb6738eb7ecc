//! The errors of the lifecycle: standings, cuts, facts and events.

use keqing::lifecycle::moves::{Event, Move, decide, evolve};
use keqing::lifecycle::placement::{PeriodShare, place};
use keqing::lifecycle::standing::{Standing, State};
use keqing::lifecycle::wallet::ShareOfWallet;
use keqing::lifecycle::{LifecyclePolicy, StageFacts, judge};
use keqing::vocab::known::Known;
use keqing::vocab::share::Share;
use keqing::vocab::words::{Cause, Stage};

use crate::support::errors::{Failure, day, says};

#[test]
fn lifecycles_that_cannot_be() -> Result<(), Failure> {
    let policy = LifecyclePolicy::standard();
    let standing = Standing::open(State::Active(Stage::Initial), day("2024-01-01")?);
    says(
        standing.with_step_up(day("2024-01-02")?),
        "a move on 2024-01-02 is later than the standing, which began on 2024-01-01",
    );
    says(
        standing.with_fall(day("2024-02-01")?),
        "a move on 2024-02-01 is later than the standing, which began on 2024-01-01",
    );
    says(
        policy.with_cuts(Share::percent(80)?, Share::percent(80)?),
        "the cuts must rise from nothing: stable from 80.0 %, strategic from 80.0 %",
    );
    let early = StageFacts::new(day("2023-12-31")?);
    let older = "facts as of 2023-12-31 are older than the standing, which began on 2024-01-01";
    says(judge(&policy, &standing, &early, Move::Hold), older);
    says(decide(&policy, &standing, &early, Move::Hold), older);
    let mut facts = StageFacts::new(day("2024-06-30")?);
    facts.share = Known::measured(ShareOfWallet::Of(Share::percent(60)?));
    facts.rival_share = Known::measured(Share::percent(41)?);
    says(
        judge(&policy, &standing, &facts, Move::Hold),
        "our share of 60.0 % and a rival's of 41.0 % are more than the whole wallet",
    );
    facts.rival_share = Known::Unknown;
    says(
        decide(&policy, &standing, &facts, Move::Recover),
        "the move is not permitted: deny",
    );
    let event = Event::Interrupted {
        from: Stage::Stable,
        cause: Cause::UnmetNeeds,
        on: day("2024-06-30")?,
    };
    says(
        evolve(&standing, &event),
        r#"the event {"interrupted":{"from":"stable","cause":"unmet-needs","on":"2024-06-30"}} does not follow a standing initial since 2024-01-01"#,
    );
    Ok(())
}

#[test]
fn one_period_has_one_share() -> Result<(), Failure> {
    let policy = LifecyclePolicy::standard();
    let standing = Standing::open(State::Active(Stage::Initial), day("2024-01-01")?);
    let mut facts = StageFacts::new(day("2024-06-30")?);
    facts.share = Known::measured(ShareOfWallet::Of(Share::percent(60)?));
    let period = |end: &str, percent| -> Result<PeriodShare, Failure> {
        let share = ShareOfWallet::Of(Share::percent(percent)?);
        let period_end = day(end)?;
        Ok(PeriodShare { period_end, share })
    };
    let twice = [
        period("2024-03-31", 30)?,
        period("2023-12-31", 20)?,
        period("2024-03-31", 40)?,
    ];
    says(
        place(&policy, &standing, &facts, &twice),
        r#"the period that ends on 2024-03-31 has the shares {"of":{"part":"3","whole":"10"}} and {"of":{"part":"2","whole":"5"}}, give one of them"#,
    );
    says(
        place(&policy, &standing, &facts, &[period("2024-06-30", 50)?]),
        r#"the period that ends on 2024-06-30 has the shares {"of":{"part":"1","whole":"2"}} and {"of":{"part":"3","whole":"5"}}, give one of them"#,
    );
    // The same share twice, the share of the facts again, and one that is not looked at are no errors.
    let fine = [
        period("2024-06-30", 60)?,
        period("2024-03-31", 30)?,
        period("2024-03-31", 30)?,
        period("2024-12-31", 1)?,
        period("2024-12-31", 2)?,
    ];
    let ignored = place(&policy, &standing, &facts, &fine)?;
    assert_eq!(ignored.value().map(|placement| placement.ignored), Some(2));
    Ok(())
}
