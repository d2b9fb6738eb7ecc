use alloc::vec::Vec;

use crate::form::record;
use crate::receivable::discount::error::DiscountError;
use crate::receivable::discount::tier::DiscountTier;
use crate::receivable::instalment::AmountRounding;
use crate::vocab::money::{FractionalMoney, RoundedMoney};
use crate::vocab::words::words;

record! {
    /// The discount for paying early (提前付款政策, REC-02).
    ///
    /// A policy without discount is a policy too: [`none`](Self::none). The tiers may come in any
    /// order. Of those that a payment meets, the one with the largest discount counts.
    ///
    /// # Examples
    ///
    /// The discount is 3 % within 7 days and 2 % within 14, tax included, also for payments in
    /// part.
    ///
    /// ```
    /// use keqing::receivable::discount::{CutOff, DiscountTier, EarlyPayment, PartialPayment, Reward};
    /// use keqing::receivable::term::PaymentTerm;
    /// use keqing::vocab::share::Share;
    /// use keqing::vocab::time::Days;
    ///
    /// let tier = |percent, days| -> Result<DiscountTier, Box<dyn std::error::Error>> {
    ///     let within = CutOff::Term(PaymentTerm::net(Days::new(days)));
    ///     Ok(DiscountTier::new(within, Reward::Share(Share::percent(percent)?))?)
    /// };
    /// let policy = EarlyPayment::none()
    ///     .with_tier(tier(3, 7)?)
    ///     .with_tier(tier(2, 14)?)
    ///     .with_partial(PartialPayment::ProRata);
    /// assert_eq!(policy.tiers().len(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Hash)]
    pub struct EarlyPayment {
        /// The steps of the discount, in any order. Of those that a payment meets, the one with the
        /// largest discount counts. Without a tier there is no discount.
        tiers: Vec<DiscountTier> => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The part of the invoice that the discount is on: the amount before tax only, or the
        /// total without a fixed tax.
        tax: TaxTreatment => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The discount of a payment in part: none, or its part rounded down.
        partial: PartialPayment => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The rounding of the whole discount. It is not read if the amount to pay is rounded.
        rounding: AmountRounding,
        /// The rounding of the amount that a discount leaves to pay, such as to 0.05 for cash. The discount is
        /// then the difference to the whole. `"none"` rounds the discount itself. A multiple in another
        /// currency is an error.
        payable: Option<AmountRounding> | "none" => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The end of a tier whose own deadline lies after the due date. If it is missing, the tier runs
        /// until its own deadline.
        #[serde(default = "BeyondDue::standard")]
        beyond_due: BeyondDue => "REC-03" "REC-04" "REC-06" "REC-07",
    }
}

impl EarlyPayment {
    /// Returns the policy without a discount.
    ///
    /// A tier added by [`with_tier`](Self::with_tier) is a discount on the total, for invoices that
    /// are paid in full, rounded half-even to smallest units. Other setters change that.
    #[must_use]
    pub const fn none() -> Self {
        Self {
            tiers: Vec::new(),
            tax: TaxTreatment::Included,
            partial: PartialPayment::NoDiscount,
            rounding: AmountRounding::standard(),
            payable: None,
            beyond_due: BeyondDue::standard(),
        }
    }

    /// Adds a tier.
    #[must_use]
    pub fn with_tier(mut self, tier: DiscountTier) -> Self {
        self.tiers.push(tier);
        self
    }

    /// Sets the effect of the discount on the tax.
    #[must_use]
    pub fn with_tax(self, tax: TaxTreatment) -> Self {
        Self { tax, ..self }
    }

    /// Sets the discount of a payment in part.
    #[must_use]
    pub fn with_partial(self, partial: PartialPayment) -> Self {
        Self { partial, ..self }
    }

    /// Sets the rounding of the whole discount.
    #[must_use]
    pub fn with_rounding(self, rounding: AmountRounding) -> Self {
        Self { rounding, ..self }
    }

