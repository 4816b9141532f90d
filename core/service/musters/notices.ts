import { shanghai } from '../../shared/calendar'
import type { Hours } from '../../shared/hours'
import type { NoticeKind, Telling } from '../../shared/notices'
import type { Instant } from '../../shared/operation'
import { routes } from '../../shared/routes'
import { sayMoment, saySpan } from '../../shared/spans'
import { spanOf } from './rules'

/** What a notice needs to know of a muster. */
interface MusterInNotice {
  _id: string
  title: string
  orgName: string
  why: string
  places: readonly { name: string }[]
  shifts: readonly Hours[]
}

const sayPlaces = (places: readonly { name: string }[]): string => {
  const said = places
    .slice(0, 3)
    .map(one => one.name)
    .join('、')
  return places.length > 3 ? `${said}等${String(places.length)}处` : said
}

const notice = (
  muster: MusterInNotice,
  { kind, about, title, text, note, at }: { kind: NoticeKind; about: string; title: string; text: string; note: string; at: Instant },
): Telling => ({
  ...{ kind, title, text },
  about: `${muster._id}:${about}`,
  page: routes.muster({ id: muster._id }),
  fields: { what: muster.title, when: shanghai(at).format('YYYY-MM-DD HH:mm'), where: sayPlaces(muster.places), note },
})

const began = (muster: MusterInNotice) => spanOf(muster.shifts).startsAt

/** To everybody called; asked again (`round` from 1 on) to those who have not answered. */
export const calledNotice = (muster: MusterInNotice, round = 0): Telling =>
  notice(muster, {
    kind: 'muster-called',
    about: round === 0 ? 'called' : `called:${String(round)}`,
    title: `${round === 0 ? '' : '再问一次：'}应急集结：${muster.title}`,
    text: `${muster.orgName}请您来：${muster.why ? `${muster.why.replace(/[。.！!；;]+$/u, '')}。` : ''}时间：${saySpan(spanOf(muster.shifts))}。地点：${sayPlaces(muster.places)}。请点开，按一下：能来、晚到，还是不能来。`,
    note: '能来、晚到、不能来，请按一下',
    at: began(muster),
  })

/** To the leaders of people who have to be rung up. */
export const ringNotice = (muster: MusterInNotice, round: number): Telling =>
  notice(muster, {
    kind: 'muster-desk',
    about: `ring:${String(round)}`,
    title: `请给没回话的同志打电话：${muster.title}`,
    text: `您这里还有同志没有回话，或者没有绑定微信。请点开名单，一个一个打电话，替他们把回话记下来。`,
    note: '还有同志没回话，请打电话',
    at: began(muster),
  })

/** Before a shift, to those who come to it. */
export const reliefNotice = (muster: MusterInNotice, place: string, hours: Hours): Telling =>
  notice(muster, {
    kind: 'muster-relief',
    about: `relief:${place}:${String(hours.startsAt)}`,
    title: `快到您的班了：${muster.title}`,
    text: `${sayMoment(hours.startsAt)}请您到${place}接班，到${sayMoment(hours.endsAt)}为止。到了请签到。`,
    note: `${sayMoment(hours.startsAt)}请您接班`,
    at: hours.startsAt,
  })

/** To those who come next at a place: the shift before them handed over. */
export const handedOverNotice = (
  muster: MusterInNotice,
  place: string,
  hours: Hours,
  { by, words, at }: { by: string; words: string; at: Instant },
): Telling =>
  notice(muster, {
    kind: 'muster-relief',
    about: `handed:${place}:${String(hours.startsAt)}:${String(at)}`,
    title: `上一班交班了：${place}`,
    text: `${by}已经交班。${words ? `交代：${words}` : '没有别的交代。'}请您接着守好，到了请签到。`,
    note: words || '上一班已经交班',
    at: hours.startsAt,
  })

/** The end: to those who were there (`there`), their thanks; to those who were still to come, that they need not. */
export const endedNotice = (muster: MusterInNotice, { words, at }: { words: string; at: Instant }, there: boolean): Telling =>
  notice(muster, {
    kind: 'muster-ended',
    about: 'ended',
    title: there ? `谢谢您：${muster.title}` : `集结结束，不用来了：${muster.title}`,
    text: there
      ? `“${muster.title}”结束了，${muster.orgName}谢谢您。您服务的时间已经记上。${words}`
      : `“${muster.title}”已经结束，您不用过来了。${muster.orgName}谢谢您。${words}`,
    note: there ? '谢谢您，时间已经记上' : '已经结束，您不用来了',
    at,
  })
