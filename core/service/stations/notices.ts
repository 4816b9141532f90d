import { instantOf, shanghai } from '../../shared/calendar'
import type { Hours } from '../../shared/hours'
import type { Telling } from '../../shared/notices'
import type { DateText } from '../../shared/operation'
import { routes } from '../../shared/routes'
import { sayDay, saySpan } from '../../shared/spans'
import type { Gap } from './duty'

interface StationInNotice {
  _id: string
  orgId: string
  name: string
  address: string
}

const when = (date: DateText) => shanghai(instantOf(date, '09:00')).format('YYYY-MM-DD HH:mm')
const whenOf = ({ startsAt }: Hours) => shanghai(startsAt).format('YYYY-MM-DD HH:mm')
const placeOf = ({ name, address }: StationInNotice) => address || name
const because = (reason: string | undefined) => (reason ? `原因：${reason}。` : '')
const MOST_SAID = 5
const sayDays = (dates: readonly DateText[]) =>
  `${dates.slice(0, MOST_SAID).map(sayDay).join('、')}${dates.length > MOST_SAID ? `等${String(dates.length)}天` : ''}`

/** To a person who was put on duty, on these days. */
export const onDutyNotice = (station: StationInNotice, about: string, first: Hours, dates: readonly DateText[]): Telling => ({
  kind: 'duty',
  about: `${station._id}:on:${about}`,
  title: `请您值班：${station.name}`,
  text: `请您在${sayDays(dates)}到${station.name}值班，${saySpan(first)}${dates.length > 1 ? '起' : ''}。来不了的话，请打开这里让给别人或者退出，好找人替您。`,
  page: routes.station({ id: station._id }),
  fields: {
    what: `值班：${station.name}`,
    when: whenOf(first),
    where: placeOf(station),
    note: dates.length > 1 ? `共${String(dates.length)}天，请打开看` : '请您到时来值班',
  },
})

/** The day before. */
export const remindNotice = (station: StationInNotice, postId: string, { shiftId, ...shift }: Hours & { shiftId: string }): Telling => ({
  kind: 'duty',
  about: `${postId}:${shiftId}:tomorrow`,
  title: `明天您值班：${station.name}`,
  text: `明天是您值班：${saySpan(shift)}，${placeOf(station)}。到了请打开这里签到。临时来不了，请马上退出或让给别人。`,
  page: routes.station({ id: station._id }),
  fields: { what: `明天值班：${station.name}`, when: whenOf(shift), where: placeOf(station), note: '到了请签到' },
})

/** To a person that an officer took off a day. */
export const offDutyNotice = (station: StationInNotice, about: string, shift: Hours, reason: string | undefined): Telling => ({
  kind: 'duty',
  about: `${station._id}:off:${about}`,
  title: `值班取消：${station.name}`,
  text: `您${saySpan(shift)}在${station.name}的值班取消了。${because(reason)}`,
  page: routes.station({ id: station._id }),
  fields: {
    what: `值班：${station.name}`,
    when: whenOf(shift),
    where: placeOf(station),
    note: reason ? `取消：${reason}` : '这一天不用来了',
  },
})

/** To those who run it: days within the coming week that lack people. */
export const gapNotice = (station: StationInNotice, today: DateText, gaps: readonly [Gap, ...Gap[]]): Telling => ({
  kind: 'duty-desk',
  about: `${station._id}:gap:${today}:${gaps.map(one => one.date).join(',')}`,
  title: `没人值班：${station.name}`,
  text: `${station.name}在${sayDays(gaps.map(one => one.date))}还缺人值班。请打开排班，补上人。`,
  page: routes.duty({ stationId: station._id, name: station.name, month: gaps[0].date.slice(0, 7) }),
  fields: {
    what: `缺人值班：${station.name}`,
    when: when(gaps[0].date),
    where: placeOf(station),
    note: sayDays(gaps.map(one => one.date)),
  },
})

/** To those who run it: a word was left. */
export const wordNotice = (station: StationInNotice, word: { _id: string; at: number; text: string }): Telling => ({
  kind: 'duty-desk',
  about: `word:${word._id}`,
  title: `有人留言：${station.name}`,
  text: `“${word.text}” 请您看一看，回个话。`,
  page: routes.stationWords({ orgId: station.orgId }),
  fields: { what: `留言：${station.name}`, when: shanghai(word.at).format('YYYY-MM-DD HH:mm'), where: placeOf(station), note: word.text },
})

/** To who left a word. */
export const answeredNotice = (
  word: { _id: string; stationId: string; stationName: string; text: string },
  answer: { text: string; by: { name: string }; at: number },
): Telling => ({
  kind: 'station-word',
  about: `word:${word._id}:answered`,
  title: `${word.stationName}回复了您`,
  text: `您留的话：“${word.text}”。${answer.by.name}回复：${answer.text}`,
  page: routes.station({ id: word.stationId }),
  fields: {
    what: `${word.stationName}的回复`,
    when: shanghai(answer.at).format('YYYY-MM-DD HH:mm'),
    where: word.stationName,
    note: answer.text,
  },
})
