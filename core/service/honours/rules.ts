/** Titles that are given every day, ready to be pressed; an organization may name others (P25, S2 五微). */
export const usualTitles = ['服务明星', '文明督导', '优秀志愿者', '助老标兵', '宣讲能手', '优秀共产党员'] as const

/** Hours of service at which an honour is proposed by itself. */
export const milestones = [100, 300, 600, 1000, 1500] as const

/** 服务满100小时. */
export const hoursTitle = (hours: number): string => `服务满${String(hours)}小时`

const MINUTES = 60

/** The milestones that so many minutes of service have reached. */
export const reached = (minutes: number): number[] => milestones.filter(hours => minutes >= hours * MINUTES)

/** The highest milestone that was reached and waits for a word; 0 where none does. An answer to a higher one answers those below it. */
export const openMilestone = (minutes: number, answered: readonly number[]): number => {
  const highest = reached(minutes).at(-1) ?? 0
  return answered.some(one => one >= highest) ? 0 : highest
}

/** What makes two grants one: the same title to the same person by the same organization on the same day. */
export const samenessOf = ({ orgId, memberId, title, on }: { orgId: string; memberId: string; title: string; on: string }): string =>
  [orgId, memberId, on, title].join('|')

/** Does an honour stand, or was it withdrawn? */
export const honourStates = ['stands', 'withdrawn'] as const
export type HonourState = (typeof honourStates)[number]
