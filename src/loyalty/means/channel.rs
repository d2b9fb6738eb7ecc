use crate::form::record;
use crate::loyalty::cards::genuine::GEN_08;
use crate::verdict::{Fact, Reading, Recorder, Verdict};
use crate::vocab::known::Known;
use crate::vocab::set::Set;
use crate::vocab::words::words;

words! {
    /// The channel through which a customer and we meet (接触渠道), most direct first.
    pub closed enum ContactChannel {
        /// The two meet face to face.
        InPerson = "in-person", "in person", "当面", "當面";
        /// The two meet face to face and digitally.
        Mixed = "mixed", "in person and digitally", "线上线下兼有", "線上線下兼有";
        /// The two never meet face to face.
        DigitalOnly = "digital-only", "only digitally", "仅线上", "僅線上";
    }
}

words! {
    /// A measure that makes up for missing contact (弥补接触的措施).
    pub open enum ChannelCompensation in Set {
        /// A system by which both sides speak with each other.
        CommunicationSystem = "communication-system", "communication system", "交流系统", "交流系統";
        /// Pages that are designed with imagination.
        CreativeDesign = "creative-design", "creative design", "创造性设计", "創造性設計";
        /// A way for the customer to answer.
        Feedback = "feedback", "feedback", "反馈渠道", "反饋渠道";
        /// A representative whom the customer can reach in person.
        PersonalRepresentative = "personal-representative", "personal representative", "专属客服代表", "專屬客服代表";
        /// An experience that customers share, such as shopping with a friend.
        SharedExperience = "shared-experience", "shared experience", "共同体验", "共同體驗";
    }
}

record! {
    /// The facts about the channel through which a customer and we meet (接触渠道事实).
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    #[serde(default)]
    pub struct ChannelFacts {
        /// The channel through which the two meet.
        pub channel: Known<ContactChannel> => with_channel,
        /// The measures that make up for missing contact; known to be none is an empty list.
        pub compensation: Known<Set<ChannelCompensation>> => with_compensation,
    }
}

impl ChannelFacts {
    /// Makes facts with nothing known.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            channel: Known::Unknown,
            compensation: Known::Unknown,
        }
    }
}

/// Judges whether a channel leaves room for a relationship ([`GEN_08`]).
///
/// Every channel does. One that is only digital needs a measure by which the customer can answer; a
/// creative design alone is none. Its lack is only a warning, so the decision is always a permit. If
/// the two meet in person, the rule does not apply, and a guess does not suffice to say so.
///
/// # Examples
///
/// A mail-order house on the web lets customers speak with a representative and shop with a friend.
///
/// ```
/// use keqing::loyalty::means::{ChannelCompensation, ChannelFacts, ContactChannel, judge_channel};
/// use keqing::verdict::Decision;
/// use keqing::vocab::known::Known;
///
/// let mut shop = ChannelFacts::new();
/// shop.channel = Known::measured(ContactChannel::DigitalOnly);
/// shop.compensation = Known::measured(
///     ChannelCompensation::PersonalRepresentative | ChannelCompensation::SharedExperience,
/// );
/// let verdict = judge_channel(&shop);
/// assert_eq!(verdict.decision(), Decision::Permit);
/// assert_eq!(verdict.findings().breaches().count(), 0);
/// ```
pub fn judge_channel(facts: &ChannelFacts) -> Verdict {
    Verdict::of(|r| consult(facts, r))
}

fn consult<R: Recorder>(facts: &ChannelFacts, r: &mut R) {
    let fact = Fact::ChannelCompensation;
    match facts.channel.value() {
        None => r.miss(&GEN_08, Fact::Channel),
        Some(ContactChannel::InPerson | ContactChannel::Mixed) => {
            if r.require_grade(&GEN_08, Fact::Channel, facts.channel)
                .is_some()
            {
                r.pass_over(&GEN_08, Fact::Channel);
            }
        }
        Some(ContactChannel::DigitalOnly) => {
            r.open(&GEN_08, fact, facts.compensation, answered, |measures| {
                Reading::present(answered(measures))
            })
        }
    }
}

/// Returns whether a measure is among them by which the customer can answer; a design alone is none.
fn answered(measures: Set<ChannelCompensation>) -> bool {
    let mut measures = measures.iter();
    measures.any(|measure| measure != ChannelCompensation::CreativeDesign)
}

#[cfg(test)]
mod tests {
    use super::{ChannelCompensation, ChannelFacts, ContactChannel, judge_channel};
    use crate::verdict::{Decision, Fact, Outcome};
    use crate::vocab::known::Known;
    use crate::vocab::set::Set;

    #[test]
    fn only_the_digital_channel_asks_for_something_and_none_is_refused() {
        use ContactChannel::{DigitalOnly, InPerson, Mixed};
        let nothing = Known::measured(Set::empty());
        let some = Known::measured(ChannelCompensation::Feedback.into());
        let missing = Outcome::Missing(Fact::ChannelCompensation);
        let table = [
            (Known::measured(InPerson), nothing, Outcome::Inapplicable),
            (Known::measured(Mixed), nothing, Outcome::Inapplicable),
            (
                Known::estimated(InPerson),
                nothing,
                Outcome::Missing(Fact::Channel),
            ),
            (Known::estimated(DigitalOnly), nothing, Outcome::Breached),
            (
                Known::measured(DigitalOnly),
                Known::measured(ChannelCompensation::CreativeDesign.into()),
                Outcome::Breached,
            ),
            (Known::measured(DigitalOnly), nothing, Outcome::Breached),
            (Known::measured(DigitalOnly), some, Outcome::Met),
            (Known::measured(DigitalOnly), Known::Unknown, missing),
            (
                Known::measured(DigitalOnly),
                Known::estimated(ChannelCompensation::Feedback.into()),
                missing,
            ),
            (Known::Unknown, some, Outcome::Missing(Fact::Channel)),
        ];
        for (channel, compensation, expected) in table {
            let verdict = judge_channel(&ChannelFacts {
                channel,
                compensation,
            });
            assert_eq!(verdict.decision(), Decision::Permit);
            let outcomes = verdict.findings().iter().map(|finding| finding.outcome);
            assert!(outcomes.eq([expected]), "{channel:?} {compensation:?}");
        }
    }
}
