import { View } from '@tarojs/components'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { moment } from '../../../components/times'
import { call, type Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { stageOf } from '../ballots/kept'
import { chipOf } from './words'

type Mine = Given<'survey.mine'>['items'][number]

const stateOf = (one: Mine) => {
  const stage = stageOf(one.surveyId)
  if (one.state !== 'open') return chipOf(one)
  return stage === 'dropped' || stage === 'waiting'
    ? { icon: 'done' as const, tone: 'good' as const, words: '您填过了' }
    : { icon: 'edit' as const, tone: 'info' as const, words: '请您填' }
}
const routeOf = ({ surveyId, state, teller }: Mine) =>
  teller && (state === 'waiting' || state === 'closed')
    ? routes.surveyTeller({ id: surveyId })
    : state === 'counted'
      ? routes.surveyResult({ id: surveyId })
      : routes.survey({ id: surveyId })

/** 不记名测评: those of the places where the member belongs, the latest first. */
export const Surveys = () => {
  const query = useQuery('survey.mine', {})
  const { items, more, refusal } = usePages(query, cursor => call('survey.mine', { cursor }))
  return (
    <Screen>
      <Title>不记名测评</Title>
      <Loaded query={query} cards={2}>
        {() => (
          <View className="stack">
            {items.length === 0 && <Empty icon="list" title="支部的测评会列在这里" hint="有测评时会发消息告诉您。" />}
            {items.map(one => (
              <PersonRow
                key={one.surveyId}
                name={one.title}
                note={[one.orgName, one.teller ? '您是监票人' : '', `${moment(one.closesAt)}截止`].filter(Boolean).join(' · ')}
                state={stateOf(one)}
                onPress={() => go(routeOf(one))}
              />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
