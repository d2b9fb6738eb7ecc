use crate::vocab::words::words;

words! {
    /// The topology of the contact between two organizations (接触结构), narrowest first (LIF-14).
    pub open enum Topology {
        /// One seller and one buyer are in contact.
        PointToPoint = "point-to-point", "point to point", "点对点", "點對點";
        /// Sales speaks with several departments.
        MultiChannel = "multi-channel", "many channels", "多渠道", "多渠道";
        /// Departments speak directly; sales and purchasing coordinate.
        DepartmentToDepartment = "department-to-department", "department to department", "部门对部门", "部門對部門";
        /// Teams work across both organizations, and the tops visit each other.
        Borderless = "borderless", "teams across both organizations", "跨组织团队", "跨組織團隊";
    }
}
