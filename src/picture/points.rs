//! Pictures read into points, within limits of size and memory.

use super::room::{Fit, fit};
use super::{Canvas, NotDrawn};

/// Points in rows from the upper left, three bytes each: red, green, blue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Points {
    /// How many in a row.
    pub(super) width: usize,
    /// Their colors; whole rows.
    pub(super) rgb: Vec<u8>,
}

impl Points {
    /// The rows.
    pub(super) fn rows(&self) -> impl DoubleEndedIterator<Item = &[[u8; 3]]> {
        let (points, _) = self.rgb.as_chunks::<3>();
        points.chunks_exact(self.width.max(1))
    }

    /// How many rows there are.
    pub(super) fn height(&self) -> usize {
        (self.rgb.len() / 3).checked_div(self.width).unwrap_or(0)
    }
}

/// Reads a picture and makes it as small as it is drawn.
#[cfg(feature = "images")]
pub(super) fn read(bytes: &[u8], canvas: Canvas) -> Result<(Fit, Points), NotDrawn> {
    use image::{DynamicImage, ImageDecoder, ImageReader, Limits};
    use std::io::Cursor;

    /// The most points of a picture that is read, and the memory that reading it may take.
    const MOST: u64 = 40_000_000;
    const MEMORY: u64 = 256 << 20;

    let unreadable = |_| NotDrawn::Unreadable;
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|_| NotDrawn::Unreadable)?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(unreadable)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST {
        return Err(NotDrawn::TooLarge);
    }
    let turned = decoder.orientation().ok();
    let mut picture = DynamicImage::from_decoder(decoder).map_err(unreadable)?;
    if let Some(turned) = turned {
        picture.apply_orientation(turned);
    }
    let fit = fit((picture.width(), picture.height()), canvas);
    let (columns, rows) = fit.points;
    let shrinks = picture.width() >= columns && picture.height() >= rows;
    let small = if shrinks {
        picture.thumbnail_exact(columns, rows)
    } else {
        picture.resize_exact(columns, rows, image::imageops::FilterType::CatmullRom)
    };
    let rgba = small.into_rgba8().into_raw();
    let width = usize::try_from(columns).unwrap_or(1);
    Ok((fit, Points { width, rgb: over(&rgba, if canvas.light { 255 } else { 0 }) }))
}

/// Reads nothing: the program was built without the means.
#[cfg(not(feature = "images"))]
pub(super) fn read(_: &[u8], canvas: Canvas) -> Result<(Fit, Points), NotDrawn> {
    _ = (fit, canvas);
    Err(NotDrawn::NotBuilt)
}

/// Colors that can be seen through, laid over a gray.
#[cfg(feature = "images")]
fn over(rgba: &[u8], gray: u8) -> Vec<u8> {
    let (points, _) = rgba.as_chunks::<4>();
    let mix = |color: u8, alpha: u8| {
        let sum = u32::from(color) * u32::from(alpha) + u32::from(gray) * u32::from(255 - alpha);
        u8::try_from(sum / 255).unwrap_or(u8::MAX)
    };
    points.iter().flat_map(|[r, g, b, a]| [mix(*r, *a), mix(*g, *a), mix(*b, *a)]).collect()
}
