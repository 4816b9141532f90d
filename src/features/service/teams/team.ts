import { type RequestKind, requestKinds } from '../../../../core/shared/request-kinds'
import type { Given } from '../../../platform/call'
import { isPoint, type Point } from '../../../platform/place'
import { fields, list, maybe, oneOf, text } from '../../../platform/shape'

export type Team = Given<'team.list'>['items'][number]
export type Person = Team['members'][number]

/** What is being filled in. */
export interface TeamForm {
  name: string
  kinds: RequestKind[]
  members: Person[]
  point: Point | null
}
export type Faults = Partial<Record<'name' | 'members', string>>

export const isTeamForm = fields<TeamForm>({
  name: text,
  kinds: list(oneOf(requestKinds)),
  members: list(fields<Person>({ memberId: text, name: text })),
  point: maybe(isPoint),
})

/** The form of a team, or of a new one. */
export const formOf = (team: Team | undefined): TeamForm => ({
  name: team?.name ?? '',
  kinds: team?.kinds ?? [],
  members: team?.members ?? [],
  point: team?.point ?? null,
})

/** What must be put right before it can be saved. */
export const faultsOf = ({ name, members }: TeamForm): Faults => ({
  ...(name.trim() === '' ? { name: '请写服务队的名字' } : {}),
  ...(members.length === 0 ? { members: '请至少加一位队员' } : {}),
})
