import { shanghai } from '../../shared/calendar'
import type { Hours } from '../../shared/hours'
import type { NoticeKind, Telling } from '../../shared/notices'
import type { Instant } from '../../shared/operation'
import { routes } from '../../shared/routes'
import { saySpan, sayMoment } from '../../shared/spans'

/** What a notice needs to know of consultation hours. Nothing of what a person comes for: that is between them and the host. */
interface HoursInNotice {
  _id: string
  title: string
  place: { name: string }
}

const notice = (
  hours: HoursInNotice,
  { startsAt }: Pick<Hours, 'startsAt'>,
  said: { kind: NoticeKind; about: string; title: string; text: string; note: string; toHost?: boolean },
): Telling => ({
  ...{ kind: said.kind, about: `${hours._id}:${said.about}`, title: said.title, text: said.text },
  page: said.toHost === true ? routes.hoursDesk({ id: hours._id }) : routes.hours({ id: hours._id }),
  fields: { what: hours.title, when: shanghai(startsAt).format('YYYY-MM-DD HH:mm'), where: hours.place.name, note: said.note },
})

const sayNext = (next: Hours | null) =>
  next ? `最近还空着的是${sayMoment(next.startsAt)}，点开这里按一下就约上。` : '现在没有别的空位，点开这里可以排上候补。'
const because = (reason: string | undefined) => (reason ? `原因：${reason}。` : '')

/** Another person booked it in their stead. */
export const bookedFor = (hours: HoursInNotice, span: Hours, by: string, at: Instant): Telling =>
  notice(hours, span, {
    kind: 'hours-news',
    about: `booked:${String(span.startsAt)}:${String(at)}`,
    title: `${by}给您约好了：${hours.title}`,
    text: `时间：${saySpan(span)}。地点：${hours.place.name}。去不了的话，请点开这里取消，把时间让给别的同志。`,
    note: '已经约好，请按时来',
  })

/** A place came free for a person who waited, and is theirs. */
export const seatedNotice = (hours: HoursInNotice, span: Hours, at: Instant): Telling =>
  notice(hours, span, {
    kind: 'place-is-yours',
    about: `seated:${String(span.startsAt)}:${String(at)}`,
    title: `轮到您了：${hours.title}`,
    text: `空出了一个时间，已经给您约上：${saySpan(span)}。地点：${hours.place.name}。去不了的话，请点开这里取消，好让给下一位。`,
    note: '空出的时间给您约上了',
  })

/** A time came free too late to be given by itself: those who wait may tap. */
export const openedNotice = (hours: HoursInNotice, span: Hours, at: Instant): Telling =>
  notice(hours, span, {
    kind: 'hours-news',
    about: `opened:${String(span.startsAt)}:${String(at)}`,
    title: `今天空出一个时间：${hours.title}`,
    text: `${saySpan(span)}空出来了，赶得上的话请点开按“就约这个”，先点先得。您的候补位置还留着。`,
    note: '空出一个时间，先点先得',
  })

/** The host cannot be there: the next free time is offered. */
export const calledOffNotice = (hours: HoursInNotice, span: Hours, next: Hours | null, reason: string | undefined, at: Instant): Telling =>
  notice(hours, span, {
    kind: 'hours-cancelled',
    about: `off:${String(span.startsAt)}:${String(at)}`,
    title: `取消了：${hours.title}`,
    text: `您约的${saySpan(span)}取消了，请不要来。${because(reason)}${sayNext(next)}`,
    note: '这次取消了，请不要来',
  })

/** Another person gave their booking back in their stead. */
export const releasedNotice = (hours: HoursInNotice, span: Hours, by: string, reason: string | undefined, at: Instant): Telling =>
  notice(hours, span, {
    kind: 'hours-cancelled',
    about: `released:${String(span.startsAt)}:${String(at)}`,
    title: `替您取消了：${hours.title}`,
    text: `${by}替您取消了${saySpan(span)}的预约。${because(reason)}还想来，请点开重新约。`,
    note: '预约已取消',
  })

/** Where or what it is has changed. */
export const movedNotice = (hours: HoursInNotice, span: Hours, version: number): Telling =>
  notice(hours, span, {
    kind: 'hours-news',
    about: `moved:${String(version)}:${String(span.startsAt)}`,
    title: `有变动：${hours.title}`,
    text: `您约的${saySpan(span)}改到：${hours.place.name}。时间没有变。`,
    note: '地点改了，请看一看',
  })

export const reminderNotice = (hours: HoursInNotice, span: Hours, which: 'day' | 'hour', at: Instant): Telling =>
  notice(hours, span, {
    kind: 'hours-news',
    about: `remind:${which}:${String(span.startsAt)}:${String(at)}`,
    title: which === 'day' ? `明天：${hours.title}` : `一小时后：${hours.title}`,
    text: `时间：${saySpan(span)}。地点：${hours.place.name}。${which === 'day' ? '带上要用的证件和材料。去不了，请点开取消。' : '路上慢一点，到了点开按“我到了”。'}`,
    note: which === 'day' ? '明天请按时来' : '一小时后开始',
  })

/** To the hosts: they are named for it. */
export const hostNotice = (hours: HoursInNotice, first: Hours, version: number): Telling =>
  notice(hours, first, {
    kind: 'hours-host',
    about: `host:${String(version)}`,
    title: `请您坐班：${hours.title}`,
    text: `最近一次：${saySpan(first)}。地点：${hours.place.name}。谁约了、到了几位，点开就看得到；来不了，点开可以取消。`,
    note: '请您坐班',
    toHost: true,
  })

/** To the hosts: a person who was to come today gave the time back. */
export const gaveBackNotice = (hours: HoursInNotice, span: Hours, name: string, at: Instant): Telling =>
  notice(hours, span, {
    kind: 'hours-host',
    about: `gave-back:${String(span.startsAt)}:${String(at)}`,
    title: `${name}来不了：${hours.title}`,
    text: `${name}取消了${saySpan(span)}的预约。`,
    note: `${name}取消了预约`,
    toHost: true,
  })
