//! The files of `src` as the compiler sees them: parsed, with the module each one is.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::{ImplItem, Item, UseTree, Visibility};

/// A module: the names that lead to it from the crate, `["text", "span"]`.
pub(super) type ModulePath = Vec<String>;

/// A file of `src` without its tests.
pub(super) struct SourceFile {
    /// Its path from `src`, with `/`.
    pub(super) path: String,
    /// The module that it is.
    pub(super) module: ModulePath,
    /// Its text, tests included.
    pub(super) text: String,
    /// Its lines of code, without those that only tests see.
    pub(super) code_lines: usize,
    /// Every path of the code as it is written, imports included; a re-export uses nothing.
    pub(super) paths: Vec<Vec<String>>,
    /// Its identifiers.
    pub(super) identifiers: BTreeSet<String>,
    /// Its string literals, without those of attributes and of fields called `name`.
    pub(super) literals: Vec<String>,
    /// Its functions with how many lines each has.
    pub(super) functions: Vec<(String, usize)>,
    /// The modules it declares, without those that only tests see.
    children: BTreeSet<String>,
    /// What each imported or re-exported name means: the path in full.
    names: BTreeMap<String, ModulePath>,
    /// The names that other files may take from it.
    exports: BTreeMap<String, ModulePath>,
}

/// Every file that belongs to the program.
pub(super) struct Tree {
    pub(super) files: Vec<SourceFile>,
}

impl Tree {
    /// All files that `lib.rs` and `main.rs` lead to; they are parsed once for all tests.
    pub(super) fn read() -> &'static Tree {
        static TREE: OnceLock<Tree> = OnceLock::new();
        TREE.get_or_init(Tree::parse)
    }

    fn parse() -> Tree {
        let root = root();
        let mut files = Vec::new();
        let mut waiting =
            vec![(root.join("lib.rs"), Vec::new()), (root.join("main.rs"), vec!["main".to_owned()])];
        while let Some((path, module)) = waiting.pop() {
            let file = SourceFile::parse(&root, &path, module);
            let folder = match path.file_stem().and_then(|stem| stem.to_str()) {
                Some("lib" | "main" | "mod") => path.parent().expect("a file has a folder").to_owned(),
                _ => path.with_extension(""),
            };
            for child in &file.children {
                let own = folder.join(format!("{child}.rs"));
                let own = if own.exists() { own } else { folder.join(child).join("mod.rs") };
                waiting.push((own, file.module.iter().chain([child]).cloned().collect()));
            }
            files.push(file);
        }
        files.sort_by(|one, other| one.path.cmp(&other.path));
        assert!(files.len() > 20, "src was not found");
        Tree { files }
    }

    /// For each file the files that it uses, without itself.
    pub(super) fn uses(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let modules: BTreeMap<&ModulePath, &SourceFile> =
            self.files.iter().map(|file| (&file.module, file)).collect();
        let used = |file: &SourceFile| {
            let paths = file.paths.iter().filter_map(|path| file.absolute(path));
            let found = paths.filter_map(|path| owner(&modules, path)).filter(|used| *used != file.path);
            found.collect()
        };
        self.files.iter().map(|file| (file.path.as_str(), used(file))).collect()
    }
}

/// The folder of the code.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every Rust file below `src`, tests included, by its path from there.
pub(super) fn all_paths() -> BTreeSet<String> {
    let root = root();
    let (mut folders, mut found) = (vec![root.clone()], BTreeSet::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("src is readable") {
            let path = entry.expect("readable").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.insert(name(&root, &path));
            }
        }
    }
    found
}

fn name(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).expect("below src").to_string_lossy().replace('\\', "/")
}

/// The file that defines what a path names, re-exports followed.
fn owner<'a>(modules: &BTreeMap<&ModulePath, &'a SourceFile>, mut path: ModulePath) -> Option<&'a str> {
    // a re-export leads on at most as often as there are files
    for _ in 0..modules.len() {
        let depth = (0..=path.len()).rev().find(|&depth| modules.contains_key(&path[..depth].to_vec()))?;
        let file = modules[&path[..depth].to_vec()];
        match path.get(depth).and_then(|name| file.exports.get(name)) {
            Some(target) if *target != path[..=depth] => {
                path = target.iter().chain(&path[depth + 1..]).cloned().collect();
            }
            _ => return Some(&file.path),
        }
    }
    None
}

