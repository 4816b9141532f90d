import type { Environment } from './environment'
import { templateNames, type NoticeFields, type TemplateName } from './notices'
import { usualFields } from './templates'

/** What a bureau has to know of a template to ask for it in the console. */
export interface TemplateGuide {
  /** What it is called in the console. */
  title: string
  /** 场景说明: when it is sent, and to which people. */
  scene: string
  example: NoticeFields
}

const note = (title: string, scene: string, what: string, when: string, where: string, more: string): TemplateGuide => ({
  title,
  scene,
  example: { what, when, where, note: more },
})

/** Every template: its title, its scene and an example. */
export const templateGuide: Record<TemplateName, TemplateGuide> = {
  'activity-notice': note(
    '活动通知',
    '支部发布活动时，以及活动前一天，发给受邀的党员',
    '十一月主题党日',
    '2026-11-21 09:30',
    '二楼会议室',
    '请带党徽，到场扫码签到',
  ),
  'activity-change': note(
    '活动变更通知',
    '活动改了时间、地点或者取消时，发给受邀的党员',
    '主题党日改期',
    '2026-11-22 09:30',
    '社区活动室',
    '原来的报名仍然有效',
  ),
  'place-is-yours': note(
    '候补成功通知',
    '报名满员后有人退出，轮到候补的党员时发给本人',
    '秋游候补成功',
    '2026-11-28 08:00',
    '东门集合',
    '不去请点开退出',
  ),
  'request-asked': note(
    '求助派单通知',
    '老同志求助时，发给被请来帮忙的党员或志愿者',
    '陪同就医',
    '2026-11-23 08:30',
    '常青花园附近',
    '能去请点开接单',
  ),
  'request-news': note(
    '求助进展通知',
    '求助有人接单、办完或者换人时，发给求助的老同志和帮忙的人',
    '陪同就医已有人接',
    '2026-11-23 08:30',
    '区医院',
    '李志愿者会来接您',
  ),
  'request-desk': note(
    '求助督办通知',
    '求助到时间没有人接时，发给支部书记和街道',
    '求助还没有人接',
    '2026-11-22 18:00',
    '常青花园支部',
    '请点开派人',
  ),
  celebration: note(
    '生日祝福提醒',
    '老同志生日、政治生日前，发给负责上门祝贺的同志',
    '王秀英八十寿辰',
    '2026-12-01 全天',
    '常青花园',
    '请上门或打电话祝贺',
  ),
  'pairing-news': note(
    '结对联系通知',
    '结对关系建立、更换或者结束时，发给老同志和结对的同志',
    '结对联系人',
    '2026-11-21 10:00',
    '常青花园支部',
    '张同志和您结对',
  ),
  'post-hands': note(
    '岗位缺人提醒',
    '志愿岗位快到时间还缺人时，发给负责岗位的同志',
    '护学岗缺 2 人',
    '2026-11-24 07:20',
    '实验小学门口',
    '请点开找人替班',
  ),
  'place-offered': note(
    '替班邀请',
    '有人请别人替班时，发给被邀请的志愿者',
    '护学岗替班',
    '2026-11-24 07:20',
    '实验小学门口',
    '能去请点开接下',
  ),
  'post-thanks': note(
    '志愿服务感谢',
    '一次志愿服务结束后，发给参加的志愿者',
    '感谢您护学 2 小时',
    '2026-11-24 09:20',
    '实验小学门口',
    '今年共服务 36 小时',
  ),
  'care-overdue': note(
    '联系老人提醒',
    '到时间没有联系结对的老同志时，发给结对的同志',
    '该联系王秀英了',
    '2026-11-25 18:00',
    '常青花园',
    '打个电话报个平安',
  ),
  aftercare: note(
    '善后事项提醒',
    '有党员去世，有事项到时间没有办时，发给支部书记',
    '慰问家属',
    '2026-11-26 12:00',
    '常青花园支部',
    '请点开看要办的事',
  ),
  account: note(
    '账号安全提醒',
    '有新的微信绑定到本人，或者有人多次认错时，发给本人或支部书记',
    '新的微信绑定',
    '2026-11-21 09:31',
    '常青365',
    '不是本人请点开解除',
  ),
  'visit-due': note(
    '走访安排提醒',
    '节日和生病住院要走访时，发给安排去走访的同志',
    '走访王秀英',
    '2026-11-27 全天',
    '常青花园',
    '走访后请点开登记',
  ),
  'visit-missing': note(
    '走访未完成提醒',
    '走访到时间没有登记时，发给支部书记和街道',
    '3 户还没有走访',
    '2026-11-27 18:00',
    '常青花园支部',
    '请点开查看',
  ),
  'branch-work': note(
    '支部工作提醒',
    '支部班子快到期、等审批或者批下来时，发给支部书记和街道',
    '该准备换届了',
    '2026-11-28 09:00',
    '常青花园支部',
    '任期到2027年5月28日',
  ),
}

/** What to ask for in the console. */
export interface TemplateRequest extends Omit<TemplateGuide, 'example'> {
  name: TemplateName
  /** Keyword, the type that the console offers it under, what it holds, an example. */
  fields: readonly { keyword: string; type: string; label: string; example: string }[]
  /** The environment has no id for it yet: its notices reach the inbox only. */
  missing: boolean
}

const labels = { what: '事项', when: '时间', where: '地点', note: '备注' } as const
const places = ['what', 'when', 'where', 'note'] as const
const types: Readonly<Record<string, string>> = {
  thing: '事物',
  time: '时间',
  date: '日期',
  phrase: '汉字',
  name: '姓名',
  character_string: '字符串',
}

/** Every template with what to ask for, those that an environment lacks first. */
export const templateRequests = ({ templates }: Pick<Environment, 'templates'>): TemplateRequest[] => {
  const requests = templateNames.map(name => {
    const { title, scene, example } = templateGuide[name]
    const keywords = templates[name]?.fields ?? usualFields
    const fields = places.map(place => {
      const keyword = keywords[place]
      return { keyword, type: types[keyword.replace(/\d+$/, '')] ?? keyword, label: labels[place], example: example[place] }
    })
    return { name, title, scene, fields, missing: templates[name] === undefined }
  })
  return requests.sort((a, b) => Number(b.missing) - Number(a.missing))
}
