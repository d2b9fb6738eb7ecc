//! The cards of the rules about our own people, PPL-01 to PPL-05 (员工与全员责任规则卡).

use crate::verdict::{Severity, rule_cards};

rule_cards! {
    PPL_01 = "PPL" 1, Rule Check, Severity::Warning, "party::people::people",
        Misconceptions "(4)提高員工的滿意度",
        "Satisfied employees first", "员工满意在先", "員工滿意在先",
        "A team that faces the customer and gets less than it expected is a risk to the relationship, and a critical one once the customer is dissatisfied too. Of the customer's satisfaction the measured one counts, unless a stated one is of a better grade; if the two fall on different sides of the limit, the contradiction is reported.",
        "直接面对客户的团队若感知低于期望，即是关系风险；客户亦不满意时，风险严重。客户满意度以测得者为准，除非陈述的证据等级更高；两者分居界限两侧时，指出其矛盾。",
        "直接面對客戶的團隊若感知低於期望，即是關係風險；客戶亦不滿意時，風險嚴重。客戶滿意度以測得者為準，除非陳述的證據等級更高；兩者分居界限兩側時，指出其矛盾。";
    PPL_02 = "PPL" 2, Rule Check, Severity::Warning, "party::people::people",
        Misconceptions "(4)提高員工的滿意度",
        "The chain begins inside", "服务链始于内部", "服務鏈始於內部",
        "The service that teams get within the company comes first: it makes employees satisfied or not, and they the customer, so the chain is mended where it first breaks.",
        "团队在企业内部得到的服务是起点：它决定员工满意与否，员工再影响客户；服务链在哪里先断，就从哪里修补。",
        "團隊在企業內部得到的服務是起點：它決定員工滿意與否，員工再影響客戶；服務鏈在哪裏先斷，就從哪裏修補。";
    PPL_03 = "PPL" 3, Rule Check, Severity::Warning, "party::people::people",
        Misconceptions "(1)高層領導展示客戶價值",
        "Leaders show the customer its worth", "高层展示重视", "高層展示重視",
        "Top leaders show the customer how important it is, at least so often in a period as the policy says.",
        "高层领导须在政策规定的期间内，至少按规定次数向客户表明其重要。",
        "高層領導須在政策規定的期間內，至少按規定次數向客戶表明其重要。";
    PPL_04 = "PPL" 4, Rule Check, Severity::Warning, "party::people::people",
        Misconceptions "(2)訓練員工讀懂客戶需求",
        "Trained to read needs", "培训识别需求", "培訓識別需求",
        "Those who face the customer are trained to read its needs by time and situation, and newcomers are coached by experienced colleagues.",
        "面对客户的员工须受过按时间与场合识别需求的培训，新员工由有经验的同事带教。",
        "面對客戶的員工須受過按時間與場合識別需求的培訓，新員工由有經驗的同事帶教。";
    PPL_05 = "PPL" 5, Rule Check, Severity::Warning, "party::people::people",
        Misconceptions "(3)認識到與客戶建立關系,并非只是營銷部門的事情",
        "Everyone's job", "全员之责", "全員之責",
        "Actions for a customer are owned by more departments than marketing and sales.",
        "对客户的行动不止由营销和销售部门承担，须有其他部门共同负责。",
        "對客戶的行動不止由營銷和銷售部門承擔，須有其他部門共同負責。";
}
