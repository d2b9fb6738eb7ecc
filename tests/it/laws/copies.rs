//! Cases whose copies depend on nothing but their own story: a story more changes none of them.

use anyhow::Result;
use keqing::form::{Form, Limits, Tree};
use keqing::oracle::{Question, answer};
use keqing::policy::Policy;

use super::cases::Case;
use crate::form::generate::{Chooser, replace};
use crate::support::scenario;

/// The number of copies of each step in which something else stands at one place.
const COPIES: u64 = 6;

/// Every step of every story that gets an answer, and copies that get one.
pub(super) fn copies() -> Result<Vec<Case>> {
    let mut cases = Vec::new();
    for (name, story) in scenario::all()? {
        let mut seed = number_of(&name);
        for step in &story.steps {
            let Ok(policy) = step.house() else { continue };
            let Ok(ask) = Question::canonical(&step.ask) else {
                continue;
            };
            let form = Question::form(ask)?;
            let told = Tree::of(&step.given);
            cases.extend(case(&name, &policy, ask, form, told.clone()));
            for _ in 0..COPIES {
                seed = seed.wrapping_add(1);
                let mut copy = told.clone();
                replace(&mut copy, form, &mut Chooser::new(seed));
                if copy != told {
                    cases.extend(case(&name, &policy, ask, form, copy));
                }
            }
        }
    }
    Ok(cases)
}

/// A number that belongs to a name.
fn number_of(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |number, byte| {
        (number ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

fn case(
    story: &str,
    policy: &Policy,
    ask: &'static str,
    form: &'static Form,
    tree: Tree,
) -> Option<Case> {
    let question = Question::read_tree(ask, &tree, &Limits::standard()).ok()?;
    let answer = answer(policy, &question).ok()?;
    Some(Case {
        story: story.to_owned(),
        policy: policy.clone(),
        ask,
        tree,
        form,
        answer,
    })
}
