use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::form::{record, with_others};
use crate::loyalty::bond::{
    self, BondFacts, ReasonToStay, Recognition, Views, pattern, reason_to_stay, recognition,
};
use crate::loyalty::cards::genuine::{GEN_10, GEN_11};
use crate::loyalty::cards::loyalty::LOY_04;
use crate::loyalty::counted;
use crate::loyalty::current::current;
use crate::loyalty::day::{Day, LookBack};
use crate::loyalty::error::LoyaltyError;
use crate::loyalty::facts::{LoyaltyFacts, LoyaltyGiven};
use crate::loyalty::foundation::{Foundations, foundations};
use crate::loyalty::kinds::latest::Evidenced;
use crate::loyalty::kinds::{self, LoyaltyKinds};
use crate::loyalty::lock_in::{self, Held, LockIn};
use crate::loyalty::means::{MeansGiven, MeansPicture, means_of};
use crate::loyalty::patronage::{self, KindWords, Patronage, PatronageGrounds};
use crate::loyalty::policy::LoyaltyPolicy;
use crate::loyalty::retention::{Retention, retention};
use crate::loyalty::risk;
use crate::loyalty::words::Repeat;
use crate::satisfaction::cards::satisfaction::SAT_08;
use crate::verdict::{
    Assessment, Fact, Finding, Presence, Remedy, filled, filled_box, weigh_parts,
};
use crate::vocab::answers::LoyaltyPattern;
use crate::vocab::known::{Contradiction, Expired, Known};
use crate::vocab::words::{Bond, Stance};

record! {
    /// The assessment of a customer's loyalty (忠诚评定), part by part.
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct LoyaltyPicture {
        /// The retention of the customer by its own order cycle; `None` without days of purchase.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub retention: Option<Box<Assessment<Retention>>>,
        /// The behavioural, conscious and emotional loyalty of the customer.
        pub kinds: Assessment<LoyaltyKinds>,
        /// The sides that see a relationship.
        pub recognition: Assessment<Recognition>,
        /// The lock-in: everything that holds the customer, liked or not.
        pub lock_in: Assessment<LockIn>,
        /// The bond: genuine, mixed, locked in or none.
        pub bond: Assessment<Bond>,
        /// The pattern of attachment and repeat purchase.
        #[serde(rename = "cell")]
        pub pattern: Assessment<LoyaltyPattern>,
        /// The reason to stay: happy, indifferent or helpless.
        #[serde(rename = "staying")]
        pub reason_to_stay: Assessment<ReasonToStay>,
        /// The patronage: price, feeling, both or neither.
        pub patronage: Assessment<Patronage>,
        /// The foundations that hold and those that lack.
        pub foundations: Assessment<Foundations>,
        /// The means by which the customer may be kept; `None` if the facts have none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub means: Option<Box<MeansPicture>>,
        /// The statements of one fact that hold on the day and differ.
        pub contradictions: Vec<Contradiction>,
        /// The graded facts that were learnt too long ago, and are unknown.
        pub expired: Vec<Expired>,
        /// The number of facts, statements and pieces of evidence of after the day, which are left out.
        pub ahead: u32,
    }
}

