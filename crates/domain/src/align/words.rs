//! The words by which services say what is done, in Chinese and English, by what they mean.
//!
//! Offices say one thing in three ways: as the law has it (受理, 核发), as people say it (收件, 拿证), and
//! short (核名, 竣备). What stands in one line here counts as the same. A word stands in one line only, and
//! may also be about something ([`super::things`]); of words that begin alike the longest counts.

use super::lexicon::*;

/// Acts, and the words for them.
#[rustfmt::skip]
pub(super) const WORDS: &[(Acts, &str)] = &[
    // Before anything is handed in.
    (CONSULT, "问政策 摸清 弄清 搞清 听说明 看指南 阅读指南 看须知 政策咨询 请示 打电话问 打热线 辅导员 咨询 咨询台 \
        问询 询问 请教 打听 问 问问 问清 问清楚 问明白 了解 了解清楚 导办 导询 导服 指导 指引 辅导 答疑 问答 \
        解答 查询 查阅 查 查一查 查找 检索 搜索 翻查 上网看 帮办 advice ask consult enquire enquiry guidance \
        inquire inquiry lookup query search look find 房产查询"),
    (CONSULT | TRY, "自测 自查 测一测 自检 试算 自评 智能问答 情形引导 引导"),
    (BOOK, "网约 线上约 登记预约 约定时间 排期 排档期 候场 约 约好 约定 预约 预定 预订 选定 敲定 挂号 约号 \
        约时间 约个时间 appointment book booking reserve schedule 排 排号机 抽号 拿排队号 取排队号 \
        领取排队号 过号 取号 叫号 排号 排队 领号 拿号 等号 候号 等候 queue ticket 日子 日期 时段 时间 号源 \
        slot time date 预约号 预约时间"),
    (FILL, "录 录信息 输 输入 补录 采录 完善 完善信息 预录入 预备 备料 备 收集 搜集 凑齐 归拢 复印 扫描 填 填写 \
        填好 填妥 填录 补填 预填 准备 备妥 备齐 备好 带齐 整理 整理好 勾选 录入 誊写 书写 手写 写明 写 填清 \
        complete enter fill prepare 填表 填单 写单 写申请 写申请书"),
    (APPLY | FILL, "填报 录报 填交"),
    (FETCH_FORM | FILL, "领表 要表 取表 拿表 领申请表 取申请表 要申请表 领表格 取表格 索取 讨要 要一张 领单 领报名表 领登记表"),
    (TRAIN, "学 上网课 练 练习 实习 教育 学法 警示教育 参训 培训 学习 学完 学满 听课 上课 课程 网课 大课 课时 \
        面授 授课 研修 集训 实训 讲座 宣讲 学时 带教 交底 course learn train training class 岗前培训 \
        继续教育"),
    (DESIGN, "画施工图 做设计 编 出设计 编报 编制方案 制图 算量 设计 绘制 编写 编制 画 画图 出图 起草 拟定 拟订 \
        草拟 制定 撰写 写方案 出方案 做方案 方案编制 design draft"),
    (TEST, "测 验 化验室 量 称重 监测 探测 试 试跑 检 送检测 抽检化验 查水质 消杀检测 检测 检验 检疫 化验 测试 \
        测量 丈量 测绘 勘测 测定 取样 采样 抽样 送检 送样 外检 验车 评定 评残 评级 定级 鉴定 试验 接种 打针 \
        打疫苗 安检 年检 检车 上线 探伤 量尺 量房 评测 test testing measure measurement sample 体检科 \
        体格检查 健康体检 体检 查体 医学检查 婚检 健康检查 身体检查 孕检 medical 考理论 考实操 赴考 试讲 \
        答辩会 考试 考核 面试 笔试 机考 路考 实操 应试 考 考场 测验 答题 科目 exam 残疾评定 \
        预防接种 理论考试 动物检疫 司法鉴定 第三方检测 劳动能力鉴定"),
    (CERTIFY, "开证 开条 开介绍信 出证明 出函 出一份 证实 背书 开具 开证明 出具 出证 开出 开 公证 认证 证明 开单 \
        开立证明 公证书 鉴证 见证 佐证 certify proof notarise notarize 准予迁入证明 出生证明 出生医学证明 \
        死亡证明 死亡医学证明 收入证明 诊断证明 参保证明 缴存证明 无房证明 居住证明 无犯罪记录证明 \
        无犯罪证明 实名认证 刷脸认证 培训证明"),
    (CERTIFY | STAMP, "盖 敲章 盖个章 盖章 盖印 加盖 盖戳 盖公章 stamp 套章 骑缝章 用印 盖骑缝章"),
    (CERTIFY | SIGN | STAMP, "签章"),
    (CAPTURE, "采 录像 摄像 扫脸 刷脸 人脸识别 人脸 按手印 采集 指纹 录指纹 按指纹 留指纹 打指纹 capture \
        fingerprint fingerprints biometrics 拍照 照相 拍摄 照片 相片 证件照 人像 头像 彩照 合照 合影 登记照 \
        拍 摄影 photo photograph picture 采集指纹"),

    // Handing in.
    (APPLY, "报送申请 报请审批 递申请 提申请 写申请交 送上 呈 申报办理 备案申报 网报 网传 线上递 线上报 报备案 \
        转呈 报审批 报请核准 提交办理 申请 提交 递交 呈交 呈报 呈递 呈送 上报 上传 报名 报建 报批 报装 报送 \
        报请 报审 送审 送交 申办 申报 提出 提起 提请 递 投递 投 交上 交到 交来 递上 报上 报 申 请求 代交 \
        代办 代申请 补交 补正 补报 补件 再交 重新提交 网申 发起 转报 起诉 application apply claim enrol \
        enroll file filing hand lodge request send submission submit upload 交表 \
        交齐 递全 递卷 上传资料 传资料 交证件 交图 送图 递图 交单 交申请 补图 交件 交材料 递件 递材料 \
        递交材料 送件 报件 传件 投件 交资料 递资料 送材料 补材料 补资料 组件 补正材料 申领 换领 补领 换证 \
        补证 换发 补发 补办 补卡 换卡 申换 续证 续期 延续 延期 renew renewal 申领补贴 申补 申请补贴 \
        优待证申请"),
    (GIVE, "交"),
    (CONFIRM, "点同意 点头 核实确认 签认 勾选确认 认领 复核确认无误 确认 核签 点确认 同意 应允 认可 答应 confirm \
        confirmation consent acknowledge"),
    (SIGN, "签合同 签协议 签约定 落笔 电子签 电子签名 签单 签 签订 签署 签字 签名 签约 签上 网签 当面签 面签 \
        画押 订立 立约 签押 sign signature signing 承诺 声明 具结 告知承诺 保证 宣誓 立据 commitment \
        declaration declare pledge promise 低保证 电子签章 遗失声明"),

    // Behind the counter.
    (ACCEPT, "受案 收申请 收表 收资料 收材料 接访 接表 接申请 受理登记 收卷登记 收讫登记 准予受理 正式受理 预受理 \
        登记收件 受理 收件 接件 收 收下 接收 接收申请 接办 登记受理 接单 接案 收案 立案 收文 接待 接手 收讫 \
        承接 收受 收存 清点 点收 收卷 接卷 收件受理 accept acceptance docket intake receive"),
    (REVIEW, "查看材料 看材料 看资料 核材料 核资料 核一遍 核一下 筛 筛选比对 自动比对 核算 测算 算 计算 核账 评 \
        评估打分 审材料 审资料 审单 审件 政审 资审 会诊 鉴别 过筛 稽查 联网核查 联网核验 秒核 人工核 复看 \
        再审 再核 内审 外审 交叉核 审核 审查 审验 审 审一审 审一下 审看 审读 审阅 审图 初审 初核 初看 先看 \
        看一遍 过一遍 复审 复核 复查 复验 终审 终核 终检 一审 二审 预审 预检 核验 核查 核实 核对 核 核一核 \
        查核 查验 校验 检核 比对 稽核 联审 联审联办 会审 并审 论证 评估 评审 评议 研判 把关 筛查 筛出 筛选 \
        对照 甄别 抽核 书审 形式审查 实质审查 技审 assess assessment check compare examination examine match \
        review screen screening validate verification verify 学位审核 规划核实 公证员核实 背景审查 背景核查 \
        专家评审 专家论证 专家评估"),
    (DECIDE, "定下 定下来 敲章同意 批办 核示 核发许可 拟批 签发意见 决策 定级决定 签报 领导签 领导批 局长签 签阅 \
        上常委会 局务会 办公会 准了 准 审批 批准 批复 批 批下 批下来 核准 核定 核批 审定 审签 审签放行 审议 \
        议定 决定 作出决定 准予 许可 认定 确定 签发 签批 拍板 办结 办出 即准 秒批 合议 定案 裁决 裁定 判定 \
        审结 终结 定 决议 表决 讨论 研究 研究决定 集体研究 会商 上会 过会 放行 通过 同意办理 准许 授予 终批 \
        领导签字 签字放行 approval approve decide decision determine grant ruling award 退休审批 工伤认定 \
        人才认定 名称核准 名称预先核准"),
    (INSPECT, "看 看场地 看现场情况 看地方 下户 下现场 上门核 上门查 上门验 入场 踩点 到店 到家 到场查看 现勘 \
        现场看 现场勘查 核现场 查现场 看房子 实地核 视察 检视 巡 点验 现场查看 上门查看 查看现场 看现场 \
        现场核查 现场检查 现场踏勘 现场勘验 实地 实地看 实地查看 踏勘 勘察 勘查 勘验 查勘 查看 看看 看一看 \
        检查 巡查 巡检 巡场 抽查 抽检 抽验 督查 入户 入户查看 走访 探视 探访 家访 上门看 看店 看房 看点 验收 \
        验看 验点 现场验收 现场查验 实勘 察看 踏看 走现场 到场看 inspect inspection survey visit \
        竣工验收 联合验收 消防检查 消防验收"),
    (OPINION, "会签 汇签 征意 征求 征询 听取 征集 求意见 问意见 征求意见 意见征询 函询 去函 问意愿 征得 会办 \
        opinion"),
    (HEAR, "庭审 开庭 审理 听证 调解 质证 答辩 辩论 仲裁 应诉 hearing mediate mediation"),
    (ASSIGN, "派出 选 选定人 定人 分案 分办 分给 配 安置 编组 抽选 匹配 轮候排序 排序 分派 指派 选派 委派 派单 \
        派员 派 派人 委托 托 委 聘请 请 组成 组织 组建 推荐 推选 安排 抽签 摇号 抽取 分配 配租 配对 选聘 \
        轮候 排位 遴选 选房 appoint arrange assign entrust lottery allocate 社会组织 党组织"),
    (RECORD, "上系统 录库 记 登 记账 入账登记 落户 落档 备个案 登入 登录簿 更新 变更 登记 登簿 入簿 记簿 记载 记入 \
        建档 立档 归档 存档 归集 汇总 备案 报备 入库 上图 挂接 赋码 入册 造册 备查 存底 留底 上账 归卷 登册 \
        录系统 入网 建账 立户 注册 archive record register registration 生育登记 结婚登记 参保登记 失业登记 \
        求职登记 用工备案 企业登记 设立登记 税务登记 抵押登记 不动产登记 房产登记 过户登记 房屋登记 居住登记 \
        租赁备案 竣工备案 合同备案 网签备案 积分落户"),
    (PUBLISH, "贴 贴出 张榜公布 公布名单 亮榜 公开栏 上网公布 网上公开 公示 公告 公布 公开 张贴 张榜 上墙 挂网 登报 \
        发布 晒出 发公告 示众 上榜 announce announcement publication publish"),
    (RECTIFY, "整改 改正 纠正 责令 修改 补救 rectify correct 隐患整改"),

    // Paying, handing out, and after.
    (PAY, "出钱 交保证金 交押金 付租 付租金 清缴 补缴 扣款 预缴 垫付 转钱 补差 缴纳 缴 缴清 缴存 缴交 交纳 支付 \
        付 付款 付清 付掉 扫码付 预存 充值 存 结清 汇款 刷卡 pay payment 缴费 交费 交钱 付费 付钱 收费 缴款 \
        交款 掏钱 结算 结账 费用缴纳 缴税 纳税 完税 报税 交税 税费缴纳 办税"),
    (PRODUCE, "出 打印出证 出件 出具证书 生成证书 拟 打制 盖钢印 缮 制作 制发 制 制成 印制 刻制 刻 打印制作 生成 印 \
        做 做好 装订 缮制 make produce 制证 制本 发证 打证 出证件 核发 缮证 印证 做证 证件制作 颁发 颁证 \
        出本 制卡 做卡 出卡"),
    (COLLECT, "取件 取货 捎回 捎 领受 签字领 接收证件 接收快递 自行打印 网上下 领取 领 领走 领回 取 取回 取走 取得 \
        拿 拿到 拿回 拿走 去拿 获取 自取 签收 签领 查收 收到 收取 接到 收快递 下载 打印 自助打印 打 打一份 \
        调取 来领 获得 collect collection download get obtain pickup print pick 领证 取证 拿证 领本 \
        取本 领照 取照 领牌 拿牌 取牌 领卡 取卡 拿卡"),
    (DELIVER, "配送上门 送上门 送到 送到家 送货 邮 邮来 回寄 转 传到 推 递送 分送 直达 送达 送 送去 送来 移交 转交 \
        转办 转送 转给 转递 流转 传送 传递 传 交接 推送 投送 寄 寄出 寄来 寄到 寄送 寄回 邮寄 快递 快件 配送 \
        派送 抄送 共享 发送 courier deliver delivery forward mail post push ship"),
    (NOTIFY, "通报 喊 喊来 打电话通知 来电 信息提示 提示 告诉结果 出通知 发通知 通知 告知 提醒 短信 反馈 回复 答复 \
        回电 电话告知 知会 知照 发短信 告诉 消息 inform message notice notification notify 开庭通知 整改通知 \
        补正通知 一次性告知"),
    (PAY_OUT, "发 打到卡 打卡上 直发 代发 发放到人 拨 拨到 拨到账户 下拨资金 划到 支付到 拨付 拨款 发放 兑付 打款 \
        放款 转账 划转 划拨 划款 转入 入账 到账 入卡 打卡 打钱 发钱 打到 打进 汇入 兑现 支出 返还 退款 下拨 \
        上卡 理赔 报销 支取 disburse disbursement payout remit transfer reimburse"),
    (CANCEL, "废 废止 撤 注 消 冻结 退卡 交回 缴回 缴销 收缴 清退 除名 撤销 撤回 注销 吊销 作废 解除 挂失 退 退回 \
        退还 收回 取消 销号 停用 终止 销 销户 cancel cancellation refund revoke 保证金退还"),
    (OPEN, "开卡 立账户 开张 上岗 启封 开户 开立 开通 启用 激活 开账户 生效 开业 开放 启动 activate open"),
    (BUILD, "动工 开工 拉线 布线 挖 修 盖房 建 整修 粉刷 装配 组装 调试 试运行 接线 接管 通网 开栓 施工 安装 装 \
        建设 开挖 敷设 铺设 铺 架设 架 埋 埋设 接通 接入 接 装表 挂表 通水 通气 通电 送电 送水 合闸 放水 通 \
        点火 改造 修建 修复 搭建 砌 拆除 装修 植入 connect connection construct construction install \
        installation 住房和城乡建设 网络安装"),
    (RATE, "回访电话 打星 评星 满意与否 评价 评分 打分 好评 回访 满意度 测评 点评 feedback rate rating 安全评价"),

    // By what way, where, and words that only hold a name together.
    (0, "家 家里 家庭住址 宅 危房 房 住所 居住地 home 登陆 随即 立马 次日 提前 每年 每月 按月 按年 月度 首次 \
        第一 第二 一号 二号 三号 1号 2号 3号 各部门 各家 三家 几家 本地 属地 服务点 服务大厅 营业厅 营业 \
        业务科 审批科 综合科 法制科 乡 上级 下级 扫 扫码 扫一扫 码 点一下 按钮 一键 一张 全程 全流程 最终 \
        初步 正式 重新 另 另行 各自 分别 逐一 逐份 集中 统筹 共同 协同 合并 打包 一 一次 一次性 一窗 一网 \
        一站式 一口气 一起 统一 综合 综合窗口 综窗 联合 并联 并 和 与 及 或 同 同时 上门 到场 当场 当面 当日 \
        当天 即时 即刻 立刻 马上 实时 随后 先 再 再次 又 后 前 之后 之前 的 了 把 将 为 对 给 向 由 经 经过 \
        凭 持 按 按照 根据 往 去 来 到 在 从 于 里 中 下 上 完 好 齐 跑 跑去 跑到 跑一趟 走 进 回 带 带上 找 \
        等 候 让 叫 做一下 一下 一趟 一份 一遍 多 全 本人 本人到 亲自 自己 自行 自主 自助 自助机 机器 办 \
        办理 办好 办一下 进行 开展 实施 完成 做完 予以 给予 依法 按规定 有关 相关 所需 需要 要 情况 信息 \
        数据 大数据 手续 业务 事项 事宜 服务 网 网上 网络 在线 线上 线下 互联网 平台 系统 后台 前台 自动 \
        智能 电子 电子化 掌上 手机 手机端 移动端 客户端 小程序 app 微信 公众号 网站 门户 远程 不见面 \
        无纸化 窗口 柜台 柜面 专窗 大厅 政务大厅 办事大厅 政务服务中心 服务中心 便民中心 中心 服务站 局 分局 \
        厅 办公室 科 科室 股 队 大队 总队 支队 部门 主管部门 机关 机构 街道 镇 乡镇 办事处 社区 居委会 村 区 \
        市 县 区里 市里 局里 镇上 工作人员 人员 办事员 经办 经办人 经办人员 专员 柜员 干部 同志 免费 a an \
        and the to for of by with your at in on from or via is be all one stop automatic automatically \
        bureau counter department desk electronic kiosk mobile office offline online person portal \
        staff system web website window service center centre authority 居民委员会 社区居委会 \
        街道办 街道办事处 镇政府 乡政府 邻里 邻居 入户调查 community neighbourhood 村两委 村委 村组 村组织 \
        村级 政务中心 政务服务大厅 市民中心 行政服务中心 行政审批局 审批局 行政审批 便民服务中心 \
        党群服务中心 市民之家"),
];
