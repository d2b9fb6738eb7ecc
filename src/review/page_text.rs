//! The first page as text.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use crate::review::concern::Concern;
use crate::review::headline::say;
use crate::review::page::Page;
use crate::review::section::Section;
use crate::review::topic::Topic;
use crate::verdict::Render;
use crate::vocab::words::{Locale, Text};

impl Render for Page<'_> {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_who(locale, f)?;
        super::render::partial(self.review, locale, f)?;
        self.write_where(locale, f)?;
        list(&self.counts(), locale, f)?;
        writeln!(f)?;
        self.write_matters(locale, f)
    }
}

/// Where the relationship stands: the parts of the review that tell it in one line.
const WHERE: [(Text, &[Topic]); 4] = [
    (Topic::Stage.text(), &[Topic::Stage]),
    (BOND, &[Topic::Bond]),
    (
        Topic::Account.text(),
        &[Topic::Account, Topic::PaymentHabit, Topic::Dunning],
    ),
    (PEOPLE, &[Topic::Departure, Topic::Concentration]),
];

impl Page<'_> {
    /// Returns where the relationship stands, as on the page: the names of stage, bond, account and people, each
    /// with its answer in a locale.
    ///
    /// # Examples
    ///
    /// ```
    /// # let text = include_str!("../../examples/review/dossier.json");
    /// # let dossier: keqing::dossier::Dossier = serde_json::from_str(text)?;
    /// # let policy = keqing::policy::Policy::standard();
    /// use keqing::vocab::words::Locale;
    ///
    /// let review = keqing::review::review(&policy, &dossier)?;
    /// let [_, (name, answer), ..] = review.page(&policy).standing(Locale::En);
    /// assert_eq!((name, answer.as_str()), ("Bond", "locked in"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn standing(&self, locale: Locale) -> [(&'static str, String); 4] {
        WHERE.map(|(name, topics)| {
            let answer = Answer { page: self, topics };
            (name.in_locale(locale), answer.display(locale).to_string())
        })
    }

    fn write_who(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [supplier, customer] = &self.review.between;
        let [as_of, under] = [AS_OF, POLICY].map(|text| text.in_locale(locale));
        let (date, policy) = (self.review.as_of(), self.policy());
        write!(f, "{supplier} → {customer}{as_of}{date}{under}{policy}")?;
        if let Some(role) = self.reader() {
            let (only, role) = (ONLY_FOR.in_locale(locale), role.text());
            write!(f, "{only}{}", role.in_locale(locale))?;
        }
        writeln!(f)
    }

    fn write_where(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, answer) in self.standing(locale) {
            writeln!(f, "{name}{}{answer}", COLON.in_locale(locale))?;
        }
        Ok(())
    }

    /// Writes the gravest matters by what they ask, then the contradictions and what is accepted, then the number of
    /// the rest.
    fn write_matters(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for concern in Concern::ALL
            .into_iter()
            .filter(|one| *one < Concern::Accepted)
        {
            self.write_group(concern, locale, f)?;
        }
        let contradictions = self.shown_contradictions();
        if !contradictions.is_empty() {
            writeln!(f, "\n{}", CONTRADICTIONS.in_locale(locale))?;
        }
        for one in contradictions {
            writeln!(f, "  {}", one.display(locale))?;
        }
        self.write_group(Concern::Accepted, locale, f)?;
        self.write_rest(locale, f)
    }

    fn write_group(
        &self,
        concern: Concern,
        locale: Locale,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        let matters = self.shown(concern);
        if !matters.is_empty() {
            writeln!(f, "\n{}", concern.text().in_locale(locale))?;
        }
        for matter in matters {
            write!(f, "  {} ", concern.mark())?;
            let barring = Concern::of(matter.gravest());
            if barring.is_some_and(|barring| barring <= Concern::Decision) {
                let topic = matter.topic.text().in_locale(locale);
                write!(f, "{topic}{}", COLON.in_locale(locale))?;
            }
            writeln!(f, "{}", matter.display(locale))?;
        }
        Ok(())
    }

    /// Writes how many matters are not on the page, and how many facts do not count.
    fn write_rest(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rest = self.rest();
        if !rest.is_empty() {
            let total = rest.iter().map(|(number, _)| *number);
            let total = total.fold(0, usize::saturating_add);
            let [before, after] = MORE.map(|text| text.in_locale(locale));
            write!(f, "\n{before}{total}{after}")?;
            list(&rest, locale, f)?;
            writeln!(f)?;
        }
        let left_out = self.left_out();
        if !left_out.is_empty() {
            write!(f, "{}", LEFT_OUT.in_locale(locale))?;
            list(&left_out, locale, f)?;
            writeln!(f)?;
        }
        Ok(())
    }
}

/// The answer of some parts of a review in one line.
struct Answer<'a> {
    page: &'a Page<'a>,
    topics: &'a [Topic],
}

impl Render for Answer<'_> {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of_topic = |section: &&Section<'_>| self.topics.contains(&section.topic);
        let parts = self.page.sections.iter().filter(of_topic);
        let mut told: Vec<String> = Vec::new();
        for part in parts {
            let answer = part.answer(locale);
            // Several departures may have one answer.
            if told.last() != Some(&answer) {
                told.push(answer);
            }
        }
        match told.is_empty() {
            true => say(NOTHING, locale, f)?,
            false => f.write_str(&told.join(SEMICOLON.in_locale(locale)))?,
        }
        Ok(())
    }
}

/// Writes counted things.
fn list(counts: &[(usize, Text)], locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut between = "";
    for (number, word) in counts {
        write!(f, "{between}{number} {}", word.in_locale(locale))?;
        between = COMMA.in_locale(locale);
    }
    Ok(())
}

const AS_OF: Text = Text::new(", as of ", "，截至 ", "，截至 ");
const BOND: Text = Text::new("Bond", "纽带", "紐帶");
const COLON: Text = Text::new(": ", "：", "：");
const COMMA: Text = Text::new(", ", "，", "，");
const CONTRADICTIONS: Text = Text::new("Contradictions", "矛盾", "矛盾");
const LEFT_OUT: Text = Text::new("Does not count: ", "不计入：", "不計入：");
const MORE: [Text; 2] = [
    Text::new("and ", "另有 ", "另有 "),
    Text::new(" more: ", " 项：", " 項："),
];
const NOTHING: Text = Text::new("not in the dossier", "档案中无此内容", "檔案中無此內容");
const ONLY_FOR: Text = Text::new(", what concerns the ", "，仅涉及", "，僅涉及");
const PEOPLE: Text = Text::new("People", "人员", "人員");
const POLICY: Text = Text::new(", policy ", "，依据政策 ", "，依據政策 ");
const SEMICOLON: Text = Text::new("; ", "；", "；");