/// Assesses the loyalty of a customer, part by part.
///
/// Each part is the answer of the function of its name. One part's value is the next one's fact:
/// the kinds and the lock-in make the bond, the pattern and the reason to stay. A part without a
/// value names the facts that it misses, unless they change none of its rules. Bond, pattern, reason to stay and claims rest on one
/// attachment, so none contradicts another. What is dated after the day asked about is ignored, and a
/// finding counts it.
///
/// # Errors
///
/// [`LoyaltyError`] is returned in these cases, and holds the error of every part:
///
/// - A promise is given twice.
/// - Costs of leaving cannot be added up or compared with the gain.
/// - Purchase risks cannot be weighed.
///
/// # Examples
///
/// A customer speaks well of us, and nobody asked about the rest. Then it says that it sees no
/// relationship, and that points hold it.
///
/// ```
/// use keqing::loyalty::{LoyaltyFacts, LoyaltyGiven, LoyaltyPolicy, assess};
/// use keqing::loyalty::kinds::{LoyaltyEvidence, LoyaltySign};
/// use keqing::verdict::Presence;
/// use keqing::vocab::known::{Grade, Stated};
/// use keqing::vocab::words::{Bond, Instrument, Rating};
///
/// let on = chrono::NaiveDate::from_ymd_opt(2024, 6, 30).ok_or("no such date")?;
/// let sign = LoyaltySign::Evaluation(Rating::HIGHEST.into());
/// let mut facts = LoyaltyFacts::default();
/// facts.evidence = vec![LoyaltyEvidence::new(on, Grade::CustomerStated, sign)];
///
/// let policy = LoyaltyPolicy::standard();
/// assert_eq!(assess(&policy, &facts, &LoyaltyGiven::new(on))?.bond.value(), None);
///
/// facts.recognition.customer = Stated::customer_stated(Presence::Absent);
/// facts.lock_in.instruments = Stated::measured(Instrument::LoyaltyPoints.into());
/// assert_eq!(assess(&policy, &facts, &LoyaltyGiven::new(on))?.bond.value(), Some(&Bond::LockedIn));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn assess(
    policy: &LoyaltyPolicy,
    facts: &LoyaltyFacts,
    given: &LoyaltyGiven,
) -> Result<LoyaltyPicture, LoyaltyError> {
    let facts = Cow::Borrowed(facts);
    filled(LoyaltyPicture::empty(), |picture| {
        picture.fill(policy, facts, given)
    })
}

/// Assesses on the heap, for a review. The facts may be its own, so that they are not copied for what has expired.
pub(crate) fn assess_boxed(
    policy: &LoyaltyPolicy,
    facts: Cow<'_, LoyaltyFacts>,
    given: &LoyaltyGiven,
) -> Result<Box<LoyaltyPicture>, LoyaltyError> {
    filled_box(LoyaltyPicture::empty(), |picture| {
        picture.fill(policy, facts, given)
    })
}

weigh_parts! { LoyaltyPicture: retention kinds recognition lock_in bond pattern reason_to_stay patronage foundations means }

