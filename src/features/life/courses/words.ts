import type { CourseKind } from '../../../../core/life/courses/rules'
import type { IconName } from '../../../components/icons'
import type { Given } from '../../../platform/call'

export type CourseItem = Given<'course.list'>['items'][number]

export const kindWords: Readonly<Record<CourseKind, string>> = { text: '看文字', audio: '听录音', video: '看录像' }
export const kindIcons: Readonly<Record<CourseKind, IconName>> = { text: 'file', audio: 'play', video: 'play' }

/** 10分钟; 3分20秒; 45秒. */
export const sayLength = (seconds: number): string => {
  const [minutes, rest] = [Math.floor(seconds / 60), Math.round(seconds) % 60]
  if (minutes === 0) return `${String(rest)}秒`
  return rest === 0 ? `${String(minutes)}分钟` : `${String(minutes)}分${String(rest)}秒`
}

/** 听录音 · 10分钟 · 1.5 学时. */
const sayShort = ({ kind, seconds, hours }: Pick<CourseItem, 'kind' | 'seconds' | 'hours'>): string =>
  [kindWords[kind], ...(seconds === undefined ? [] : [sayLength(seconds)]), ...(hours === 0 ? [] : [`${String(hours)} 学时`])].join(' · ')

/** The same with the organization that put it up. */
export const sayCourse = (course: Pick<CourseItem, 'kind' | 'seconds' | 'hours' | 'orgName'>): string =>
  `${sayShort(course)} · ${course.orgName}`

/** One line of the list: how far one is, then what it is. */
export const sayLine = (course: CourseItem): string => [sayStanding(course), sayShort(course)].filter(Boolean).join(' · ')

/** How far one is: 学完了; 学了一半; not begun, nothing. */
const sayStanding = ({ seen, percent }: Pick<CourseItem, 'seen' | 'percent'>): string | undefined =>
  seen ? '学完了' : percent > 0 ? `学了 ${String(percent)}%` : undefined
