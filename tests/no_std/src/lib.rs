//! A program without the standard library that asks keqing one question.

#![no_std]

use core::alloc::{GlobalAlloc, Layout};
use core::panic::PanicInfo;

use keqing::lifecycle::{LifecyclePolicy, Move, StageFacts, Standing, State, tally};
use keqing::vocab::Stage;

/// Never asked: a decision allocates nothing.
struct Nothing;

unsafe impl GlobalAlloc for Nothing {
    unsafe fn alloc(&self, _: Layout) -> *mut u8 {
        core::ptr::null_mut()
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
}

#[global_allocator]
static NOTHING: Nothing = Nothing;

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    loop {}
}

/// Tells whether a relationship of which nothing is known may stay where it is.
#[unsafe(no_mangle)]
pub extern "C" fn may_stay() -> bool {
    let day = keqing::chrono::NaiveDate::MIN;
    let standing = Standing::open(State::Active(Stage::Initial), day);
    let facts = StageFacts::new(day);
    tally(&LifecyclePolicy::standard(), &standing, &facts, Move::Hold)
        .is_ok_and(|tally| tally.decision.is_permit())
}
