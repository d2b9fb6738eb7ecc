//! Answers that are filled in the place where their caller reads them.

use alloc::boxed::Box;

/// Fills an empty answer, which is large, so that it is not moved afterwards.
///
/// # Errors
///
/// The error of `fill` is returned.
#[inline(always)]
pub(crate) fn filled<T, E>(empty: T, fill: impl FnOnce(&mut T) -> Result<(), E>) -> Result<T, E> {
    let mut answer = Ok(empty);
    let error = match &mut answer {
        Ok(empty) => fill(empty).err(),
        Err(_) => None,
    };
    if let Some(error) = error {
        answer = Err(error);
    }
    answer
}

/// Fills an empty answer on the heap, where a review keeps its pictures.
///
/// # Errors
///
/// The error of `fill` is returned.
#[inline(always)]
pub(crate) fn filled_box<T, E>(
    empty: T,
    fill: impl FnOnce(&mut T) -> Result<(), E>,
) -> Result<Box<T>, E> {
    let mut answer = Box::new(empty);
    fill(&mut answer)?;
    Ok(answer)
}
