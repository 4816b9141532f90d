import { kindsText } from '../../../components/HelpKinds'
import { pointText } from '../../../components/PointField'
import type { Given } from '../../../platform/call'

export type Team = Given<'team.list'>['items'][number]
export type Person = Team['members'][number]

/** What is being filled in; the people one to a line, id and name. */
export type TeamText = { name: string; kinds: string; people: string; lng: string; lat: string }
export type Faults = Partial<Record<'name' | 'kinds' | 'people', string>>

const SEPARATOR = '\t'
export const peopleText = (people: readonly Person[]): string =>
  people.map(({ memberId, name }) => `${memberId}${SEPARATOR}${name}`).join('\n')
export const peopleOf = (text: string): Person[] =>
  text.split('\n').flatMap(line => {
    const [memberId, name] = line.split(SEPARATOR)
    return memberId && name ? [{ memberId, name }] : []
  })

/** The form of a team, or of a new one. */
export const formOf = (team: Team | undefined): TeamText => ({
  name: team?.name ?? '',
  kinds: kindsText(team?.kinds ?? []),
  people: peopleText(team?.members ?? []),
  ...pointText(team?.point),
})

/** What must be put right before it can be saved. */
export const faultsOf = ({ name, kinds, people }: TeamText): Faults => ({
  ...(name.trim() === '' ? { name: '请写服务队的名字' } : {}),
  ...(kinds === '' ? { kinds: '请选能帮什么忙，至少一样' } : {}),
  ...(people === '' ? { people: '请至少加一位队员' } : {}),
})
