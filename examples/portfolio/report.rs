use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, ensure};
use keqing::lifecycle::moves::Move;
use keqing::lifecycle::placement::Flag;
use keqing::portfolio::{Gap, Path, Period, Portfolio, StageCounts};
use keqing::verdict::Decision;
use keqing::vocab::share::Share;
use keqing::vocab::words::{Locale, Stage, Text};
use rust_decimal::Decimal;

use crate::input::Reading;
use crate::options::Options;
use crate::words;

/// Everything that is shown, whether as text, as JSON or as a page.
#[derive(Debug)]
pub(crate) struct Report<'a> {
    pub(crate) locale: Locale,
    pub(crate) reading: &'a Reading,
    pub(crate) portfolio: &'a Portfolio,
    pub(crate) groups: Vec<Group<'a>>,
    pub(crate) periods: BTreeMap<Period, PeriodRow>,
    pub(crate) markets: BTreeMap<&'a str, MarketRow<'a>>,
    pub(crate) moves: BTreeMap<(Stage, Stage), u64>,
    pub(crate) flags: BTreeMap<Flag, u64>,
    pub(crate) gaps: Vec<Gap>,
    /// The choice of the paths: by name, or not.
    pub(crate) followed: bool,
}

/// Paths that are shown together.
#[derive(Debug)]
pub(crate) struct Group<'a> {
    pub(crate) title: Text,
    pub(crate) paths: Vec<Path<'a>>,
}

/// The changes in a period.
#[derive(Debug, Default)]
pub(crate) struct PeriodRow {
    pub(crate) wallets: u64,
    pub(crate) stages: StageCounts,
    pub(crate) up: u64,
    pub(crate) down: u64,
    pub(crate) undecided: u64,
}

/// The content of the wallets of a market.
#[derive(Debug, Default)]
pub(crate) struct MarketRow<'a> {
    pub(crate) buyers: BTreeSet<&'a str>,
    pub(crate) wallets: u64,
    pub(crate) total: Decimal,
    pub(crate) bands: StageCounts,
}

impl<'a> Report<'a> {
    pub(crate) fn new(
        options: &Options,
        reading: &'a Reading,
        portfolio: &'a Portfolio,
    ) -> Result<Self> {
        let groups = if options.follow.is_empty() {
            moving(portfolio, options.top)
        } else {
            named(portfolio, &options.follow)?
        };
        let mut report = Self {
            locale: options.locale,
            reading,
            portfolio,
            groups,
            periods: BTreeMap::new(),
            markets: BTreeMap::new(),
            moves: BTreeMap::new(),
            flags: BTreeMap::new(),
            gaps: portfolio.gaps().collect(),
            followed: !options.follow.is_empty(),
        };
        // What kept a move from being decided comes first, then what was asked for most.
        report
            .gaps
            .sort_by_key(|gap| std::cmp::Reverse((gap.undecided, gap.steps)));
        report.count_wallets();
        report.count_steps();
        Ok(report)
    }

