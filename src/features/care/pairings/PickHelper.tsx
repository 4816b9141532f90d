import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PairingKind } from '../../../../core/care/pairings/rules'
import { Button } from '../../../components/Button'
import { Choice } from '../../../components/Choice'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { PickOne } from '../../../components/PickOne'
import type { Given } from '../../../platform/call'
import { useCommand, useQuery } from '../../../platform/query'
import { kindOptions, sayLoad, type Suggestion } from './words'

interface Props {
  memberId: string
  name: string
  /** Called when a helper was paired. */
  onDone: (helper: Suggestion, load: Given<'pairing.set'>) => unknown
  onBack: () => void
}

const noteOf = (one: Suggestion) => `${one.partner ? '共建单位，' : ''}${one.why}，${sayLoad(one)}`

/** Chooses a helper for an elder, the best fitting first, and the kind of pairing. */
export const PickHelper = ({ memberId, name, onDone, onBack }: Props) => {
  const query = useQuery('pairing.suggest', { memberId })
  const set = useCommand('pairing.set')
  const [helperId, setHelperId] = useState<string | undefined>()
  const [kind, setKind] = useState<PairingKind>('one-to-many')
  const chosen = query.data?.items.find(one => one.helperId === helperId)
  const press = async () => {
    if (!chosen) return
    const answer = await set.run({ helperId: chosen.helperId, elderIds: [memberId], kind })
    if (answer?.ok) await onDone(chosen, answer.data)
  }
  return (
    <View className="stack">
      <Loaded query={query} cards={1}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="people" title="没有能联系的人了" hint="大家都满了。请在职党员加进名册，或者登记一个共建单位。" />
          ) : (
            <Choice
              label={`请谁联系${name}？`}
              options={items.map(one => ({ value: one.helperId, words: one.name, hint: noteOf(one) }))}
              value={helperId}
              onChange={setHelperId}
            />
          )
        }
      </Loaded>
      <PickOne label="怎么联系" options={kindOptions} value={kind} onChange={setKind} />
      {set.refusal && <Failure refusal={set.refusal} onSeen={set.forget} />}
      <Button icon="done" disabled={!chosen} onPress={press}>
        {chosen ? `就请${chosen.name}` : '先选一位'}
      </Button>
      <Button kind="quiet" onPress={onBack}>
        不选了
      </Button>
    </View>
  )
}
