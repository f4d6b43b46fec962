//! The captions panel: the images of the article, and where they stand.

use super::Reader;
use crate::app::areas::Area;
use crate::app::panel;

impl Reader {
    /// Chooses an image of the panel; the text shows where it stands.
    pub fn select_image(&mut self, index: usize) {
        self.image = index.min(self.opened.article.images.len().saturating_sub(1));
        if let Some(at) = self.image_start() {
            self.reveal(at);
        }
    }

    /// Goes to where the chosen image stands.
    pub fn go_to_image(&mut self) {
        if let Some(at) = self.image_start() {
            self.jump(at);
        }
    }

    fn image_start(&self) -> Option<usize> {
        let article = &self.opened.article;
        let block = article.images.get(self.image)?.block;
        article.blocks.get(block).map(|block| block.span.start)
    }

    /// Scrolls the panel so that the chosen image is on the screen.
    pub fn keep_image_in_sight(&mut self, area: Area) {
        let columns = usize::from(area.columns);
        let room = usize::from(panel::images_area(area).rows);
        let article = &self.opened.article;
        let rows = |at| panel::image_rows(article, at, columns, at == self.image).len();
        self.first_image = panel::first_in_sight(self.first_image, self.image, room, rows);
    }

    /// Sets captions in full where they stand, or folds them to a row.
    pub fn toggle_captions(&mut self) {
        let at = self.top.at;
        self.setting.captions = !self.setting.captions;
        self.lowest = None;
        self.put_at_top(at);
    }

    /// Sets folded and hidden blocks too, or puts them away.
    pub fn toggle_everything(&mut self) {
        let at = self.top.at;
        self.setting.everything = !self.setting.everything;
        self.lowest = None;
        self.put_at_top(at);
    }
}
