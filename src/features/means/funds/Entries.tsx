import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { sayDay, sayMoney } from '../../../../core/means/dues/words'
import { kindTable } from '../../../../core/means/funds/kinds'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { PhotoList } from '../../../components/PhotoList'
import type { Given } from '../../../platform/call'
import { go } from '../../../platform/go'

export type Entry = Given<'fund.audit'>['entries'][number]
export type Totals = Given<'fund.ledger'>['totals']

const Sum = ({ words, fen }: { words: string; fen: number }) => (
  <View className="row">
    <View className="grow">{words}</View>
    <View className="strong">{sayMoney(fen)}</View>
  </View>
)

/** 年初、收入、支出、还有: they always add up. */
export const TotalFigures = ({ totals }: { totals: Totals }) => (
  <Card>
    <Sum words="年初" fen={totals.openingFen} />
    <Sum words="收入" fen={totals.inFen} />
    <Sum words="支出" fen={totals.outFen} />
    <Sum words="还有" fen={totals.closingFen} />
  </Card>
)

/** What became of a year's dues. */
export const sayDuesOf = ({ people, collectedFen, handedFen, returnedFen }: Given<'fund.audit'>['dues']): string =>
  `${String(people)}位党员交了党费，共收${sayMoney(collectedFen)}，上交${sayMoney(handedFen)}，返还${sayMoney(returnedFen)}。`

const lacking = { receipt: '没有票据', discussion: '没有讨论记录' } as const
type Shown = Omit<Entry, 'balanceFen' | 'reverses' | 'reversedBy'> & Partial<Pick<Entry, 'balanceFen' | 'reverses' | 'reversedBy'>>

/** One entry with all that stands behind it. */
export const EntryCard = ({ entry, children }: { entry: Shown; children?: ReactNode }) => {
  const { kind, fen, line, words, on, by, approvedBy, balanceFen, people, discussion, partner, reverses, reversedBy, reason, lacks } = entry
  const meetingId = discussion?.activityId
  const sign = kindTable[kind].way === 'in' ? '收入' : '支出'
  const facts = [
    sayDay(on),
    `${by}记`,
    approvedBy === undefined ? '' : `${approvedBy}同意`,
    partner ?? '',
    discussion === undefined ? '' : `讨论：${discussion.words ?? discussion.on ?? '有会议记录'}`,
  ]
  return (
    <Card title={`${line}：${sign}${sayMoney(fen)}`}>
      {words !== '' && <View>{words}</View>}
      <View className="soft small">{facts.filter(Boolean).join('，')}</View>
      {people !== undefined && <View className="small">{people.map(one => `${one.name}${sayMoney(one.fen)}`).join('、')}</View>}
      {reverses !== undefined && <View className="warn">冲销：{reason ?? ''}</View>}
      {reversedBy !== undefined && <View className="warn">已经冲销</View>}
      {lacks.length > 0 && reversedBy === undefined && <View className="warn">{lacks.map(one => lacking[one]).join('、')}</View>}
      <PhotoList fileIds={entry.fileIds} of={line} />
      {meetingId !== undefined && (
        <Button kind="quiet" icon="calendar" about={line} onPress={() => go(routes.activity({ id: meetingId }))}>
          看讨论的那次会
        </Button>
      )}
      {balanceFen !== undefined && <View className="soft">账上还有{sayMoney(balanceFen)}</View>}
      {children}
    </Card>
  )
}

/** What is left of each line. */
export const Lines = ({ lines }: { lines: Given<'fund.ledger'>['lines'] }) => (
  <>
    {lines.map(one => (
      <View key={one.line} className="list-row">
        <View className="row">
          <View className="grow strong">{one.line}</View>
          <View className={one.leftFen < 0 ? 'warn strong' : 'strong'}>
            {one.leftFen < 0 ? `超了${sayMoney(-one.leftFen)}` : `还剩${sayMoney(one.leftFen)}`}
          </View>
        </View>
        <View className="soft small words-whole">
          {[
            one.budgetFen > 0 ? `预算${sayMoney(one.budgetFen)}` : '',
            one.givenFen > 0 ? `捐助${sayMoney(one.givenFen)}` : '',
            `用了${sayMoney(one.spentFen)}`,
          ]
            .filter(Boolean)
            .join('，')}
        </View>
      </View>
    ))}
  </>
)
