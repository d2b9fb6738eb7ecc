//! The library as text: its modules, their items, imports and paths, and where each name is defined.
//!
//! Code for tests and comments are left out. What a macro of the library declares counts as declared
//! in the file that calls the macro.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a test that panics fails, which is its purpose"
)]

mod expand;
mod literals;
mod scan;
mod tokens;
mod tree;

pub(crate) use literals::{Texts, examples, texts};
pub(crate) use tree::{Target, Tree};

/// The kind of thing that a name stands for.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Kind {
    Module,
    Struct,
    Field,
    Enum,
    Variant,
    Trait,
    Alias,
    Function,
    Constant,
    Static,
    Macro,
}

impl Kind {
    /// The word of the language for it.
    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::Module => "mod",
            Self::Struct => "struct",
            Self::Field => "field",
            Self::Enum => "enum",
            Self::Variant => "variant",
            Self::Trait => "trait",
            Self::Alias => "type",
            Self::Function => "fn",
            Self::Constant => "const",
            Self::Static => "static",
            Self::Macro => "macro",
        }
    }
}

/// A name that a file declares.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) kind: Kind,
    pub(crate) name: String,
    pub(crate) public: bool,
    /// The words before the keyword, such as `const`.
    pub(crate) before: String,
    /// The text after the name: generics, parameters, type.
    pub(crate) text: String,
    /// Public fields, variants, or the items of a trait.
    pub(crate) members: Vec<Item>,
}

impl Item {
    fn new(kind: Kind, name: String, public: bool) -> Self {
        let (before, text, members) = Default::default();
        Self {
            kind,
            name,
            public,
            before,
            text,
            members,
        }
    }
}

/// One name that a `use` brings in; the name is `*` for all names.
#[derive(Clone, Debug)]
pub(crate) struct Import {
    /// As written; absolute, without `crate`, once the tree is read.
    pub(crate) path: Vec<String>,
    pub(crate) name: String,
    pub(crate) public: bool,
    /// The import hands the name on, if only within the crate.
    pub(crate) visible: bool,
}

/// The items of an `impl` without a trait.
#[derive(Clone, Debug)]
pub(crate) struct Methods {
    /// The type; absolute once the tree is read.
    pub(crate) of: Vec<String>,
    pub(crate) items: Vec<Item>,
}

/// A module that a file declares, with its content if that stands in the same file.
#[derive(Clone, Debug)]
pub(crate) struct Child {
    pub(crate) name: String,
    pub(crate) public: bool,
    body: Option<Module>,
}

impl Child {
    /// The path of the module below the one that declares it.
    fn below(&self, parent: &[String]) -> Vec<String> {
        let own = std::slice::from_ref(&self.name);
        [parent, own].concat()
    }
}

/// A module with all that it says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Module {
    /// Without `crate`; empty for the crate itself.
    pub(crate) path: Vec<String>,
    /// The file below `src`.
    pub(crate) file: String,
    pub(crate) public: bool,
    pub(crate) children: Vec<Child>,
    pub(crate) items: Vec<Item>,
    pub(crate) methods: Vec<Methods>,
    pub(crate) imports: Vec<Import>,
    /// The names that it exports of other crates.
    pub(crate) foreign: Vec<String>,
    /// The paths in the code, outside of `use`; absolute once the tree is read.
    pub(crate) paths: Vec<Vec<String>>,
}

impl Module {
    /// The path as people write it.
    pub(crate) fn name(&self) -> String {
        self.path.join("::")
    }

    /// The item of this name, if the file declares it.
    pub(crate) fn item(&self, name: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.name == name)
    }
}
