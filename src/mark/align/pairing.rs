//! Which token of the old text is which of the new: the pairs, and the gaps between them.

use super::token::{Form, Forms, Token};
use std::ops::Range;

/// The tokens of two texts, and which of them are the same.
#[derive(Debug, Default)]
pub(super) struct Pairing {
    /// What the tokens compare by.
    pub(super) forms: Forms,
    /// The tokens of the old text.
    pub(super) old: Vec<Token>,
    /// The tokens of the new text.
    pub(super) new: Vec<Token>,
    /// For each old token the new one it became.
    pub(super) to: Vec<Option<usize>>,
    /// For each new token whether it is taken.
    pub(super) taken: Vec<bool>,
    /// How many more comparisons of single tokens may be made.
    pub(super) budget: usize,
}

/// How many comparisons of single tokens an alignment makes at most: about a second's work, which
/// only long texts with little in common come to.
const BUDGET: usize = 1 << 26;

/// A stretch of both texts that is to be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Gap {
    /// Tokens of the old text.
    pub(super) old: Range<usize>,
    /// Tokens of the new text.
    pub(super) new: Range<usize>,
}

impl Gap {
    /// Whether one side has nothing to compare.
    pub(super) fn is_empty(&self) -> bool {
        self.old.is_empty() || self.new.is_empty()
    }

    /// How many comparisons a full table of it takes.
    pub(super) fn area(&self) -> usize {
        self.old.len().saturating_mul(self.new.len())
    }
}

impl Pairing {
    /// The tokens of two texts, none of them paired.
    pub(super) fn new(old: &str, new: &str) -> Self {
        let mut forms = Forms::default();
        let (old, new) = (forms.tokens(old), forms.tokens(new));
        Self {
            to: vec![None; old.len()],
            taken: vec![false; new.len()],
            budget: BUDGET,
            forms,
            old,
            new,
        }
    }

    /// The whole of both texts.
    pub(super) fn whole(&self) -> Gap {
        Gap { old: 0..self.old.len(), new: 0..self.new.len() }
    }

    /// Whether the two tokens are the same.
    pub(super) fn same(&self, old: usize, new: usize) -> bool {
        match (self.old.get(old), self.new.get(new)) {
            (Some(old), Some(new)) => old.form == new.form,
            _ => false,
        }
    }

    /// Whether paragraphs begin with both tokens, or both texts end there.
    pub(super) fn open(&self, old: usize, new: usize) -> bool {
        let opens = |token: Option<&Token>| token.is_none_or(|token| token.opens);
        opens(self.old.get(old)) && opens(self.new.get(new))
    }

    /// Whether a sentence of the old text may begin with the token.
    pub(super) fn old_bound(&self, at: usize) -> bool {
        self.bound(&self.old, at)
    }

    /// Whether a sentence of the new text may begin with the token.
    pub(super) fn new_bound(&self, at: usize) -> bool {
        self.bound(&self.new, at)
    }

    fn bound(&self, tokens: &[Token], at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        tokens.get(at).is_none_or(|token| token.opens)
            || before.is_none_or(|token| self.forms.get(token.form).is_some_and(Form::is_stop))
    }

    /// Whether the old token stands at the one before it without a space.
    pub(super) fn is_glued(&self, old: usize) -> bool {
        self.old.get(old).is_some_and(|token| token.glued)
    }

    /// How many characters the old token has.
    pub(super) fn weight(&self, old: usize) -> i32 {
        self.old.get(old).map_or(0, |token| self.forms.weight(token.form))
    }

    /// What an old token became.
    pub(super) fn pair(&self, old: usize) -> Option<usize> {
        self.to.get(old).copied().flatten()
    }

    /// Whether neither token has a partner.
    pub(super) fn are_free(&self, old: usize, new: usize) -> bool {
        old < self.old.len() && self.pair(old).is_none() && self.is_free(new)
    }

    /// Whether a new token has no partner.
    pub(super) fn is_free(&self, new: usize) -> bool {
        self.taken.get(new) == Some(&false)
    }

    /// Makes the two a pair, where both are free.
    pub(super) fn join(&mut self, old: usize, new: usize) {
        if self.are_free(old, new)
            && let (Some(to), Some(taken)) = (self.to.get_mut(old), self.taken.get_mut(new))
        {
            *to = Some(new);
            *taken = true;
        }
    }

    /// Takes the pair of an old token apart.
    pub(super) fn part(&mut self, old: usize) {
        if let Some(to) = self.to.get_mut(old)
            && let Some(taken) = to.take().and_then(|new| self.taken.get_mut(new))
        {
            *taken = false;
        }
    }

    /// Makes pairs of so many tokens from there on.
    pub(super) fn join_run(&mut self, old: usize, new: usize, length: usize) {
        for at in 0..length {
            self.join(old + at, new + at);
        }
    }
}
