import type { Agreement, ElectionState } from '../../../../core/voice/elections/steps'
import type { IconName } from '../../../components/icons'
import type { Tone } from '../../../components/Icon'
import type { Given } from '../../../platform/call'

export type Election = Given<'election.get'>

export interface Named {
  memberId: string
  name: string
}

/** What each part of an election's list needs of it. */
export interface PartProps {
  election: Election
  onChanged: (said?: string) => Promise<void>
}

export const stateWords: Readonly<Record<ElectionState, { icon: IconName; tone: Tone; words: string }>> = {
  prepared: { icon: 'edit', tone: 'soft', words: '在准备' },
  open: { icon: 'clock', tone: 'info', words: '正在投票' },
  counted: { icon: 'done', tone: 'good', words: '有结果了' },
  void: { icon: 'warn', tone: 'warn', words: '本轮作废' },
}

export const agreementWords: Readonly<Record<Agreement, { title: string; hint: string }>> = {
  consent: { title: '上级同意：不计入应到会的人', hint: '先报上级党组织，记下文号' },
  method: { title: '大会通过选举办法', hint: '念一遍选举办法，举手通过' },
  excused: { title: '大会通过：不计入应到会的人', hint: '念名单和原因，举手通过' },
  tellers: { title: '大会通过监票人、计票人', hint: '念名单，举手通过' },
}

export const names = (people: readonly Named[]): string => people.map(one => one.name).join('、')
export const nameIn = ({ candidates, result }: Election, id: string): string =>
  [...(result?.lines ?? []), ...candidates].find(one => one.memberId === id)?.name ?? ''

/** A number that was typed; undefined where it is none. */
export const numberOf = (typed: string): number | undefined => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed) : undefined)
