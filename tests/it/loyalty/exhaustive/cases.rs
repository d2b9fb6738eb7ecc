//! The cases: every axis lists all that the rules can distinguish on it, and a number is read as
//! one digit an axis.

use chrono::NaiveDate;
use keqing::loyalty::kinds::{LoyaltyEvidence, LoyaltySign};
use keqing::loyalty::{LoyaltyFacts, LoyaltyPolicy};
use keqing::satisfaction::measurement::SatisfactionState;
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::mark::Mark as Given;
use keqing::vocab::share::Share;
use keqing::vocab::words::{Rating, Stance};

use super::people::{AGES, Age, SPEAKERS, Speakers};
use super::ties::{self, Ties};
use Grade::{CustomerStated, Estimated, Measured};

/// A word that only the customer can say: the mark, and by whose word; `None` where nobody said.
pub(crate) type Mark = Option<(u8, Grade)>;

/// The sign that a mark is.
type SignOf = fn(Given) -> LoyaltySign;

/// A part in percent, and how good its evidence is.
pub(crate) type Part = Option<(u64, Grade)>;

/// Up to which mark a word is unfavourable, from which it is favourable, and from which percentage on a
/// customer repeats, and buys much.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cuts {
    pub(crate) unfavourable_to: u8,
    pub(crate) favourable_from: u8,
    pub(crate) repeat_from: u64,
    pub(crate) much_from: u64,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Case {
    pub(crate) cuts: Cuts,
    pub(crate) retention: Part,
    pub(crate) share: Part,
    /// The mark that it gave us before, and the one that it gives now.
    pub(crate) evaluations: [Mark; 2],
    pub(crate) speakers: Speakers,
    pub(crate) age: Age,
    pub(crate) intention: Mark,
    pub(crate) trust: Mark,
    pub(crate) upholding: Mark,
    pub(crate) referrals: Option<(u32, Grade)>,
    pub(crate) back_after_failure: Option<Grade>,
    /// Revenue, satisfaction, and what software saw.
    pub(crate) unfeeling: [bool; 3],
    pub(crate) ties: Ties,
}

pub(crate) struct Family {
    pub(crate) name: &'static str,
    pub(crate) count: u64,
    pub(crate) at_least: u64,
    pub(crate) case: fn(u64) -> Case,
}

/// Every combination of signs; the ties walk past.
pub(crate) const EVIDENCE: Family = Family {
    name: "evidence",
    count: 4 * 4 * 12 * 4 * 4 * 4 * 4 * 3 * 8,
    at_least: 1_000_000,
    case: |number| {
        let mut digits = Digits(number);
        Case {
            cuts: STANDARD,
            retention: digits.of(&PARTS),
            share: digits.of(&PARTS),
            evaluations: digits.of(&EVALUATIONS),
            speakers: Digits(number.wrapping_mul(31)).of(&SPEAKERS),
            age: Digits(number.wrapping_mul(37)).of(&AGES),
            intention: digits.of(&WORDS),
            trust: digits.of(&WORDS),
            upholding: digits.of(&WORDS),
            referrals: digits.of(&REFERRALS),
            back_after_failure: digits.of(&FAILURES),
            unfeeling: [2, 3, 5].map(|_| digits.of(&[false, true])),
            ties: ties::of(&mut Digits(number.wrapping_mul(7_919))),
        }
    },
};

/// Every combination of lock-in, recognition, support, feeling and repetition; the other signs walk past.
pub(crate) const TIES: Family = Family {
    name: "ties",
    count: ties::COUNT * 6 * 3 * 2,
    at_least: 2_000_000,
    case: |number| {
        let mut digits = Digits(number);
        let ties = ties::of(&mut digits);
        let evaluations = digits.of(&[0, 1, 2, 4, 6, 8]);
        let retention = digits.of(&[0, 1, 3]);
        let trust = digits.of(&[WORDS[0], WORDS[2]]);
        let others = (EVIDENCE.case)(number.wrapping_mul(7_919) % EVIDENCE.count);
        Case {
            evaluations: EVALUATIONS[evaluations],
            speakers: Speakers::Nobody,
            age: Age::Fresh,
            retention: PARTS[retention],
            trust,
            ties,
            ..others
        }
    },
};

