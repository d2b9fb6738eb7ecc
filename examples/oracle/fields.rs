//! The fields of a question, a dossier or a policy: one line a field, as its type describes it.

use std::io::{self, Write};

use keqing::dossier::Dossier;
use keqing::form::{Described, Form, Shape};
use keqing::oracle::Question;
use keqing::policy::Policy;

/// Writes every field below a name: its path, whether it may be left out, its form and its meaning.
pub(crate) fn write(output: &mut impl Write, name: &str) -> anyhow::Result<()> {
    let form = match name {
        "dossier" => Dossier::FORM,
        "policy" => Policy::FORM,
        _ => Question::form(name)?,
    };
    below(output, form, "")?;
    Ok(())
}

fn below(output: &mut impl Write, form: &Form, path: &str) -> io::Result<()> {
    let step = |name: &str| {
        if path.is_empty() {
            name.to_owned()
        } else {
            format!("{path}.{name}")
        }
    };
    match form.shape() {
        Shape::Record(fields) => {
            for field in *fields {
                let path = step(field.name());
                let must = if field.is_required() {
                    ""
                } else {
                    " (optional)"
                };
                writeln!(output, "{path}{must}: {}", wanted(field.form()))?;
                writeln!(output, "    {}", field.summary())?;
                below(output, field.form(), &path)?;
            }
            Ok(())
        }
        Shape::Choice(variants) => variants
            .iter()
            .try_for_each(|variant| match variant.form() {
                Some(form) => {
                    let path = step(variant.name());
                    writeln!(output, "{path} (one of these): {}", wanted(form))?;
                    writeln!(output, "    {}", variant.summary())?;
                    below(output, form, &path)
                }
                None => Ok(()),
            }),
        Shape::List { of, .. } => below(output, of, &format!("{path}[]")),
        Shape::Keyed { value, .. } => below(output, value, &step("*")),
        Shape::Optional(form) | Shape::OrNone(form) => below(output, form, path),
        _ => Ok(()),
    }
}

/// The form of a value in a few words: the fields of an object stand on lines of their own.
fn wanted(form: &Form) -> String {
    match form.shape() {
        Shape::Record(_) => "an object".to_owned(),
        Shape::List { of, .. } if matches!(of.shape(), Shape::Record(_)) => {
            "a list of objects".to_owned()
        }
        Shape::Optional(form) => format!("{} or `null`", wanted(form)),
        Shape::OrNone(form) => format!("{} or `\"none\"`", wanted(form)),
        _ => form.wanted(),
    }
}
