import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayDay, sayMoney, sayMonth } from '../../../../core/means/dues/words'
import { dateOf } from '../../../../core/shared/calendar'
import { Card, Section, Title } from '../../../components/Card'
import { Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { ShortRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { now } from '../../../platform/clock'
import { useQuery } from '../../../platform/query'
import { YearPick } from '../YearPick'
import { EntryCard, Lines, sayDuesOf, TotalFigures } from './Entries'

/** 看账: everything of a year, for those who were asked to look through it; they change nothing. */
export const AuditBook = ({ orgId }: { orgId: string }) => {
  const [year, setYear] = useState(Number(dateOf(now()).slice(0, 4)))
  const query = useQuery('fund.audit', { orgId, year })
  return (
    <Screen>
      <YearPick year={year} onChange={setYear} />
      <Loaded query={query} cards={3}>
        {data => (
          <View className="stack">
            <Title>{data.name}的账</Title>
            <TotalFigures totals={data.totals} />
            {data.closedThrough !== null && <View className="soft">{`已经结账到${sayMonth(data.closedThrough)}`}</View>}
            {data.lines.length > 0 && (
              <Card title="各科目">
                <Lines lines={data.lines} />
              </Card>
            )}
            <Card title="党费">
              <View>{sayDuesOf(data.dues)}</View>
            </Card>
            {data.counts.map(one => (
              <ShortRow
                key={one.at}
                name={`${sayDay(one.on)}点出${sayMoney(one.countedFen)}`}
                note={`账上${sayMoney(one.bookFen)}，${one.by}点的`}
              />
            ))}
            <Section title={`${String(data.entries.length)}笔`}>
              <Many items={data.entries} keyOf={one => one.entryId} unit="笔">
                {one => <EntryCard entry={one} />}
              </Many>
            </Section>
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
