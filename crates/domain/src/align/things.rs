//! What the words of this field are about, and which words those are.
//!
//! A word may be about several things: 毕业证 is about school, and is a licence. Two words that share a thing
//! are alike as far as it goes (公安局 and 派出所). A word that is in no line still counts by its characters.

/// Things, one bit each.
pub type Things = u128;

macro_rules! things {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        $($(#[$doc])* pub const $name: Things = 1 << $bit;)*
    };
}

#[rustfmt::skip]
things! {
    /// Nothing that has other names: the word counts by its characters, and is here so that no shorter one is
    /// seen in it (开 in 开发).
    ITSELF = 0;
    /// 户口
    HOUSEHOLD = 1;
    /// 出生
    BIRTH = 2;
    /// 孩子
    CHILD = 3;
    /// 学校
    SCHOOL = 4;
    /// 考试
    EXAMS = 5;
    /// 婚姻
    MARRY = 6;
    /// 身故
    DEATH = 7;
    /// 老人
    ELDERLY = 8;
    /// 残疾
    DISABLED = 9;
    /// 困难
    NEEDY = 10;
    /// 收入财产
    INCOME = 11;
    /// 医
    HEALTHCARE = 12;
    /// 健康
    HEALTHY = 13;
    /// 疫苗
    VACCINE = 14;
    /// 医保
    MEDINSURE = 15;
    /// 社保
    SOCIALINS = 16;
    /// 就业
    WORK = 17;
    /// 人才
    TALENT = 18;
    /// 市场主体
    FIRM = 19;
    /// 名称
    NAMING = 20;
    /// 发票
    INVOICE = 21;
    /// 税
    TAXES = 22;
    /// 银行
    BANKING = 23;
    /// 贷款
    LOAN = 24;
    /// 公积金
    PROVIDENT = 25;
    /// 不动产
    PROPERTY = 26;
    /// 住房
    HOUSING = 27;
    /// 农村建房
    RURAL = 28;
    /// 用地规划
    LAND = 29;
    /// 工程
    ENGINEERING = 30;
    /// 消防
    FIRE = 31;
    /// 环保
    ENVIRONMENT = 32;
    /// 水
    WATERS = 33;
    /// 电
    POWERS = 34;
    /// 气
    GASES = 35;
    /// 通信
    TELECOM = 36;
    /// 车
    VEHICLES = 37;
    /// 驾驶
    DRIVERS = 38;
    /// 道路
    ROADS = 39;
    /// 食品
    FOODS = 40;
    /// 林木
    FORESTRY = 41;
    /// 农业
    FARMING = 42;
    /// 动物
    ANIMALS = 43;
    /// 广告
    SIGNBOARD = 44;
    /// 活动
    EVENTS = 45;
    /// 摊
    MARKETS = 46;
    /// 出入境
    ABROAD = 47;
    /// 司法
    COURTS = 48;
    /// 公证
    NOTARIAL = 49;
    /// 军人
    SOLDIERS = 50;
    /// 知识产权
    INVENTIONS = 51;
    /// 社会组织
    ORGANISATION = 52;
    /// 设备
    EQUIPMENT = 53;
    /// 危险品
    DANGER = 54;
    /// 公安
    POLICE = 55;
    /// 民政
    CIVIL = 56;
    /// 财政
    FINANCE = 57;
    /// 档案
    RECORDS = 58;
    /// 印章
    SIGNER = 59;
    /// 电子认证
    KEYS = 60;
    /// 邮
    POSTAL = 61;
    /// 电话
    PHONECALL = 62;
    /// 账号
    ACCOUNT = 63;
    /// 专家
    EXPERTS = 64;
    /// 领导
    CHIEFS = 65;
    /// 现场
    SITE = 66;
    /// 公示
    PUBLICNOTICE = 67;
    /// 整改
    DEFECTS = 68;
    /// 补正
    SUPPLEMENT = 69;
    /// 到期
    RENEWING = 70;
    /// 遗失
    LOST = 71;
    /// 退
    REFUNDS = 72;
    /// 保险
    INSURANCE = 73;
    /// 评价
    EVALUATION = 74;
    /// 指南
    GUIDE = 75;
    /// 排队
    QUEUEING = 76;
    /// 预约
    TIMESLOT = 77;
    /// 照片
    PHOTOS = 78;
    /// 指纹
    PRINTS = 79;
    /// 样品
    SAMPLES = 80;
    /// 鉴定
    APPRAISAL = 81;
    /// 培训
    TRAINING = 82;
    /// 超限
    VEHICLELOAD = 83;
    /// 补贴
    SUBSIDY = 84;
    /// 保证金
    DEPOSITS = 85;
    /// 合同
    CONTRACTS = 86;
    /// 方案
    PLAN = 87;
    /// 指标
    QUOTA = 88;
    /// 卡、牌
    CARD = 89;
    /// 图纸
    DRAWING = 90;
    /// 费用
    FEE = 91;
    /// 表单
    FORM = 92;
    /// 会、庭
    FORUM = 93;
    /// 身份证明
    IDENTITY = 94;
    /// 证照
    LICENCE = 95;
    /// 名单
    LIST = 96;
    /// 意见
    OPINIONS = 97;
    /// 材料
    PAPERS = 98;
    /// 承诺书
    PLEDGE = 99;
    /// 资格
    QUALIFICATION = 100;
    /// 回执
    RECEIPT = 101;
    /// 报告
    REPORT = 102;
    /// 结果
    RESULT = 103;
    /// 招标
    TENDER = 104;
}

/// Things, and the words that are about them.
#[rustfmt::skip]
pub(super) const WORDS: &[(Things, &str)] = &[
    (HOUSEHOLD, "落户 户口 户口本 户口簿 户籍 户籍信息 户籍证明 入户口 迁移 迁入 迁出 户口迁移 户口迁移证 迁移证 \
        准迁证 准予迁入证明 迁户口 上户口 报户口 户籍科 户籍室 户籍窗口 户籍民警 户政 户政科 集体户 立户口 \
        常住 常住人口 户主 分户 hukou household"),
    (BIRTH, "出生 出生证 出生证明 出生医学证明 出生信息 新生儿 婴儿 宝宝 生孩子 产妇 分娩 助产 产科 孕 孕妇 怀孕 \
        孕产 再生育 生育服务证 生育登记 计生 birth newborn baby"),
    (CHILD, "孩子 儿童 小孩 幼儿 子女 未成年 未成年人 学生 新生 监护 监护人 家长 父母 抚养 收养 领养 孤儿 child \
        children pupil parent"),
    (SCHOOL, "教育 毕业证 学历证书 学位证 学位证书 校舍 校区 老师 学校 到校 入学 入园 幼儿园 小学 初中 高中 中学 \
        大学 高校 学籍 转学 招生 招生办 录取 录取通知书 学区 教师 教育局 教委 教体局 教育部门 教务 教务处 \
        学位审核 办学 办学许可 民办学校 校外 学生证 升学 毕业 毕业生 学历 助学 奖学金 school teacher student \
        education degree"),
    (EXAMS, "考理论 考实操 赴考 试讲 答辩会 考试 考核 面试 笔试 机考 路考 实操 应试 考 考场 测验 答题 科目 exam \
        准考证 分数 成绩 考生 考区 考务 考点 成绩单 考办 考试院 score"),
    (MARRY, "婚检 婚姻 结婚 婚 婚姻状况 marriage 结婚登记 离婚 夫妻 配偶 男女双方 双方 结婚证 婚前 再婚 新人 \
        领证日 婚姻登记处 婚登 spouse couple wedding"),
    (DEATH, "死亡 死亡证明 死亡医学证明 去世 身故 亡故 殡葬 殡仪 殡仪馆 火化 火化证 骨灰 墓 墓穴 公墓 安葬 丧葬 \
        丧葬费 遗体 遗属 逝者 死者 注销户口 death funeral burial cemetery cremation"),
    (ELDERLY, "退休证 养老金 养老 老人 老年 老年人 老年证 高龄 高龄津贴 长者 敬老 敬老卡 优待证 养老院 养老机构 \
        养老服务 退休 退休审批 退休待遇 退休金 elderly senior pension retirement"),
    (DISABLED, "评残 残疾 残疾证 残疾人 残疾人证 残联 残疾等级 残疾评定 伤残 残评 伤残等级 无障碍 助残 轮椅 \
        disability disabled"),
    (NEEDY, "低保 低保金 救济 困难 困难家庭 特困 低保证 低收入 救助 临时救助 社会救助 帮扶 扶贫 特困供养 边缘家庭 \
        生活困难 hardship relief welfare"),
    (INCOME, "收入 收入证明 经济状况 家庭经济状况 财产 存款 流水 银行流水 工资 工资单 经济 资产 核对报告 家庭财产 \
        income assets salary wage"),
    (HEALTHCARE, "medical 药店 医疗 病情 病历 病史 诊断 医院 门诊 门诊部 诊所 卫生院 卫生所 卫生室 医生 医师 大夫 \
        专家号 病 住院 出院 就医 看病 诊断书 诊断证明 诊疗 医疗机构 医务 医务科 护士 处方 药 药品 药房 护理 \
        康复 医学 卫生 卫健 卫健委 卫健局 卫生局 卫生健康 卫生监督 卫监 卫监所 疾控 疾控中心 hospital clinic \
        doctor medicine"),
    (HEALTHY, "体检科 体格检查 健康体检 体检 查体 医学检查 婚检 健康检查 身体检查 孕检 medical 健康证 身体 病情 \
        伤情 检疫证 健康 健康证明 疫苗 病历 病史 免疫 诊断 health vaccine 体检表 体检报告 体检结果 体检合格 \
        从业人员健康"),
    (VACCINE, "接种 打疫苗 疫苗 免疫 接种证 预防接种 狂犬疫苗 vaccination"),
    (MEDINSURE, "报销 医保 医疗保险 医保局 医保卡 医保中心 医保科 医保窗口 医保部门 大病 大病保险 报销款 异地就医 \
        医疗费 医疗费用 门特 慢病 慢性病 定点 结算单 药费 reimbursement"),
    (SOCIALINS, "社保卡 养老 医疗 工伤 失业 生育 公积金 社保 社会保险 社会保障 医保 医疗保险 养老保险 保险 参保 \
        insurance 社保局 社保中心 社保所 社保窗口 失业保险 工伤保险 生育保险 参保证明 参保登记 缴费记录 \
        社保关系 关系转移 社会保障卡 人社 人社局 人社所 人社部门 人社厅 人力资源 人力资源和社会保障局 \
        人力社保 劳动局 劳动保障"),
    (WORK, "上岗 劳动合同 工伤 失业 就业 失业金 失业登记 失业保险金 求职 求职登记 招聘 应聘 用工 用工备案 劳动 \
        劳动者 劳动关系 职工 员工 员工花名册 工作单位 岗位 工伤认定 就业困难 灵活就业 灵活就业人员 就业局 \
        就业中心 就业科 就业服务 创业 离职 解聘 入职 务工 农民工 工会 employment unemployment job labour \
        labor worker"),
    (TALENT, "人才 人才引进 人才认定 人才公寓 职称 专家 专业技术 引进 博士 硕士 高层次 人才办 人才中心 人才窗口 \
        talent"),
    (FIRM, "开业 执照 营业执照 经营主体 个体户 个体工商户 店主 机构单位 企业 公司 单位 商户 主体 市场主体 \
        用人单位 厂家 商家 店家 业主 法人 经营者 business company employer enterprise firm 工商 工商局 \
        工商所 市监 市监局 市监所 市场监管 市场监管局 市场监管所 市场监督 市场监督管理局 注册科 企业登记 \
        设立登记 设立 开办 开办企业 企业开办 法定代表人 股东 股东会 章程 公司章程 分公司 经营范围 注册资本 \
        开店"),
    (NAMING, "名称 名称核准 核名 名称预先核准 字号 店名 企业名称 起名 取名 名字 姓名 重名 查重 查名 更名 name \
        naming"),
    (INVOICE, "发票 票种 领票 领发票 领购发票 开票 税控 税控盘 税控设备 金税盘 申领发票 发票领用 invoice"),
    (TAXES, "缴税 纳税 完税 报税 交税 税费缴纳 办税 税 税务 税款 税费 契税 个税 完税凭证 完税证明 完税证 tax \
        taxes 税务局 税务所 办税厅 办税服务厅 税单 增值税 退税 免税 地税 国税 涉税 核税 计税 税务登记 \
        税务窗口 税率 车购税 购置税"),
    (BANKING, "银行卡 存折 银行 账户 账号 对公账户 开户行 基本户 银行网点 卡号 网银 信用社 邮储 农行 bank account"),
    (LOAN, "面签 贷款 借款 按揭 抵押 抵押登记 解押 担保 担保公司 担保人 反担保 授信 放贷 信贷 贷款合同 还款 贴息 \
        利息 loan mortgage"),
    (PROVIDENT, "公积金 住房公积金 公积金中心 公积金管理中心 公积金窗口 缴存证明 缴存明细 fund"),
    (PROPERTY, "产权证 产权证书 权属证书 房产证 房本 不动产权证 不动产权证书 房产 产权 不动产 property 不动产登记 \
        不动产登记中心 不动产中心 登记中心 房产交易 交易中心 房产登记 过户 过户登记 房产查询 无房 无房证明 \
        有房 权属 权属来源 确权 房管 房管局 房管所 房产局 房产管理中心 房产科 房屋登记 title"),
    (HOUSING, "看房 配租 选房 居住证 租 租金 房屋 房子 住房 住址 住处 居所 居住 房源 housing residence 租赁合同 \
        租房合同 住房情况 住房保障 住保 住保中心 公租房 廉租房 保障房 保障性住房 住建 住建局 住建委 住建部门 \
        建委 住房和城乡建设局 住房和城乡建设 居住证明 居住登记 居住地址 暂住 暂住证 住宅 小区 物业 房东 租房 \
        租赁 租赁备案 出租 出租屋 房租 承租 承租人 入住 收房 交房 钥匙 rent tenant residential apartment"),
    (RURAL, "宅基 农房 村委会 宅基地 建房 农村 农户 农民 农村宅基地 村民 村民小组 村民代表 村里 村干部 自建房 \
        四至 放线 village"),
    (LAND, "测绘 土地 用地 国土 国土所 国土局 宗地 地块 土地证 规划 规划局 规划许可 规划条件 规划核实 选址 \
        选址意见书 自然资源 自然资源局 自规 自规局 自然资源所 自然资源和规划局 测绘公司 测绘队 放样 验线 \
        红线 界址 地籍 权籍 land planning"),
    (ENGINEERING, "审图 开工 施工 装修 construction 施工图 工程 建设工程 项目 投资项目 立项 可研 施工许可 施工许可证 \
        图审 审图机构 图审合格书 竣工 竣工验收 竣工备案 联合验收 质监 质监站 质安监 安监 安监站 质量监督 \
        安全监督 建筑 建设单位 建设局 监理 勘察报告 人防 人防办 防雷 气象 气象局 发改 发改委 发改局 project"),
    (FIRE, "消防 消防检查 消防验收 消防大队 消防设施 消防救援 消防安全 防火 灭火 火灾 消控 消防站 fire"),
    (ENVIRONMENT, "环保 环保局 环评 环境 环境影响 环境保护 生态环境 生态环境局 生态 排污 排污许可 污染 噪声 废气 废水 \
        固废 油烟 environment environmental"),
    (WATERS, "水费 供水 自来水 自来水公司 水务 水务局 水务集团 水厂 用水 接水 水表 水质 水样 排水 排水许可 排水户 \
        污水 雨水 雨污 取水 取水口 取水许可 水利 水利局 水资源 水土保持 节水 管网 排水管 water drainage \
        sewer"),
    (POWERS, "电费 供电 供电局 供电公司 供电所 用电 电力 电力公司 电网 电表 接电 变压器 配电 增容 光伏 充电桩 电工 \
        power electricity grid"),
    (GASES, "通气 燃气 天然气 煤气 燃气公司 用气 气表 燃气表 gas"),
    (TELECOM, "通信 宽带 光纤 电信 网络安装 有线 移动公司 broadband"),
    (VEHICLES, "验车 年检 行驶证 车牌 牌照 号牌 plate 车 车辆 机动车 汽车 car vehicle 新车 二手车 轿车 货车 客车 \
        摩托车 电动车 电动自行车 非机动车 车主 车管所 车管 车辆管理所 选号 车况 上牌 车检 检测站 检测线 车船 \
        交强险 车险 违章 违法处理 交警 交警大队 交警队 交通警察"),
    (DRIVERS, "路考 驾驶证 驾照 驾校 司机 驾驶员 驾驶人 学车 教练 理论考试 驾考 从业资格证 货运 客运 网约车 出租车 \
        出租汽车 运输 运输证 道路运输 运管 运管所 运管处 交通运输 交通运输局 交通局 运政 线路 公交 driver \
        driving transport"),
    (ROADS, "道路 占道 占路 挖掘 开挖道路 路政 公路 公路局 路面 路口 占用道路 市政 市政道路 桥梁 掘路 围挡 人行道 \
        城管 城管局 城管队 城市管理 综合执法 综合行政执法局 行政执法 执法局 市容 市容科 绿化 绿地 园林 \
        园林局 渣土 road occupation excavation"),
    (FOODS, "食品 食品经营 食品经营许可证 食品安全 餐饮 餐馆 饭店 厨房 后厨 后厨布局 食堂 小作坊 小餐饮 食药 \
        食药监 食品生产 酒类 烟草 烟草局 专卖 零售 food restaurant catering"),
    (FORESTRY, "林业 林业局 林业站 林 林木 树木 树 林权 采伐 采伐证 砍伐 造林 林地 木材 苗木 古树 tree forest timber"),
    (FARMING, "农业 农业局 农业农村局 农机 农机站 种植 养殖 养殖场 种子 渔 渔船 渔业 水产 畜牧 畜牧局 畜禽 生猪 \
        合作社 家庭农场 粮食 粮 耕地 承包地 农技 agricultural farm"),
    (ANIMALS, "犬 狗 养犬 犬证 犬只 爱犬 宠物 动物 兽医 兽医站 动物检疫 防疫 宠物医院 芯片 狂犬 dog pet animal"),
    (SIGNBOARD, "效果图 广告 广告牌 户外广告 招牌 店招 门头 灯箱 设置点位 advertisement signage"),
    (EVENTS, "场馆 活动 活动方案 大型活动 演出 文艺 文化 文旅 文旅局 文化局 文物 体育 体育局 赛事 旅游 旅行社 导游 \
        旅馆 民宿 酒店 宾馆 网吧 娱乐 歌舞 图书 出版 印刷 电影 event performance hotel"),
    (MARKETS, "摊位 摊 摊主 摊贩 夜市 集市 市集 早市 农贸 农贸市场 stall"),
    (ABROAD, "护照 passport 出国 出入境 出入境大厅 出境 入境 签证 港澳 港澳通行证 台湾 外国人 外籍 外国 境外 移民 \
        外事 外专 工作许可 居留 居留许可 留学 国外 海外 visa foreign foreigner abroad"),
    (COURTS, "起诉 立案 庭审 开庭 调解 答辩 仲裁 hearing 仲裁庭 court 法院 诉讼 立案庭 仲裁委 仲裁院 裁决书 判决 \
        调解室 调解员 开庭通知 法官 仲裁员 律师 法律援助 司法 司法局 司法所 司法鉴定 传票 被告 原告 当事人 \
        举证 证据 纠纷 维权 欠薪 arbitration lawyer"),
    (NOTARIAL, "公证 公证书 公证处 公证员 公证员核实 公证费 遗嘱 继承 继承人 亲属关系 notary inheritance"),
    (SOLDIERS, "抚恤 抚恤金 退役 退役军人 军人 退伍 军属 优抚 烈士 伤残军人 参军 征兵 入伍 武装部 退役军人局 \
        退役军人事务局 优待证申请 veteran military"),
    (INVENTIONS, "商标 专利 著作权 版权 知识产权 发明 科技 科技局 高新 高新技术 研发 创新 patent trademark"),
    (ORGANISATION, "业主 社会组织 社会团体 民非 民办非企业 基金会 协会 业主大会 业委会 志愿 志愿者 慈善 宗教 党员 党组织 \
        党支部 association"),
    (EQUIPMENT, "设备 特种设备 电梯 电梯井 锅炉 压力容器 叉车 仪器 计量 加装电梯 加装 井道 lift elevator equipment"),
    (DANGER, "危险品 危化品 危险化学品 烟花 烟花爆竹 爆竹 爆破 民爆 剧毒 易制毒 应急 应急局 应急管理 应急管理局 \
        安全生产 加油站 成品油 安全评价 hazardous safety"),
    (POLICE, "公安 公安局 派出所 民警 警务 警务室 公安机关 公安部门 公安窗口 治安 治安大队 治安支队 特行 出警 报案 \
        无犯罪 无犯罪记录 无犯罪记录证明 无犯罪证明 背景审查 背景核查 police criminal"),
    (CIVIL, "民政 民政局 民政所 民政办 民政窗口 民政部门 民政科"),
    (FINANCE, "财政 财政局 财政所 财务 财务科 出纳 国库 非税 金库 finance treasury"),
    (RECORDS, "归档 存档 案卷 档案 档案馆 档案室 卷 人事档案 调档 档案袋 archives"),
    (SIGNER, "公章 印章 章 图章 印鉴 seal 刻章 刻章店 刻制公章 印模"),
    (KEYS, "ca 数字证书 电子证照 电子签章 电子印章 电子执照 u盾 密钥 token"),
    (POSTAL, "邮寄 快递 courier post ems 邮政 邮递 包裹 快递员 快递单"),
    (PHONECALL, "短信 电话 热线 phone 12345 致电 call"),
    (ACCOUNT, "人脸识别 登录 注册账号 登录账号 实名 实名认证 刷脸认证 账号密码 密码 login"),
    (EXPERTS, "专家 专家组 专家评审 专家论证 评审会 评审组 评审专家 专家库 评委 专家评估 expert experts"),
    (CHIEFS, "领导 主官 分管领导 负责人 主任 科长 局长 主管 分管 所长 处长 院长 支队长 大队长 分管副局长 director"),
    (SITE, "现场查看 现场核查 现场踏勘 现场勘验 实地 厂区 厂房 校舍 校区 场馆 馆舍 药店 铺面 摊位 摊 场 现场设施 \
        场所 场地 店 店铺 店面 店里 门店 经营场所 点位 现场情况 工地 premises shop site 现场"),
    (PUBLICNOTICE, "公示 公告 公示期 公告栏 公示栏 异议 公示无异议 objection"),
    (DEFECTS, "复查 整改 整改通知 问题清单 不合格 隐患 隐患整改 defect"),
    (SUPPLEMENT, "补交 补正 补件 补材料 补正通知 补充材料 缺件 退件 一次性告知"),
    (RENEWING, "换领 换证 换发 续期 延续 延期 renewal 到期 年度 年审"),
    (LOST, "补领 补发 补办 补卡 登报 挂失 遗失 遗失声明 丢失 lost"),
    (REFUNDS, "返还 退款 退还 refund 退费 退押金 保证金退还"),
    (INSURANCE, "理赔 保险 insurance 保险公司 保单 投保 承保 保费"),
    (EVALUATION, "评星 评价 好评 回访 满意度 rating 差评 满意"),
    (GUIDE, "指引 告知单 清单 办事指南 指南 须知 一次性告知单 材料清单 宣传册 guide"),
    (QUEUEING, "排 排号机 抽号 拿排队号 取排队号 领取排队号 过号 取号 叫号 排号 排队 领号 拿号 等号 候号 等候 queue \
        ticket 号 号码 编号 代码 号头 number code 号票 取号机 叫号机"),
    (TIMESLOT, "排期 预约 appointment 日子 日期 时段 时间 号源 slot time date 号 预约号 预约时间"),
    (PHOTOS, "拍照 照相 拍摄 照片 相片 证件照 人像 头像 彩照 合照 合影 登记照 拍 摄影 photo photograph picture \
        照相馆"),
    (PRINTS, "人脸 指纹 fingerprint 采集指纹 血样 生物信息"),
    (SAMPLES, "化验 取样 采样 抽样 送样 sample 检测报告 检验报告 样品 样本 检测机构 检验机构 检测公司 检测中心 \
        检测院 实验室 第三方检测 laboratory"),
    (APPRAISAL, "鉴定 评估 鉴定书 鉴定意见 评估报告 鉴定结论 鉴定机构 劳动能力鉴定 劳动能力 评估公司 评估机构 评估价 \
        appraisal"),
    (TRAINING, "培训 上课 网课 学时 training 培训班 培训机构 培训课 岗前培训 继续教育 培训证明"),
    (VEHICLELOAD, "超限 大件 货物 装载 护送"),
    (SUBSIDY, "申领补贴 申补 申请补贴 低保 低保金 养老金 抚恤 保障金 生育津贴 赔款 赔偿 奖 补助款 补贴款 补贴 补助 \
        津贴 奖励 奖补 奖金 资金 救助金 补偿 抚恤金 待遇 保险金 金 救济 生活费 扶持 aid allowance benefit \
        subsidy 补贴资金 补偿款"),
    (DEPOSITS, "押金 保证金 定金 保函 deposit"),
    (CONTRACTS, "签约 网签 合同书 租赁合同 租房合同 劳动合同 买卖合同 合同 协议 合约 协议书 契约 租约 agreement \
        contract lease 贷款合同 合同备案 网签备案"),
    (PLAN, "方案 设计方案 活动方案 施工方案 实施方案 应急预案 预案 安全预案 交通组织方案 疏解方案"),
    (QUOTA, "摇号 轮候 lottery 指标 配额 名额 积分 积分落户 轮候名单 quota"),
    (CARD, "制卡 做卡 出卡 车牌 门牌 犬牌 社保卡 银行卡 一卡通 存折 二维码 卡 卡片 标志 标牌 牌 牌照 牌子 铭牌 \
        号牌 贴标 标 badge card plate"),
    (DRAWING, "设计图 方案图 位置图 布置图 管网图 图样 图 图纸 施工图 平面图 规划图 竣工图 布局图 效果图 示意图 \
        总图 蓝图 方案 设计方案 设计文件 图件 drawing drawings plan plans"),
    (FEE, "缴费 交费 交钱 付费 付钱 收费 缴款 交款 掏钱 结算 结账 费用缴纳 租 工程费 手续费 报名费 押 会费 杂费 \
        滞纳金 水费 电费 气费 登记费 检测费 检验费 占用费 证照费 成本 定金款 费 费用 规费 工本费 款 款项 钱 \
        押金 保证金 定金 保函 罚款 租金 学费 成本费 charge charges deposit fee fees cost 税费 生活费 丧葬费 \
        医疗费 药费 公证费 保费"),
    (FORM, "填表 填单 写单 写申请 写申请书 申请材料表 声明表 登记申请表 登记申请书 核定表 审核表 申报书 自查表 \
        调查表 表 表格 表单 单子 申请表 申请书 申请单 申报表 登记表 登记单 审批表 备案表 报名表 报告单 \
        一览表 信息表 基本情况表 申领表 确认表 告知单 服务单 form forms 领表 要表 取表 拿表 领申请表 \
        取申请表 要申请表 领表格 取表格 索取 讨要 要一张 领单 领报名表 领登记表"),
    (FORUM, "庭 法庭 仲裁庭 会 会议 评议会 court panel"),
    (IDENTITY, "身份核验信息 身份材料 身份证复印件 身份 身份证 居民身份证 身份证件 身份证明 身份信息 户口 户口本 \
        户口簿 户籍 户籍信息 户籍证明 id identity"),
    (LICENCE, "公证书 申领 换领 补领 换证 补证 换发 补发 补办 补卡 换卡 申换 续证 续期 延续 延期 renew renewal 制证 \
        制本 发证 打证 出证件 核发 缮证 印证 做证 证件制作 颁发 颁证 出本 领证 取证 拿证 领本 取本 领照 取照 \
        领牌 拿牌 取牌 领卡 取卡 拿卡 批准证书 证明书 认定书 认证书 准予许可决定 准许决定 执业证 执业证书 \
        登记证明 使用证 使用登记证 牌照证 行驶证 驾驶证 驾照 护照 通行证 职业证 退休证 毕业证 学历证 \
        学历证书 学位证 学位证书 结业证 健康证 证 证书 证件 证照 证本 执照 营业执照 许可证 许可书 许可文件 \
        批文 批复文件 批准书 批准文件 批件 批单 决定书 准予决定 资格证 资质证 登记证 登记证书 合格证 居住证 \
        产权证 产权证书 权属证书 权证 房产证 房本 不动产权证 不动产权证书 准考证 工作证 上岗证 副本 正本 本 \
        本本 本子 牌证 照 备案证 certificate licence license passport permit 凭证 受理凭证 收件凭证 完税凭证 \
        完税证 身份证 居民身份证 保证书 检疫证 户口迁移证 迁移证 准迁证 出生证 生育服务证 办学许可 学生证 \
        结婚证 火化证 老年证 优待证 残疾证 残疾人证 低保证 接种证 暂住证 土地证 规划许可 施工许可 施工许可证 \
        排污许可 排水许可 取水许可 从业资格证 运输证 食品经营许可证 采伐证 犬证 港澳通行证 工作许可 居留许可 \
        举证 数字证书 电子执照 实名认证 刷脸认证 专家论证"),
    (LIST, "目录单 册 台账 名单 名册 清单 目录 花名册 list roster 问题清单 材料清单 轮候名单"),
    (OPINIONS, "意见 意见书 意见函 批示 comments opinions 鉴定意见 评估意见 选址意见书"),
    (PAPERS, "交表 交齐 递全 递卷 上传资料 传资料 交证件 交图 送图 递图 交单 交申请 补图 交件 交材料 递件 递材料 \
        递交材料 送件 报件 传件 投件 交资料 递资料 送材料 补材料 补资料 组件 补正材料 材料 资料 文件 件 要件 \
        附件 申请件 申报件 申请材料 申报材料 相关材料 卷宗 案卷 档案 整套件 全套 套件 document documents \
        dossier materials papers"),
    (PLEDGE, "承诺 声明 具结 告知承诺 保证 宣誓 立据 commitment declaration declare pledge promise 承诺书 保证书 \
        责任书 声明书"),
    (QUALIFICATION, "从业资格 报考条件 工龄 资格 资质 条件 学位 资历 够条件 eligibility qualification requirements \
        conditions"),
    (RECEIPT, "受理通知单 受理号 受理编号 回执单 领取单 存根 缴款单 缴费单 发票 底单 明细 回执 回单 收据 收条 单据 \
        凭证 凭单 凭条 凭据 受理凭证 受理单 受理书 受理通知 受理通知书 受理回执 收件凭证 收件回执 通知书 \
        通知单 告知书 小票 票据 receipt slip voucher 录取通知书 领票 领发票 领购发票 开票 申领发票 传票 号票"),
    (REPORT, "检测结果 检验结果 鉴定书 鉴定意见 评估意见 化验单 查体单 测量报告 报告 报告书 检测报告 检验报告 \
        评估报告 合格书 数据表 report 核对报告 体检报告 勘察报告"),
    (RESULT, "结论书 分数 分 结果 结论 成绩 成果 outcome result results 鉴定结论"),
    (TENDER, "招标 投标 开标 评标 定标 中标 招投标 tender bid"),
    (ITSELF, "交通 社交 交接班 发展 发现 开发 发动机 出发 出口 输出 外出 出行 出让 出具时间 开学 开始 回收 征收 \
        吸收 收费站 办公 举办 主办 参考 改建 扩建 新建 翻建 周转 转让 转移 转移登记 电动 设施 服装 直接 间接 \
        备注 消毒 消费 保存 存量 配套 检察院 约束 排放 批发 登山 看护 进口 改进 等级 地下 市场 市民 城市 \
        超市 部队 餐厅 安全 先进 本科 现金 金融 社会 会计 农场 国家 家庭 家属 家庭成员 成员 人口 机械 建材 \
        材质 来源 时限 期限 期满 意愿 志愿书 变更登记 抵扣 加工 生产 经营 管理 组织机构 机构代码 \
        统一社会信用代码 信用 信用报告 征信 征信报告 诚信 公共 公用 公益 公司债 公园 自然 自然人 对象 人选 \
        候选 标准 质量 质控 风险 影响 权利 权益 义务 责任 授权 委托书 授权书 代理 代理人 中介 中介机构 \
        第三方 有限 无纸 原件 复印件 彩色 打印件 扫描件 附图 附表 样本表 底册 总表 汇总表 位置 地址 地点 \
        门牌号 楼栋 楼层 单元 面积 尺寸 颜色 外墙 外观 屋顶 线缆 管道 管线 井盖 路灯 变电 水电气 临时 长期 \
        永久 定期 随机 不定期 多次 零散 单独 集体 个人 个体 双随机 上市 出口退税 对外 涉外 港口 码头 船舶 船 \
        船员 航道 海事 海关 口岸 报关 商务 商务局 贸易 电商 直播 快递业务 校车 接送 接送学生 保姆 家政 保安 \
        保洁 消毒餐具 医废 医疗废物 废物 垃圾 处置 收运 清运 拆迁 征地 安置房 回迁 改制 改革 合并登记 分立 \
        清算 清算组 债权 债权人 债务 破产 简易 普通 一般 特殊 重大 紧急 加急 备用 辅助 主要 次要"),
];
