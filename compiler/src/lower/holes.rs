//! The texts that some locales miss, told as one table.

use super::Documents;
use crate::brief::cut;
use crate::diagnostic::Report;
use crate::rules::locales::lo001_missing_text as missing_text;
use crate::skill::Locale;
use crate::source::Span;
use std::collections::{HashMap, HashSet};

/// How many rows of the table are shown.
const ROWS: usize = 40;

/// How many characters of a path are shown.
const WIDEST: usize = 100;

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

    /// How many texts are missing anywhere so far.
    pub fn mark(&self) -> usize {
        self.rows.len()
    }

    /// Forgets the texts that were found to be missing since `mark`.
    pub fn forget(&mut self, mark: usize) {
        for hole in self.rows.drain(mark..) {
            self.places.remove(&hole.path);
        }
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
        let files: Vec<String> = tags.iter().map(|tag| file_for(tag, locales[0].language(), documents)).collect();
        let what = if self.rows.len() == 1 { "it" } else { "them" };
        report.push(problem.help(format!("write {what} into {}", unique(files).join(" and "))));
    }

    fn table(&self, columns: &[usize], tags: &[&str]) -> String {
        let paths: Vec<String> = self.rows.iter().take(ROWS).map(|row| cut(&row.path, WIDEST)).collect();
        let width = paths.iter().map(|path| path.chars().count()).max().unwrap_or(0);
        let mut lines = vec!["missing are those with an x".to_owned(), format!("{:width$}  {}", "", tags.join("  "))];
        for (row, path) in self.rows.iter().zip(paths) {
            let cells: Vec<String> = columns
                .iter()
                .zip(tags)
                .map(|(index, tag)| format!("{:^1$}", if row.locales.contains(index) { "x" } else { "." }, tag.len()))
                .collect();
            lines.push(format!("{path:width$}  {}", cells.join("  ")).trim_end().to_owned());
        }
        if self.rows.len() > ROWS {
            lines.push(format!("and {} more", self.rows.len() - ROWS));
        }
        lines.join("\n")
    }
}

/// The file that a text of the locale belongs into: the skill's own for its own language, else one that exists, else the language's.
fn file_for(tag: &str, own: &str, documents: &Documents<'_>) -> String {
    let exists = |name: &str| documents.locals.iter().any(|local| local.tag == name);
    let language = crate::skill::language(tag);
    if language == own {
        return "skill.yaml".to_owned();
    }
    let name = if exists(tag) && !exists(language) { tag } else { language };
    format!("locales/{name}.yaml")
}

fn unique(mut names: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    names.retain(|name| seen.insert(name.clone()));
    names
}

#[cfg(test)]
mod tests {
    use crate::{Input, Options, analyze};

    /// What is advised where texts are missing.
    fn advised(input: &Input) -> Vec<String> {
        analyze(input, &Options::default(), |analysis| {
            let found = analysis.diagnostics.into_iter().filter(|found| found.code() == "LO001");
            found.flat_map(|found| found.helps).map(|help| help.text).collect()
        })
    }

    #[test]
    fn the_skills_own_language_is_written_into_its_own_file() {
        let skill = "sayso: 1\nlocales: [en-US, en-GB, de-DE, fr-FR]\nspeech: { welcome: [], bye: Bye. }\n";
        let expected = "write them into skill.yaml and locales/de.yaml and locales/fr-FR.yaml";
        let input = Input::from_text("skill.yaml", skill).with_locale("en-GB", "speech: {}").with_locale("fr-FR", "speech: {}");
        assert_eq!(advised(&input), [expected]);
    }

    #[test]
    fn one_text_is_one() {
        let input = Input::from_text("skill.yaml", "sayso: 1\nlocales: [en-US]\nspeech: { welcome: [] }\n");
        assert_eq!(advised(&input), ["write it into skill.yaml"]);
    }
}
