use crate::receivable::interest::debt::LateDebt;
use crate::receivable::interest::error::InterestError;
use crate::receivable::interest::policy::Cap;
use crate::vocab::money::FractionalMoney;

/// Returns the cap as an amount, in the currency of the debt.
pub(crate) fn cap_of(cap: Cap, debt: &LateDebt) -> Result<FractionalMoney, InterestError> {
    let principal = FractionalMoney::of(debt.principal());
    Ok(match cap {
        Cap::Amount(amount) => {
            debt.principal().checked_cmp(amount)?;
            FractionalMoney::of(amount)
        }
        Cap::ShareOfPrincipal(share) => {
            principal.checked_mul(i128::from(share.part()), i128::from(share.whole()))?
        }
    })
}
