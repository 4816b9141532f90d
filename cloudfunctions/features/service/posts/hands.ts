import { inForce } from '../../../../core/shared/hours'
import { PostFeedbacks, Posts, Services } from '../documents'
import { Members, VOLUNTEERS } from '../../people/public'
import { saySpan } from '../../../../core/shared/spans'
import type { posts as contract } from '../../../../core/service/posts/contract'
import { thanksNotice } from '../../../../core/service/posts/notices'
import { cardState, isAtRisk, type Shift } from '../../../../core/service/posts/rules'
import { placeAt } from '../../../../core/shared/queue'
import { claimsOf } from '../../../../core/service/posts/rules'
import { maskPhone } from '../../../../core/people/public'
import { shanghai } from '../../../../core/shared/calendar'
import type { Output } from '../../../../core/shared/operation'
import type { Post } from '../documents'
import type { Ports } from '../../../kernel/ports'
import type { Handlers } from '../use-case'
import { livingCards, showCards } from './cards'
import { correctedOf, shiftFigures } from './view'

type Running = Handlers<Pick<typeof contract, 'post.holders' | 'post.phone' | 'post.thank' | 'post.card' | 'post.dutyList'>>
type Holders = Output<(typeof contract)['post.holders']>
type Holder = Holders['shifts'][number]['holders'][number]

/** WeChat's own words for a card that counts people (到齐时). */
const CARD_TEMPLATE = '666F374D69D16C932E45D7E7D9F10CEF6177F5F5'
/** A card that ends sooner is not shared any more. */
const WORTH_SHARING = 60 * 60_000

const holdersOfPost = async ({ store, now }: Pick<Ports, 'store' | 'now'>, post: Post): Promise<Holders> => {
  const memberIds = [...new Set(post.queue.map(one => one.memberId))]
  const [members, services, feedback] = await Promise.all([
    store.table(Members).getMany(memberIds),
    store.table(Services).findAll({ postId: post._id }),
    store.table(PostFeedbacks).findAll({ postId: post._id }),
  ])
  const people = new Map(members.map(one => [one._id, one]))
  const served = new Map(services.map(one => [one._id, one]))
  const holderOf = (one: Post['queue'][number], index: number, shift: Shift): Holder[] => {
    const stands = placeAt(index, shift.places)
    const member = people.get(one.memberId)
    const service = inForce(served.get(`${post._id}:${one.key}`) ?? null, shift)
    if (stands.state === 'none') return []
    const [phone] = member?.phones ?? []
    return [
      {
        memberId: one.memberId,
        name: member?.name ?? '',
        ...(phone === undefined ? {} : { maskedPhone: maskPhone(phone) }),
        at: one.at,
        ...stands,
        ...(one.by ? { by: one.by.name } : {}),
        volunteer: member?.branchId === VOLUNTEERS,
        ...(one.group === undefined ? {} : { group: one.group }),
        ...(one.offer ? { offered: one.offer.to === null ? 'anyone' : 'person' } : {}),
        service: service
          ? {
              state: service.state,
              minutes: service.minutes,
              ...(service.signedInAt === undefined ? {} : { signedInAt: service.signedInAt }),
              ...(service.signedOutAt === undefined ? {} : { signedOutAt: service.signedOutAt }),
              ...correctedOf(service),
            }
          : null,
      },
    ]
  }
  return {
    shifts: post.shifts.map(shift => ({
      ...shiftFigures(post, shift, now),
      atRisk: isAtRisk(post, shift, now),
      holders: claimsOf(post.queue, shift.shiftId).flatMap((one, index) => holderOf(one, index, shift)),
    })),
    withdrawn: post.withdrawn,
    feedback: feedback.map(({ memberId, name, text, photoFileIds, at }) => ({ memberId, name, text, photoFileIds, at })),
  }
}

const clock = (at: number | undefined) => (at === undefined ? '' : shanghai(at).format('HH:mm'))
const served = (service: Holder['service']) =>
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

export const running: Running = {
  'post.holders': (_input, { subject, ...context }) => holdersOfPost(context, subject),

  async 'post.phone'({ memberId }, { subject, store, audit, fail }) {
    if (!subject.queue.some(one => one.memberId === memberId)) return fail('NOT_FOUND')
    const member = await store.table(Members).get(memberId)
    if (!member) return fail('NOT_FOUND')
    audit(memberId, 'post.phone', subject._id)
    return { phones: member.phones }
  },

  async 'post.thank'({ postId, text }, { subject, store, now, tell, checkText }) {
    await checkText(text)
    const rows = await store.table(Services).findAll({ postId })
    const people = [...new Set(rows.filter(row => row.state === 'served').map(row => row.memberId))]
    const [first] = subject.shifts
    if (people.length === 0 || !first) return { thanked: 0 }
    await store.table(Posts).update({ _id: postId, thanks: { exists: false } }, { set: { thanks: { text: text ?? '', at: now } } })
    const stands = await store.table(Posts).get(postId)
    return { thanked: await tell(people, thanksNotice(subject, first, stands?.thanks?.text ?? text ?? '')) }
  },

  async 'post.card'({ postId }, context) {
    const { subject, openid, store, wechat, now, limit, fail } = context
    const shows = cardState(subject, now)
    if (shows.state === 2) return fail('POST_CLOSED')
    const { memberCount, roomLimit } = shows
    const usable = (post: Post) =>
      livingCards(post, now).find(card => card.expiresAt - now > WORTH_SHARING && (shows.state === 1 || card.madeAt > (post.fullAt ?? -1)))
    const existing = usable(subject)
    const answer = ({ activityId, expiresAt }: Post['cards'][number]) => ({ activityId, expiresAt, templateId: CARD_TEMPLATE, memberCount, roomLimit }) // prettier-ignore
    if (existing) return answer(existing)
    await limit(openid, 60, 60 * 60_000)
    const made = { ...(await wechat.newCard(openid)), madeAt: now }
    const posts = store.table(Posts)
    // Those that ended go when the next one comes.
    const cards = [...livingCards(subject, now), made]
    const kept = await posts.update({ _id: postId, cards: { size: subject.cards.length } }, { set: { cards } })
    if (kept === 0) {
      const fresh = await posts.get(postId)
      const other = fresh && usable(fresh)
      if (other) return answer(other)
      await posts.update({ _id: postId }, { push: { cards: made } })
    }
    await showCards(context, { ...subject, cards: [made] })
    return answer(made)
  },

  async 'post.dutyList'({ postId }, { subject, commandId, files, ...context }) {
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
          served(one.service),
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
    return files.write(`exports/posts/${postId}/${commandId}.xlsx`, content)
  },
}
