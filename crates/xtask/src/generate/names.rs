//! What services of a district are called, who handles them, and by which other words people look for them.

/// A field of services: the same thing, asked for in several ways.
pub struct Field {
    /// What it is about.
    pub thing: &'static str,
    /// What one can ask of it.
    pub acts: &'static [&'static str],
    /// Another word for it.
    pub alias: &'static str,
    /// Who handles it.
    pub authority: &'static str,
    /// Who asks: `natural_person`, `legal_person` or `both`.
    pub audience: &'static str,
    /// What one has in hand at the end.
    pub outcome: &'static str,
    /// A paper of its own, beside the form and the proof of who one is.
    pub paper: &'static str,
}

/// The areas: the field changes first, then what is asked of it, then the area.
pub const AREAS: [&str; 20] = [
    "湖东片（示例）",
    "湖西片（示例）",
    "山前片（示例）",
    "古镇片（示例）",
    "运河片（示例）",
    "石桥片（示例）",
    "桃园片（示例）",
    "梅里片（示例）",
    "太平片（示例）",
    "新城片（示例）",
    "茶山片（示例）",
    "稻香片（示例）",
    "北塘片（示例）",
    "南浦片（示例）",
    "东港片（示例）",
    "西园片（示例）",
    "青石片（示例）",
    "白荡片（示例）",
    "荷塘片（示例）",
    "枫桥片（示例）",
];

const LICENCE: &[&str] = &["新办", "变更", "延续", "补证", "注销", "增项"];
const FILING: &[&str] = &["首次备案", "变更备案", "注销备案", "年度报告"];
const PERSON: &[&str] = &["申领", "换发", "补领", "转移", "信息更正"];
const BENEFIT: &[&str] = &["申请", "复核", "停发", "异地转入"];
const BUILDING: &[&str] = &["核发", "变更", "延期", "验收"];

const fn field(
    [thing, alias, authority, audience, outcome, paper]: [&'static str; 6],
    acts: &'static [&'static str],
) -> Field {
    Field { thing, acts, alias, authority, audience, outcome, paper }
}