impl SourceFile {
    fn parse(root: &Path, path: &Path, module: ModulePath) -> SourceFile {
        let text = fs::read_to_string(path).unwrap_or_else(|cause| panic!("{}: {cause}", path.display()));
        let items =
            items(syn::parse_file(&text).unwrap_or_else(|cause| panic!("{}: {cause}", path.display())));
        let declared = |item: &Item| {
            let Item::Mod(module) = item else { return None };
            module.content.is_none().then(|| module.ident.to_string())
        };
        let mut content = Content::default();
        for item in &items {
            content.visit_item(item);
        }
        let mut file = SourceFile {
            path: name(root, path),
            module,
            code_lines: code_lines(&text, &items),
            paths: content.paths,
            identifiers: content.identifiers,
            literals: content.literals,
            functions: content.functions,
            children: items.iter().filter_map(declared).collect(),
            names: BTreeMap::new(),
            exports: BTreeMap::new(),
            text,
        };
        file.read_imports(&items);
        file
    }

    fn read_imports(&mut self, items: &[Item]) {
        for item in items {
            let Item::Use(item) = item else { continue };
            for (name, path) in leaves(&item.tree) {
                let Some(path) = self.absolute(&path) else { continue };
                if !matches!(item.vis, Visibility::Inherited) {
                    self.exports.insert(name.clone(), path.clone());
                }
                self.names.insert(name, path);
            }
        }
    }

    /// A path from the crate on; nothing where it leads into another crate or to an own item.
    fn absolute(&self, path: &[String]) -> Option<ModulePath> {
        let (first, rest) = path.split_first()?;
        let up = rest.iter().take_while(|part| *part == "super").count();
        let from = |base: &[String], rest: &[String]| Some(base.iter().chain(rest).cloned().collect());
        match first.as_str() {
            "crate" | "pressdiff" => from(&[], rest),
            "self" => from(&self.module, rest),
            "super" => from(&self.module[..self.module.len().saturating_sub(up + 1)], &rest[up..]),
            child if self.children.contains(child) => from(&self.module, path),
            name => from(self.names.get(name)?, rest),
        }
    }
}

/// The items of a file, without those that only tests see.
fn items(file: syn::File) -> Vec<Item> {
    let mut items = file.items;
    items.retain(|item| !is_for_tests(attributes(item)));
    for item in &mut items {
        if let Item::Impl(block) = item {
            block.items.retain(|item| !matches!(item, ImplItem::Fn(own) if is_for_tests(&own.attrs)));
        }
    }
    items
}

/// The lines of the items that are neither blank nor comment.
fn code_lines(text: &str, items: &[Item]) -> usize {
    let lines: Vec<&str> = text.lines().collect();
    let is_code = |line: &&&str| !line.trim().is_empty() && !line.trim_start().starts_with("//");
    let own = |item: &Item| {
        let span = item.span();
        lines[span.start().line - 1..span.end().line].iter().filter(is_code).count()
    };
    items.iter().map(own).sum()
}

/// What the rules want to know of the items of a file.
#[derive(Default)]
struct Content {
    paths: Vec<Vec<String>>,
    identifiers: BTreeSet<String>,
    literals: Vec<String>,
    functions: Vec<(String, usize)>,
}

impl Content {
    fn add_function(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let span = block.span();
        self.functions.push((signature.ident.to_string(), span.end().line - span.start().line + 1));
    }
}

