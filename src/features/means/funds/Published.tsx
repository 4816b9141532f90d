import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { sayMoney } from '../../../../core/means/dues/words'
import { kindTable } from '../../../../core/means/funds/kinds'
import { dateOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { Card, Section, Title } from '../../../components/Card'
import { Empty, Loaded } from '../../../components/Loaded'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import type { Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { sayDuesOf } from './Entries'

type One = Given<'fund.published'>['items'][number]

const Year = ({ one: { year, name, at, dues, totals, lines, words } }: { one: One }) => (
  <Section title={`${String(year)}年`}>
    <Card>
      <View className="strong">党费</View>
      <View>{sayDuesOf(dues)}</View>
      <View className="strong">经费</View>
      <View>{`年初${sayMoney(totals.openingFen)}，收入${sayMoney(totals.inFen)}，支出${sayMoney(totals.outFen)}，还有${sayMoney(totals.closingFen)}。`}</View>
      {lines.map(line => (
        <View key={`${line.kind}:${line.line}`} className="row">
          <View className="grow">
            {kindTable[line.kind].words === line.line ? line.line : `${kindTable[line.kind].words}：${line.line}`}
          </View>
          <View className="strong">{sayMoney(line.fen)}</View>
        </View>
      ))}
      {words !== '' && <View>{words}</View>}
      <View className="soft small">{`${name}，${dateOf(at)}公示。有疑问请问支部书记。`}</View>
    </Card>
  </Section>
)

/** 党费和经费公示: sums of each year, no names; and the books that the reader was asked to look through. */
export const Published = ({ forMemberId, head }: { forMemberId: { forMemberId?: string }; head: ReactNode }) => {
  const query = useQuery('fund.published', forMemberId)
  return (
    <Screen>
      {head}
      <Title>党费和经费公示</Title>
      <Loaded query={query} cards={2}>
        {data => (
          <View className="stack">
            {data.audits.map(one => (
              <LinkRow
                key={one.orgId}
                icon="search"
                words={`看${one.name}的账`}
                note="请您来看账：都能看，什么也不改"
                onPress={() => go(routes.fundAudit({ orgId: one.orgId }))}
              />
            ))}
            {data.items.length === 0 && <Empty icon="list" title="支部还没有公示" hint="支部每年把党费收了多少、经费怎么用的写在这里。" />}
            {data.items.map(one => (
              <Year key={one.year} one={one} />
            ))}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
