import { useState } from 'react'
import { type Pace, paces } from '../../../../core/shared/obligations/periods'
import { dateOf } from '../../../../core/shared/calendar'
import { BigButton, Button } from '../../../components/Button'
import { Choice } from '../../../components/Choice'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Empty, Loaded } from '../../../components/Loaded'
import { PickOne } from '../../../components/PickOne'
import { Screen } from '../../../components/Screen'
import { now } from '../../../platform/clock'
import { useCommand, useQuery } from '../../../platform/query'
import { paceWords } from './words'

/** What partner units do for a branch, ready to be pressed. */
const usual = ['一起学习', '一起培训', '一起参观', '健康讲座', '上门看望'] as const
const OTHER = '其他'
const paceOptions = paces.map(value => ({ value, words: paceWords[value] }))

interface Props {
  orgId: string
  partnerId: string | undefined
  onDone: (saved: boolean) => void
}

/** 登记一项承诺: which unit does what, and how often. */
export const PledgeForm = ({ orgId, partnerId: first, onDone }: Props) => {
  const partners = useQuery('partner.list', { branchId: orgId })
  const save = useCommand('pledge.save')
  const [partnerId, setPartner] = useState(first)
  const [kind, setKind] = useState<string>(usual[0])
  const [own, setOwn] = useState('')
  const [per, setPer] = useState<Pace>('quarter')
  const [times, setTimes] = useState('1')
  const [since, setSince] = useState(dateOf(now()))
  const what = kind === OTHER ? own.trim() : kind
  const many = /^\d{1,2}$/.test(times) ? Number(times) : 0
  const ready = partnerId !== undefined && what !== '' && many > 0 && many <= 31
  const press = async () => {
    if (partnerId === undefined) return
    const answer = await save.run({ orgId, partnerId, what, per, times: many, since })
    if (answer?.ok) onDone(true)
  }
  return (
    <Screen
      main={
        <>
          {save.refusal && <Failure refusal={save.refusal} onSeen={save.forget} />}
          <BigButton disabled={!ready} busyWords="正在登记…" onPress={press}>
            登记这项承诺
          </BigButton>
        </>
      }
    >
      <Loaded query={partners}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="steps" title="还没有共建单位" hint="先在“共建单位”里登记一个单位，再写它承诺做什么。" />
          ) : (
            <PickOne
              label="哪个单位"
              options={items.map(one => ({ value: one.partnerId, words: one.name }))}
              value={partnerId}
              onChange={setPartner}
            />
          )
        }
      </Loaded>
      <Choice label="做什么" options={[...usual, OTHER].map(value => ({ value, words: value }))} value={kind} onChange={setKind} />
      {kind === OTHER && <Field label="写一写做什么" value={own} onChange={setOwn} max={40} placeholder="例如：法律咨询" />}
      <PickOne label="多久" options={paceOptions} value={per} onChange={setPer} />
      <Field label="几次" value={times} onChange={setTimes} max={2} keyboard="number" typedOnly />
      <DateField label="从哪天算起" value={since} onChange={setSince} />
      <Button icon="back" onPress={() => onDone(false)}>
        先不登记
      </Button>
    </Screen>
  )
}
