import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/Button'
import { Card } from '../../../../components/Card'
import { Failure } from '../../../../components/Failure'
import { Loaded } from '../../../../components/Loaded'
import { useCommand, useQuery } from '../../../../platform/query'
import { TickPeople } from '../TickPeople'
import { type PartProps } from '../words'

/** 监票人 and 计票人, of those who are no candidates. */
export const TellersStep = ({ election, onChanged }: PartProps) => {
  const { electionId, candidates, barred, activityId } = election
  const tellers = useCommand('election.tellers')
  const people = useQuery('election.people', { activityId })
  const [watchers, setWatchers] = useState<string[]>(election.watchers.map(one => one.memberId))
  const [counters, setCounters] = useState<string[]>(election.counters.map(one => one.memberId))
  const out = [...candidates, ...barred].map(one => one.memberId)
  const save = async () => {
    const answer = await tellers.run({ electionId, watcherIds: watchers, counterIds: counters })
    if (answer?.ok) await onChanged('监票人、计票人记好了，请大会通过')
  }
  return (
    <Card title="提名监票人、计票人">
      <Loaded query={people} cards={1}>
        {({ people: all }) => {
          const free = all.filter(one => !out.includes(one.memberId))
          return (
            <>
              <View className="strong">监票人：看着发票、收票、数票</View>
              <TickPeople label="监票人" people={free} chosen={watchers} onChange={setWatchers} />
              <View className="strong">计票人：数票</View>
              <TickPeople label="计票人" people={free} chosen={counters} onChange={setCounters} />
            </>
          )
        }}
      </Loaded>
      {tellers.refusal && <Failure refusal={tellers.refusal} onSeen={tellers.forget} />}
      <Button icon="done" disabled={watchers.length === 0 || counters.length === 0} onPress={save}>
        就请他们
      </Button>
    </Card>
  )
}
