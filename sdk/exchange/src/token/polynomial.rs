//! Shamir's sharing over the scalars of the group: a key is a polynomial's value at 0, its shares those at 1, 2, 3 …

use curve25519_dalek::{
    ristretto::{CompressedRistretto, RistrettoPoint},
    scalar::Scalar,
    traits::{Identity, VartimeMultiscalarMul},
};

use crate::message::wire::Element;

/// The value of a polynomial, whose coefficients begin with the constant one.
pub(super) fn value(coefficients: &[Scalar], at: u8) -> Scalar {
    let at = Scalar::from(at);
    coefficients.iter().rev().fold(Scalar::ZERO, |sum, coefficient| sum * at + coefficient)
}

/// By what the values at `points` are multiplied so that their sum is the value at `at` (Lagrange). Nothing, where two
/// points are the same.
pub(super) fn weights(points: &[u8], at: u8) -> Option<Vec<Scalar>> {
    let at = Scalar::from(at);
    let weight = |own: u8| {
        let (mut above, mut below) = (Scalar::ONE, Scalar::ONE);
        let others = points.iter().filter(|point| **point != own);
        for other in others.map(|other| Scalar::from(*other)) {
            above *= at - other;
            below *= Scalar::from(own) - other;
        }
        above * below.invert()
    };
    let twice =
        points.iter().enumerate().any(|(place, point)| points.iter().take(place).any(|it| it == point));
    (!twice).then(|| points.iter().map(|point| weight(*point)).collect())
}

/// The sum of elements, each multiplied with its weight. Everybody may know these elements: they travel in messages.
pub(super) fn weighed(weights: &[Scalar], elements: &[RistrettoPoint]) -> RistrettoPoint {
    RistrettoPoint::vartime_multiscalar_mul(weights, elements)
}

/// The element that 32 bytes stand for; the neutral one is none.
pub(super) fn point(element: &Element) -> Option<RistrettoPoint> {
    CompressedRistretto(**element).decompress().filter(|point| *point != RistrettoPoint::identity())
}

/// The bytes of an element; the neutral one has none.
pub(super) fn element(point: &RistrettoPoint) -> Option<Element> {
    (*point != RistrettoPoint::identity()).then(|| Element(point.compress().to_bytes()))
}

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    #[test]
    fn the_weights_of_two_of_three_are_those_worked_out_by_hand() {
        // At 0, of 1 and 2: 2/(2-1) = 2 and 1/(1-2) = -1; of 1 and 3: 3/2 and -1/2.
        assert_eq!(weights(&[1, 2], 0), Some(vec![Scalar::from(2_u8), -Scalar::ONE]));
        let half = Scalar::from(2_u8).invert();
        assert_eq!(weights(&[1, 3], 0), Some(vec![Scalar::from(3_u8) * half, -half]));
        assert_eq!(weights(&[7], 0), Some(vec![Scalar::ONE]));
        assert_eq!(weights(&[2, 2], 0), None);
    }

    quickcheck! {
        fn any_points_give_back_any_value(coefficients: Vec<u64>, points: Vec<u8>, at: u8) -> bool {
            let mut points = points;
            points.sort_unstable();
            points.dedup();
            let degree = points.len().min(6);
            points.truncate(degree);
            let coefficients: Vec<_> = coefficients.into_iter().take(degree).map(Scalar::from).collect();
            let sum: Scalar = weights(&points, at)
                .unwrap()
                .iter()
                .zip(&points)
                .map(|(weight, point)| weight * value(&coefficients, *point))
                .sum();
            sum == value(&coefficients, at)
        }
    }
}
