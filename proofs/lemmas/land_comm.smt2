; The negation of land_comm over 64-bit words; unsat = no word contradicts the axiom.
(declare-const x (_ BitVec 64))
(declare-const y (_ BitVec 64))
(assert (not (= (bvand x y) (bvand y x))))
(check-sat)
