import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Level } from '../../../../core/people/talent/rules'
import { levels, levelWords } from '../../../../core/people/talent/rules'
import type { Skill, SkillCode } from '../../../../core/people/talent/skills'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Card, Section, Title } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { far } from '../../../components/distance'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { LinkRow } from '../../../components/Rows'
import { Panes, Screen } from '../../../components/Screen'
import { SideBySide } from '../../../components/SideBySide'
import { StateChip } from '../../../components/StateChip'
import { Unfold } from '../../../components/Unfold'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { here, type Point } from '../../../platform/place'
import { useCommand, useQuery } from '../../../platform/query'
import { MyAsks } from './MyAsks'
import { SkillPicks } from './SkillPicks'
import { type Found, sayConfirmed, sayDays, saySkills, weekDays } from './words'

const levelOptions = levels.map(value => ({ value, words: levelWords[value] }))

const Ask = ({ one, onAsked }: { one: Found; onAsked: (name: string) => void }) => {
  const [what, setWhat] = useState('')
  const ask = useCommand('talent.ask')
  const press = async (close: () => void) => {
    const answer = await ask.run({ memberId: one.memberId, what })
    if (!answer?.ok) return
    close()
    onAsked(one.name)
  }
  return (
    <Unfold words="请他帮忙" icon="hand">
      {close => (
        <>
          <Field label="想请他做什么" value={what} onChange={setWhat} max={100} placeholder="例如：周三上午给社区写春联" />
          {ask.refusal && <Failure refusal={ask.refusal} onSeen={ask.forget} />}
          <Button disabled={what.trim() === ''} busyWords="正在问…" onPress={() => press(close)}>
            问他愿不愿意
          </Button>
          <Button kind="quiet" onPress={close}>
            先不问
          </Button>
        </>
      )}
    </Unfold>
  )
}

const One = ({ one, onAsked }: { one: Found; onAsked: (name: string) => void }) => (
  <Card title={one.name}>
    <View className="soft">{[one.branchName, one.metres === undefined ? '' : far(one.metres)].filter(Boolean).join(' · ')}</View>
    <View className="strong">{saySkills(one)}</View>
    {one.note !== '' && <View>{one.note}</View>}
    <View>{[sayDays(one.days), ...one.levels.map(level => levelWords[level])].join(' · ')}</View>
    <StateChip icon={one.stale ? 'warn' : 'done'} tone={one.stale ? 'warn' : 'good'} words={sayConfirmed(one)} />
    <Ask one={one} onAsked={onAsked} />
  </Card>
)

interface Wanted {
  orgId: string
  skill: SkillCode
  day?: number
  level?: Level
  point?: Point
}

const Results = ({ wanted, name, onAsked }: { wanted: Wanted; name: string; onAsked: (name: string) => void }) => {
  const query = useQuery('talent.find', wanted)
  const { items, more, refusal } = usePages(query, cursor => call('talent.find', { ...wanted, cursor }))
  return (
    <Loaded query={query} cards={2}>
      {() => (
        <>
          {items.length === 0 && (
            <Empty icon="search" title={`还没有人登记${name}`} hint="换一天、不限级别再找找；知道谁会，请支部书记替他登记。" />
          )}
          <SideBySide>
            {items.map(one => (
              <One key={one.memberId} one={one} onAsked={onAsked} />
            ))}
          </SideBySide>
          {refusal && <Failure refusal={refusal} />}
          {more && <Button onPress={more}>再看一些</Button>}
        </>
      )}
    </Loaded>
  )
}

/** 银发人才: who can do what, found by whatever it is called, by day, level and distance; a person is asked before anybody rings. */
export const Talents = ({ orgId, orgName }: { orgId: string; orgName: string }) => {
  const [skill, setSkill] = useState<Pick<Skill, 'code' | 'name'> | undefined>()
  const [day, setDay] = useState<string | undefined>()
  const [level, setLevel] = useState<Level | undefined>()
  const [point, setPoint] = useState<Point | undefined>()
  const [lost, setLost] = useState(false)
  const [asked, setAsked] = useState<string | undefined>()
  const nearMe = async () => {
    const found = await here()
    setPoint(found)
    setLost(found === undefined)
  }
  const side = (
    <>
      <View>
        <Title>银发人才</Title>
        <View className="soft">{orgName}</View>
      </View>
      {asked !== undefined && (
        <Notice tone="good" title={`问了${asked}同志`} onSeen={() => setAsked(undefined)}>
          <View>等他答复。他答应了，您会收到消息，才看得到电话。</View>
        </Notice>
      )}
      <MyAsks key={asked ?? ''} />
      <LinkRow
        icon="talk"
        words="顾问组"
        note="党建、农业、宣讲、科教、建设"
        onPress={() => go(routes.advisories({ orgId, name: orgName }))}
      />
      <LinkRow
        icon="list"
        words="特长清单"
        note="有哪些特长、平常怎么说；老干部局可以加"
        onPress={() => go(routes.skills({ orgId, name: orgName }))}
      />
      <ExportButton words="导出 Excel" icon="sheet" name="银发人才库.xlsx" make={() => call('talent.export', { orgId })} />
    </>
  )
  return (
    <Screen wide>
      <Panes side={side}>
        {skill === undefined ? (
          <SkillPicks one label="找会什么的人" chosen={[]} onChange={([first]) => setSkill(first)} />
        ) : (
          <Section title={`会${skill.name}的同志`}>
            <Button icon="search" onPress={() => setSkill(undefined)}>
              换一样特长
            </Button>
            <Unfold words="只看有空的、近的" icon="place">
              {() => (
                <>
                  <Chips
                    label="哪天有空"
                    options={weekDays}
                    chosen={day === undefined ? [] : [day]}
                    onPress={one => setDay(one === day ? undefined : one)}
                  />
                  <Chips
                    label="级别"
                    options={levelOptions}
                    chosen={level === undefined ? [] : [level]}
                    onPress={one => setLevel(one === level ? undefined : one)}
                  />
                  {lost && <Notice tone="warn" title="手机没有说出您在哪里" onSeen={() => setLost(false)} />}
                  <Button icon="place" busyWords="正在找位置…" onPress={point ? () => setPoint(undefined) : nearMe}>
                    {point ? '不按远近排' : '离我近的在前'}
                  </Button>
                </>
              )}
            </Unfold>
            <Results
              key={[skill.code, day, level, point?.lng, point?.lat].join()}
              wanted={{
                ...{ orgId, skill: skill.code },
                ...(day === undefined ? {} : { day: Number(day) }),
                ...(level === undefined ? {} : { level }),
                ...(point ? { point } : {}),
              }}
              name={skill.name}
              onAsked={setAsked}
            />
          </Section>
        )}
      </Panes>
    </Screen>
  )
}
