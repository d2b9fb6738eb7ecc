//! Values survive JSON and TOML: the dossier, every part of a policy, the arguments of every question.

use std::fmt::Debug;
use std::sync::OnceLock;

use anyhow::{Result, anyhow, bail};
use keqing::dossier::Dossier;
use keqing::form::{Described, Faults, Form, Limits, Tree, from_tree, read};
use keqing::oracle::Question;
use keqing::policy::Policy;
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::form::generate::{Chooser, renew, replace, shaped};
use crate::support::asked::{of_charges, of_dates, of_rates, of_statutes};
use crate::support::reviewed::{embedded, reviewed};
use crate::support::scenario::all;

/// The reason for which a tree did not become a value that survives.
#[derive(Debug)]
enum Lost {
    /// The parts do not go together, which the description cannot say.
    Refused(Faults),
    /// It was written, and another value or none was read.
    Changed(String),
}

/// Reads a value from a tree, and takes it through both formats.
type Survives = fn(&str, &Tree) -> Result<(), Lost>;

fn changed(reason: impl ToString) -> Lost {
    Lost::Changed(reason.to_string())
}

/// Checks that the value read back is the one written.
fn same<T: Debug + PartialEq>(
    value: &T,
    read: Result<T, impl ToString>,
    text: &str,
) -> Result<(), Lost> {
    match read {
        Ok(read) if read == *value => Ok(()),
        Ok(read) => Err(changed(format!("{read:?} was read from {text}"))),
        Err(error) => Err(changed(format!("{} in {text}", error.to_string()))),
    }
}

/// A value of a type survives, read by the type's own reader and by the one that finds every fault.
fn of_type<T>(_: &str, tree: &Tree) -> Result<(), Lost>
where
    T: Debug + Described + DeserializeOwned + PartialEq + Serialize,
{
    let value: T = from_tree(tree, &Limits::standard()).map_err(Lost::Refused)?;
    let json = serde_json::to_string(&value).map_err(changed)?;
    same(&value, serde_json::from_str(&json), &json)?;
    let toml = toml::to_string(&value).map_err(changed)?;
    same(&value, toml::from_str(&toml), &toml)?;
    let document = toml::Deserializer::parse(&toml).map_err(changed)?;
    same(&value, read(document, &Limits::standard()), &toml)
}

/// A question survives, its arguments beside its name.
fn of_question(name: &str, tree: &Tree) -> Result<(), Lost> {
    let question = Question::read_tree(name, tree, &Limits::standard()).map_err(Lost::Refused)?;
    let json = serde_json::to_string(&question).map_err(changed)?;
    same(&question, serde_json::from_str(&json), &json)?;
    let toml = toml::to_string(&question).map_err(changed)?;
    same(&question, toml::from_str(&toml), &toml)
}

/// A value that is taken through the formats.
struct Document {
    name: &'static str,
    form: &'static Form,
    survives: Survives,
    /// Values that are read: the standard policy, and what the stories tell.
    sound: Vec<Tree>,
}

