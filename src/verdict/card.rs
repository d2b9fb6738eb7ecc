use core::fmt;

use serde::Serialize;

use crate::verdict::decides::Decides;
use crate::verdict::decision::Severity;
use crate::verdict::fact::Fact;
use crate::verdict::rule_id::RuleId;
use crate::verdict::series;
use crate::vocab::words::{Text, words};

/// The description of one rule (规则卡): its id, its statement, its source and its severity.
///
/// Cards are data. Checks name them, and the [`rulebook`](crate::rulebook) lists them. The statement is
/// in the crate's own words. The source is the passage of a document on which it rests.
///
/// # Examples
///
/// ```
/// use keqing::lifecycle::cards::LIF_07;
/// use keqing::vocab::words::Locale;
///
/// assert_eq!(LIF_07.id().to_string(), "LIF-07");
/// assert_eq!(LIF_07.title().in_locale(Locale::En), "One step up at a time");
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RuleCard {
    id: RuleId,
    #[serde(skip)]
    name: &'static str,
    #[serde(skip)]
    ordinal: u16,
    kind: RuleKind,
    decides: Decides,
    severity: Severity,
    severity_change: SeverityChange,
    #[serde(skip)]
    set_elsewhere: &'static [Fact],
    title: Text,
    statement: Text,
    source: Source,
    code: &'static str,
    since: &'static str,
}

impl RuleCard {
    /// Begins a card; the rule has to be one of the rulebook's series.
    pub(crate) const fn new(
        prefix: &'static str,
        number: u16,
        kind: RuleKind,
        decides: Decides,
        severity: Severity,
    ) -> Self {
        let Some(ordinal) = series::ordinal_of(prefix, number) else {
            panic!("the rulebook has no such rule");
        };
        Self {
            id: RuleId::known(prefix, number),
            name: "",
            ordinal,
            kind,
            decides,
            severity,
            severity_change: SeverityChange::Any,
            set_elsewhere: &[],
            title: Text::new("", "", ""),
            statement: Text::new("", "", ""),
            source: Source {
                document: Document::Strengthening,
                section: "",
            },
            code: "",
            since: "0.1.0",
        }
    }

    /// Spells the id out.
    pub(crate) const fn named(self, name: &'static str) -> Self {
        Self { name, ..self }
    }

    /// Keeps the severity out of the reach of policies.
    pub(crate) const fn fixed(self, _: &'static [Fact]) -> Self {
        Self {
            severity_change: SeverityChange::Never,
            ..self
        }
    }

    /// Leaves every finding to other fields of the policy.
    pub(crate) const fn elsewhere(self, set_elsewhere: &'static [Fact]) -> Self {
        Self {
            severity_change: SeverityChange::Elsewhere,
            set_elsewhere,
            ..self
        }
    }

    /// Leaves the findings about these facts to other fields of the policy.
    pub(crate) const fn except(self, set_elsewhere: &'static [Fact]) -> Self {
        Self {
            set_elsewhere,
            ..self
        }
    }

    pub(crate) const fn says(self, title: Text, statement: Text) -> Self {
        Self {
            title,
            statement,
            ..self
        }
    }

    pub(crate) const fn from(self, document: Document, section: &'static str) -> Self {
        Self {
            source: Source { document, section },
            ..self
        }
    }

    pub(crate) const fn in_code(self, code: &'static str) -> Self {
        Self { code, ..self }
    }

    /// Returns the id.
    #[must_use]
    #[inline]
    pub const fn id(&self) -> RuleId {
        self.id
    }

    /// Returns the kind of statement.
    #[must_use]
    pub const fn kind(&self) -> RuleKind {
        self.kind
    }

    /// Returns whether the rule can refuse, says what something is, or both.
    #[must_use]
    pub const fn decides(&self) -> Decides {
        self.decides
    }

    /// Returns the weight of a breach, unless the policy sets another one.
    #[must_use]
    #[inline]
    pub const fn severity(&self) -> Severity {
        self.severity
    }

