import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { routes } from '../../../../core/shared/routes'
import { sayDay } from '../../../../core/shared/spans'
import { isVerdict, stateWords } from '../../../../core/voice/suggestions/states'
import { BigButton, Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { PhotoList } from '../../../components/PhotoList'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { StateChip } from '../../../components/StateChip'
import { dated } from '../../../components/times'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import { chipOf, type Mine, sayJoined, sayText } from './words'

interface OneProps {
  one: Mine
  forMemberId: { forMemberId?: string }
  onRated: () => Promise<void>
}

/** Asked of the proposer, once it was answered. */
const Rate = ({ one: { suggestionId, text }, forMemberId, onRated }: OneProps) => {
  const rate = useCommand('suggestion.rate')
  const say = async (answers: boolean) => {
    const answer = await rate.run({ ...forMemberId, suggestionId, answers })
    if (answer?.ok) await onRated()
  }
  return (
    <View className="stack">
      <View className="strong">答到点上了吗？</View>
      {rate.refusal && <Failure refusal={rate.refusal} onSeen={rate.forget} />}
      <View className="row">
        <View className="grow">
          <Button about={sayText(text)} onPress={() => say(true)}>
            答到了
          </Button>
        </View>
        <View className="grow">
          <Button about={sayText(text)} onPress={() => say(false)}>
            还没有
          </Button>
        </View>
      </View>
    </View>
  )
}

const rated = (answers: boolean) =>
  answers ? (
    <StateChip icon="done" tone="good" words="您说答到点上了" />
  ) : (
    <StateChip icon="clock" tone="soft" words="您说还没答到，支部会再答复" />
  )

const One = (props: OneProps) => {
  const { one } = props
  const { text, at, state, own, joined, dueOn, steps, outcome, answers } = one
  return (
    <Card>
      <View className="strong prose">{sayText(text)}</View>
      <View className="row">
        <View className="grow soft small">{[dated(at), own ? '' : '您也这样想', sayJoined(joined)].filter(Boolean).join(' · ')}</View>
        <StateChip {...chipOf(state)} />
      </View>
      {steps.length === 0 && <View>{`${sayDay(dueOn)}以前答复您。`}</View>}
      {steps.map((step, nth) => (
        <View key={nth}>
          <View className="soft small">{`${dated(step.at)} ${stateWords[step.state]}`}</View>
          <View className="prose">{step.words}</View>
        </View>
      ))}
      {outcome && (
        <View className="stack">
          <View className="strong">办成了：{outcome.words}</View>
          <PhotoList fileIds={outcome.photoFileIds} of="办成的样子" />
        </View>
      )}
      {own && isVerdict(state) && (answers === undefined ? <Rate {...props} /> : rated(answers))}
    </Card>
  )
}

/** 我的建议: what one proposed or joined, each step in the words of those who answer. */
export const MySuggestions = ({ forMemberId, head }: { forMemberId: { forMemberId?: string }; head: ReactNode }) => {
  const query = useQuery('suggestion.mine', forMemberId)
  const { items, more, refusal } = usePages(query, cursor => call('suggestion.mine', { ...forMemberId, cursor }))
  return (
    <Screen
      main={
        <BigButton icon="edit" onPress={() => go(routes.suggest())}>
          提个建议
        </BigButton>
      }
    >
      {head}
      <LinkRow icon="star" words="采纳了哪些" note="大家提的，办成了什么" onPress={() => go(routes.adopted())} />
      <Loaded query={query} cards={2}>
        {() => (
          <View className="stack">
            {items.length === 0 && <Empty icon="edit" title="您提的建议会列在这里" hint="写几句、说几句都行，支部一条一条答复您。" />}
            {items.map(one => (
              <One key={one.suggestionId} one={one} forMemberId={forMemberId} onRated={query.reload} />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
