//! What the words of a step's name mean: which act it is, what it is about, and which words say only by
//! what way it is done.
//!
//! Names of steps are short and made of few words: an act (提交, 核验, 领取), what it acts on (许可证,
//! 材料), and the way (网上, 到窗口). Offices reword all three without changing the step, so words that
//! mean the same in this field count as the same here. The list holds the common vocabulary of service
//! guides in Chinese and English; a word that is not in it still counts by its characters.

/// What a step does, one bit each, so that a name with several acts is a set.
pub type Acts = u32;

macro_rules! acts {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => { $($(#[$doc])* pub const $name: Acts = 1 << $bit;)* };
}

acts! {
    /// 咨询
    CONSULT = 0;
    /// 预约, 取号
    BOOK = 1;
    /// 填写
    FILL = 2;
    /// 申请, 提交
    APPLY = 3;
    /// 受理
    ACCEPT = 4;
    /// 审核, 核验
    REVIEW = 5;
    /// 审批, 决定
    DECIDE = 6;
    /// 现场查看
    INSPECT = 7;
    /// 领取
    COLLECT = 8;
    /// 缴费
    PAY = 9;
    /// 签订, 承诺
    SIGN = 10;
    /// 公示
    PUBLISH = 11;
    /// 制证
    PRODUCE = 12;
    /// 检测, 体检, 考试
    TEST = 13;
    /// 开具证明
    CERTIFY = 14;
    /// 拨付
    PAY_OUT = 15;
    /// 登簿, 建档, 备案
    RECORD = 16;
    /// 通知
    NOTIFY = 17;
    /// 施工, 安装
    BUILD = 18;
    /// 培训
    TRAIN = 19;
    /// 设计
    DESIGN = 20;
    /// 评价
    RATE = 21;
    /// 拍照, 采集
    CAPTURE = 22;
    /// 庭审, 调解
    HEAR = 23;
    /// 征求意见
    OPINION = 24;
    /// 撤销, 挂失
    CANCEL = 25;
    /// 推荐, 分派, 指定
    ASSIGN = 26;
    /// 移交, 送达
    DELIVER = 27;
    /// 开户, 开通
    OPEN = 28;
}

/// Acts that one office calls by the one name and another by the other.
const NEIGHBOURS: &[(Acts, Acts)] = &[
    (FILL, APPLY),
    (APPLY, ACCEPT),
    (ACCEPT, REVIEW),
    (ACCEPT, RECORD),
    (REVIEW, DECIDE),
    (REVIEW, INSPECT),
    (INSPECT, TEST),
    (REVIEW, TEST),
    (REVIEW, CERTIFY),
    (DECIDE, PRODUCE),
    (DECIDE, RECORD),
    (APPLY, RECORD),
    (COLLECT, DELIVER),
    (COLLECT, NOTIFY),
    (DELIVER, NOTIFY),
    (CERTIFY, COLLECT),
    (SIGN, APPLY),
    (PUBLISH, NOTIFY),
    (PAY_OUT, COLLECT),
    (PAY_OUT, DELIVER),
    (CONSULT, NOTIFY),
    (OPINION, REVIEW),
    (ASSIGN, NOTIFY),
];

/// The acts that are near to one of `acts`, without those themselves.
pub fn neighbours(acts: Acts) -> Acts {
    let near = NEIGHBOURS.iter().fold(0, |near, (a, b)| {
        let forth = if acts & a != 0 { *b } else { 0 };
        let back = if acts & b != 0 { *a } else { 0 };
        near | forth | back
    });
    near & !acts
}

/// The phases of a process to which acts belong: before it, handing in, deciding, handing out, paying.
const PHASES: [Acts; 5] = [
    CONSULT | BOOK | CERTIFY | TEST | TRAIN | DESIGN | CAPTURE | ASSIGN,
    FILL | APPLY | SIGN | ACCEPT | CAPTURE | OPEN,
    ACCEPT | REVIEW | DECIDE | INSPECT | OPINION | HEAR | PUBLISH | TEST | ASSIGN | CANCEL,
    COLLECT | DELIVER | NOTIFY | PRODUCE | PAY_OUT | RECORD | RATE | BUILD | OPEN,
    PAY,
];

/// Whether the acts share a phase of the process; acts that are not told may be of any.
pub fn share_phase(a: Acts, b: Acts) -> bool {
    a == 0 || b == 0 || PHASES.iter().any(|phase| a & phase != 0 && b & phase != 0)
}

/// What a word in a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// An act, about nothing in particular.
    Act(Acts),
    /// An act that also says what about: 缴税 pays, and it is about taxes.
    ActOn(Acts, u8),
    /// A thing, by its number.
    Thing(u8),
    /// A way, a place, or a filler; it says nothing of what the step is for.
    Way,
}

use Meaning::{Act, ActOn, Thing, Way};

// Things that have many names. The numbers only tell them apart.
const LICENCE: u8 = 1;
const FORM: u8 = 2;
const PAPERS: u8 = 3;
const RECEIPT: u8 = 4;
const FEE: u8 = 5;
const GRANT: u8 = 6;
const COMPANY: u8 = 7;
const RESULT: u8 = 8;
const OPINIONS: u8 = 9;
const IDENTITY: u8 = 10;
const HOME: u8 = 11;
const CONTRACT: u8 = 12;
const PREMISES: u8 = 13;
const TAX: u8 = 14;
const REPORT: u8 = 15;
const LIST: u8 = 16;
const SLOT: u8 = 17;
const PHOTO: u8 = 18;
const SEAL: u8 = 19;
const QUALIFICATION: u8 = 20;
const SOCIAL: u8 = 21;
const PLEDGE: u8 = 22;
const DRAWING: u8 = 23;
const MARRIAGE: u8 = 24;
const HEALTH: u8 = 25;
const VEHICLE: u8 = 26;
const NUMBER: u8 = 27;
const CARD: u8 = 28;
const FORUM: u8 = 29;

/// What the word at the beginning of `rest` means, and its length in characters; the longest word counts.
pub fn word_at(rest: &[char]) -> Option<(usize, Meaning)> {
    let first = *rest.first()?;
    let from = WORDS.partition_point(|(word, _)| word.chars().next().is_some_and(|c| c < first));
    let mut longest = None;
    for (word, meaning) in &WORDS[from..] {
        if !word.starts_with(first) {
            break;
        }
        let mut length = 0;
        let fits = word.chars().all(|c| {
            length += 1;
            rest.get(length - 1) == Some(&c)
        });
        if fits && longest.is_none_or(|(known, _)| length > known) {
            longest = Some((length, *meaning));
        }
    }
    longest
}

/// Sorted by character, so that a word is found by its first one.
#[rustfmt::skip]
const WORDS: &[(&str, Meaning)] = &[
    ("a", Way), ("accept", Act(ACCEPT)), ("acceptance", Act(ACCEPT)), ("activate", Act(OPEN)),
    ("advice", Act(CONSULT)), ("agreement", Thing(CONTRACT)), ("aid", Thing(GRANT)),
    ("allowance", Thing(GRANT)), ("an", Way), ("and", Way), ("announce", Act(PUBLISH)),
    ("announcement", Act(PUBLISH)), ("app", Way), ("application", Act(APPLY)), ("apply", Act(APPLY)),
    ("appoint", Act(ASSIGN)), ("appointment", Act(BOOK)), ("approval", Act(DECIDE)),
    ("approve", Act(DECIDE)), ("archive", Act(RECORD)), ("arrange", Act(ASSIGN)), ("ask", Act(CONSULT)),
    ("assess", Act(REVIEW)), ("assessment", Act(REVIEW)), ("assign", Act(ASSIGN)), ("at", Way),
    ("automatic", Way), ("automatically", Way), ("badge", Thing(CARD)), ("benefit", Thing(GRANT)),
    ("book", Act(BOOK)), ("booking", Act(BOOK)), ("bureau", Way), ("business", Thing(COMPANY)), ("by", Way),
    ("cancel", Act(CANCEL)), ("cancellation", Act(CANCEL)), ("capture", Act(CAPTURE)),
    ("car", Thing(VEHICLE)), ("card", Thing(CARD)), ("certificate", Thing(LICENCE)),
    ("certify", Act(CERTIFY)), ("charge", Thing(FEE)), ("charges", Thing(FEE)), ("check", Act(REVIEW)),
    ("claim", Act(APPLY)), ("collect", Act(COLLECT)), ("collection", Act(COLLECT)),
    ("comments", Thing(OPINIONS)), ("commitment", ActOn(SIGN, PLEDGE)), ("company", Thing(COMPANY)),
    ("compare", Act(REVIEW)), ("complete", Act(FILL)), ("conditions", Thing(QUALIFICATION)),
    ("connect", Act(BUILD)), ("connection", Act(BUILD)), ("construct", Act(BUILD)),
    ("construction", Act(BUILD)), ("consult", Act(CONSULT)), ("contract", Thing(CONTRACT)),
    ("counter", Way), ("courier", Act(DELIVER)), ("course", Act(TRAIN)), ("court", Thing(FORUM)),
    ("decide", Act(DECIDE)), ("decision", Act(DECIDE)), ("declaration", ActOn(SIGN, PLEDGE)),
    ("declare", ActOn(SIGN, PLEDGE)), ("deliver", Act(DELIVER)), ("delivery", Act(DELIVER)),
    ("department", Way), ("deposit", Thing(FEE)), ("design", Act(DESIGN)), ("desk", Way),
    ("determine", Act(DECIDE)), ("disburse", Act(PAY_OUT)), ("disbursement", Act(PAY_OUT)),
    ("docket", Act(ACCEPT)), ("document", Thing(PAPERS)), ("documents", Thing(PAPERS)),
    ("dossier", Thing(PAPERS)), ("download", Act(COLLECT)), ("draft", Act(DESIGN)),
    ("drawing", Thing(DRAWING)), ("drawings", Thing(DRAWING)), ("electronic", Way),
    ("eligibility", Thing(QUALIFICATION)), ("employer", Thing(COMPANY)), ("enquire", Act(CONSULT)),
    ("enquiry", Act(CONSULT)), ("enrol", Act(APPLY)), ("enter", Act(FILL)), ("enterprise", Thing(COMPANY)),
    ("entrust", Act(ASSIGN)), ("exam", Act(TEST)), ("examination", Act(REVIEW)), ("examine", Act(REVIEW)),
    ("fee", Thing(FEE)), ("feedback", Act(RATE)), ("fees", Thing(FEE)), ("file", Act(APPLY)),
    ("filing", Act(APPLY)), ("fill", Act(FILL)), ("fingerprint", Act(CAPTURE)),
    ("fingerprints", Act(CAPTURE)), ("for", Way), ("form", Thing(FORM)), ("forms", Thing(FORM)),
    ("forward", Act(DELIVER)), ("from", Way), ("get", Act(COLLECT)), ("grant", Act(DECIDE)),
    ("guidance", Act(CONSULT)), ("hand", Act(APPLY)), ("health", Thing(HEALTH)), ("hearing", Act(HEAR)),
    ("housing", Thing(HOME)), ("id", Thing(IDENTITY)), ("identity", Thing(IDENTITY)), ("in", Way),
    ("inform", Act(NOTIFY)), ("inquire", Act(CONSULT)), ("inquiry", Act(CONSULT)),
    ("inspect", Act(INSPECT)), ("inspection", Act(INSPECT)), ("install", Act(BUILD)),
    ("installation", Act(BUILD)), ("insurance", Thing(SOCIAL)), ("intake", Act(ACCEPT)), ("kiosk", Way),
    ("learn", Act(TRAIN)), ("licence", Thing(LICENCE)), ("license", Thing(LICENCE)), ("list", Thing(LIST)),
    ("lodge", Act(APPLY)), ("lookup", Act(CONSULT)), ("mail", Act(DELIVER)), ("make", Act(PRODUCE)),
    ("marriage", Thing(MARRIAGE)), ("match", Act(REVIEW)), ("materials", Thing(PAPERS)),
    ("measure", Act(TEST)), ("measurement", Act(TEST)), ("mediate", Act(HEAR)), ("mediation", Act(HEAR)),
    ("medical", ActOn(TEST, HEALTH)), ("message", Act(NOTIFY)), ("mobile", Way), ("notice", Act(NOTIFY)),
    ("notification", Act(NOTIFY)), ("notify", Act(NOTIFY)), ("number", Thing(NUMBER)),
    ("obtain", Act(COLLECT)), ("of", Way), ("office", Way), ("offline", Way), ("on", Way), ("online", Way),
    ("opinion", Act(OPINION)), ("opinions", Thing(OPINIONS)), ("or", Way), ("outcome", Thing(RESULT)),
    ("panel", Thing(FORUM)), ("papers", Thing(PAPERS)), ("passport", Thing(LICENCE)), ("pay", Act(PAY)),
    ("payment", Act(PAY)), ("payout", Act(PAY_OUT)), ("permit", Thing(LICENCE)), ("person", Way),
    ("phone", Way), ("photo", ActOn(CAPTURE, PHOTO)), ("photograph", ActOn(CAPTURE, PHOTO)),
    ("pick-up", Act(COLLECT)), ("pickup", Act(COLLECT)), ("plan", Thing(DRAWING)),
    ("plans", Thing(DRAWING)), ("plate", Thing(CARD)), ("pledge", ActOn(SIGN, PLEDGE)), ("portal", Way),
    ("post", Act(DELIVER)), ("premises", Thing(PREMISES)), ("prepare", Act(FILL)), ("print", Act(COLLECT)),
    ("produce", Act(PRODUCE)), ("proof", Act(CERTIFY)), ("property", Thing(HOME)),
    ("publication", Act(PUBLISH)), ("publish", Act(PUBLISH)), ("push", Act(DELIVER)),
    ("qualification", Thing(QUALIFICATION)), ("query", Act(CONSULT)), ("queue", ActOn(BOOK, NUMBER)),
    ("rate", Act(RATE)), ("rating", Act(RATE)), ("receipt", Thing(RECEIPT)), ("receive", Act(ACCEPT)),
    ("record", Act(RECORD)), ("refund", Act(CANCEL)), ("register", Act(RECORD)),
    ("register-online", Act(APPLY)), ("registration", Act(RECORD)), ("remit", Act(PAY_OUT)),
    ("report", Thing(REPORT)), ("request", Act(APPLY)), ("requirements", Thing(QUALIFICATION)),
    ("reserve", Act(BOOK)), ("residence", Thing(HOME)), ("result", Thing(RESULT)),
    ("results", Thing(RESULT)), ("review", Act(REVIEW)), ("revoke", Act(CANCEL)), ("roster", Thing(LIST)),
    ("ruling", Act(DECIDE)), ("screen", Act(REVIEW)), ("screening", Act(REVIEW)), ("seal", Thing(SEAL)),
    ("search", Act(CONSULT)), ("self-service", Way), ("send", Act(APPLY)), ("ship", Act(DELIVER)),
    ("shop", Thing(PREMISES)), ("sign", Act(SIGN)), ("signature", Act(SIGN)), ("signing", Act(SIGN)),
    ("site", Thing(PREMISES)), ("slip", Thing(RECEIPT)), ("slot", ActOn(BOOK, SLOT)), ("staff", Way),
    ("stamp", Act(CERTIFY)), ("submission", Act(APPLY)), ("submit", Act(APPLY)), ("subsidy", Thing(GRANT)),
    ("survey", Act(INSPECT)), ("system", Way), ("tax", Thing(TAX)), ("taxes", Thing(TAX)),
    ("test", Act(TEST)), ("testing", Act(TEST)), ("the", Way), ("to", Way), ("train", Act(TRAIN)),
    ("training", Act(TRAIN)), ("transfer", Act(PAY_OUT)), ("upload", Act(APPLY)),
    ("vaccine", Thing(HEALTH)), ("validate", Act(REVIEW)), ("vehicle", Thing(VEHICLE)),
    ("verification", Act(REVIEW)), ("verify", Act(REVIEW)), ("via", Way), ("visit", Act(INSPECT)),
    ("voucher", Thing(RECEIPT)), ("web", Way), ("website", Way), ("window", Way), ("with", Way),
    ("your", Way), ("一", Way), ("一次", Way), ("一次性", Way), ("一窗", Way), ("上传", Act(APPLY)),
    ("上图", Act(RECORD)), ("上报", Act(APPLY)), ("上门", Way), ("上门查看", Act(INSPECT)), ("下载", Act(COLLECT)),
    ("不动产", Thing(HOME)), ("与", Way), ("专员", Way), ("专窗", Way), ("业务", Way), ("中心", Way), ("为", Way),
    ("主体", Thing(COMPANY)), ("乡镇", Way), ("了", Way), ("了解", Act(CONSULT)), ("事项", Way), ("互联网", Way),
    ("交", Act(APPLY)), ("交件", ActOn(APPLY, PAPERS)), ("交材料", ActOn(APPLY, PAPERS)), ("交纳", Act(PAY)),
    ("交费", ActOn(PAY, FEE)), ("交钱", ActOn(PAY, FEE)), ("产权证", Thing(LICENCE)), ("产权证书", Thing(LICENCE)),
    ("亲自", Way), ("人像", ActOn(CAPTURE, PHOTO)), ("人员", Way), ("从", Way), ("付", Act(PAY)),
    ("付款", Act(PAY)), ("付费", ActOn(PAY, FEE)), ("代交", Act(APPLY)), ("仲裁庭", Thing(FORUM)),
    ("件", Thing(PAPERS)), ("企业", Thing(COMPANY)), ("会", Thing(FORUM)), ("会签", Act(OPINION)),
    ("会议", Thing(FORUM)), ("住址", Thing(HOME)), ("住房", Thing(HOME)), ("体检", ActOn(TEST, HEALTH)),
    ("作废", Act(CANCEL)), ("保函", Thing(FEE)), ("保证书", Thing(PLEDGE)), ("保证金", Thing(FEE)), ("信息", Way),
    ("健康", Thing(HEALTH)), ("免费", Way), ("兑付", Act(PAY_OUT)), ("入库", Act(RECORD)), ("入户", Act(INSPECT)),
    ("入账", Act(PAY_OUT)), ("公司", Thing(COMPANY)), ("公告", Act(PUBLISH)), ("公布", Act(PUBLISH)),
    ("公示", Act(PUBLISH)), ("公章", Thing(SEAL)), ("公证", Act(CERTIFY)), ("具结", ActOn(SIGN, PLEDGE)),
    ("再", Way), ("决定", Act(DECIDE)), ("决定书", Thing(LICENCE)), ("准予", Act(DECIDE)), ("准备", Act(FILL)),
    ("准考证", Thing(LICENCE)), ("凭", Way), ("凭单", Thing(RECEIPT)), ("凭条", Thing(RECEIPT)),
    ("凭证", Thing(RECEIPT)), ("出具", Act(CERTIFY)), ("出证", Act(CERTIFY)), ("分局", Way), ("分派", Act(ASSIGN)),
    ("划转", Act(PAY_OUT)), ("初审", Act(REVIEW)), ("初核", Act(REVIEW)), ("到", Way), ("到账", Act(PAY_OUT)),
    ("制", Act(PRODUCE)), ("制作", Act(PRODUCE)), ("制卡", ActOn(PRODUCE, CARD)), ("制发", Act(PRODUCE)),
    ("制本", ActOn(PRODUCE, LICENCE)), ("制证", ActOn(PRODUCE, LICENCE)), ("刻制", Act(PRODUCE)), ("前", Way),
    ("副本", Thing(LICENCE)), ("办事处", Way), ("办理", Way), ("办结", Act(DECIDE)), ("勘察", Act(INSPECT)),
    ("勘验", Act(INSPECT)), ("勾选", Act(FILL)), ("化验", Act(TEST)), ("医保", Thing(SOCIAL)),
    ("医学检查", ActOn(TEST, HEALTH)), ("医疗保险", Thing(SOCIAL)), ("协议", Thing(CONTRACT)),
    ("单位", Thing(COMPANY)), ("单据", Thing(RECEIPT)), ("卡", Thing(CARD)), ("卡片", Thing(CARD)),
    ("印制", Act(PRODUCE)), ("印章", Thing(SEAL)), ("即准", Act(DECIDE)), ("即刻", Way), ("即时", Way), ("去", Way),
    ("及", Way), ("反馈", Act(NOTIFY)), ("发布", Act(PUBLISH)), ("发放", Act(PAY_OUT)),
    ("发证", ActOn(PRODUCE, LICENCE)), ("取", Act(COLLECT)), ("取号", ActOn(BOOK, NUMBER)),
    ("取回", Act(COLLECT)), ("取得", Act(COLLECT)), ("取本", ActOn(COLLECT, LICENCE)), ("取样", Act(TEST)),
    ("取证", ActOn(COLLECT, LICENCE)), ("受理", Act(ACCEPT)), ("受理凭证", Thing(RECEIPT)),
    ("受理单", Thing(RECEIPT)), ("受理通知", Thing(RECEIPT)), ("叫号", ActOn(BOOK, NUMBER)), ("号", Thing(NUMBER)),
    ("号码", Thing(NUMBER)), ("合同", Thing(CONTRACT)), ("合格书", Thing(REPORT)), ("合格证", Thing(LICENCE)),
    ("合约", Thing(CONTRACT)), ("合议", Act(DECIDE)), ("吊销", Act(CANCEL)), ("名册", Thing(LIST)),
    ("名单", Thing(LIST)), ("后", Way), ("后台", Way), ("向", Way), ("听取", Act(OPINION)), ("听证", Act(HEAR)),
    ("听课", Act(TRAIN)), ("启用", Act(OPEN)), ("呈交", Act(APPLY)), ("呈报", Act(APPLY)), ("告知", Act(NOTIFY)),
    ("和", Way), ("咨询", Act(CONSULT)), ("商户", Thing(COMPANY)), ("回复", Act(NOTIFY)), ("回执", Thing(RECEIPT)),
    ("回访", Act(RATE)), ("图", Thing(DRAWING)), ("图纸", Thing(DRAWING)), ("在", Way), ("在线", Way),
    ("场所", Thing(PREMISES)), ("培训", Act(TRAIN)), ("填", Act(FILL)), ("填写", Act(FILL)), ("填报", Act(FILL)),
    ("填表", ActOn(FILL, FORM)), ("声明", ActOn(SIGN, PLEDGE)), ("备妥", Act(FILL)), ("备案", Act(RECORD)),
    ("备齐", Act(FILL)), ("复审", Act(REVIEW)), ("复核", Act(REVIEW)), ("外检", Act(TEST)), ("多", Way),
    ("大厅", Way), ("大数据", Way), ("契税", Thing(TAX)), ("奖励", Thing(GRANT)), ("好评", Act(RATE)),
    ("委托", Act(ASSIGN)), ("婚姻", Thing(MARRIAGE)), ("婚检", ActOn(TEST, HEALTH)), ("存档", Act(RECORD)),
    ("学习", Act(TRAIN)), ("学位", Thing(QUALIFICATION)), ("学完", Act(TRAIN)), ("安排", Act(ASSIGN)),
    ("安装", Act(BUILD)), ("完成", Way), ("完税", ActOn(PAY, TAX)), ("完税凭证", Thing(TAX)), ("定案", Act(DECIDE)),
    ("实地", Act(INSPECT)), ("实施", Way), ("审", Act(REVIEW)), ("审图", Act(REVIEW)), ("审定", Act(DECIDE)),
    ("审批", Act(DECIDE)), ("审查", Act(REVIEW)), ("审核", Act(REVIEW)), ("审理", Act(HEAR)), ("审签", Act(DECIDE)),
    ("审议", Act(DECIDE)), ("审验", Act(REVIEW)), ("客户端", Way), ("寄", Act(DELIVER)), ("寄出", Act(DELIVER)),
    ("寄送", Act(DELIVER)), ("对", Way), ("导办", Act(CONSULT)), ("将", Way), ("小程序", Way), ("局", Way),
    ("居住", Thing(HOME)), ("居住证", Thing(LICENCE)), ("居委会", Way), ("巡查", Act(INSPECT)), ("工作人员", Way),
    ("工本费", Thing(FEE)), ("平台", Way), ("并", Way), ("并联", Way), ("店铺", Thing(PREMISES)),
    ("店面", Thing(PREMISES)), ("庭", Thing(FORUM)), ("庭审", Act(HEAR)), ("建档", Act(RECORD)),
    ("建设", Act(BUILD)), ("开具", Act(CERTIFY)), ("开展", Way), ("开庭", Act(HEAR)), ("开户", Act(OPEN)),
    ("开挖", Act(BUILD)), ("开立", Act(OPEN)), ("开证明", Act(CERTIFY)), ("开通", Act(OPEN)), ("张贴", Act(PUBLISH)),
    ("归档", Act(RECORD)), ("归集", Act(RECORD)), ("当场", Way), ("当日", Way), ("当面", Way), ("当面签", Act(SIGN)),
    ("录入", Act(FILL)), ("录指纹", Act(CAPTURE)), ("往", Way), ("征意", Act(OPINION)), ("征求", Act(OPINION)),
    ("征询", Act(OPINION)), ("待遇", Thing(GRANT)), ("快递", Act(DELIVER)), ("情况", Way),
    ("意见", Thing(OPINIONS)), ("意见书", Thing(OPINIONS)), ("成绩", Thing(RESULT)), ("或", Way),
    ("户口本", Thing(IDENTITY)), ("户口簿", Thing(IDENTITY)), ("户籍", Thing(IDENTITY)), ("房产", Thing(HOME)),
    ("房产证", Thing(LICENCE)), ("房子", Thing(HOME)), ("房屋", Thing(HOME)), ("所", Way), ("手机", Way),
    ("手机端", Way), ("手续", Way), ("打分", Act(RATE)), ("打卡", Act(PAY_OUT)), ("打印", Act(COLLECT)),
    ("打印制作", Act(PRODUCE)), ("打听", Act(CONSULT)), ("打款", Act(PAY_OUT)), ("打证", ActOn(PRODUCE, LICENCE)),
    ("执照", Thing(LICENCE)), ("扫码付", Act(PAY)), ("批准", Act(DECIDE)), ("批复", Act(DECIDE)),
    ("批文", Thing(LICENCE)), ("承诺", ActOn(SIGN, PLEDGE)), ("承诺书", Thing(PLEDGE)), ("把", Way),
    ("投送", Act(DELIVER)), ("投递", Act(APPLY)), ("报名", Act(APPLY)), ("报名表", Thing(FORM)),
    ("报告", Thing(REPORT)), ("报告书", Thing(REPORT)), ("报备", Act(RECORD)), ("报建", Act(APPLY)),
    ("报批", Act(APPLY)), ("报税", ActOn(PAY, TAX)), ("报装", Act(APPLY)), ("报送", Act(APPLY)),
    ("押金", Thing(FEE)), ("抽查", Act(INSPECT)), ("抽签", Act(ASSIGN)), ("拍摄", ActOn(CAPTURE, PHOTO)),
    ("拍板", Act(DECIDE)), ("拍照", ActOn(CAPTURE, PHOTO)), ("拨付", Act(PAY_OUT)), ("拨款", Act(PAY_OUT)),
    ("拿", Act(COLLECT)), ("持", Way), ("挂号", Act(BOOK)), ("挂失", Act(CANCEL)), ("挂接", Act(RECORD)),
    ("挂网", Act(PUBLISH)), ("指定", Act(ASSIGN)), ("指导", Act(CONSULT)), ("指引", Act(CONSULT)),
    ("指纹", Act(CAPTURE)), ("按", Way), ("按指纹", Act(CAPTURE)), ("换领", ActOn(APPLY, LICENCE)),
    ("排号", ActOn(BOOK, NUMBER)), ("排队", ActOn(BOOK, NUMBER)), ("探视", Act(INSPECT)), ("接件", Act(ACCEPT)),
    ("接办", Act(ACCEPT)), ("接收", Act(ACCEPT)), ("接收申请", Act(ACCEPT)), ("接种", Act(TEST)),
    ("接通", Act(BUILD)), ("推荐", Act(ASSIGN)), ("推送", Act(DELIVER)), ("提交", Act(APPLY)), ("提出", Act(APPLY)),
    ("提醒", Act(NOTIFY)), ("摇号", Act(ASSIGN)), ("撤销", Act(CANCEL)), ("支付", Act(PAY)), ("收下", Act(ACCEPT)),
    ("收件", Act(ACCEPT)), ("收到", Act(COLLECT)), ("收取", Act(COLLECT)), ("收据", Thing(RECEIPT)),
    ("收案", Act(ACCEPT)), ("收费", ActOn(PAY, FEE)), ("放款", Act(PAY_OUT)), ("政务大厅", Way),
    ("政务服务中心", Way), ("救助金", Thing(GRANT)), ("数据", Way), ("敷设", Act(BUILD)), ("文件", Thing(PAPERS)),
    ("方案", Thing(DRAWING)), ("施工", Act(BUILD)), ("施工图", Thing(DRAWING)), ("日子", ActOn(BOOK, SLOT)),
    ("日期", ActOn(BOOK, SLOT)), ("时段", ActOn(BOOK, SLOT)), ("时间", ActOn(BOOK, SLOT)), ("智能", Way),
    ("有关", Way), ("服务", Way), ("服务中心", Way), ("本", Thing(LICENCE)), ("本人", Way), ("机动车", Thing(VEHICLE)),
    ("机构", Way), ("材料", Thing(PAPERS)), ("村委会", Way), ("条件", Thing(QUALIFICATION)), ("柜台", Way),
    ("柜员", Way), ("查", Act(CONSULT)), ("查勘", Act(INSPECT)), ("查收", Act(COLLECT)), ("查核", Act(REVIEW)),
    ("查看", Act(INSPECT)), ("查询", Act(CONSULT)), ("查阅", Act(CONSULT)), ("查验", Act(REVIEW)),
    ("标志", Thing(CARD)), ("校验", Act(REVIEW)), ("核准", Act(DECIDE)), ("核发", ActOn(PRODUCE, LICENCE)),
    ("核定", Act(DECIDE)), ("核实", Act(REVIEW)), ("核对", Act(REVIEW)), ("核查", Act(REVIEW)),
    ("核验", Act(REVIEW)), ("检查", Act(INSPECT)), ("检核", Act(REVIEW)), ("检测", Act(TEST)), ("检疫", Act(TEST)),
    ("检验", Act(TEST)), ("款项", Thing(FEE)), ("比对", Act(REVIEW)), ("汇签", Act(OPINION)),
    ("法庭", Thing(FORUM)), ("注销", Act(CANCEL)), ("津贴", Thing(GRANT)), ("派单", Act(ASSIGN)),
    ("派员", Act(ASSIGN)), ("流转", Act(DELIVER)), ("测绘", Act(TEST)), ("测试", Act(TEST)), ("测量", Act(TEST)),
    ("清单", Thing(LIST)), ("满意度", Act(RATE)), ("激活", Act(OPEN)), ("照片", ActOn(CAPTURE, PHOTO)),
    ("照相", ActOn(CAPTURE, PHOTO)), ("牌", Thing(CARD)), ("牌照", Thing(CARD)), ("现场", Way),
    ("现场情况", Thing(PREMISES)), ("现场核查", Act(INSPECT)), ("现场检查", Act(INSPECT)), ("由", Way),
    ("申办", Act(APPLY)), ("申报", Act(APPLY)), ("申报件", Thing(PAPERS)), ("申请", Act(APPLY)),
    ("申请书", Thing(FORM)), ("申请件", Thing(PAPERS)), ("申请单", Thing(FORM)), ("申请表", Thing(FORM)),
    ("申领", ActOn(APPLY, LICENCE)), ("电子", Way), ("电话", Way), ("疫苗", Thing(HEALTH)), ("病历", Thing(HEALTH)),
    ("登报", Act(PUBLISH)), ("登簿", Act(RECORD)), ("登记", Act(RECORD)), ("登记受理", Act(ACCEPT)),
    ("登记表", Thing(FORM)), ("登记证", Thing(LICENCE)), ("的", Way), ("盖章", Act(CERTIFY)), ("相关", Way),
    ("看现场", Act(INSPECT)), ("短信", Act(NOTIFY)), ("确定", Act(DECIDE)), ("社会保险", Thing(SOCIAL)),
    ("社会保障", Thing(SOCIAL)), ("社保", Thing(SOCIAL)), ("社区", Way), ("科室", Way), ("移交", Act(DELIVER)),
    ("移动端", Way), ("税", Thing(TAX)), ("税务", Thing(TAX)), ("税款", Thing(TAX)), ("稽核", Act(REVIEW)),
    ("窗口", Way), ("立案", Act(ACCEPT)), ("站", Way), ("章", Thing(SEAL)), ("答疑", Act(CONSULT)),
    ("签", Act(SIGN)), ("签发", Act(DECIDE)), ("签名", Act(SIGN)), ("签字", Act(SIGN)), ("签批", Act(DECIDE)),
    ("签收", Act(COLLECT)), ("签约", Act(SIGN)), ("签署", Act(SIGN)), ("签订", Act(SIGN)), ("签领", Act(COLLECT)),
    ("系统", Way), ("约", Act(BOOK)), ("约好", Act(BOOK)), ("约定", Act(BOOK)), ("纳税", ActOn(PAY, TAX)),
    ("线上", Way), ("组成", Act(ASSIGN)), ("组织", Act(ASSIGN)), ("终审", Act(REVIEW)), ("经", Way), ("经办", Way),
    ("经办人", Way), ("经营场所", Thing(PREMISES)), ("结婚", Thing(MARRIAGE)), ("结果", Thing(RESULT)),
    ("结论", Thing(RESULT)), ("绘制", Act(DESIGN)), ("给", Way), ("统一", Way), ("综合", Way), ("综合窗口", Way),
    ("编写", Act(DESIGN)), ("编制", Act(DESIGN)), ("编号", Thing(NUMBER)), ("缴", Act(PAY)), ("缴存", Act(PAY)),
    ("缴清", Act(PAY)), ("缴税", ActOn(PAY, TAX)), ("缴纳", Act(PAY)), ("缴费", ActOn(PAY, FEE)), ("网", Way),
    ("网上", Way), ("网签", Act(SIGN)), ("网络", Way), ("老师", Way), ("考核", Act(TEST)), ("考试", Act(TEST)),
    ("联合", Way), ("联审", Act(REVIEW)), ("自主", Way), ("自动", Way), ("自助", Way), ("自助机", Way),
    ("自取", Act(COLLECT)), ("自行", Way), ("获取", Act(COLLECT)), ("营业执照", Thing(LICENCE)), ("街道", Way),
    ("补交", Act(APPLY)), ("补助", Thing(GRANT)), ("补填", Act(FILL)), ("补正", Act(APPLY)), ("补贴", Thing(GRANT)),
    ("补领", ActOn(APPLY, LICENCE)), ("表", Thing(FORM)), ("表格", Thing(FORM)), ("裁决", Act(DECIDE)),
    ("装", Act(BUILD)), ("装表", Act(BUILD)), ("要件", Thing(PAPERS)), ("规划图", Thing(DRAWING)),
    ("规费", Thing(FEE)), ("解除", Act(CANCEL)), ("认定", Act(DECIDE)), ("认证", Act(CERTIFY)),
    ("议定", Act(DECIDE)), ("记载", Act(RECORD)), ("许可", Act(DECIDE)), ("许可证", Thing(LICENCE)),
    ("论证", Act(REVIEW)), ("设计", Act(DESIGN)), ("证", Thing(LICENCE)), ("证书", Thing(LICENCE)),
    ("证件", Thing(LICENCE)), ("证件照", ActOn(CAPTURE, PHOTO)), ("证明", Act(CERTIFY)), ("证本", Thing(LICENCE)),
    ("证照", Thing(LICENCE)), ("评价", Act(RATE)), ("评估", Act(REVIEW)), ("评定", Act(TEST)),
    ("评审", Act(REVIEW)), ("评残", Act(TEST)), ("询问", Act(CONSULT)), ("请教", Act(CONSULT)),
    ("请求", Act(APPLY)), ("课时", Act(TRAIN)), ("调解", Act(HEAR)), ("责任书", Thing(PLEDGE)), ("费", Thing(FEE)),
    ("费用", Thing(FEE)), ("资料", Thing(PAPERS)), ("资格", Thing(QUALIFICATION)), ("资格证", Thing(LICENCE)),
    ("资质", Thing(QUALIFICATION)), ("资金", Thing(GRANT)), ("赋码", Act(RECORD)), ("走访", Act(INSPECT)),
    ("踏勘", Act(INSPECT)), ("身份", Thing(IDENTITY)), ("身份证", Thing(IDENTITY)), ("车", Thing(VEHICLE)),
    ("车辆", Thing(VEHICLE)), ("转交", Act(DELIVER)), ("转入", Act(PAY_OUT)), ("转办", Act(DELIVER)),
    ("转账", Act(PAY_OUT)), ("辅导", Act(CONSULT)), ("返还", Act(PAY_OUT)), ("进行", Way), ("远程", Way),
    ("退", Act(CANCEL)), ("退回", Act(CANCEL)), ("退款", Act(PAY_OUT)), ("退还", Act(CANCEL)),
    ("送", Act(DELIVER)), ("送交", Act(APPLY)), ("送审", Act(APPLY)), ("送电", Act(BUILD)), ("送达", Act(DELIVER)),
    ("选定", Act(BOOK)), ("递交", Act(APPLY)), ("通", Act(BUILD)), ("通气", Act(BUILD)), ("通水", Act(BUILD)),
    ("通电", Act(BUILD)), ("通知", Act(NOTIFY)), ("通知书", Thing(RECEIPT)), ("邮寄", Act(DELIVER)), ("部门", Way),
    ("采样", Act(TEST)), ("采集", Act(CAPTURE)), ("鉴定", Act(TEST)), ("门店", Thing(PREMISES)),
    ("问", Act(CONSULT)), ("问清", Act(CONSULT)), ("问答", Act(CONSULT)), ("问询", Act(CONSULT)),
    ("附件", Thing(PAPERS)), ("面授", Act(TRAIN)), ("面试", Act(TEST)), ("预填", Act(FILL)), ("预审", Act(REVIEW)),
    ("预约", Act(BOOK)), ("领", Act(COLLECT)), ("领取", Act(COLLECT)), ("领本", ActOn(COLLECT, LICENCE)),
    ("领证", ActOn(COLLECT, LICENCE)), ("领走", Act(COLLECT)), ("验收", Act(INSPECT)), ("验车", Act(TEST)),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn meaning(text: &str) -> Option<(usize, Meaning)> {
        word_at(&text.chars().collect::<Vec<_>>())
    }

    #[test]
    fn words_are_sorted_and_told_once() {
        assert!(WORDS.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn the_longest_word_counts() {
        assert_eq!(meaning("申请表一份"), Some((3, Thing(FORM))));
        assert_eq!(meaning("申请备案"), Some((2, Act(APPLY))));
        assert_eq!(meaning("领证"), Some((2, ActOn(COLLECT, LICENCE))));
        assert_eq!(meaning("豆腐"), None);
    }

    #[test]
    fn nearness_goes_both_ways() {
        assert_ne!(neighbours(REVIEW) & DECIDE, 0);
        assert_ne!(neighbours(DECIDE) & REVIEW, 0);
        assert_eq!(neighbours(PAY) & COLLECT, 0);
    }
}
