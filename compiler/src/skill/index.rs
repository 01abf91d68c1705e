//! Places of names in a list, for lists that rules look into again and again.

use std::sync::OnceLock;

/// A list as short as this is looked through as it is.
const SHORT: usize = 16;

/// The places of a list's items in the order of their names; made when first asked for. The list must not change after that.
#[derive(Debug, Default)]
pub(crate) struct Index(OnceLock<Vec<usize>>);

impl Index {
    /// The first item of `items` that is called `name`.
    pub fn find<'l, T>(&self, items: &'l [T], name: &str, name_of: impl Fn(&'l T) -> &'l str) -> Option<&'l T> {
        if items.len() <= SHORT {
            return items.iter().find(|item| name_of(item) == name);
        }
        let places = self.0.get_or_init(|| {
            let mut places: Vec<usize> = (0..items.len()).collect();
            places.sort_by_key(|place| name_of(&items[*place]));
            places
        });
        let first = places.partition_point(|place| name_of(&items[*place]) < name);
        places.get(first).map(|place| &items[*place]).filter(|item| name_of(item) == name)
    }
}

#[cfg(test)]
mod tests {
    use super::Index;

    #[test]
    fn the_first_of_a_name_is_found_in_lists_of_any_length() {
        let names: Vec<String> = (0..100).map(|number| format!("n{}", number % 50)).collect();
        for length in [0, 1, 16, 17, 100] {
            let items: Vec<(usize, &str)> = names[..length].iter().map(String::as_str).enumerate().collect();
            let index = Index::default();
            for name in ["n0", "n15", "n16", "n49", "none"] {
                let found = index.find(&items, name, |item| item.1).map(|item| item.0);
                assert_eq!(found, items.iter().position(|item| item.1 == name), "{name} of {length}");
            }
        }
    }
}
