import { addDays } from '../../shared/calendar'
import type { DateText } from '../../shared/operation'

export const stepRoles = ['secretary', 'leader', 'liaison'] as const
export type StepRole = (typeof stepRoles)[number]

/** One thing to do after a death (善后, S3). */
export interface Step {
  stepId: string
  title: string
  /** The name of its owner. */
  who: string
  /** The owner's id where they are known to the branch; an owner named only in words has none. */
  whoId?: string
  /** The day by which it is to be done. */
  by: DateText
  done?: { at: number; name: string; note: string }
}

interface Usual {
  stepId: string
  title: string
  role: StepRole
  /** Days after the death became known. */
  days: number
}

/** A branch's usual steps; each can be changed, removed or added to for one family. */
export const usualSteps: readonly Usual[] = [
  { stepId: 'family', title: '联系家属，问清需要什么', role: 'secretary', days: 1 },
  { stepId: 'condolence', title: '上门吊唁慰问', role: 'liaison', days: 2 },
  { stepId: 'farewell', title: '协助办理告别仪式', role: 'leader', days: 5 },
  { stepId: 'papers', title: '协助办理抚恤金、丧葬补助和停发手续', role: 'liaison', days: 30 },
  { stepId: 'membership', title: '结清党费，办理组织关系', role: 'secretary', days: 30 },
  { stepId: 'archive', title: '整理归档资料', role: 'secretary', days: 60 },
]

/** The holder of an office. */
interface Holder {
  memberId: string
  name: string
}

/** The steps of one family, each given to the holder of its office; where the office is vacant, to the secretary. */
export const stepsFrom = (toldOn: DateText, holders: Readonly<Record<StepRole, Holder | undefined>>): Step[] =>
  usualSteps.map(({ stepId, title, role, days }) => {
    const holder = holders[role] ?? holders.secretary
    return { stepId, title, who: holder?.name ?? '支部书记', ...(holder ? { whoId: holder.memberId } : {}), by: addDays(toldOn, days) }
  })
