//! An account as plain numbers: days counted from the first one, amounts in smallest units.

use keqing::calendar::Calendar;
use keqing::receivable::account::{
    AccountInstalment, AccountInvoice, CreditNote, CustomerAccount, Dispute, Fee, Refund,
    RestLedger, ReturnedPayment, SetOff, Waiver, WriteOff, replay, replay_rest,
};
use keqing::receivable::allocation::{DebtComponent, Payment};
use keqing::receivable::clause::Clause;
use keqing::receivable::discount::{
    CutOff, DiscountTier, EarlyPayment, PartialPayment, Reward, TaxTreatment,
};
use keqing::receivable::instalment::InvoiceAmounts;
use keqing::receivable::ledger::Ledger;
use keqing::receivable::term::PaymentTerm;
use keqing::receivable::waiver::{WaiverReason, WaiverSubject};
use keqing::verdict::{Authority, Presence};
use keqing::vocab::money::{Currency, Money, RoundedMoney};
use keqing::vocab::name::DocumentId;
use keqing::vocab::share::Share;
use keqing::vocab::time::Days;
use keqing::vocab::words::WaiverCause;

use super::house::House;
use crate::support::given::day;

pub(super) type Failure = Box<dyn std::error::Error>;

/// A customer's account with the day on which it is looked at.
#[derive(Clone, Debug)]
pub(super) struct Story {
    pub(super) currency: Currency,
    pub(super) bills: Vec<Bill>,
    pub(super) events: Vec<Told>,
    pub(super) as_of: u32,
}

/// An invoice: its parts fall due one by one.
#[derive(Clone, Debug)]
pub(super) struct Bill {
    pub(super) id: String,
    pub(super) issued: u32,
    /// The id, the due day and the amount of each part; a single part is the invoice itself.
    pub(super) parts: Vec<(String, u32, i128)>,
    pub(super) tax: i128,
    pub(super) tiers: Vec<Tier>,
    /// True if the discount is on the amount before tax only.
    pub(super) untaxed: bool,
    /// True if a payment in part earns its part of the discount.
    pub(super) shared: bool,
}

/// A tier of a discount: thousandths of the amount until a last day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tier {
    pub(super) days: u32,
    /// True if the days are counted back from the due date.
    pub(super) before_due: bool,
    pub(super) thousandths: u32,
}

/// An event with its day.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Told {
    pub(super) id: String,
    pub(super) day: u32,
    pub(super) what: What,
}

#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum What {
    Fee {
        about: Option<String>,
        units: i128,
    },
    Pay {
        units: i128,
        names: Vec<String>,
    },
    Back {
        pay: String,
        units: Option<i128>,
    },
    Note {
        about: Option<String>,
        units: i128,
    },
    Waive {
        about: String,
        of: Waived,
        units: i128,
    },
    SetOff {
        about: Option<String>,
        units: Option<i128>,
    },
    Off {
        about: String,
        of: DebtComponent,
        units: Option<i128>,
    },
    Refund {
        of: Option<String>,
        units: i128,
    },
    Dispute {
        about: String,
        units: Option<i128>,
        until: Option<u32>,
    },
}

/// The subject of a waiver.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Waived {
    Fee,
    Interest,
    Deadline,
}

impl Told {
    /// Returns the payment that the event is about.
    pub(super) fn about(&self) -> Option<&String> {
        match &self.what {
            What::Back { pay, .. } => Some(pay),
            What::Refund { of, .. } => of.as_ref(),
            _ => None,
        }
    }

    /// Lists the documents that a payment names.
    pub(super) fn names(&self) -> Vec<&str> {
        match &self.what {
            What::Pay { names, .. } => names.iter().map(String::as_str).collect(),
            _ => Vec::new(),
        }
    }
}

impl Bill {
    pub(super) fn total(&self) -> i128 {
        self.parts.iter().map(|(_, _, units)| units).sum()
    }

