//! Samples: `(a|b)` are alternatives, `[a]` is optional, and each sample becomes the utterances that it stands for. A backslash takes the
//! meaning from what follows it.

use crate::diagnostic::Report;
use crate::rules::utterances::{ut001_sample_pattern as bad_pattern, ut002_too_many_utterances as too_many};
use crate::skill::Sample;
use crate::source::Text;
use std::borrow::Cow;
use std::collections::HashSet;

/// The most utterances that one sample may stand for.
pub(crate) const MOST: usize = 1_000;

/// How deeply alternatives may be nested.
const DEEPEST: usize = 16;

/// The most bytes that all samples of the skill may be spelt out to, in all locales together: many times what Amazon takes.
const MOST_BYTES: usize = 128 << 20;

/// What an utterance takes beside its text.
const OVERHEAD: usize = 64;

/// What spelling samples out may still take: a small file could stand for more than fits into memory.
pub(super) struct Budget {
    bytes: usize,
    told: bool,
}

impl Default for Budget {
    fn default() -> Self {
        Budget { bytes: MOST_BYTES, told: false }
    }
}

impl Budget {
    /// Whether `count` utterances of a sample can still be spelt out; the first sample for which they cannot is reported.
    fn allows(&mut self, sample: Text<'_>, count: usize, report: &mut Report) -> bool {
        let allowed = !self.told && count.saturating_mul(sample.value.len() + OVERHEAD) <= self.bytes;
        if !allowed && !self.told {
            self.told = true;
            let problem = too_many::RULE
                .at(sample.span, "with this sample, those of the skill stand for more utterances than can be spelt out")
                .note("the samples after it are not spelt out")
                .help("leave some alternatives out");
            report.push(problem);
        }
        allowed
    }

    fn spend(&mut self, utterances: &[String]) {
        let spent: usize = utterances.iter().map(|text| text.len() + OVERHEAD).sum();
        self.bytes = self.bytes.saturating_sub(spent);
    }
}

/// The utterances that `samples` stand for.
pub(super) fn expand<'s>(samples: &[Text<'s>], budget: &mut Budget, report: &mut Report) -> Vec<Sample<'s>> {
    let mut expanded = Vec::with_capacity(samples.len());
    for sample in samples {
        if is_pattern(sample.value) {
            expand_pattern(*sample, &mut expanded, budget, report);
        } else {
            expanded.push(Sample::new(unescaped(sample.value.trim()), sample.span));
        }
    }
    expanded
}

/// What has a meaning in samples, unless a backslash stands before it.
const MARKS: &[char] = &['(', ')', '[', ']', '|', '\\'];

/// Whether anything in the sample has a meaning.
fn is_pattern(sample: &str) -> bool {
    let mut rest = sample;
    while let Some(at) = rest.find(MARKS) {
        match escaped(&rest[at..]) {
            Some(_) => rest = &rest[at + 2..],
            None if rest[at..].starts_with('\\') => rest = &rest[at + 1..],
            None => return true,
        }
    }
    false
}

/// The character that a text begins with, where a backslash takes its meaning.
fn escaped(text: &str) -> Option<char> {
    text.strip_prefix('\\').and_then(|rest| rest.chars().next()).filter(|next| MARKS.contains(next))
}

/// The text without the backslashes that took the meaning from something; any other backslash is itself.
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let (taken, width) = escaped(rest).map_or((next, next.len_utf8()), |taken| (taken, 2));
        plain.push(taken);
        rest = &rest[width..];
    }
    Cow::Owned(plain)
}

