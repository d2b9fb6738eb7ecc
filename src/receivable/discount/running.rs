use chrono::NaiveDate;
use smallvec::SmallVec;

use crate::calendar::Calendar;
use crate::receivable::discount::error::DiscountError;
use crate::receivable::discount::invoice::DiscountedInvoice;
use crate::receivable::discount::outcome::DiscountOutcome;
use crate::receivable::discount::policy::{EarlyPayment, PartialPayment};
use crate::receivable::discount::settle::{deadline, discounted};
use crate::receivable::discount::tier::Reward;
use crate::vocab::money::{FractionalMoney, RoundedMoney, RoundingMode};

/// The discount of one debt, while payments and credit notes come in.
///
/// Every part is rounded cumulatively: the discount on all that was paid under a tier is rounded, and a
/// payment gets what earlier ones did not.
#[derive(Clone, Debug)]
pub(crate) struct RunningDiscount<'a> {
    policy: &'a EarlyPayment,
    /// The invoice of which the debt is a part, with the due date of the debt.
    invoice: DiscountedInvoice,
    deadlines: SmallVec<[NaiveDate; 2]>,
    /// The amount of the invoice that belongs to earlier parts of it. The discount of the invoice is divided
    /// among its parts so that the parts add up to it.
    before: i128,
    base: Option<Base>,
}

/// The amount to which a tier is applied, with what came since.
#[derive(Clone, Copy, Debug)]
struct Base {
    tier: usize,
    /// The day, for a reward that every day changes.
    day: Option<NaiveDate>,
    open: i128,
    discount: i128,
    paid: i128,
    given: i128,
}

/// The discount that a payment of a day may still earn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Offer {
    base: Base,
    deadline: NaiveDate,
    partial: PartialPayment,
    /// The discount for paying the whole rest.
    pub(crate) left: i128,
}

/// The state of a debt, in smallest units, as a discount looks at it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DiscountedDebt {
    /// The amount of the debt at first.
    pub(crate) total: i128,
    /// The part that credit notes and write-offs took off.
    pub(crate) reduced: i128,
    /// The part that was given as a discount, or as one whose deadline was waived.
    pub(crate) given: i128,
    /// The open amount.
    pub(crate) open: i128,
}

impl<'a> RunningDiscount<'a> {
    /// Looks up the deadlines of the tiers.
    pub(crate) fn new(
        policy: &'a EarlyPayment,
        invoice: DiscountedInvoice,
        before: i128,
        calendar: &Calendar,
    ) -> Result<Self, DiscountError> {
        let tiers = (1..).zip(policy.tiers());
        let deadlines =
            tiers.map(|(number, tier)| deadline(policy, number, tier, &invoice, calendar));
        Ok(Self {
            policy,
            invoice,
            deadlines: deadlines.collect::<Result<_, _>>()?,
            before,
            base: None,
        })
    }

    /// Forgets the payments so far, because the debt changed otherwise than by a payment.
    pub(crate) fn restart(&mut self) {
        self.base = None;
    }

    /// Returns the discount that a payment of a day may still earn; `None` if no tier is open.
    pub(crate) fn offer(
        &self,
        debt: DiscountedDebt,
        day: NaiveDate,
    ) -> Result<Option<Offer>, DiscountError> {
        let mut best: Option<Offer> = None;
        for (place, deadline) in self.deadlines.iter().enumerate() {
            if day <= *deadline {
                let offer = self.of_tier(place, *deadline, debt, day)?;
                if best.is_none_or(|best| best.left < offer.left) {
                    best = Some(offer);
                }
            }
        }
        Ok(best)
    }

    /// Returns the part of what is open that was on offer once as a discount, and is not any more.
    pub(crate) fn missed(
        &self,
        debt: DiscountedDebt,
        day: NaiveDate,
    ) -> Result<i128, DiscountError> {
        let owed = debt.total.saturating_sub(debt.reduced);
        let mut most = 0;
        for ((number, tier), deadline) in (1..).zip(self.policy.tiers()).zip(&self.deadlines) {
            if *deadline < day {
                let whole = self.discount(number, Some(tier.reward()), owed, *deadline)?;
                most = whole.saturating_sub(debt.given).max(most);
            }
        }
        let now = self.offer(debt, day)?.map_or(0, |offer| offer.left);
        let most = most.min(debt.open);
        Ok(most.saturating_sub(now).max(0))
    }

    /// Takes a payment in that got a part of an offer.
    pub(crate) fn paid(&mut self, offer: &Offer, paid: i128, discount: i128) {
        self.base = Some(Base {
            paid: offer.base.paid.saturating_add(paid),
            given: offer.base.given.saturating_add(discount),
            ..offer.base
        });
    }

