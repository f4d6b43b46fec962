//! The places of an article on a map: which part of the world is shown, where the dots lie in it,
//! and where there is room for their names.

use super::panel::cut;
use super::reader::{Reader, Tab};
use crate::facts::FactRef;
use crate::text::width;

/// The fewest degrees of longitude that are shown: the map of the world has no more to tell where
/// less is shown.
const LEAST: f64 = 24.0;

/// How far the map may be zoomed in and out.
const ZOOM: i8 = 5;

/// The most columns of a name on the map.
const NAME: usize = 22;

/// A place that is on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// Its item of the places: an index.
    pub item: usize,
    /// Its name.
    pub name: String,
    /// In degrees, east positive.
    pub longitude: f64,
    /// In degrees, north positive.
    pub latitude: f64,
    /// How often it is mentioned.
    pub mentions: usize,
}

/// A part of the world.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// The degrees of longitude at its edges.
    pub longitude: [f64; 2],
    /// The degrees of latitude at its edges.
    pub latitude: [f64; 2],
}

/// A name on the map, in cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Which dot: an index.
    pub dot: usize,
    /// The cell of the dot.
    pub at: (u16, u16),
    /// The first cell of the name, and the name; none where there is no room for it.
    pub name: Option<(u16, u16, String)>,
}

impl Reader {
    /// Shows the map, or puts it away.
    pub fn toggle_map(&mut self) {
        if self.map.take().is_none() {
            self.open_tab(Tab::Places);
            self.sidebar.chosen = true;
            self.map = Some(0);
        }
    }

    /// Shows a smaller part of the world, or a larger one.
    pub fn zoom_map(&mut self, closer: bool) {
        let step = if closer { 1 } else { -1 };
        self.map = self.map.map(|zoom| (zoom + step).clamp(-ZOOM, ZOOM));
    }

    /// The places of the sidebar that the gazetteer knows, in its order.
    pub fn dots(&self) -> Vec<Dot> {
        let Some(corrected) = &self.facts else { return Vec::new() };
        let items = self.sidebar.items(Tab::Places).iter().enumerate();
        let dot = |(item, it): (usize, &super::reader::Item)| {
            let Some(FactRef::Entity(at)) = it.facts.first() else { return None };
            let place = corrected.facts.entities.get(*at)?.place.as_ref()?;
            Some(Dot {
                item,
                name: it.head.clone(),
                longitude: place.longitude,
                latitude: place.latitude,
                mentions: it.mentions.len(),
            })
        };
        items.filter_map(dot).collect()
    }
}

/// The part of the world that shows all `dots` in so many cells, or, zoomed in, those around the
/// dot of `item`. A cell is twice as high as it is wide.
pub fn bounds(dots: &[Dot], item: usize, zoom: i8, cells: (u16, u16)) -> Bounds {
    let range = |value: fn(&Dot) -> f64| {
        let values = dots.iter().map(value);
        let (low, high) =
            (values.clone().fold(f64::MAX, f64::min), values.fold(f64::MIN, f64::max));
        if low > high { (0.0, 0.0) } else { (low, high) }
    };
    let (west, east) = range(|dot| dot.longitude);
    let (south, north) = range(|dot| dot.latitude);
    let mut middle = (f64::midpoint(west, east), f64::midpoint(south, north));
    if zoom > 0
        && let Some(dot) = dots.iter().find(|dot| dot.item == item)
    {
        middle = (dot.longitude, dot.latitude);
    }
    let closer = 2_f64.powi(i32::from(zoom));
    // Names need room on either side of the dots.
    let wide = ((east - west) * 1.5).max(LEAST) / closer;
    let high = ((north - south) * 1.3).max(LEAST / 3.0) / closer;
    let (columns, rows) = (f64::from(cells.0.max(1)), f64::from(cells.1.max(1)));
    // A degree of longitude is shorter the further it is from the equator.
    let squeeze = middle.1.to_radians().cos().max(0.2);
    let degrees = (wide * squeeze / columns).max(high / (2.0 * rows));
    let wide = (degrees * columns / squeeze).min(360.0);
    let high = (degrees * 2.0 * rows).min(170.0);
    Bounds { longitude: span(middle.0, wide, 180.0), latitude: span(middle.1, high, 85.0) }
}

/// So many degrees around `middle`, moved so that they do not go beyond the edge of the world.
fn span(middle: f64, degrees: f64, edge: f64) -> [f64; 2] {
    let half = degrees / 2.0;
    let middle = middle.clamp((half - edge).min(0.0), (edge - half).max(0.0));
    [middle - half, middle + half]
}

/// The dots that lie in `bounds`, each with its name where there is room: that of `item` first,
/// then those of the most mentioned.
pub fn labels(dots: &[Dot], item: usize, bounds: Bounds, cells: (u16, u16)) -> Vec<Label> {
    let mut taken: Vec<(u16, u16, u16)> = Vec::new();
    let mut order: Vec<(usize, (u16, u16))> = dots
        .iter()
        .enumerate()
        .filter_map(|(at, dot)| Some((at, cell(dot, bounds, cells)?)))
        .collect();
    taken.extend(order.iter().map(|(_, (column, row))| (*column, *row, 1)));
    let rank =
        |at: usize| dots.get(at).map(|dot| (dot.item != item, std::cmp::Reverse(dot.mentions)));
    order.sort_by_key(|(at, _)| rank(*at));
    let mut labels = Vec::with_capacity(order.len());
    for (dot, at) in order {
        let name = dots.get(dot).map(|dot| cut(&dot.name, NAME)).unwrap_or_default();
        let place = room(&name, at, &taken, cells);
        if let Some((column, row)) = place {
            taken.push((column, row, columns_of(&name)));
        }
        labels.push(Label { dot, at, name: place.map(|(column, row)| (column, row, name)) });
    }
    labels
}

