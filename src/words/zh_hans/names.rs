//! 简体中文: the names of things and of values.

use domain::material::Provision;
use domain::measure::MeasureKind;
use domain::reported::{ToldChange, Unit};
use domain::service::{Audience, InForceState};
use domain::step::{Channel, Side};
use domain::{
    ChangeKind, Direction, EvidenceKind, Field, ProblemCategory, ProblemState, Share, TimeUnit, WhyUnknown,
};

use crate::words::Names;

pub const NAMES: Names = Names {
    measure: |kind| match kind {
        MeasureKind::Places => "地",
        MeasureKind::Windows => "窗",
        MeasureKind::Visits => "次",
        MeasureKind::ApplicantSteps => "环节",
        MeasureKind::BackOfficeSteps => "后台环节",
        MeasureKind::Documents => "材料",
        MeasureKind::LegalLimit => "法定时限",
        MeasureKind::PromisedLimit => "承诺时限",
        MeasureKind::ComputedLimit => "推算时限",
        MeasureKind::Submissions => "提交份次",
        MeasureKind::WaivedShare => "免交比例",
        MeasureKind::WholeTime => "全程",
        MeasureKind::MeasuredLimit => "实测时限",
        MeasureKind::Burden => "负担",
        MeasureKind::Fees => "费用",
    },
    measure_plain: |kind| match kind {
        MeasureKind::Places => "去几个地方",
        MeasureKind::Windows => "找几个窗口",
        MeasureKind::Visits => "跑几次",
        MeasureKind::ApplicantSteps => "自己要办几步",
        MeasureKind::BackOfficeSteps => "后台要办几步",
        MeasureKind::Documents => "交几份材料",
        MeasureKind::LegalLimit => "法律规定最长几天",
        MeasureKind::PromisedLimit => "答应几天办好",
        MeasureKind::ComputedLimit => "按步骤算要几天",
        MeasureKind::Submissions => "一共递几回材料",
        MeasureKind::WaivedShare => "多少材料不用交",
        MeasureKind::WholeTime => "从头到尾要多久",
        MeasureKind::MeasuredLimit => "实际几天办好",
        MeasureKind::Burden => "自己要花多少时间",
        MeasureKind::Fees => "要花多少钱",
    },
    rule: |kind| match kind {
        MeasureKind::Places => "要到现场去的地方，同一个地方只数一次。网上和邮寄不算。",
        MeasureKind::Windows => "要面对的窗口，同一地的同一窗只数一次。自助机也算一个窗。",
        MeasureKind::Visits => {
            "照先后顺序，最少要出门几趟。换一个地方算另一趟；要等到以后的工作日才能接着办，也算另一趟。等几分钟、几小时不算，网上和邮寄不算。"
        }
        MeasureKind::ApplicantSteps => "必须由申请人参与的环节。可办可不办的不算，后台自己办的另外数。",
        MeasureKind::BackOfficeSteps => "办理单位在后台做的环节，不用申请人参与。",
        MeasureKind::Documents => "申请人要交的材料，同一份只数一次。不用交的（电子证照、数据共享）不算。",
        MeasureKind::LegalLimit => "法律法规写明的办结时限，不含特别程序。",
        MeasureKind::PromisedLimit => "办理单位承诺的办结时限，不含特别程序。",
        MeasureKind::ComputedLimit => {
            "从受理到办结，取最长的那一串等待相加。申请人自己用的时间不算，不满一天的等待不算。"
        }
        MeasureKind::Submissions => "每递一回材料数一次，同一份材料在三个窗口各交一回，数三次。",
        MeasureKind::WaivedShare => {
            "要的材料里，不用交的（电子证照、数据共享）占几份。同一份只数一次，有一处还要交，就算要交。"
        }
        MeasureKind::WholeTime => {
            "从头一步到拿到结果，取最长的那一串，自己用的时间和等待相加，路上的时间不算。有按天算的，就只加天数，不满一天的不算。"
        }
        MeasureKind::MeasuredLimit => "从受理到办结实际用了多久，取中位数，写明多少件。",
        MeasureKind::Burden => {
            "申请人自己花的时间：准备、排队、办理，再加每一趟来回的路上。有一样没写明，就不算出总数。"
        }
        MeasureKind::Fees => "各环节写明的费用相加。一处也没写明，就是不知道，不当成不收费。",
    },
    counter: |kind, _| match kind {
        MeasureKind::Places => "个地方",
        MeasureKind::Windows => "个窗口",
        MeasureKind::Visits => "次",
        MeasureKind::ApplicantSteps | MeasureKind::BackOfficeSteps => "个环节",
        MeasureKind::Documents => "份材料",
        MeasureKind::Submissions => "份次",
        MeasureKind::Fees => "元",
        MeasureKind::WaivedShare
        | MeasureKind::LegalLimit
        | MeasureKind::PromisedLimit
        | MeasureKind::ComputedLimit
        | MeasureKind::WholeTime
        | MeasureKind::MeasuredLimit
        | MeasureKind::Burden => "",
    },
    measure_word: |kind, _| match kind {
        MeasureKind::Places
        | MeasureKind::Windows
        | MeasureKind::ApplicantSteps
        | MeasureKind::BackOfficeSteps => "个",
        MeasureKind::Visits => "次",
        MeasureKind::Documents => "份",
        MeasureKind::Submissions => "份次",
        MeasureKind::Fees => "元",
        MeasureKind::WaivedShare
        | MeasureKind::LegalLimit
        | MeasureKind::PromisedLimit
        | MeasureKind::ComputedLimit
        | MeasureKind::WholeTime
        | MeasureKind::MeasuredLimit
        | MeasureKind::Burden => "",
    },
    evidence: |kind| match kind {
        EvidenceKind::Measured => "实测",
        EvidenceKind::Published => "公布",
        EvidenceKind::Computed => "推算",
        EvidenceKind::SelfReported => "自报",
        EvidenceKind::Example => "示例",
    },
    evidence_meaning: |kind| match kind {
        EvidenceKind::Measured => "有人真跑过，取中位数，写明次数",
        EvidenceKind::Published => "有公开出处，点开看原话",
        EvidenceKind::Computed => "由各步骤算出来的",
        EvidenceKind::SelfReported => "办理单位自己说的",
        EvidenceKind::Example => "演示用，不是真实数据",
    },
    change: |kind| match kind {
        ChangeKind::Kept => "保留",
        ChangeKind::Dropped => "取消",
        ChangeKind::Added => "新增",
        ChangeKind::Merged => "合并",
        ChangeKind::Split => "拆分",
        ChangeKind::Renamed => "改名",
        ChangeKind::MadeParallel => "改并行",
        ChangeKind::MadeSequential => "改串行",
        ChangeKind::Reordered => "移序",
        ChangeKind::MovedOnline => "转线上",
        ChangeKind::MovedOffline => "转线下",
        ChangeKind::MovedToBackOffice => "转后台",
        ChangeKind::MovedToApplicant => "转前台",
        ChangeKind::Shortened => "缩时",
        ChangeKind::Lengthened => "延时",
        ChangeKind::FewerMaterials => "减料",
        ChangeKind::MoreMaterials => "增料",
        ChangeKind::Cheaper => "减费",
        ChangeKind::Dearer => "增费",
        ChangeKind::Relocated => "换地换窗",
        ChangeKind::LegalBasisChanged => "改依据",
        ChangeKind::Adjusted => "其他调整",
    },
    field: |field| match field {
        Field::Name => "名称",
        Field::Stage => "阶段",
        Field::Actor => "由谁办",
        Field::Side => "前台后台",
        Field::After => "先后",
        Field::Channel => "办理方式",
        Field::Place => "地点",
        Field::Window => "窗口",
        Field::Prepare => "准备",
        Field::Queue => "排队",
        Field::Counter => "办理用时",
        Field::Wait => "等待",
        Field::Materials => "材料",
        Field::Outputs => "拿到",
        Field::Fee => "费用",
        Field::LegalBasis => "依据",
    },
    why_unknown: |why| match why {
        WhyUnknown::NoSteps => "没有写明步骤，数不出来。",
        WhyUnknown::NotStated => "没有写明。",
        WhyUnknown::NoSpan => "没有写明从哪一步受理、到哪一步办结。",
        WhyUnknown::UnknownWait(_) => "有一步要等多久不知道。",
        WhyUnknown::UnknownOwnTime(_) => "有一步自己要花多少时间没有写明。",
        WhyUnknown::OwnTimeInDays(_) => "有一步自己要花的时间按天写，换不成分钟。",
        WhyUnknown::UnknownTravel(_) => "有一处来回要多少分钟没有写明。",
        WhyUnknown::NoDocuments => "一份材料也不要，没有比例可算。",
        WhyUnknown::MixedDays => "有的按工作日、有的按自然日，不定下开始的日子加不起来。",
        WhyUnknown::TooLarge => "步骤太多，数不过来。",
    },
    audience: |audience| match audience {
        Audience::NaturalPerson => "面向个人",
        Audience::LegalPerson => "面向企业",
        Audience::Both => "面向个人和企业",
    },
    channel: |channel| match channel {
        Channel::Counter => "到窗口",
        Channel::Kiosk => "用自助机",
        Channel::Online => "网上办",
        Channel::Post => "邮寄",
        Channel::Phone => "打电话",
        Channel::Automatic => "不用申请",
    },
    side: |side| match side {
        Side::External => "申请人办",
        Side::Internal => "后台办",
    },
    provision: |provision| match provision {
        Provision::Submitted => "提交",
        Provision::WaivedByLicence => "免交，用电子证照",
        Provision::WaivedBySharing => "免交，数据共享",
        Provision::Commitment => "告知承诺",
        Provision::Later => "可以后补",
    },
    in_force: |state| match state {
        InForceState::InForce => "已实施",
        InForceState::Planned => "即将实施",
        InForceState::Ended => "已停用",
        InForceState::Unknown => "是否实施不详",
    },
    problem_state: |state| match state {
        ProblemState::Found => "已发现",
        ProblemState::Assigned => "已交办",
        ProblemState::UnderRepair => "整改中",
        ProblemState::Repaired => "已整改",
        ProblemState::Verified => "已核验",
        ProblemState::Confirmed => "已确认",
        ProblemState::Unfounded => "不成立",
        ProblemState::Unsolvable => "无法解决",
    },
    problem_category: |category| match category {
        ProblemCategory::Material => "材料",
        ProblemCategory::Step => "环节",
        ProblemCategory::TimeLimit => "时限",
        ProblemCategory::Trips => "跑动",
        ProblemCategory::Window => "窗口",
        ProblemCategory::Guidance => "指引",
        ProblemCategory::Attitude => "态度",
        ProblemCategory::System => "系统",
        ProblemCategory::Policy => "政策",
        ProblemCategory::Safety => "安全",
        ProblemCategory::Other => "其他",
    },
    unit: |unit, most| match unit {
        Unit::Time(unit) => time_unit(*unit, most).to_owned(),
        Unit::Counted(counter) => counter.clone(),
    },
    time_unit,
    span: |span| match span.is_none() {
        true => "不用等".to_owned(),
        false => format!("{} {}", range(span.min(), span.max()), time_unit(span.unit(), span.max())),
    },
    own_time: |min, max| {
        if min == max {
            hours_and_minutes(min)
        } else {
            format!("{}–{}", hours_and_minutes(min), hours_and_minutes(max))
        }
    },
    range,
    difference: |difference| match difference.direction {
        Direction::Same => "没变".to_owned(),
        Direction::Less => format!("少 {}", sizes(-difference.max, -difference.min)),
        Direction::More => format!("多 {}", sizes(difference.min, difference.max)),
        Direction::Unclear => "说不准多少".to_owned(),
    },
    difference_told: |direction, size| match direction {
        Direction::Same => "没变".to_owned(),
        Direction::Less => format!("少 {size}"),
        Direction::More => format!("多 {size}"),
        Direction::Unclear => "说不准多少".to_owned(),
    },
    difference_long: |difference, counter| match difference.direction {
        Direction::Same => "一样".to_owned(),
        Direction::Less => format!("少 {} {counter}", sizes(-difference.max, -difference.min)),
        Direction::More => format!("多 {} {counter}", sizes(difference.min, difference.max)),
        Direction::Unclear => "说不准多少".to_owned(),
    },
    permille: |permille| format!("{}.{} %", permille.abs() / 10, permille.abs() % 10),
    told_change: |change| match change {
        ToldChange::Percent(percent) if *percent > 0 => format!("+{percent} %"),
        ToldChange::Percent(percent) => format!("−{} %", percent.unsigned_abs()),
        ToldChange::Words(words) => words.clone(),
    },
    share: |least, most| {
        let told = |share: Share| format!("{} 份里免 {} 份", share.whole, share.part);
        if least == most { told(least) } else { format!("{} 到 {}", told(least), told(most)) }
    },
    date: |year, month, day| format!("{year}年{month}月{day}日"),
    yuan: |min, max| match (min, max) {
        (_, 0) => "不收费".to_owned(),
        (min, max) => format!("{} 元", range(min, max)),
    },
    list: |items| items.join("、"),
};

fn time_unit(unit: TimeUnit, _: u32) -> &'static str {
    match unit {
        TimeUnit::Minute => "分钟",
        TimeUnit::Hour => "小时",
        TimeUnit::WorkingDay => "个工作日",
        TimeUnit::NaturalDay => "个自然日",
    }
}

fn hours_and_minutes(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} 分钟"),
        (hours, 0) => format!("{hours} 小时"),
        (hours, minutes) => format!("{hours} 小时 {minutes} 分"),
    }
}

fn range(min: u32, max: u32) -> String {
    if min == max { min.to_string() } else { format!("{min}–{max}") }
}

fn sizes(min: i64, max: i64) -> String {
    if min == max { min.to_string() } else { format!("{min}–{max}") }
}
