import { Section } from '../../../../components/Card'
import { Failure } from '../../../../components/Failure'
import { PickOne } from '../../../../components/PickOne'
import { useCommand, useQuery } from '../../../../platform/query'
import { type PartProps } from '../words'

/** A name that phones wrote in and no one member bears: the secretary says which member it means. */
export const Unknown = ({ election, onChanged }: PartProps) => {
  const result = useCommand('election.result')
  const people = useQuery(
    'election.people',
    election.result && election.result.unknown.length > 0 ? { activityId: election.activityId } : null,
  )
  if (!election.result || election.result.unknown.length === 0 || !people.data) return null
  const say = async (name: string, memberId: string) => {
    const answer = await result.run({ electionId: election.electionId, writeIns: { [name]: memberId } })
    if (answer?.ok) await onChanged('记好了')
  }
  return (
    <Section title="手机票上写的人，名册里对不上">
      {result.refusal && <Failure refusal={result.refusal} onSeen={result.forget} />}
      {election.result.unknown.map(({ name, votes }) => (
        <PickOne
          key={name}
          label={`“${name}” ${String(votes)} 票，是谁？`}
          hint="不是本支部正式党员的，不用选，不计票"
          options={(people.data?.people ?? []).map(one => ({ value: one.memberId, words: one.name }))}
          value={undefined}
          onChange={memberId => void say(name, memberId)}
        />
      ))}
    </Section>
  )
}