    /// Returns how a policy may change the severity.
    #[must_use]
    pub const fn severity_change(&self) -> SeverityChange {
        self.severity_change
    }

    /// Returns the facts of which other fields of the policy say how much a finding weighs: the gate of a
    /// stage, the releases of credit, the rooms of waivers, the severity of a missing deputy.
    #[must_use]
    #[inline]
    pub const fn set_elsewhere(&self) -> &'static [Fact] {
        self.set_elsewhere
    }

    /// Returns the name of the rule.
    #[must_use]
    pub const fn title(&self) -> Text {
        self.title
    }

    /// Returns the statement of the rule, in the crate's own words.
    #[must_use]
    pub const fn statement(&self) -> Text {
        self.statement
    }

    /// Returns the passage of a document on which the rule rests.
    #[must_use]
    pub const fn source(&self) -> Source {
        self.source
    }

    /// Returns the path, below the crate's root, of the item that enforces or represents the rule.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// Returns the version of keqing that first enforced the rule.
    #[must_use]
    pub const fn since(&self) -> &'static str {
        self.since
    }

    /// Returns the id as a text.
    pub(crate) const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the place of the id as a text.
    pub(crate) const fn name_place(&self) -> &&'static str {
        &self.name
    }

    /// Returns the title as a line of documentation.
    pub(crate) const fn heading(&'static self) -> &'static [&'static str] {
        self.title.english()
    }

    #[inline]
    pub(crate) const fn ordinal(&self) -> u16 {
        self.ordinal
    }
}

words! {
    /// The changes of a rule's severity that are open to a policy (严重程度的调整).
    pub open enum SeverityChange {
        /// Every severity, and off.
        Any = "any", "any severity", "可任意调整", "可任意調整";
        /// None here: the gates of the stages say how much the rule weighs.
        Elsewhere = "elsewhere", "set by the gates of the stages", "由阶段门槛设定", "由階段門檻設定";
        /// None: a gate of integrity, a band of a stage or a step of the state machine.
        Never = "never", "no change", "不可调整", "不可調整";
    }
}

words! {
    /// The kind of statement that a rule is (规则类型), by the classes of the rulebook.
    pub open enum RuleKind {
        /// An action that must not be done: a check refuses it.
        AntiPattern = "anti-pattern", "anti-pattern", "反模式", "反模式";
        /// A meaning: a type.
        Definition = "definition", "definition", "定义", "定義";
        /// A number that is computed: a function.
        Metric = "metric", "metric", "指标", "指標";
        /// An order of steps: a table or a state machine.
        Process = "process", "process", "流程", "流程";
        /// A demand: a check.
        Rule = "rule", "rule", "规则", "規則";
        /// A list of kinds: an enumeration.
        Taxonomy = "taxonomy", "taxonomy", "分类", "分類";
        /// A cut: a number of the policy.
        Threshold = "threshold", "threshold", "界限", "界限";
    }
}

/// The source of a rule (出处): a document and a place in it.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Source {
    /// The document.
    pub document: Document,
    /// The heading or passage, in the words of the document.
    pub section: &'static str,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "《{}》{}", self.document.title(), self.section)
    }
}

words! {
    /// One of the five documents on which the rulebook rests (来源文件).
    pub open enum Document {
        /// Document 000, on strengthening the relationship with customers.
        Strengthening = "strengthening", "how to strengthen customer relationships", "如何加强客情关系", "如何加強客情關係";
        /// Document 001, on customer management.
        Management = "management", "customer management", "客户管理", "客戶管理";
        /// Document 002, on misconceptions of customer relationship management.
        Misconceptions = "misconceptions", "misconceptions of customer relationship management", "客户关系管理的误区", "客戶關係管理的誤區";
        /// Document 003, on reaching customers effectively.
        Contact = "contact", "how to reach customers effectively", "如何有效接触客户", "如何有效接觸客戶";
        /// Document 004, on the measures for each stage of the relationship.
        Stages = "stages", "what to do in each stage of the relationship", "客户关系发展不同阶段的对策", "客戶關係發展不同階段的對策";
    }
}

