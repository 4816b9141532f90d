/** The fourteen streets beside the demo's own. */
export const streetNames = [
  '唐家墩',
  '汉兴',
  '前进',
  '民族',
  '水塔',
  '满春',
  '花楼',
  '北湖',
  '新华',
  '万松',
  '民意',
  '民权',
  '常码头',
  '东吴',
] as const

const here = ['银湖', '七彩', '园博', '学府', '柏泉', '东山', '青松', '金桥', '花园', '长丰', '新湾', '梧桐', '紫荆', '白鹤', '红旗', '和平', '桃源', '江岸', '龙王', '沙洲', '石桥', '杨柳', '双桥', '望江', '春晓', '兰亭'] // prettier-ignore
const where = ['一', '东', '西', '新'] as const

/** 101 communities, each name once. */
export const communityNames: readonly string[] = where
  .flatMap(side => here.map(name => `${name}${side === '一' ? '' : side}`))
  .slice(0, 101)

/** The 49 organs beside the bureau. */
export const organNames: readonly string[] = [
  '组织部', '宣传部', '统战部', '政法委', '纪委监委', '编办', '党校', '档案馆', '总工会', '团委', '妇联', '工商联', '科协', '文联', '残联', '红十字会', '人大机关', '政府办', '政协机关',
  '法院', '检察院', '公安分局', '司法局', '发改局', '教育局', '科技局', '民政局', '财政局', '人社局', '自然资源局', '生态环境局', '住建局', '交通局', '水务局', '农业农村局', '商务局', '文旅局', '卫健局',
  '退役军人局', '应急局', '审计局', '国资局', '市场监管局', '体育局', '统计局', '医保局', '城管局', '信访局', '园林局',
].map(name => `区${name}`) // prettier-ignore

const surnames = Array.from(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文单查仇解翟区盖覃乐牛',
)
const doubles = ['欧阳', '尉迟', '司马', '上官', '诸葛']
const men = Array.from('国建华德文永正怀光世克维鹏志明忠义安平福祥庆荣贵山海江峰')
const women = Array.from('秀玉桂淑凤月雅惠佩素静慧美兰春红丽英翠云香珍琴莲芳敏霞巧')
const second = Array.from('强军民生良才林森元清和成斌涛亮启东耀宗辉龙䶮')
const secondOfHers = Array.from('珍兰芳贞英娥琴敏云宜玲华霞莲梅娟萍燕君容仙音')
const farNames = ['阿不都热依木·买买提', '古丽娜·艾尔肯', '巴图·孟和', '扎西·次仁'] as const

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length]
  if (found === undefined) throw new Error('an empty list has nothing to pick')
  return found
}

/** The name of the n-th person of the district; a man's and a woman's in turn, some of one character, a few with two surnames or from afar. */
export const nameOf = (n: number): { name: string; gender: 'male' | 'female' } => {
  const gender = n % 2 === 0 ? 'male' : 'female'
  if (n % 1709 === 3) return { name: at(farNames, n), gender }
  const surname = n % 97 === 5 ? at(doubles, n) : at(surnames, n * 31 + Math.floor(n / 7))
  const [first, last] = gender === 'male' ? [men, second] : [women, secondOfHers]
  const rest = n % 23 === 4 ? '' : at(last, Math.floor(n / 3) * 7 + n)
  return { name: surname + at(first, n * 13 + Math.floor(n / 11)) + rest, gender }
}
