; The negation of lsl_8 over 64-bit words; unsat = no word of 32 bits contradicts the axiom, and nothing is shifted out.
(declare-const x (_ BitVec 64))
(assert (bvult x (_ bv4294967296 64)))
(assert (not (= (bvshl x (_ bv8 64)) (bvmul x (_ bv256 64)))))
(check-sat)
