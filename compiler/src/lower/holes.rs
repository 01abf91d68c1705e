//! The texts that some locales miss, told as one table.

use super::Documents;
use crate::diagnostic::Report;
use crate::rules::locales::lo001_missing_text as missing_text;
use crate::skill::Locale;
use crate::source::Span;
use std::collections::{HashMap, HashSet};

/// How many rows of the table are shown.
const ROWS: usize = 40;

/// What is missing, collected while lowering.
#[derive(Default)]
pub(super) struct Holes {
    rows: Vec<Hole>,
    /// Where each path stands among the rows.
    places: HashMap<String, usize>,
    /// How many texts are missing so far, counted once for each locale.
    pub count: usize,
    /// The locales whose own texts could not all be read, which has been reported.
    pub excused: Vec<usize>,
    /// Texts that a locale has under a misspelt name, which has been reported.
    misspelt: HashSet<(String, usize)>,
}

struct Hole {
    /// The key path, such as `intents.OrderRide.samples`.
    path: String,
    /// Where the text stands in the skill's language, or where it should stand.
    span: Span,
    /// The locales that miss it.
    locales: Vec<usize>,
}

impl Holes {
    /// `locale` has the text that `path` leads to under another name.
    pub fn misspell(&mut self, path: String, locale: usize) {
        self.misspelt.insert((path, locale));
    }

    /// `locale` misses the text that `path` leads to.
    pub fn add(&mut self, path: String, span: Span, locale: usize) {
        self.count += 1;
        let told = self.excused.contains(&locale) || (!self.misspelt.is_empty() && self.misspelt.contains(&(path.clone(), locale)));
        if told {
            return;
        }
        match self.places.get(&path) {
            Some(place) => self.rows[*place].locales.push(locale),
            None => {
                self.places.insert(path.clone(), self.rows.len());
                self.rows.push(Hole { path, span, locales: vec![locale] });
            }
        }
    }

    /// Reports all of them at once.
    pub fn report(self, locales: &[Locale<'_>], documents: &Documents<'_>, report: &mut Report) {
        let Some(first) = self.rows.first() else { return };
        let columns: Vec<usize> = (0..locales.len()).filter(|index| self.rows.iter().any(|row| row.locales.contains(index))).collect();
        let tags: Vec<&str> = columns.iter().map(|index| locales[*index].tag.value).collect();
        let message = match &self.rows[..] {
            [only] => format!("`{}` is missing in {}", only.path, tags.join(", ")),
            rows => format!("{} texts are missing in {}", rows.len(), tags.join(", ")),
        };
        let mut problem = missing_text::RULE.at(first.span, message).here("this text among them");
        if self.rows.len() == 1 {
            problem = missing_text::RULE.at(first.span, problem.message);
        }
        problem = problem.note(self.table(&columns, &tags));
        let files: Vec<String> = tags.iter().map(|tag| file_for(tag, documents)).collect();
        report.push(problem.help(format!("write them into {}", unique(files).join(" and "))));
    }

    fn table(&self, columns: &[usize], tags: &[&str]) -> String {
        let width = self.rows.iter().take(ROWS).map(|row| row.path.chars().count()).max().unwrap_or(0);
        let mut lines = vec!["missing are those with an x".to_owned(), format!("{:width$}  {}", "", tags.join("  "))];
        for row in self.rows.iter().take(ROWS) {
            let cells: Vec<String> = columns
                .iter()
                .zip(tags)
                .map(|(index, tag)| format!("{:^1$}", if row.locales.contains(index) { "x" } else { "." }, tag.len()))
                .collect();
            lines.push(format!("{:width$}  {}", row.path, cells.join("  ")).trim_end().to_owned());
        }
        if self.rows.len() > ROWS {
            lines.push(format!("and {} more", self.rows.len() - ROWS));
        }
        lines.join("\n")
    }
}

/// The file that a text of the locale belongs into: one that exists, else the language's.
fn file_for(tag: &str, documents: &Documents<'_>) -> String {
    let exists = |name: &str| documents.locals.iter().any(|local| local.tag == name);
    let language = crate::skill::language(tag);
    let name = if exists(tag) && !exists(language) { tag } else { language };
    format!("locales/{name}.yaml")
}

fn unique(mut names: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    names.retain(|name| seen.insert(name.clone()));
    names
}
