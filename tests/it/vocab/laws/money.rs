//! Money and rates: exact or refused, and rounded once.

use keqing::vocab::money::{Currency, Money, RoundedMoney, RoundingMode, round};
use keqing::vocab::rate::Rate;
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;
use rust_decimal::Decimal;

fn decimal() -> impl Strategy<Value = Decimal> {
    let small = (-1_000_000_i64..1_000_000, 0_u32..6);
    let any = (i64::MIN..=i64::MAX, 0_u32..=28);
    prop_oneof![small, any].prop_map(|(units, places)| Decimal::new(units, places))
}

fn currency() -> impl Strategy<Value = Currency> {
    select(Currency::all().collect::<Vec<_>>())
}

fn euros() -> impl Strategy<Value = Money> {
    decimal().prop_map(|amount| Money::new(amount, Currency::EUR))
}

fn mode() -> impl Strategy<Value = RoundingMode> {
    select(RoundingMode::ALL.to_vec())
}

/// Rounds by walking: the neighbours of an amount, and which of them the mode's own words choose.
fn by_walking(money: Money, mode: RoundingMode) -> Option<Money> {
    let unit = Decimal::new(1, money.currency().minor_units()?);
    let mut below = money.amount().trunc_with_scale(unit.scale());
    while below > money.amount() {
        below = below.checked_sub(unit)?;
    }
    if below == money.amount() {
        return Some(Money::new(below, money.currency()));
    }
    let above = below.checked_add(unit)?;
    let is_negative = money.amount().is_sign_negative();
    let (toward_zero, away) = if is_negative {
        (above, below)
    } else {
        (below, above)
    };
    let to_lower = money.amount().checked_sub(below)?;
    let to_upper = above.checked_sub(money.amount())?;
    let tie = |chosen| match to_lower.cmp(&to_upper) {
        std::cmp::Ordering::Less => below,
        std::cmp::Ordering::Equal => chosen,
        std::cmp::Ordering::Greater => above,
    };
    let even = if below.mantissa() % 2 == 0 {
        below
    } else {
        above
    };
    let chosen = match mode {
        RoundingMode::Ceiling => above,
        RoundingMode::Down => toward_zero,
        RoundingMode::Floor => below,
        RoundingMode::HalfDown => tie(toward_zero),
        RoundingMode::HalfEven => tie(even),
        RoundingMode::HalfUp => tie(away),
        RoundingMode::Up => away,
        _ => return None,
    };
    Some(Money::new(chosen, money.currency()))
}

/// Amounts with at most so many digits that every step of the walk is exact.
fn walkable() -> impl Strategy<Value = Money> {
    let ties = (-100_i64..100, 1_u32..6)
        .prop_map(|(halves, places)| Decimal::new(halves.saturating_mul(5), places));
    let amounts = (-1_000_000_000_i64..1_000_000_000, 0_u32..8)
        .prop_map(|(units, places)| Decimal::new(units, places));
    (prop_oneof![ties, amounts], currency())
        .prop_map(|(amount, currency)| Money::new(amount, currency))
}

