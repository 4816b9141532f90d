import type { posts as contract } from '../../../../core/service/posts/contract'
import { shanghai } from '../../../../core/shared/calendar'
import { saySpan } from '../../../../core/shared/spans'
import { writeExport } from '../../../kernel/files'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'
import { holdersOfPost, type Holder } from './holders'

const clock = (at: number | undefined) => (at === undefined ? '' : shanghai(at).format('HH:mm'))

const sayServed = (service: Holder['service']) =>
  service === null ? '' : { in: '已签到', served: `已服务${String(service.minutes)}分钟`, 'no-show': '未到', none: '' }[service.state]

const columns = [
  { title: '班次', width: 26 },
  { title: '序号', width: 6 },
  { title: '姓名', width: 12 },
  { title: '电话', width: 16 },
  { title: '情况', width: 10 },
  { title: '来源', width: 10 },
  { title: '签到', width: 8 },
  { title: '签退', width: 8 },
  { title: '服务', width: 16 },
  { title: '签名', width: 14 },
] as const

export const dutyList: Handlers<Pick<typeof contract, 'post.dutyList'>> = {
  async 'post.dutyList'({ postId }, context) {
    const { subject } = context
    // The writer is large and seldom needed: it is loaded when an organizer asks, not with every tap.
    const [list, { writeWorkbook }] = await Promise.all([holdersOfPost(context, subject), import('../../../spreadsheets/write')])
    const people = await context.store.table(Members).getMany([...new Set(subject.queue.map(one => one.memberId))])
    const phoneOf = new Map(people.map(one => [one._id, one.phones[0] ?? '']))
    const rows = list.shifts
      .filter(shift => shift.state !== 'cancelled')
      .flatMap(shift => {
        const named = shift.holders.map((one, index) => [
          saySpan(shift),
          String(index + 1),
          one.name,
          phoneOf.get(one.memberId) ?? '',
          one.state === 'held' ? '在岗' : `候补${String(one.position ?? '')}`,
          one.volunteer ? '志愿者' : '',
          clock(one.service?.signedInAt),
          clock(one.service?.signedOutAt),
          sayServed(one.service),
          '',
        ])
        const blank = Array.from({ length: shift.left }, () => [saySpan(shift), '', '', '', '空缺', '', '', '', '', ''])
        return [...named, ...blank]
      })
    for (const member of people) context.audit(member._id, 'post.dutyList', postId)
    const facts = [
      ['岗位', subject.title],
      ['类别', subject.kind],
      ['组织', subject.orgName],
      ['地点', subject.place.name],
      ['要带的东西', subject.bring],
      ['联系人', [subject.contact?.name, subject.contact?.phone].filter(Boolean).join(' ')],
    ]
    const content = await writeWorkbook([
      { name: '值班表', columns, rows },
      { name: '岗位', columns: [{ title: '项目', width: 14 }, { title: '内容', width: 50 }], rows: facts }, // prettier-ignore
    ])
    return writeExport(context, { name: '值班表', about: postId, content })
  },
}
