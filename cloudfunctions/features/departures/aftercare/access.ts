import type { Step } from '../../../../core/departures/aftercare/steps'
import { type Role, roles } from '../../../../core/shared/operation'
import { Members } from '../../people/public'
import { type Farewell, Farewells } from '../documents'
import type { Context } from '../use-case'

/** Roles that read everything about a family: all officers over it. */
export const overFamily: readonly Role[] = roles
/** Roles that may tick any step. */
export const overSteps: readonly Role[] = ['secretary', 'leader', 'liaison']

/** A caller's access to a family's list. */
export interface Access {
  row: Farewell
  officer: boolean
  /** Does the caller hold one of these offices over the family? */
  over: (offices: readonly Role[]) => boolean
  /** Is the step the caller's to do? */
  owns: (step: Step) => boolean
  /** May the caller see and tick this step? */
  sees: (step: Step) => boolean
}

/** Is it a death that was not undone? */
export const isMarked = (row: Farewell | null): row is Farewell => row?.state === 'marked'

/**
 * The caller's access: holders of these offices over the family to all of it, other people with steps there (such as a former contact) to
 * those steps only. FORBIDDEN for all others, also where there is no such list; NOT_FOUND where it was undone.
 */
export const accessTo = async (
  memberId: string,
  offices: readonly Role[],
  { store, actor, holds, fail }: Context<'aftercare.get'> | Context<'aftercare.tick'>,
): Promise<Access> => {
  const [row, member] = await Promise.all([store.table(Farewells).get(memberId), store.table(Members).get(memberId)])
  const over = (wanted: readonly Role[]) => member !== null && [member, ...member.affiliates].some(one => holds(wanted, one.path))
  const officer = over(offices)
  const owns = (step: Step) => step.whoId !== undefined && step.whoId === actor.memberId
  if (!officer && !row?.checklist.some(owns)) return fail('FORBIDDEN')
  if (!isMarked(row)) return fail('NOT_FOUND')
  return { row, officer, over, owns, sees: step => officer || owns(step) }
}
