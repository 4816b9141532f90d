import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { CallNumbers } from '../../people/public'
import { Card, Section, Title } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Fact } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { call, type Given } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { type Query, useQuery } from '../../../platform/query'
import { Head } from './Head'
import { groupsOf, type Mine, untilWords } from './words'
import { routes } from '../../../../core/shared/routes'

const Due = ({ visit }: { visit: Mine }) => {
  const { visitId, name, address, state } = visit
  return (
    <Card edge={state === 'overdue' ? 'red' : 'warn'}>
      <Head visit={visit} />
      {address !== undefined && <Fact icon="place">{address}</Fact>}
      <View className="soft">{untilWords(visit)}</View>
      <Button icon="edit" about={name} onPress={() => go(routes.visit({ id: visitId }))}>
        去过了，登记
      </Button>
      <CallNumbers name={name} ask={() => call('visit.phone', { visitId })} />
    </Card>
  )
}

const Done = ({ visit }: { visit: Mine }) => (
  <Card onPress={() => go(routes.visit({ id: visit.visitId }))}>
    <Head visit={visit} />
  </Card>
)

type Part = 'due' | 'done'
const parts = [
  { value: 'due', words: '该去的' },
  { value: 'done', words: '去过的' },
] as const

const Listed = ({ query, done }: { query: Query<Given<'visit.mine'>>; done: boolean }) => {
  const { items, more, refusal } = usePages(query, cursor => call('visit.mine', { done, cursor }))
  if (items.length === 0) {
    return done ? (
      <Empty icon="home" title="看望过的老同志会在这里" hint="去过以后点“登记”，就记下来了。" />
    ) : (
      <Empty icon="home" title="这四周没有要看望的老同志" hint="到了节日、生日前几天，这里会告诉您看谁、住哪里。" />
    )
  }
  return (
    <View className="stack">
      {done
        ? items.map(visit => <Done key={visit.visitId} visit={visit} />)
        : groupsOf(items, now()).map(({ title, items: theirs }) => (
            <Section key={title} title={title}>
              {theirs.map(visit => (
                <Due key={visit.visitId} visit={visit} />
              ))}
            </Section>
          ))}
      {refusal && <Failure refusal={refusal} />}
      {more && <Button onPress={more}>再看一些</Button>}
    </View>
  )
}

/** My visits day by day: who, why, where, one tap to call, one to record. */
export const MyVisits = () => {
  const [part, setPart] = useState<Part>('due')
  const query = useQuery('visit.mine', { done: part === 'done' })
  return (
    <Screen>
      <Title>我要看望的老同志</Title>
      <Chips label="看哪些" options={parts} chosen={[part]} onPress={setPart} />
      <Loaded query={query} cards={3}>
        {() => <Listed key={part} query={query} done={part === 'done'} />}
      </Loaded>
    </Screen>
  )
}