    /// Returns the reason why a payment of a day earns nothing, if no tier is open.
    pub(crate) fn closed(&self) -> DiscountOutcome {
        match self.deadlines.iter().max() {
            Some(&deadline) => DiscountOutcome::TooLate { deadline },
            None => DiscountOutcome::NotOffered,
        }
    }

    fn of_tier(
        &self,
        place: usize,
        deadline: NaiveDate,
        debt: DiscountedDebt,
        day: NaiveDate,
    ) -> Result<Offer, DiscountError> {
        let tier = place.saturating_add(1);
        let partial = self.policy.partial();
        let reward = self.policy.tiers().get(place).map(|tier| tier.reward());
        let moves = matches!(reward, Some(Reward::PerYear { .. }));
        let day_of = moves.then_some(day);
        let known = self
            .base
            .filter(|base| base.tier == tier && base.day == day_of);
        let base = match (known, partial) {
            (Some(known), PartialPayment::ProRata) => known,
            _ => {
                let open = match partial {
                    PartialPayment::NoDiscount => debt.total.saturating_sub(debt.reduced),
                    PartialPayment::ProRata => debt.open,
                };
                Base {
                    tier,
                    day: day_of,
                    open,
                    discount: self.discount(tier, reward, open, day)?,
                    paid: 0,
                    given: 0,
                }
            }
        };
        let left = base.discount.saturating_sub(base.given);
        Ok(Offer {
            base,
            deadline,
            partial,
            left: left.min(debt.open),
        })
    }

    /// Returns the discount of a tier on a part of the debt, rounded as the policy says.
    fn discount(
        &self,
        tier: usize,
        reward: Option<Reward>,
        part: i128,
        day: NaiveDate,
    ) -> Result<i128, DiscountError> {
        let Some(reward) = reward.filter(|_| part > 0) else {
            return Ok(0);
        };
        let base = discounted(self.policy, &self.invoice)?;
        let exact = reward.of(FractionalMoney::of(base.money()), day, self.invoice.due())?;
        let whole = self.invoice.amounts().total().minor_units();
        self.check(tier, exact, base)?;
        let total = self.invoice.amounts().total();
        let up_to = |amount: i128| -> Result<i128, DiscountError> {
            if amount == whole {
                return Ok(self.policy.rounded(exact, total)?.minor_units());
            }
            let part = exact.checked_mul(amount, whole)?;
            let paid = FractionalMoney::of(total.money()).checked_mul(amount, whole)?;
            let paid = paid.round(RoundingMode::HalfEven)?;
            Ok(self.policy.rounded(part, paid)?.minor_units())
        };
        if self.before == 0 {
            return up_to(part);
        }
        let with = up_to(self.before.saturating_add(part))?;
        Ok(with.saturating_sub(up_to(self.before)?))
    }

    /// Refuses a discount that is more than the amount it is on.
    fn check(
        &self,
        tier: usize,
        exact: FractionalMoney,
        base: RoundedMoney,
    ) -> Result<(), DiscountError> {
        let total = self.invoice.amounts().total();
        let discount = self.policy.rounded(exact, total)?;
        if discount.checked_cmp(base)?.is_gt() {
            return Err(DiscountError::ExceedsBase {
                tier,
                discount,
                base,
            });
        }
        Ok(())
    }
}

impl Offer {
    /// Returns the part of the discount that a part payment earns, which does not settle the debt.
    pub(crate) fn of_part(&self, paid: i128, like: RoundedMoney) -> Result<i128, DiscountError> {
        if self.partial == PartialPayment::NoDiscount {
            return Ok(0);
        }
        let Base {
            open,
            discount,
            given,
            ..
        } = self.base;
        let (needed, paid) = (
            open.saturating_sub(discount),
            self.base.paid.saturating_add(paid),
        );
        if paid >= needed {
            return Ok(self.left);
        }
        let whole = RoundedMoney::from_minor_units(discount, like.currency());
        let Ok(whole) = whole else { return Ok(0) };
        let earned = FractionalMoney::of(whole.money())
            .checked_mul(paid, needed)?
            .round(RoundingMode::Down)?;
        Ok(earned.minor_units().saturating_sub(given))
    }

    /// Returns the outcome of a payment that got so much of the offer.
    pub(crate) fn outcome(&self, discount: i128, missing: RoundedMoney) -> DiscountOutcome {
        let (tier, deadline) = (self.base.tier, self.deadline);
        if discount > 0 {
            DiscountOutcome::Earned { tier, deadline }
        } else {
            DiscountOutcome::PaidPartly {
                tier,
                deadline,
                missing,
            }
        }
    }
}
