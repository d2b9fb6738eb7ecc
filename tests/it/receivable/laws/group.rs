//! Groups: what the members owe together, in one currency.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "sums of a few small amounts"
)]

use keqing::receivable::credit::{
    ExchangeRate, Exposure, GroupExposure, GroupExposureError, GroupMember, group_exposure,
};
use keqing::vocab::known::Known;
use keqing::vocab::money::{Currency, Money};
use keqing::vocab::name::Label;
use keqing::vocab::time::Days;
use proptest::collection::vec;
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;
use rust_decimal::Decimal;

use crate::support::given::{day, known};

const CURRENCIES: [Currency; 3] = [Currency::EUR, Currency::USD, Currency::JPY];

fn label(number: usize) -> Label {
    match format!("member {number}").parse() {
        Ok(label) => label,
        Err(error) => panic!("{error}"),
    }
}

fn exposure() -> impl Strategy<Value = Exposure> {
    let currency = select(CURRENCIES.to_vec());
    let units = || known(0_i64..100_000);
    let dated = (units(), 0_u32..20).prop_map(|(units, on)| units.with_on(day(on)));
    let parts = (units(), units(), units(), dated);
    (currency, parts, known((0_u32..90).prop_map(Days::new))).prop_map(
        |(currency, (ordered, shipped, invoiced, overdue), oldest)| {
            let money = |units: i64| Money::new(Decimal::new(units, 2), currency);
            Exposure::unknown()
                .with_ordered(ordered.map(money))
                .with_shipped(shipped.map(money))
                .with_invoiced(invoiced.map(money))
                .with_overdue(overdue.map(money))
                .with_oldest_overdue(oldest)
        },
    )
}

fn members() -> impl Strategy<Value = Vec<GroupMember>> {
    vec(exposure(), 1..6).prop_map(|exposures| {
        let named = exposures.into_iter().enumerate();
        let member = |(number, exposure)| GroupMember::new(label(number), exposure);
        named.map(member).collect()
    })
}

/// Rates into euros of several days, those of the dollar and those of the yen, in millionths.
///
/// Half of them are halves, so that many an amount lies between two cents.
fn rates() -> impl Strategy<Value = Vec<ExchangeRate>> {
    let of = |currency: Currency| {
        let halves = (1_i64..5).prop_map(|halves| halves.saturating_mul(500_000));
        vec(prop_oneof![1_i64..2_000_000, halves], 1..4).prop_map(move |rates| {
            let dated = (0_u32..).zip(rates);
            let rate = |(on, millionths)| {
                let rate = Decimal::new(millionths, 6);
                ExchangeRate::new(currency, Currency::EUR, day(on), rate).ok()
            };
            dated.filter_map(rate).collect::<Vec<_>>()
        })
    };
    (of(Currency::USD), of(Currency::JPY)).prop_map(|(dollars, yen)| [dollars, yen].concat())
}

fn group(
    members: &[GroupMember],
    rates: &[ExchangeRate],
) -> Result<GroupExposure, GroupExposureError> {
    group_exposure(members, rates, Currency::EUR, day(1))
}

fn parts(exposure: Exposure) -> [Known<Money>; 4] {
    [
        exposure.ordered,
        exposure.shipped,
        exposure.invoiced,
        exposure.overdue,
    ]
}

/// Cents by a rate in millionths, to the nearest cent and at a tie to the even one.
fn converted(cents: i128, millionths: i128) -> i128 {
    let exact = cents.saturating_mul(millionths);
    let (down, rest) = (exact.div_euclid(1_000_000), exact.rem_euclid(1_000_000));
    let is_up = rest > 500_000 || (rest == 500_000 && down.rem_euclid(2) == 1);
    down.saturating_add(i128::from(is_up))
}

proptest! {
    #[test]
    fn a_group_of_one_is_itself(exposure in exposure(), rates in rates()) {
        let known = parts(exposure).into_iter().find_map(Known::into_value);
        let currency = known.map_or(Currency::EUR, Money::currency);
        let member = GroupMember::new(label(1), exposure);
        let group = group_exposure(&[member], &[], currency, day(0));
        prop_assert_eq!(group.map(|group| group.exposure), Ok(exposure));
        let group = group_exposure(&[member], &rates, currency, day(0));
        let members = group.map(|group| group.members).unwrap_or_default();
        prop_assert_eq!(members.len(), 1);
        for member in members {
            prop_assert_eq!((member.own, member.converted, member.rate), (exposure, exposure, None));
        }
    }

    #[test]
    fn the_order_of_members_and_rates_does_not_matter(
        members in members(), rates in rates(), turn in 0_usize..6, is_turned in proptest::bool::ANY,
    ) {
        let given = group(&members, &rates);
        prop_assert!(given.is_ok(), "{given:?}");
        let (mut others, mut later) = (members, rates);
        let turn = turn.min(others.len());
        others.rotate_left(turn);
        if is_turned {
            others.reverse();
            later.reverse();
        }
        prop_assert_eq!(given, group(&others, &later));
    }

    #[test]
    fn one_more_member_never_lowers_what_is_known(members in members(), rates in rates()) {
        let Some((_, fewer)) = members.split_last() else { return Ok(()) };
        let (Ok(less), Ok(more)) = (group(fewer, &rates), group(&members, &rates)) else {
            prop_assert_eq!(fewer.len(), 0);
            return Ok(());
        };
        for (less, more) in parts(less.exposure).into_iter().zip(parts(more.exposure)) {
            prop_assert!(less.is_known() || !more.is_known());
            prop_assert!(more.grade() <= less.grade() || !more.is_known());
            if let (Some(less), Some(more)) = (less.into_value(), more.into_value()) {
                prop_assert!(less.amount() <= more.amount(), "{less} became {more}");
            }
        }
        let oldest = |group: GroupExposure| group.exposure.oldest_overdue.into_value();
        if let (Some(less), Some(more)) = (oldest(less), oldest(more)) {
            prop_assert!(less <= more);
        }
    }

    #[test]
    fn a_group_is_the_sum_of_what_each_member_says(members in members(), rates in rates()) {
        let Ok(group) = group(&members, &rates) else {
            prop_assert!(false, "refused");
            return Ok(());
        };
        let mut sums = [Some(0_i128); 4];
        for member in &members {
            for (sum, part) in sums.iter_mut().zip(parts(member.exposure)) {
                let cents = part.into_value().map(|amount| {
                    let cents = (amount.amount() * Decimal::ONE_HUNDRED).normalize().mantissa();
                    let newest = rates.iter().filter(|rate| {
                        rate.from() == amount.currency() && rate.on() <= day(1)
                    });
                    match newest.max_by_key(|rate| rate.on()) {
                        Some(rate) => converted(cents, rate.rate().mantissa()),
                        None => cents,
                    }
                });
                *sum = sum.zip(cents).map(|(sum, cents)| sum.saturating_add(cents));
            }
        }
        for (sum, part) in sums.into_iter().zip(parts(group.exposure)) {
            let cents = sum.and_then(|cents| Money::from_minor_units(cents, Currency::EUR).ok());
            prop_assert_eq!(part.into_value(), cents);
        }
    }
}
