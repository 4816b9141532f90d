import { View } from '@tarojs/components'
import { Button } from '../../../../components/Button'
import { Failure } from '../../../../components/Failure'
import { Notice } from '../../../../components/Notice'
import { whatHappened } from '../../../../words/words'
import type { MarkQueue } from '../markQueue'
import type { DoorRow } from './rows'

/** Marks still on this phone, and what the cloud would not take. */
export const QueueLines = ({ queue, rows }: { queue: MarkQueue; rows: readonly DoorRow[] }) => {
  const { pending, reports, sending, refusal, replay, clearReports } = queue
  const nameOf = (memberId: string) => rows.find(row => row.memberId === memberId)?.name ?? '这位同志'
  const rejected = reports.filter(report => report.state === 'rejected')
  return (
    <>
      {pending.length > 0 && (
        <Notice tone="warn" title={`待补报 ${pending.length} 人`}>
          <View>已经记在这部手机上，关机也不会丢。</View>
          <Button icon="upload" busy={sending} busyWords="正在补报…" onPress={replay}>
            现在补报
          </Button>
        </Notice>
      )}
      {refusal !== undefined && refusal.code !== 'OFFLINE' && pending.length > 0 && <Failure refusal={refusal} />}
      {rejected.length > 0 && (
        <Notice tone="danger" title={`有 ${rejected.length} 人没有记上`} onSeen={clearReports}>
          {rejected.map(report => (
            <View key={report.nonce}>
              {nameOf(report.mark.memberId)}：{whatHappened(report.code ?? 'INTERNAL')}
            </View>
          ))}
        </Notice>
      )}
    </>
  )
}
