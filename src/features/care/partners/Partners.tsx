import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { CallButton } from '../../../components/CallButton'
import { Card } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import type { Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { routes } from '../../../../core/shared/routes'

type Partner = Given<'partner.list'>['items'][number]

interface FormProps {
  branchId: string
  partner?: Partner
  onDone: () => unknown
  onBack: () => void
}

const Form = ({ branchId, partner, onDone, onBack }: FormProps) => {
  const save = useCommand('partner.save')
  const [name, setName] = useState(partner?.name ?? '')
  const [contact, setContact] = useState(partner?.contact ?? '')
  const [phone, setPhone] = useState(partner?.phone ?? '')
  const [offers, setOffers] = useState(partner?.offers ?? '')
  const missing = [name, contact, phone].some(one => one.trim() === '')
  const press = async () => {
    const answer = await save.run({ branchId, name, contact, phone, offers, ...(partner ? { partnerId: partner.partnerId } : {}) })
    if (answer?.ok) await onDone()
  }
  return (
    <Card title={partner ? '改一改' : '登记一个共建单位'}>
      <Field label="单位" value={name} onChange={setName} max={30} placeholder="区卫生局" />
      <Field label="联系人" value={contact} onChange={setContact} max={20} />
      <Field label="电话" value={phone} onChange={setPhone} max={20} keyboard="number" />
      <Field label="为老同志做什么" value={offers} onChange={setOffers} max={200} tall placeholder="每月上门量血压" />
      {save.refusal && <Failure refusal={save.refusal} onSeen={save.forget} />}
      <Button icon="done" busy={save.busy} disabled={missing} onPress={press}>
        {missing ? '先填好单位、联系人和电话' : '登记'}
      </Button>
      <Button kind="quiet" onPress={onBack}>
        不填了
      </Button>
    </Card>
  )
}

interface OneProps {
  branchId: string
  partner: Partner
  onChange: (said: string) => unknown
}

const One = ({ branchId, partner, onChange }: OneProps) => {
  const end = useCommand('partner.end')
  const [editing, setEditing] = useState(false)
  const back = () => setEditing(false)
  if (editing)
    return (
      <Form
        branchId={branchId}
        partner={partner}
        onBack={back}
        onDone={async () => {
          back()
          await onChange('改好了')
        }}
      />
    )
  const { partnerId, name, contact, phone, offers, elders } = partner
  return (
    <Card title={name}>
      <View>联系人：{contact}</View>
      {offers !== '' && <View className="soft">{offers}</View>}
      <View className="soft">{elders === 0 ? '还没有联系老同志' : `联系 ${elders} 位老同志`}</View>
      <CallButton name={contact} phone={phone} />
      <Button kind="quiet" icon="hand" onPress={() => go(routes.pledges({ partnerId }))}>
        承诺和办理
      </Button>
      {elders > 0 && (
        <Button kind="quiet" icon="people" onPress={() => go(routes.helper({ helperId: partnerId }))}>
          看联系了谁
        </Button>
      )}
      <Button kind="quiet" icon="edit" onPress={() => setEditing(true)}>
        改一改
      </Button>
      {end.refusal && <Failure refusal={end.refusal} onSeen={end.forget} />}
      <Confirm
        question={`${name}不再共建了吗？`}
        explain={elders > 0 ? `它联系的 ${elders} 位老同志会结束联系，以前的记录都留着。` : '以前的记录都留着。'}
        yes="是，结束共建"
        no="不，留着"
        onYes={async () => {
          const answer = await end.run({ branchId, partnerId, reason: '不再共建' })
          if (answer?.ok) await onChange(`${name}结束共建了`)
        }}
      >
        结束共建
      </Confirm>
    </Card>
  )
}

/** Partner units of the branch as helpers of elders (多联一). */
export const Partners = ({ branchId }: { branchId: string }) => {
  const query = useQuery('partner.list', { branchId })
  const [adding, setAdding] = useState(false)
  const [told, setTold] = useState<string | undefined>()
  const changed = async (said: string) => {
    setTold(said)
    setAdding(false)
    await query.reload()
  }
  return (
    <Screen>
      {told !== undefined && <Notice tone="good" title={told} onSeen={() => setTold(undefined)} />}
      {adding ? (
        <Form branchId={branchId} onBack={() => setAdding(false)} onDone={() => changed('登记好了，可以请它联系老同志了')} />
      ) : (
        <Button icon="add" onPress={() => setAdding(true)}>
          登记一个共建单位
        </Button>
      )}
      <Loaded query={query}>
        {({ items }) => (
          <View className="stack">
            {items.length === 0 && !adding && (
              <Empty icon="steps" title="还没有共建单位" hint="卫生局、党校、居家养老中心都可以来联系老同志。" />
            )}
            {items.map(one => (
              <One key={one.partnerId} branchId={branchId} partner={one} onChange={changed} />
            ))}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
