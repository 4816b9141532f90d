import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  fenOf,
  sayDay,
  sayMoney,
  sayMonth,
  sayMonths,
  sayRate,
  standingWords,
  typedYuan,
  wayWords,
  ways,
  type Way,
} from '../../../../core/means/dues/words'
import { standings, type Standing } from '../../../../core/means/dues/rules'
import { dateOf, monthOf } from '../../../../core/shared/calendar'
import { BigButton, Button } from '../../../components/Button'
import { Card, Section, Title } from '../../../components/Card'
import { Choice } from '../../../components/Choice'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Photos } from '../../../components/Photos'
import { ShortRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { Unfold } from '../../../components/Unfold'
import type { Given } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { useCommand, useQuery } from '../../../platform/query'
import { choicesOf, stateOf, titleOf } from './payments'

type Data = Given<'dues.person'>

interface FormProps {
  memberId: string
  data: Data
  onDone: (saved: boolean) => void
}

const BaseForm = ({ memberId, data, onDone }: FormProps) => {
  const last = data.bases.at(-1)
  const [yuan, setYuan] = useState(last ? typedYuan(last.baseFen) : '')
  const [standing, setStanding] = useState<Standing>(last?.standing ?? 'retired')
  const [on, setOn] = useState(`${monthOf(now())}-01`)
  const [tried, setTried] = useState(false)
  const save = useCommand('dues.setBase')
  const baseFen = fenOf(yuan)
  const press = async () => {
    setTried(true)
    if (baseFen === undefined) return
    const answer = await save.run({ memberId, baseFen, standing, from: on.slice(0, 7) })
    if (answer?.ok) onDone(true)
  }
  return (
    <Screen
      main={
        <>
          {save.refusal && <Failure refusal={save.refusal} onSeen={save.forget} />}
          <BigButton icon="done" busyWords="正在记下…" onPress={press}>
            定下来
          </BigButton>
        </>
      }
    >
      <Title>{data.name}的党费基数</Title>
      <Choice
        label="类别"
        options={standings.map(value => ({ value, words: standingWords[value] }))}
        value={standing}
        onChange={setStanding}
      />
      <Field
        label={standing === 'retired' ? '基本养老金每月多少元' : '税后每月收入多少元'}
        hint={standing === 'retired' ? '不算津贴补贴。' : undefined}
        value={yuan}
        onChange={setYuan}
        max={11}
        error={tried && baseFen === undefined ? '请填数目，例如 4800 或 4800.50' : undefined}
      />
      <DateField label="从哪个月起" value={on} onChange={setOn} />
      <Button icon="back" onPress={() => onDone(false)}>
        先不改
      </Button>
    </Screen>
  )
}

const PayForm = ({ memberId, data, onDone }: FormProps) => {
  const choices = choicesOf(data.open, dateOf(now()))
  const [chosen, setChosen] = useState(choices[0]?.value)
  const [way, setWay] = useState<Way>('cash')
  const [on, setOn] = useState(dateOf(now()))
  const [brought, setBrought] = useState('')
  const pay = useCommand('dues.pay')
  const choice = choices.find(one => one.value === chosen)
  const press = async () => {
    if (!choice) return
    const answer = await pay.run({
      ...{ memberId, months: choice.months, fen: choice.fen, on, way },
      ...(brought.trim() === '' ? {} : { byName: brought }),
    })
    if (answer?.ok) onDone(true)
  }
  return (
    <Screen
      main={
        <>
          {pay.refusal && <Failure refusal={pay.refusal} onSeen={pay.forget} />}
          <BigButton icon="done" disabled={!choice} busyWords="正在记下…" onPress={press}>
            {choice ? `收到${sayMoney(choice.fen)}` : '没有要交的月份'}
          </BigButton>
        </>
      }
    >
      <Title>{data.name}交党费</Title>
      <Choice label="月份" options={choices} value={chosen} onChange={setChosen} />
      <Choice label="怎么交的" options={ways.map(value => ({ value, words: wayWords[value] }))} value={way} onChange={setWay} />
      <DateField label="哪天交的" value={on} onChange={setOn} />
      <Field label="别人代交的，写上名字（可以不写）" value={brought} onChange={setBrought} max={20} />
      <Button icon="back" onPress={() => onDone(false)}>
        先不记
      </Button>
    </Screen>
  )
}

const SpecialForm = ({ memberId, data, onDone }: FormProps) => {
  const [yuan, setYuan] = useState('')
  const [on, setOn] = useState(dateOf(now()))
  const pay = useCommand('dues.special')
  const fen = fenOf(yuan)
  const press = async () => {
    if (fen === undefined || fen === 0) return
    const answer = await pay.run({ memberId, fen, on, way: 'transfer' })
    if (answer?.ok) onDone(true)
  }
  return (
    <Screen
      main={
        <>
          {pay.refusal && <Failure refusal={pay.refusal} onSeen={pay.forget} />}
          <BigButton icon="done" disabled={fen === undefined} busyWords="正在记下…" onPress={press}>
            记下来
          </BigButton>
        </>
      }
    >
      <Title>{data.name}自愿多交</Title>
      <View>一次多交1000元以上的，全部上缴中央，不算哪个月的，收据由中央组织部开给本人。</View>
      <Field label="多少元" value={yuan} onChange={setYuan} max={11} />
      <DateField label="哪天交的" value={on} onChange={setOn} />
      <Button icon="back" onPress={() => onDone(false)}>
        先不记
      </Button>
    </Screen>
  )
}

const ReliefForm = ({ memberId, data, onDone }: FormProps) => {
  const [from, setFrom] = useState(`${monthOf(now())}-01`)
  const [until, setUntil] = useState(`${monthOf(now())}-01`)
  const [yuan, setYuan] = useState('0')
  const [reason, setReason] = useState('')
  const [documentNo, setDocumentNo] = useState('')
  const [fileIds, setFileIds] = useState<readonly string[]>([])
  const [tried, setTried] = useState(false)
  const save = useCommand('dues.relieve')
  const fen = fenOf(yuan)
  const press = async () => {
    setTried(true)
    if (fen === undefined || reason.trim() === '') return
    const answer = await save.run({
      ...{ memberId, from: from.slice(0, 7), until: until.slice(0, 7), fen, reason, fileIds: [...fileIds] },
      ...(documentNo.trim() === '' ? {} : { documentNo }),
    })
    if (answer?.ok) onDone(true)
  }
  return (
    <Screen
      main={
        <>
          {save.refusal && <Failure refusal={save.refusal} onSeen={save.forget} />}
          <BigButton icon="done" busyWords="正在记下…" onPress={press}>
            记下减免
          </BigButton>
        </>
      }
    >
      <Title>{data.name}少交或者免交</Title>
      <View className="soft">支部研究、上级同意以后再记，把批准的文件拍下来。</View>
      <DateField label="从哪个月起" value={from} onChange={setFrom} />
      <DateField label="到哪个月止" value={until} onChange={setUntil} />
      <Field
        label="每月交多少元（免交填0）"
        value={yuan}
        onChange={setYuan}
        max={11}
        error={tried && fen === undefined ? '请填数目' : undefined}
      />
      <Field
        label="为什么"
        value={reason}
        onChange={setReason}
        max={200}
        tall
        error={tried && reason.trim() === '' ? '请写一句' : undefined}
      />
      <Field label="批准文号（可以不写）" value={documentNo} onChange={setDocumentNo} max={40} />
      <Photos label="批准的文件" fileIds={fileIds} onChange={next => setFileIds(next)} />
      <Button icon="back" onPress={() => onDone(false)}>
        先不记
      </Button>
    </Screen>
  )
}

const forms = { base: BaseForm, pay: PayForm, special: SpecialForm, relief: ReliefForm } as const

const Undo = ({ entryId, onDone }: { entryId: string; onDone: () => Promise<void> }) => {
  const [reason, setReason] = useState('')
  const undo = useCommand('dues.undo')
  const press = async () => {
    const answer = await undo.run({ entryId, reason })
    if (answer?.ok) await onDone()
  }
  return (
    <Unfold words="记错了，冲销" kind="quiet" icon="retry">
      {close => (
        <Card>
          {undo.refusal && <Failure refusal={undo.refusal} onSeen={undo.forget} />}
          <Field label="为什么冲销" value={reason} onChange={setReason} max={60} />
          <Button kind="danger" disabled={reason.trim() === ''} onPress={press}>
            冲销这一笔
          </Button>
          <Button onPress={close}>不冲销</Button>
        </Card>
      )}
    </Unfold>
  )
}

/** One person's dues on the secretary's desk: the base, what is open, every payment. */
export const PersonDues = ({ memberId, name, onBack }: { memberId: string; name: string; onBack: () => void }) => {
  const query = useQuery('dues.person', { memberId })
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
              <ShortRow
                key={one.from}
                name={`每月${sayMoney(one.monthlyFen)}`}
                note={`${sayMonth(one.from)}起，${standingWords[one.standing]}，基数${sayMoney(one.baseFen)}，${sayRate(one.rate)}`}
              />
            ))}
            {data.reliefs.map(one => (
              <ShortRow
                key={one.reliefId}
                name={one.fen === 0 ? '免交' : `少交，每月${sayMoney(one.fen)}`}
                note={`${sayMonths([one.from])}到${sayMonth(one.until)}，${one.reason}`}
              />
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
            {data.payments.items.length > 0 && (
              <Section title="交过的">
                {data.payments.items.map(one => (
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
