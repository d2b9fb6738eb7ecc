use crate::loyalty::cards::genuine::GEN_14;
use crate::loyalty::cards::loyalty::{LOY_02, LOY_04};
use crate::loyalty::kinds::{LoyaltyKinds, Trend};
use crate::loyalty::words::Repeat;
use crate::loyalty::words::Stance;
use crate::verdict::{Assessment, Evidence, Fact, Recorder};
use crate::vocab::known::Known;
use crate::vocab::words::words;

words! {
    /// The pattern of attitude and repeat purchase (态度与重复购买) in which a customer stands.
    ///
    /// | | buys again | seldom buys again |
    /// |---|---|---|
    /// | **favourable attitude** | [`Loyal`](Self::Loyal) | [`Latent`](Self::Latent) |
    /// | **any other** | [`Spurious`](Self::Spurious) | [`None`](Self::None) |
    ///
    /// The [`Bond`](crate::loyalty::bond::Bond) stands beside it and names the tie that keeps the
    /// customer. [`Bond::patterns`](crate::loyalty::bond::Bond::patterns) maps one to the other.
    pub closed enum LoyaltyPattern in Set {
        /// The customer likes us and buys again (忠诚).
        Loyal = "loyal", "loyal", "忠诚", "忠誠";
        /// The customer likes us and seldom buys (潜在忠诚).
        Latent = "latent", "latent loyalty", "潜在忠诚", "潛在忠誠";
        /// The customer buys again and does not like us (虚假忠诚).
        Spurious = "spurious", "spurious loyalty", "虚假忠诚", "虛假忠誠";
        /// The customer neither likes us nor buys again (无忠诚).
        None = "none", "no loyalty", "无忠诚", "無忠誠";
    }
}

/// Assesses the pattern of attitude and repeat purchase in which a customer stands.
///
/// Both have to be known. Attitude is the customer's evaluation, or that it recommends us. Its word
/// that it would miss us counts in the [`bond`](crate::loyalty::bond::bond()) alone. A customer
/// that keeps buying without feeling, or whose feeling fades, repeats mechanically (GEN-14).
///
/// # Examples
///
/// ```
/// use keqing::loyalty::bond::{LoyaltyPattern, pattern};
/// use keqing::loyalty::kinds::LoyaltyKinds;
/// use keqing::loyalty::words::Repeat;
/// use keqing::loyalty::words::Stance;
/// use keqing::vocab::known::Known;
///
/// let mut kinds = LoyaltyKinds::default();
/// kinds.behavioural = Known::measured(Repeat::High);
/// assert_eq!(pattern(&kinds).value(), None);
/// kinds.emotional = Known::customer_stated(Stance::Neutral);
/// assert_eq!(pattern(&kinds).value(), Some(&LoyaltyPattern::Spurious));
/// ```
pub fn pattern(kinds: &LoyaltyKinds) -> Assessment<LoyaltyPattern> {
    Assessment::of(|r| consult(kinds, r))
}

#[inline(always)]
pub(crate) fn consult<R: Recorder>(kinds: &LoyaltyKinds, r: &mut R) -> Option<LoyaltyPattern> {
    let (repeat, attitude) = (kinds.behavioural, kinds.feeling());
    if !repeat.is_known() {
        r.miss(&LOY_02, Fact::Retention);
    }
    if !attitude.is_known() {
        r.miss(&LOY_04, Fact::AffectiveEvaluation);
    }
    match repeat.value() {
        Some(Repeat::High) => mechanical(attitude, kinds.trend, r),
        Some(Repeat::Low) => r.pass_over(&GEN_14, Fact::RepeatPurchase),
        None => r.miss(&GEN_14, Fact::RepeatPurchase),
    }
    match (attitude.value()?.is_favourable(), repeat.value()?) {
        (true, Repeat::High) => Some(LoyaltyPattern::Loyal),
        (true, Repeat::Low) => Some(LoyaltyPattern::Latent),
        (false, Repeat::High) => Some(LoyaltyPattern::Spurious),
        (false, Repeat::Low) => Some(LoyaltyPattern::None),
    }
}

/// GEN-14: repetition needs feeling that does not fade.
#[inline(always)]
fn mechanical<R: Recorder>(attitude: Known<Stance>, trend: Option<Trend>, r: &mut R) {
    let fades = trend == Some(Trend::Falling);
    r.need(
        &GEN_14,
        Fact::AffectiveEvaluation,
        attitude,
        |stance| stance.is_favourable() && !fades,
        |stance| {
            if stance.is_favourable() {
                Evidence::present(Fact::AffectTrend, !fades)
            } else {
                Evidence::present(Fact::EmotionalConnection, false)
            }
        },
    );
}
