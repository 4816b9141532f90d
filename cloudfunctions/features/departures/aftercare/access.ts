import type { Step } from '../../../../core/departures/aftercare/steps'
import { type Role, roles } from '../../../../core/shared/operation'
import { Members } from '../../people/public'
import { type Farewell, Farewells } from '../documents'
import type { Context } from '../use-case'

/** Who reads everything about a family: every officer above it. */
export const overFamily: readonly Role[] = roles
/** Who ticks any of its steps. */
export const overSteps: readonly Role[] = ['secretary', 'leader', 'liaison']

/** Where somebody stands to a family's list. */
export interface Access {
  row: Farewell
  officer: boolean
  /** Whether a step is for them to see and tick. */
  sees: (step: Step) => boolean
}

export const isMarked = (row: Farewell | null): row is Farewell => row?.state === 'marked'

/**
 * A family's list as the caller may deal with it: the holders of these offices over it with all of it, whoever has steps there, such as the former
 * contact of the dead, with those alone. Everybody else gets one answer, whoever is asked about.
 */
export const accessTo = async (
  memberId: string,
  offices: readonly Role[],
  { store, actor, holds, fail }: Context<'aftercare.get'> | Context<'aftercare.tick'>,
): Promise<Access> => {
  const [row, member] = await Promise.all([store.table(Farewells).get(memberId), store.table(Members).get(memberId)])
  const officer = member !== null && [member, ...member.affiliates].some(one => holds(offices, one.path))
  const isMine = (step: Step) => step.whoId !== undefined && step.whoId === actor.memberId
  if (!officer && !row?.checklist.some(isMine)) return fail('FORBIDDEN')
  if (!isMarked(row)) return fail('NOT_FOUND')
  return { row, officer, sees: step => officer || isMine(step) }
}
