import { View } from '@tarojs/components'
import { useState } from 'react'
import { Title } from '../../../components/Card'
import type { RaisedRule } from '../../../../core/care/visits/kinds'
import { BigButton, Button } from '../../../components/Button'
import { Choice } from '../../../components/Choice'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { FindPerson, type Found } from '../../people/public'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import type { Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useCommand } from '../../../platform/query'
import { shortDay } from './words'
import { routes } from '../../../../core/shared/routes'

const rules = [
  { value: 'illness', words: '生病、住院了', hint: '三天以内去看' },
  { value: 'hardship', words: '家里有困难', hint: '一周以内去看' },
] as const

type Person = Pick<Found, 'memberId' | 'name'>
type Raised = Given<'visit.raise'>

const Asking = ({
  person,
  onRaised,
  onBack,
}: {
  person: Person
  onRaised: (raised: Raised) => void
  onBack?: (() => void) | undefined
}) => {
  const [rule, setRule] = useState<RaisedRule>('illness')
  const [why, setWhy] = useState('')
  const command = useCommand('visit.raise')
  const press = async () => {
    const answer = await command.run({ memberId: person.memberId, rule, why })
    if (answer?.ok) onRaised(answer.data)
  }
  return (
    <Screen
      main={
        <BigButton icon="done" busyWords="正在安排…" onPress={press}>
          安排人去看望
        </BigButton>
      }
    >
      <Title>{person.name}怎么了？</Title>
      {command.refusal && <Failure refusal={command.refusal} onSeen={command.forget} />}
      <Choice label="什么情况" options={rules} value={rule} onChange={setRule} />
      <Field label="说一说（可以不写）" value={why} onChange={setWhy} max={200} tall placeholder="例如：住进中心医院，3号楼12床" />
      {onBack && (
        <Button kind="quiet" onPress={onBack}>
          换一位同志
        </Button>
      )}
    </Screen>
  )
}

interface Props {
  /** Where to look for them. */
  orgId: string
  /** Who it is, where one came from their page. */
  of?: Person | undefined
}

/** An elder is ill or in need: who, what; a visitor is sent at once. */
export const Raise = ({ orgId, of }: Props) => {
  const [person, setPerson] = useState<Person | undefined>(of)
  const [raised, setRaised] = useState<Raised | undefined>()
  if (raised && person) {
    return (
      <Screen main={<BigButton onPress={() => go(routes.visit({ id: raised.visitId }))}>看一看</BigButton>}>
        <Notice
          tone="good"
          big
          title={raised.assigneeName === '' ? '已记下，还没有人去' : `已请${raised.assigneeName}去看望${person.name}`}
        >
          <View>{raised.assigneeName === '' ? '请点“看一看”，派一个人去。' : `${shortDay(raised.closes)}前去看，去过会登记。`}</View>
        </Notice>
      </Screen>
    )
  }
  if (person) return <Asking person={person} onRaised={setRaised} onBack={of ? undefined : () => setPerson(undefined)} />
  return (
    <Screen>
      <Title>要看望哪一位？</Title>
      <FindPerson orgId={orgId} onPick={setPerson} />
    </Screen>
  )
}
