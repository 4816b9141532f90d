import type { Settings } from '../../../../../core/help/requests/contract-views'
import type { Urgency } from '../../../../../core/help/requests/kinds'
import { usualSettings } from '../../../../../core/help/requests/settings'
import { fields, number, text } from '../../../../platform/shape'

/** The rungs that have a clock, as the one whose turn it is. */
export const clockRungs = [
  { rung: 'liaison', words: '联络员' },
  { rung: 'team', words: '组长和服务队' },
  { rung: 'near', words: '附近的志愿者' },
  { rung: 'secretary', words: '支部书记' },
] as const
type ClockRung = (typeof clockRungs)[number]['rung']

/** How pressing, with what it is. */
export const urgencyWords: readonly { urgency: Urgency; words: string; about: string }[] = [
  { urgency: 'urgent', words: '急事', about: '有危险的话，任何时候都马上找人' },
  { urgency: 'prompt', words: '停水、漏水、停电', about: '等不到天亮的事，夜里也找人' },
  { urgency: 'ordinary', words: '平常的事', about: '休息时间不打扰，早上再找' },
]

/** How many minutes each rung has, as typed. */
type Clocks = Record<ClockRung, string>
/** What is being filled in. */
export interface SettingsDraft {
  clocks: Record<Urgency, Clocks>
  volunteers: string
  /** Metres. */
  radius: number
  from: string
  to: string
}

const isClocks = fields<Clocks>({ liaison: text, team: text, near: text, secretary: text })
export const isSettings = fields<SettingsDraft>({
  clocks: fields({ urgent: isClocks, prompt: isClocks, ordinary: isClocks }),
  volunteers: text,
  radius: number,
  from: text,
  to: text,
})

/** The clocks after those of one rung were typed. */
export const withMinutes = ({ clocks }: SettingsDraft, urgency: Urgency, rung: ClockRung, minutes: string): SettingsDraft['clocks'] => ({
  ...clocks,
  [urgency]: { ...clocks[urgency], [rung]: minutes.trim() },
})

const typed = ({ liaison, team, near, secretary }: Settings['clocks'][Urgency]): Clocks => ({
  liaison: String(liaison),
  team: String(team),
  near: String(near),
  secretary: String(secretary),
})

/** The form of what holds. */
export const formOf = ({ clocks, volunteers, radius, quietHours }: Settings): SettingsDraft => ({
  clocks: { urgent: typed(clocks.urgent), prompt: typed(clocks.prompt), ordinary: typed(clocks.ordinary) },
  volunteers: String(volunteers),
  radius,
  from: quietHours.from,
  to: quietHours.to,
})

export const usual: SettingsDraft = formOf(usualSettings)

const within = (text: string, least: number, most: number): boolean => {
  const count = Number(text)
  return Number.isInteger(count) && count >= least && count <= most
}
const DAY = 24 * 60

export type Faults = Partial<Record<Urgency | 'volunteers', string>>

/** What must be put right before it can be saved. */
export const faultsOf = (form: SettingsDraft): Faults => ({
  ...Object.fromEntries(
    urgencyWords
      .filter(({ urgency }) => clockRungs.some(({ rung }) => !within(form.clocks[urgency][rung], 1, DAY)))
      .map(({ urgency, words }) => [urgency, `${words}：请填 1 到 1440 的分钟数`]),
  ),
  ...(within(form.volunteers, 1, 20) ? {} : { volunteers: '志愿者请填 1 到 20 人' }),
})

/** What a form means. */
export const settingsOf = (form: SettingsDraft): Settings => {
  const clocks = (urgency: Urgency) => {
    const minutes = (rung: ClockRung) => Number(form.clocks[urgency][rung])
    return { liaison: minutes('liaison'), team: minutes('team'), near: minutes('near'), secretary: minutes('secretary') }
  }
  return {
    clocks: { urgent: clocks('urgent'), prompt: clocks('prompt'), ordinary: clocks('ordinary') },
    volunteers: Number(form.volunteers),
    radius: form.radius,
    quietHours: { from: form.from, to: form.to },
  }
}

const KM = 1000
const radii = [1 * KM, 2 * KM, 3 * KM, 5 * KM, 10 * KM]
/** How near is near, to choose from, with what holds where it is another. */
export const radiusOptions = (holds: number) =>
  [...new Set([...radii, holds])]
    .sort((one, other) => one - other)
    .map(metres => ({ value: String(metres), words: metres % KM === 0 ? `${metres / KM} 公里` : `${metres} 米` }))