    pub(crate) fn say(&self, text: Text) -> &'static str {
        text.in_locale(self.locale)
    }

    /// Returns a number of things, which have a name of their own where there is one of them.
    pub(crate) fn count(&self, number: u64, [one, many]: [Text; 2]) -> String {
        let name = if number == 1 { one } else { many };
        format!("{number} {}", self.say(name))
    }

    /// Returns what stands between the parts of a sentence.
    pub(crate) fn comma(&self) -> &'static str {
        self.say(words::COMMA)
    }

    /// Returns the pairs under, between and above the two cuts.
    pub(crate) fn thirds(&self) -> [u64; 3] {
        let bands = self.portfolio.bands();
        let below = bands
            .of(Stage::Development)
            .saturating_add(bands.of(Stage::Initial));
        [below, bands.of(Stage::Stable), bands.of(Stage::Strategic)]
    }

    /// Returns the names of the three, by the cuts of the policy.
    pub(crate) fn third_names(&self) -> [String; 3] {
        let lifecycle = self.portfolio.lifecycle();
        let [low, high] = [Stage::Stable, Stage::Strategic]
            .map(|stage| lifecycle.cut(stage).to_percent().normalize());
        let (under, over) = (self.say(words::UNDER), self.say(words::OVER));
        let between = if self.locale == Locale::En {
            "to"
        } else {
            "至"
        };
        [
            format!("{under} {low} %"),
            format!("{low} {between} {high} %"),
            format!("{high} % {over}"),
        ]
    }

    fn count_wallets(&mut self) {
        for wallet in self.portfolio.wallets() {
            let period = self.periods.entry(wallet.period()).or_default();
            period.wallets = period.wallets.saturating_add(1);
            let market = self.markets.entry(wallet.market()).or_default();
            market.buyers.insert(wallet.buyer());
            market.wallets = market.wallets.saturating_add(1);
            market.total = market.total.saturating_add(wallet.total());
            market.bands.extend(wallet.pairs().map(|pair| pair.band()));
        }
    }

    fn count_steps(&mut self) {
        let more = |count: &mut u64| *count = count.saturating_add(1);
        for path in self.portfolio.paths() {
            let mut before = Stage::Development;
            for step in path.steps() {
                let row = self.periods.entry(step.period()).or_default();
                let stage = step.state().stage();
                row.stages.extend([stage]);
                match step.granted() {
                    Some(Move::Advance { .. }) => more(&mut row.up),
                    Some(Move::Regress { .. }) => more(&mut row.down),
                    Some(Move::Hold | Move::Interrupt | Move::Recover) | None => {}
                }
                if step.decision() == Decision::Undecided {
                    more(&mut row.undecided);
                }
                more(self.moves.entry((before, stage)).or_default());
                for flag in step.flags() {
                    more(self.flags.entry(flag).or_default());
                }
                before = stage;
            }
        }
    }
}

/// Returns the share of the first step, of the last one, and the points between them.
pub(crate) fn change(path: &Path<'_>) -> (Share, Share, Decimal) {
    let share = |step: Option<keqing::portfolio::Step<'_>>| step.map_or(Share::NONE, |s| s.share());
    let (first, last) = (share(path.steps().next()), share(path.steps().next_back()));
    let points = last.to_percent().saturating_sub(first.to_percent());
    (first, last, points)
}

/// Chooses the paths that fell and rose most. Those bought from in every period come first: what
/// comes and goes moves a lot and shows little.
fn moving(portfolio: &Portfolio, top: usize) -> Vec<Group<'_>> {
    let periods = portfolio.periods().len();
    let is_whole = |path: &Path<'_>| {
        let bought = path.steps().filter(|step| !step.share().is_none()).count();
        bought == periods
    };
    let mut paths: Vec<_> = portfolio
        .paths()
        .map(|path| (!is_whole(&path), change(&path).2, path))
        .collect();
    let mut choose = |title, rising: bool| {
        paths.sort_by_key(|(partly, points, _)| (*partly, std::cmp::Reverse(points.abs())));
        let moved = paths
            .iter()
            .filter(|(_, points, _)| !points.is_zero() && points.is_sign_positive() == rising);
        Group {
            title,
            paths: moved.take(top).map(|(.., path)| *path).collect(),
        }
    };
    vec![choose(words::FALLS, false), choose(words::RISES, true)]
}

/// Finds the paths of the names given; a name that finds nothing is an error.
fn named<'a>(portfolio: &'a Portfolio, names: &[String]) -> Result<Vec<Group<'a>>> {
    let mut chosen = Vec::new();
    for name in names {
        let found = portfolio.paths().filter(|path| is_named(path, name));
        let before = chosen.len();
        chosen.extend(found);
        if chosen.len() == before {
            let known: BTreeSet<String> = portfolio
                .wallets()
                .map(|wallet| format!("{}/{}", wallet.buyer(), wallet.market()))
                .collect();
            let known: Vec<String> = known.into_iter().collect();
            ensure!(
                !known.is_empty(),
                "no wallet counts, so there is no path `{name}`"
            );
            anyhow::bail!("no path `{name}`; there are those of {}", known.join(", "));
        }
    }
    Ok(vec![Group {
        title: words::FOLLOWED,
        paths: chosen,
    }])
}

/// Returns whether a name is the path's own, or its beginning up to a slash.
fn is_named(path: &Path<'_>, name: &str) -> bool {
    let whole = format!("{}/{}/{}", path.buyer(), path.market(), path.supplier());
    whole
        .strip_prefix(name)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
