import { View } from '@tarojs/components'
import { sayDay } from '../../../../core/shared/spans'
import { isVerdict, stateWords } from '../../../../core/voice/suggestions/states'
import { Card, Section, Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { PhotoList } from '../../../components/PhotoList'
import { PickOne } from '../../../components/PickOne'
import { Said } from '../../../components/Said'
import { Screen } from '../../../components/Screen'
import { StateChip } from '../../../components/StateChip'
import { dated, moment } from '../../../components/times'
import { useCommand, useQuery } from '../../../platform/query'
import { AnswerForm } from './AnswerForm'
import { HandForm } from './HandForm'
import { SayForm } from './SayForm'
import { chipOf, sayJoined, type Suggestion, topicOptions } from './words'

const Steps = ({ steps }: Pick<Suggestion, 'steps'>) =>
  steps.length === 0 ? null : (
    <Section title="办理经过">
      <View className="stack">
        {steps.map((step, nth) => (
          <Card key={nth}>
            <View className="soft small">{`${moment(step.at)} · ${step.by} · ${stateWords[step.state]}`}</View>
            <View className="prose">{step.words}</View>
          </Card>
        ))}
      </View>
    </Section>
  )

const Rated = ({ rated }: Pick<Suggestion, 'rated'>) => {
  if (!rated) return null
  return rated.answers ? (
    <Notice tone="good" title="本人说答到点上了" />
  ) : (
    <Notice tone="warn" title="本人说还没有答到点上">
      <View>{rated.words === '' ? '请打个电话问一问，再答复一次。' : rated.words}</View>
    </Notice>
  )
}

const Sort = ({ shown, onSorted }: { shown: Suggestion; onSorted: () => Promise<void> }) => {
  const sort = useCommand('suggestion.sort')
  const choose = async (topic: NonNullable<Suggestion['topic']>) => {
    const answer = await sort.run({ suggestionId: shown.suggestionId, topic })
    if (answer?.ok) await onSorted()
  }
  return (
    <>
      {sort.refusal && <Failure refusal={sort.refusal} onSeen={sort.forget} />}
      <PickOne
        label="是哪一类"
        hint="分好类，想说一样话的同志就能附议；“个人的事”别人看不到。"
        options={topicOptions}
        value={shown.topic}
        onChange={choose}
      />
    </>
  )
}

/** One suggestion, for those who answer it. */
export const SuggestionPage = ({ suggestionId }: { suggestionId: string }) => {
  const query = useQuery('suggestion.get', { suggestionId })
  return (
    <Screen>
      <Loaded query={query} cards={3}>
        {shown => (
          <View className="stack">
            <View>
              <Title>{`${shown.name}的建议`}</Title>
              <View className="soft words-whole">
                {[shown.branchName, dated(shown.at), sayJoined(shown.joined)].filter(Boolean).join(' · ')}
              </View>
            </View>
            <Card>
              <Said of={`${shown.name}的建议`} said={shown} />
              <StateChip {...chipOf(shown.state)} />
              {!isVerdict(shown.state) && (
                <View className={shown.late ? 'warn strong' : ''}>{`${shown.late ? '过期了：' : ''}${sayDay(shown.dueOn)}以前答复`}</View>
              )}
            </Card>
            <Rated rated={shown.rated} />
            <Sort shown={shown} onSorted={query.reload} />
            <Steps steps={shown.steps} />
            {shown.outcome && (
              <Card title="办成了">
                <View className="prose">{shown.outcome.words}</View>
                <PhotoList fileIds={shown.outcome.photoFileIds} of="办成的样子" />
              </Card>
            )}
            <Section title="办一办">
              <View className="stack">
                {!isVerdict(shown.state) && <HandForm suggestionId={suggestionId} dueOn={shown.dueOn} onDone={query.reload} />}
                {!isVerdict(shown.state) && <SayForm what="progress" suggestionId={suggestionId} onDone={query.reload} />}
                <AnswerForm suggestionId={suggestionId} again={isVerdict(shown.state)} onDone={query.reload} />
                {isVerdict(shown.state) && <SayForm what="outcome" suggestionId={suggestionId} onDone={query.reload} />}
              </View>
            </Section>
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
