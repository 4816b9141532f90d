import { View } from '@tarojs/components'
import { useState } from 'react'
import { fenOf, sayDay, sayMoney, typedYuan } from '../../../../core/means/dues/words'
import { dateOf } from '../../../../core/shared/calendar'
import { BigButton, Button } from '../../../components/Button'
import { Card, Section, Title } from '../../../components/Card'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Figure, Figures } from '../../../components/Figure'
import { Loaded } from '../../../components/Loaded'
import { LinkRow, ShortRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { MonthPayments } from './MonthPayments'
import { YearPick } from '../YearPick'
import { now } from '../../../platform/clock'
import { useCommand, useQuery } from '../../../platform/query'

interface HandInProps {
  branchId: string
  quarter: string
  heldFen: number
  onDone: (saved: boolean) => void
}

const quarterWords = (quarter: string): string => `第${quarter.slice(6)}季度`

/** 上交: what was taken in in a quarter goes to the organization above. */
const HandIn = ({ branchId, quarter, heldFen, onDone }: HandInProps) => {
  const [yuan, setYuan] = useState(typedYuan(heldFen))
  const [on, setOn] = useState(dateOf(now()))
  const [documentNo, setDocumentNo] = useState('')
  const hand = useCommand('dues.handIn')
  const fen = fenOf(yuan) || undefined
  const press = async () => {
    if (fen === undefined) return
    const answer = await hand.run({ branchId, quarter, fen, on, ...(documentNo.trim() === '' ? {} : { documentNo }) })
    if (answer?.ok) onDone(true)
  }
  return (
    <Screen
      main={
        <>
          {hand.refusal && <Failure refusal={hand.refusal} onSeen={hand.forget} />}
          <BigButton icon="done" disabled={fen === undefined} busyWords="正在记下…" onPress={press}>
            {fen === undefined ? '请填数目' : `上交了${sayMoney(fen)}`}
          </BigButton>
        </>
      }
    >
      <Title>{`上交${quarterWords(quarter)}的党费`}</Title>
      <View className="soft">手里还有{sayMoney(heldFen)}。</View>
      <Field label="上交多少元" value={yuan} onChange={setYuan} max={11} />
      <DateField label="哪天交的" value={on} onChange={setOn} />
      <Field label="收据号（可以不写）" value={documentNo} onChange={setDocumentNo} max={40} />
      <Button icon="back" onPress={() => onDone(false)}>
        先不记
      </Button>
    </Screen>
  )
}

/** A year of dues of a branch: what came in, what was handed in, what came back. */
export const DuesYear = ({ branchId, branchName, onBack }: { branchId: string; branchName: string; onBack: () => void }) => {
  const [year, setYear] = useState(Number(dateOf(now()).slice(0, 4)))
  const query = useQuery('dues.book', { branchId, year })
  const [month, setMonth] = useState<string | undefined>()
  const [handing, setHanding] = useState<{ quarter: string; heldFen: number } | undefined>()
  if (handing) {
    const end = (saved: boolean) => {
      setHanding(undefined)
      if (saved) void query.reload()
    }
    return <HandIn branchId={branchId} {...handing} onDone={end} />
  }
  if (month !== undefined) return <MonthPayments branchId={branchId} month={month} onBack={() => setMonth(undefined)} />
  return (
    <Screen>
      <View>
        <Title>一年的党费</Title>
        <View className="soft">{branchName}</View>
      </View>
      <YearPick year={year} onChange={setYear} />
      <Loaded query={query} cards={3}>
        {data => (
          <View className="stack">
            <Figures>
              <Figure whole words="收了" number={sayMoney(data.months.reduce((sum, one) => sum + one.collectedFen, 0))} />
              <Figure whole words="手里还有" number={sayMoney(data.heldFen)} note="没有上交的" />
            </Figures>
            {data.specialFen > 0 && <View className="soft">另有自愿多交的{sayMoney(data.specialFen)}，全部上缴中央。</View>}
            {data.quarters.map(one => {
              const heldFen = one.baseFen - one.handedFen
              return (
                <Card key={one.quarter} title={quarterWords(one.quarter)}>
                  <View className="words-whole">
                    {one.baseFen === 0 ? '还没有收' : `收了${sayMoney(one.baseFen)}，上交${sayMoney(one.handedFen)}`}
                  </View>
                  {one.baseFen !== 0 && (
                    <View className="soft">{one.returnedFen === null ? '还没有返还' : `返还了${sayMoney(one.returnedFen)}`}</View>
                  )}
                  {heldFen > 0 && data.may.includes('handIn') && (
                    <Button icon="upload" about={quarterWords(one.quarter)} onPress={() => setHanding({ quarter: one.quarter, heldFen })}>
                      {`上交${sayMoney(heldFen)}`}
                    </Button>
                  )}
                </Card>
              )
            })}
            {data.months.some(one => one.collectedFen !== 0) && (
              <Section title="每个月收的">
                {data.months
                  .filter(one => one.collectedFen !== 0)
                  .map(one => (
                    <LinkRow
                      key={one.month}
                      icon="wallet"
                      words={`${String(Number(one.month.slice(5)))}月收了${sayMoney(one.collectedFen)}`}
                      note="看每一笔"
                      onPress={() => setMonth(one.month)}
                    />
                  ))}
              </Section>
            )}
            {data.handIns.length > 0 && (
              <Section title="上交过的">
                {data.handIns.map(one => (
                  <ShortRow
                    key={one.entryId}
                    name={`${quarterWords(one.quarter)}，${sayMoney(one.fen)}`}
                    note={`${sayDay(one.on)}${one.documentNo === '' ? '' : `，收据${one.documentNo}`}`}
                  />
                ))}
              </Section>
            )}
          </View>
        )}
      </Loaded>
      <Button icon="back" onPress={onBack}>
        回到名单
      </Button>
    </Screen>
  )
}
