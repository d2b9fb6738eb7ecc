use alloc::boxed::Box;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, choice, every, record, several};
use crate::satisfaction::measurement::SatisfactionState;
use crate::vocab::known::Grade;
use crate::vocab::share::Share;
use crate::vocab::words::{Rating, Text};

record! {
    /// A piece of evidence that bears on loyalty (忠诚证据): its sign, its date and its grade.
    ///
    /// The grade follows from whose word it is. A mark that the customer gave itself is
    /// customer-stated. One that our own people gave for it is estimated. An estimate never proves
    /// a feeling (GEN-04).
    #[derive(Copy, Hash)]
    pub closed struct LoyaltyEvidence {
        /// The day of the evidence.
        pub on: NaiveDate,
        /// The grade of the evidence: counted, said by the customer, or guessed.
        pub grade: Grade,
        /// The sign that the evidence gives.
        pub sign: LoyaltySign,
    }
}

choice! {
    /// The sign that a piece of evidence gives (迹象).
    ///
    /// | sign | of behaviour | of mind | of feeling | of none |
    /// |---|---|---|---|---|
    /// | [`Retention`](Self::Retention), [`ShareOfWallet`](Self::ShareOfWallet), [`RepeatAfterFailure`](Self::RepeatAfterFailure) | ✓ | | | |
    /// | [`Intention`](Self::Intention), [`Trust`](Self::Trust), [`Upholding`](Self::Upholding) | | ✓ | | |
    /// | [`Evaluation`](Self::Evaluation), [`Referrals`](Self::Referrals) | | | ✓ | |
    /// | [`Revenue`](Self::Revenue), [`Satisfaction`](Self::Satisfaction), [`SoftwareObservation`](Self::SoftwareObservation) | | | | ✓ |
    ///
    /// Signs of none are reported all the same, so that nobody takes them for more (GEN-05, GEN-19,
    /// LOY-05).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub enum LoyaltySign {
        /// The customer's emotional evaluation of us, 1 to 5 (GEN-10).
        Evaluation(Rating),
        /// The customer's intention to buy again, 1 to 5 (LOY-03).
        Intention(Rating),
        /// The number of new customers to whom it recommended us (GEN-15); several pieces of
        /// evidence add up.
        Referrals(u32),
        /// The customer bought again after we failed it (LOY-07).
        RepeatAfterFailure,
        /// The part of the customer's own order cycles in which it bought: the rate of a
        /// [`Retention`](crate::loyalty::retention::Retention) (LOY-02).
        Retention(Share),
        /// The customer's payments to us (GEN-19).
        Revenue,
        /// The customer's satisfaction (LOY-05).
        Satisfaction(SatisfactionState),
        /// The share of the customer's purchases that it makes from us (GEN-12).
        ShareOfWallet(Share),
        /// The customer's behaviour as software saw it: visits, clicks, a computed score (GEN-05).
        SoftwareObservation,
        /// The customer's trust in us by its own word, 1 to 5 (GEN-04).
        Trust(Rating),
        /// The customer's readiness to stand up for us by its own word, 1 to 5 (GEN-04).
        Upholding(Rating),
    }
}

impl LoyaltySign {
    /// Returns the name for people.
    #[must_use]
    pub const fn text(&self) -> Text {
        match self {
            Self::Evaluation(_) => Text::new("emotional evaluation", "情感评价", "情感評價"),
            Self::Intention(_) => Text::new("intention to buy again", "再购意向", "再購意向"),
            Self::Referrals(_) => Text::new("referrals", "推荐", "推薦"),
            Self::RepeatAfterFailure => {
                Text::new("buying again after a failure", "失误后再购", "失誤後再購")
            }
            Self::Retention(_) => Text::new("retention", "保持度", "保持度"),
            Self::Revenue => Text::new("revenue", "销售收入", "銷售收入"),
            Self::Satisfaction(_) => Text::new("satisfaction", "满意度", "滿意度"),
            Self::ShareOfWallet(_) => Text::new("share of wallet", "采购份额", "採購份額"),
            Self::SoftwareObservation => Text::new(
                "behaviour observed by software",
                "软件观测的行为",
                "軟件觀測的行為",
            ),
            Self::Trust(_) => Text::new("word of trust", "信赖之言", "信賴之言"),
            Self::Upholding(_) => Text::new("word of standing up for us", "维护之言", "維護之言"),
        }
    }
}

/// Returned when evidence is later than the date that is asked for.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum LoyaltyEvidenceError {
    /// A piece of evidence is of a day that has not come.
    #[error("the evidence of {on} is later than {as_of}, the date that is asked for")]
    DatedAfter {
        /// The date of the evidence.
        on: NaiveDate,
        /// The date that is asked for.
        as_of: NaiveDate,
    },
    /// Several pieces of evidence are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub LoyaltyEvidenceError);

pub(crate) fn check(
    evidence: &[LoyaltyEvidence],
    as_of: NaiveDate,
) -> Result<(), LoyaltyEvidenceError> {
    if evidence.iter().all(|piece| piece.on <= as_of) {
        Ok(())
    } else {
        check_each(evidence, as_of)
    }
}

#[cold]
fn check_each(evidence: &[LoyaltyEvidence], as_of: NaiveDate) -> Result<(), LoyaltyEvidenceError> {
    every(evidence.iter().map(|piece| match piece.on {
        on if on > as_of => Err(LoyaltyEvidenceError::DatedAfter { on, as_of }),
        _ => Ok(()),
    }))
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use alloc::vec::Vec;

    use super::{LoyaltyEvidence, LoyaltySign, NaiveDate, check};
    use crate::vocab::known::Grade;

    #[test]
    fn every_piece_of_a_day_to_come_is_refused() {
        let day = |day| NaiveDate::from_ymd_opt(2024, 6, day).unwrap_or_default();
        let refused = |days: &[u32]| {
            let pieces = days.iter().map(|on| LoyaltyEvidence {
                on: day(*on),
                grade: Grade::Measured,
                sign: LoyaltySign::Revenue,
            });
            let pieces: Vec<_> = pieces.collect();
            check(&pieces, day(20)).map_err(|error| error.to_string())
        };
        assert_eq!(refused(&[20, 1]), Ok(()));
        let both = "the evidence of 2024-06-22 is later than 2024-06-20, the date that is asked for; \
            the evidence of 2024-06-21 is later than 2024-06-20, the date that is asked for";
        assert_eq!(refused(&[22, 20, 21, 22]), Err(both.into()));
    }
}
