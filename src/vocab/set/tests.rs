use alloc::format;
use alloc::vec::Vec;

use crate::vocab::set::Set;
use crate::vocab::set::member::are_in_order;
use crate::vocab::set::member::members;
use crate::vocab::words::words;

words! {
    open enum Side in Set {
        Left = "left", "left", "左", "左";
        Middle = "middle", "middle", "中", "中";
        Right = "right", "right", "右", "右";
    }
}
use Side::{Left, Middle, Right};

/// A list of as many members as a set has room for.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[rustfmt::skip]
enum Full {
    A0, A1, A2, A3, A4, A5, A6, A7, B0, B1, B2, B3, B4, B5, B6, B7,
    C0, C1, C2, C3, C4, C5, C6, C7, D0, D1, D2, D3, D4, D5, D6, D7,
}

#[rustfmt::skip]
members!(Full:
    A0, A1, A2, A3, A4, A5, A6, A7, B0, B1, B2, B3, B4, B5, B6, B7,
    C0, C1, C2, C3, C4, C5, C6, C7, D0, D1, D2, D3, D4, D5, D6, D7
);

impl Full {
    #[rustfmt::skip]
    const ALL: [Self; 32] = [
        Self::A0, Self::A1, Self::A2, Self::A3, Self::A4, Self::A5, Self::A6, Self::A7,
        Self::B0, Self::B1, Self::B2, Self::B3, Self::B4, Self::B5, Self::B6, Self::B7,
        Self::C0, Self::C1, Self::C2, Self::C3, Self::C4, Self::C5, Self::C6, Self::C7,
        Self::D0, Self::D1, Self::D2, Self::D3, Self::D4, Self::D5, Self::D6, Self::D7,
    ];
}

/// Checks that the set holds exactly these members, in this order, by every method that shows them.
#[track_caller]
fn holds(set: Set<Side>, members: &[Side]) {
    assert_eq!(set.iter().collect::<Vec<_>>(), members);
    assert_eq!(set.iter().len(), members.len());
    assert_eq!(set.len(), members.len());
    assert_eq!(set.is_empty(), members.is_empty());
    assert_eq!(members.iter().copied().collect::<Set<_>>(), set);
    for side in Side::ALL {
        assert_eq!(set.contains(side), members.contains(&side), "{side:?}");
    }
}

#[test]
fn a_set_holds_what_was_put_in_and_gives_it_in_order() {
    holds(Set::empty(), &[]);
    holds(Set::default(), &[]);
    holds(Middle.into(), &[Middle]);
    holds(Right | Left, &[Left, Right]);
    holds(Left | Left, &[Left]);
    holds(Side::set([Right, Left, Right]), &[Left, Right]);
    holds(Set::all(), &[Left, Middle, Right]);
    holds(Right | Middle | Left, &[Left, Middle, Right]);
    holds(Left | (Middle | Right), &[Left, Middle, Right]);
}

#[test]
fn operators_join_meet_and_take_away() {
    let (first, last) = (Left | Middle, Middle | Right);
    holds(first | last, &[Left, Middle, Right]);
    holds(first & last, &[Middle]);
    holds(first & Right, &[]);
    holds(first - last, &[Left]);
    holds(first.difference(last), &[Left]);
    holds(first - Right, &[Left, Middle]);
    holds(first - first, &[]);
    holds(!first, &[Right]);
    holds(!Set::all(), &[]);
    let mut grown = Set::empty();
    grown |= Middle;
    grown.extend([Right, Middle]);
    holds(grown, &[Middle, Right]);
}

#[test]
fn inserting_and_removing_tell_what_changed() {
    let mut set = Set::empty();
    assert!(set.insert(Left));
    assert!(!set.insert(Left));
    holds(set, &[Left]);
    assert!(!set.remove(Right));
    assert!(set.remove(Left));
    assert!(!set.remove(Left));
    holds(set, &[]);
}

#[test]
fn a_set_equals_a_member_that_it_holds_alone() {
    let alone = |set: Set<Side>| [Left, Middle, Right].map(|member| set == member);
    assert_eq!(alone(Set::empty()), [false, false, false]);
    assert_eq!(alone(Middle.into()), [false, true, false]);
    assert_eq!(alone(Left | Middle), [false, false, false]);
    assert_eq!(alone(Set::all()), [false, false, false]);
}

#[test]
fn a_part_is_no_larger_than_the_whole() {
    let (part, whole) = (Set::from(Left), Left | Right);
    for (small, large, expected) in [
        (part, whole, true),
        (whole, part, false),
        (whole, whole, true),
        (Set::empty(), part, true),
        (part, Set::empty(), false),
        (Middle.into(), whole, false),
        (whole, Set::all(), true),
    ] {
        assert_eq!(small.is_subset(large), expected, "{small:?} {large:?}");
        assert_eq!(large.is_superset(small), expected, "{small:?} {large:?}");
    }
}

#[test]
fn a_set_is_written_as_the_list_of_its_members() -> serde_json::Result<()> {
    for (json, set, written) in [
        ("[]", Set::empty(), "[]"),
        (r#"["right","left"]"#, Left | Right, r#"["left","right"]"#),
        (r#"["left","left"]"#, Left.into(), r#"["left"]"#),
    ] {
        assert_eq!(serde_json::from_str::<Set<Side>>(json)?, set);
        assert_eq!(serde_json::to_string(&set)?, written);
    }
    for (json, reason) in [
        ("7", "invalid type: integer `7`, expected a list"),
        (
            r#"["up"]"#,
            "`up` is no side, expected one of `left`, `middle`, `right`",
        ),
    ] {
        let error = serde_json::from_str::<Set<Side>>(json).err();
        let said = error.map(|error| format!("{error}")).unwrap_or_default();
        assert!(said.starts_with(reason), "{said}");
    }
    assert_eq!(format!("{:?}", Right | Left), "{Left, Right}");
    Ok(())
}

#[test]
fn the_last_bit_is_a_member_like_the_others() {
    let all = Set::<Full>::all();
    assert_eq!(all.iter().collect::<Vec<_>>(), Full::ALL);
    assert_eq!(all.len(), 32);
    assert_eq!(Full::set([Full::A0, Full::D7]).len(), 2);
    assert_eq!(Set::from(Full::D7).iter().last(), Some(Full::D7));
    assert_eq!(!Set::<Full>::empty(), all);
    assert!(!(all - Full::D7).contains(Full::D7));
}

#[test]
fn members_stand_in_order_and_fit_into_the_set() {
    let places: Vec<u32> = (0..33).collect();
    let first = |count| places.iter().copied().take(count).collect::<Vec<u32>>();
    assert!(are_in_order(&first(0)));
    assert!(are_in_order(&first(32)));
    assert!(!are_in_order(&first(33)));
    assert!(!are_in_order(&[1, 0]));
    assert!(!are_in_order(&[0, 2]));
    assert!(!are_in_order(&[0, 0]));
}
