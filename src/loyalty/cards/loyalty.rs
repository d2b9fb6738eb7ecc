//! The cards of the rules about kinds of loyalty, LOY-01 to LOY-08 (客户忠诚规则卡).

use crate::verdict::{Severity, rule_cards};

rule_cards! {
    LOY_01 = "LOY" 1, Taxonomy Type, Severity::Notice, "loyalty::kinds::LoyaltyKinds",
        Stages "2) 客戶忠誠提升",
        "Three kinds of loyalty", "三种忠诚", "三種忠誠",
        "Loyalty is behavioural, conscious or emotional, each judged from evidence of its own kind; attachment and repeat purchase make four patterns of it.",
        "忠诚分行为、意识与情感三种，各以其自身的证据判定；情感与重复购买构成四种类型。",
        "忠誠分行為、意識與情感三種，各以其自身的證據判定；情感與重複購買構成四種類型。";
    LOY_02 = "LOY" 2, Metric Type, Severity::Notice, "loyalty::retention::retention",
        Stages "2) 客戶忠誠提升",
        "Behavioural loyalty", "行为忠诚", "行為忠誠",
        "Behavioural loyalty is the repeat purchase itself: the rate at which the customer buys again, by the best evidence that still counts.",
        "行为忠诚就是重复购买本身，即客户再次购买的比率，以仍有效的最佳证据为准。",
        "行為忠誠就是重複購買本身，即客戶再次購買的比率，以仍有效的最佳證據為準。";
    LOY_03 = "LOY" 3, Metric Type, Severity::Notice, "loyalty::kinds::kinds",
        Stages "2) 客戶忠誠提升",
        "Conscious loyalty", "意识忠诚", "意識忠誠",
        "Conscious loyalty is the customer's own intention to buy again, as it states it, as long as its word counts.",
        "意识忠诚是客户自己表明的再次购买的意向，以有效期内的自述为准。",
        "意識忠誠是客戶自己表明的再次購買的意向，以有效期內的自述為準。";
    LOY_04 = "LOY" 4, Metric Type, Severity::Notice, "loyalty::kinds::kinds",
        Stages "2) 客戶忠誠提升",
        "Emotional loyalty", "情感忠诚", "情感忠誠",
        "Emotional loyalty is how the customer feels about us, by its own word as long as it counts, or by its recommending us in that time if it never spoke of its feeling.",
        "情感忠诚是客户对我方的感受，以其有效期内的自述为准；从未自述者，以其同期的推荐为准。",
        "情感忠誠是客戶對我方的感受，以其有效期內的自述為準；從未自述者，以其同期的推薦為準。";
    LOY_05 = "LOY" 5, Rule Check, Severity::Bar, "loyalty::means::judge_claim",
        Stages "1、提升客戶轉換供應商的成本",
        "Satisfaction is not loyalty", "满意不等于忠诚", "滿意不等於忠誠",
        "Many satisfied customers buy elsewhere; loyalty that is claimed on satisfaction needs the customer's own favourable word in the evidence, and none that it is dissatisfied. Its own word against trusting us, standing up for us or buying again refuses the claim too.",
        "许多满意的客户仍会转购；以满意为由主张忠诚，证据中须有客户自己的正面评价，且不得显示其不满意。客户自己不信赖、不维护或不愿再购的话，同样使主张不成立。",
        "許多滿意的客戶仍會轉購；以滿意為由主張忠誠，證據中須有客戶自己的正面評價，且不得顯示其不滿意。客戶自己不信賴、不維護或不願再購的話，同樣使主張不成立。";
    LOY_06 = "LOY" 6, Rule Check, Severity::Warning, "loyalty::bond::reason_to_stay",
        Stages "2) 客戶忠誠提升",
        "Happy or helpless", "快乐还是无奈", "快樂還是無奈",
        "A customer that keeps buying is happy to stay, indifferent, or helpless: it does not like us or is disappointed time and again, and has nowhere to go or may not leave. A guess that it keeps buying can only show that it is helpless.",
        "持续购买的客户，或因快乐而留，或无所谓，或出于无奈：并不喜欢我方或屡屡失望，却无处可去或无法离开。仅凭猜测的持续购买，只能显示无奈。",
        "持續購買的客戶，或因快樂而留，或無所謂，或出於無奈：並不喜歡我方或屢屢失望，卻無處可去或無法離開。僅憑猜測的持續購買，只能顯示無奈。";
    LOY_07 = "LOY" 7, Definition Type, Severity::Notice, "loyalty::kinds::kinds",
        Stages "2) 客戶忠誠提升",
        "Loyal in adversity", "逆境中的忠诚", "逆境中的忠誠",
        "A customer that comes back after a failure is loyal in adversity if it recommends us from then on, and does not speak against us later; that is the strongest evidence there is, and nothing to be exploited.",
        "我方失误之后仍然回来的客户，若自此仍推荐我方、其后又无负面之言，即为逆境中的忠诚；这是最有力的证据，绝不可加以利用。",
        "我方失誤之後仍然回來的客戶，若自此仍推薦我方、其後又無負面之言，即為逆境中的忠誠；這是最有力的證據，絕不可加以利用。";
    LOY_08 = "LOY" 8, Rule Check, Severity::Warning, "loyalty::means::judge_means",
        Stages "2) 客戶忠誠提升",
        "Happiness before pain", "先快乐后痛苦", "先快樂後痛苦",
        "What makes leaving costly and gives nothing should not outnumber what pleases, nor hold a customer that is dissatisfied or stays in spite of failures; what also gives something is no pain.",
        "只使离开付出代价而毫无所予的手段，不宜多于令客户愉快的手段，亦不宜用于不满意或在失误后仍留下的客户；有所给予者不算痛苦手段。",
        "只使離開付出代價而毫無所予的手段，不宜多於令客戶愉快的手段，亦不宜用於不滿意或在失誤後仍留下的客戶；有所給予者不算痛苦手段。";
}
