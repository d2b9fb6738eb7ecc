use core::fmt;
use core::panic::RefUnwindSafe;

use crate::lifecycle::moves::Move;
use crate::lifecycle::placement::Placement;
use crate::lifecycle::standing::State;
use crate::party::alignment::{Advantage, Alignment};
use crate::party::continuity::{Concentration, Coverage, DepartureEffect};
use crate::party::feeling::Feeling;
use crate::party::people::PeopleReport;
use crate::party::trust::TrustPicture;
use crate::verdict::{Assessment, Verdict};
use crate::vocab::known::Known;
use crate::vocab::words::{Locale, Side, Text, TrustLevel};

/// An answer in one line, for the heading of its part.
pub(super) trait Headline: fmt::Debug + RefUnwindSafe + Send + Sync {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

impl Headline for Verdict {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        say(self.decision().text(), locale, f)
    }
}

impl<T: Headline> Headline for Assessment<T> {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.value() {
            Some(value) => value.headline(locale, f),
            None => say(UNDECIDED, locale, f),
        }
    }
}

impl Headline for Placement {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let State::Interrupted(_) = self.supported {
            write!(f, "{} ", INTERRUPTED.in_locale(locale))?;
        }
        say(self.supported.stage().text(), locale, f)?;
        write!(f, " {}", SUPPORTED.in_locale(locale))?;
        if let Some(trajectory) = self.trajectory {
            comma(locale, f)?;
            say(trajectory.text(), locale, f)?;
        }
        for (word, by) in [(CALLED_FOR, self.proposed), (GRANTED, self.granted)] {
            comma(locale, f)?;
            write!(f, "{} ", word.in_locale(locale))?;
            moved(by, locale, f)?;
        }
        for flag in self.flags {
            write!(f, " [{}]", flag.text().in_locale(locale))?;
        }
        Ok(())
    }
}

impl Headline for TrustPicture {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        trust(PERSONAL, self.aggregate.personal, locale, f)?;
        comma(locale, f)?;
        trust(ORGANIZATIONAL, self.aggregate.organizational, locale, f)
    }
}

impl Headline for Feeling {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", AFFECT.in_locale(locale), self.mean)?;
        comma(locale, f)?;
        write!(f, "{} {}", WORST.in_locale(locale), self.worst)
    }
}

impl Headline for Alignment {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        say(self.kind.text(), locale, f)
    }
}

impl Headline for Advantage {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        say(self.holder.map_or(NOBODY, Side::text), locale, f)?;
        write!(f, " ({})", self.reason.text().in_locale(locale))
    }
}

impl Headline for Concentration {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, side) in Side::ALL.into_iter().enumerate() {
            if place > 0 {
                comma(locale, f)?;
            }
            let (largest, reliance) = (self.on(side).largest, self.on(side).reliance.text());
            say(side.text(), locale, f)?;
            write!(f, " {} {}", largest.person, largest.share)?;
            write!(f, " ({})", reliance.in_locale(locale))?;
        }
        Ok(())
    }
}

impl Headline for Coverage {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (departments, gaps) = (self.departments.len(), self.gaps.len());
        write!(f, "{departments} {}", DEPARTMENTS.in_locale(locale))?;
        comma(locale, f)?;
        write!(f, "{gaps} {}", GAPS.in_locale(locale))
    }
}

impl Headline for DepartureEffect {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        say(self.continuity.text(), locale, f)
    }
}

impl Headline for PeopleReport {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.breaks_at() {
            Some(link) => {
                write!(f, "{} ", BREAKS.in_locale(locale))?;
                say(link.text(), locale, f)
            }
            None => say(UNBROKEN, locale, f),
        }
    }
}

pub(super) fn comma(locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(Text::new(", ", "，", "，").in_locale(locale))
}

fn moved(by: Move, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (word, to) = match by {
        Move::Advance { to } => (Text::new("advance to", "升至", "升至"), Some(to)),
        Move::Hold => (Text::new("hold", "保持", "保持"), None),
        Move::Interrupt => (Text::new("interruption", "中断", "中斷"), None),
        Move::Recover => (Text::new("recovery", "恢复", "恢復"), None),
        Move::Regress { to } => (Text::new("fall back to", "退至", "退至"), Some(to)),
    };
    say(word, locale, f)?;
    to.map_or(Ok(()), |stage| {
        write!(f, " {}", stage.text().in_locale(locale))
    })
}

fn trust(
    kind: Text,
    level: Known<TrustLevel>,
    locale: Locale,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let level = level.value().map_or(UNKNOWN, |level| level.text());
    write!(f, "{} {}", kind.in_locale(locale), level.in_locale(locale))
}

pub(super) fn say(text: Text, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(text.in_locale(locale))
}

const AFFECT: Text = Text::new("mean affect", "平均情感", "平均情感");
const BREAKS: Text = Text::new("the chain breaks at", "链条断于", "鏈條斷於");
const CALLED_FOR: Text = Text::new("the facts call for:", "事实要求：", "事實要求：");
const DEPARTMENTS: Text = Text::new("departments in contact", "个部门有联系", "個部門有聯繫");
const GAPS: Text = Text::new(
    "gaps to the next stage",
    "处缺口（对照下一阶段）",
    "處缺口（對照下一階段）",
);
const GRANTED: Text = Text::new("granted:", "获准：", "獲准：");
const INTERRUPTED: Text = Text::new("interruption of", "中断，原为", "中斷，原為");
const NOBODY: Text = Text::new("nobody", "双方均无", "雙方均無");
const ORGANIZATIONAL: Text = Text::new("organizations", "组织之间", "組織之間");
const PERSONAL: Text = Text::new("people", "个人之间", "個人之間");
const SUPPORTED: Text = Text::new("supported by the facts", "为事实所支持", "為事實所支持");
const UNBROKEN: Text = Text::new(
    "the chain holds as far as it is known",
    "就所知而言链条未断",
    "就所知而言鏈條未斷",
);
const UNDECIDED: Text = Text::new(
    "undecided, facts are missing",
    "未决：缺少事实",
    "未決：缺少事實",
);
const UNKNOWN: Text = Text::new("unknown", "未知", "未知");
const WORST: Text = Text::new("lowest:", "最低：", "最低：");
