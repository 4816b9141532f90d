import { View } from '@tarojs/components'
import { Title } from '../../../../components/Card'
import { requestKindWords, type RequestKind } from '../../../../../core/shared/request-kinds'
import { Button } from '../../../../components/Button'
import { Failure } from '../../../../components/Failure'
import { Empty, Loaded } from '../../../../components/Loaded'
import { Screen } from '../../../../components/Screen'
import { call } from '../../../../platform/call'
import { usePages } from '../../../../platform/pages'
import { useQuery } from '../../../../platform/query'
import { CallChaser } from '../Chased'
import { RequestRow } from '../RequestRow'
import { sayMonth } from '../../../../components/months'

interface Props {
  orgId: string
  name: string
  month: string
  kind: RequestKind | undefined
  /** Only those whose promise was broken. */
  broken: boolean
}

/** The rows behind a number of the board. */
export const Rows = ({ orgId, name, month, kind, broken }: Props) => {
  const input = { orgId, month, ...(kind ? { kind } : {}), ...(broken ? { risk: 'broken' as const } : {}) }
  const query = useQuery('request.rows', input)
  const { items, more, refusal } = usePages(query, cursor => call('request.rows', { ...input, cursor }))
  return (
    <Screen>
      <Title>
        {name} {sayMonth(month)}
        {kind ? `：${requestKindWords[kind]}` : broken ? '：没按时办的' : '：求助'}
      </Title>
      <Loaded query={query}>
        {() => (
          <View className="stack">
            {items.length === 0 && (
              <Empty icon="done" title={broken ? '没有没按时办的求助' : '这个月没有求助'} hint="换一个月，或者换一类看看。" />
            )}
            {items.map(item => (
              <View key={item.requestId} className="stack">
                <RequestRow item={item} />
                <CallChaser item={item} forMemberId={{}} />
              </View>
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
