import { View } from '@tarojs/components'
import { Bars } from '../../../components/Bars'
import { Card, Title } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { call, type Given, newId } from '../../../platform/call'
import { useQuery } from '../../../platform/query'
import { optionsOf } from './words'

type Counted = Given<'survey.result'>
type Question = Counted['questions'][number]

const One = ({ question, nth }: { question: Question; nth: number }) => {
  const { counts = [], texts, none } = question
  const most = Math.max(1, ...counts)
  const bars = optionsOf(question).map((label, at) => ({ label, count: counts[at] ?? 0, share: (counts[at] ?? 0) / most }))
  return (
    <Card title={`${String(nth + 1)}. ${question.text}`}>
      {texts ? (
        <Many items={texts.map((words, at) => ({ words, key: String(at) }))} keyOf={one => one.key} unit="条">
          {one => <View className="prose">{`“${one.words}”`}</View>}
        </Many>
      ) : (
        <Bars bars={question.kind === 'grade' ? [...bars].reverse() : bars} unit="票" />
      )}
      {none > 0 && <View className="soft">{`空着没答的${String(none)}人`}</View>}
    </Card>
  )
}

/** The result of a survey, from five answers up. */
export const Result = ({ surveyId }: { surveyId: string }) => {
  const query = useQuery('survey.result', { surveyId })
  const survey = useQuery('survey.get', { surveyId })
  return (
    <Screen>
      <Title>{survey.data?.title ?? '测评结果'}</Title>
      <Loaded query={query} cards={3}>
        {result => (
          <View className="stack">
            <View>{`领票${String(result.tickets)}人，收到${String(result.answers + result.invalid)}张。${result.invalid > 0 ? `打不开的${String(result.invalid)}张。` : ''}`}</View>
            {result.answers + result.invalid > result.tickets && (
              <Notice tone="danger" title="票比领票的人多">
                <View>这次的结果不能用，请告诉上级党组织。</View>
              </Notice>
            )}
            {result.tellers.length > 0 && (
              <View className="soft">{`点票的监票人：${result.tellers.map(one => (one.same ? one.name : `${one.name}（点的不一样）`)).join('、')}`}</View>
            )}
            {result.tellers.some(one => !one.same) && <Notice tone="danger" title="监票人点的票不一样，请一起再核对" />}
            {result.questions.map((question, nth) => (
              <One key={nth} question={question} nth={nth} />
            ))}
            {survey.data?.may.includes('export') === true && (
              <ExportButton
                words="导出 Excel"
                icon="sheet"
                name="测评结果.xlsx"
                make={() => call('survey.export', { surveyId }, { commandId: newId() })}
              />
            )}
          </View>
        )}
      </Loaded>
      {survey.refusal && <Failure refusal={survey.refusal} />}
    </Screen>
  )
}
