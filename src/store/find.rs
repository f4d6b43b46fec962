//! The article that another program means: by its address, else by its headline.

use super::identity::{canonical, same_title};
use super::{Error, Store};
use crate::library::ArticleId;
use rusqlite::OptionalExtension;

impl Store {
    /// The article of that address; where there is none, the only one of that headline.
    pub fn find(
        &self,
        address: Option<&str>,
        title: Option<&str>,
    ) -> Result<Option<ArticleId>, Error> {
        if let Some(address) = address.and_then(canonical) {
            let found = self
                .connection
                .prepare_cached("SELECT id FROM article WHERE identity = ?1")?
                .query_row([format!("address {address}")], |row| super::id(row, 0))
                .optional()?;
            if found.is_some() {
                return Ok(found);
            }
        }
        let Some(title) = title.filter(|it| !it.trim().is_empty()) else { return Ok(None) };
        let order = crate::library::rank::order(title);
        let mut select = self
            .connection
            .prepare_cached("SELECT id, title FROM article WHERE title_order = ?1 LIMIT 9")?;
        let rows = select.query_map([order], |row| Ok((super::id(row, 0)?, row.get(1)?)))?;
        let rows: Vec<(ArticleId, String)> = rows.collect::<Result<_, _>>()?;
        let mut same = rows.into_iter().filter(|(_, own)| same_title(own, title));
        Ok(same.next().filter(|_| same.next().is_none()).map(|(id, _)| id))
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;

    #[test]
    fn an_article_is_found_by_its_address_or_its_headline() {
        let mut store = sample::store();
        let gates = sample::article("The gates failed.").title("Gates fail");
        let id = store.one(gates.address("https://example.org/gates"));
        let find = |address, title| store.find(address, title).unwrap();
        assert_eq!(find(Some("https://EXAMPLE.org/gates#top"), None), Some(id));
        assert_eq!(find(Some("https://example.org/other"), Some("  gates FAIL")), Some(id));
        assert_eq!(find(Some("https://example.org/other"), Some("Gates")), None);
    }
}
