import type { Hours } from '../../shared/hours'
import { sayMinutes, sayMoment, saySpan } from '../../shared/spans'
import type { NoticeKind, Telling } from '../../shared/notices'
import { shanghai } from '../../shared/calendar'
import type { Instant } from '../../shared/operation'
import { counts, type Claim, type Shift } from './rules'
import { routes } from '../../shared/routes'
import type { ServiceRow } from './service-row'

/** What a notice needs to know of a post. */
interface PostInNotice {
  _id: string
  title: string
  orgName: string
  place: { name: string }
  version: number
  shifts: readonly Shift[]
  queue: readonly Claim[]
}

const because = (reason: string | undefined) => (reason ? `原因：${reason.replace(/[。.！!；;]+$/u, '')}。` : '')
const whenAndWhere = (post: PostInNotice, shift: Shift) => `时间：${saySpan(shift)}。地点：${post.place.name}。`
const sayShifts = (shifts: readonly Shift[]) => {
  const said = shifts.slice(0, 3).map(saySpan).join('、')
  return shifts.length > 3 ? `${said}等${String(shifts.length)}个班次` : said
}

const notice = (
  post: PostInNotice,
  at: Pick<Shift, 'startsAt'>,
  { about, ...more }: { kind: NoticeKind; about: string; title: string; text: string; note: string },
): Telling => ({
  kind: more.kind,
  about: `${post._id}:${about}`,
  title: more.title,
  text: more.text,
  page: routes.post({ id: post._id }),
  fields: { what: post.title, when: shanghai(at.startsAt).format('YYYY-MM-DD HH:mm'), where: post.place.name, note: more.note },
})

/** To a person who moved up from the line; told once for one claim under one version of the post. */
export const placeIsYours = (post: PostInNotice, shift: Shift, claim: Pick<Claim, 'at'>): Telling =>
  notice(post, shift, {
    kind: 'place-is-yours',
    about: `v${String(post.version)}:${shift.shiftId}:${String(claim.at)}`,
    title: `轮到您了：${post.title}`,
    text: `空出了名额，您已经从候补转为正式认领“${post.title}”。${whenAndWhere(post, shift)}来不了的话，请在岗位页退出，把名额让给后面的同志。`,
    note: `${sayMoment(shift.startsAt)}请您来`,
  })

/** What a change means to one member besides. */
export interface Meaning {
  /** They lost the place to a lowered number. */
  waits: boolean
  /** Their sign-in stays with the former hours. */
  signsAgain: boolean
  /** The new time lies upon this other shift of theirs; they kept both, or this place was given back for them. */
  clash?: { title: string } & Hours
  released?: boolean
}

const WAITS = '因为名额减少，您现在排在候补名单上，有人退出时会按先后顺序补上，并马上告诉您。'
const SIGNS_AGAIN = '您原来签的到只算原来的时间，请到时候再签一次。'
const sayClash = ({ clash, released }: Meaning): string => {
  if (!clash) return ''
  const other = `这个时间和您认领的“${clash.title}”（${saySpan(clash)}）撞上了，`
  return released ? `${other}这一班已经替您退了，那一班还是您的。` : `${other}请看看退出哪一个，好让别的同志来。`
}
const noteOf = ({ waits, signsAgain, clash, released }: Meaning): string => {
  if (clash) return released ? '时间撞上，已替您退了' : '和您另一个班撞上了'
  return waits ? '名额减少，您转为候补' : signsAgain ? '时间改了，请到时再签到' : '安排有变动'
}

/** What one change made different, to those who queue for the shifts it touched (`shifts`), and what it means to them. */
export const changedNotice = (
  post: PostInNotice,
  shifts: readonly Shift[],
  { said, reason }: { said: readonly string[]; reason?: string | undefined },
  means: Meaning,
): Telling => {
  const [first] = shifts
  const words = [means.waits ? WAITS : '', means.signsAgain ? SIGNS_AGAIN : '', sayClash(means)].join('')
  const yours = means.released ? '' : `您的班次：${sayShifts(shifts)}。`
  return notice(post, first ?? { startsAt: 0 }, {
    kind: 'post-changed',
    about: `v${String(post.version)}`,
    title: `岗位有变动：${post.title}`,
    text: `${said.join('；')}。${because(reason)}${words}${yours}地点：${post.place.name}。`,
    note: noteOf(means),
  })
}

