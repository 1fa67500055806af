import type { TeamKey } from './teams.ts'

/** What the teams meet for, by kind of place. A team comes as often as it has titles there. */
export type Titles = Partial<Record<TeamKey, readonly string[]>>

export const meetingTitles: Titles = {
  liwei: [
    '导管样机评审',
    'EDC 系统视频会',
    '临床方案讨论',
    '注册检验准备',
    '风险管理评审',
    '探头键合复盘',
    '供应商技术交流',
  ],
  jicheng: [
    '版图评审',
    '流片前评审',
    '招聘面谈',
    '供应商来访',
    '客户视频会',
    '测试方案讨论',
    '射频前端例会',
    '封装方案评审',
  ],
  guixiang: ['客户演示', '合同评审', '谐振器数据复盘', '代工厂视频会', '投资人见面', '产品路线讨论'],
  zhifang: ['纱线打样会', '织物电极评审', '客户视频会', '小批量排产会', '周例会'],
  xiwei: ['光源选型讨论', '投资人尽调', '客户视频会', '封装良率复盘', '周例会'],
  yiyuan: ['医工出题沟通', '临床需求对接', '床旁监测需求评审'],
  zhongxin: ['技术经理人例会', '项目中期检查', '可行性论证会', '安全月会', '仪器共享协调会'],
}

export const seminarTitles: Titles = {
  liwei: ['超声探头技术讨论', '标准宣贯', '失效分析讨论'],
  jicheng: ['导师辅导', '论文研讨', 'LNA 设计讨论', '毕业生答辩演练'],
  guixiang: ['标定方法讨论', '专利挖掘'],
  zhifang: ['纱线传感方案', '耐洗方案讨论'],
  xiwei: ['热设计讨论', '驱动电路讨论'],
  zhongxin: ['项目经理人研讨', '技术可行性研讨'],
}

export const talkTitles: Titles = {
  liwei: ['注册代理洽谈', '面试'],
  jicheng: ['面试', '设备商来访'],
  guixiang: ['来访', '合同洽谈', '融资沟通'],
  zhifang: ['代理商洽谈', '面料厂来访'],
  xiwei: ['面试', '融资沟通'],
  yiyuan: ['医工出题沟通'],
  zhongxin: ['入驻咨询', '政策咨询'],
}

export const phoneTitles: Titles = {
  liwei: ['医院回访', '客户电话', '线上面试'],
  jicheng: ['面试', '线上例会'],
  guixiang: ['远程培训', '海外客户电话'],
  zhifang: ['客户电话', '面料厂电话'],
  xiwei: ['线上例会', '线上面试'],
}

export const hallTitles: Titles = {
  liwei: ['临床专家线上会', '产品培训'],
  jicheng: ['流片经验分享', '工艺培训'],
  guixiang: ['客户演示彩排', '路演彩排'],
  zhifang: ['新品发布彩排'],
  xiwei: ['路演彩排'],
  zhongxin: ['创业课：知识产权布局', '技术经理人沙龙', '产业对接会', '仪器准入培训', '概念验证开放日', '项目中期路演'],
}

export const visitTitles: Titles = {
  zhongxin: ['街道参观', '高校师生参观', '园区参观接待', '投资机构参观', '区级调研接待'],
}

/** In the review room the subject is confidential; these are seen only by those who may. */
export const reviewTitles: Titles = {
  liwei: ['融资方案辅导'],
  guixiang: ['先投后股谈判', '商务辅导'],
  xiwei: ['专利布局辅导'],
  zhongxin: ['项目评审', '科技成果评估', '商业评价'],
}

export const deskTitles: Titles = {
  guixiang: ['驻场办公'],
  zhifang: ['驻场办公'],
  xiwei: ['驻场办公', '联合调试办公'],
  yiyuan: ['医工联合办公'],
  jicheng: ['访问学生工位'],
}

export const benchTitles: Titles = {
  liwei: ['手柄主板焊接', '导管接头组装'],
  guixiang: ['传感模组组装', '标定板焊接'],
  zhifang: ['电极接头压接', '采集板焊接'],
  xiwei: ['驱动板返修', '光纤座装配'],
}

