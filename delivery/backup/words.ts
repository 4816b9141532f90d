/** What a technician calls what is in a collection; the others are named as they are. */
const words: Readonly<Record<string, string>> = {
  organizations: '组织',
  members: '人员',
  accounts: '微信账号',
  invites: '邀请码',
  'public-cards': '亮身份卡',
  messages: '消息',
  audit: '操作记录',
  files: '文件清单',
  rollups: '看板数字',
  activities: '活动',
  attendance: '签到',
  receipts: '已读回执',
  templates: '定期活动',
  posts: '志愿岗位',
  services: '服务时长',
  teams: '队伍',
  caseloads: '结对',
  'pairing-history': '结对历史',
  partners: '共建单位',
  celebrations: '生日',
  benefits: '待遇',
  'care-contacts': '特殊关怀',
  'care-log': '关怀记录',
  visits: '走访',
  'visit-plans': '走访计划',
  requests: '求助',
  aftercare: '善后',
}

const known = new Map(Object.entries(words))
export const sayCollection = (name: string): string => {
  const word = known.get(name)
  return word === undefined ? name : `${word}（${name}）`
}
