//! All modules together, and the way from a path to the file that defines the name.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::expand::Macro;
use super::tokens::{group, is_word, word};
use super::{Item, Kind, Module, scan};

/// The end of a path.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Target {
    /// To a module.
    Module(Vec<String>),
    /// To a name, by the module that defines it.
    Item(Vec<String>, String),
}

/// Every module of a library.
#[derive(Debug)]
pub(crate) struct Tree {
    modules: BTreeMap<Vec<String>, Module>,
}

impl Tree {
    /// The library, read once.
    pub(crate) fn library() -> &'static Self {
        static TREE: OnceLock<Tree> = OnceLock::new();
        TREE.get_or_init(|| {
            let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
            Self::read(&|file| fs::read_to_string(source.join(file)).ok())
        })
    }

    /// A library of these files, by their names below `src`.
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        Self::read(&|file| {
            let mut given = files.iter().filter(|(name, _)| *name == file);
            given.next().map(|(_, text)| (*text).to_owned())
        })
    }

    fn read(text: &dyn Fn(&str) -> Option<String>) -> Self {
        let mut files = Files {
            text,
            tokens: BTreeMap::new(),
            macros: HashMap::new(),
        };
        files.load(Vec::new(), "lib.rs".to_owned());
        let mut tree = Self {
            modules: BTreeMap::new(),
        };
        for (path, (file, tokens)) in &files.tokens {
            let mut module = Module {
                path: path.clone(),
                file: file.clone(),
                ..Module::default()
            };
            scan::items(tokens, &mut module, &|name, input| {
                files.expand(file, name, input)
            });
            tree.keep(module);
        }
        tree.settle();
        tree
    }

    /// Keeps a module and those that stand in its file.
    fn keep(&mut self, mut module: Module) {
        for child in &mut module.children {
            if let Some(mut inner) = child.body.take() {
                inner.path = child.below(&module.path);
                inner.file.clone_from(&module.file);
                self.keep(inner);
            }
        }
        self.modules.insert(module.path.clone(), module);
    }

    /// Makes every path absolute and marks each module that is public.
    fn settle(&mut self) {
        let mut settled = self.modules.clone();
        for module in self.modules.values() {
            for child in module.children.iter().filter(|child| child.public) {
                let path = child.below(&module.path);
                settled.entry(path).and_modify(|child| child.public = true);
            }
        }
        for module in settled.values_mut() {
            let (mut imports, mut foreign) = (Vec::new(), Vec::new());
            for mut import in module.imports.clone() {
                match self.absolute(module, &import.path, false) {
                    Some(path) => {
                        import.path = path;
                        imports.push(import);
                    }
                    None if import.public => foreign.push(import.path.join("::")),
                    None => {}
                }
            }
            let paths = module
                .paths
                .iter()
                .filter_map(|path| self.absolute(module, path, true));
            module.paths = paths.collect::<BTreeSet<_>>().into_iter().collect();
            let mut methods = module.methods.clone();
            methods.retain_mut(|methods| {
                let of = self.absolute(module, &methods.of, true);
                of.map(|of| methods.of = of).is_some()
            });
            module.methods = methods;
            module.foreign = foreign;
            module.imports = imports;
        }
        self.modules = settled;
    }

    /// The path from the root of the crate; nothing where it leads out of the crate.
    fn absolute(&self, module: &Module, path: &[String], imported: bool) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        let parent = module
            .path
            .split_last()
            .map_or(&[][..], |(_, parent)| parent);
        let start = match first.as_str() {
            "crate" => Vec::new(),
            "self" => module.path.clone(),
            "super" if rest.first().is_some_and(|next| next == "super") => {
                let above = self.modules.get(parent)?;
                return self.absolute(above, rest, imported);
            }
            "super" => parent.to_vec(),
            name => {
                let child = [&module.path[..], &[name.to_owned()]].concat();
                let import = module.imports.iter().find(|import| import.name == name);
                if self.modules.contains_key(&child) || module.item(name).is_some() {
                    child
                } else {
                    let import = import.filter(|_| imported)?;
                    self.absolute(module, &import.path, false)?
                }
            }
        };
        Some([&start[..], rest].concat())
    }

    pub(crate) fn modules(&self) -> impl Iterator<Item = &Module> {
        self.modules.values()
    }

    pub(crate) fn module(&self, path: &[String]) -> Option<&Module> {
        self.modules.get(path)
    }

    /// The module of a path as people write it.
    pub(crate) fn named(&self, path: &str) -> Option<&Module> {
        let path: Vec<String> = path.split("::").map(str::to_owned).collect();
        self.module(&path)
    }

    /// The modules that a module declares.
    pub(crate) fn children<'a>(&'a self, module: &'a Module) -> impl Iterator<Item = &'a Module> {
        let paths = module
            .children
            .iter()
            .map(|child| child.below(&module.path));
        paths.filter_map(|path| self.modules.get(&path))
    }

    /// Follows an absolute path through re-exports to where its name is defined.
    pub(crate) fn resolve(&self, path: &[String]) -> Option<Target> {
        self.follow(path, &mut BTreeSet::new())
    }

    fn follow(&self, path: &[String], seen: &mut BTreeSet<Vec<String>>) -> Option<Target> {
        if !seen.insert(path.to_vec()) {
            return None;
        }
        let mut here = self.modules.get(&[][..])?;
        for (place, name) in path.iter().enumerate() {
            let (deeper, last) = (path.get(..=place)?, place + 1 == path.len());
            let child = self.modules.get(deeper);
            match child {
                Some(child) if !last => here = child,
                _ => {
                    let named = self.in_module(here, name, &path[place + 1..], seen);
                    return named.or_else(|| child.map(|child| Target::Module(child.path.clone())));
                }
            }
        }
        Some(Target::Module(here.path.clone()))
    }

    /// Looks a name up among the items and imports of a module.
    fn in_module(
        &self,
        module: &Module,
        name: &str,
        rest: &[String],
        seen: &mut BTreeSet<Vec<String>>,
    ) -> Option<Target> {
        if module.item(name).is_some() {
            return Some(Target::Item(module.path.clone(), name.to_owned()));
        }
        let named = module.imports.iter().filter(|import| import.name == name);
        for import in named {
            let found = self.follow(&[&import.path[..], rest].concat(), seen);
            if found.is_some() {
                return found;
            }
        }
        let all = module.imports.iter().filter(|import| import.name == "*");
        for import in all {
            let path = [&import.path[..], &[name.to_owned()], rest].concat();
            let found = self.follow(&path, seen);
            if found.is_some() {
                return found;
            }
        }
        None
    }

    /// Returns whether users reach the module by its path: it and all above it are public.
    pub(crate) fn is_reachable(&self, module: &Module) -> bool {
        let mut above =
            (1..=module.path.len()).filter_map(|length| self.module(&module.path[..length]));
        above.all(|module| module.public)
    }

    /// The item that a target names.
    pub(crate) fn item(&self, target: &Target) -> Option<&Item> {
        match target {
            Target::Module(_) => None,
            Target::Item(module, name) => self.modules.get(module)?.item(name),
        }
    }

    /// The names that a module exports: name, what it stands for, where it is defined.
    pub(crate) fn page(&self, module: &Module) -> Vec<(String, Kind, Target)> {
        let mut names = Vec::new();
        for child in self.children(module).filter(|child| child.public) {
            let name = child.path.last().cloned().unwrap_or_default();
            names.push((name, Kind::Module, Target::Module(child.path.clone())));
        }
        for item in module.items.iter().filter(|item| item.public) {
            let target = Target::Item(module.path.clone(), item.name.clone());
            names.push((item.name.clone(), item.kind, target));
        }
        for import in module.imports.iter().filter(|import| import.public) {
            if import.name == "*" {
                let all = self.modules.get(&import.path);
                names.extend(all.into_iter().flat_map(|all| self.page(all)));
            } else if let Some(target) = self.resolve(&import.path) {
                let kind = self.item(&target).map_or(Kind::Module, |item| item.kind);
                names.push((import.name.clone(), kind, target));
            }
        }
        names
    }

    /// Where the code of a module leads: the path as used, and what it names. Re-exports are no use.
    pub(crate) fn uses(&self, module: &Module) -> Vec<(Vec<String>, Target)> {
        let imports = module
            .imports
            .iter()
            .filter(|import| !import.visible)
            .map(|import| &import.path);
        let used = imports.chain(&module.paths);
        used.filter_map(|path| Some((path.clone(), self.resolve(path)?)))
            .collect()
    }
}

