import { View } from '@tarojs/components'
import { useState } from 'react'
import { SCORES, sayMean, scoreWords } from '../../../../core/voice/rounds/rules'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Card, Section, Title } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { ShortRow } from '../../../components/Rows'
import { Said } from '../../../components/Said'
import { Screen } from '../../../components/Screen'
import { StateChip } from '../../../components/StateChip'
import { Unfold } from '../../../components/Unfold'
import { call, newId } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import { chipOf, type Entry, type Round, sayUntil } from './words'

/** Where its address names none. */
export const NoRound = () => (
  <Screen>
    <Empty icon="star" title="没有找到这次评选" hint="请从消息里点开，或者在“我的”里看“金点子评选”。" />
  </Screen>
)

const scoreOptions = SCORES.map(one => ({ value: String(one), words: `${String(one)}分 ${scoreWords[one]}` }))

/** One tap scores it; another changes it. */
const Score = ({ roundId, entry }: { roundId: string; entry: Entry }) => {
  const [said, setSaid] = useState(entry.score ?? null)
  const score = useCommand('round.score')
  const press = async (value: string) => {
    const answer = await score.run({ roundId, entryId: entry.entryId, score: Number(value) })
    if (answer?.ok) setSaid(Number(value))
  }
  if (entry.score === undefined) return <View className="soft">您自己提的，请别的评委打分。</View>
  return (
    <>
      {score.refusal && <Failure refusal={score.refusal} onSeen={score.forget} />}
      <Chips
        label={said === null ? '您打几分' : `您打了 ${String(said)} 分，可以改`}
        options={scoreOptions}
        chosen={said === null ? [] : [String(said)]}
        onPress={press}
      />
    </>
  )
}

/** Chosen, in words that its proposer reads. */
const Choose = ({ roundId, entry, onChanged }: { roundId: string; entry: Entry; onChanged: () => Promise<void> }) => {
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const choose = useCommand('round.choose')
  const press = async (close: () => void) => {
    setTried(true)
    if (words.trim() === '') return
    const answer = await choose.run({ roundId, entryId: entry.entryId, words })
    if (!answer?.ok) return
    close()
    await onChanged()
  }
  return (
    <Unfold icon="done" words="选上，采纳">
      {close => (
        <View className="stack">
          <Field
            label="对提建议的同志说"
            value={words}
            onChange={setWords}
            max={1000}
            tall
            error={tried && words.trim() === '' ? '请写几句，告诉他怎么办' : undefined}
            placeholder="例如：谢谢您，下个月就装"
          />
          {choose.refusal && <Failure refusal={choose.refusal} onSeen={choose.forget} />}
          <Button icon="done" busyWords="正在告诉他…" onPress={() => press(close)}>
            采纳并告诉他
          </Button>
          <Button kind="quiet" onPress={close}>
            先不选
          </Button>
        </View>
      )}
    </Unfold>
  )
}

const Outcome = ({ entry }: { entry: Entry }) => (
  <>
    <View className="row">
      <View className="grow strong">{`第 ${String(entry.place ?? 0)} 名 · ${entry.name ?? ''}`}</View>
      {entry.chosen !== undefined && <StateChip icon="done" tone="good" words="采纳了" />}
    </View>
    <View>
      {entry.result
        ? `平均 ${sayMean(entry.result.mean)}，${String(entry.result.scores)} 位评委打分，最低 ${String(entry.result.low)} 分，最高 ${String(entry.result.high)} 分`
        : '没有评委打分'}
    </View>
    {entry.chosen !== undefined && <View className="prose">{entry.chosen}</View>}
  </>
)

const Entries = ({ round, onChanged }: { round: Round; onChanged: () => Promise<void> }) => {
  const { roundId } = round
  const query = useQuery('round.entries', { roundId })
  const { items, more, refusal } = usePages(query, cursor => call('round.entries', { roundId, cursor }))
  const reload = async () => {
    await Promise.all([query.reload(), onChanged()])
  }
  return (
    <Section title={round.state === 'closed' ? '名次' : '建议（不写名字）'}>
      <Loaded query={query} cards={3}>
        {() => (
          <View className="stack">
            {items.length === 0 && <Empty icon="edit" title="没有可以评的建议" hint="这段时间没有人提建议。" />}
            {items.map(one => (
              <Card key={one.entryId}>
                {round.state === 'closed' && <Outcome entry={one} />}
                <Said of="这条建议" said={one} />
                {round.state === 'judging' && round.mine && <Score roundId={roundId} entry={one} />}
                {round.may.includes('choose') && one.chosen === undefined && <Choose roundId={roundId} entry={one} onChanged={reload} />}
                {round.may.includes('choose') && one.suggestionId !== undefined && (
                  <Button kind="quiet" icon="next" onPress={() => go(routes.suggestion({ id: one.suggestionId ?? '' }))}>
                    看这条建议
                  </Button>
                )}
              </Card>
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
    </Section>
  )
}

/** What the officers do after the end. */
const Runs = ({ round, onChanged }: { round: Round; onChanged: () => Promise<void> }) => {
  const { roundId, may } = round
  const honour = useCommand('round.honour')
  const press = async () => {
    const answer = await honour.run({ roundId })
    if (answer?.ok) await onChanged()
  }
  if (may.length === 0) return null
  return (
    <Section title="由您来办">
      <View className="stack">
        {honour.refusal && <Failure refusal={honour.refusal} onSeen={honour.forget} />}
        {round.honoured && <Notice tone="good" title="采纳的同志已经授予“金点子”荣誉" />}
        {!round.honoured && round.chosen > 0 && (
          <Button icon="award" busyWords="正在授予…" onPress={press}>
            给采纳的同志授予“金点子”荣誉
          </Button>
        )}
        <ExportButton
          words="导出 Excel"
          icon="sheet"
          name="金点子评选.xlsx"
          make={() => call('round.export', { roundId }, { commandId: newId() })}
        />
      </View>
    </Section>
  )
}

const Jury = ({ round }: { round: Round }) => (
  <Section title="评委">
    <View>
      {round.jury.map(one => (
        <ShortRow key={one.memberId} name={one.name} {...(one.done === undefined ? {} : { note: `打了 ${String(one.done)} 条` })} />
      ))}
    </View>
  </Section>
)

/** One round: gathered, judged without names, told with them. */
export const RoundPage = ({ roundId }: { roundId: string }) => {
  const query = useQuery('round.get', { roundId })
  return (
    <Screen>
      <Loaded query={query} cards={3}>
        {round => (
          <View className="stack">
            <View>
              <Title>{round.title}</Title>
              <View className="soft words-whole">{[round.orgName, sayUntil(round)].join(' · ')}</View>
            </View>
            <StateChip {...chipOf(round.state)} />
            {round.words !== '' && <View className="prose">{round.words}</View>}
            {round.state === 'gathering' && <Notice tone="info" title="正在征集，截止以后请评委打分" />}
            {round.state === 'judging' && round.mine && (
              <Notice tone="info" title={`请您打分：一共 ${String(round.mine.toScore)} 条，打了 ${String(round.mine.done)} 条`}>
                <View>谁提的不写名字，别人打几分也看不见，评完才公布。</View>
              </Notice>
            )}
            {round.state !== 'gathering' && <Entries round={round} onChanged={query.reload} />}
            <Jury round={round} />
            <Runs round={round} onChanged={query.reload} />
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
