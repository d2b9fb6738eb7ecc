use keqing::vocab::words::{Bond, Stage, Text};

use crate::line::{Claim, Held, Line, Stands};
use crate::page::{self, escape, heading, row};
use crate::picture::{Bar, bars};
use crate::report::{Report, gravest};
use crate::words;

/// The number of bars of a picture that could have very many.
const BARS: usize = 15;

const GREY: &str = "#b8bec6";
const BLUE: &str = "#3f7fbf";
const RED: &str = "#b3261e";

/// The look of this page beyond that of every page.
const STYLE: &str = ".pictures{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(21rem,100%),1fr));gap:0 2rem}\
.ranking td{border-top:1px solid #e1e4e8;padding:.5rem .8rem .5rem 0}\
.ranking small{color:#5b6672;overflow-wrap:anywhere}.rules td:first-child{width:100%}\
@media(max-width:44rem){.ranking thead{display:none}.ranking,.ranking tbody,.ranking tr,.ranking td{display:block}\
.ranking td{border:0;padding:.1rem 0}.ranking td.n{text-align:left}.ranking tr{border-top:1px solid #e1e4e8;padding:.6rem 0}}\
@media print{body{margin:0;max-width:none}section,tr{break-inside:avoid}}";

/// Writes the page.
pub(crate) fn page(report: &Report) -> String {
    let mut body = format!("<p>{}</p>\n", escape(&report.title()));
    if let Some(left) = report.not_reviewed() {
        body.push_str(&format!("<p>{}</p>\n", escape(&left)));
    }
    body.push_str(&pictures(report));
    body.push_str(&ranking(report));
    body.push_str(&rules(report));
    page::whole(report.locale, report.say(words::TITLE), STYLE, &body)
}

fn pictures(report: &Report) -> String {
    let totals = &report.totals;
    let of = |count: Option<&u64>| count.copied().unwrap_or_default();
    let named = |text: Text, count, colour| Bar {
        name: report.say(text).to_owned(),
        count,
        colour,
    };
    let relationships = report.by_gravest().into_iter();
    let relationships =
        relationships.map(|(claim, count)| named(gravest(claim), count, of_claim(claim)));
    let matters = totals.matters.each();
    let matters = matters.map(|(claim, n)| named(words::group(claim), n, of_claim(Some(claim))));
    let stages = Stands::ALL.into_iter();
    let stages = stages.map(|one| {
        let count = of(totals.stands.get(&one));
        named(words::stage(one), count, of_stage(one))
    });
    let bonds = Held::ALL.into_iter();
    let bonds = bonds.map(|one| {
        let count = of(totals.held.get(&one));
        named(words::bond(one), count, of_bond(one))
    });
    let topics = totals.frequent_topics().into_iter().take(BARS);
    let topics = topics.map(|(topic, count)| named(topic.text(), count, BLUE));
    let rules = totals.frequent().into_iter().take(BARS);
    let rules = rules.map(|(rule, of)| (rule, of.relationships.breached));
    let rules = rules.filter(|(_, count)| *count > 0);
    let rules = rules.map(|(rule, count)| Bar {
        name: report.rule(rule),
        count,
        colour: RED,
    });
    let all = [
        picture(report, words::BY_GRAVEST, relationships),
        picture(report, words::MATTERS, matters),
        picture(report, words::STAGES, stages),
        picture(report, words::BONDS, bonds),
        picture(report, words::TOPICS, topics),
        picture(report, words::RULES_BREACHED, rules),
    ];
    format!("<div class=\"pictures\">\n{}</div>\n", all.concat())
}

/// Writes a picture with its heading; the heading alone if there is nothing to draw.
fn picture(report: &Report, title: Text, each: impl Iterator<Item = Bar>) -> String {
    let title = report.say(title);
    let each: Vec<Bar> = each.collect();
    let drawn = match each.is_empty() {
        true => format!("<p>{}</p>\n", escape(report.say(words::NOTHING))),
        false => bars(title, &each),
    };
    format!("<section>{}{drawn}</section>\n", heading(title))
}

