import { View } from '@tarojs/components'
import { useState } from 'react'
import { requestKindWords } from '../../../../core/shared/request-kinds'
import { BigButton, Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Fact } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { useCommand, useQuery } from '../../../platform/query'
import { TeamForm } from './TeamForm'
import type { Team } from './team'

interface CardProps {
  team: Team
  onEdit: () => void
  onRemoved: () => Promise<unknown>
}

const TeamCard = ({ team, onEdit, onRemoved }: CardProps) => {
  const { teamId, orgId, name, kinds, members, point } = team
  const remove = useCommand('team.remove')
  const press = async () => {
    const answer = await remove.run({ orgId, teamId })
    if (answer?.ok) await onRemoved()
  }
  return (
    <Card title={name}>
      <Fact icon="help" label="能帮的忙">
        {kinds.length === 0 ? '不接求助，在服务站值班、宣讲' : kinds.map(kind => requestKindWords[kind]).join('、')}
      </Fact>
      <Fact icon="people" label={`队员 ${members.length} 人`}>
        {members.map(one => one.name).join('、')}
      </Fact>
      <Fact icon="place">{point ? '出发的位置已经选好' : '还没有选从哪里出发'}</Fact>
      {remove.refusal && <Failure refusal={remove.refusal} onSeen={remove.forget} />}
      <Button icon="edit" about={name} onPress={onEdit}>
        修改
      </Button>
      <Confirm
        question={`不要“${name}”了吗？`}
        explain="以后求助不再先请他们；办过的事都还在。"
        yes="是，解散这个队"
        no="不，留着"
        onYes={press}
      >
        解散
      </Confirm>
    </Card>
  )
}

/** The service teams of a branch: what each is called for, who is in it (S2 服务站). */
export const Teams = ({ orgId }: { orgId: string }) => {
  const query = useQuery('team.list', { orgId })
  const [editing, setEditing] = useState<Team | 'new' | undefined>()
  const [saved, setSaved] = useState<string | undefined>()
  if (editing) {
    const done = async (name: string) => {
      await query.reload()
      setSaved(name)
      setEditing(undefined)
    }
    return <TeamForm orgId={orgId} team={editing === 'new' ? undefined : editing} onSaved={done} onBack={() => setEditing(undefined)} />
  }
  return (
    <Screen
      main={
        <BigButton icon="add" onPress={() => setEditing('new')}>
          建一个服务队
        </BigButton>
      }
    >
      {saved && (
        <Notice tone="good" title={`${saved}保存好了`} onSeen={() => setSaved(undefined)}>
          <View>以后有人求助他们会的事，联络员没接上就请他们。</View>
        </Notice>
      )}
      <Loaded query={query} cards={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="people" title="这里放支部的服务队" hint="把会修水、修电、懂法律的同志编成队，有人求助先请他们。" />
          ) : (
            <View className="stack">
              {items.map(team => (
                <TeamCard key={team.teamId} team={team} onEdit={() => setEditing(team)} onRemoved={query.reload} />
              ))}
            </View>
          )
        }
      </Loaded>
    </Screen>
  )
}