/// Every mark of every grade for every word, under several policies.
pub(crate) const MARKS: Family = Family {
    name: "marks",
    count: 3 * 16 * 16 * 16 * 16 * 4,
    at_least: 500_000,
    case: |number| {
        let mut digits = Digits(number);
        let words = [
            mark(&mut digits),
            mark(&mut digits),
            mark(&mut digits),
            mark(&mut digits),
        ];
        let cuts = digits.of(&POLICIES);
        let retention = digits.of(&[
            None,
            Some((33, Estimated)),
            Some((34, Estimated)),
            Some((34, CustomerStated)),
        ]);
        let others = (EVIDENCE.case)(number.wrapping_mul(7_919) % EVIDENCE.count);
        Case {
            cuts,
            retention,
            evaluations: [others.evaluations[0], words[0]],
            intention: words[1],
            trust: words[2],
            upholding: words[3],
            ..others
        }
    },
};

/// Every pair of evaluations, by whom and how old they are, with what else tells of feeling.
pub(crate) const VOICES: Family = Family {
    name: "voices",
    count: 16 * 16 * 4 * 3 * 3 * 3 * 4,
    at_least: 100_000,
    case: |number| {
        let mut digits = Digits(number);
        let evaluations = [mark(&mut digits), mark(&mut digits)];
        let (speakers, age) = (digits.of(&SPEAKERS), digits.of(&AGES));
        let cuts = digits.of(&POLICIES);
        let retention = digits.of(&[PARTS[0], PARTS[1], PARTS[3]]);
        let referrals = digits.of(&REFERRALS);
        let others = (EVIDENCE.case)(number.wrapping_mul(7_919) % EVIDENCE.count);
        Case {
            cuts,
            retention,
            evaluations,
            speakers,
            age,
            referrals,
            ..others
        }
    },
};

/// One of the sixteen marks: none, or one to five by each grade.
fn mark(digits: &mut Digits) -> Mark {
    match digits.of(&SIXTEEN) {
        0 => None,
        other => Some((
            (other - 1) % 5 + 1,
            [Estimated, CustomerStated, Measured][usize::from((other - 1) / 5)],
        )),
    }
}

/// A number, read digit by digit.
pub(crate) struct Digits(u64);

impl Digits {
    pub(crate) fn of<T: Copy>(&mut self, axis: &[T]) -> T {
        let base = axis.len() as u64;
        let digit = self.0 % base;
        self.0 /= base;
        axis[digit as usize]
    }
}

impl Case {
    pub(crate) fn policy(&self) -> LoyaltyPolicy {
        let Cuts {
            unfavourable_to,
            favourable_from,
            repeat_from,
            much_from,
        } = self.cuts;
        LoyaltyPolicy::standard()
            .with_stances(rating(unfavourable_to), rating(favourable_from))
            .and_then(|policy| policy.with_behaviour(percent(repeat_from), percent(much_from)))
            .expect("a possible policy")
    }

    pub(crate) fn facts(&self) -> LoyaltyFacts {
        let mut facts = LoyaltyFacts::default();
        // Now the latest comes first and now last, so that whoever goes by the order of the list goes wrong.
        let mut spoken = self.spoken();
        if self.unfeeling[0] {
            spoken.reverse();
        }
        facts.evidence.extend(spoken);
        let mut hear = |on, grade, sign| {
            let piece = LoyaltyEvidence::new(day(on), grade, sign);
            facts.evidence.push(piece);
        };
        let words: [(Mark, SignOf); 3] = [
            (self.intention, LoyaltySign::Intention),
            (self.trust, LoyaltySign::Trust),
            (self.upholding, LoyaltySign::Upholding),
        ];
        for (mark, sign) in words {
            if let Some((mark, grade)) = mark {
                hear(SPOKEN, grade, sign(rating(mark).into()));
            }
        }
        if let Some((part, grade)) = self.retention {
            hear(7, grade, LoyaltySign::Retention(percent(part)));
        }
        if let Some((part, grade)) = self.share {
            hear(2, grade, LoyaltySign::ShareOfWallet(percent(part)));
        }
        if let Some((count, grade)) = self.referrals {
            hear(REFERRED, grade, LoyaltySign::Referrals(count));
        }
        if let Some(grade) = self.back_after_failure {
            hear(REFERRED, grade, LoyaltySign::RepeatAfterFailure);
        }
        let unfeeling = [
            LoyaltySign::Revenue,
            LoyaltySign::Satisfaction(SatisfactionState::Satisfied),
            LoyaltySign::SoftwareObservation,
        ];
        for (sign, _) in unfeeling
            .into_iter()
            .zip(self.unfeeling)
            .filter(|(_, is)| *is)
        {
            hear(6, Measured, sign);
        }
        self.ties.write(&mut facts);
        facts
    }
}