/// The files as tokens, and the macros that they define.
struct Files<'a> {
    text: &'a dyn Fn(&str) -> Option<String>,
    tokens: BTreeMap<Vec<String>, (String, Vec<TokenTree>)>,
    macros: HashMap<String, Vec<(String, Macro)>>,
}

impl Files<'_> {
    /// Loads a module and the modules that it declares in files of their own.
    fn load(&mut self, path: Vec<String>, file: String) {
        let text = (self.text)(&file).unwrap_or_else(|| panic!("{file} cannot be read"));
        let tokens: TokenStream = match text.parse() {
            Ok(tokens) => tokens,
            Err(error) => panic!("{file} is no Rust: {error}"),
        };
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for at in 0..tokens.len() {
            let arms = group(tokens.get(at + 3), Delimiter::Brace);
            let defined = is_word(tokens.get(at), "macro_rules");
            if let (true, Some(arms)) = (defined, arms) {
                let name = word(tokens.get(at + 2)).unwrap_or_default();
                let kept = self.macros.entry(name).or_default();
                kept.push((file.clone(), Macro::read(&arms)));
            }
        }
        let mut module = Module::default();
        scan::items(&tokens, &mut module, &|_, _| None);
        self.tokens.insert(path.clone(), (file, tokens));
        for child in module
            .children
            .into_iter()
            .filter(|child| child.body.is_none())
        {
            let path = [&path[..], &[child.name]].concat();
            let (leaf, folder) = (path.join("/") + ".rs", path.join("/") + "/mod.rs");
            let file = if (self.text)(&leaf).is_some() {
                leaf
            } else {
                folder
            };
            self.load(path, file);
        }
    }

    /// A macro of the same file goes before one of the same name elsewhere.
    fn expand(&self, file: &str, name: &str, input: &[TokenTree]) -> Option<Vec<TokenTree>> {
        let known = self.macros.get(name)?;
        let own = known.iter().find(|(place, _)| place == file);
        let (place, found) = own.or_else(|| known.first())?;
        let made = found.expand(input);
        assert!(
            made.is_some(),
            "{file} calls {name}! of {place}, which this reader does not understand"
        );
        made
    }
}
