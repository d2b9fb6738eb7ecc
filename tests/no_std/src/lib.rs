//! A program without the standard library that asks keqing two questions.

#![no_std]

use core::alloc::{GlobalAlloc, Layout};
use core::panic::PanicInfo;

use keqing::lifecycle::{LifecyclePolicy, StageFacts, tally};
use keqing::lifecycle::moves::Move;
use keqing::lifecycle::standing::{Standing, State};
use keqing::calendar::Calendar;
use keqing::receivable::interest::{InterestPolicy, LateDebt, interest};
use keqing::receivable::rate::LateRate;
use keqing::receivable::term::{BaseDates, PaymentTerm, due_date};
use keqing::vocab::money::{Currency, Money};
use keqing::vocab::rate::Rate;
use keqing::vocab::words::Stage;

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

/// Returns whether a relationship of which nothing is known may stay where it is.
#[unsafe(no_mangle)]
pub extern "C" fn may_stay() -> bool {
    let day = keqing::chrono::NaiveDate::MIN;
    let standing = Standing::open(State::Active(Stage::Initial), day);
    let facts = StageFacts::new(day);
    tally(&LifecyclePolicy::standard(), &standing, &facts, Move::Hold)
        .is_ok_and(|tally| tally.decision.is_permit())
}

/// Returns whether a debt bears interest on the day on which it is due.
#[unsafe(no_mangle)]
pub extern "C" fn bears_interest() -> bool {
    let dates = BaseDates::new(keqing::chrono::NaiveDate::MIN);
    let principal = Money::new(keqing::rust_decimal::Decimal::ONE_HUNDRED, Currency::EUR);
    let (policy, rate) = (InterestPolicy::standard(), LateRate::agreed(Rate::ZERO));
    due_date(&PaymentTerm::immediate(), &dates, &Calendar::every_day())
        .ok()
        .and_then(|due| Some((due, LateDebt::new(principal, dates.invoice, due).ok()?)))
        .and_then(|(due, debt)| interest(&policy, &rate, &debt, due).ok())
        .is_some_and(|interest| !interest.charged().is_zero())
}
