import type { Case, Helper } from '../../../../core/help/requests/case'
import type { Settings } from '../../../../core/help/requests/contract-views'
import type { HelperRole } from '../../../../core/help/requests/states'
import type { Near, Candidates } from '../../../../core/help/requests/ladder'
import { raise } from '../../../../core/help/requests/rules'
import type { Doing, Ladder } from '../../../../core/help/requests/step'
import { usualSettings } from '../../../../core/help/requests/settings'
import { instantOf } from '../../../../core/shared/calendar'

export const NOON = instantOf('2026-11-21', '12:00')
export const MINUTE = 60_000

export const helper = (memberId: string, role: HelperRole): Helper => ({ memberId, name: memberId, role })
export const near = (memberId: string, load = 0, metres = 100): Near => ({ memberId, name: memberId, load, metres })

/** A ladder on which each rung has these candidates, by default one each. */
export const candidates = (more: Partial<Record<keyof Candidates, string[]>> = {}): Candidates => {
  const of = (key: keyof Candidates, usual: string[]) => more[key] ?? usual
  return {
    liaison: of('liaison', ['liaison']).map(id => helper(id, 'liaison')),
    leaders: of('leaders', ['leader']).map(id => helper(id, 'leader')),
    team: of('team', ['team1', 'team2']).map(id => ({ ...helper(id, 'team'), load: 0 })),
    near: of('near', ['near1', 'near2']).map(id => near(id)),
    secretary: of('secretary', ['secretary']).map(id => helper(id, 'secretary')),
    street: of('street', ['street']).map(id => helper(id, 'street')),
  }
}

export const ladder = (more: Parameters<typeof candidates>[0] = {}, settings: Settings = usualSettings): Ladder => ({
  candidates: candidates(more),
  settings,
})

export const raised = (more: Partial<Case> = {}, on: Ladder = ladder(), now = NOON): Case =>
  raise(
    {
      _id: 'r1',
      kind: more.kind ?? 'leak',
      urgency: more.urgency ?? 'prompt',
      memberId: 'elder',
      name: '老沈',
      branchId: 'branch',
      path: '/street/branch/group/',
      text: more.text ?? '',
      photoFileIds: [],
      raisedBy: { openid: 'o-elder', memberId: 'elder', name: '老沈' },
    },
    on,
    now,
  )

let commands = 0
export const doing = (memberId: string, now = NOON): Doing => ({
  by: { openid: `o-${memberId}`, memberId, name: memberId },
  now,
  commandId: `command-${String(++commands)}`,
})

/** The case after a step; a refusal fails the test. */
export const next = (step: { next: Case } | { refused: string }): Case => {
  if ('refused' in step) throw new Error(step.refused)
  return step.next
}
export const refused = (step: { next: Case } | { refused: string }): string => ('refused' in step ? step.refused : 'done')