    fn invoice(&self, currency: Currency) -> Result<AccountInvoice, Failure> {
        let money = |units| RoundedMoney::from_minor_units(units, currency);
        let (total, last) = (self.total(), self.parts.last().ok_or("a part")?);
        let invoice = AccountInvoice::new(
            self.id.parse()?,
            day(self.issued),
            day(last.1),
            money(total)?,
        )?;
        let amounts = InvoiceAmounts::new(money(total - self.tax)?, money(self.tax)?)?;
        let invoice = invoice
            .with_amounts(amounts)
            .with_discount(self.discount()?);
        if self.parts.len() == 1 {
            return Ok(invoice);
        }
        let parts = self.parts.iter().map(|(id, due, units)| {
            Ok(AccountInstalment {
                id: id.parse()?,
                due: day(*due),
                amount: money(*units)?.money(),
            })
        });
        Ok(invoice.with_instalments(parts.collect::<Result<Vec<_>, Failure>>()?))
    }

    fn discount(&self) -> Result<Clause<EarlyPayment>, Failure> {
        if self.tiers.is_empty() {
            return Ok(Clause::Silent);
        }
        let mut terms = EarlyPayment::none();
        for tier in &self.tiers {
            let days = Days::new(tier.days);
            let cut_off = match tier.before_due {
                true => CutOff::BeforeDue(days),
                false => CutOff::Term(PaymentTerm::net(days)),
            };
            let share = Share::new(tier.thousandths.into(), 1000)?;
            terms = terms.with_tier(DiscountTier::new(cut_off, Reward::Share(share))?);
        }
        if self.untaxed {
            terms = terms.with_tax(TaxTreatment::Excluded);
        }
        if self.shared {
            terms = terms.with_partial(PartialPayment::ProRata);
        }
        Ok(Clause::Agreed(terms))
    }
}

impl Story {
    pub(super) fn money(&self, units: i128) -> Result<Money, Failure> {
        Ok(Money::from_minor_units(units, self.currency)?)
    }

    /// Adds an event.
    pub(super) fn tell(&mut self, id: &str, day: u32, what: What) {
        let id = id.into();
        self.events.push(Told { id, day, what });
    }

    pub(super) fn pay(&mut self, id: &str, day: u32, units: i128, names: &[&str]) {
        let names = names.iter().map(|name| (*name).into()).collect();
        self.tell(id, day, What::Pay { units, names });
    }

    /// Returns the story without the events that cannot be, neither on its day nor up to the last of them.
    /// Another law says that the second statement refuses the same ones.
    pub(super) fn sound(&self, house: &House) -> Self {
        let last = self.events.iter().map(|told| told.day).max();
        let last = last.unwrap_or(0).max(self.as_of);
        let mut sound = self.clone();
        loop {
            let before = sound.events.len();
            for as_of in [last, self.as_of] {
                sound.as_of = as_of;
                let rest = sound.rest(house);
                let out = rest.map_or(Vec::new(), |rest| rest.places);
                sound
                    .events
                    .retain(|told| out.iter().all(|at| at.id.as_str() != told.id));
            }
            if sound.events.len() == before {
                return sound;
            }
        }
    }

    /// Replays the account in a house.
    pub(super) fn replay(&self, house: &House) -> Result<Ledger, Failure> {
        let policy = house.policy(self.currency)?;
        let every = Calendar::every_day();
        Ok(replay(&policy, &self.account()?, &every, day(self.as_of))?)
    }

    /// Replays the sound events of the account in a house.
    pub(super) fn rest(&self, house: &House) -> Result<RestLedger, Failure> {
        let policy = house.policy(self.currency)?;
        let every = Calendar::every_day();
        Ok(replay_rest(
            &policy,
            &self.account()?,
            &every,
            day(self.as_of),
        )?)
    }

    /// Returns the account in the words of the library.
    pub(super) fn account(&self) -> Result<CustomerAccount, Failure> {
        let mut account = CustomerAccount::new("Ningbo Pumps".parse()?, self.currency);
        for bill in &self.bills {
            account.invoices.push(bill.invoice(self.currency)?);
        }
        for told in &self.events {
            self.add(&mut account, told)?;
        }
        Ok(account)
    }

