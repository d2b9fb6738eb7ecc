//! The cards of the rules about kinds of loyalty, LOY-01 to LOY-08 (客户忠诚规则卡).

use crate::verdict::{Severity, rule_cards};

rule_cards! {
    LOY_01 = "LOY" 1, Taxonomy Type, Severity::Notice, "loyalty::kinds::LoyaltyKinds",
        Stages "2) 客戶忠誠提升",
        "Three kinds of loyalty", "三种忠诚", "三種忠誠",
        "Loyalty is behavioural, conscious or emotional; each is told from evidence of its own kind.",
        "忠诚分行为、意识与情感三种，各以其自身的证据判定。",
        "忠誠分行為、意識與情感三種，各以其自身的證據判定。";
    LOY_02 = "LOY" 2, Metric Type, Severity::Notice, "loyalty::retention::retention",
        Stages "2) 客戶忠誠提升",
        "Behavioural loyalty", "行为忠诚", "行為忠誠",
        "Behavioural loyalty is the repeat purchase itself: the rate at which the customer buys again.",
        "行为忠诚就是重复购买本身，即客户再次购买的比率。",
        "行為忠誠就是重複購買本身，即客戶再次購買的比率。";
    LOY_03 = "LOY" 3, Metric Type, Severity::Notice, "loyalty::kinds::kinds",
        Stages "2) 客戶忠誠提升",
        "Conscious loyalty", "意识忠诚", "意識忠誠",
        "Conscious loyalty is the customer's own intention to buy again, as it states it.",
        "意识忠诚是客户自己表明的再次购买的意向。",
        "意識忠誠是客戶自己表明的再次購買的意向。";
    LOY_04 = "LOY" 4, Metric Type, Severity::Notice, "loyalty::kinds::kinds",
        Stages "2) 客戶忠誠提升",
        "Emotional loyalty", "情感忠诚", "情感忠誠",
        "Emotional loyalty is how the customer feels about us, by its own word or by its recommending us.",
        "情感忠诚是客户对我方的感受，见于其自述或其推荐。",
        "情感忠誠是客戶對我方的感受，見於其自述或其推薦。";
    LOY_05 = "LOY" 5, Rule Check, Severity::Bar, "loyalty::means::judge_claim",
        Stages "1、提升客戶轉換供應商的成本",
        "Satisfaction is not loyalty", "满意不等于忠诚", "滿意不等於忠誠",
        "Many satisfied customers buy elsewhere; loyalty is never derived from satisfaction alone.",
        "许多满意的客户仍会转购，不能单凭满意推断忠诚。",
        "許多滿意的客戶仍會轉購，不能單憑滿意推斷忠誠。";
    LOY_06 = "LOY" 6, Rule Check, Severity::Warning, "loyalty::bond::reason_to_stay",
        Stages "2) 客戶忠誠提升",
        "Happy or helpless", "快乐还是无奈", "快樂還是無奈",
        "A customer that keeps buying is happy to stay, or helpless: without liking us it has nowhere to go or may not leave.",
        "持续购买的客户，或因快乐而留，或出于无奈：并不喜欢我方，却无处可去或无法离开。",
        "持續購買的客戶，或因快樂而留，或出於無奈：並不喜歡我方，卻無處可去或無法離開。";
    LOY_07 = "LOY" 7, Definition Type, Severity::Notice, "loyalty::kinds::kinds",
        Stages "2) 客戶忠誠提升",
        "Loyal in adversity", "逆境中的忠诚", "逆境中的忠誠",
        "A customer that comes back after a failure and still recommends is the strongest evidence of loyalty there is, and nothing to be exploited.",
        "我方失误之后仍然回来并推荐的客户，是忠诚最有力的证据，绝不可加以利用。",
        "我方失誤之後仍然回來並推薦的客戶，是忠誠最有力的證據，絕不可加以利用。";
    LOY_08 = "LOY" 8, Rule Check, Severity::Bar, "loyalty::means::judge_means",
        Stages "2) 客戶忠誠提升",
        "Happiness before pain", "先快乐后痛苦", "先快樂後痛苦",
        "A customer is kept by making it glad to stay; what makes leaving painful is used only beside that, and never instead of it.",
        "应以使客户乐于留下来留住客户；使离开痛苦的手段只可与之并用，绝不可取而代之。",
        "應以使客戶樂於留下來留住客戶；使離開痛苦的手段只可與之並用，絕不可取而代之。";
}