/// The day of the words beside the evaluations.
pub(crate) const SPOKEN: i32 = 5;

/// The day of the return after a failure and of the referral.
pub(crate) const REFERRED: i32 = 4;

pub(crate) const TODAY: i32 = 10;

pub(crate) fn today() -> NaiveDate {
    day(TODAY)
}

pub(crate) fn day(number: i32) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(739_000 + number).expect("a date")
}

pub(crate) fn rating(mark: u8) -> Rating {
    Rating::new(mark).expect("a mark")
}

fn percent(part: u64) -> Share {
    Share::new(part, 100).expect("a share")
}

const STANDARD: Cuts = Cuts {
    unfavourable_to: 2,
    favourable_from: 4,
    repeat_from: 50,
    much_from: 50,
};

const POLICIES: [Cuts; 3] = [
    STANDARD,
    Cuts {
        unfavourable_to: 1,
        favourable_from: 2,
        repeat_from: 34,
        much_from: 100,
    },
    Cuts {
        unfavourable_to: 4,
        favourable_from: 5,
        repeat_from: 100,
        much_from: 1,
    },
];

/// Unknown, none, one below the cut, and on it.
const PARTS: [Part; 4] = [
    None,
    Some((0, Measured)),
    Some((49, CustomerStated)),
    Some((50, Measured)),
];

/// Nobody said, somebody guessed, and the customer said that it does not care, or that it does.
const WORDS: [Mark; 4] = [
    None,
    Some((5, Estimated)),
    Some((3, CustomerStated)),
    Some((4, CustomerStated)),
];

/// Each stance, and each way in which it rises, falls, stays, or is guessed at.
const EVALUATIONS: [[Mark; 2]; 12] = [
    [None, None],
    [None, Some((5, Estimated))],
    [None, Some((2, CustomerStated))],
    [None, Some((1, Measured))],
    [None, Some((3, CustomerStated))],
    [Some((1, CustomerStated)), Some((3, CustomerStated))],
    [None, Some((4, Measured))],
    [Some((4, CustomerStated)), Some((4, Measured))],
    [Some((5, CustomerStated)), Some((4, CustomerStated))],
    [Some((2, Measured)), Some((5, CustomerStated))],
    [Some((4, CustomerStated)), Some((1, Estimated))],
    [Some((1, Estimated)), Some((5, CustomerStated))],
];

const REFERRALS: [Option<(u32, Grade)>; 4] = [
    None,
    Some((3, Estimated)),
    Some((0, Measured)),
    Some((1, CustomerStated)),
];

const FAILURES: [Option<Grade>; 3] = [None, Some(Estimated), Some(CustomerStated)];

const SIXTEEN: [u8; 16] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

impl Case {
    /// Returns the stance of a mark, by the cuts of the case.
    pub(crate) fn stance(&self, mark: Mark) -> Known<Stance> {
        let cuts = self.cuts;
        mark.map_or(Known::Unknown, |(mark, grade)| {
            let stance = if mark >= cuts.favourable_from {
                Stance::Favourable
            } else if mark <= cuts.unfavourable_to {
                Stance::Unfavourable
            } else {
                Stance::Neutral
            };
            Known::graded(stance, grade)
        })
    }
}
