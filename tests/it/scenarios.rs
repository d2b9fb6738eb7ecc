//! Every business story of `tests/scenarios`, asked of the library step by step.

use crate::support::scenario;

#[test]
fn every_story_is_answered_as_it_says() -> anyhow::Result<()> {
    let stories = scenario::all()?;
    assert!(
        !stories.is_empty(),
        "no stories in {}",
        scenario::folder().display()
    );
    let mut failures = Vec::new();
    for (name, story) in &stories {
        assert!(
            !story.title.is_empty() && !story.story.is_empty(),
            "{name} has no title or no story"
        );
        for step in &story.steps {
            if let Err(error) = step.check() {
                failures.push(format!("{name}: {} ({}): {error:#}", step.when, step.ask));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    Ok(())
}
