import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { advised, advisedWords, advisoryWords, type Advised } from '../../../../core/people/talent/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { sayDay } from '../../../../core/shared/spans'
import { BigButton, Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Choice } from '../../../components/Choice'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Empty, Loaded } from '../../../components/Loaded'
import { Screen } from '../../../components/Screen'
import { StateChip } from '../../../components/StateChip'
import { Unfold } from '../../../components/Unfold'
import { call, type Given } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'

type Advice = Given<'advisory.get'>['items'][number]
const verdicts = advised.map(value => ({ value, words: advisedWords[value] }))

const AdviseForm = ({ advisoryId, onDone }: { advisoryId: string; onDone: (saved: boolean) => void }) => {
  const [text, setText] = useState('')
  const [unit, setUnit] = useState('')
  const [on, setOn] = useState(dateOf(now()))
  const advise = useCommand('advisory.advise')
  const press = async () => {
    const answer = await advise.run({ advisoryId, text, on, unit })
    if (answer?.ok) onDone(true)
  }
  return (
    <Screen
      main={
        <>
          {advise.refusal && <Failure refusal={advise.refusal} onSeen={advise.forget} />}
          <BigButton disabled={text.trim() === '' || unit.trim() === ''} busyWords="正在记下…" onPress={press}>
            记上这条建议
          </BigButton>
        </>
      }
    >
      <Field label="建议了什么" value={text} onChange={setText} max={500} tall placeholder="例如：湖边的菜地改种莲藕" />
      <Field label="向哪个单位提的" value={unit} onChange={setUnit} max={40} placeholder="例如：街道农业办" />
      <DateField label="哪一天" value={on} onChange={setOn} />
      <Button icon="back" onPress={() => onDone(false)}>
        先不记
      </Button>
    </Screen>
  )
}

const Outcome = ({ advisoryId, advice, onDone }: { advisoryId: string; advice: Advice; onDone: () => Promise<unknown> }) => {
  const [verdict, setVerdict] = useState<Advised>(advice.came?.verdict ?? 'adopted')
  const [words, setWords] = useState(advice.came?.words ?? '')
  const outcome = useCommand('advisory.outcome')
  const press = async (close: () => void) => {
    const answer = await outcome.run({ advisoryId, adviceId: advice.adviceId, verdict, words })
    if (!answer?.ok) return
    close()
    await onDone()
  }
  return (
    <Unfold words={advice.came ? '改一改结果' : '写上结果'} icon="edit">
      {close => (
        <>
          <Choice label="结果" options={verdicts} value={verdict} onChange={setVerdict} />
          <Field label="说给提建议的同志听" value={words} onChange={setWords} max={200} tall placeholder="例如：已经排进明年计划" />
          {outcome.refusal && <Failure refusal={outcome.refusal} onSeen={outcome.forget} />}
          <Button disabled={words.trim() === ''} busyWords="正在记下…" onPress={() => press(close)}>
            记下来，告诉他们
          </Button>
          <Button kind="quiet" onPress={close}>
            先不写
          </Button>
        </>
      )}
    </Unfold>
  )
}

interface Props {
  advisoryId: string
  forMemberId: { forMemberId?: string }
  head: ReactNode
}

/** A group that advises: what it said to which unit, and what came of it. */
export const AdvisoryPage = ({ advisoryId, forMemberId, head }: Props) => {
  const whose = { advisoryId, ...forMemberId }
  const query = useQuery('advisory.get', whose)
  const { items, more, refusal } = usePages(query, cursor => call('advisory.get', { ...whose, cursor }))
  const [writing, setWriting] = useState(false)
  if (writing) {
    const done = (saved: boolean) => {
      setWriting(false)
      if (saved) void query.reload()
    }
    return <AdviseForm advisoryId={advisoryId} onDone={done} />
  }
  const may = query.data?.may ?? []
  return (
    <Screen
      main={
        may.includes('advise') && (
          <BigButton icon="add" onPress={() => setWriting(true)}>
            记一条建议
          </BigButton>
        )
      }
    >
      {head}
      <Loaded query={query} cards={2}>
        {({ advisory }) => (
          <View className="stack">
            <View>
              <Title>{`${advisoryWords[advisory.field]}顾问组`}</Title>
              <View className="soft">{advisory.orgName}</View>
              <View>{advisory.members.map(one => one.name).join('、')}</View>
            </View>
            {items.length === 0 && <Empty icon="talk" title="还没有记过建议" hint="给哪个单位出了什么主意、结果怎样，都记在这里。" />}
            {items.map(one => (
              <Card key={one.adviceId} title={one.text}>
                <View className="soft">{`${sayDay(one.on)} · 向${one.unit}`}</View>
                <View>{one.members.map(each => each.name).join('、')}</View>
                {one.came ? (
                  <>
                    <StateChip
                      icon={one.came.verdict === 'declined' ? 'close' : 'done'}
                      tone={one.came.verdict === 'declined' ? 'soft' : 'good'}
                      words={advisedWords[one.came.verdict]}
                    />
                    <View>{one.came.words}</View>
                  </>
                ) : (
                  <StateChip icon="clock" tone="ink" words="还没有结果" />
                )}
                {may.includes('outcome') && <Outcome advisoryId={advisoryId} advice={one} onDone={query.reload} />}
              </Card>
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再往前看</Button>}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
