import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { far } from '../../../components/distance'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { Notice } from '../../../components/Notice'
import { PersonRow } from '../../../components/Rows'
import type { Given } from '../../../platform/call'
import { useCommand, useQuery } from '../../../platform/query'
import { FormScreen } from './FormScreen'
import { type Item, kindTitle, titled } from './words'

type Candidate = Given<'request.candidates'>['items'][number]

const about = ({ load, metres }: Candidate): string =>
  [load === 0 ? '手里没有别的求助' : `手里有 ${load} 件`, metres === undefined ? '' : `离得 ${far(metres)}`].filter(Boolean).join('，')

interface Props {
  request: Pick<Item, 'requestId' | 'name' | 'kind'>
  onDone: () => Promise<unknown>
  onBack: () => void
}

/** The desk gives it to a member: those of the rung, the team and those near, the least loaded first. */
export const Reassign = ({ request, onDone, onBack }: Props) => {
  const query = useQuery('request.candidates', { requestId: request.requestId })
  const [chosen, setChosen] = useState<Candidate | undefined>()
  const reassign = useCommand('request.reassign')
  const press = async (memberId: string) => {
    const answer = await reassign.run({ requestId: request.requestId, memberId })
    if (!answer?.ok) return
    await onDone()
    onBack()
  }
  return (
    <FormScreen title={`请谁来办${request.name}的“${kindTitle(request)}”？`} back="不换了，返回" onBack={onBack}>
      {reassign.refusal && <Failure refusal={reassign.refusal} onSeen={reassign.forget} />}
      <Loaded query={query} cards={2}>
        {({ items }) => (
          <>
            {items.length === 0 && <Empty icon="people" title="附近和服务队里没有合适的人" hint="请打电话找人。" />}
            <Many items={items} keyOf={one => one.memberId} step={12}>
              {one =>
                chosen?.memberId === one.memberId ? (
                  <Notice tone="warn" title={`请${titled(one)}来办吗？`}>
                    <View>会马上告诉他和{request.name}。</View>
                    <Button busyWords="正在告诉他…" onPress={() => press(one.memberId)}>
                      {`好，请${one.name}来办`}
                    </Button>
                    <Button kind="quiet" onPress={() => setChosen(undefined)}>
                      换一位
                    </Button>
                  </Notice>
                ) : (
                  <PersonRow name={titled(one)} note={about(one)} onPress={() => setChosen(one)} />
                )
              }
            </Many>
          </>
        )}
      </Loaded>
    </FormScreen>
  )
}
