//! Text for people: it says in every locale what the data say, and never rounds across a bound.

use core::cmp::Ordering;

use keqing::verdict::{Bound, Change, Evidence, Fact, Reading, Remedy, Render, Subject};
use keqing::vocab::share::Share;
use keqing::vocab::time::Days;
use keqing::vocab::words::{
    AssuranceAsset, Chance, ClaimGround, FeatureTier, Locale, NeedLevel, PurchaseRiskKind,
    ReplacementFactor, Stage, Word,
};
use proptest::prelude::{Strategy, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;
use rust_decimal::Decimal;

use crate::support::errors::{Failure, day};
use crate::support::given::share;

/// Words of the text that put a figure just beside its bound.
const JUST_BELOW: [&str; 3] = ["just below", "略低于", "略低於"];
const JUST_ABOVE: [&str; 3] = ["just above", "略高于", "略高於"];

/// Returns the comparison that a text states between two figures.
fn said(text: &str) -> Option<Ordering> {
    let has = |words: [&str; 3]| words.iter().any(|word| text.contains(word));
    if has(JUST_BELOW) {
        return Some(Ordering::Less);
    }
    if has(JUST_ABOVE) {
        return Some(Ordering::Greater);
    }
    let is_figure = |letter: char| letter.is_ascii_digit() || ".-".contains(letter);
    let mut figures = text
        .split(|letter| !is_figure(letter))
        .filter_map(|word| word.parse::<Decimal>().ok());
    let (observed, required) = (figures.next()?, figures.next()?);
    Some(observed.cmp(&required))
}

/// Shares of which many lie next to each other.
fn near() -> impl Strategy<Value = (Share, Share)> {
    let beside = (share(), 1_u64..1_000_000_000).prop_map(|(share, finest)| {
        let whole = u128::from(share.whole()).saturating_mul(finest.into());
        let part = u128::from(share.part()).saturating_mul(finest.into());
        let narrow = |value: u128| u64::try_from(value).unwrap_or(u64::MAX);
        let less = Share::new(narrow(part).saturating_sub(1), narrow(whole).max(1));
        (share, less.unwrap_or(share))
    });
    prop_oneof![(share(), share()), beside]
}

fn number() -> impl Strategy<Value = Decimal> {
    let wide = (i64::MIN..=i64::MAX, 0_u32..=28).prop_map(|(units, places)| (units, places));
    let fine = (-20_000_i64..20_000, 3_u32..=6).prop_map(|(units, places)| (units, places));
    prop_oneof![wide, fine].prop_map(|(units, places)| Decimal::new(units, places))
}

proptest! {
    #[test]
    fn text_of_shares_compares_as_the_shares_do(
        (observed, required) in near(),
        locale in select(Locale::ALL.to_vec()),
    ) {
        for (observed, required) in [(observed, required), (required, observed)] {
            let evidence = Evidence::share(Fact::Share, observed, Bound::AtLeast, required);
            let text = evidence.display(locale).to_string();
            prop_assert_eq!(said(&text), Some(observed.cmp(&required)), "{}", text);
        }
    }

    #[test]
    fn text_of_numbers_compares_as_the_numbers_do(
        observed in number(),
        required in number(),
        locale in select(Locale::ALL.to_vec()),
    ) {
        let reading = Reading::Number { observed, bound: Bound::AtLeast, required };
        let text = Evidence::new(Fact::Affect, reading).display(locale).to_string();
        prop_assert_eq!(said(&text), Some(observed.cmp(&required)), "{}", text);
    }
}

#[track_caller]
fn reads(shown: &impl Render, [en, hans, hant]: [&str; 3]) {
    assert_eq!(shown.display(Locale::En).to_string(), en);
    assert_eq!(shown.display(Locale::ZhHans).to_string(), hans);
    assert_eq!(shown.display(Locale::ZhHant).to_string(), hant);
}

#[test]
fn a_share_next_to_its_bound_keeps_to_its_side() -> Result<(), Failure> {
    let half = Share::percent(50)?;
    let of = |part, whole| -> Result<Evidence, Failure> {
        let observed = Share::new(part, whole)?;
        Ok(Evidence::share(Fact::Share, observed, Bound::AtLeast, half))
    };
    reads(
        &of(499_999, 1_000_000)?,
        [
            "share of wallet 49.9999 %, required at least 50.0 %",
            "采购份额 49.9999 %，要求不低于 50.0 %",
            "採購份額 49.9999 %，要求不低於 50.0 %",
        ],
    );
    reads(
        &of(u64::MAX / 2, u64::MAX)?,
        [
            "share of wallet just below 50.0 %, required at least 50.0 %",
            "采购份额 略低于 50.0 %，要求不低于 50.0 %",
            "採購份額 略低於 50.0 %，要求不低於 50.0 %",
        ],
    );
    Ok(())
}

#[test]
fn a_number_has_three_decimals_unless_they_hide_a_difference() -> Result<(), Failure> {
    let text = |observed: &str, required: &str| -> Result<String, Failure> {
        let reading = Reading::Number {
            observed: observed.parse()?,
            bound: Bound::AtLeast,
            required: required.parse()?,
        };
        let evidence = Evidence::new(Fact::Affect, reading);
        Ok(evidence.display(Locale::En).to_string())
    };
    assert_eq!(
        text("-0.053333333333", "-10")?,
        "stable affect -0.053, required at least -10"
    );
    assert_eq!(
        text("1.99996", "2.0")?,
        "stable affect 1.99996, required at least 2"
    );
    assert_eq!(
        text("0.00012345", "0")?,
        "stable affect 0.000123, required at least 0"
    );
    Ok(())
}

/// The text of every word of a list, as the item of a fact, is the text of the word.
#[track_caller]
fn names_its_items<W: Word>(fact: Fact) {
    for word in W::ALL {
        let id = word.name().parse().map_err(|error| format!("{error}"));
        let subject = id.map(|id| Subject::Item { id });
        let evidence = Evidence::present(fact, true).of(subject.unwrap_or_default());
        for locale in Locale::ALL {
            let text = evidence.display(locale).to_string();
            let item = format!("({})", word.text().in_locale(locale));
            assert!(text.contains(&item), "{text} has no {item}");
        }
    }
}

#[test]
fn an_item_that_is_a_word_has_its_text() -> Result<(), Failure> {
    names_its_items::<AssuranceAsset>(Fact::Assurance);
    names_its_items::<Chance>(Fact::PropositionChances);
    names_its_items::<ClaimGround>(Fact::ClaimGround);
    names_its_items::<NeedLevel>(Fact::NeedLevel);
    names_its_items::<PurchaseRiskKind>(Fact::PersonalRisk);
    names_its_items::<PurchaseRiskKind>(Fact::PurchaseRisk);
    names_its_items::<ReplacementFactor>(Fact::ReplacementRisk);
    let id = "retention".parse()?;
    reads(
        &Evidence::present(Fact::ClaimGround, false).of(Subject::Item { id }),
        [
            "the customer's word behind the claim (retention) absent, required present",
            "忠诚论断的客户依据 (客户保持) 无，要求有",
            "忠誠論斷的客戶依據 (客戶保持) 無，要求有",
        ],
    );
    let id = "retention".parse()?;
    reads(
        &Evidence::new(Fact::FeatureTier, Reading::Nothing).of(Subject::Item { id }),
        [
            "tier of the feature (retention) unknown",
            "特性层级 (retention)未知",
            "特性層級 (retention)未知",
        ],
    );
    let reading = Reading::FeatureTier {
        observed: FeatureTier::Delight,
        required: FeatureTier::Expected,
    };
    reads(
        &Evidence::new(Fact::FeatureTier, reading).of(Subject::Item { id }),
        [
            "tier of the feature (retention) delight, required at most expected",
            "特性层级 (retention) 超期望价值，要求不超过 期望价值",
            "特性層級 (retention) 超期望價值，要求不超過 期望價值",
        ],
    );
    Ok(())
}

#[test]
fn days_and_dates_are_said_in_the_language() -> Result<(), Failure> {
    let (one, most) = (Days::new(1), Days::new(14));
    reads(
        &Evidence::days(Fact::DaysOverdue, one, Bound::AtMost, most),
        [
            "time overdue 1 day, required at most 14 days",
            "逾期时间 1 天，要求不超过 14 天",
            "逾期時間 1 天，要求不超過 14 天",
        ],
    );
    let reading = Reading::Date {
        observed: day("2024-03-01")?,
        bound: Bound::AtMost,
        required: day("2024-02-29")?,
    };
    reads(
        &Evidence::new(Fact::PaymentDate, reading),
        [
            "date of payment 2024-03-01, required no later than 2024-02-29",
            "付款日 2024-03-01，要求不晚于 2024-02-29",
            "付款日 2024-03-01，要求不晚於 2024-02-29",
        ],
    );
    Ok(())
}

#[test]
fn two_stages_are_told_by_their_fact() {
    let (from, to) = (Stage::Stable, Stage::Strategic);
    let of = |fact| Evidence::new(fact, Reading::Stages { from, to });
    reads(
        &of(Fact::Position),
        [
            "supplier position stated as main supplier, the facts support strategic supplier",
            "供应商地位报称为主要供应商，而事实支持战略供应商",
            "供應商地位報稱為主要供應商，而事實支持戰略供應商",
        ],
    );
    reads(
        &of(Fact::StrategyStage),
        [
            "stage of the strategy is Strategic cooperation, the relationship is in Stable cooperation",
            "策略所属阶段为战略合作，而关系处于稳定合作",
            "策略所屬階段為戰略合作，而關係處於穩定合作",
        ],
    );
    reads(
        &of(Fact::Stage),
        [
            "stage Stable cooperation → Strategic cooperation",
            "阶段 稳定合作 → 战略合作",
            "階段 穩定合作 → 戰略合作",
        ],
    );
}

#[track_caller]
fn asks(fact: Fact, change: Change, texts: [&str; 3]) -> Result<(), Failure> {
    let remedy = serde_json::json!({"rule": "REC-06", "fact": fact, "change": change});
    let remedy: Remedy = serde_json::from_value(remedy)?;
    reads(&remedy, texts);
    Ok(())
}

#[test]
fn a_remedy_is_asked_for_as_a_person_would_ask() -> Result<(), Failure> {
    let hasten = |days| Change::Hasten {
        days: Days::new(days),
    };
    asks(
        Fact::DaysOverdue,
        hasten(1),
        [
            "REC-06: pay 1 day sooner",
            "REC-06：提前 1 天付款",
            "REC-06：提前 1 天付款",
        ],
    )?;
    asks(
        Fact::MeasurementAge,
        hasten(30),
        [
            "REC-06: measure satisfaction 30 days sooner",
            "REC-06：提前 30 天测量满意度",
            "REC-06：提前 30 天測量滿意度",
        ],
    )?;
    asks(
        Fact::Handover,
        hasten(2),
        [
            "REC-06: handover: 2 days sooner",
            "REC-06：交接须提前 2 天",
            "REC-06：交接須提前 2 天",
        ],
    )?;
    let wait = Change::Wait {
        days: Days::new(30),
    };
    asks(
        Fact::AssessmentPeriod,
        wait,
        [
            "REC-06: wait 30 days",
            "REC-06：再等 30 天",
            "REC-06：再等 30 天",
        ],
    )?;
    let reach = Change::ReachShare {
        from: Share::new(4999, 10_000)?,
        bound: Bound::AtLeast,
        to: Share::percent(50)?,
    };
    asks(
        Fact::Share,
        reach,
        [
            "REC-06: share of wallet at least 50.0 % (0.1 points more)",
            "REC-06：采购份额 不低于 50.0 %（还差 0.1 个百分点）",
            "REC-06：採購份額 不低於 50.0 %（還差 0.1 個百分點）",
        ],
    )
}

#[test]
fn another_choice_is_named_beside_the_one_refused() -> Result<(), Failure> {
    let (from, to) = (Stage::Stable, Stage::Strategic);
    let reconsider = Change::Reconsider { from, to };
    asks(
        Fact::Position,
        reconsider,
        [
            "REC-06: state the supplier position as strategic supplier, not main supplier",
            "REC-06：所报供应商地位应为战略供应商，而非主要供应商",
            "REC-06：所報供應商地位應為戰略供應商，而非主要供應商",
        ],
    )?;
    asks(
        Fact::StrategyStage,
        reconsider,
        [
            "REC-06: make the strategy for Stable cooperation, not for Strategic cooperation",
            "REC-06：策略应针对稳定合作，而非战略合作",
            "REC-06：策略應針對穩定合作，而非戰略合作",
        ],
    )
}
