import { View } from '@tarojs/components'
import { standingWords } from '../../../../core/people/roster/words'
import { pronoun } from '../../../../core/people/names/pronoun'
import { instantOf } from '../../../../core/shared/calendar'
import { type Route, routes } from '../../../../core/shared/routes'
import { Card, Section } from '../../../components/Card'
import type { IconName } from '../../../components/icons'
import { Loaded } from '../../../components/Loaded'
import { Fact, LinkRow, PersonRow } from '../../../components/Rows'
import { dated } from '../../../components/times'
import { call, type Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { CallNumbers } from '../roster/CallMember'
import { sayDay } from '../../../../core/shared/spans'

type Person = Given<'person.get'>
type Known = Person['facts'][number]
type Kind = Known['kind']

/** The parts, in the order in which they are read. */
const parts: readonly { title: string; kinds: readonly Kind[]; none: string }[] = [
  { title: '求助', kinds: ['request'], none: '没有求助过' },
  { title: '走访和联系', kinds: ['visit-due', 'care', 'visit'], none: '没有走访记录' },
  { title: '来参加过的活动', kinds: ['activity'], none: '还没有签到过' },
]

const icons: Readonly<Record<Kind, IconName>> = {
  activity: 'calendar',
  visit: 'home',
  'visit-due': 'steps',
  care: 'phone',
  request: 'help',
  helper: 'people',
}

const pageOf = ({ kind, id }: Known, memberId: string): Route | undefined => {
  if (kind === 'care') return routes.carePerson({ memberId })
  if (id === undefined) return undefined
  if (kind === 'request') return routes.request({ id })
  return kind === 'activity' ? undefined : routes.visit({ id })
}

const whenOf = ({ at, on, kind, late }: Known): string => {
  const when = on === undefined ? at : instantOf(on)
  if (when === undefined) return ''
  const said = kind === 'visit-due' && on !== undefined ? `${sayDay(on)}前` : dated(when)
  return `${said}${late ? ' · 已超期' : ''}`
}

const Line = ({ fact, memberId }: { fact: Known; memberId: string }) => {
  const to = pageOf(fact, memberId)
  return to === undefined ? (
    <PersonRow name={fact.words} note={whenOf(fact)} />
  ) : (
    <LinkRow icon={fact.late ? 'alert' : icons[fact.kind]} words={fact.words} note={whenOf(fact)} onPress={() => go(to)} />
  )
}

const Where = ({ person }: { person: Person }) => {
  const helpers = person.facts.filter(one => one.kind === 'helper')
  const branch = person.places.at(person.groupName === undefined ? -1 : -2)
  return (
    <Section title="在哪里、谁联系">
      <Card>
        <Fact icon="list" label="组织">
          {person.places
            .slice(person.places.length > 2 ? 1 : 0)
            .map(one => one.name)
            .join(' › ')}
        </Fact>
        {person.offices.length > 0 && (
          <Fact icon="id-card" label="职务">
            {person.offices.join('、')}
          </Fact>
        )}
        {person.residence && (
          <Fact icon="home" label="家庭住址">
            {person.residence}
          </Fact>
        )}
        <Fact icon="people" label="结对联系人">
          {helpers.length === 0 ? '还没有结对' : helpers.map(one => one.words).join('、')}
        </Fact>
      </Card>
      <LinkRow
        icon="id-card"
        words="亲情服务卡"
        note="联络员、组长、书记、服务队"
        onPress={() => go(routes.card({ memberId: person.memberId }))}
      />
      {branch && (
        <LinkRow icon="chart" words="支部的看板" onPress={() => go(routes.overview({ orgId: branch.orgId, name: branch.name }))} />
      )}
    </Section>
  )
}

/** What there is of one person, for a street and the bureau: whose they are, who looks after them, and what is under way. That it was looked at is written down. */
export const FoundPerson = ({ memberId }: { memberId: string }) => {
  const query = useQuery('person.get', { memberId })
  return (
    <Loaded query={query} cards={3}>
      {person => (
        <View className="stack">
          <Card title={person.name}>
            <View className="soft">
              {[
                person.standing ? standingWords[person.standing] : '',
                person.age === undefined ? '' : `${person.age} 岁`,
                person.bound ? '已经绑定微信' : '还没有绑定微信',
                person.maskedPhone,
              ]
                .filter(Boolean)
                .join(' · ')}
            </View>
            <CallNumbers name={person.name} ask={() => call('person.phone', { memberId })} />
          </Card>
          <Where person={person} />
          {parts.map(({ title, kinds, none }) => {
            const lines = kinds.flatMap(kind => person.facts.filter(one => one.kind === kind))
            return (
              <Section key={title} title={title}>
                {lines.length === 0 && <View className="soft">{none}</View>}
                {lines.map((fact, index) => (
                  <Line key={`${fact.words} ${index}`} fact={fact} memberId={memberId} />
                ))}
              </Section>
            )
          })}
          <View className="soft small">您看过{pronoun(person.gender)}的情况，会记在“谁看过”里。</View>
        </View>
      )}
    </Loaded>
  )
}
