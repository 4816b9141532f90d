import { View } from '@tarojs/components'
import { sayDay, sayMoney, sayMonth, wayWords } from '../../../../core/means/dues/words'
import { Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { ShortRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { call } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { stateOf, titleOf } from './payments'

interface Props {
  branchId: string
  month: string
  onBack: () => void
}

/** Every payment that a branch wrote down in a month, the latest first: what its sum is made of. */
export const MonthPayments = ({ branchId, month, onBack }: Props) => {
  const query = useQuery('dues.payments', { branchId, month })
  const { items, more, refusal } = usePages(query, cursor => call('dues.payments', { branchId, month, cursor }))
  return (
    <Screen>
      <View>
        <Title>{`${sayMonth(month)}收的党费`}</Title>
        {query.data && more === undefined && (
          <View className="soft">{`${String(items.length)}笔，一共${sayMoney(items.reduce((sum, one) => sum + one.fen, 0))}`}</View>
        )}
      </View>
      <Loaded query={query} cards={3}>
        {() => (
          <View className="stack">
            {items.length === 0 && <Empty icon="wallet" title="这个月没有收过" hint="记下的党费，收的每一笔都在这里。" />}
            {items.map(one => (
              <ShortRow
                key={one.entryId}
                name={`${one.name}：${titleOf(one)}`}
                note={[sayDay(one.on), wayWords[one.way], one.byName === undefined ? '' : `${one.byName}代交`].filter(Boolean).join('，')}
                state={stateOf(one)}
              />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
      <Button icon="back" onPress={onBack}>
        回到一年的党费
      </Button>
    </Screen>
  )
}
