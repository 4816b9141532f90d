import { View } from '@tarojs/components'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { chipOf } from './words'

/** What the reader has to put right, and put right. */
export const MyRemedies = () => {
  const query = useQuery('remedy.mine', {})
  const { items, more, refusal } = usePages(query, cursor => call('remedy.mine', { cursor }))
  return (
    <Screen>
      <Title>我负责的整改</Title>
      <Loaded query={query} cards={3}>
        {() => (
          <View className="stack">
            {items.length === 0 && <Empty icon="done" title="没有要您改的" hint="支部请您负责哪一项，就会列在这里，也会发消息给您。" />}
            {items.map(one => (
              <PersonRow
                key={one.remedyId}
                name={one.problem}
                note={one.measure}
                state={chipOf(one)}
                onPress={() => go(routes.remedy({ id: one.remedyId }))}
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