impl Document {
    /// Returns the number under which the rulebook cites the document.
    #[must_use]
    pub const fn number(self) -> &'static str {
        match self {
            Self::Strengthening => "000",
            Self::Management => "001",
            Self::Misconceptions => "002",
            Self::Contact => "003",
            Self::Stages => "004",
        }
    }

    /// Returns the title, in the document's own language.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Strengthening => "如何加强客情关系",
            Self::Management => "客户管理",
            Self::Misconceptions => "客戶關系管理的誤區",
            Self::Contact => "如何有效接触客户",
            Self::Stages => "客戶關係發展不同階段的對策",
        }
    }
}

/// Declares the cards of one system and the list of them.
///
/// Each line of a card is data; its doc names the item that enforces it, so that a broken link
/// breaks the build of the documentation.
///
/// After the severity may follow what keeps it out of the reach of a table: `; fixed` under every policy, `; elsewhere`
/// because other fields weigh these facts and the rule has no others, `; except` because they weigh these facts of it.
macro_rules! rule_cards {
    ($(
        $name:ident = $prefix:literal $number:literal, $kind:ident $decides:ident, $severity:expr $(; $change:ident $($fact:ident)*)?, $code:literal,
        $document:ident $section:literal,
        $title_en:literal, $title_zh:literal, $title_hant:literal,
        $en:literal, $zh:literal, $hant:literal;
    )*) => {
        $(
            #[doc = concat!("`", $prefix, "-", stringify!($number), "`: ", $title_en, ".")]
            #[doc = ""]
            #[doc = $en]
            #[doc = ""]
            #[doc = concat!($zh, " Enforced by [`", $code, "`](crate::", $code, ").")]
            pub static $name: $crate::verdict::RuleCard = $crate::verdict::RuleCard::new(
                $prefix,
                $number,
                $crate::verdict::RuleKind::$kind,
                $crate::verdict::Decides::$decides,
                $severity,
            )
            .named({
                const NAME: &[u8] =
                    &$crate::verdict::spelled::<{ $prefix.len() + 3 }>($prefix, $number);
                $crate::form::text(NAME)
            })
            $(.$change(&[$($crate::verdict::Fact::$fact),*]))?
            .says(
                $crate::vocab::words::Text::new($title_en, $title_zh, $title_hant),
                $crate::vocab::words::Text::new($en, $zh, $hant),
            )
            .from($crate::verdict::Document::$document, $section)
            .in_code($code);
        )*

        /// Every card of this file, in the order of the rulebook.
        pub static CARDS: &[&$crate::verdict::RuleCard] = &[$(&$name),*];
    };
}

pub(crate) use rule_cards;

/// Spells a rule id whose number is below 100.
pub(crate) const fn spelled<const N: usize>(prefix: &str, number: u16) -> [u8; N] {
    let mut id = [b'-'; N];
    let (mut room, number_room) = id.split_at_mut(prefix.len());
    let mut letters = prefix.as_bytes();
    while let ([letter, later @ ..], [place, free @ ..]) = (letters, room) {
        *place = *letter;
        (letters, room) = (later, free);
    }
    let [_, tens, units] = number_room else {
        panic!("a rule id ends in a hyphen and two digits");
    };
    assert!(number < 100, "the number of a rule has two digits");
    *tens = digit(number / 10);
    *units = digit(number % 10);
    id
}

const fn digit(value: u16) -> u8 {
    let (mut rest, mut before): (&[u8], u16) = (b"0123456789", value);
    while let [digit, later @ ..] = rest {
        if before == 0 {
            return *digit;
        }
        (rest, before) = (later, before.saturating_sub(1));
    }
    panic!("a digit is below ten")
}