/** The post, or these shifts of it, do not take place; `served` to who had been there, whose hours stay. */
export const cancelledNotice = (
  post: PostInNotice,
  shifts: readonly Shift[],
  { whole, served, reason }: { whole: boolean; served: boolean; reason: string | undefined },
): Telling => {
  const [first] = shifts
  return notice(post, first ?? { startsAt: 0 }, {
    kind: 'post-cancelled',
    about: whole ? 'cancelled' : `cancelled:${shifts.map(one => one.shiftId).join(',')}`,
    title: `岗位取消：${post.title}`,
    text: `您认领的“${post.title}”${sayShifts(shifts)}取消了。${because(reason)}${served ? '您已经服务的时间照记，谢谢您。' : ''}`,
    note: reason ? `取消：${reason}` : '岗位取消',
  })
}

/** To who runs it: too few hands, and the time is near. Once for each shift. */
export const riskNotice = (post: PostInNotice, shift: Shift): Telling => {
  const { held } = counts(post, shift)
  return notice(post, shift, {
    kind: 'post-at-risk',
    about: `risk:${shift.shiftId}`,
    title: `还缺人手：${post.title}`,
    text: `${saySpan(shift)}要${String(shift.places)}人，现在有${String(held)}人认领。可以把岗位再转发到群里，或者给同志们打电话。`,
    note: `还差${String(shift.places - held)}人，请再转发`,
  })
}

/** Said for a person who left without a word of their own: they withdrew, moved or died. */
export const withdrawnReason = '以后不能来了'

/** To the organizer: a person gave a place back late, and why. */
export const withdrawnNotice = (
  post: PostInNotice,
  shift: Shift,
  { memberId, name, at, reason }: { memberId: string; name: string; at: Instant; reason: string },
): Telling => {
  const { held } = counts(post, shift)
  return notice(post, shift, {
    kind: 'post-withdrawn',
    about: `withdrawn:${shift.shiftId}:${memberId}:${String(at)}`,
    title: `${name}来不了：${post.title}`,
    text: `${name}退出了${saySpan(shift)}的班次。${because(reason)}现在${String(held)}人，要${String(shift.places)}人。`,
    note: `${name}来不了，现有${String(held)}/${String(shift.places)}人`,
  })
}

/** To the person a place is offered to. */
export const offeredNotice = (post: PostInNotice, shift: Shift, fromMemberId: string, from: string, at: Instant): Telling =>
  notice(post, shift, {
    kind: 'place-offered',
    about: `offer:${shift.shiftId}:${fromMemberId}:${String(at)}`,
    title: `${from}请您顶一下班：${post.title}`,
    text: `${from}来不了，想请您替一下“${post.title}”。${whenAndWhere(post, shift)}能来就请点开，按“我来接”。`,
    note: `${from}请您替班`,
  })

/** To the person who offered the place: another took it over. */
export const takenNotice = (post: PostInNotice, shift: Shift, by: string, at: Instant): Telling =>
  notice(post, shift, {
    kind: 'place-taken',
    about: `taken:${shift.shiftId}:${String(at)}`,
    title: `${by}接了您的班：${post.title}`,
    text: `${by}接了您“${post.title}”的班，您不用来了。${whenAndWhere(post, shift)}`,
    note: `${by}接了您的班`,
  })

const sayServed = ({ state, minutes }: Pick<ServiceRow<unknown>, 'state' | 'minutes'>): string =>
  ({
    in: '记为到了，走的时候请签退',
    served: `记为服务${sayMinutes(minutes)}`,
    'no-show': '记为没有来',
    none: '不算服务，也不算没有来',
  })[state]

/** To the member it is about: the organizer said what is true of their service. */
export const resolvedNotice = (
  post: PostInNotice,
  shift: Shift,
  row: Pick<ServiceRow<unknown>, 'state' | 'minutes' | 'reason' | 'commandId'>,
): Telling =>
  notice(post, shift, {
    kind: 'post-changed',
    about: `resolved:${shift.shiftId}:${row.commandId ?? ''}`,
    title: `服务记录更正：${post.title}`,
    text: `您“${post.title}”（${saySpan(shift)}）的服务记录改了：${sayServed(row)}。${because(row.reason)}不对的话，请告诉组织的同志。`,
    note: sayServed(row),
  })

/** Thanks to the people who served. */
export const thanksNotice = (post: PostInNotice, shift: Shift, words: string): Telling =>
  notice(post, shift, {
    kind: 'post-thanks',
    about: 'thanks',
    title: `谢谢您：${post.title}`,
    text: `${post.orgName}感谢您参加“${post.title}”。${words}`,
    note: '谢谢您的付出',
  })
