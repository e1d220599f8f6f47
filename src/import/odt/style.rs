//! The paragraph styles of an ODT document.

use std::collections::HashMap;

use roxmltree::Node;

use crate::article::BlockKind;
use crate::import::archive::{attribute, name};
use crate::import::styles;

/// The paragraph styles of a document.
pub(super) struct Styles {
    by_name: HashMap<String, Style>,
}

pub(super) struct Style {
    /// The name that an editor sees.
    shown: String,
    parent: Option<String>,
}

impl Styles {
    pub(super) fn of(roots: &[Node<'_, '_>]) -> Styles {
        let styles = roots.iter().flat_map(Node::descendants).filter(|node| name(*node) == "style");
        let style = |node: Node<'_, '_>| {
            let own = attribute(node, "name")?.to_owned();
            if attribute(node, "family") != Some("paragraph") {
                return None;
            }
            let shown = attribute(node, "display-name").unwrap_or(&own).to_owned();
            Some((own, Style { shown, parent: attribute(node, "parent-style-name").map(str::to_owned) }))
        };
        Styles { by_name: styles.filter_map(style).collect() }
    }

    pub(super) fn kind(&self, style: &str) -> Option<BlockKind> {
        /// Styles based on each other in a circle end here.
        const LONGEST: usize = 20;
        let mut at = style;
        for _ in 0..LONGEST {
            let style = self.by_name.get(at);
            if let Some(kind) = styles::kind(style.map_or(at, |style| &style.shown)) {
                return Some(kind);
            }
            at = style?.parent.as_deref()?;
        }
        None
    }
}
