//! The cards of the rules about switching and purchase risk, SWC-01 to SWC-09 (转换成本与采购风险规则卡).

use crate::verdict::{Severity, rule_cards};

rule_cards! {
    SWC_01 = "SWC" 1, Definition Both, Severity::Notice, "loyalty::lock_in::switching_cost",
        Stages "1、提升客戶轉換供應商的成本",
        "Switching cost", "转换成本", "轉換成本",
        "The switching cost is what a customer pays once, and only because it moves to another supplier; a difference that recurs with every purchase is none of it.",
        "转换成本是客户仅因改换供应商而一次性付出的代价；逐次采购中反复出现的差价不计在内。",
        "轉換成本是客戶僅因改換供應商而一次性付出的代價；逐次採購中反覆出現的差價不計在內。";
    SWC_02 = "SWC" 2, Rule Check, Severity::Warning, "loyalty::premium::price_gap",
        Stages "1、提升客戶轉換供應商的成本",
        "A premium within the switching cost", "溢价不超过转换成本", "溢價不超過轉換成本",
        "A customer bears a premium per unit up to its switching cost divided by the units that it buys within the horizon. Above that, moving pays. A cost that is only guessed admits no premium.",
        "客户能容忍的单位溢价，以转换成本除以考察期内的采购量为限；超出此限，改换供应商即合算。仅凭估计的成本，不足以认可溢价。",
        "客戶能容忍的單位溢價，以轉換成本除以考察期內的採購量為限；超出此限，改換供應商即合算。僅憑估計的成本，不足以認可溢價。";
    SWC_03 = "SWC" 3, Taxonomy Both, Severity::Bar; fixed, "loyalty::means::judge_means",
        Stages "二、讓客戶因為離開你，而感到痛苦和恐懼",
        "A rebate is the organization's", "返利归于组织", "返利歸於組織",
        "Differentiated products, technical barriers and year-end rebates make switching dearer; a rebate goes to the organization, in a contract and disclosed: to a person it is a kickback.",
        "差异化产品、技术壁垒与年终返利会抬高转换成本；返利须归客户组织，写入合同并公开，付给个人即是回扣。",
        "差異化產品、技術壁壘與年終返利會抬高轉換成本；返利須歸客戶組織，寫入合同並公開，付給個人即是回扣。";
    SWC_04 = "SWC" 4, Taxonomy Type, Severity::Warning, "vocab::words::PurchaseRiskKind",
        Stages "2、提高客戶的採購風險",
        "Six purchase risks", "六种采购风险", "六種採購風險",
        "A purchase holds six kinds of risk, each weighed by likelihood and impact; kinds are added up only with weights that are the customer's own.",
        "采购有六种风险，各按可能性与影响衡量；没有客户自定的权重，不得跨种类相加。",
        "採購有六種風險，各按可能性與影響衡量；沒有客戶自定的權重，不得跨種類相加。";
    SWC_05 = "SWC" 5, Rule Type, Severity::Notice, "loyalty::risk::replacement_risk",
        Stages "二、讓客戶因為離開你，而感到痛苦和恐懼",
        "When replacing looks risky", "更换何时显得有风险", "更換何時顯得有風險",
        "Replacing a supplier looks risky to the customer only where three things come together: a strong brand, good cooperation and an open channel between the top levels.",
        "供应商品牌强、双方合作好、高层渠道畅通，三者俱备时，客户才感到更换供应商的风险高。",
        "供應商品牌強、雙方合作好、高層渠道暢通，三者俱備時，客戶才感到更換供應商的風險高。";
    SWC_06 = "SWC" 6, Taxonomy Type, Severity::Notice, "vocab::words::AssuranceAsset",
        Stages "2、提高客戶的採購風險",
        "What gives a sense of security", "安全感的来源", "安全感的來源",
        "A customer feels more secure through five assets that are both built up and made known: brand, reputation, scale, sales record, research and development.",
        "品牌、信誉、规模、销售业绩与研发，既有投入又为客户所知，客户才更有安全感。",
        "品牌、信譽、規模、銷售業績與研發，既有投入又為客戶所知，客戶才更有安全感。";
    SWC_07 = "SWC" 7, Rule Check, Severity::Bar; fixed, "loyalty::risk::purchase_risks",
        Stages "2、提高客戶的採購風險",
        "A person's legitimate risk only", "个人风险限于正当问责", "個人風險限於正當問責",
        "The person who decides bears legitimate accountability: a strong brand lowers its impact, and what is still to be watched is warned of. A guess does not suffice to say that it is small. The risk of being found out in something illegal is refused and never lowered.",
        "决策人承担正当的履职问责：强势品牌减轻其影响，仍须关注者予以提示，仅凭估计不足以断定风险甚小；违法行为败露的风险一律拒绝，绝不替人化解。",
        "決策人承擔正當的履職問責：強勢品牌減輕其影響，仍須關注者予以提示，僅憑估計不足以斷定風險甚小；違法行為敗露的風險一律拒絕，絕不替人化解。";
    SWC_08 = "SWC" 8, Rule Check, Severity::Notice, "loyalty::risk::risk_adjusted_benefit",
        Stages "2、提高客戶的採購風險",
        "A benefit less its risk", "利益须扣风险", "利益須扣風險",
        "What another supplier offers is worth its benefit less what the risk of its capacity and its service costs, and moving pays only if something is left.",
        "另选供应商所得的利益，须扣除其产能与售后等风险的代价；尚有剩余，改换才合算。",
        "另選供應商所得的利益，須扣除其產能與售後等風險的代價；尚有剩餘，改換才合算。";
    SWC_09 = "SWC" 9, Rule Check, Severity::Warning, "loyalty::foundation::promise_keeping",
        Stages "2、提高客戶的採購風險",
        "Promises are lawful and kept", "承诺须合法，合法须兑现", "承諾須合法，合法須兌現",
        "People trust who keeps promises: the part of the promises due that was kept in time counts, of lawful promises only. A promise under the table is refused, however old, and a guess does not suffice to say that one is lawful.",
        "人信守诺者：只计合法承诺，看到期者中按时兑现的比例；桌下的许诺不论新旧一律拒绝，仅凭估计不足以断定承诺合法。",
        "人信守諾者：只計合法承諾，看到期者中按時兌現的比例；桌下的許諾不論新舊一律拒絕，僅憑估計不足以斷定承諾合法。";
}
