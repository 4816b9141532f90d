import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayDay, sayMoney, sayMonth, sayRate, standingWords, wayWords } from '../../../../core/means/dues/words'
import { monthOf } from '../../../../core/shared/calendar'
import { BigButton, Button } from '../../../components/Button'
import { Section, Title } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Loaded } from '../../../components/Loaded'
import { PhotoList } from '../../../components/PhotoList'
import { PersonRow, ShortRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { call } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import { stateOf, titleOf } from './payments'
import { TakeBack } from '../TakeBack'
import { BaseForm } from './person/BaseForm'
import { PayForm } from './person/PayForm'
import { SpecialForm } from './person/SpecialForm'
import { ReliefForm } from './person/ReliefForm'

const forms = { base: BaseForm, pay: PayForm, special: SpecialForm, relief: ReliefForm } as const

const Undo = ({ entryId, onDone }: { entryId: string; onDone: () => Promise<void> }) => {
  const undo = useCommand('dues.undo')
  const press = async (reason: string) => {
    const answer = await undo.run({ entryId, reason })
    if (answer?.ok) await onDone()
  }
  return <TakeBack refusal={undo.refusal} onSeen={undo.forget} onYes={press} />
}

/** A relief that still holds or is to come: from this month on it holds no more. */
const EndRelief = ({ memberId, reliefId, onDone }: { memberId: string; reliefId: string; onDone: () => Promise<void> }) => {
  const end = useCommand('dues.endRelief')
  const from = monthOf(now())
  const press = async () => {
    const answer = await end.run({ memberId, reliefId, from })
    if (answer?.ok) await onDone()
  }
  return (
    <>
      {end.refusal && <Failure refusal={end.refusal} onSeen={end.forget} />}
      <Confirm question={`从${sayMonth(from)}起照常交？`} explain="以前减免的月份不变。" yes="照常交" no="先不改" onYes={press}>
        不再减免
      </Confirm>
    </>
  )
}

/** One person's dues on the secretary's desk: the base, what is open, every payment. */
export const PersonDues = ({ memberId, name, onBack }: { memberId: string; name: string; onBack: () => void }) => {
  const query = useQuery('dues.person', { memberId })
  const { items, more, refusal } = usePages({ ...query, data: query.data?.payments }, async cursor => {
    const next = await call('dues.person', { memberId, cursor })
    return next.ok ? { ...next, data: next.data.payments } : next
  })
  const [doing, setDoing] = useState<keyof typeof forms | undefined>()
  if (doing && query.data) {
    const Form = forms[doing]
    const end = (saved: boolean) => {
      setDoing(undefined)
      if (saved) void query.reload()
    }
    return <Form memberId={memberId} data={query.data} onDone={end} />
  }
  return (
    <Screen
      main={
        query.data && (
          <BigButton
            icon={query.data.bases.length === 0 ? 'edit' : 'wallet'}
            onPress={() => setDoing(query.data?.bases.length === 0 ? 'base' : 'pay')}
          >
            {query.data.bases.length === 0 ? '定党费基数' : '记一笔党费'}
          </BigButton>
        )
      }
    >
      <Title>{name}</Title>
      <Loaded query={query} cards={2}>
        {data => (
          <View className="stack">
            {data.bases.map(one => (
              <PersonRow
                key={one.from}
                name={`每月${sayMoney(one.monthlyFen)}`}
                note={`${sayMonth(one.from)}起，${standingWords[one.standing]}，基数${sayMoney(one.baseFen)}，${sayRate(one.rate)}`}
              />
            ))}
            {data.reliefs.map(one => (
              <View key={one.reliefId} className="stack">
                <PersonRow
                  name={one.fen === 0 ? '免交' : `少交，每月${sayMoney(one.fen)}`}
                  note={[one.until < one.from ? '没有用上' : `${sayMonth(one.from)}到${sayMonth(one.until)}`, one.reason, one.documentNo]
                    .filter(Boolean)
                    .join('，')}
                />
                <PhotoList fileIds={one.fileIds} of="批准的文件" />
                {one.until >= one.from && one.until >= monthOf(now()) && (
                  <EndRelief memberId={memberId} reliefId={one.reliefId} onDone={query.reload} />
                )}
              </View>
            ))}
            {data.bases.length > 0 && (
              <Button icon="edit" onPress={() => setDoing('base')}>
                改基数
              </Button>
            )}
            <Button icon="file" onPress={() => setDoing('relief')}>
              少交、免交
            </Button>
            <Button icon="star" onPress={() => setDoing('special')}>
              自愿多交一大笔
            </Button>
            {items.length > 0 && (
              <Section title="交过的">
                {items.map(one => (
                  <View key={one.entryId} className="stack">
                    <ShortRow
                      name={titleOf(one)}
                      note={[sayDay(one.on), one.byName === undefined ? '' : `${one.byName}代交`, wayWords[one.way]]
                        .filter(Boolean)
                        .join('，')}
                      state={stateOf(one)}
                    />
                    {!one.reversal && one.undone === undefined && <Undo entryId={one.entryId} onDone={query.reload} />}
                  </View>
                ))}
                {refusal && <Failure refusal={refusal} />}
                {more && <Button onPress={more}>再看一些</Button>}
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
