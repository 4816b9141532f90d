import { View } from '@tarojs/components'
import { useState } from 'react'
import { dutyWords } from '../../../../core/life/rhythm/words'
import { dateOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { sayDay } from '../../../../core/shared/spans'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { askToTell } from '../../../platform/subscribe'
import { YearAndPeriod } from './YearAndPeriod'
import { withinYear, type Year } from './words'

const sum = (items: Year['items'], of: (item: Year['items'][number]) => number): number => items.reduce((all, one) => all + of(one), 0)

/** 今年要办 47 次，办了 12 次，过期没办 3 次. */
const Summary = ({ items }: { items: Year['items'] }) => {
  const late = sum(items, one => (one.state === 'overdue' ? one.owed - one.held : 0))
  return (
    <View>
      {`一年要办 ${String(sum(items, one => one.owed))} 次，办了 ${String(sum(items, one => Math.min(one.held, one.owed)))} 次`}
      {late > 0 && <View className="strong tone-danger">{`过期没办 ${String(late)} 次`}</View>}
    </View>
  )
}

/** 三会一课: a branch's year, what it owes next, and each period with what was held. Its secretary plans from here; officers above read. */
export const Rhythm = ({ orgId: branchId, year: first }: { orgId: string; year: number }) => {
  const thisYear = Number(dateOf(now()).slice(0, 4))
  const [year, setYear] = useState(first)
  const [chosen, setChosen] = useState<string | undefined>()
  const query = useQuery('rhythm.get', { branchId, year })
  const { data } = query
  const next = data?.next
  const plans = data?.plans === true
  const open = chosen ?? next?.period
  const plan = async ({ duty: kind, period }: NonNullable<Year['next']>) => {
    await askToTell(['rhythm-due'])
    go(routes.publish({ kind, period }))
  }
  const turnTo = (other: number) => {
    setYear(other)
    setChosen(undefined)
  }
  return (
    <Screen
      wide
      main={
        plans &&
        next && (
          <BigButton icon="notice" onPress={() => plan(next)}>
            {`发通知：${withinYear(next.period)}${dutyWords[next.duty]}`}
          </BigButton>
        )
      }
    >
      <Title>{data?.name ?? '三会一课'}</Title>
      <Loaded query={query} cards={3}>
        {({ items }) => (
          <>
            {next && (
              <Notice tone="info" title={`接下来：${withinYear(next.period)}${dutyWords[next.duty]}`}>
                <View>{`${sayDay(next.to)}以前办`}</View>
              </Notice>
            )}
            <Summary items={items} />
            <YearAndPeriod year={year} items={items} chosen={open} onChoose={setChosen} plans={plans} />
            {year === thisYear ? (
              <Button kind="quiet" onPress={() => turnTo(thisYear - 1)}>{`看 ${String(thisYear - 1)} 年`}</Button>
            ) : (
              <Button kind="quiet" onPress={() => turnTo(thisYear)}>{`看 ${String(thisYear)} 年`}</Button>
            )}
          </>
        )}
      </Loaded>
    </Screen>
  )
}
