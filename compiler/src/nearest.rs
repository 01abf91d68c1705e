//! The nearest of several names: what a misspelt one most likely means.

/// Among more than these nobody finds the one that was meant, and comparing takes time.
const MOST: usize = 1_000;
/// Longer words are not misspelt names.
const LONGEST: usize = 200;

/// The candidate that `word` is most likely a misspelling of.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    if word.len() > 4 * LONGEST {
        return None;
    }
    let word = Word::new(word);
    let found = candidates.into_iter().take(MOST).filter_map(|candidate| Some((word.distance(candidate)?, candidate)));
    found.min().map(|(_, candidate)| candidate)
}

/// The misspelt word, prepared for many comparisons.
struct Word {
    letters: Vec<char>,
    folded: String,
    bag: u64,
    /// How many letters may be wrong.
    allowed: usize,
}

impl Word {
    fn new(word: &str) -> Self {
        let letters: Vec<char> = word.chars().collect();
        Word { allowed: (letters.len() / 3).clamp(1, 4), letters, folded: folded(word).collect(), bag: bag(word) }
    }

    /// How far away the candidate is, when that is near enough; upper case and signs alone make no difference.
    fn distance(&self, candidate: &str) -> Option<usize> {
        if folded(candidate).eq(self.folded.chars()) {
            return Some(0);
        }
        // A wrong letter takes at most one byte out of the bag and puts one in, times the bytes of a letter.
        let differing = (self.bag ^ bag(candidate)).count_ones() as usize;
        if differing > 8 * self.allowed || (differing > 2 * self.allowed && candidate.is_ascii() && self.letters.iter().all(char::is_ascii))
        {
            return None;
        }
        if self.letters.len() > LONGEST || candidate.chars().count().abs_diff(self.letters.len()) > self.allowed {
            return None;
        }
        edits(&self.letters, &candidate.chars().collect::<Vec<_>>(), self.allowed)
    }
}

/// Letters and digits alone, in lower case.
fn folded(word: &str) -> impl Iterator<Item = char> + '_ {
    word.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// Which bytes a word has, in 64 groups: words whose bags differ in much differ in more.
fn bag(word: &str) -> u64 {
    word.bytes().fold(0, |bag, byte| bag | 1 << (byte & 63))
}

/// The number of letters to insert, delete, replace or swap, when it is at most `allowed`. Neither word is much longer than [`LONGEST`].
fn edits(a: &[char], b: &[char], allowed: usize) -> Option<usize> {
    // Cells far from the diagonal count more than is allowed, and are left at that.
    const FAR: u8 = u8::MAX - 1;
    let (mut before, mut above) = ([FAR; LONGEST + 8], [FAR; LONGEST + 8]);
    (0..=allowed.min(b.len())).for_each(|j| above[j] = j as u8);
    let mut least_above = 0;
    for (i, left) in a.iter().enumerate() {
        let mut row = [FAR; LONGEST + 8];
        if i < allowed {
            row[0] = i as u8 + 1;
        }
        let mut least = row[0];
        for j in i.saturating_sub(allowed)..b.len().min(i + allowed + 1) {
            let replaced = above[j] + u8::from(*left != b[j]);
            let mut best = replaced.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *left == b[j - 1] && a[i - 1] == b[j] {
                best = best.min(before[j - 1] + 1);
            }
            row[j + 1] = best.min(FAR);
            least = least.min(best);
        }
        if usize::from(least.min(least_above)) > allowed {
            return None;
        }
        (before, above, least_above) = (above, row, least);
    }
    Some(usize::from(above[b.len()])).filter(|found| *found <= allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_is_near() {
        assert_eq!(nearest("authoriztion_url", ["token_url", "authorization_url"]), Some("authorization_url"));
        assert_eq!(nearest("sampels", ["samples", "slots"]), Some("samples"));
        assert_eq!(nearest("TAXI_RIDESHARING", ["TAXI_AND_RIDESHARING"]), Some("TAXI_AND_RIDESHARING"));
        assert_eq!(nearest("colour", ["samples", "slots"]), None);
    }

    #[test]
    fn signs_capitals_and_letters_of_several_bytes_are_no_hindrance() {
        assert_eq!(nearest("order-ride", ["orderRide"]), Some("orderRide"));
        assert_eq!(nearest("a______________b", ["ab"]), Some("ab"));
        assert_eq!(nearest("größe", ["grösse", "grüße"]), Some("grüße"));
        assert_eq!(nearest("日本語", ["日本话"]), Some("日本话"));
        assert_eq!(nearest(&"n".repeat(1_000), ["n"]), None);
    }

    #[test]
    fn a_distance_is_the_one_that_a_whole_table_gives() {
        let words =
            ["", "a", "ab", "ba", "abc", "acb", "bca", "abcd", "badc", "xabcd", "abxcd", "dcba", "abcdefgh", "bcdefgha", "abdcefhg"];
        for (a, b) in words.iter().flat_map(|a| words.iter().map(move |b| (a, b))) {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            let whole = edits(&a, &b, 8);
            for allowed in 0..=4 {
                assert_eq!(edits(&a, &b, allowed), whole.filter(|whole| *whole <= allowed), "{a:?} {b:?} {allowed}");
            }
        }
        let edited = |a: &str, b: &str| edits(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>(), 8);
        assert_eq!((edited("abcd", "badc"), edited("kitten", "sitting"), edited("", "abc")), (Some(2), Some(3), Some(3)));
    }
}
