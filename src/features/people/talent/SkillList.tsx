import { View } from '@tarojs/components'
import { useState } from 'react'
import { wordsTyped } from '../../../../core/people/talent/skills'
import { BigButton, Button } from '../../../components/Button'
import { Card, Section, Title } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { SearchBox } from '../../../components/SearchBox'
import type { Given } from '../../../platform/call'
import { useCommand, useQuery } from '../../../platform/query'

type Skill = Given<'talent.skillList'>['items'][number]

interface FormProps {
  orgId: string
  /** Absent for a new one. */
  skill: Skill | undefined
  groups: readonly string[]
  onDone: (saved?: string) => void
}

const OTHER = '另一类'

/** A skill with how people say it every day; of a usual one the further words alone. */
const Form = ({ orgId, skill, groups, onDone }: FormProps) => {
  const usual = skill?.from === 'usual'
  const [name, setName] = useState(skill?.name ?? '')
  const [group, setGroup] = useState(skill?.group ?? '')
  const [other, setOther] = useState('')
  const [words, setWords] = useState((skill?.own ?? []).join('、'))
  const [tried, setTried] = useState(false)
  const save = useCommand('talent.saveSkill')
  const kind = group === OTHER ? other.trim() : group
  const wrong = { name: name.trim() === '', group: kind === '' }
  const run = async (retired: boolean) => {
    setTried(true)
    if (wrong.name || wrong.group) return
    const said = { orgId, group: kind, name: name.trim(), aliases: wordsTyped(words) }
    const answer = await save.run({ ...said, ...(skill ? { code: skill.code } : {}), ...(retired ? { retired } : {}) })
    if (answer?.ok) onDone(said.name)
  }
  return (
    <Screen
      main={
        <>
          {save.refusal && <Failure refusal={save.refusal} onSeen={save.forget} />}
          <BigButton busyWords="正在保存…" onPress={() => run(false)}>
            {skill?.retired === true ? '重新用起来' : '保存'}
          </BigButton>
        </>
      }
    >
      <Title>{skill ? skill.name : '加一样特长'}</Title>
      {usual && <View className="soft">{`大家都用这些说法：${skill.aliases.filter(one => !skill.own.includes(one)).join('、')}`}</View>}
      {!usual && (
        <>
          <Field
            label="叫什么"
            value={name}
            onChange={setName}
            max={12}
            placeholder="例如：茶艺"
            error={tried && wrong.name ? '请写一个名称' : undefined}
          />
          <Chips
            label="归在哪一类"
            options={[...groups, OTHER].map(value => ({ value, words: value }))}
            chosen={[group]}
            onPress={setGroup}
            error={tried && wrong.group ? '请选一类' : undefined}
          />
          {group === OTHER && <Field label="这一类叫什么" value={other} onChange={setOther} max={10} />}
        </>
      )}
      <Field
        label="平常还怎么说"
        hint="用顿号隔开；照这些说法也找得到人"
        value={words}
        onChange={setWords}
        max={240}
        tall
        placeholder="例如：泡茶、工夫茶"
      />
      {skill?.from === 'here' && skill.retired !== true && (
        <Button icon="stop" busyWords="正在保存…" onPress={() => run(true)}>
          以后不再给大家选
        </Button>
      )}
      <Button icon="back" onPress={() => onDone()}>
        先不改
      </Button>
    </Screen>
  )
}

/** 特长清单: what there is to choose from, and what a bureau adds to it for everybody below. */
export const SkillList = ({ orgId, orgName }: { orgId: string; orgName: string }) => {
  const query = useQuery('talent.skillList', { orgId })
  const [typed, setTyped] = useState('')
  const [editing, setEditing] = useState<Skill | 'new' | undefined>()
  const [saved, setSaved] = useState<string | undefined>()
  const items = query.data?.items ?? []
  const groups = [...new Set(items.map(one => one.group))]
  const may = query.data?.may.includes('saveSkill') === true
  if (editing) {
    const done = (name?: string) => {
      setEditing(undefined)
      setSaved(name)
      if (name !== undefined) void query.reload()
    }
    return <Form orgId={orgId} skill={editing === 'new' ? undefined : editing} groups={groups} onDone={done} />
  }
  const wanted = items.filter(one => typed === '' || [one.name, ...one.aliases].some(word => word.includes(typed)))
  return (
    <Screen
      main={
        may && (
          <BigButton icon="add" onPress={() => setEditing('new')}>
            加一样特长
          </BigButton>
        )
      }
    >
      <View className="soft">{orgName}</View>
      {saved !== undefined && <Notice tone="good" title={`${saved}保存好了，下面各支部都能选`} onSeen={() => setSaved(undefined)} />}
      <SearchBox label="找一样特长" value={typed} onChange={setTyped} />
      <Loaded query={query} cards={3}>
        {() => (
          <View className="stack">
            {groups.map(group => {
              const some = wanted.filter(one => one.group === group)
              return some.length === 0 ? null : (
                <Section key={group} title={group}>
                  {some.map(one => (
                    <Card key={one.code} title={one.name}>
                      {one.aliases.length > 0 && <View>{one.aliases.join('、')}</View>}
                      {one.from !== 'usual' && (
                        <View className="soft small">
                          {one.retired === true ? '不再给大家选' : one.from === 'here' ? '本级加的' : '上级加的'}
                        </View>
                      )}
                      {may && one.from !== 'above' && (
                        <Button kind="quiet" icon="edit" about={one.name} onPress={() => setEditing(one)}>
                          {one.from === 'usual' ? '加几个说法' : '修改'}
                        </Button>
                      )}
                    </Card>
                  ))}
                </Section>
              )
            })}
            {wanted.length === 0 && <View className="soft">没有这样的特长{may ? '，可以按下面加上' : ''}。</View>}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
