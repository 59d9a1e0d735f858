//! The sentences of the list of steps, of the papers and of what saved what. Apart from the others, so that
//! they are loaded with the page that says them.

use domain::Reason;
use domain::align::Confidence;
use domain::align::papers::PaperChange;

/// The sentences of the current language.
pub fn step_list_words() -> &'static StepListWords {
    &ZH_HANS
}

/// See the module.
pub struct StepListWords {
    pub legend: &'static str,
    pub all_kinds: &'static str,
    pub shown: fn(usize, usize) -> String,
    pub stepper: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub changes: fn(usize) -> String,
    pub change_of: fn(usize, usize) -> String,
    pub reason: fn(Reason) -> &'static str,
    pub taken_as_one: fn(&str, Confidence) -> String,
    pub why_one: &'static str,
    pub papers_title: &'static str,
    pub steps_title_of_one: &'static str,
    pub papers_title_of_one: &'static str,
    pub papers_count: fn(usize, usize) -> String,
    pub papers_count_of_one: fn(usize) -> String,
    pub paper_kept: &'static str,
    pub paper_change: fn(PaperChange) -> &'static str,
    pub paper_change_between_ways: fn(PaperChange) -> &'static str,
    pub only_bundled: &'static str,
    pub waterfall_title: &'static str,
    pub waterfall_title_between_ways: &'static str,
    pub waterfall_rule: &'static str,
    pub waterfall_measure: &'static str,
    pub waterfall_cause: &'static str,
    pub waterfall_amount: &'static str,
    pub waterfall_picture: &'static str,
    pub stated: &'static str,
    pub with: fn(&str) -> String,
    pub unchanged: &'static str,
}

static ZH_HANS: StepListWords = StepListWords {
    legend: "只看一种变化",
    all_kinds: "全部",
    shown: |shown, all| format!("显示 {shown} 步，共 {all} 步"),
    stepper: "一处一处看变化",
    previous: "上一处",
    next: "下一处",
    changes: |n| format!("共 {n} 处变化"),
    change_of: |at, n| format!("第 {at} 处，共 {n} 处"),
    reason: |reason| match reason {
        Reason::Pinned => "人工指定",
        Reason::SameKey => "同一编号",
        Reason::SameName => "同名",
        Reason::LikeName => "名称相近",
        Reason::SameAct => "做的是同一件事",
        Reason::SameWindow => "同窗",
        Reason::SamePlace => "同地",
        Reason::SamePapers => "材料相同",
        Reason::SameOutputs => "结果相同",
        Reason::SameRule => "依据相同",
        Reason::SameNeighbours => "前后环节对得上",
        Reason::SameSteps => "用在对应的环节",
    },
    taken_as_one: |reasons, confidence| match confidence {
        1_000 => format!("两边算同一步，因为{reasons}。"),
        sure if sure >= 800 => format!("两边算同一步，因为{reasons}。把握较大。"),
        _ => format!("两边算同一步，因为{reasons}。把握一般，请看一看对不对。"),
    },
    why_one: "两边为什么算同一步",
    papers_title: "材料怎么变",
    steps_title_of_one: "一步一步怎么办",
    papers_title_of_one: "要交什么材料",
    papers_count: |first, second| format!("要交 {first} 份 → {second} 份"),
    papers_count_of_one: |n| format!("要交 {n} 份"),
    paper_kept: "没变",
    paper_change: |change| match change {
        PaperChange::Dropped => "不再要",
        PaperChange::Added => "新要",
        PaperChange::Renamed => "改名",
        PaperChange::Waived => "改为免交",
        PaperChange::Demanded => "改为要交",
        PaperChange::FormChanged => "换了形式",
        PaperChange::ProvisionChanged => "换了交法",
    },
    paper_change_between_ways: |change| match change {
        PaperChange::Dropped => "只有方式甲要",
        PaperChange::Added => "只有方式乙要",
        PaperChange::Renamed => "名称不同",
        PaperChange::Waived => "方式乙免交",
        PaperChange::Demanded => "方式甲免交",
        PaperChange::FormChanged => "形式不同",
        PaperChange::ProvisionChanged => "交法不同",
    },
    only_bundled: "份数少了，是因为几样材料并成了一样：要准备的内容没有少。",
    waterfall_title: "哪一处改动省下的",
    waterfall_title_between_ways: "差在哪一处",
    waterfall_rule: "差数逐处记账，一笔不重、一笔不漏，加起来正好是总差。范围按最多的算。",
    waterfall_measure: "看哪个数",
    waterfall_cause: "改动",
    waterfall_amount: "变化",
    waterfall_picture: "图",
    stated: "规定的时限不同",
    with: |others| format!("同时靠：{others}"),
    unchanged: "两边一样，没有可记的账。",
};
