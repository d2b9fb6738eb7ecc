//! Loyalty: genuine or locked in (忠诚度与锁定).

mod assess;
mod bond;
pub mod cards_genuine;
pub mod cards_loyalty;
pub mod cards_switching;
mod cell;
mod evidence;
mod kinds;
mod lock_in;
mod manifestation;
mod order_cycle;
mod policy;
mod recognition;
mod retention;
mod stance;
mod staying;
mod switch_test;
mod switching_cost;
mod told;

pub use assess::{Loyalty, LoyaltyError, LoyaltyFacts, assess};
pub use bond::{Bond, BondFacts, bond};
pub use cell::{LoyaltyCell, cell};
pub use evidence::{LoyaltyEvidence, LoyaltyEvidenceError, LoyaltySign};
pub use kinds::{LoyaltyAttitude, LoyaltyKinds, kinds};
pub use lock_in::{LockIn, LockInError, LockInFacts, LockInLevel, lock_in};
pub use manifestation::{Manifestation, Trend};
pub use order_cycle::{OrderCycle, OrderCycleError};
pub use policy::{LoyaltyPolicy, LoyaltyPolicyError};
pub use recognition::{Recognition, RecognitionFacts, recognition};
pub use retention::{Repeat, Retention, RetentionError, retention};
pub use stance::Stance;
pub use staying::{Staying, StayingFacts, staying};
pub use switch_test::{SwitchFacts, SwitchOutcome, SwitchTestError, switch_test};
pub use switching_cost::{
    Occurrence, SwitchingCost, SwitchingCostError, SwitchingCostItem, SwitchingCostKind,
    SwitchingFacet, switching_cost,
};
