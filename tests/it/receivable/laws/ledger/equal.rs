//! Laws of two accounts that have to be alike.

use keqing::receivable::account::CreditUse;
use keqing::receivable::allocation::DebtComponent;
use keqing::receivable::ledger::Ledger;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{
    ProptestConfig, Strategy, TestCaseError, any, prop_assert, prop_assert_eq, proptest,
};

use super::draw::{houses, stories};
use super::figures::Figures;
use super::house::House;
use super::story::{Failure, Story, Told, What, units};

/// The documents of a ledger by their ids, and the credit.
#[derive(Debug, Eq, PartialEq)]
struct Alike(Vec<Figures>, i128);

impl Alike {
    fn of(ledger: &Ledger) -> Self {
        let mut figures: Vec<_> = ledger.documents.iter().map(Figures::told).collect();
        figures.sort_by(|one, other| one.id.cmp(&other.id));
        Self(figures, units(ledger.credit))
    }

    fn without(mut self, id: &str) -> Self {
        self.0.retain(|figures| figures.id != id);
        self
    }
}

fn replayed(house: &House, story: &Story) -> Result<Ledger, TestCaseError> {
    let ledger = story.replay(house);
    ledger.map_err(|error| TestCaseError::fail(error.to_string()))
}

fn alike(house: &House, story: &Story) -> Result<Alike, TestCaseError> {
    Ok(Alike::of(&replayed(house, story)?))
}

/// Returns a number that mixes a name with a seed.
fn mixed(name: &str, seed: u64) -> u64 {
    let bytes = name.bytes().fold(seed, |sum, byte| {
        sum.wrapping_mul(0x0100_0000_01b3) ^ u64::from(byte)
    });
    bytes.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 7
}