/// All fields.
pub const FIELDS: [Field; 60] = [
    field(
        ["食品经营许可", "食品证", "市场监管部门", "legal_person", "食品经营许可证", "经营场所平面图"],
        LICENCE,
    ),
    field(["小餐饮登记", "开小吃店", "市场监管部门", "both", "小餐饮登记证", "健康证明"], LICENCE),
    field(
        ["药品零售许可", "开药店", "药品监管部门", "legal_person", "药品经营许可证", "执业药师注册证"],
        LICENCE,
    ),
    field(["医疗器械经营", "卖医疗器械", "药品监管部门", "legal_person", "备案凭证", "质量管理制度"], FILING),
    field(
        ["公共场所卫生许可", "卫生证", "卫生健康部门", "legal_person", "卫生许可证", "卫生检测报告"],
        LICENCE,
    ),
    field(["诊所", "开诊所", "卫生健康部门", "both", "诊所备案证", "医师执业证书"], FILING),
    field(["护士执业注册", "护士证", "卫生健康部门", "natural_person", "护士执业证书", "健康体检表"], PERSON),
    field(["生育登记", "生育服务", "卫生健康部门", "natural_person", "生育登记凭证", "结婚证"], PERSON),
    field(
        ["个体工商户登记", "开店登记", "市场监管部门", "natural_person", "营业执照", "场所使用证明"],
        LICENCE,
    ),
    field(["有限公司登记", "注册公司", "市场监管部门", "legal_person", "营业执照", "公司章程"], LICENCE),
    field(["企业印章", "刻公章", "公安机关", "legal_person", "印章备案回执", "营业执照"], FILING),
    field(["发票领用", "领发票", "税务部门", "legal_person", "发票", "经办人授权书"], PERSON),
    field(["出口退税", "退税", "税务部门", "legal_person", "退税通知", "出口报关单"], FILING),
    field(["残疾人车辆车船税减免", "车船税", "税务部门", "natural_person", "减免通知", "残疾人证"], BENEFIT),
    field(["企业职工参保", "上社保", "社会保险经办机构", "legal_person", "参保证明", "劳动合同"], PERSON),
    field(
        [
            "灵活就业人员参保",
            "自己交社保",
            "社会保险经办机构",
            "natural_person",
            "参保证明",
            "灵活就业承诺书",
        ],
        PERSON,
    ),
    field(["养老保险待遇", "退休", "社会保险经办机构", "natural_person", "待遇核定表", "人事档案"], BENEFIT),
    field(
        ["失业保险金", "失业金", "社会保险经办机构", "natural_person", "发放通知", "终止劳动合同证明"],
        BENEFIT,
    ),
    field(["工伤认定", "工伤", "人力资源部门", "both", "工伤认定决定书", "诊断证明书"], BENEFIT),
    field(["社会保障卡", "社保卡", "人力资源部门", "natural_person", "社会保障卡", "证件照"], PERSON),
    field(
        ["职业技能补贴", "技能补贴", "人力资源部门", "natural_person", "发放通知", "职业资格证书"],
        BENEFIT,
    ),
    field(
        ["人力资源服务许可", "开中介", "人力资源部门", "legal_person", "服务许可证", "专职人员名册"],
        LICENCE,
    ),
    field(["劳务派遣许可", "派遣证", "人力资源部门", "legal_person", "经营许可证", "验资报告"], LICENCE),
    field(["人才落户", "落户", "公安机关", "natural_person", "户口簿", "学历证书"], PERSON),
    field(["居住证", "暂住证", "公安机关", "natural_person", "居住证", "租房合同"], PERSON),
    field(["居民身份证", "身份证", "公安机关", "natural_person", "居民身份证", "户口簿"], PERSON),
    field(["普通护照", "护照", "出入境管理机构", "natural_person", "护照", "证件照"], PERSON),
    field(["机动车登记", "上牌", "车辆管理所", "both", "机动车登记证书", "购车发票"], PERSON),
    field(["驾驶证", "驾照", "车辆管理所", "natural_person", "驾驶证", "体检证明"], PERSON),
    field(
        ["旅馆业特种行业许可", "开旅馆", "公安机关", "legal_person", "特种行业许可证", "消防检查合格证"],
        LICENCE,
    ),
    field(["不动产登记", "房产证", "不动产登记中心", "both", "不动产权证书", "买卖合同"], PERSON),
    field(["公积金提取", "取公积金", "公积金中心", "natural_person", "到账通知", "购房合同"], BENEFIT),
    field(["公租房保障", "公租房", "住房保障部门", "natural_person", "保障资格通知", "收入证明"], BENEFIT),
    field(["住宅专项维修资金", "维修资金", "住房保障部门", "both", "拨付通知", "业主表决书"], BENEFIT),
    field(["商品房预售许可", "预售证", "住房建设部门", "legal_person", "预售许可证", "施工合同"], BUILDING),
    field(
        ["建筑工程施工许可", "施工证", "住房建设部门", "legal_person", "施工许可证", "施工图审查合格书"],
        BUILDING,
    ),
    field(
        ["建设工程规划许可", "规划证", "自然资源规划部门", "legal_person", "规划许可证", "总平面图"],
        BUILDING,
    ),
    field(["临时用地", "临时占地", "自然资源规划部门", "both", "用地批准书", "复垦方案"], BUILDING),
    field(["户外广告设置", "挂招牌", "城市管理部门", "legal_person", "设置许可", "效果图"], LICENCE),
    field(["建筑垃圾处置", "渣土证", "城市管理部门", "legal_person", "核准文件", "运输合同"], LICENCE),
    field(["占用挖掘道路", "挖路", "市政管理部门", "legal_person", "许可决定书", "施工方案"], BUILDING),
    field(["排水许可", "排水证", "水务部门", "legal_person", "排水许可证", "排水管网图"], LICENCE),
    field(["取水许可", "取水证", "水务部门", "legal_person", "取水许可证", "水资源论证报告"], LICENCE),
    field(["环境影响评价", "环评", "生态环境部门", "legal_person", "审批意见", "环境影响报告表"], BUILDING),
    field(["排污许可", "排污证", "生态环境部门", "legal_person", "排污许可证", "自行监测方案"], LICENCE),
    field(
        ["道路货运经营许可", "货运证", "交通运输部门", "both", "道路运输经营许可证", "车辆技术档案"],
        LICENCE,
    ),
    field(
        ["网约车驾驶员证", "网约车", "交通运输部门", "natural_person", "从业资格证", "无犯罪记录声明"],
        PERSON,
    ),
    field(["农药经营许可", "卖农药", "农业农村部门", "both", "农药经营许可证", "培训合格证明"], LICENCE),
    field(["动物诊疗许可", "宠物医院", "农业农村部门", "both", "动物诊疗许可证", "执业兽医证"], LICENCE),
    field(["家庭农场", "办农场", "农业农村部门", "natural_person", "名录登记表", "土地流转合同"], FILING),
    field(["林木采伐许可", "砍树", "林业部门", "both", "采伐许可证", "采伐作业设计"], BUILDING),
    field(["民办培训学校", "开培训班", "教育部门", "legal_person", "办学许可证", "师资名册"], LICENCE),
    field(["教师资格", "教师证", "教育部门", "natural_person", "教师资格证书", "普通话等级证书"], PERSON),
    field(["义务教育入学", "上学报名", "教育部门", "natural_person", "入学通知书", "户口簿"], BENEFIT),
    field(["营业性演出", "办演出", "文化旅游部门", "legal_person", "演出批准文件", "场地证明"], BUILDING),
    field(
        ["歌舞娱乐场所", "开歌厅", "文化旅游部门", "legal_person", "娱乐经营许可证", "噪声检测报告"],
        LICENCE,
    ),
    field(["老年人优待证", "老年证", "民政部门", "natural_person", "优待证", "证件照"], PERSON),
    field(["最低生活保障", "低保", "民政部门", "natural_person", "确认通知", "家庭收入声明"], BENEFIT),
    field(["社会团体", "办协会", "民政部门", "legal_person", "法人登记证书", "章程草案"], FILING),
    field(["法律援助", "请律师", "司法行政部门", "natural_person", "援助决定书", "经济困难说明"], BENEFIT),
];

/// What the service with this number is about, what is asked of it, and where.
pub fn name(number: u32) -> (&'static Field, &'static str, String) {
    let every: u32 = FIELDS.iter().map(acts_of).sum();
    let mut within = number % every;
    // The number counts the fields first, so that a small district has all of them.
    let mut round = 0;
    let (field, act) = loop {
        let with_so_many = || FIELDS.iter().filter(|field| acts_of(field) > round);
        let count = u32::try_from(with_so_many().count()).unwrap_or(u32::MAX);
        match with_so_many().nth(within as usize) {
            Some(field) if within < count => break (field, field.acts[round as usize]),
            _ => within -= count,
        }
        round += 1;
    };
    (field, act, area(number / every))
}

fn acts_of(field: &Field) -> u32 {
    u32::try_from(field.acts.len()).unwrap_or(u32::MAX)
}

/// After the last area that has a name of its own come numbered ones.
fn area(number: u32) -> String {
    let named = AREAS.get(number as usize).map(|name| (*name).to_owned());
    named.unwrap_or_else(|| format!("第 {} 片（示例）", number + 1))
}
