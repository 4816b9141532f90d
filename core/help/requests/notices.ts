import { shanghai } from '../../shared/calendar'
import type { Instant } from '../../shared/operation'
import type { NoticeKind, Telling } from '../../shared/notices'
import type { Case, Entry } from './case'
import { isOpen, type Helper } from './case'
import type { HelperRole } from './states'
import { usualSettings } from './settings'
import { titleOf } from './emergencies'
import { sayWanted } from './wanted'
import { isQuiet } from '../../shared/quiet-hours'
import { stillAsked } from './ladder'
import { sayPromise, sayUntil } from './promise'
import { calledName, partOfTown } from '../../shared/least'
import { routes } from '../../shared/routes'

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
const knows = ({ role }: Helper) => role !== 'team' && role !== 'volunteer'
const idsOf = (helpers: readonly Helper[]) => helpers.map(one => one.memberId)
/** The actor's name, as the readers know them. */
const doer = ({ by }: Entry) => by?.name ?? ''
const because = ({ text }: Entry) => (text ? `原因：${text}。` : '')
const quoted = ({ text }: Entry) => (text ? `“${text}”` : '')

/** All tellings that follow from one line of the timeline. Telling the same line twice is one message each (`about`). */
export const noticesOf = (request: Case, entry: Entry, desks: Desks): Notice[] => {
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

  switch (entry.what) {
    case 'raised':
      return entry.by?.memberId === elder || entry.by?.relation !== undefined
        ? []
        : [toElder(`${doer(entry)}替您求助了：${what}`, `${doer(entry)}替您登记了“${what}”，${promise}。`, '已替您登记')]
    case 'asked':
      return toHelpers(entry.whom ?? [], call, `${urgent}请点开，能去就按“我来办”`)
    case 'rang':
      // Only for those who are still asked: not for helpers who declined or were replaced since.
      return toHelpers(entry.whom ?? [], call, '昨晚的求助，请看一看')
    case 'second-wanted':
      return toHelpers(
        entry.whom ?? [],
        (name, whole) => [`${name}那里还要一个帮手：${what}`, `${owner?.name ?? ''}已经接手，还要一个帮手。${whole ? quoted(entry) : ''}`],
        '还要一个帮手',
      )
    case 'taken':
      return [
        toElder(`${names}接了您的求助`, `${names}来办“${what}”，${promise}。${quoted(entry)}`, `${names}来帮您`),
        ...toHelpers(
          request.asked.filter(one => !addressees.includes(one.memberId)),
          name => [`已有人接手：${name}${what}`, `${names}已经接手，您不用去了，谢谢。`],
          '已有人接手',
          true,
        ),
      ]
    case 'second':
      return [
        toElder(`又来了一个帮手`, `${names}也来帮忙办“${what}”。`, `${names}也来帮忙`),
        notice(
          'request-helping',
          [owner?.memberId],
          `${names}来帮您一起办`,
          `${request.name}的“${what}”，${names}和您一起办。`,
          '帮手来了',
        ),
      ]
    case 'on-the-way':
      return [toElder(`${doer(entry)}在路上了`, `${doer(entry)}正往您家来，办“${what}”。${quoted(entry)}`, `${doer(entry)}在路上了`)]
    case 'note':
      return [
        toElder(`${doer(entry)}说了进展`, `关于“${what}”：${quoted(entry)}`, '有新的进展'),
        notice('request-helping', holders, `${request.name}的“${what}”有进展`, quoted(entry), '有新的进展'),
      ]
    case 'said-more':
      return [
        ...(owner
          ? []
          : [
              notice(
                'request-helping',
                idsOf(stillAsked(request).filter(one => !knows(one))),
                `${urgent}${called}又说了几句：${what}`,
                `说好${promise}。能去就请点开按“我来办”。`,
                `${urgent}有补充，请点开看`,
                { bare: true },
              ),
            ]),
        notice(
          'request-helping',
          owner ? holders : idsOf(stillAsked(request).filter(knows)),
          `${urgent}${request.name}又说了几句：${what}`,
          `${quoted(entry)}${entry.voiceFileId === undefined ? '' : '留了一段话，请点开听。'}${entry.photoFileIds ? '补充了照片。' : ''}说好${promise}。`,
          `${urgent}有补充，请点开看`,
        ),
      ]
    case 'planned':
      return [
        toElder(`这件事有了办理计划`, `“${what}”：${entry.text ?? ''}。${promise}。`, `${sayUntil(request.promiseAt, entry.at)}前办好`),
      ]
    case 'handed-over':
      return [
        toElder(`正在给您换人`, `“${what}”换人来办，${promise}。有了人马上告诉您。`, '正在换人来办'),
        notice('request-asked', addressees, `请您接着办：${request.name}${what}`, `${because(entry)}${promise}。`, '请您接着办'),
        notice(
          'request-desk',
          entry.lost ? desks.secretary.filter(one => !addressees.includes(one)) : [],
          `换人来办：${request.name}${what}`,
          `原来办的人不再负责，正在另外找人。${promise}。`,
          '办的人不再负责，正在换人',
        ),
      ]
    case 'assigned':
      return [
        toElder(`${names}来办您的求助`, `${names}来办“${what}”，${promise}。`, `${names}来帮您`),
        notice(
          'request-asked',
          addressees,
          `请您来办：${request.name}${what}`,
          `${doer(entry)}请您来办“${what}”，${promise}。${quoted(entry)}`,
          '请您来办',
        ),
      ]
    case 'by-default':
      return [
        toElder(`${names}来管您的求助`, `“${what}”由${names}负责到底，${promise}。`, `${names}负责到底`),
        notice(
          'request-asked',
          addressees,
          `${urgent}由您负责：${request.name}${what}`,
          `一直没有人接，按规定由您负责，${promise}。可以指派别人去。`,
          '没有人接，由您负责',
        ),
        notice(
          'request-desk',
          desks.secretary.filter(one => !addressees.includes(one)),
          `没有人接，已交${names}`,
          `${request.name}的“${what}”没有人接，现在由${names}负责。`,
          '没有人接，已上交',
        ),
      ]
    case 'at-risk':
      return [
        notice(
          'request-desk',
          [...holders, ...desks.secretary],
          `快到时间了：${request.name}${what}`,
          `说好${promise}，现在${owner ? `由${owner.name}在办` : '还没有人接'}。`,
          owner ? '快到承诺时间' : '还没有人接',
        ),
      ]
    case 'broken':
      return [
        // The elder is not woken for it.
        notice(
          'request-news',
          [elder],
          '没按时办到，对不起',
          `“${what}”没在说好的时间办好。${desks.chaser ? `现在由${roleNames[desks.chaser.role]}${desks.chaser.name}在催，点开可以打电话。` : '正在催。'}`,
          '没按时办到，对不起',
          { quiet: isQuiet(usualSettings.quietHours, entry.at) },
        ),
        notice(
          'request-desk',
          [...holders, ...desks.secretary, ...desks.street],
          `过了承诺的时间：${request.name}${what}`,
          `原来说好${sayUntil(request.promiseAt, entry.at)}前办好，现在还没有办好。`,
          '超过承诺时间',
        ),
      ]
    case 'done':
      return [
        toElder(
          `${doer(entry)}说办好了，请您看看`,
          `“${what}”办好了没有？请点开按一下。三天没有回音，就当作办好了。`,
          '请您看看办好了没有',
        ),
      ]
    case 'confirmed':
      return [
        notice(
          'request-helping',
          holders,
          `${request.name}说办好了，谢谢您`,
          `“${what}”办好了。${entry.stars ? `给了${String(entry.stars)}颗星。` : ''}${quoted(entry)}`,
          '办好了，谢谢您',
        ),
      ]
    case 'reopened':
      return [
        notice(
          'request-desk',
          [...addressees, ...desks.secretary],
          `还没有办好：${request.name}${what}`,
          `${request.name}说“${what}”还没有办好，已经往上一级再找人。${quoted(entry)}`,
          '老同志说没有办好',
        ),
      ]
    case 'closed-silently':
      return [
        toElder('您的求助已经办结', `“${what}”办好三天了，没有别的话，就算办好了。要是又坏了，请再按一次求助。`, '三天没有回音，已办结'),
      ]
    case 'cancelled':
      return [
        notice(
          'request-helping',
          [...holders, ...idsOf(stillAsked(request).filter(knows))],
          `不用去了：${request.name}${what}`,
          `${request.name}说不用了。${quoted(entry)}`,
          '已经不用了',
        ),
        notice(
          'request-helping',
          idsOf(stillAsked(request).filter(one => !knows(one))),
          `不用去了：${called}${what}`,
          '那边说不用了，谢谢您。',
          '已经不用了',
          { bare: true },
        ),
      ]
    case 'nobody':
      return [toElder('请直接打个电话', `“${what}”眼下还没有找到能去的人，我们会接着找。着急请直接给支部或社区打电话。`, '请直接打电话')]
    case 'declined':
      return []
  }
}

/** Everything that has not been told yet. What was overtaken in the meantime (asked, then taken) is told quietly. */
export const untold = (request: Case, desks: Desks): Notice[] =>
  request.timeline
    .filter(entry => entry.n > request.toldUpTo)
    .flatMap(entry => noticesOf(request, entry, desks).map(one => (isOvertaken(request, entry) ? { ...one, quiet: true } : one)))
    .filter(one => one.memberIds.length > 0)

const isOvertaken = (request: Case, entry: Entry): boolean =>
  (entry.what === 'asked' || entry.what === 'rang') && (request.owner !== null || !isOpen(request))
