import { View } from '@tarojs/components'
import { useState } from 'react'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Card, Section, Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { LinkRow } from '../../../components/Rows'
import { Panes, Screen } from '../../../components/Screen'
import { SearchBox } from '../../../components/SearchBox'
import { call, type Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery, type Query } from '../../../platform/query'
import { CloseForm } from './CloseForm'
import { DocumentForm } from './DocumentForm'
import { HostForm } from './HostForm'
import { History } from './History'
import { MergeForm } from './MergeForm'
import { RenameForm } from './RenameForm'
import { sayCount, sayHost, sayKind, sayOtherwise } from './organization-words'
import { SplitForm } from './SplitForm'
import { byNumber } from './useGroups'

type Tree = Given<'org.tree'>
type About = Given<'org.about'>

/** What stands directly below it, each a step further down. */
const Steps = ({ orgId, query }: { orgId: string; query: Query<Tree> }) => {
  const { items, more, refusal } = usePages(query, cursor => call('org.tree', { orgId, cursor }))
  const open = items.filter(one => !one.closed).sort(byNumber)
  if (open.length === 0) return null
  return (
    <Section title="下面的组织">
      {open.map(one => (
        <LinkRow
          key={one.orgId}
          icon="people"
          words={one.name}
          note={`${sayKind(one)} · ${sayCount(one)}${sayHost(one)}`}
          onPress={() => go(routes.organization({ orgId: one.orgId, name: one.name }))}
        />
      ))}
      {refusal && <Failure refusal={refusal} />}
      {more && <Button onPress={more}>再看一些</Button>}
    </Section>
  )
}

/** What was looked for, wherever it stands below. */
const FoundBelow = ({ orgId, words }: { orgId: string; words: string }) => {
  const query = useQuery('org.find', { orgId, words })
  const { items, more, refusal } = usePages(query, cursor => call('org.find', { orgId, words, cursor }))
  return (
    <Loaded query={query} cards={1}>
      {() => (
        <View className="stack">
          {items.length === 0 && <View className="soft">没有找到，换名字里的两个字，或者拼音首字母试试。</View>}
          {items.map(one => (
            <LinkRow
              key={one.orgId}
              icon="people"
              words={one.name}
              note={[sayKind(one), one.under, one.closed ? '已撤销' : ''].filter(Boolean).join(' · ')}
              onPress={() => go(routes.organization({ orgId: one.orgId, name: one.name }))}
            />
          ))}
          {refusal && <Failure refusal={refusal} />}
          {more && <Button onPress={more}>再看一些</Button>}
        </View>
      )}
    </Loaded>
  )
}

/** So many letters of a name are enough to look for it. */
const LEAST = 2

/** What stands below it, step by step or by name. */
const Below = ({ orgId, query, walks }: { orgId: string; query: Query<Tree>; walks: boolean }) => {
  const [typed, setTyped] = useState('')
  const words = typed.replace(/\s/gu, '')
  return (
    <>
      {walks && <SearchBox label="找下面的组织：名字、拼音、首字母" value={typed} onChange={setTyped} />}
      {words.length >= LEAST ? <FoundBelow orgId={orgId} words={words} /> : <Steps orgId={orgId} query={query} />}
    </>
  )
}

/** What its kind of branch has otherwise than most, and where that is written. */
const Otherwise = ({ about: { switches } }: { about: About }) => {
  const lines = sayOtherwise(switches)
  if (switches.length === 0) return null
  return (
    <Card title="这类支部怎么办">
      {lines.length === 0 && <View>按规定换届选举、收缴党费、开会表决。</View>}
      {lines.map(({ key, words, source }) => (
        <View key={key} className="stack tight">
          <View className="strong">{words}</View>
          <View className="soft small">{source}</View>
        </View>
      ))}
    </Card>
  )
}

const toOrganization = ({ orgId, name }: { orgId: string; name: string }) => go(routes.organization({ orgId, name }))

/** Where a closed branch points on to, and which branches came to this one. */
const Joined = ({ about: { mergedInto, formerly } }: { about: About }) => (
  <>
    {mergedInto && (
      <Notice tone="info" title={`已经并入${mergedInto.name}`}>
        <View>原来的签到表、记录都在，由{mergedInto.name}的书记查看。</View>
        <Button icon="next" onPress={() => toOrganization(mergedInto)}>
          {`看${mergedInto.name}`}
        </Button>
      </Notice>
    )}
    {formerly.length > 0 && (
      <Section title="并进来的支部">
        {formerly.map(one => (
          <View key={one.orgId}>
            <LinkRow icon="people" words={one.name} note="看它的经历" onPress={() => toOrganization(one)} />
            <LinkRow
              icon="calendar"
              words={`${one.name}以前的活动`}
              note="签到表、记录"
              onPress={() => go(routes.branchActivities({ orgId: one.orgId, name: one.name }))}
            />
          </View>
        ))}
      </Section>
    )}
  </>
)

