use keqing::verdict::Decision;
use keqing::vocab::words::Text;

use crate::line::{Claim, Held, Stands};

pub(crate) const AND: [Text; 2] = [
    Text::new("and ", "另有 ", "另有 "),
    Text::new(
        " more, by their gravest matter: ",
        " 段，按最重事项：",
        " 段，按最重事項：",
    ),
];
pub(crate) const AND_RULES: [Text; 2] = [
    Text::new("and ", "另有 ", "另有 "),
    Text::new(" more rules", " 条规则", " 條規則"),
];
pub(crate) const BONDS: Text = Text::new("Relationships by bond", "各客情的纽带", "各客情的紐帶");
pub(crate) const BREACHED: Text = Text::new("breached", "违反", "違反");
pub(crate) const BY_GRAVEST: Text = Text::new(
    "Relationships by their gravest matter",
    "各客情的最重事项",
    "各客情的最重事項",
);
pub(crate) const COLON: Text = Text::new(": ", "：", "：");
pub(crate) const COMMA: Text = Text::new(", ", "，", "，");
pub(crate) const COUNTS: Text = Text::new("matters", "事项", "事項");
pub(crate) const FROM_TO: [Text; 2] = [
    Text::new(", as of ", "，截至 ", "，截至 "),
    Text::new(" to ", " 至 ", " 至 "),
];
pub(crate) const GRAVEST: Text = Text::new("gravest matter", "最重事项", "最重事項");
pub(crate) const LATE: [Text; 2] = [Text::new("", "逾期 ", "逾期 "), Text::new(" late", "", "")];
pub(crate) const LEFT_OUT: Text = Text::new("dossiers left out", "份档案未采用", "份檔案未採用");
pub(crate) const LEFT_OUT_ONE: Text = Text::new("dossier left out", "份档案未采用", "份檔案未採用");
pub(crate) const MATTERS: Text = Text::new("Matters by severity", "各类事项数", "各類事項數");
pub(crate) const MET: Text = Text::new("met", "符合", "符合");
pub(crate) const MET_AFTER: Text = Text::new("met", "项符合", "項符合");
pub(crate) const MISSING: Text = Text::new("fact missing", "缺少事实", "缺少事實");
pub(crate) const NOTHING: Text = Text::new("Nothing open", "无事项", "無事項");
pub(crate) const NOT_ASKED: Text =
    Text::new("not in the dossier", "档案中无此内容", "檔案中無此內容");
pub(crate) const INTERRUPTED: Text = Text::new("Interrupted", "中断", "中斷");
pub(crate) const PASSED_OVER: Text = Text::new("files passed over", "个文件未读", "個檔案未讀");
pub(crate) const PASSED_OVER_ONE: Text = Text::new("file passed over", "个文件未读", "個檔案未讀");
pub(crate) const POLICY: Text = Text::new(", policy ", "，依据政策 ", "，依據政策 ");
pub(crate) const RANKING: Text = Text::new(
    "Relationships, the worst first",
    "客情排序，最重者在先",
    "客情排序，最重者在先",
);
pub(crate) const RELATIONSHIP: Text = Text::new("relationship", "客情", "客情");
pub(crate) const RELATIONSHIPS: Text = Text::new("relationships", "段客情", "段客情");
pub(crate) const RELATIONSHIPS_ONE: Text = Text::new("relationship", "段客情", "段客情");
pub(crate) const RULE: Text = Text::new("rule", "规则", "規則");
pub(crate) const RULES: Text = Text::new(
    "Rules by the number of relationships",
    "各规则所涉客情数",
    "各規則所涉客情數",
);
pub(crate) const RULES_BREACHED: Text = Text::new(
    "Rules that most relationships breach",
    "违反最多的规则",
    "違反最多的規則",
);
pub(crate) const SEMICOLON: Text = Text::new("; ", "；", "；");
pub(crate) const STAGES: Text = Text::new(
    "Relationships by the stage that the facts support",
    "各客情按事实判定的阶段",
    "各客情按事實判定的階段",
);
pub(crate) const TITLE: Text = Text::new("Relationships reviewed", "客情总览", "客情總覽");
pub(crate) const TOPICS: Text = Text::new("Matters by topic", "各主题事项数", "各主題事項數");
pub(crate) const UNDECIDED: Text = Text::new(
    "Undecided, facts are missing",
    "未决：缺少事实",
    "未決：缺少事實",
);

/// The name of a claim on its own, as a group of matters has it.
pub(crate) const fn group(claim: Claim) -> Text {
    match claim {
        Claim::Refused => Text::new("Refused", "不允许", "不允許"),
        Claim::Decision => Text::new("Needs a decision", "待裁定", "待裁定"),
        Claim::Critical => Text::new("Critical", "严重", "嚴重"),
        Claim::Warning => Text::new("Warning", "警告", "警告"),
        Claim::Notice => Text::new("To note", "提示", "提示"),
        Claim::Unknown => Text::new("Not known", "尚未查明", "尚未查明"),
        Claim::Accepted => Text::new("Accepted", "已认可", "已認可"),
    }
}

/// The name of a claim after a number of matters.
pub(crate) const fn counted(claim: Claim, matters: u64) -> Text {
    match claim {
        Claim::Refused => Text::new("refused", "项不允许", "項不允許"),
        Claim::Decision => Text::new("to decide", "项待裁定", "項待裁定"),
        Claim::Critical => Text::new("critical", "项严重", "項嚴重"),
        Claim::Warning if matters == 1 => Text::new("warning", "项警告", "項警告"),
        Claim::Warning => Text::new("warnings", "项警告", "項警告"),
        Claim::Notice => Text::new("to note", "项提示", "項提示"),
        Claim::Unknown => Text::new("not known", "项尚未查明", "項尚未查明"),
        Claim::Accepted => Text::new("accepted", "项已认可", "項已認可"),
    }
}

/// The mark before a matter, as on the first page of a review.
pub(crate) const fn mark(claim: Claim) -> &'static str {
    match claim {
        Claim::Refused => "✗",
        Claim::Decision => "!",
        Claim::Critical | Claim::Warning | Claim::Notice => "△",
        Claim::Unknown => "?",
        Claim::Accepted => "=",
    }
}

/// The name of the stage that the facts support.
pub(crate) const fn stage(stands: Stands) -> Text {
    match stands {
        Stands::Active(stage) => stage.text(),
        Stands::Interrupted => INTERRUPTED,
        Stands::Undecided => UNDECIDED,
    }
}

/// The name of a bond.
pub(crate) const fn bond(held: Held) -> Text {
    match held {
        Held::By(bond) => bond.text(),
        Held::Undecided => Decision::Undecided.text(),
        Held::NotAsked => NOT_ASKED,
    }
}
