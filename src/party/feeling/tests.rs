use alloc::string::ToString;
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{Feeling, Observation, feeling};
use crate::party::continuity::Ties;
use crate::party::feeling::emotion::Emotion;
use crate::party::feeling::policy::{AffectStart, MoodPolicy};
use crate::party::parties::Register;
use crate::party::sample::{person, register, ties};
use crate::verdict::{Assessment, Fact, Outcome, RuleId};
use crate::vocab::known::Grade;
use crate::vocab::name::{NameError, PersonId};
use crate::vocab::share::Share;
use crate::vocab::words::Side;

use Emotion::{Anger, Doubt, Pleasure, Suspicion};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 5, day).unwrap_or(NaiveDate::MIN)
}

/// Makes one person's moods, a day each.
fn moods(id: &str, emotions: &[Emotion]) -> Result<Vec<Observation>, NameError> {
    let person = PersonId::new(id)?;
    let observation = |(on, emotion): (u32, &Emotion)| Observation {
        person,
        emotion: *emotion,
        on: day(on),
        grade: Grade::Measured,
    };
    Ok((1..).zip(emotions).map(observation).collect())
}

#[track_caller]
fn feel_by(policy: &MoodPolicy, observations: &[Observation]) -> Assessment<Feeling> {
    let register = register(&[], &["a", "b"]);
    let none = Ties::default();
    let found = feeling(
        policy,
        &register,
        &none,
        Side::Customer,
        observations,
        day(31),
    );
    let Ok(found) = found else {
        panic!("observations of the test")
    };
    found
}

#[track_caller]
fn feel(observations: &[Observation]) -> Assessment<Feeling> {
    feel_by(&MoodPolicy::standard(), observations)
}

#[test]
fn affect_follows_the_moods_slowly() -> Result<(), alloc::boxed::Box<dyn core::error::Error>> {
    let table: [(&[Emotion], &str, &str); 6] = [
        (&[Pleasure], "0.2", "1"),
        (&[Anger], "-0.4", "-2"),
        (&[Pleasure, Pleasure], "0.36", "1"),
        (&[Pleasure, Anger], "-0.24", "-0.5"),
        (&[Doubt, Suspicion, Pleasure], "-0.088", "0"),
        (&[Anger, Pleasure, Pleasure, Pleasure], "0.2832", "0.625"),
    ];
    let quick = MoodPolicy::standard()
        .with_start(AffectStart::FirstMood)
        .with_smoothing(Share::new(1, 2)?)?;
    for (emotions, slow, fast) in table {
        let moods = moods("a", emotions)?;
        let found = feel(&moods)
            .into_value()
            .map(|found| found.mean.to_string());
        assert_eq!(found.as_deref(), Some(slow), "{emotions:?}");
        let found = feel_by(&quick, &moods);
        let found = found.into_value().map(|found| found.mean.to_string());
        assert_eq!(found.as_deref(), Some(fast), "{emotions:?}");
    }
    Ok(())
}

#[test]
fn a_mean_may_hide_one_person() -> Result<(), alloc::boxed::Box<dyn core::error::Error>> {
    let pleased = moods("b", &[Pleasure, Pleasure, Pleasure])?;
    let table: [(&[Emotion], &str, bool); 3] = [
        (&[Pleasure], "0.344", false),
        (&[Doubt], "0.144", true),
        (&[Anger, Anger], "-0.116", false),
    ];
    for (emotions, mean, hides) in table {
        let mut both = moods("a", emotions)?;
        both.extend(&pleased);
        both.sort_by_key(|observation| observation.on);
        let found = feel(&both);
        assert_eq!(found.breaches("PTY-02".parse()?), hides, "{emotions:?}");
        let value = found.into_value();
        assert_eq!(
            value
                .as_ref()
                .map(|found| found.mean.to_string())
                .as_deref(),
            Some(mean)
        );
        assert_eq!(value.map(|found| found.worst), Some(PersonId::new("a")?));
    }
    Ok(())
}

#[test]
fn nothing_observed_is_nothing_known() {
    let found = feel(&[]);
    assert_eq!(found.value(), None);
    let gaps = found.findings().gaps().map(|gap| gap.rule.to_string());
    assert!(gaps.eq(["PTY-07", "PTY-08"]));
}

#[test]
fn a_guess_gives_no_affect() -> Result<(), NameError> {
    let guessed = moods("a", &[Pleasure])?;
    let guessed = guessed.into_iter().map(|mood| Observation {
        grade: Grade::Estimated,
        ..mood
    });
    let mut both: Vec<Observation> = guessed.collect();
    let alone = feel(&both);
    assert_eq!(alone.value(), None);
    let gaps = alone.findings().gaps().map(|gap| gap.rule.to_string());
    assert!(gaps.eq(["PTY-03", "PTY-07", "PTY-08"]));
    both.extend(moods("a", &[Anger])?);
    let found = feel(&both).into_value();
    assert_eq!(
        found.map(|found| found.mean.to_string()).as_deref(),
        Some("-0.4")
    );
    Ok(())
}

