import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { PhotoList } from '../../../components/PhotoList'
import { Screen } from '../../../components/Screen'
import { StateChip } from '../../../components/StateChip'
import { call } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { chipOf, sayJoined, sayText } from './words'

/** 采纳了哪些: what the branch adopted, and what came of it; without names. */
export const Adopted = ({ forMemberId }: { forMemberId: { forMemberId?: string } }) => {
  const query = useQuery('suggestion.adopted', forMemberId)
  const { items, more, refusal } = usePages(query, cursor => call('suggestion.adopted', { ...forMemberId, cursor }))
  return (
    <Screen>
      <Loaded query={query} cards={2}>
        {() => (
          <View className="stack">
            {items.length === 0 && <Empty icon="star" title="采纳的建议会列在这里" hint="办成了什么，也写在这里给大家看。" />}
            {items.map(({ suggestionId, text, state, words, joined, outcome }) => (
              <Card key={suggestionId}>
                <View className="strong prose">{sayText(text)}</View>
                <StateChip {...chipOf(state)} />
                <View className="prose">{words}</View>
                {joined > 0 && <View className="soft small">{sayJoined(joined)}</View>}
                {outcome && <View className="strong">办成了：{outcome.words}</View>}
                {outcome && <PhotoList fileIds={outcome.photoFileIds} of="办成的样子" />}
              </Card>
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