fn expand_pattern<'s>(sample: Text<'s>, expanded: &mut Vec<Sample<'s>>, budget: &mut Budget, report: &mut Report) {
    let mut parser = Parser { text: sample.value, at: 0 };
    let parts = match parser.alternatives(0).and_then(|parts| parser.finished(parts)) {
        Ok(parts) => parts,
        Err(problem) => {
            report.push(bad_pattern::RULE.at(sample.span, format!("{problem} in the sample `{}`", sample.value)));
            return;
        }
    };
    let count = count(&parts);
    if count > MOST {
        let problem = too_many::RULE
            .at(sample.span, format!("this sample stands for {count} utterances, more than the {MOST} that are allowed"))
            .help("split it into several samples, or leave some alternatives out");
        report.push(problem);
        return;
    }
    if !budget.allows(sample, count, report) {
        return;
    }
    let mut seen: HashSet<String> = HashSet::new();
    let mut utterances: Vec<String> = Vec::new();
    for utterance in spell_out(&parts) {
        let utterance = utterance.split_whitespace().collect::<Vec<_>>().join(" ");
        if utterance.is_empty() {
            report.push(
                bad_pattern::RULE
                    .at(sample.span, format!("the sample `{}` can stand for nothing at all", sample.value))
                    .help("leave at least one word outside of brackets"),
            );
            return;
        }
        if seen.insert(utterance.clone()) {
            utterances.push(utterance);
        }
    }
    budget.spend(&utterances);
    expanded.extend(utterances.into_iter().map(|text| Sample::new(Cow::Owned(text), sample.span)));
}

/// Alternatives, each a sequence of pieces.
type Alternatives<'t> = Vec<Vec<Piece<'t>>>;

enum Piece<'t> {
    Words(Cow<'t, str>),
    OneOf(Alternatives<'t>),
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Parser<'t> {
    /// Reads up to a closing bracket or the end.
    fn alternatives(&mut self, depth: usize) -> Result<Alternatives<'t>, String> {
        if depth > DEEPEST {
            return Err(format!("brackets nested more than {DEEPEST} deep"));
        }
        let mut alternatives = vec![Vec::new()];
        while let Some(next) = self.text[self.at..].chars().next() {
            match next {
                ')' | ']' => break,
                '|' if depth == 0 => return Err("a `|` outside of `(…)`".to_owned()),
                '|' => {
                    self.at += 1;
                    alternatives.push(Vec::new());
                }
                '(' => {
                    let group = self.group(')', depth)?;
                    push(&mut alternatives, Piece::OneOf(group));
                }
                '[' => {
                    let mut group = self.group(']', depth)?;
                    group.push(Vec::new());
                    push(&mut alternatives, Piece::OneOf(group));
                }
                _ => {
                    let words = self.words();
                    push(&mut alternatives, Piece::Words(words));
                }
            }
        }
        Ok(alternatives)
    }

    fn group(&mut self, close: char, depth: usize) -> Result<Alternatives<'t>, String> {
        self.at += 1;
        let group = self.alternatives(depth + 1)?;
        match self.text[self.at..].chars().next() {
            Some(found) if found == close => {
                self.at += 1;
                Ok(group)
            }
            Some(found) => Err(format!("a `{found}` where `{close}` is expected")),
            None => Err(format!("no closing `{close}`")),
        }
    }

    /// Plain words; a slot in braces belongs to them, whatever it holds.
    fn words(&mut self) -> Cow<'t, str> {
        let start = self.at;
        let (mut in_slot, mut is_escaped) = (false, false);
        for (offset, letter) in self.text[start..].char_indices() {
            if std::mem::take(&mut is_escaped) {
                continue;
            }
            match letter {
                '\\' => is_escaped = escaped(&self.text[start + offset..]).is_some(),
                '{' => in_slot = true,
                '}' => in_slot = false,
                '(' | ')' | '[' | ']' | '|' if !in_slot => {
                    self.at = start + offset;
                    return unescaped(&self.text[start..self.at]);
                }
                _ => {}
            }
        }
        self.at = self.text.len();
        unescaped(&self.text[start..])
    }

    fn finished(&self, parts: Alternatives<'t>) -> Result<Alternatives<'t>, String> {
        match self.text[self.at..].chars().next() {
            Some(found) => Err(format!("a `{found}` that nothing opens")),
            None => Ok(parts),
        }
    }
}

