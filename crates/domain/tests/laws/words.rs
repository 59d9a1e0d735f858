//! The words that drawn services are made of: how offices really name things, Chinese and English, some
//! of them alike, so that likeness has something to go by and something to be misled by.

/// Names of steps.
pub const STEPS: [&str; 24] = [
    "提交申请",
    "网上提交申请",
    "窗口受理",
    "受理审核",
    "现场核验",
    "联合踏勘",
    "部门审查",
    "作出决定",
    "缴纳费用",
    "签订合同",
    "领取营业执照",
    "领取结果",
    "邮寄送达",
    "办理税务登记",
    "银行开户",
    "刻制公章",
    "材料补正",
    "电话预约",
    "提交开业申请并签订承诺书",
    "Submit application",
    "Collect the licence",
    "Review by department",
    "取号排队",
    "审核并作出决定",
];

/// Names of papers and of outputs.
pub const PAPERS: [&str; 12] = [
    "身份证",
    "身份证复印件",
    "营业执照",
    "营业执照副本",
    "新营业执照",
    "申请表",
    "租房合同",
    "无房证明",
    "承诺书",
    "备案申请表（含承诺书）",
    "Passport copy",
    "用地意见",
];

/// Names of places.
pub const PLACES: [&str; 4] = ["政务服务中心", "税务大厅", "社区服务站", "Public service hall"];

/// Names of windows.
pub const WINDOWS: [&str; 4] = ["综合窗口", "税务窗口", "自助机", "Window 7"];

/// Rules, two of them one rule in two spellings.
pub const RULES: [&str; 4] = [
    "《行政许可法》第三十二条",
    "行政许可法 第32条",
    "《食品安全法》第三十五条",
    "Regulation on filing, art. 4",
];

/// Stages.
pub const STAGES: [&str; 2] = ["准备", "办理"];