impl<'ast> Visit<'ast> for Content {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.paths.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        syn::visit::visit_path(self, path);
    }
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        // a re-export only passes a name on
        if matches!(item.vis, Visibility::Inherited) {
            self.paths.extend(leaves(&item.tree).into_iter().map(|(_, path)| path));
        }
    }
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.add_function(&item.sig, &item.block);
        syn::visit::visit_item_fn(self, item);
    }
    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.add_function(&item.sig, &item.block);
        syn::visit::visit_impl_item_fn(self, item);
    }
    fn visit_ident(&mut self, ident: &'ast syn::Ident) {
        self.identifiers.insert(ident.to_string());
    }
    fn visit_field_value(&mut self, field: &'ast syn::FieldValue) {
        if !matches!(&field.member, syn::Member::Named(name) if name == "name") {
            syn::visit::visit_field_value(self, field);
        }
    }
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
    // `pub(super)` lets the parent use a thing and uses nothing of it
    fn visit_visibility(&mut self, _: &'ast Visibility) {}
    fn visit_lit_str(&mut self, literal: &'ast syn::LitStr) {
        self.literals.push(literal.value().trim().to_owned());
    }
    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.visit_path(&call.path);
        in_macro(call.tokens.clone(), self);
    }
}

/// The paths and literals in the tokens of a macro call, as far as tokens show them.
fn in_macro(tokens: proc_macro2::TokenStream, found: &mut Content) {
    use proc_macro2::TokenTree::{Group, Ident, Literal, Punct};
    let (mut path, mut colons): (Vec<String>, usize) = (Vec::new(), 0);
    for token in tokens {
        match token {
            Ident(ident) if path.is_empty() || colons == 2 => {
                path.push(ident.to_string());
                colons = 0;
            }
            Punct(punct) if punct.as_char() == ':' && !path.is_empty() => colons += 1,
            other @ (Ident(_) | Punct(_) | Group(_) | Literal(_)) => {
                found.paths.push(std::mem::take(&mut path));
                colons = 0;
                match other {
                    Group(group) => in_macro(group.stream(), found),
                    Ident(ident) => path.push(ident.to_string()),
                    Literal(literal) => {
                        let literal = syn::parse_str::<syn::LitStr>(&literal.to_string());
                        found.literals.extend(literal.ok().map(|literal| literal.value().trim().to_owned()));
                    }
                    Punct(_) => {}
                }
            }
        }
    }
    found.paths.push(path);
}

/// Each name that a `use` brings, with the path it was given.
fn leaves(tree: &UseTree) -> Vec<(String, Vec<String>)> {
    let mut found = Vec::new();
    leaves_of(tree, &mut Vec::new(), &mut found);
    found
}

fn leaves_of(tree: &UseTree, before: &mut Vec<String>, found: &mut Vec<(String, Vec<String>)>) {
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            leaves_of(&path.tree, before, found);
            before.pop();
        }
        UseTree::Group(group) => group.items.iter().for_each(|tree| leaves_of(tree, before, found)),
        UseTree::Name(name) if name.ident == "self" => {
            found.push((before.last().cloned().unwrap_or_default(), before.clone()));
        }
        UseTree::Name(name) => {
            let name = name.ident.to_string();
            found.push((name.clone(), before.iter().cloned().chain([name]).collect()));
        }
        UseTree::Rename(rename) => {
            let mut path = before.clone();
            if rename.ident != "self" {
                path.push(rename.ident.to_string());
            }
            found.push((rename.rename.to_string(), path));
        }
        UseTree::Glob(_) => found.push(("*".to_owned(), before.clone())),
    }
}

/// Whether an item is compiled for tests only.
fn is_for_tests(attributes: &[syn::Attribute]) -> bool {
    // `any(test, feature = "ablation")` is for a feature, too
    let names_test = |condition: &str| {
        condition.split(|c: char| !c.is_alphanumeric()).any(|word| word == "test")
            && !condition.contains("feature")
    };
    attributes.iter().any(|attribute| match &attribute.meta {
        syn::Meta::List(list) => list.path.is_ident("cfg") && names_test(&list.tokens.to_string()),
        syn::Meta::Path(_) | syn::Meta::NameValue(_) => false,
    })
}

/// The attributes of an item.
fn attributes(item: &Item) -> &[syn::Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        // forms that this project does not use
        Item::ExternCrate(_)
        | Item::ForeignMod(_)
        | Item::TraitAlias(_)
        | Item::Union(_)
        | Item::Verbatim(_)
        | _ => &[],
    }
}