    /// Sets the rounding of the amount that a discount leaves to pay; the discount is the difference.
    ///
    /// # Examples
    ///
    /// 2 % off 13.31 leave 13.0438. In cash 13.05 are paid, so the discount is 0.26.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::calendar::Calendar;
    /// use keqing::receivable::discount::{
    ///     CutOff, DiscountTier, DiscountedInvoice, EarlyPayment, Reward, discount,
    /// };
    /// use keqing::receivable::instalment::AmountRounding;
    /// use keqing::receivable::term::PaymentTerm;
    /// use keqing::vocab::money::RoundingMode;
    /// use keqing::vocab::share::Share;
    /// use keqing::vocab::time::Days;
    ///
    /// let date = |month, day| NaiveDate::from_ymd_opt(2025, month, day).ok_or("no such date");
    /// let within = CutOff::Term(PaymentTerm::net(Days::new(10)));
    /// let policy = EarlyPayment::none()
    ///     .with_tier(DiscountTier::new(within, Reward::Share(Share::percent(2)?))?)
    ///     .with_payable(AmountRounding::to(RoundingMode::HalfUp).with_multiple("0.05 EUR".parse()?)?);
    /// let invoice = DiscountedInvoice::new(date(4, 1)?, date(5, 1)?, "13.31 EUR".parse()?)?;
    /// let earned = discount(&policy, &invoice, "13.05 EUR".parse()?, date(4, 5)?, &Calendar::every_day())?;
    /// assert_eq!((earned.amount, earned.open), ("0.26 EUR".parse()?, "0 EUR".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_payable(self, payable: AmountRounding) -> Self {
        Self {
            payable: Some(payable),
            ..self
        }
    }

    /// Sets the end of a tier whose own deadline lies after the due date.
    #[must_use]
    pub fn with_beyond_due(self, beyond_due: BeyondDue) -> Self {
        Self { beyond_due, ..self }
    }

    /// Returns the tiers, as they were added.
    #[must_use]
    pub fn tiers(&self) -> &[DiscountTier] {
        &self.tiers
    }

    /// Returns the effect of the discount on the tax.
    #[must_use]
    pub const fn tax(&self) -> TaxTreatment {
        self.tax
    }

    /// Returns the discount of a payment in part.
    #[must_use]
    pub const fn partial(&self) -> PartialPayment {
        self.partial
    }

    /// Returns the rounding of the whole discount.
    #[must_use]
    pub const fn rounding(&self) -> AmountRounding {
        self.rounding
    }

    /// Returns the rounding of the amount that a discount leaves to pay; `None` if the discount itself is
    /// rounded.
    #[must_use]
    pub const fn payable(&self) -> Option<AmountRounding> {
        self.payable
    }

    /// Returns an exact discount on an amount, rounded as the policy says.
    ///
    /// An amount to pay that is rounded up past the whole leaves no discount.
    pub(crate) fn rounded(
        &self,
        exact: FractionalMoney,
        whole: RoundedMoney,
    ) -> Result<RoundedMoney, DiscountError> {
        let Some(payable) = self.payable else {
            return Ok(self.rounding.apply(exact)?);
        };
        let left = payable.apply(FractionalMoney::of(whole.money()).checked_sub(exact)?)?;
        let discount = whole.checked_sub(left)?;
        Ok(if discount.is_negative() {
            whole.checked_sub(whole)?
        } else {
            discount
        })
    }

    /// Returns the end of a tier whose own deadline lies after the due date.
    #[must_use]
    pub const fn beyond_due(&self) -> BeyondDue {
        self.beyond_due
    }
}

words! {
    /// The effect of a discount on the tax of an invoice (折扣税务处理).
    pub open enum TaxTreatment {
        /// The discount is on the amount before tax only, and the invoice's tax was on the reduced
        /// amount. It was so whether or not the invoice is paid early, as in Belgium
        /// ([`reduced_tax`](crate::receivable::discount::reduced_tax)).
        AlwaysReduced = "always-reduced", "tax on the reduced amount in any case", "一律按折后金额计税", "一律按折後金額計稅";
        /// The discount is on the amount before tax only, and the tax stays as it is.
        Excluded = "excluded", "discount on the amount before tax only", "仅就税前金额折扣", "僅就未稅金額折扣";
        /// The discount is on the amount before tax and on the tax alike; only a fixed tax stays as it is.
        Included = "included", "discount on the amount with tax", "按含税金额折扣", "按含稅金額折扣";
    }
}

words! {
    /// The discount that a payment in part earns (部分付款).
    pub open enum PartialPayment {
        /// Nothing: the payment that settles the whole open amount earns the whole discount, or
        /// none.
        NoDiscount = "no-discount", "no discount", "不享受折扣", "不享折扣";
        /// Its part of the discount, rounded down, so that the parts are never more than the whole.
        ProRata = "pro-rata", "discount in proportion", "按比例享受折扣", "按比例享折扣";
    }
}

words! {
    /// The end of a tier whose own deadline lies after the due date (折扣期超过到期日).
    pub open enum BeyondDue {
        /// The tier runs until its own deadline.
        OwnDeadline = "own-deadline", "until its own deadline", "至其自身截止日", "至其自身截止日";
        /// The tier is an error: a payment would be early and late at once.
        Refused = "refused", "refused", "不予接受", "不予接受";
        /// The tier ends on the due date.
        UntilDue = "until-due", "until the due date", "至到期日", "至到期日";
    }
}

impl BeyondDue {
    /// Returns the choice of the standard policy.
    pub(crate) const fn standard() -> Self {
        Self::OwnDeadline
    }
}