/** The units whose members come together in it, its host, and those it hosts. */
const Bound = ({ about: { units, host, hosts } }: { about: About }) => (
  <>
    {units.length > 0 && (
      <Card title="由这些单位联合">
        {units.map(unit => (
          <View key={unit}>{unit}</View>
        ))}
      </Card>
    )}
    {host && (
      <LinkRow
        icon="people"
        words={`挂靠在${host.name}`}
        note={[`${host.since} 起`, host.documentNo].filter(Boolean).join(' · ')}
        onPress={() => toOrganization(host)}
      />
    )}
    {hosts.length > 0 && (
      <Section title="挂靠在这里的支部">
        {hosts.map(one => (
          <LinkRow key={one.orgId} icon="people" words={one.name} onPress={() => toOrganization(one)} />
        ))}
      </Section>
    )}
  </>
)

type Doing = 'rename' | 'merge' | 'split' | 'host' | 'document' | 'close'
const acts = [
  { act: 'rename', words: '改名', icon: 'edit' },
  { act: 'merge', words: '并入别的支部', icon: 'people' },
  { act: 'split', words: '拆出一个支部', icon: 'people' },
  { act: 'host', words: '挂靠', icon: 'people' },
  { act: 'document', words: '登记一份文件', icon: 'file' },
  { act: 'close', words: '撤销', icon: 'close' },
] as const

/** With people in it or anything below it, it is not closed. */
const isEmpty = ({ count = 0 }: Tree['org'], below: Tree['items']): boolean => count === 0 && below.every(one => one.closed)

const forms = { rename: RenameForm, merge: MergeForm, split: SplitForm, host: HostForm, close: CloseForm } as const
/** What is done with branches alone. */
const ofBranches: readonly Doing[] = ['merge', 'split', 'host']

/** 组织: one place of the tree with its head-count; what its kind switches off, what stands below, its history; from here it is merged, split and documented. */
export const OrganizationPage = ({ orgId, name }: { orgId: string; name: string }) => {
  const tree = useQuery('org.tree', { orgId })
  const about = useQuery('org.about', { orgId })
  const [doing, setDoing] = useState<Doing | undefined>()
  const back = () => {
    setDoing(undefined)
    void tree.reload()
    void about.reload()
  }
  if (doing === 'document') return <DocumentForm orgId={orgId} name={name} onDone={back} />
  if (doing !== undefined && tree.data) {
    const Form = forms[doing]
    return <Form tree={tree.data} onDone={back} />
  }
  return (
    <Screen wide>
      <Loaded query={tree} cards={3}>
        {({ org, items, may }) => (
          <>
            <Panes
              side={
                <>
                  <Title>{org.name}</Title>
                  <View className="soft">{org.closed ? `${sayKind(org)} · 已撤销` : `${sayKind(org)} · ${sayCount(org)}`}</View>
                  <Loaded query={about} cards={1}>
                    {known => <Joined about={known} />}
                  </Loaded>
                  <Below orgId={orgId} query={tree} walks={org.kind !== 'branch' && org.kind !== 'group' && !org.closed} />
                </>
              }
            >
              <Loaded query={about} cards={1}>
                {known => (
                  <>
                    <Bound about={known} />
                    <Otherwise about={known} />
                    <History entries={known.items} />
                  </>
                )}
              </Loaded>
              {org.kind === 'branch' && (
                <>
                  <LinkRow
                    icon="list"
                    words="三会一课记录本"
                    note="按时间做成 Word 或者 Excel"
                    onPress={() => go(routes.book({ orgId, name: org.name }))}
                  />
                  <LinkRow icon="edit" words="述职" note="交的报告、点评" onPress={() => go(routes.debrief({ branchId: orgId }))} />
                  <LinkRow
                    icon="steps"
                    words="整改清单"
                    note="列一项，看哪些过了日子"
                    onPress={() => go(routes.remedies({ orgId, name: org.name }))}
                  />
                  <LinkRow icon="star" words="品牌和项目" onPress={() => go(routes.brands({ orgId, name: org.name }))} />
                </>
              )}
              {!org.closed && org.kind !== 'group' && (
                <LinkRow
                  icon="add"
                  words="成立支部"
                  note="申请、批复、备案"
                  onPress={() => go(routes.foundings({ orgId, name: org.name }))}
                />
              )}
              {!org.closed &&
                acts
                  .filter(({ act }) => may.includes(act) && (!ofBranches.includes(act) || org.kind === 'branch'))
                  .filter(({ act }) => act !== 'close' || isEmpty(org, items))
                  .map(({ act, words, icon }) => (
                    <Button key={act} icon={icon} onPress={() => setDoing(act)}>
                      {words}
                    </Button>
                  ))}
            </Panes>
          </>
        )}
      </Loaded>
    </Screen>
  )
}
