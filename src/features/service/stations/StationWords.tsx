import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Empty, Loaded } from '../../../components/Loaded'
import { Screen } from '../../../components/Screen'
import { Tabs } from '../../../components/Tabs'
import { moment } from '../../../components/times'
import { Unfold } from '../../../components/Unfold'
import { call, type Given } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'

type Word = Given<'station.words'>['items'][number]

const Answering = ({ word, onDone, onBack }: { word: Word; onDone: () => Promise<void>; onBack: () => void }) => {
  const [text, setText] = useState('')
  const command = useCommand('station.answer')
  const press = async () => {
    const answer = await command.run({ wordId: word.wordId, text })
    if (answer?.ok || answer?.code === 'CONFLICT') await onDone()
  }
  return (
    <>
      <Field label="回他一句" value={text} onChange={setText} max={300} tall placeholder="例如：明天请人来修" />
      {command.refusal && <Failure refusal={command.refusal} onSeen={command.forget} />}
      <Button disabled={text.trim() === ''} busyWords="正在送到…" onPress={press}>
        回复，告诉他
      </Button>
      <Button kind="quiet" onPress={onBack}>
        先不回
      </Button>
    </>
  )
}

const One = ({ word, onDone }: { word: Word; onDone: () => Promise<void> }) => (
  <Card title={word.stationName}>
    <View>{word.text}</View>
    <View className="soft small">
      {word.name} · {moment(word.at)}
    </View>
    {word.answered ? (
      <View>
        {word.answered.by}回复：{word.answered.text}
      </View>
    ) : (
      <Unfold icon="talk" words="回复">
        {close => <Answering word={word} onDone={onDone} onBack={close} />}
      </Unfold>
    )}
  </Card>
)

const views = [
  { value: 'open', words: '还没回的' },
  { value: 'done', words: '回过的' },
] as const

/** What people said at the stations, for those who run them. */
export const StationWordsPage = ({ orgId }: { orgId: string }) => {
  const [view, setView] = useState<(typeof views)[number]['value']>('open')
  const input = { orgId, answered: view === 'done' }
  const query = useQuery('station.words', input)
  const { items, more, refusal } = usePages(query, cursor => call('station.words', { ...input, cursor }))
  return (
    <Screen>
      <Tabs options={views} value={view} onChange={setView} />
      <Loaded query={query} cards={2}>
        {() => (
          <View className="stack">
            {items.length === 0 && (
              <Empty icon="talk" title="这里是大家的留言" hint="在站点门口扫码留下的话，会到这里；回了话，会告诉留言的人。" />
            )}
            {items.map(one => (
              <One key={one.wordId} word={one} onDone={query.reload} />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
