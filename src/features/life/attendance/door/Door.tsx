import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Section, Title } from '../../../../components/Card'
import { Conflicts } from '../Conflicts'
import { Older } from '../../../../components/Loaded'
import { Failure } from '../../../../components/Failure'
import { LinkRow } from '../../../../components/Rows'
import { Notice } from '../../../../components/Notice'
import { ScanButton } from '../../../../components/ScanButton'
import { Screen } from '../../../../components/Screen'
import { spoken } from '../../../../components/spoken'
import { StateChip } from '../../../../components/StateChip'
import { moment } from '../../../../components/times'
import { now } from '../../../../platform/clock'
import { go } from '../../../../platform/go'
import type { Given } from '../../../../platform/call'
import { freeWords, wordsOf } from '../../activities/words'
import { readMemberCode } from '../../../people/public'
import { useQuery } from '../../../../platform/query'
import { keepLit } from '../../../../platform/screen'
import { isSilent } from '../../../../platform/silence'
import { useVisible } from '../../../../platform/visible'
import { Code, OfflineLine } from './Code'
import { Count, LastIn } from './Count'
import { Names } from './Names'
import { QueueLines } from './Queue'
import type { DoorRow } from './rows'
import type { DoorState } from './useDoor'
import { useCodes } from './useCodes'
import { useDoor } from './useDoor'
import { routes } from '../../../../../core/shared/routes'

const SHOWN = '出示党员码'

/** What became of a scanned code. */
type Scanned = { kind: 'in'; memberId: string } | { kind: 'no-code' } | { kind: 'full' }

interface ScannedProps {
  scanned: Scanned
  rows: readonly DoorRow[]
  onSeen: () => void
}

const ScannedLine = ({ scanned, rows, onSeen }: ScannedProps) => {
  // Beside the button and without one of its own: the next person is already holding out a code.
  if (scanned.kind === 'in') {
    const name = rows.find(row => row.memberId === scanned.memberId)?.name ?? '这位同志'
    return (
      <View {...spoken('status')}>
        <StateChip icon="done" tone="good" words={`${name}，到了 ✓`} />
      </View>
    )
  }
  if (scanned.kind === 'no-code') {
    return (
      <Notice tone="warn" title="这不是党员的签到码" onSeen={onSeen}>
        <View>请他打开“我的”，按“出示我的签到码”，再扫一次；或者在下面找到名字点“到了”。</View>
      </Notice>
    )
  }
  return (
    <Notice tone="danger" title="手机存满了，这一位没有记上" onSeen={onSeen}>
      <View>请清理一下手机空间再点；或者先记在纸上。</View>
    </Notice>
  )
}

/** The door is not open yet or no more: says when. */
const Hours = ({ data }: { data: Given<'activity.get'> }) => {
  const at = now()
  return (
    <>
      <Title>{data.title}</Title>
      {data.state === 'cancelled' && <Notice tone="warn" title="这次活动已经取消" />}
      {data.state === 'published' && at < data.signInOpensAt && (
        <Notice tone="info" title={`${moment(data.signInOpensAt)}起可以签到`}>
          <View>现在扫码会提示还没开始；请假可以先记。</View>
        </Notice>
      )}
      {data.state === 'published' && at > data.signInClosesAt && (
        <Notice tone="info" title="签到已经结束">
          <View>要补登，请到签到表里改。</View>
        </Notice>
      )}
    </>
  )
}

const SheetTrouble = ({ sheet }: Pick<DoorState, 'sheet'>) => {
  if (sheet.keptAt !== undefined) return <Older at={sheet.keptAt} onRetry={sheet.reload} />
  return sheet.refusal === undefined ? null : <Failure refusal={sheet.refusal} onRetry={sheet.reload} />
}

/** The sign-in screen of the secretary: the code, how many of how many, the last names, and a name to tick. */
export const Door = ({ activityId }: { activityId: string }) => {
  const visible = useVisible()
  const { data: activity } = useQuery('activity.get', { activityId })
  const codes = useCodes(activityId, visible)
  const { sheet, queue, mark, rows, count } = useDoor(activityId, visible)
  const conflicts = sheet.data?.conflicts ?? []
  const offline = codes.offline || isSilent(sheet.refusal?.code) || isSilent(queue.refusal?.code)
  const [scanned, setScanned] = useState<Scanned | undefined>()
  useEffect(() => {
    keepLit(visible)
    return () => keepLit(false)
  }, [visible])

  const onScan = (text: string) => {
    const memberId = readMemberCode(text)
    if (memberId === undefined) {
      setScanned({ kind: 'no-code' })
      return
    }
    const kept = mark({ memberId, state: 'present', reason: SHOWN })
    setScanned(kept ? { kind: 'in', memberId } : { kind: 'full' })
  }
  return (
    <Screen
      main={
        <>
          {scanned && <ScannedLine scanned={scanned} rows={rows} onSeen={() => setScanned(undefined)} />}
          <ScanButton big words="扫党员的码" onText={onScan} />
        </>
      }
    >
      {activity && <Hours data={activity} />}
      {sheet.data && <Count {...count} words={activity ? wordsOf(activity) : freeWords} />}
      {sheet.state === 'loading' && <View className="soft">正在数到了多少人…</View>}
      {offline && <OfflineLine codes={codes} />}
      {conflicts.length > 0 && <StateChip icon="warn" tone="warn" words={`有 ${conflicts.length} 人两处记的不一样，请看下面`} />}
      <Code activityId={activityId} codes={codes} />
      {sheet.data && <LastIn rows={rows} />}
      <QueueLines queue={queue} rows={rows} />
      <Conflicts activityId={activityId} conflicts={conflicts} onDecided={sheet.reload} />
      {!offline && <SheetTrouble sheet={sheet} />}
      <Names rows={rows} mark={mark} onFull={() => setScanned({ kind: 'full' })} />
      <Section title="别的办法">
        <LinkRow icon="tablet" words="签到机" note="放一台平板，老同志按手机号后四位" onPress={() => go(routes.tablet({ activityId }))} />
        <LinkRow icon="list" words="签到表" note="还没到的在前；改错、导出" onPress={() => go(routes.sheet({ activityId }))} />
      </Section>
    </Screen>
  )
}