proptest! {
    #[test]
    fn a_sum_does_not_depend_on_who_comes_first(one in euros(), other in euros()) {
        prop_assert_eq!(one.checked_add(other).ok(), other.checked_add(one).ok());
    }

    #[test]
    fn a_sum_does_not_depend_on_where_it_begins(one in euros(), other in euros(), third in euros()) {
        let left = one.checked_add(other).and_then(|sum| sum.checked_add(third));
        let right = other.checked_add(third).and_then(|sum| one.checked_add(sum));
        if let (Ok(left), Ok(right)) = (left, right) {
            prop_assert_eq!(left, right);
        }
    }

    #[test]
    fn a_sum_is_exact_or_refused(one in euros(), other in euros()) {
        if let Ok(sum) = one.checked_add(other) {
            prop_assert_eq!(sum.checked_sub(other).ok(), Some(one));
            prop_assert_eq!(sum.checked_sub(one).ok(), Some(other));
        }
    }

    #[test]
    fn nothing_added_changes_nothing(money in euros()) {
        let nothing = Money::zero(Currency::EUR);
        prop_assert_eq!(money.checked_add(nothing), Ok(money));
        prop_assert_eq!(money.checked_sub(money), Ok(nothing));
        prop_assert_eq!(money.negated().negated(), money);
        prop_assert_eq!(money.negated().is_negative(), !money.is_negative() && !money.is_zero());
        prop_assert_eq!(money.checked_mul(Decimal::ONE), Ok(money));
    }

    #[test]
    fn two_currencies_never_meet(one in euros(), amount in decimal(), currency in currency()) {
        let other = Money::new(amount, currency);
        let same = currency == Currency::EUR;
        prop_assert_eq!(one.checked_cmp(other).is_ok(), same);
        prop_assert!(same || one.checked_add(other).is_err());
        prop_assert!(same || one.checked_sub(other).is_err());
        prop_assert!(same || one != other);
    }

    #[test]
    fn amounts_are_ordered_as_their_difference_is(one in euros(), other in euros()) {
        let order = one.checked_cmp(other);
        prop_assert_eq!(other.checked_cmp(one).map(std::cmp::Ordering::reverse), order);
        prop_assert_eq!(order.map(std::cmp::Ordering::is_eq), Ok(one == other));
        if let Ok(difference) = one.checked_sub(other) {
            prop_assert_eq!(order.map(std::cmp::Ordering::is_lt), Ok(difference.is_negative()));
        }
    }

    #[test]
    fn a_product_is_exact_or_refused(units in -1_000_000_i64..1_000_000, factor in -1000_i64..1000) {
        let money = Money::new(Decimal::new(units, 3), Currency::EUR);
        let product = money.checked_mul(Decimal::new(factor, 2));
        let expected = Decimal::new(units.saturating_mul(factor), 5);
        prop_assert_eq!(product, Ok(Money::new(expected, Currency::EUR)));
    }

    #[test]
    fn money_survives_text_and_json(amount in decimal(), currency in currency()) {
        let money = Money::new(amount, currency);
        prop_assert_eq!(money.to_string().parse().ok(), Some(money));
        let json = serde_json::to_string(&money).unwrap_or_default();
        prop_assert_eq!(serde_json::from_str::<Money>(&json).ok(), Some(money));
        prop_assert!(!money.to_string().starts_with("-0 "));
    }

    #[test]
    fn rounding_chooses_the_neighbour_that_the_mode_names(money in walkable(), mode in mode()) {
        let expected = by_walking(money, mode);
        prop_assert_eq!(round(money, mode).ok().map(RoundedMoney::money), expected);
    }

    #[test]
    fn rounding_twice_is_rounding_once(amount in decimal(), currency in currency(), one in mode(), other in mode()) {
        if let Ok(rounded) = round(Money::new(amount, currency), one) {
            prop_assert_eq!(round(rounded.money(), other), Ok(rounded));
            prop_assert_eq!(RoundedMoney::try_from(rounded.money()), Ok(rounded));
            let units = RoundedMoney::from_minor_units(rounded.minor_units(), currency);
            prop_assert_eq!(units, Ok(rounded));
            prop_assert_eq!(rounded.to_string().parse().ok(), Some(rounded));
            let json = serde_json::to_string(&rounded).unwrap_or_default();
            prop_assert_eq!(serde_json::from_str::<RoundedMoney>(&json).ok(), Some(rounded));
        }
    }

    #[test]
    fn a_loss_is_rounded_as_the_gain_it_mirrors(money in walkable(), mode in mode()) {
        let mirrored = match mode {
            RoundingMode::Ceiling => RoundingMode::Floor,
            RoundingMode::Floor => RoundingMode::Ceiling,
            other => other,
        };
        let expected = round(money, mode).map(RoundedMoney::negated).ok();
        prop_assert_eq!(round(money.negated(), mirrored).ok(), expected);
    }

    #[test]
    fn rounded_amounts_add_up_as_their_units_do(one in i64::MIN..=i64::MAX, other in i64::MIN..=i64::MAX) {
        let made = |units: i128| RoundedMoney::from_minor_units(units, Currency::JPY);
        let sum = i128::from(one).saturating_add(other.into());
        if let (Ok(one), Ok(other)) = (made(one.into()), made(other.into())) {
            prop_assert_eq!(one.checked_add(other).ok(), made(sum).ok());
        }
    }

    #[test]
    fn a_rate_survives_text_and_json(units in -1_000_000_i64..=1_000_000, places in 2_u32..20) {
        let rate = Rate::percent(Decimal::new(units, places));
        let Ok(rate) = rate else { return Err(proptest::test_runner::TestCaseError::fail(format!("{rate:?}"))) };
        prop_assert_eq!(rate.to_string().parse().ok(), Some(rate));
        let json = serde_json::to_string(&rate).unwrap_or_default();
        prop_assert_eq!(serde_json::from_str::<Rate>(&json).ok(), Some(rate));
        prop_assert_eq!(rate.checked_add(Rate::ZERO), Ok(rate));
    }

    #[test]
    fn a_rate_lies_in_its_range(fraction in decimal()) {
        let hundred = Decimal::ONE_HUNDRED;
        let inside = Decimal::from(-100) <= fraction && fraction <= hundred;
        prop_assert_eq!(Rate::per_year(fraction).is_ok(), inside);
    }
}
