//! Numbers that look as if by chance and are the same every time: SplitMix64
//! (Steele, Lea and Flood, 2014), which needs no more than a counter.

/// The dice of one service.
pub struct Dice(u64);

impl Dice {
    /// Those of the service with this number in the district of this seed.
    pub fn of(seed: u64, number: u32) -> Dice {
        let mut dice = Dice(seed);
        Dice(dice.next() ^ u64::from(number).wrapping_mul(0xd134_2543_de82_ef95))
    }

    /// A number from `least` to `most`, both included.
    pub fn between(&mut self, least: u32, most: u32) -> u32 {
        let range = u64::from(most - least) + 1;
        // The bias of a remainder is far below what anybody could see in so small a range.
        let above = u32::try_from(self.next() % range).unwrap_or_default();
        least + above
    }

    /// Whether something happens that happens in so many of a hundred cases.
    pub fn percent(&mut self, chance: u32) -> bool {
        self.between(1, 100) <= chance
    }

    /// One of several.
    pub fn one_of<'a, T>(&mut self, several: &'a [T]) -> &'a T {
        let last = u32::try_from(several.len().saturating_sub(1)).unwrap_or_default();
        &several[self.between(0, last) as usize]
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_of_a_range_comes_and_none_beside() {
        let mut dice = Dice::of(1, 1);
        let mut seen = [0; 6];
        for _ in 0..6_000 {
            seen[dice.between(1, 6) as usize - 1] += 1;
        }
        assert!(seen.iter().all(|times| (800..1_200).contains(times)), "{seen:?}");
    }
}
