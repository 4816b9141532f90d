import { birthdaysIn } from '../../shared/almanac/birthdays'
import type { Birthday } from '../../shared/birthday-schema'
import { sayBirthday } from '../../people/public'
import type { DateText } from '../../shared/operation'
import type { celebrationKinds } from './contract'

export type CelebrationKind = (typeof celebrationKinds)[number]

/** What the roster knows of a member's birth and joining of the Party. */
export interface Celebrating {
  birthday?: Birthday | undefined
  joinedPartyOn?: string | undefined
}

/** One celebration. */
export interface Day {
  kind: CelebrationKind
  /** The year it belongs to; each year has exactly one. */
  period: string
  /** The day, or the first day that it may be. */
  on: DateText
  /** The last day that it may be; the same where the day is known. */
  to: DateText
  exact: boolean
  years: number
  round: boolean
  lunar?: string
}

/** 1941-03-05 as a solar date, as exact as it is written. */
const dayOfJoining = (joined: string): Birthday => {
  const [year = 0, month, day] = joined.split('-').map(Number)
  return { calendar: 'solar', year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) }
}

/** Tens from 60 on for a birthday (80, 90, 100), all tens for the years in the Party (光荣在党50年). */
const isRound = (kind: CelebrationKind, years: number): boolean => years % 10 === 0 && (kind === 'political' || years >= 60)

/** 农历九月初九: the day without its year. */
const lunarWords = (birthday: Birthday): string => sayBirthday(birthday).replace(/\d+年/u, '')

const nextOf = (kind: CelebrationKind, birthday: Birthday | undefined, from: DateText): Day[] => {
  if (!birthday) return []
  const year = Number(from.slice(0, 4))
  const next = [year, year + 1, year + 2].flatMap(each => birthdaysIn(birthday, each)).find(span => span.to >= from)
  const years = next ? Number(next.period.replace('L', '')) - birthday.year : 0
  if (!next || years < 1) return []
  return [
    {
      kind,
      period: next.period,
      on: next.from,
      to: next.to,
      exact: birthday.day !== undefined,
      years,
      round: isRound(kind, years),
      ...(birthday.calendar === 'lunar' ? { lunar: lunarWords(birthday) } : {}),
    },
  ]
}

/** The next celebrations on or after a date, at most one of each kind; none for a date not known to the month (P45). */
export const nextCelebrations = ({ birthday, joinedPartyOn }: Celebrating, from: DateText): Day[] => [
  ...nextOf('birthday', birthday, from),
  ...nextOf('political', joinedPartyOn === undefined ? undefined : dayOfJoining(joinedPartyOn), from),
]

interface Greeted {
  name: string
  kind: CelebrationKind
  years: number
  round: boolean
}

/** The words of the greeting; plain for a household in mourning. */
export const greetingWords = ({ name, kind, years, round }: Greeted, quiet: boolean): { title: string; text: string } => {
  if (kind === 'political') {
    const title = years === 50 ? '光荣在党50年' : '政治生日'
    const text = `${name}同志，${String(years)}年前的今天，您加入了中国共产党。`
    return { title, text: quiet ? `${text}支部惦记着您，请多保重。` : `${text}向您致敬，祝您身体健康！` }
  }
  if (quiet) return { title: '今天是您的生日', text: `${name}同志，今天是您的生日。支部惦记着您，请多保重。` }
  return {
    title: '生日快乐',
    text: `${name}同志，今天是您${String(years)}岁${round ? '大寿' : '生日'}。支部祝您健康长寿，天天开心！`,
  }
}
