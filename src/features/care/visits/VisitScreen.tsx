import { View } from '@tarojs/components'
import { useState } from 'react'
import { ruleWords } from '../../../../core/care/visits/kinds'
import { Button } from '../../../components/Button'
import { PhotoList } from '../../../components/PhotoList'
import { BringLine } from '../../life/public'
import { CallNumbers } from '../../people/public'
import { Card, Title } from '../../../components/Card'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Fact, LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { day } from '../../../components/times'
import { Unfold } from '../../../components/Unfold'
import { VoicePlayer } from '../../../components/VoicePlayer'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { shownFile } from '../../../platform/files'
import { useQuery } from '../../../platform/query'
import { toTop } from '../../../platform/screen'
import { Assign } from './Assign'
import { CorrectForm } from './CorrectForm'
import { DoubtfulDay } from './DoubtfulDay'
import { Head } from './Head'
import { RecordForm } from './RecordForm'
import { gapWords, untilWords, type Visit, wayWords } from './words'
import { routes } from '../../../../core/shared/routes'

const Recorded = ({ visit, record }: { visit: Visit; record: NonNullable<Visit['record']> }) => (
  <View className="stack">
    <Notice tone="good" title={`${record.actorName}${wayWords[record.by]}`}>
      <View>{day(record.at)}</View>
    </Notice>
    {(record.note !== '' || record.brought !== '') && (
      <Card>
        {record.note !== '' && (
          <Fact icon="edit" label="看到、听到什么">
            {record.note}
          </Fact>
        )}
        {record.brought !== '' && (
          <Fact icon="hand" label="带了什么">
            {record.brought}
          </Fact>
        )}
      </Card>
    )}
    {record.voiceFileId !== undefined && <VoicePlayer source={shownFile(record.voiceFileId)} words={`听${record.actorName}说`} />}
    <PhotoList fileIds={record.photoFileIds} of={`看望${visit.name}`} />
    {record.requestIds.map((requestId, index) => (
      <LinkRow
        key={requestId}
        icon="help"
        words={`替${visit.name}求助的第 ${index + 1} 件事`}
        note="看看谁来办、办到哪一步"
        onPress={() => go(routes.request({ id: requestId }))}
      />
    ))}
  </View>
)

/** What was put right, who did it and why; nothing of it is hidden. */
const Corrections = ({ visit }: { visit: Visit }) => (
  <>
    {visit.corrections.map(({ at, by, why, withdrawn }) => (
      <Fact key={at} icon="edit" label={`${day(at)} ${by}${withdrawn ? '撤回了登记' : '更正过'}`}>
        {why}
      </Fact>
    ))}
  </>
)

const About = ({ visit }: { visit: Visit }) => (
  <Card {...(visit.state === 'overdue' ? { edge: 'red' as const } : {})}>
    <Head large visit={visit} />
    {visit.address !== undefined && <Fact icon="place">{visit.address}</Fact>}
    {(visit.state === 'due' || visit.state === 'overdue') && (
      <>
        <Fact icon="calendar">{untilWords(visit)}</Fact>
        <Fact icon="me">{visit.assigneeId === null ? gapWords(visit.gap) : `由${visit.assigneeName}去`}</Fact>
      </>
    )}
    {(visit.state === 'due' || visit.state === 'overdue') && <BringLine memberId={visit.memberId} name={visit.name} />}
    <Corrections visit={visit} />
  </Card>
)

/** The way to the request in which it was said that the elder is to be seen. */
const Origin = ({ visit: { name, requestId } }: { visit: Visit }) =>
  requestId === undefined ? null : (
    <LinkRow
      icon="help"
      words={`${name}的求助`}
      note="是求助时说的，看看办到哪一步"
      onPress={() => go(routes.request({ id: requestId }))}
    />
  )

/** One visit: where to go, how it went; a reader with the right records it or gives it to another. */
export const VisitScreen = ({ visitId }: { visitId: string }) => {
  const query = useQuery('visit.get', { visitId })
  const visit = query.data
  const [correcting, setCorrecting] = useState(false)
  if (visit?.may.includes('record')) {
    return <RecordFrame visit={visit} onDone={query.reload} />
  }
  if (correcting && visit?.record && visit.may.includes('correct')) {
    const back = () => {
      setCorrecting(false)
      toTop()
      // Another may have changed it meanwhile.
      void query.reload()
    }
    return <CorrectForm visit={visit} record={visit.record} onDone={query.reload} onBack={back} />
  }
  return (
    <Screen>
      <Title>{visit ? ruleWords[visit.rule] : '看望老同志'}</Title>
      <Loaded query={query} cards={2}>
        {one => (
          <>
            <About visit={one} />
            <Origin visit={one} />
            {one.record?.doubtful && <DoubtfulDay visit={one} record={one.record} onDone={query.reload} />}
            {one.record && <Recorded visit={one} record={one.record} />}
            {one.may.includes('correct') && (
              <Button kind="quiet" icon="edit" onPress={() => setCorrecting(true)}>
                登记错了，改一改
              </Button>
            )}
            {one.record && (
              <Button kind="quiet" onPress={() => go(routes.visits())}>
                看看还有谁要去
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Screen>
  )
}

/** The form, with who to call before going and, for the secretary, who to send instead. */
const RecordFrame = ({ visit, onDone }: { visit: Visit; onDone: () => Promise<void> }) => (
  <RecordForm visit={visit} onDone={onDone}>
    <About visit={visit} />
    <Origin visit={visit} />
    <CallNumbers name={visit.name} ask={() => call('visit.phone', { visitId: visit.visitId })} />
    {visit.may.includes('assign') && (
      <Unfold words="换个人去" icon="swap">
        {close => (
          <Assign
            visit={visit}
            onDone={async () => {
              await onDone()
              close()
            }}
          />
        )}
      </Unfold>
    )}
  </RecordForm>
)
