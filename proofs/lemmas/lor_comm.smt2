; The negation of lor_comm over 64-bit words; unsat = no word contradicts the axiom.
(declare-const x (_ BitVec 64))
(declare-const y (_ BitVec 64))
(assert (not (= (bvor x y) (bvor y x))))
(check-sat)
