use alloc::boxed::Box;
use alloc::string::{String, ToString};
use core::error::Error;

use rust_decimal::Decimal;

use crate::receivable::regime::compensation::{
    CompensationBand, CompensationBands, CompensationBandsError, CompensationError,
};
use crate::vocab::money::Currency;

fn bands(bands: &[(i32, i32)]) -> Result<CompensationBands, String> {
    let bands = bands
        .iter()
        .map(|&(from, sum)| CompensationBand::new(from.into(), sum.into()));
    CompensationBands::new(Currency::GBP, bands).map_err(|error| error.to_string())
}

#[test]
fn a_debt_belongs_to_the_band_it_reaches() -> Result<(), String> {
    let bands = bands(&[(0, 40), (1_000, 70), (10_000, 100)])?;
    for (debt, expected) in [
        ("0.01 GBP", Ok("40 GBP")),
        ("999.999 GBP", Ok("40 GBP")),
        ("1000 GBP", Ok("70 GBP")),
        ("9999.99 GBP", Ok("70 GBP")),
        ("10000.00 GBP", Ok("100 GBP")),
        ("0 GBP", Err("a debt of 0 GBP, expected one above 0")),
        ("-5 GBP", Err("a debt of -5 GBP, expected one above 0")),
        (
            "5 EUR",
            Err("a debt of 5 EUR, expected one in GBP, for which the fixed sums are"),
        ),
    ] {
        let Ok(debt) = debt.parse() else {
            panic!("`{debt}` of the test")
        };
        let sum = bands.sum_for(debt);
        let sum = sum
            .map(|sum| sum.to_string())
            .map_err(|error| error.to_string());
        assert_eq!(sum, expected.map(Into::into).map_err(Into::into));
    }
    Ok(())
}

#[test]
fn a_band_may_begin_above_its_amount() -> Result<(), Box<dyn Error>> {
    let bands = [
        CompensationBand::new(0.into(), 40.into()),
        CompensationBand::above(5_000.into(), 70.into()),
        CompensationBand::new(50_000.into(), 100.into()),
    ];
    let bands = CompensationBands::new(Currency::PLN, bands)?.with_sums_in(Currency::EUR);
    for (debt, sum) in [
        ("5000 PLN", "40 EUR"),
        ("5000.01 PLN", "70 EUR"),
        ("49999.99 PLN", "70 EUR"),
        ("50000 PLN", "100 EUR"),
    ] {
        assert_eq!(bands.sum_for(debt.parse()?)?, sum.parse()?, "{debt}");
    }
    let json = serde_json::to_string(&bands)?;
    let expected = r#"{"currency":"PLN","sums-in":"EUR","bands":[{"from":"0","sum":"40"},{"from":"5000","sum":"70","start":"above"},{"from":"50000","sum":"100"}]}"#;
    assert_eq!(json, expected);
    assert_eq!(serde_json::from_str::<CompensationBands>(&json)?, bands);
    Ok(())
}

#[test]
fn sums_are_converted_by_a_rate_above_zero() -> Result<(), Box<dyn Error>> {
    let forty = CompensationBand::new(0.into(), 40.into());
    let of = |currency| CompensationBands::new(currency, [forty]);
    let message = |bands: CompensationBands, rate| {
        let converted = bands.converted(rate);
        converted.map_err(|error| error.to_string())
    };
    let euros = || Ok::<_, CompensationBandsError>(of(Currency::PLN)?.with_sums_in(Currency::EUR));
    assert_eq!(
        message(euros()?, Decimal::ZERO),
        Err("a rate of exchange of 0, expected one above 0".into())
    );
    // 40 times 4.316125 is exactly half a grosz above 172.64.
    let converted = euros()?.converted(Decimal::new(4_316_125, 6))?;
    assert_eq!(converted.sum_for("1 PLN".parse()?)?, "172.64 PLN".parse()?);
    assert_eq!(converted.sums_in(), Currency::PLN);
    let own = of(Currency::PLN)?;
    assert_eq!(own.converted(Decimal::ONE)?, own);
    assert!(message(euros()?, Decimal::MAX).is_err());
    let gold = of(Currency::XAU)?.with_sums_in(Currency::EUR);
    assert!(matches!(
        gold.converted(Decimal::ONE),
        Err(CompensationError::Rounding(_))
    ));
    Ok(())
}

#[test]
fn bands_begin_at_nothing_and_rise() {
    for (given, message) in [
        (
            &[][..],
            "a first band that is not from 0, expected one or more and the first from 0",
        ),
        (
            &[(1, 40)],
            "a first band that is not from 0, expected one or more and the first from 0",
        ),
        (
            &[(0, 40), (0, 70)],
            "a band from 0 after one from 0, expected it from more",
        ),
        (
            &[(0, 40), (9, 70), (8, 100)],
            "a band from 8 after one from 9, expected it from more",
        ),
        (&[(0, -1)], "a fixed sum of -1, expected 0 or more"),
    ] {
        assert_eq!(bands(given), Err(message.into()));
    }
    assert!(bands(&[(0, 0)]).is_ok());
}

#[test]
fn json_is_checked_on_the_way_in() -> Result<(), serde_json::Error> {
    let json = r#"{"currency":"EUR","bands":[{"from":"0","sum":"40"}]}"#;
    let bands: CompensationBands = serde_json::from_str(json)?;
    assert_eq!(serde_json::to_string(&bands)?, json);
    for refused in [
        r#"{"currency":"EUR","bands":[]}"#,
        r#"{"currency":"EUR","bands":[{"from":"0","sum":"-40"}]}"#,
        r#"{"currency":"EUR","bands":[{"from":0,"sum":40}]}"#,
    ] {
        assert!(
            serde_json::from_str::<CompensationBands>(refused).is_err(),
            "{refused}"
        );
    }
    Ok(())
}