/** Laboratories and instruments by code. */
export const labTitles: Record<string, Titles> = {
  B101: {
    jicheng: ['晶圆级可靠性测试', '射频芯片调试', '静电放电预测试'],
    guixiang: ['MEMS 谐振器标定'],
    zhifang: ['织物电极阻抗测试'],
    xiwei: ['驱动电路调试'],
  },
  B102: {
    liwei: ['超声探头键合', '导管前端组装'],
    xiwei: ['激光器贴片', '透镜耦合'],
    guixiang: ['谐振器封装'],
    jicheng: ['裸片贴装'],
  },
  B103: {
    liwei: ['手柄外壳试制', '导管夹具加工'],
    guixiang: ['FPC 样品切割'],
    zhifang: ['织物电极小样'],
    xiwei: ['光学夹具加工'],
  },
  B104: {
    liwei: ['漏电流预测试', '导管疲劳测试'],
    zhifang: ['耐洗可靠性测试'],
    yiyuan: ['床旁监测手柄测试'],
    guixiang: ['传感模组老化'],
  },
  'YQ-001': { jicheng: ['晶体管转移特性', '栅氧可靠性'], guixiang: ['谐振器漏电测试'] },
  'YQ-003': { jicheng: ['LNA 晶圆 S 参数', '滤波器 S 参数'], guixiang: ['MEMS 谐振器 S 参数'] },
  'YQ-004': { xiwei: ['驱动脉冲波形'], jicheng: ['高速接口眼图'], liwei: ['超声激励波形'] },
  'YQ-005': { jicheng: ['相位噪声测试', '杂散扫描'], guixiang: ['无线模组发射测试'] },
  'YQ-006': { zhifang: ['织物电极阻抗谱', '纱线电容测试'], guixiang: ['谐振器阻抗'], liwei: ['探头阻抗匹配'] },
  'YQ-007': { zhifang: ['电极接触电阻'], xiwei: ['激光器 LIV 曲线'], jicheng: ['ESD 管漏电'] },
  'YQ-008': { liwei: ['探头阵元键合'], jicheng: ['裸片打线'], xiwei: ['激光器打线'] },
  'YQ-009': { xiwei: ['激光器贴片'], jicheng: ['倒装芯片贴装'] },
  'YQ-010': { jicheng: ['失效点观察'], guixiang: ['释放结构检查'], xiwei: ['端面检查'] },
  'YQ-011': { guixiang: ['薄膜翘曲测量'], xiwei: ['贴片共面度测量'] },
  'YQ-012': { liwei: ['探头表面活化'], xiwei: ['贴片前清洗'] },
  'YQ-013': { guixiang: ['光刻胶旋涂'], jicheng: ['介质层旋涂'] },
  'YQ-014': { liwei: ['支架打标', '导管刻度打标'], guixiang: ['FPC 样品切割'], zhifang: ['织物电极切割'] },
  'YQ-016': { liwei: ['手柄外壳打印'], xiwei: ['夹具打印'], zhifang: ['采集盒打印'] },
  'YQ-017': { xiwei: ['铝夹具铣削'], liwei: ['模具铣削'] },
  'YQ-018': { guixiang: ['传感模组回流'], zhifang: ['采集板回流'] },
  'YQ-019': { jicheng: ['测试板返修'], xiwei: ['驱动板返修'] },
  'YQ-021': { liwei: ['手柄漏电流测试'], yiyuan: ['床旁监测安规预测试'] },
  'YQ-022': { guixiang: ['传感模组振动'], liwei: ['手柄跌落前振动'] },
}

export const printTitles: Titles = {
  liwei: ['过夜打印 导管夹具', '过夜打印 手柄外壳'],
  xiwei: ['过夜打印 光学支架'],
  guixiang: ['过夜打印 传感外壳'],
  zhifang: ['过夜打印 纱线导轮'],
}

export const chamberTitles: Titles = {
  liwei: ['湿热循环试验', '导管加速老化'],
  guixiang: ['传感模组高温老化'],
  zhifang: ['织物电极湿热试验'],
  jicheng: ['芯片高温工作寿命'],
}

export const cancelReasons = ['会议改为线上', '客户改期', '样品未到', '人员出差', '与另一次合并'] as const
