use crate::vocab::words::words;

words! {
    /// A level of a customer's needs (需求层次), the most basic first (SAT-07).
    pub closed enum NeedLevel in Set {
        /// The product and the basic service themselves.
        BasicProduct = "basic-product", "basic product and service", "基本产品和服务", "基本產品和服務";
        /// The way in which the service is given.
        ServiceProvision = "service-provision", "provision of service", "服务的提供", "服務的提供";
        /// The meeting of employees and customer.
        EmployeeInteraction = "employee-interaction", "interaction with employees", "员工互动", "員工互動";
        /// The good feelings that the customer keeps.
        GoodFeelings = "good-feelings", "good feelings", "良好感受", "良好感受";
    }
}
