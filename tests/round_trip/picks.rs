//! Choices out of a list of numbers: what is random is the numbers, and smaller numbers make smaller things.

/// A source of choices; when the numbers are used up, it chooses the first and smallest.
pub struct Picks<'a>(std::slice::Iter<'a, u16>);

impl<'a> Picks<'a> {
    /// Choices by these numbers.
    pub fn new(numbers: &'a [u16]) -> Self {
        Picks(numbers.iter())
    }

    /// A number below another one.
    pub fn below(&mut self, count: usize) -> usize {
        self.0.next().map_or(0, |number| usize::from(*number) % count.max(1))
    }

    /// Yes in one of `of` cases; no when the numbers are used up.
    pub fn one_in(&mut self, of: usize) -> bool {
        self.below(of) + 1 == of
    }

    /// One of several.
    pub fn of<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }

    /// Some of several, in their order.
    pub fn some<T: Copy>(&mut self, items: &[T]) -> Vec<T> {
        items.iter().copied().filter(|_| self.one_in(2)).collect()
    }
}
