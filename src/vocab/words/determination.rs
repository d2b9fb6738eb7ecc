use crate::vocab::words::words;

words! {
    /// The ground that determined a collection decision (决定的实际依据), REC-05.
    pub closed enum Determination {
        /// Neither a rule of the receivables policy nor a room that it grants determined the decision.
        AdHoc = "ad-hoc", "no rule", "无规定可依", "無規定可依";
        /// A rule of the receivables policy determined the decision.
        Rule = "rule", "a rule of the policy", "办法的规定", "辦法的規定";
        /// A waiver by an authority to which the policy grants room determined the decision.
        Waiver = "waiver", "a waiver within a room", "权限之内的减免", "權限之內的減免";
    }
}