#[test]
fn the_order_of_a_list_decides_nothing() -> Result<(), NameError> {
    let same_day = |emotion| -> Result<Observation, NameError> {
        let mood = moods("a", &[emotion])?.into_iter().next();
        Ok(mood.unwrap_or_else(|| panic!("a mood of the test")))
    };
    let one_way = [same_day(Pleasure)?, same_day(Anger)?];
    let other = [same_day(Anger)?, same_day(Pleasure)?];
    assert_eq!(feel(&one_way), feel(&other));
    let mood = feel(&one_way).into_value().map(|found| found.people);
    let mood = mood.and_then(|people| people.first().map(|person| person.mood));
    assert_eq!(
        mood,
        Some(Anger),
        "of one day the least pleasant counts last"
    );
    let mut turned = moods("a", &[Pleasure, Doubt, Anger])?;
    let straight = feel(&turned);
    turned.reverse();
    assert_eq!(feel(&turned), straight);
    Ok(())
}

#[test]
fn moods_after_the_day_are_left_out_and_counted() -> Result<(), NameError> {
    let moods = moods("a", &[Pleasure, Anger, Anger])?;
    let register = register(&[], &["a"]);
    let policy = MoodPolicy::standard();
    let found = feeling(
        &policy,
        &register,
        &Ties::default(),
        Side::Customer,
        &moods,
        day(1),
    );
    let found = found.ok().and_then(Assessment::into_value);
    let told = found.map(|found| (found.ahead, found.mean.to_string()));
    assert_eq!(told, Some((2, "0.2".to_string())));
    Ok(())
}

#[test]
fn who_has_left_has_no_say() -> Result<(), NameError> {
    let left = person("a").with_until(Some(day(1)));
    let Ok(register) = Register::new([], [left, person("b")]) else {
        panic!("register of the test")
    };
    let mut seen = moods("a", &[Anger])?;
    seen.extend(moods("b", &[Pleasure])?);
    let on = |as_of| {
        let policy = MoodPolicy::standard();
        let ties = Ties::default();
        let found = feeling(&policy, &register, &ties, Side::Customer, &seen, as_of);
        let found = found.ok().and_then(Assessment::into_value);
        found.map(|found| (found.worst, found.gone))
    };
    let (a, b) = (PersonId::new("a")?, PersonId::new("b")?);
    assert_eq!(on(day(1)), Some((a, 0)));
    assert_eq!(on(day(2)), Some((b, 1)));
    Ok(())
}

#[test]
fn a_mood_at_the_limit_is_no_bad_one() -> Result<(), NameError> {
    let policy = MoodPolicy::standard();
    let policy = policy.with_bad_mood_below(policy.polarity(Doubt));
    let (register, ties) = (register(&["li"], &["a"]), ties(&[("li", "a", 1)]));
    for (guess, expected) in [(Doubt, Outcome::Met), (Anger, Outcome::Missing(Fact::Mood))] {
        let mut moods = moods("a", &[Pleasure, guess])?;
        if let Some(last) = moods.last_mut() {
            last.grade = Grade::Estimated;
        }
        let found = feeling(&policy, &register, &ties, Side::Customer, &moods, day(31));
        let found = found.unwrap_or_else(|error| panic!("{error}"));
        let judged = found.findings().iter().filter(|one| {
            one.rule == RuleId::known("PTY", 8) && one.outcome != Outcome::Classified
        });
        assert!(judged.map(|one| one.outcome).eq([expected]), "{guess:?}");
    }
    Ok(())
}

#[test]
fn a_bad_mood_counts_in_a_main_contact() -> Result<(), NameError> {
    let register = register(&["li"], &["a", "b"]);
    let policy = MoodPolicy::standard();
    let outcome = |ties: &Ties, id: &str, emotion| -> Result<_, NameError> {
        let moods = moods(id, &[emotion])?;
        let found = feeling(&policy, &register, ties, Side::Customer, &moods, day(31));
        let found = found.unwrap_or_else(|error| panic!("{error}"));
        let rule = RuleId::known("PTY", 8);
        let mut of_rule = found.findings().iter().filter(|one| one.rule == rule);
        Ok(of_rule
            .find(|one| one.outcome != Outcome::Classified)
            .map(|one| one.outcome))
    };
    let ties = ties(&[("li", "a", 9), ("li", "b", 1)]);
    assert_eq!(outcome(&ties, "a", Anger)?, Some(Outcome::Breached));
    assert_eq!(outcome(&ties, "a", Pleasure)?, Some(Outcome::Met));
    assert_eq!(outcome(&ties, "b", Anger)?, None);
    let unknown = Ties::default();
    let gap = Outcome::Missing(Fact::Ties);
    assert_eq!(outcome(&unknown, "a", Anger)?, Some(gap));
    assert_eq!(outcome(&unknown, "a", Pleasure)?, None);
    Ok(())
}

#[test]
fn everybody_who_was_observed_is_one_of_the_side() -> Result<(), NameError> {
    let policy = MoodPolicy::standard();
    let register = register(&["li"], &["wang"]);
    let mut observed = moods("li", &[Pleasure])?;
    observed.extend(moods("ghost", &[Pleasure])?);
    observed.extend(moods("wang", &[Anger])?);
    let refused = feeling(
        &policy,
        &register,
        &Ties::default(),
        Side::Customer,
        &observed,
        day(31),
    );
    let refused = refused.err().map(|error| error.to_string());
    let both = "`li` acts for the supplier, expected somebody of the customer; \
        nobody in the register is named `ghost`";
    assert_eq!(refused.as_deref(), Some(both));
    Ok(())
}
