import { View } from '@tarojs/components'
import { useState } from 'react'
import { advisoryFields, advisoryWords } from '../../../../core/people/talent/rules'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { FieldFrame } from '../../../components/Field'
import { Empty, Loaded } from '../../../components/Loaded'
import { LinkRow } from '../../../components/Rows'
import { Panes, Screen } from '../../../components/Screen'
import { call, type Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import { FindPerson } from '../roster/FindPerson'

type Group = Given<'advisory.list'>['items'][number]
interface Person {
  memberId: string
  name: string
}

const Form = ({ orgId, groups, onDone }: { orgId: string; groups: readonly Group[]; onDone: (saved: boolean) => void }) => {
  const inField = (field: Group['field']) => groups.find(one => one.orgId === orgId && one.field === field)?.members ?? []
  const [field, setField] = useState<Group['field']>('party')
  const [people, setPeople] = useState<readonly Person[]>(inField('party'))
  const save = useCommand('advisory.save')
  const press = async () => {
    const answer = await save.run({ orgId, field, memberIds: people.map(one => one.memberId) })
    if (answer?.ok) onDone(true)
  }
  const choose = (next: Group['field']) => {
    setField(next)
    setPeople(inField(next))
  }
  const add = ({ memberId, name }: Person) => people.some(one => one.memberId === memberId) || setPeople([...people, { memberId, name }])
  return (
    <Screen
      main={
        <>
          {save.refusal && <Failure refusal={save.refusal} onSeen={save.forget} />}
          <BigButton busyWords="正在保存…" onPress={press}>
            {`就这 ${String(people.length)} 位`}
          </BigButton>
        </>
      }
    >
      <Chips
        label="哪一方面"
        options={advisoryFields.map(value => ({ value, words: advisoryWords[value] }))}
        chosen={[field]}
        onPress={choose}
      />
      <FieldFrame label="组里有谁（按一下去掉）">
        <View className="stack">
          {people.map(one => (
            <Button key={one.memberId} icon="close" onPress={() => setPeople(people.filter(each => each.memberId !== one.memberId))}>
              {one.name}
            </Button>
          ))}
          <FindPerson orgId={orgId} onPick={add} />
        </View>
      </FieldFrame>
      <Button icon="back" onPress={() => onDone(false)}>
        先不改
      </Button>
    </Screen>
  )
}

/** 顾问组: groups that advise, of an organization and those below it. */
export const Advisories = ({ orgId, orgName }: { orgId: string; orgName: string }) => {
  const query = useQuery('advisory.list', { orgId })
  const { items, more, refusal } = usePages(query, cursor => call('advisory.list', { orgId, cursor }))
  const [saving, setSaving] = useState(false)
  if (saving && query.data) {
    const done = (saved: boolean) => {
      setSaving(false)
      if (saved) void query.reload()
    }
    return <Form orgId={orgId} groups={query.data.items} onDone={done} />
  }
  const may = query.data?.may ?? []
  const side = (
    <>
      <View>
        <Title>顾问组</Title>
        <View className="soft">{orgName}</View>
      </View>
      {may.includes('export') && (query.data?.items.length ?? 0) > 0 && (
        <ExportButton words="导出 Excel" icon="sheet" name="顾问组.xlsx" make={() => call('advisory.export', { orgId })} />
      )}
    </>
  )
  return (
    <Screen
      wide
      main={
        may.includes('save') && (
          <BigButton icon="people" onPress={() => setSaving(true)}>
            组一个，或者换人
          </BigButton>
        )
      }
    >
      <Panes side={side}>
        <Loaded query={query} cards={2}>
          {() => (
            <View className="stack">
              {items.length === 0 && (
                <Empty
                  icon="talk"
                  title="还没有顾问组"
                  hint="党建、农业、宣讲、科教、建设，请懂行的老同志出主意，提了什么、结果怎样都记在这里。"
                />
              )}
              {items.map(one => (
                <LinkRow
                  key={one.advisoryId}
                  icon="talk"
                  words={`${one.orgName} ${advisoryWords[one.field]}顾问组`}
                  note={one.members.length === 0 ? '组里还没有人' : one.members.map(each => each.name).join('、')}
                  onPress={() => go(routes.advisory({ id: one.advisoryId }))}
                />
              ))}
              {refusal && <Failure refusal={refusal} />}
              {more && <Button onPress={more}>再看一些</Button>}
            </View>
          )}
        </Loaded>
      </Panes>
    </Screen>
  )
}