impl LoyaltyPicture {
    /// Returns every finding of every part.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        let parts = [
            self.kinds.findings(),
            self.recognition.findings(),
            self.lock_in.findings(),
            self.bond.findings(),
            self.pattern.findings(),
            self.reason_to_stay.findings(),
            self.patronage.findings(),
            self.foundations.findings(),
        ];
        let retention = self.retention.iter().flat_map(|found| found.findings());
        let means = self.means.iter().flat_map(|means| means.findings());
        retention.chain(parts.into_iter().flatten()).chain(means)
    }

    /// Returns the words or feelings of the customer that would make it attached.
    ///
    /// There is one remedy for each finding about its own word that stands against the bond. There
    /// is none if the customer is attached.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::loyalty::{LoyaltyFacts, LoyaltyGiven, LoyaltyPolicy, assess};
    /// use keqing::verdict::Render;
    /// use keqing::vocab::words::Locale;
    ///
    /// let as_of = chrono::NaiveDate::from_ymd_opt(2024, 12, 31).ok_or("no such date")?;
    /// let found = assess(&LoyaltyPolicy::standard(), &LoyaltyFacts::default(), &LoyaltyGiven::new(as_of))?;
    /// let remedies = found.customer_remedies().map(|remedy| remedy.display(Locale::En).to_string());
    /// assert_eq!(
    ///     remedies.collect::<Vec<_>>(),
    ///     [
    ///         "LOY-04: learn the customer's emotional evaluation",
    ///         "GEN-11: learn the customer's own recognition (customer side)",
    ///     ],
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn customer_remedies(&self) -> impl Iterator<Item = Remedy> + '_ {
        let is_attached = self.bond.value().is_some_and(|bond| bond.is_attached());
        let is_its_word = |finding: &&Finding| {
            let fact = finding.evidence.fact;
            let word = [
                (LOY_04.id(), Fact::AffectiveEvaluation),
                (LOY_04.id(), Fact::WordExpiry),
                (GEN_10.id(), Fact::AffectiveEvaluation),
                (GEN_11.id(), Fact::Recognition),
                (SAT_08.id(), Fact::LoyaltySupport),
            ];
            word.contains(&(finding.rule, fact))
        };
        let parts = [
            self.kinds.findings(),
            self.recognition.findings(),
            self.bond.findings(),
        ];
        let standing = parts.into_iter().flatten().filter(is_its_word);
        standing
            .filter(move |_| !is_attached)
            .filter_map(Remedy::of)
    }

    /// Returns the standing of the customer, for the means that are silent on it.
    fn bears_on_means(&self, given: &LoyaltyGiven) -> MeansGiven {
        let mut stands = MeansGiven::new(given.as_of);
        stands.bond = self.bond.value().copied();
        if let Some(measured) = &given.satisfaction {
            stands.satisfaction = Known::graded(measured.state, measured.grade);
        }
        if let Some(kinds) = self.kinds.value() {
            stands.adversity = kinds.adversity;
        }
        stands
    }

    /// Writes every part, each with the values of those before it.
    #[inline(always)]
    fn fill(
        &mut self,
        policy: &LoyaltyPolicy,
        facts: Cow<'_, LoyaltyFacts>,
        given: &LoyaltyGiven,
    ) -> Result<(), LoyaltyError> {
        let held = held_of(policy, &facts, given)?;
        let (now, reader) = current(policy, facts, given.as_of);
        let facts = &*now;
        let held = match reader.has_read_all() {
            true => held,
            false => held_of(policy, facts, given)?,
        };
        self.retention = match facts.purchases.as_slice() {
            [] => None,
            purchases => Some(Box::new(retention(policy, purchases, given.as_of))),
        };
        self.record(policy, facts, given, &held);
        if facts.means.is_some() {
            let means = means_of(policy, facts, &self.bears_on_means(given))?;
            self.means = Some(Box::new(means));
        }
        self.ahead = self.ahead.saturating_add(reader.ahead);
        self.expired = reader.expired;
        policy.severities().weigh(self);
        Ok(())
    }

    #[inline(always)]
    fn empty() -> Self {
        Self {
            retention: None,
            kinds: Assessment::empty(),
            recognition: Assessment::empty(),
            lock_in: Assessment::empty(),
            bond: Assessment::empty(),
            pattern: Assessment::empty(),
            reason_to_stay: Assessment::empty(),
            patronage: Assessment::empty(),
            foundations: Assessment::empty(),
            means: None,
            contradictions: Vec::new(),
            expired: Vec::new(),
            ahead: 0,
        }
    }

    #[inline(always)]
    fn record(
        &mut self,
        policy: &LoyaltyPolicy,
        facts: &LoyaltyFacts,
        given: &LoyaltyGiven,
        held: &Held,
    ) {
        let found = counted::found(given, self.retention.as_deref());
        let all = Evidenced::by(policy, &facts.evidence, &found, given.as_of);
        let day = Day::of(policy, given.as_of);
        let views = facts.recognition.read(day);
        let recognition = Views {
            customer: views.customer.or(given.recognition),
            ..views
        };
        // Without a value the signs of the relationship are heard all the same.
        let mut kinds = LoyaltyKinds::default();
        self.kinds.record(|r| {
            kinds = kinds::consult(policy, &all, r);
            kinds.is_told().then_some(kinds)
        });
        self.recognition
            .record(|r| recognition::consult(&recognition, facts.recognition.ended(day), r));
        self.lock_in
            .record(|r| lock_in::consult(&facts.lock_in.costs, held, r));
        let told = BondFacts {
            kinds,
            recognition,
            misses: held.misses(),
            lock_in: self.lock_in.value().map(|held| held.level),
            support: facts.support.or(given.support),
        };
        self.bond.record(|r| bond::consult(&told, r));
        self.pattern.record(|r| pattern::consult(&told, r));
        self.reason_to_stay
            .record(|r| reason_to_stay::consult(&told, r));
        let comes = PatronageGrounds {
            reasons: patronage::reasons(&facts.reasons, day),
            repeat: kinds
                .behavioural
                .map(|repeat| Presence::of(repeat == Repeat::High)),
            affect: affect(&kinds),
        };
        let words = KindWords {
            count_reasons: kinds.is_silent(),
            stand: told.at_every_level(|level| told.stands(level) == Some(true)),
        };
        let ended = patronage::Ended {
            reasons: day.ended(&facts.reasons),
            ..patronage::Ended::default()
        };
        self.patronage
            .record(|r| patronage::consult(&comes, ended, words, r));
        self.foundations.record(|r| {
            foundations::consult(policy, &facts.foundations, &all.trust, given.as_of, r)
        });
        self.look_back(facts, all.later, day);
        let differ = |counted| counted::contradiction(&facts.evidence, counted, day);
        self.contradictions.extend(found.iter().filter_map(differ));
    }

    /// Gathers the statements that contradict each other, and counts what is left out.
    fn look_back(&mut self, facts: &LoyaltyFacts, later: u32, day: Day) {
        let mut found = LookBack::default();
        let (views, ties) = (&facts.recognition, &facts.lock_in);
        found.at("recognition.supplier", &views.supplier, day);
        found.at("recognition.customer", &views.customer, day);
        found.at("lock-in.instruments", &ties.instruments, day);
        found.at("lock-in.alternatives", &ties.alternatives, day);
        found.at(
            "lock-in.prefers-alternative",
            &ties.prefers_alternative,
            day,
        );
        found.at("lock-in.gain", &ties.gain, day);
        found.at("reasons", &facts.reasons, day);
        if let Some(means) = &facts.means {
            found.at("means.brand", &means.brand, day);
            if let Some(mix) = &means.instruments {
                found.at("means.instruments.satisfaction", &mix.satisfaction, day);
                found.at("means.instruments.adversity", &mix.adversity, day);
            }
        }
        let counted = foundations::later(&facts.foundations, day.as_of);
        self.ahead = found.ahead.saturating_add(later).saturating_add(counted);
        self.contradictions = found.contradictions;
    }
}

