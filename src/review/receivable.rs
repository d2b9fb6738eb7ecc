use alloc::boxed::Box;
use core::fmt;

use chrono::NaiveDate;

use crate::dossier::Dossier;
use crate::policy::Policy;
use crate::receivable::completeness::Completeness;
use crate::receivable::dunning::Dunning;
use crate::receivable::habit::{ChronicDelay, PaymentHabit};
use crate::receivable::statement::Statement;
use crate::receivable::{ReceivableError, ReceivableGiven, ReceivablePicture, assess_boxed};
use crate::review::headline::{Headline, comma, label, say};
use crate::review::section::{Section, assessed};
use crate::review::topic::Topic;
use crate::verdict::{Evidence, Fact, Finding, Reading, Render, Subject};
use crate::vocab::name::DocumentId;
use crate::vocab::time::Days;
use crate::vocab::words::{Locale, Text};

/// The step `receivable.assess`.
pub(super) fn step(
    policy: &Policy,
    dossier: &Dossier,
) -> Result<Option<Box<ReceivablePicture>>, ReceivableError> {
    let Some(facts) = &dossier.receivable else {
        return Ok(None);
    };
    let given = ReceivableGiven::new(dossier.as_of());
    assess_boxed(policy.receivable(), facts, &given).map(Some)
}

/// Lists the parts about the account.
pub(super) fn sections(picture: &ReceivablePicture) -> impl Iterator<Item = Section<'_>> {
    let statement = picture.statement.iter();
    statement.flat_map(|statement| {
        [
            Section::plain(Topic::Account, &statement.timeliness, statement),
            assessed(Topic::PaymentHabit, &statement.habit),
            assessed(Topic::Dunning, &statement.dunning),
            assessed(Topic::ReceivablesPolicy, &statement.completeness),
        ]
    })
}

impl Headline for Statement {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let totals = self.totals;
        write!(f, "{} {}", OWED.in_locale(locale), totals.balance)?;
        if !totals.interest.is_zero() {
            comma(locale, f)?;
            write!(f, "{} {}", INTEREST.in_locale(locale), totals.interest)?;
        }
        let open = self.documents.iter().filter(|one| one.settled_on.is_none());
        let oldest = open.max_by_key(|one| one.days_overdue);
        let Some(late) = oldest.filter(|one| one.days_overdue > Days::new(0)) else {
            return Ok(());
        };
        comma(locale, f)?;
        let [before, between, after] = OLDEST.map(|text| text.in_locale(locale));
        let days = late.days_overdue.display(locale);
        write!(f, "{before}{}{between}{days}{after}", late.id)
    }

    /// Writes the finding of an invoice. The evidence holds a date; the statement shows whether the
    /// invoice was paid on that date or is still unpaid.
    fn finding(
        &self,
        finding: &Finding,
        locale: Locale,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        let Some(late) = self.late(finding) else {
            return finding.render(locale, f);
        };
        let paid = if late.is_paid { PAID } else { UNPAID };
        finding.write_outcome(locale, f)?;
        let [word, paid, due] = [INVOICE, paid, DUE_ON].map(|text| text.in_locale(locale));
        let Late { id, on, due_on, .. } = late;
        write!(f, "{word} {id} {paid} {on}{due} {due_on}")
    }

    fn matter(
        &self,
        finding: &Finding,
        locale: Locale,
        f: &mut fmt::Formatter<'_>,
    ) -> Result<bool, fmt::Error> {
        let Some(late) = self.late(finding) else {
            return Ok(false);
        };
        let words = if late.is_paid { PAID_LATE } else { COLLECT };
        let [before, between, after] = words.map(|text| text.in_locale(locale));
        let days = Days::between(late.due_on, late.on).unwrap_or(Days::new(0));
        let days = days.display(locale);
        write!(f, "{before}{}{between}{days}{after}", late.id)?;
        Ok(true)
    }
}

/// An invoice that was paid after its due date, or that is unpaid after it.
struct Late {
    id: DocumentId,
    on: NaiveDate,
    due_on: NaiveDate,
    is_paid: bool,
}

impl Statement {
    /// Returns the invoice of a finding about the date of a payment.
    fn late(&self, finding: &Finding) -> Option<Late> {
        let Evidence {
            fact: Fact::PaymentDate,
            subject: Subject::Document { id },
            reading: Reading::Date {
                observed, required, ..
            },
            ..
        } = finding.evidence
        else {
            return None;
        };
        let invoice = self.documents.iter().find(|invoice| invoice.id == id)?;
        Some(Late {
            id,
            on: observed,
            due_on: required,
            is_paid: invoice.settled_on.is_some(),
        })
    }
}

impl Headline for PaymentHabit {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self.delay {
            ChronicDelay::Absent => ABSENT,
            ChronicDelay::Ended => ENDED,
            ChronicDelay::Ongoing => ONGOING,
        };
        say(text, locale, f)?;
        comma(locale, f)?;
        let [before, after] = LONGEST.map(|text| text.in_locale(locale));
        write!(f, "{before}{}{after}", self.longest_run)
    }
}

impl Headline for Dunning {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name_due() {
            Some(name) => {
                label(DUE, locale, f)?;
                name.render(locale, f)
            }
            None => say(NO_STEP, locale, f),
        }
    }
}

impl Headline for Completeness {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.missing.is_empty() {
            return say(COMPLETE, locale, f);
        }
        label(SILENT, locale, f)?;
        write!(f, "{}", self.missing.len())
    }
}

const ABSENT: Text = Text::new("no chronic delay", "无惯性拖欠", "無慣性拖欠");
const COMPLETE: Text = Text::new("every item is settled", "各项均已定明", "各項均已定明");
const DUE: Text = Text::new("next step:", "下一步：", "下一步：");
const DUE_ON: Text = Text::new(", due", "，到期日", "，到期日");
const ENDED: Text = Text::new("chronic delay that ended", "曾惯性拖欠", "曾慣性拖欠");
const INTEREST: Text = Text::new("of it interest", "其中利息", "其中利息");
const INVOICE: Text = Text::new("invoice", "发票", "發票");
const LONGEST: [Text; 2] = [
    Text::new("at most ", "最多连续 ", "最多連續 "),
    Text::new(" in a row", " 次", " 次"),
];
const NO_STEP: Text = Text::new("no step is due", "现无应采取的步骤", "現無應採取的步驟");
const ONGOING: Text = Text::new("chronic delay", "惯性拖欠", "慣性拖欠");
const OLDEST: [Text; 3] = [
    Text::new("oldest unpaid invoice ", "最早未付发票 ", "最早未付發票 "),
    Text::new(", ", " 已逾期 ", " 已逾期 "),
    Text::new(" late", "", ""),
];
const OWED: Text = Text::new("owed", "欠款", "欠款");
const PAID: Text = Text::new("paid on", "付清于", "付清於");
const SILENT: Text = Text::new("items left open:", "未定明的项数：", "未定明的項數：");
const PAID_LATE: [Text; 3] = [
    Text::new("", "发票 ", "發票 "),
    Text::new(" was paid ", " 迟付 ", " 遲付 "),
    Text::new(" late", "", ""),
];
const COLLECT: [Text; 3] = [
    Text::new("collect ", "催收 ", "催收 "),
    Text::new(", ", "，已逾期 ", "，已逾期 "),
    Text::new(" late", "", ""),
];
const UNPAID: Text = Text::new("unpaid as of", "未付清，截至", "未付清，截至");
