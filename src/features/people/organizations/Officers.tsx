import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { CallMember } from '../roster/CallMember'
import { Card } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Loaded } from '../../../components/Loaded'
import type { Given } from '../../../platform/call'
import { useCommand, useQuery } from '../../../platform/query'

type Officer = Given<'org.get'>['officers'][number]

/** An office a secretary may give, and over what. */
export interface Office {
  orgId: string
  orgName: string
  role: 'leader' | 'liaison'
}

/** Offices in a word. */
export const roleWords = { secretary: '书记', leader: '组长', liaison: '联络员', street: '街道', bureau: '老干部局' } as const

interface OneProps {
  officer: Officer
  orgId: string
  onGone: () => Promise<void>
}

const One = ({ officer, orgId, onGone }: OneProps) => {
  const { memberId, name, role } = officer
  const dismiss = useCommand('org.dismiss')
  const press = async () => {
    const answer = await dismiss.run({ orgId, memberId, role })
    if (answer?.ok) await onGone()
  }
  return (
    <View className="stack">
      <View className="row">
        <View className="grow strong">{name}</View>
        <View className="soft">{roleWords[role]}</View>
      </View>
      <CallMember memberId={memberId} name={name} />
      {dismiss.refusal && <Failure refusal={dismiss.refusal} onSeen={dismiss.forget} />}
      {(role === 'leader' || role === 'liaison') && (
        <Confirm
          question={`${name}不再当${roleWords[role]}了吗？`}
          explain="做过的事都还在；以后可以再请来当。"
          yes={`是，不再当${roleWords[role]}`}
          no="不，继续当"
          onYes={press}
        >
          {`不再当${roleWords[role]}`}
        </Confirm>
      )}
    </View>
  )
}

interface Props {
  orgId: string
  orgName: string
  /** Offices that can be given here. */
  roles: readonly Office['role'][]
  onPick: (office: Office) => void
}

/** Who holds an office in a branch or group. */
export const Officers = ({ orgId, orgName, roles, onPick }: Props) => {
  const query = useQuery('org.get', { orgId })
  return (
    <Card title={orgName}>
      <Loaded query={query} cards={1}>
        {({ officers }) => (
          <View className="stack">
            {officers.map(officer => (
              <One key={`${officer.memberId}${officer.role}`} officer={officer} orgId={orgId} onGone={query.reload} />
            ))}
            {roles.map(role => {
              const held = officers.some(one => one.role === role)
              return (
                <Button key={role} icon="person-add" onPress={() => onPick({ orgId, orgName, role })}>
                  {held ? `再请一位${roleWords[role]}` : `请一位${roleWords[role]}`}
                </Button>
              )
            })}
          </View>
        )}
      </Loaded>
    </Card>
  )
}
