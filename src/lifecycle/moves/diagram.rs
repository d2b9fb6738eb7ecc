//! Diagrams of the lifecycle (生命周期图), drawn from [`TRANSITIONS`] in three notations.
//!
//! # Examples
//!
//! ```
//! use keqing::lifecycle::moves::diagram::Notation;
//!
//! let picture = Notation::Mermaid.to_string();
//! assert!(picture.starts_with("stateDiagram-v2"));
//! assert!(picture.contains("initial --> stable : advance"));
//! ```

use core::fmt;

use crate::lifecycle::moves::transition::{Move, TRANSITIONS, Transition};
use crate::lifecycle::standing::State;

/// A notation for diagrams (图示语言); its `Display` is the whole diagram.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Notation {
    /// Graphviz, the `dot` language.
    Graphviz,
    /// Mermaid, as many documentation tools show it.
    Mermaid,
    /// PlantUML.
    PlantUml,
}

impl Notation {
    /// Every notation.
    pub const ALL: [Self; 3] = [Self::Graphviz, Self::Mermaid, Self::PlantUml];

    const fn words(self) -> Words {
        match self {
            Self::Graphviz => Words {
                opening: "digraph lifecycle {\n  rankdir=LR;\n  start [shape=point];\n  start -> development;\n",
                arrow: "->",
                label: [" [label=\"", "\"];"],
                closing: "}\n",
            },
            Self::Mermaid => Words {
                opening: "stateDiagram-v2\n  [*] --> development\n",
                arrow: "-->",
                label: [" : ", ""],
                closing: "",
            },
            Self::PlantUml => Words {
                opening: "@startuml\n  [*] --> development\n",
                arrow: "-->",
                label: [" : ", ""],
                closing: "@enduml\n",
            },
        }
    }
}

impl fmt::Display for Notation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = self.words();
        f.write_str(words.opening)?;
        let [before, after] = words.label;
        for Transition { from, by, to } in TRANSITIONS.iter().filter(|row| row.by != Move::Hold) {
            let (from, to, by) = (Name(*from), Name(*to), by.name());
            writeln!(f, "  {from} {} {to}{before}{by}{after}", words.arrow)?;
        }
        f.write_str(words.closing)
    }
}

/// The words in which the notations differ.
struct Words {
    opening: &'static str,
    arrow: &'static str,
    label: [&'static str; 2],
    closing: &'static str,
}

/// The name of a state as an identifier that every notation accepts.
struct Name(State);

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            State::Active(stage) => stage.fmt(f),
            State::Interrupted(stage) => write!(f, "interrupted_{stage}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::Notation;
    use crate::lifecycle::moves::transition::{Move, TRANSITIONS};

    #[test]
    fn every_notation_draws_every_move_but_staying() {
        let drawn = TRANSITIONS
            .iter()
            .filter(|row| row.by != Move::Hold)
            .count();
        for notation in Notation::ALL {
            let picture = notation.to_string();
            // The arrow from the start is one more.
            let arrows = picture
                .lines()
                .filter(|line| line.contains("->") || line.contains("-->"))
                .count();
            assert_eq!(arrows, drawn + 1, "{picture}");
        }
    }
}