impl Document {
    /// A type with a value of it.
    fn of<T>(name: &'static str, value: &T) -> Self
    where
        T: Debug + Described + DeserializeOwned + PartialEq + Serialize,
    {
        Self {
            name,
            form: T::FORM,
            survives: of_type::<T>,
            sound: vec![Tree::of(value)],
        }
    }
}

/// The dossier, the policy and each part of it, and the arguments of every question.
fn documents() -> Result<Vec<Document>> {
    let policy = Policy::standard();
    let dossier: Dossier = serde_json::from_value(embedded()?)?;
    let mut documents = vec![
        Document::of("dossier", &dossier),
        Document::of("policy", &policy),
        Document::of("policy.effective", policy.effective()),
        Document::of("policy.party", policy.party()),
        Document::of("policy.satisfaction", policy.satisfaction()),
        Document::of("policy.loyalty", policy.loyalty()),
        Document::of("policy.receivable", policy.receivable()),
        Document::of("policy.lifecycle", policy.lifecycle()),
    ];
    let told = told()?;
    for name in Question::NAMES {
        let is_read = |given: &Tree| Question::read_tree(name, given, &Limits::standard()).is_ok();
        let given = told
            .iter()
            .filter(|(ask, given)| ask == name && is_read(given));
        documents.push(Document {
            name,
            form: Question::form(name)?,
            survives: of_question,
            sound: given.map(|(_, given)| given.clone()).collect(),
        });
    }
    Ok(documents)
}

/// Returns the questions of the stories and of the example: the name and the arguments of each.
fn told() -> Result<Vec<(&'static str, Tree)>> {
    let dossier = embedded()?;
    let review = serde_json::to_value(reviewed(&dossier)?)?;
    let party = json!({"facts": dossier.get("party"), "as-of": "2024-12-31"});
    let examples = [
        ("party.assess", party),
        ("review.review", json!({"dossier": dossier})),
        ("review.compare", json!({"before": review, "after": review})),
    ];
    let mut told = Vec::new();
    for step in all()?.into_iter().flat_map(|(_, story)| story.steps) {
        told.push((Question::canonical(&step.ask)?, step.given));
    }
    let of_law = of_statutes().and_then(|asked| Ok((asked, of_rates()?)));
    let (statutes, rates) = of_law.map_err(|error| anyhow!("{error}"))?;
    let asked = of_dates().into_iter().chain(of_charges());
    let asked = asked.chain(statutes).chain(rates);
    let examples = examples
        .into_iter()
        .chain(asked.map(|(name, given, ..)| (name, given)));
    let trees = told.into_iter().chain(examples);
    trees
        .map(|(name, given)| Ok((name, Tree::read(given, &Limits::standard())?)))
        .collect()
}

/// Replaces values here and there by others of the shape; what is refused then is made anew, or as it was.
fn varied(document: &Document, seed: u64) -> Option<Tree> {
    let mut choose = Chooser::new(seed);
    let told = choose.below(document.sound.len().max(1));
    let mut sound = document.sound.get(told).cloned();
    for _ in 0..4 {
        let mut tree = match &sound {
            Some(sound) => sound.clone(),
            None => shaped(document.form, &mut choose),
        };
        if sound.is_some() {
            replace(&mut tree, document.form, &mut choose);
        }
        for _ in 0..4 {
            let Err(Lost::Refused(faults)) = (document.survives)(document.name, &tree) else {
                sound = Some(tree);
                break;
            };
            for fault in faults.iter() {
                let steps = fault.path().split(['.', '[', ']']);
                let path: Vec<&str> = steps.filter(|step| !step.is_empty()).collect();
                renew(&mut tree, document.form, &path, &mut choose);
            }
        }
    }
    sound
}

#[test]
fn what_the_stories_tell_survives_json_and_toml() -> Result<()> {
    for document in documents()? {
        for tree in &document.sound {
            match (document.survives)(document.name, tree) {
                Ok(()) => {}
                Err(reason) => bail!("{}: {reason:?}", document.name),
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    #[test]
    fn every_document_survives_json_and_toml(seed in any::<u64>()) {
        static DOCUMENTS: OnceLock<Vec<Document>> = OnceLock::new();
        for document in DOCUMENTS.get_or_init(|| documents().unwrap_or_default()) {
            let tree = varied(document, seed);
            let survives = tree.map(|tree| (document.survives)(document.name, &tree));
            prop_assert!(matches!(survives, Some(Ok(()))), "{}: {survives:?}", document.name);
        }
    }
}

#[test]
fn what_changes_on_the_way_is_found() {
    let lost = |read: Result<u8, &str>| match same(&1, read, "text") {
        Err(Lost::Changed(reason)) => reason,
        other => panic!("{other:?}"),
    };
    assert_eq!(lost(Ok(2)), "2 was read from text");
    assert_eq!(lost(Err("no number")), "no number in text");
    assert!(same(&1, Ok::<_, String>(1), "text").is_ok());
}

#[test]
fn a_date_of_toml_is_read_as_its_text_is() -> Result<()> {
    let bare = "ask = \"loyalty.retention\"\npurchases = [2024-01-05]\nas-of = 2024-12-31\n";
    let text =
        r#"{"ask": "loyalty.retention", "purchases": ["2024-01-05"], "as-of": "2024-12-31"}"#;
    let (bare, text): (Question, Question) = (toml::from_str(bare)?, serde_json::from_str(text)?);
    assert_eq!(bare, text);
    Ok(())
}