fn columns_of(name: &str) -> u16 {
    u16::try_from(width(name)).unwrap_or(u16::MAX)
}

/// The cell of a dot, where it lies in the part of the world that is shown.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share of a count of cells, and not below zero"
)]
fn cell(dot: &Dot, bounds: Bounds, (columns, rows): (u16, u16)) -> Option<(u16, u16)> {
    let share = |value: f64, [low, high]: [f64; 2]| (value - low) / (high - low);
    let across = share(dot.longitude, bounds.longitude);
    let down = 1.0 - share(dot.latitude, bounds.latitude);
    let inside = (0.0..=1.0).contains(&across) && (0.0..=1.0).contains(&down);
    let place =
        |share: f64, cells: u16| ((share * f64::from(cells)) as u16).min(cells.saturating_sub(1));
    inside.then(|| (place(across, columns), place(down, rows)))
}

/// A place for a name beside its dot, over it or under it, that nothing has taken.
fn room(
    name: &str,
    (column, row): (u16, u16),
    taken: &[(u16, u16, u16)],
    cells: (u16, u16),
) -> Option<(u16, u16)> {
    let wide = columns_of(name);
    let middle = column.saturating_sub(wide / 2).min(cells.0.saturating_sub(wide));
    let places = [
        Some((column + 2, row)),
        column.checked_sub(wide + 1).map(|column| (column, row)),
        row.checked_sub(1).map(|row| (middle, row)),
        Some((middle, row + 1)),
        row.checked_sub(1).map(|row| (column + 1, row)),
        Some((column + 1, row + 1)),
    ];
    let free = |(column, row): &(u16, u16)| {
        let ends = column.saturating_add(wide);
        ends <= cells.0
            && *row < cells.1
            && taken.iter().all(|(start, other, length)| {
                other != row || ends < *start || start + length < *column
            })
    };
    places.into_iter().flatten().find(free)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dot(item: usize, name: &str, longitude: f64, latitude: f64) -> Dot {
        Dot { item, name: name.to_owned(), longitude, latitude, mentions: 1 }
    }

    fn places() -> Vec<Dot> {
        vec![dot(0, "Oslo", 10.7, 59.9), dot(1, "Bergen", 5.3, 60.4), dot(3, "Rome", 12.5, 41.9)]
    }

    /// The map as text: dots and names alone.
    fn picture(dots: &[Dot], item: usize, zoom: i8, cells: (u16, u16)) -> String {
        let bounds = bounds(dots, item, zoom, cells);
        let mut rows = vec![vec![' '; usize::from(cells.0)]; usize::from(cells.1)];
        for label in labels(dots, item, bounds, cells) {
            rows[usize::from(label.at.1)][usize::from(label.at.0)] = '●';
            if let Some((column, row, name)) = label.name {
                for (at, letter) in name.chars().enumerate() {
                    let cell = &mut rows[usize::from(row)][usize::from(column) + at];
                    assert_eq!(*cell, ' ', "{name} lies over something");
                    *cell = letter;
                }
            }
        }
        let rows = rows.into_iter().map(|row| row.into_iter().collect::<String>());
        rows.map(|row| row.trim_end().to_owned() + "\n").collect()
    }

    #[test]
    fn all_places_are_shown_with_their_names() {
        let picture = picture(&places(), 0, 0, (60, 14));
        for name in ["● Oslo", "Bergen", "● Rome"] {
            assert!(picture.contains(name), "{picture}");
        }
        let row = |name| picture.lines().position(|line| line.contains(name)).unwrap();
        assert!(row("Oslo") + 5 < row("Rome"), "{picture}");
    }

    #[test]
    fn zoomed_in_the_chosen_place_is_in_the_middle() {
        let bounds = bounds(&places(), 3, 2, (60, 14));
        let middle = f64::midpoint(bounds.longitude[0], bounds.longitude[1]);
        assert!((middle - 12.5).abs() < 1e-9);
        assert!(bounds.latitude[0] > 30.0 && bounds.latitude[1] < 55.0, "{bounds:?}");
    }

    #[test]
    fn names_do_not_lie_over_each_other_and_the_chosen_one_is_shown() {
        let crowd: Vec<Dot> =
            (0..40).map(|at| dot(at, &format!("Village {at}"), 10.0, 50.0)).collect();
        let labels = labels(&crowd, 33, bounds(&crowd, 33, 0, (60, 14)), (60, 14));
        let named: Vec<usize> =
            labels.iter().filter(|it| it.name.is_some()).map(|it| it.dot).collect();
        assert!(named.contains(&33) && named.len() > 2 && named.len() < 10, "{named:?}");
        picture(&crowd, 33, 0, (60, 14));
    }

    #[test]
    fn the_world_has_edges() {
        let far = [dot(0, "Suva", 178.4, -18.1), dot(1, "Apia", -171.8, -13.8)];
        for cells in [(60, 14), (1, 1), (200, 50), (20, 60)] {
            for zoom in [-5, 0, 5] {
                let bounds = bounds(&far, 0, zoom, cells);
                let wide = bounds.longitude[1] - bounds.longitude[0];
                assert!(wide > 0.0 && wide <= 360.0 && bounds.longitude[0] >= -180.1, "{bounds:?}");
                labels(&far, 0, bounds, cells);
            }
        }
        assert_eq!(labels(&[], 0, bounds(&[], 0, 0, (9, 9)), (9, 9)), []);
    }
}