fn push<'t>(alternatives: &mut Alternatives<'t>, piece: Piece<'t>) {
    if let Some(last) = alternatives.last_mut() {
        last.push(piece);
    }
}

/// How many utterances the alternatives stand for, at most.
fn count(alternatives: &Alternatives<'_>) -> usize {
    alternatives.iter().fold(0, |sum, sequence| {
        let product = sequence.iter().fold(1_usize, |product, piece| match piece {
            Piece::Words(_) => product,
            Piece::OneOf(inner) => product.saturating_mul(count(inner)),
        });
        sum.saturating_add(product)
    })
}

fn spell_out(alternatives: &Alternatives<'_>) -> Vec<String> {
    alternatives.iter().flat_map(|sequence| spell_out_sequence(sequence)).collect()
}

fn spell_out_sequence(sequence: &[Piece<'_>]) -> Vec<String> {
    let mut spelled = vec![String::new()];
    for piece in sequence {
        match piece {
            Piece::Words(words) => spelled.iter_mut().for_each(|text| text.push_str(words)),
            Piece::OneOf(inner) => {
                let endings = spell_out(inner);
                if let [ending] = &endings[..] {
                    spelled.iter_mut().for_each(|text| text.push_str(ending));
                    continue;
                }
                spelled = spelled.iter().flat_map(|text| endings.iter().map(move |ending| format!("{text}{ending}"))).collect();
            }
        }
    }
    spelled
}

#[cfg(test)]
mod tests {
    use super::{Budget, expand};
    use crate::diagnostic::Report;
    use crate::source::{FileId, Span, Text};
    use crate::told::told;

    #[test]
    fn what_all_samples_stand_for_has_a_limit() {
        let samples = ["(a|b) go", "(a|b|c) go", "(a|b) stop", "stay"].map(|text| Text::new(text, Span::new(FileId(0), 0, text.len())));
        let (mut budget, mut report) = (Budget { bytes: 2 * (8 + 64) + 100, told: false }, Report::new());
        let spelt: Vec<_> = expand(&samples, &mut budget, &mut report).into_iter().map(|sample| sample.text.into_owned()).collect();
        assert_eq!(spelt, ["a go", "b go", "stay"]);
        let told: Vec<_> = report.iter().map(|found| found.message.as_str()).collect();
        assert_eq!(told, ["with this sample, those of the skill stand for more utterances than can be spelt out"]);
    }

    fn spelt(sample: &str) -> Vec<String> {
        let sample = [Text::new(sample, Span::new(FileId(0), 0, sample.len()))];
        let mut report = Report::new();
        let spelt = expand(&sample, &mut Budget::default(), &mut report).into_iter().map(|sample| sample.text.into_owned()).collect();
        assert_eq!(report.iter().count(), 0);
        spelt
    }

    #[test]
    fn a_backslash_takes_the_meaning_from_what_follows() {
        for (sample, utterances) in [
            (r"say \(hi\)  there", vec!["say (hi)  there"]),
            (r"a\|b \[c\] \\ d", vec![r"a|b [c] \ d"]),
            (r"(a|\() b\)", vec!["a b)", "( b)"]),
            (r"[\\] x {a\|b}", vec![r"\ x {a|b}", "x {a|b}"]),
            (r"c:\temp and \{x} \", vec![r"c:\temp and \{x} \"]),
            (r"(a|b)\c", vec![r"a\c", r"b\c"]),
        ] {
            assert_eq!(spelt(sample), utterances, "{sample}");
        }
    }

    #[test]
    fn a_bracket_with_one_way_through_is_no_alternative() {
        let groups = "(a) ".repeat(5_000);
        assert!(told("UT002", &format!("intents: {{ Hello: ['{groups}'] }}"), "").is_empty());
    }
}
