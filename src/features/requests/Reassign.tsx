import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Failure } from '../../components/Failure'
import { Loaded } from '../../components/Loaded'
import { Many } from '../../components/Many'
import { Notice } from '../../components/Notice'
import { PersonRow } from '../../components/Rows'
import type { Given } from '../../platform/call'
import { useCommand, useQuery } from '../../platform/query'
import type { ActProps } from './acts'
import { titled } from './words'

type Candidate = Given<'request.candidates'>['items'][number]

const KM = 1000
const far = (metres: number): string => (metres < KM ? `${Math.round(metres / 10) * 10} 米` : `${(metres / KM).toFixed(1)} 公里`)
const about = ({ load, metres }: Candidate): string =>
  [load === 0 ? '手里没有别的求助' : `手里有 ${load} 件`, metres === undefined ? '' : `离得 ${far(metres)}`].filter(Boolean).join('，')

const Names = ({ request, onDone, onBack }: ActProps & { onBack: () => void }) => {
  const query = useQuery('request.candidates', { requestId: request.requestId })
  const [chosen, setChosen] = useState<Candidate | undefined>()
  const reassign = useCommand('request.reassign')
  const press = async (memberId: string) => {
    const answer = await reassign.run({ requestId: request.requestId, memberId })
    if (!answer?.ok) return
    onBack()
    await onDone()
  }
  return (
    <Card title="请谁来办？">
      {reassign.code && <Failure code={reassign.code} onSeen={reassign.forget} />}
      <Loaded query={query} cards={1}>
        {({ items }) => (
          <>
            {items.length === 0 && <View>附近和服务队里眼下没有合适的人，请打电话找人。</View>}
            <Many items={items} keyOf={one => one.memberId} step={8}>
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
      <Button kind="quiet" onPress={onBack}>
        不换了
      </Button>
    </Card>
  )
}

/** The desk gives it to somebody: those of the rung, the team and those near, the least loaded first. */
export const Reassign = (props: ActProps) => {
  const [open, setOpen] = useState(false)
  if (open) return <Names {...props} onBack={() => setOpen(false)} />
  return (
    <Button icon="people" onPress={() => setOpen(true)}>
      {props.request.owner ? '换人来办' : '请一位来办'}
    </Button>
  )
}
