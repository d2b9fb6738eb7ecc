use alloc::vec::Vec;
use core::cmp::Reverse;

use crate::review::acceptance::{AcceptanceReport, accepting};
use crate::review::concern::Concern;
use crate::review::headline::Headline;
use crate::review::section::Section;
use crate::review::topic::Topic;
use crate::verdict::{Bound, Fact, Finding, Outcome, Reading, Remedy, RuleId, Severity, Subject};
use crate::vocab::words::{Role, Side};

/// A matter of a review (事项): one fact that stands against the relationship or is missing, and every finding
/// that hangs on it.
///
/// Two findings are of one matter if they are about one fact of one subject; the relationship and the customer's
/// side are one. The gravest of them speaks for the matter. What is done several times, such as an investment,
/// has its own matters each time.
///
/// # Examples
///
/// ```
/// use keqing::review::Concern;
/// # let text = r#"{
/// #     "party": {"parties": {
/// #         "supplier-organization": {"id": "s-1", "name": "Hangzhou Valves"},
/// #         "supplier-operator": {"vacant": {"since": "2024-05-01"}},
/// #         "customer-organization": {"id": "c-1", "name": "Ningbo Pumps"},
/// #         "customer-operator": {"people": [{"id": "wang-fang", "department": "purchasing", "level": "manager"}]}
/// #     }},
/// #     "lifecycle": {
/// #         "standing": {"state": {"active": "initial"}, "since": "2024-01-01"},
/// #         "stage": {"as-of": "2024-12-31"}
/// #     }
/// # }"#;
/// # let dossier: keqing::dossier::Dossier = serde_json::from_str(text)?;
/// let review = keqing::review::review(&keqing::policy::Policy::standard(), &dossier)?;
/// let matters = review.matters();
/// assert!(matters.iter().any(|matter| matter.concern == Concern::Unknown));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Matter<'a> {
    /// The claim on the reader.
    pub concern: Concern,
    /// The topic of the gravest finding.
    pub topic: Topic,
    /// The findings that hang on the fact, the gravest first.
    pub findings: Vec<&'a Finding>,
    /// The rules of these findings in the order of their ids, each once.
    pub rules: Vec<RuleId>,
    /// The acceptance that lets it stand, if every finding is accepted; of several the one that ends first.
    pub accepted: Option<&'a AcceptanceReport>,
    gravest: &'a Finding,
    event: Event,
    pub(super) headline: &'a dyn Headline,
}

impl<'a> Matter<'a> {
    /// Returns the gravest finding.
    #[must_use]
    pub const fn gravest(&self) -> &'a Finding {
        self.gravest
    }

    /// Returns the fact on which the findings hang.
    #[must_use]
    pub const fn fact(&self) -> Fact {
        fact(self.gravest)
    }

    /// Returns the subject of the fact.
    #[must_use]
    pub const fn subject(&self) -> Subject {
        self.gravest.evidence.subject
    }

    /// Returns the severity of the gravest finding.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.gravest.severity
    }

    /// Returns the finding whose bound is the strictest: what keeps it keeps those of the other findings, too. It is
    /// the gravest one where no other has a stricter bound.
    #[must_use]
    pub fn strictest(&self) -> &'a Finding {
        let others = self.findings.iter().copied().filter(|one| one.is_breach());
        others.fold(self.gravest, |kept, one| match is_stricter(one, kept) {
            true => one,
            false => kept,
        })
    }

    /// Returns the change after which the strictest finding no longer stands.
    #[must_use]
    pub fn remedy(&self) -> Option<Remedy> {
        Remedy::of(self.strictest())
    }

    /// Returns what is the same of one matter in every review.
    pub(super) const fn key(&self) -> (Event, Fact, Subject) {
        (self.event, self.fact(), whose(self.gravest))
    }

    /// Returns the order of matters, the gravest first.
    pub(super) const fn gravity(&self) -> (Concern, Reverse<Severity>) {
        (self.concern, Reverse(self.severity()))
    }

    /// Returns whether one of the four parties needs to know of it: what is of its side, and what belongs to the
    /// relationship as a whole.
    #[must_use]
    pub fn is_for(&self, role: Role) -> bool {
        match self.subject() {
            Subject::Role(of) => of.side() == role.side(),
            Subject::Side(side)
            | Subject::Department { side, .. }
            | Subject::Person { side, .. } => side == role.side(),
            _ => true,
        }
    }
}

