const ZONE = 'Asia/Shanghai'
const parts = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, hourCycle: 'h23', ...options })

const clockFormat = parts({ hour: '2-digit', minute: '2-digit', second: '2-digit' })
const dayFormat = parts({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' })
const dateFormat = parts({ month: 'long', day: 'numeric', weekday: 'long', hour: '2-digit', minute: '2-digit' })
const shortFormat = parts({ month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' })

/** 09:30:00 */
export const clockText = (ms: number) => clockFormat.format(ms)
/** 2026年11月21日星期六 */
export const dayText = (ms: number) => dayFormat.format(ms)
/** 11月21日 星期六 09:30 */
export const dateText = (ms: number) => dateFormat.format(ms)
/** 11/21 09:30 */
export const shortText = (ms: number) => shortFormat.format(ms)

/** What an input of type datetime-local shows for an instant, and back; the wall clock is Shanghai's. */
export const toInput = (ms: number) => new Date(ms + 8 * 3600_000).toISOString().slice(0, 16)
export const fromInput = (text: string) => Date.parse(`${text}:00+08:00`)
