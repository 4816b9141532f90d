import { shanghai } from '../../shared/calendar'
import { sayDay } from '../../shared/spans'
import type { Telling } from '../../shared/notices'
import { sayPeriod } from '../../shared/obligations/periods'
import type { DateText, Instant } from '../../shared/operation'
import { type Route, routes } from '../../shared/routes'
import type { DutyStep } from './ladder'

/** A branch's open duty. */
interface OpenDuty {
  what: 'visit' | 'report'
  branchId: string
  name: string
  period: string
  dueOn: DateText
}

const titleOf = ({ what, name }: OpenDuty, step: DutyStep): string => {
  const act = what === 'visit' ? `去${name}走访` : '交工作报告'
  if (step === 'ahead') return `请记得${act}`
  if (step === 'late') return what === 'visit' ? `该${act}了` : '工作报告该交了'
  return what === 'visit' ? `${name}没有走访` : `${name}没有交工作报告`
}

const textOf = ({ what, name, period, dueOn }: OpenDuty, step: DutyStep): string => {
  const when = sayPeriod(period)
  if (what === 'visit')
    return {
      ahead: `${when}还没有去过${name}，请在${sayDay(dueOn)}以前去一次，去过以后点开登记。`,
      late: `${when}的走访过了${sayDay(dueOn)}还没有登记。去过的请点开补记，没去的请尽快去一次。`,
      street: `${when}的走访过了${sayDay(dueOn)}还没有登记。请问一问联络员，或者另外请人去。`,
      bureau: `${when}的走访过了${sayDay(dueOn)}还没有登记，街道也已经知道。请过问一下。`,
    }[step]
  return {
    ahead: `${when}的工作报告请在${sayDay(dueOn)}以前交。点开就能写，也可以说，数字已经替您填好。`,
    late: `${when}的工作报告过了${sayDay(dueOn)}还没有交。点开就能写，也可以说，数字已经替您填好。`,
    street: `${when}的工作报告过了${sayDay(dueOn)}还没有交。请问一问支部书记。`,
    bureau: `${when}的工作报告过了${sayDay(dueOn)}还没有交，街道也已经知道。请过问一下。`,
  }[step]
}

const pageOf = ({ what, branchId, name, period }: OpenDuty, step: DutyStep): Route => {
  const own = step === 'ahead' || step === 'late'
  if (what === 'visit') return own ? routes.branchVisit({ branchId }) : routes.liaisons()
  return own ? routes.report({ branchId, period }) : routes.branchReport({ branchId, name, period })
}

/** What a rung is told of an open duty; once for each period and rung. */
export const sayDuty = (duty: OpenDuty, step: DutyStep): Telling => ({
  kind: 'branch-duty',
  about: `${duty.what}:${duty.branchId}:${duty.period}:${step}`,
  title: titleOf(duty, step),
  text: textOf(duty, step),
  page: pageOf(duty, step),
  fields: {
    what: duty.what === 'visit' ? '走访支部' : '支部工作报告',
    when: `${duty.dueOn} 18:00`,
    where: duty.name,
    note: step === 'ahead' ? '请按时办好' : '已经过期，请点开',
  },
})

/** A member was named the liaison of a branch. */
export const sayNamed = ({ branchId, name, at }: { branchId: string; name: string; at: Instant }): Telling => ({
  kind: 'branch-duty',
  about: `named:${branchId}:${String(at)}`,
  title: `请您当${name}的联络员`,
  text: '请按时去支部走访，听听老同志的话，去过以后点开登记。',
  page: routes.myBranches(),
  fields: { what: '请您当支部联络员', when: shanghai(at).format('YYYY-MM-DD HH:mm'), where: name, note: '点开看看' },
})
