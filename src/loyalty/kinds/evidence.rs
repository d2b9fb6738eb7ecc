use chrono::NaiveDate;

use crate::form::{choice, record};
use crate::satisfaction::measurement::SatisfactionState;
use crate::vocab::known::Grade;
use crate::vocab::mark::Mark;
use crate::vocab::name::PersonId;
use crate::vocab::share::Share;
use crate::vocab::words::Text;

record! {
    /// A piece of evidence that bears on loyalty (忠诚证据): its sign, its date, its grade and its
    /// speaker.
    ///
    /// The grade follows from whose word it is. A mark that the customer gave itself is
    /// customer-stated. One that our own people gave for it is estimated. An estimate never proves
    /// a feeling (GEN-04).
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::loyalty::kinds::{LoyaltyEvidence, LoyaltySign};
    /// use keqing::vocab::known::Grade;
    /// use keqing::vocab::words::Rating;
    ///
    /// let on = chrono::NaiveDate::from_ymd_opt(2024, 11, 20).ok_or("no such date")?;
    /// let sign = LoyaltySign::Evaluation(Rating::new(4)?.into());
    /// let said = LoyaltyEvidence::new(on, Grade::CustomerStated, sign).with_by("wang-fang".parse()?);
    /// assert_eq!(said.by.map(|person| person.to_string()).as_deref(), Some("wang-fang"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct LoyaltyEvidence {
        /// The day of the evidence.
        pub on: NaiveDate,
        /// The grade of the evidence: counted, said by the customer, or guessed.
        pub grade: Grade,
        /// The sign that the evidence gives.
        pub sign: LoyaltySign,
        /// The person of the customer who said it; `None` if nobody is named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub by: Option<PersonId>,
    }
}

impl LoyaltyEvidence {
    /// Makes a piece of evidence that names no person.
    #[must_use]
    pub const fn new(on: NaiveDate, grade: Grade, sign: LoyaltySign) -> Self {
        Self {
            on,
            grade,
            sign,
            by: None,
        }
    }

    /// Returns the evidence with the person who said it.
    #[must_use]
    pub const fn with_by(self, person: PersonId) -> Self {
        Self {
            by: Some(person),
            ..self
        }
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
    /// A sign counts for the days that the policy names: words and shares as states, and a return after
    /// a failure and a referral as events within that time. Signs of none show no kind of loyalty. They
    /// carry no claim of it either (GEN-05, GEN-19, LOY-05).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub enum LoyaltySign {
        /// The customer's emotional evaluation of us, a mark with its scale (GEN-10).
        Evaluation(Mark),
        /// The customer's intention to buy again, a mark with its scale (LOY-03).
        Intention(Mark),
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
        /// The customer's trust in us by its own word, a mark with its scale (GEN-04).
        Trust(Mark),
        /// The customer's readiness to stand up for us by its own word, a mark with its scale
        /// (GEN-04).
        Upholding(Mark),
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