    fn add(&self, account: &mut CustomerAccount, told: &Told) -> Result<(), Failure> {
        let (id, date, cause) = (id(&told.id)?, day(told.day), None);
        let some = |units: Option<i128>| units.map(|units| self.money(units)).transpose();
        let named = |name: &Option<String>| name.as_deref().map(self::id).transpose();
        match &told.what {
            What::Fee { about, units } => account.fees.push(Fee {
                id,
                date,
                document: named(about)?,
                amount: self.money(*units)?,
                component: DebtComponent::Fees,
                cause,
            }),
            What::Pay { units, names } => {
                let names = names.iter().map(|name| self::id(name));
                let names = names.collect::<Result<Vec<_>, _>>()?;
                let payment = Payment::new(id, date, self.money(*units)?)?;
                account.payments.push(payment.with_designation(names)?);
            }
            What::Back { pay, units } => account.returned_payments.push(ReturnedPayment {
                id,
                date,
                document: self::id(pay)?,
                amount: some(*units)?,
                cause,
            }),
            What::Note { about, units } => account.credit_notes.push(CreditNote {
                id,
                date,
                document: named(about)?,
                amount: self.money(*units)?,
                cause,
            }),
            _ => self.add_more(account, told)?,
        }
        Ok(())
    }

    /// Adds an event that takes something off, pays out or disputes.
    fn add_more(&self, account: &mut CustomerAccount, told: &Told) -> Result<(), Failure> {
        let (id, date, cause) = (id(&told.id)?, day(told.day), None);
        let some = |units: Option<i128>| units.map(|units| self.money(units)).transpose();
        let named = |name: &Option<String>| name.as_deref().map(self::id).transpose();
        match &told.what {
            What::Waive { about, of, units } => {
                let amount = self.money(*units)?;
                let waiver = waiver(told, amount, (about, *of))?;
                account.waivers.push(waiver);
            }
            What::SetOff { about, units } => account.set_offs.push(SetOff {
                id,
                date,
                document: named(about)?,
                amount: some(*units)?,
                cause,
            }),
            What::Off { about, of, units } => account.write_offs.push(WriteOff {
                id,
                date,
                document: self::id(about)?,
                amount: some(*units)?,
                component: *of,
                cause,
            }),
            What::Refund { of, units } => account.refunds.push(Refund {
                id,
                date,
                document: named(of)?,
                amount: self.money(*units)?,
                cause,
            }),
            What::Dispute {
                about,
                units,
                until,
            } => account.disputes.push(Dispute {
                id,
                date,
                document: self::id(about)?,
                amount: some(*units)?,
                until: until.map(day),
                cause,
            }),
            What::Fee { .. } | What::Pay { .. } | What::Back { .. } | What::Note { .. } => {}
        }
        Ok(())
    }
}

pub(super) fn id(name: &str) -> Result<DocumentId, Failure> {
    Ok(name.parse()?)
}

/// Returns a waiver that the standard policy permits.
fn waiver(told: &Told, amount: Money, (about, of): (&str, Waived)) -> Result<Waiver, Failure> {
    let date = day(told.day);
    Ok(Waiver {
        id: id(&told.id)?,
        date,
        document: id(about)?,
        subject: match of {
            Waived::Fee => WaiverSubject::Fee,
            Waived::Interest => WaiverSubject::Interest,
            Waived::Deadline => WaiverSubject::DiscountDeadline,
        },
        amount,
        by: "boss".parse()?,
        authority: Authority::Executive,
        cause: Some(WaiverReason {
            cause: WaiverCause::BankDelay,
            on: date,
            document: "notice".parse()?,
        }),
        personal_interest: Some(Presence::Absent),
        for_oneself: Some(Presence::Absent),
    })
}

/// Returns an amount as a count of smallest units.
pub(super) fn units(money: Money) -> i128 {
    RoundedMoney::try_from(money).map_or(i128::MIN, RoundedMoney::minor_units)
}
