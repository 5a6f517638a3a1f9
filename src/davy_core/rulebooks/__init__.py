"""Taking rules back: two people recall a basis, every live permit on it stops, two people lift the recall
(S27)."""
