import { View } from '@tarojs/components'
import { useState } from 'react'
import { Title } from '../../../components/Card'
import { BigButton, Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { FaultLine } from '../../../components/FaultLine'
import { Field, FieldFrame } from '../../../components/Field'
import { FindPerson } from '../../people/public'
import { HelpKinds } from './HelpKinds'
import { PointField } from '../../../components/PointField'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'
import { type Faults, faultsOf, formOf, isTeamForm, type Person, type Team } from './team'
import './teams.css'

/** As many as a team may have. */
const MOST = 50

interface MembersProps {
  members: readonly Person[]
  error: string | undefined
  onRemove: (memberId: string) => void
  onAdd: () => void
}

const Members = ({ members, error, onRemove, onAdd }: MembersProps) => (
  <FieldFrame label={members.length > 0 ? `队员（${members.length} 人）` : '队员'} error={error}>
    <View className="stack">
      {members.map(({ memberId, name }) => (
        <PersonRow
          key={memberId}
          name={name}
          action={
            <View className="team-remove">
              <Button kind="quiet" icon="remove" about={name} onPress={() => onRemove(memberId)}>
                去掉
              </Button>
            </View>
          }
        />
      ))}
      {members.length < MOST && (
        <Button icon="person-add" onPress={onAdd}>
          加一位队员
        </Button>
      )}
    </View>
  </FieldFrame>
)

interface Props {
  orgId: string
  /** Absent for a new one. */
  team: Team | undefined
  onSaved: (name: string) => Promise<unknown>
  onBack: () => void
}

/** A service team, new or changed: its name, what it is called for, who is in it, where it starts from. */
export const TeamForm = ({ orgId, team, onSaved, onBack }: Props) => {
  const [first] = useState(() => formOf(team))
  const { draft, change, done } = useDraft(`team/${team?.teamId ?? orgId}`, isTeamForm, first)
  const [faults, setFaults] = useState<Faults>({})
  const [adding, add] = useState(false)
  const command = useCommand('team.save')
  const { kinds, members, point } = draft

  if (adding) {
    const pick = (person: Person) => {
      if (!members.some(one => one.memberId === person.memberId)) change({ members: [...members, person] })
      add(false)
    }
    return (
      <Screen>
        <Title>请谁进{draft.name.trim() || '服务队'}</Title>
        <FindPerson orgId={orgId} onPick={({ memberId, name }) => pick({ memberId, name })} />
        <Button kind="quiet" onPress={() => add(false)}>
          不选了，返回
        </Button>
      </Screen>
    )
  }
  const save = async () => {
    const wrong = faultsOf(draft)
    setFaults(wrong)
    if (Object.keys(wrong).length > 0) return
    const name = draft.name.trim()
    const answer = await command.run({
      orgId,
      name,
      kinds,
      memberIds: members.map(one => one.memberId),
      ...(point ? { point } : {}),
      ...(team ? { teamId: team.teamId } : {}),
    })
    if (!answer?.ok) return
    done()
    await onSaved(name)
  }
  const leave = () => {
    done()
    onBack()
  }
  return (
    <Screen
      main={
        <>
          <FaultLine faults={faults} />
          {command.refusal && <Failure refusal={command.refusal} />}
          <BigButton busyWords="正在保存…" onPress={save}>
            保存服务队
          </BigButton>
        </>
      }
    >
      <Field
        label="服务队的名字"
        value={draft.name}
        onChange={name => change({ name })}
        max={30}
        placeholder="例如：水电维修队"
        error={faults.name}
      />
      <HelpKinds
        label="能帮什么忙"
        hint="有人求助这些事，先请他们；只值班、宣讲的队可以不选"
        chosen={kinds}
        onChange={next => change(before => ({ kinds: next(before.kinds) }))}
      />
      <Members
        members={members}
        error={faults.members}
        onRemove={memberId => change({ members: members.filter(one => one.memberId !== memberId) })}
        onAdd={() => add(true)}
      />
      <PointField
        label="从哪里出发（可以不填）"
        hint="服务站、服务点在哪里，地图上就看得到"
        point={point ?? undefined}
        onChange={next => change({ point: next ?? null })}
        none="还没有选位置"
        known="位置已经选好"
        removable
      />
      <Button kind="quiet" onPress={leave}>
        不要了，返回
      </Button>
    </Screen>
  )
}