/// Houses in which named money comes first, and in which credit is used.
fn named_houses() -> impl Strategy<Value = House> {
    houses().prop_map(|house| match house.names {
        true => House {
            credit: CreditUse::NextInvoice,
            ..house
        },
        false => House::standard(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn the_order_of_the_lists_has_no_effect(
        house in houses(), story in stories(), seed in any::<u64>(),
    ) {
        let story = story.sound(&house);
        let mut shuffled = story.clone();
        shuffled.events.sort_by_key(|told| mixed(&told.id, seed));
        shuffled.bills.sort_by_key(|bill| mixed(&bill.id, seed));
        let (mut told, mut other) = (replayed(&house, &story)?, replayed(&house, &shuffled)?);
        told.documents.sort_by_key(|one| one.id);
        other.documents.sort_by_key(|one| one.id);
        prop_assert_eq!(&told, &other);
    }

    #[test]
    fn a_back_dated_event_leads_to_the_state_of_the_ordered_history(
        house in houses(), story in stories(), which in any::<usize>(),
    ) {
        let mut story = story.sound(&house);
        story.events.sort_by(|one, other| (one.day, &one.id).cmp(&(other.day, &other.id)));
        let ordered = replayed(&house, &story)?;
        if story.events.is_empty() { return Ok(()) }
        let late = story.events.remove(which % story.events.len());
        // The event becomes known behind all the others.
        story.events.push(late);
        let known = replayed(&house, &story)?;
        prop_assert_eq!(Alike::of(&ordered), Alike::of(&known));
        prop_assert_eq!(ordered.credit_changes, known.credit_changes);
    }

    #[test]
    fn splitting_a_payment_changes_nothing_but_the_list(
        house in houses(), story in stories(), which in any::<usize>(), part in 1_i128..100_000,
    ) {
        let mut story = story.sound(&house);
        let paid = story.events.iter().filter(|told| matches!(told.what, What::Pay { .. }));
        let paid: Vec<_> = paid.cloned().collect();
        if paid.is_empty() { return Ok(()) }
        let one = &paid[which % paid.len()];
        story.events.retain(|told| told.about() != Some(&one.id));
        let story = story.sound(&house);
        let mut split = story.clone();
        let What::Pay { units: all, names } = &one.what else { return Ok(()) };
        if *all < 2 { return Ok(()) }
        let rest = 1 + part % (all - 1);
        for told in &mut split.events {
            if told.id == one.id {
                told.what = What::Pay { units: all - rest, names: names.clone() };
            }
        }
        let mut other = one.clone();
        other.id.push('x');
        other.what = What::Pay { units: rest, names: names.clone() };
        split.events.push(other);
        prop_assert_eq!(alike(&house, &story)?, alike(&house, &split)?);
    }

    #[test]
    fn an_advance_is_a_payment_on_the_day_of_issue(
        house in named_houses(), story in stories(), which in any::<usize>(), before in 1_u32..40,
    ) {
        let mut story = story;
        story.events.retain(|told| matches!(
            told.what, What::Note { about: Some(_), .. } | What::Fee { .. } | What::Off { .. } | What::Dispute { .. }
        ));
        let story = story.sound(&house);
        let bill = story.bills[which % story.bills.len()].clone();
        let pay = |day| {
            let mut story = story.clone();
            story.pay("ADV-1", day, bill.total() + 500, &[&bill.id]);
            story
        };
        if story.as_of < bill.issued || bill.issued < before { return Ok(()) }
        let (advance, paid) = (pay(bill.issued - before), pay(bill.issued));
        let (advance, paid) = (advance.sound(&house), paid.sound(&house));
        prop_assert_eq!(alike(&house, &advance)?, alike(&house, &paid)?);
    }

    #[test]
    fn a_credit_note_of_the_whole_invoice_equals_no_invoice(
        house in houses(), story in stories(), which in any::<usize>(),
    ) {
        let mut story = story;
        let bill = story.bills.remove(which % story.bills.len());
        let ids = bill.parts.iter().map(|part| part.0.clone()).chain([bill.id.clone()]);
        let ids: Vec<String> = ids.collect();
        for told in &mut story.events {
            if let What::Pay { names, .. } = &mut told.what {
                names.retain(|name| !ids.contains(name));
            }
        }
        let none = story.sound(&house);
        let mut credited = none.clone();
        let note = What::Note { about: Some(bill.id.clone()), units: bill.total() };
        credited.tell("VOID-1", bill.issued, note);
        credited.bills.push(bill);
        let mut told = alike(&house, &credited)?;
        for id in &ids {
            told = told.without(id);
        }
        prop_assert_eq!(told, alike(&house, &none)?);
    }

    #[test]
    fn a_credit_note_up_to_the_due_date_leaves_nothing_of_an_invoice(
        house in houses(), story in stories(), which in any::<usize>(), later in any::<u32>(),
    ) {
        let mut story = story;
        let bill = story.bills.swap_remove(which % story.bills.len());
        let Some((_, due, _)) = bill.parts.first().cloned() else { return Ok(()) };
        story.events.clear();
        let day = bill.issued + later % (due - bill.issued + 1);
        let note = What::Note { about: Some(bill.id.clone()), units: bill.total() };
        story.tell("VOID-1", day, note);
        story.bills = vec![bill];
        story.as_of = story.as_of.max(day);
        let told = alike(&house, &story)?;
        prop_assert_eq!(told.1, 0);
        for one in told.0 {
            prop_assert_eq!((one.open, one.interest), (0, [0; 3]));
        }
    }

    #[test]
    fn later_events_change_nothing_but_their_number(house in houses(), story in stories()) {
        let story = story.sound(&house);
        let told = replayed(&house, &story)?;
        let mut now = story.clone();
        let as_of = now.as_of;
        let known = story.events.iter().filter(|told| told.day <= as_of);
        let known: Vec<_> = known.flat_map(Told::names).collect();
        now.events.retain(|told| told.day <= as_of || known.contains(&told.id.as_str()));
        let named = |id: &str| now.events.iter().any(|told| {
            let about = matches!(&told.what, What::Fee { about: Some(about), .. } if about == id);
            about || told.names().contains(&id)
        });
        let kept = now.bills.iter().filter(|bill| {
            let mut ids = bill.parts.iter().map(|part| part.0.as_str()).chain([bill.id.as_str()]);
            bill.issued <= as_of || ids.any(named)
        });
        now.bills = kept.cloned().collect();
        let mut known = replayed(&house, &now)?;
        let gone = story.events.len() - now.events.len() + story.bills.len() - now.bills.len();
        known.later += u32::try_from(gone).unwrap_or(0);
        prop_assert_eq!(told, known);
    }

    #[test]
    fn a_payment_that_comes_back_on_its_day_equals_no_payment(
        house in houses(), story in stories(), (on, amount) in (0_u32..200, 1_i128..200_000),
        which in any::<usize>(), named in any::<bool>(),
    ) {
        let none = story.sound(&house);
        let mut back = none.clone();
        // Now and then on the day of another payment.
        let mut paid = none.events.iter().filter(|told| matches!(told.what, What::Pay { .. }));
        let on = paid.next().filter(|_| which % 2 == 0).map_or(on, |told| told.day);
        let bill = none.bills[which % none.bills.len()].id.clone();
        let names = if named { vec![bill.as_str()] } else { Vec::new() };
        back.pay("CHEQUE-1", on, amount, &names);
        back.tell("BOUNCE-1", on, What::Back { pay: "CHEQUE-1".into(), units: None });
        prop_assert_eq!(alike(&house, &back)?, alike(&house, &none)?);
    }

    #[test]
    fn money_that_came_back_counts_as_if_it_had_never_come(
        house in houses(), story in stories(), which in any::<usize>(), later in 0_u32..60,
        part in option::of(1_i128..200_000),
    ) {
        // What others decided keeps the amount of its day, so they say how much.
        let mut story = story;
        story.events.retain(|told| !matches!(
            told.what,
            What::Refund { .. } | What::SetOff { .. } | What::Back { .. } | What::Off { units: None, .. }
        ));
        let mut story = story.sound(&house);
        let paid = story.events.iter().filter(|told| matches!(told.what, What::Pay { .. }));
        let paid: Vec<_> = paid.cloned().collect();
        if paid.is_empty() { return Ok(()) }
        let one = &paid[which % paid.len()];
        let What::Pay { units: whole, names } = &one.what else { return Ok(()) };
        let part = part.filter(|part| part < whole);
        let back = What::Back { pay: one.id.clone(), units: part };
        story.as_of = story.as_of.max(one.day + later);
        let mut less = story.clone();
        less.events.retain(|told| told.id != one.id);
        if let Some(part) = part {
            less.tell(&one.id, one.day, What::Pay { units: whole - part, names: names.clone() });
        }
        story.tell("BOUNCE-1", one.day + later, back);
        let Ok(less) = less.replay(&house) else { return Ok(()) };
        let told = replayed(&house, &story)?;
        prop_assert_eq!(Alike::of(&told), Alike::of(&less));
        prop_assert_eq!(&told.credits, &less.credits);
        let held = |ledger: &Ledger| {
            let held = ledger.discounts.iter().filter(|one| one.void_on.is_none());
            held.copied().collect::<Vec<_>>()
        };
        prop_assert_eq!(held(&told), held(&less));
        for (told, less) in told.documents.iter().zip(&less.documents) {
            let mut more = told.changes.clone();
            for one in &less.changes {
                let place = more.iter().position(|other| other == one);
                prop_assert!(place.is_some(), "{:?} of {:?}", one, told);
                place.map(|place| more.remove(place));
            }
            for component in [DebtComponent::Fees, DebtComponent::Interest, DebtComponent::Principal] {
                let rows = more.iter().filter(|row| row.component == component);
                prop_assert_eq!(rows.map(|row| units(row.amount)).sum::<i128>(), 0, "{:?}", more);
            }
        }
    }

    #[test]
    fn totals_only_are_those_of_each_change(
        house in houses(), story in stories(), many in vec((0_u32..200, 1_i128..400), 0..120),
    ) {
        let mut story = story;
        // An invoice that many small payments pay, while it is late.
        if let Some(bill) = story.bills.first_mut().filter(|bill| bill.parts.len() == 1) {
            bill.parts[0].2 += 50_000;
        }
        for (number, (day, units)) in (1..).zip(many) {
            story.pay(&format!("SMALL-{number}"), day, units, &["INV-1"]);
        }
        let fail = |error: Failure| TestCaseError::fail(error.to_string());
        let each = story.rest(&house).map_err(fail)?.ledger;
        let told = story.rest(&House { totals_only: true, ..house }).map_err(fail)?.ledger;
        prop_assert_eq!(Alike::of(&told), Alike::of(&each));
        prop_assert_eq!(told.credits, each.credits);
    }
}
