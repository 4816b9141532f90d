import { addDays } from '../../shared/calendar'
import type { DateText } from '../../shared/operation'

export const stepRoles = ['secretary', 'leader', 'liaison'] as const
export type StepRole = (typeof stepRoles)[number]

/** One thing to do after a death (善后, S3). */
export interface Step {
  stepId: string
  title: string
  /** Who does it. */
  who: string
  /** Their id where it is one of those known to the branch; whoever is named only in words has none. */
  whoId?: string
  /** The last day it is meant for. */
  by: DateText
  done?: { at: number; name: string; note: string }
}

interface Usual {
  stepId: string
  title: string
  role: StepRole
  /** Days after the death was told. */
  days: number
}

/** What a branch usually does; each step can be changed, left out or added to for one family. */
export const usualSteps: readonly Usual[] = [
  { stepId: 'family', title: '联系家属，问清需要什么', role: 'secretary', days: 1 },
  { stepId: 'condolence', title: '上门吊唁慰问', role: 'liaison', days: 2 },
  { stepId: 'farewell', title: '协助办理告别仪式', role: 'leader', days: 5 },
  { stepId: 'papers', title: '协助办理抚恤金、丧葬补助和停发手续', role: 'liaison', days: 30 },
  { stepId: 'membership', title: '结清党费，办理组织关系', role: 'secretary', days: 30 },
  { stepId: 'archive', title: '整理归档资料', role: 'secretary', days: 60 },
]

/** Who holds an office. */
interface Holder {
  memberId: string
  name: string
}

/** The steps of one family, each given to whoever holds the office; where nobody does, to the secretary. */
export const stepsFrom = (toldOn: DateText, holders: Readonly<Record<StepRole, Holder | undefined>>): Step[] =>
  usualSteps.map(({ stepId, title, role, days }) => {
    const holder = holders[role] ?? holders.secretary
    return { stepId, title, who: holder?.name ?? '支部书记', ...(holder ? { whoId: holder.memberId } : {}), by: addDays(toldOn, days) }
  })
