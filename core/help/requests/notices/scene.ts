import { shanghai } from '../../../shared/calendar'
import type { Instant } from '../../../shared/operation'
import type { NoticeKind, Telling } from '../../../shared/notices'
import type { Case, Entry, Helper } from '../case'
import type { HelperRole } from '../states'
import { titleOf } from '../emergencies'
import { sayWanted } from '../wanted'
import { sayPromise } from '../promise'
import { calledName, partOfTown } from '../../../shared/least'
import { routes } from '../../../shared/routes'

export const roleNames: Readonly<Record<HelperRole, string>> = {
  liaison: '联络员',
  leader: '党小组长',
  team: '服务队',
  volunteer: '附近的志愿者',
  secretary: '支部书记',
  street: '街道值班',
  bureau: '老干部局',
}

/** One telling and its readers; where `quiet`, no phone rings. */
export interface Notice {
  memberIds: string[]
  quiet: boolean
  telling: Telling
}

/** The officers who watch over promises: of the branch, and above it. */
export interface Desks {
  secretary: readonly string[]
  street: readonly string[]
  /** Who chases a promise that was broken. */
  chaser?: Helper | undefined
}

const stamp = (at: Instant) => shanghai(at).format('YYYY-MM-DD HH:mm')
/** Roles whose holders know the elder: by a pairing or an office. Others learn who and where it is when they take it. */
export const knows = ({ role }: Helper) => role !== 'team' && role !== 'volunteer'
export const idsOf = (helpers: readonly Helper[]) => helpers.map(one => one.memberId)
/** The actor's name, as the readers know them. */
export const doer = ({ by }: Entry) => by?.name ?? ''
export const because = ({ text }: Entry) => (text ? `原因：${text}。` : '')
export const quoted = ({ text }: Entry) => (text ? `“${text}”` : '')

/** What the tellings of one line are put together from. */
export const sceneOf = (request: Case, entry: Entry, desks: Desks) => {
  const what = titleOf(request)
  const { owner, second, memberId: elder } = request
  const promise = sayPromise(request.promiseAt, entry.at)
  const notice = (
    kind: NoticeKind,
    to: readonly (string | null | undefined)[],
    title: string,
    text: string,
    note: string,
    { quiet = false, bare = false } = {},
  ): Notice => ({
    memberIds: [...new Set(to.filter(one => typeof one === 'string'))],
    quiet: quiet || entry.quiet === true,
    telling: {
      kind,
      about: `${request._id}:${String(entry.n)}`,
      title,
      text,
      page: routes.request({ id: request._id }),
      fields: {
        what: `${bare ? called : request.name}：${what}`,
        when: stamp(request.promiseAt),
        where: (bare ? partOfTown(request.address) : request.address) || '请点开看',
        note,
      },
    },
  })
  const called = calledName(request.name)
  /** One telling to helpers, in two wordings: those who know the elder get the whole, the others nothing of who and where. */
  const toHelpers = (
    helpers: readonly Helper[],
    say: (name: string, whole: boolean) => [title: string, text: string],
    note: string,
    quiet = false,
  ) => [
    notice('request-asked', idsOf(helpers.filter(knows)), ...say(request.name, true), note, { quiet }),
    notice('request-asked', idsOf(helpers.filter(one => !knows(one))), ...say(called, false), note, { quiet, bare: true }),
  ]
  const toElder = (title: string, text: string, note: string) => notice('request-news', [elder], title, text, note)
  const holders = [owner?.memberId, second?.memberId].filter(one => one !== entry.by?.memberId)
  const addressees = (entry.whom ?? []).map(one => one.memberId)
  const names = (entry.whom ?? []).map(one => `${roleNames[one.role]}${one.name}`).join('、')
  const urgent = request.urgency === 'urgent' ? '【急】' : ''
  const words = request.text ? `“${request.text}”${/[。！？]$/.test(request.text) ? '' : '。'}` : ''
  const near = partOfTown(request.address)
  const wanted = request.wanted ? `要${sayWanted(request.wanted)}。` : ''
  const call = (name: string, whole: boolean): [string, string] => [
    `${urgent}${name}请人帮忙：${what}`,
    `${whole ? words : near && `在${near}。`}${wanted}说好${promise}。能去就请点开按“我来办”，去不了请按“办不了”，好马上找别人。`,
  ]
  return {
    request,
    entry,
    desks,
    what,
    owner,
    promise,
    notice,
    toHelpers,
    toElder,
    holders,
    addressees,
    names,
    urgent,
    words,
    near,
    wanted,
    call,
    called,
    elder,
  }
}
type Scene = ReturnType<typeof sceneOf>
export type Tells<What extends Entry['what']> = { readonly [W in What]: (scene: Scene) => Notice[] }