/// Returns whether the customer feels something; people who differ leave it open.
#[inline(always)]
fn affect(kinds: &LoyaltyKinds) -> Known<Presence> {
    match kinds.feeling() {
        Known::Given(told) if told.value == Stance::Mixed => Known::Unknown,
        told => told.map(|stance| Presence::of(stance.is_favourable())),
    }
}

/// Returns the lock-in on the day, if no part of the facts contradicts itself.
#[inline(always)]
fn held_of(
    policy: &LoyaltyPolicy,
    facts: &LoyaltyFacts,
    given: &LoyaltyGiven,
) -> Result<Held, LoyaltyError> {
    let held = || -> Result<Held, LoyaltyError> {
        foundations::check(&facts.foundations)?;
        Ok(Held::of(&facts.lock_in, Day::of(policy, given.as_of))?)
    };
    held().map_err(|first| every_error(first, policy, facts, given))
}

/// Adds the errors of the other parts to the first, which ended the assessment.
#[cold]
fn every_error(
    first: LoyaltyError,
    policy: &LoyaltyPolicy,
    facts: &LoyaltyFacts,
    given: &LoyaltyGiven,
) -> LoyaltyError {
    let foundations = foundations::check(&facts.foundations);
    let held = Held::of(&facts.lock_in, Day::of(policy, given.as_of)).map(|_| ());
    let means = facts.means.as_ref();
    let risks = means.map(|means| risk::check(&means.risks));
    let others = [
        foundations.err().map(LoyaltyError::from),
        held.err().map(LoyaltyError::from),
        risks.and_then(Result::err).map(LoyaltyError::from),
    ];
    with_others(first, others.into_iter().flatten())
}
