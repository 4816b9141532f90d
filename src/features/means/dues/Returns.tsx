import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayMoney } from '../../../../core/means/dues/words'
import { dateOf } from '../../../../core/shared/calendar'
import { periodAfter, periodBefore, periodOn } from '../../../../core/shared/obligations/periods'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { StateChip } from '../../../components/StateChip'
import { Screen } from '../../../components/Screen'
import { call, type Given } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'

type Item = Given<'dues.returns'>['items'][number]

const sayQuarter = (quarter: string): string => `${quarter.slice(0, 4)}年第${quarter.slice(6)}季度`

const One = ({ one, quarter, percent, onDone }: { one: Item; quarter: string; percent: number; onDone: () => Promise<void> }) => {
  const give = useCommand('dues.return')
  const press = async () => {
    const answer = await give.run({ branchId: one.branchId, quarter })
    if (answer?.ok) await onDone()
  }
  return (
    <Card title={one.name}>
      <View>{`收了${sayMoney(one.baseFen)}；账上还有${sayMoney(one.balanceFen)}`}</View>
      {give.refusal && <Failure refusal={give.refusal} onSeen={give.forget} />}
      {one.returnedFen === null ? (
        one.baseFen > 0 && (
          <Button icon="wallet" about={one.name} busyWords="正在记下…" onPress={press}>
            {`返还${String(percent)}%，${sayMoney(one.shareFen)}`}
          </Button>
        )
      ) : (
        <StateChip icon="done" tone="good" words={`返还了${sayMoney(one.returnedFen)}`} />
      )}
      <Button kind="quiet" icon="list" about={one.name} onPress={() => go(routes.funds({ orgId: one.branchId, name: one.name }))}>
        看这个支部的账
      </Button>
    </Card>
  )
}

/** 党费返还: a quarter's share of each branch, those late first. */
export const Returns = ({ orgId, orgName, first }: { orgId: string; orgName: string; first: string | undefined }) => {
  const present = periodOn('quarter', dateOf(now()))
  const [quarter, setQuarter] = useState(first ?? periodBefore(present))
  const query = useQuery('dues.returns', { orgId, quarter })
  const { items, more, refusal } = usePages(query, cursor => call('dues.returns', { orgId, quarter, cursor }))
  return (
    <Screen>
      <View>
        <Title>党费返还</Title>
        <View className="soft">{orgName}</View>
      </View>
      <View className="strong">{sayQuarter(quarter)}</View>
      <View className="row">
        <View className="grow">
          <Button onPress={() => setQuarter(periodBefore(quarter))}>上季度</Button>
        </View>
        <View className="grow">
          <Button disabled={quarter >= present} onPress={() => setQuarter(periodAfter(quarter))}>
            下季度
          </Button>
        </View>
      </View>
      <Loaded query={query} cards={3}>
        {data => (
          <View className="stack">
            {items.length === 0 && (
              <Empty icon="wallet" title="还没有支部收过党费" hint="支部收了党费以后，这里看得到每个季度该返还多少。" />
            )}
            {items.map(one => (
              <One key={one.branchId} one={one} quarter={quarter} percent={data.percent} onDone={query.reload} />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
