import { View } from '@tarojs/components'
import { useState } from 'react'
import { hoursTitle, milestones, usualTitles } from '../../../../core/service/honours/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { BigButton, Button } from '../../../components/Button'
import { Choice } from '../../../components/Choice'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field, FieldFrame } from '../../../components/Field'
import { Screen } from '../../../components/Screen'
import { now } from '../../../platform/clock'
import { useCommand } from '../../../platform/query'
import { FindPerson } from '../../people/public'

const OTHER = '其他'

interface Props {
  orgId: string
  /** Of a proposal: who, and for how many hours. */
  to: { memberId: string; name: string; hours?: number } | undefined
  onDone: (said?: string) => void
}

/** 授予荣誉: to one person, with its reason. */
export const GrantForm = ({ orgId, to, onDone }: Props) => {
  const [person, setPerson] = useState<{ memberId: string; name: string } | undefined>(to)
  const hours = milestones.find(one => one === to?.hours)
  const [title, setTitle] = useState<string>(hours === undefined ? usualTitles[0] : hoursTitle(hours))
  const [own, setOwn] = useState('')
  const [reason, setReason] = useState(hours === undefined ? '' : `志愿服务满${String(hours)}小时，热心为大家办事`)
  const [on, setOn] = useState(dateOf(now()))
  const grant = useCommand('honour.grant')
  const given = title === OTHER ? own.trim() : title
  const titles = [...(hours === undefined ? [] : [hoursTitle(hours)]), ...usualTitles, OTHER]
  const press = async () => {
    if (!person) return
    const answer = await grant.run({
      orgId,
      memberId: person.memberId,
      title: given,
      on,
      reason,
      ...(hours === undefined ? {} : { hours }),
    })
    if (answer?.ok) onDone(`授予了${person.name}同志，他会收到消息和证书`)
  }
  return (
    <Screen
      main={
        <>
          {grant.refusal && <Failure refusal={grant.refusal} onSeen={grant.forget} />}
          <BigButton icon="award" disabled={!person || given === '' || reason.trim() === ''} busyWords="正在授予…" onPress={press}>
            授予
          </BigButton>
        </>
      }
    >
      <FieldFrame label="授予谁">
        {person ? (
          <>
            <View className="strong">{person.name}</View>
            {!to && (
              <Button kind="quiet" icon="close" onPress={() => setPerson(undefined)}>
                换一位
              </Button>
            )}
          </>
        ) : (
          <FindPerson orgId={orgId} onPick={({ memberId, name }) => setPerson({ memberId, name })} />
        )}
      </FieldFrame>
      <Choice label="什么荣誉" options={titles.map(value => ({ value, words: value }))} value={title} onChange={setTitle} />
      {title === OTHER && <Field label="荣誉的名字" value={own} onChange={setOwn} max={20} placeholder="例如：护湖标兵" />}
      <Field label="为什么授予（写在证书上）" value={reason} onChange={setReason} max={200} tall placeholder="例如：一年没有落下一次值班" />
      <DateField label="哪一天授予" value={on} onChange={setOn} />
      <Button icon="back" onPress={() => onDone()}>
        先不授予
      </Button>
    </Screen>
  )
}