/// Returns whether a finding asks for more than another one of the same fact.
fn is_stricter(one: &Finding, other: &Finding) -> bool {
    use Reading::{Count, Days, Number, Share};

    fn beyond<T: Ord>(one: (Bound, T), other: (Bound, T)) -> bool {
        use Bound::{AtLeast, AtMost, LessThan, MoreThan};

        match (one.0, other.0) {
            (AtLeast | MoreThan, AtLeast | MoreThan) => one.1 > other.1,
            (AtMost | LessThan, AtMost | LessThan) => one.1 < other.1,
            _ => false,
        }
    }

    match (one.evidence.reading, other.evidence.reading) {
        (
            Share {
                bound, required, ..
            },
            Share {
                bound: to,
                required: than,
                ..
            },
        ) => beyond((bound, required), (to, than)),
        (
            Count {
                bound, required, ..
            },
            Count {
                bound: to,
                required: than,
                ..
            },
        ) => beyond((bound, required), (to, than)),
        (
            Days {
                bound, required, ..
            },
            Days {
                bound: to,
                required: than,
                ..
            },
        ) => beyond((bound, required), (to, than)),
        (
            Number {
                bound, required, ..
            },
            Number {
                bound: to,
                required: than,
                ..
            },
        ) => beyond((bound, required), (to, than)),
        _ => false,
    }
}

/// The topic and the number of something that is done several times; nothing if a matter is of the relationship.
type Event = Option<(Topic, usize)>;

/// A finding that asks something of the reader, with its place in the review.
struct Asked<'a> {
    concern: Concern,
    event: Event,
    section: usize,
    place: usize,
    finding: &'a Finding,
}

impl Asked<'_> {
    /// Returns what makes findings one matter.
    const fn key(&self) -> (Event, Fact, Subject) {
        (self.event, fact(self.finding), whose(self.finding))
    }

    /// Returns the order of the findings of one matter, the gravest first.
    const fn gravity(&self) -> (Concern, Reverse<Severity>, usize, usize) {
        let severity = Reverse(self.finding.severity);
        (self.concern, severity, self.section, self.place)
    }
}

/// Returns the fact that a finding is about: the one that is missing, or the one that was looked at.
const fn fact(finding: &Finding) -> Fact {
    match finding.outcome {
        Outcome::Missing(fact) => fact,
        _ => finding.evidence.fact,
    }
}

/// Returns whose fact a finding is about. What is said of the relationship is said of the customer: while nobody
/// of it has spoken, a rule names no side.
const fn whose(finding: &Finding) -> Subject {
    match finding.evidence.subject {
        Subject::Relationship => Subject::Side(Side::Customer),
        subject => subject,
    }
}

/// Gathers the matters of some sections, the gravest first. The order is total: no place in a list decides.
pub(super) fn gather<'a>(
    sections: &[Section<'a>],
    acceptances: &'a [AcceptanceReport],
) -> Vec<Matter<'a>> {
    let mut asked: Vec<Asked<'a>> = Vec::new();
    for (section, part) in sections.iter().enumerate() {
        let event = part.topic.is_event().then(|| {
            let earlier = sections.iter().take(section);
            let same = earlier.filter(|one| one.topic == part.topic).count();
            (part.topic, same)
        });
        for (place, finding) in part.findings.iter().enumerate() {
            let concern = Concern::of(finding);
            asked.extend(concern.map(|concern| Asked {
                concern,
                event,
                section,
                place,
                finding,
            }));
        }
    }
    asked.sort_unstable_by_key(|one| (one.key(), one.gravity()));
    let one_fact = asked.chunk_by(|one, next| one.key() == next.key());
    let mut matters: Vec<_> = one_fact
        .filter_map(|of| {
            let gravest = of.first()?;
            let part = sections.get(gravest.section)?;
            let matter = matter(of, gravest, part, acceptances);
            let (_, severity, section, place) = gravest.gravity();
            Some(((matter.concern, severity, section, place), matter))
        })
        .collect();
    matters.sort_by_key(|((concern, severity, section, place), matter)| {
        let weight = Reverse(matter.rules.len());
        (*concern, *severity, weight, *section, *place)
    });
    matters.into_iter().map(|(_, matter)| matter).collect()
}

fn matter<'a>(
    of: &[Asked<'a>],
    gravest: &Asked<'a>,
    part: &Section<'a>,
    acceptances: &'a [AcceptanceReport],
) -> Matter<'a> {
    let findings: Vec<&Finding> = of.iter().map(|one| one.finding).collect();
    let mut rules: Vec<RuleId> = findings.iter().map(|finding| finding.rule).collect();
    rules.sort_unstable();
    rules.dedup();
    let accepted = accepting(acceptances, &findings);
    Matter {
        concern: accepted.map_or(gravest.concern, |_| Concern::Accepted),
        topic: part.topic,
        findings,
        rules,
        accepted,
        gravest: gravest.finding,
        event: gravest.event,
        headline: part.headline,
    }
}