fn ranking(report: &Report) -> String {
    let lines = (1_u64..).zip(&report.lines);
    let rows: Vec<String> = lines.map(|(place, one)| line(report, place, one)).collect();
    let header = header(
        report,
        &[words::RELATIONSHIP, words::COUNTS, words::GRAVEST],
    );
    let rest = report
        .rest()
        .map(|rest| format!("<p>{}</p>\n", escape(&rest)));
    format!(
        "{}<table class=\"ranking\">\n<thead><tr><th class=\"n\"></th>{header}</tr></thead>\n<tbody>{}</tbody>\n</table>\n{}",
        heading(report.say(words::RANKING)),
        rows.concat(),
        rest.unwrap_or_default()
    )
}

/// Writes one relationship of the ranking.
fn line(report: &Report, place: u64, line: &Line) -> String {
    let [supplier, customer] = line.between.each_ref().map(|name| escape(name));
    let (as_of, source) = (line.as_of, escape(&line.place.to_string()));
    let counts = escape(&report.counts(line));
    let gravest = line.gravest.as_ref();
    let gravest = gravest.map(|gravest| escape(&gravest.in_words(report.locale)));
    format!(
        "<tr><td class=\"n\">{place}</td><td>{supplier} → {customer}<br/><small>{as_of}, {source}</small></td>\
         <td>{counts}</td><td>{}</td></tr>\n",
        gravest.unwrap_or_default()
    )
}

fn rules(report: &Report) -> String {
    let list = report.totals.frequent();
    let rows = list.iter().map(|(rule, of)| {
        let of = of.relationships;
        let [breached, missing, met] = [of.breached, of.missing, of.met].map(|n| n.to_string());
        row(&[report.rule(*rule), breached, missing, met], |place| {
            place >= 1
        })
    });
    let header = header(report, &[words::RULE]);
    let counts = [words::BREACHED, words::MISSING, words::MET];
    let counts = counts.map(|text| format!("<th class=\"n\">{}</th>", escape(report.say(text))));
    format!(
        "{}<table class=\"rules\">\n<thead><tr>{header}{}</tr></thead>\n<tbody>{}</tbody>\n</table>\n",
        heading(report.say(words::RULES)),
        counts.concat(),
        rows.collect::<String>()
    )
}

fn header(report: &Report, texts: &[Text]) -> String {
    let cells = texts.iter().map(|text| escape(report.say(*text)));
    cells.map(|cell| format!("<th>{cell}</th>")).collect()
}

const fn of_claim(claim: Option<Claim>) -> &'static str {
    match claim {
        Some(Claim::Refused) => RED,
        Some(Claim::Decision) => "#8a4fa3",
        Some(Claim::Critical) => "#d5701e",
        Some(Claim::Warning) => "#e0b13c",
        Some(Claim::Notice) => "#8fb8de",
        Some(Claim::Unknown | Claim::Accepted) => GREY,
        None => "#4c9a6a",
    }
}

const fn of_stage(stands: Stands) -> &'static str {
    match stands {
        Stands::Active(Stage::Development) => "#c9ced6",
        Stands::Active(Stage::Initial) => "#8fb8de",
        Stands::Active(Stage::Stable) => BLUE,
        Stands::Active(Stage::Strategic) => "#1d3f72",
        Stands::Interrupted => RED,
        Stands::Undecided => GREY,
    }
}

const fn of_bond(held: Held) -> &'static str {
    match held {
        Held::By(Bond::Genuine) => "#4c9a6a",
        Held::By(Bond::Mixed) => "#8fb8de",
        Held::By(Bond::LockedIn) => "#d5701e",
        Held::By(Bond::None) | Held::Undecided | Held::NotAsked => GREY,
    }
}
