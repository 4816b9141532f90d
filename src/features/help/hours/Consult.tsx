import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { hoursKinds, hoursKindWords, type HoursKind } from '../../../../core/help/hours/kinds'
import { routes } from '../../../../core/shared/routes'
import { Section } from '../../../components/Card'
import { Empty, Loaded } from '../../../components/Loaded'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { hoursIcons, type Offered, sayShort } from './words'

const noteOf = ({ next, myPlace, slots }: Offered): string => {
  if (slots.some(one => one.mine)) return '您已经约好了'
  if (myPlace !== null) return `候补第 ${String(myPlace)} 位，空出来就给您`
  return next ? `${sayShort(next.startsAt)} 有空` : '约满了，可以排候补'
}

/** My bookings, where I wait, and the desks I hold. */
const Own = ({ forMemberId }: { forMemberId: { forMemberId?: string } }) => {
  const { data } = useQuery('hours.mine', forMemberId)
  const ahead = (data?.items ?? []).filter(one => one.state !== 'done' && one.state !== 'missed')
  return (
    <>
      {(data?.desks ?? []).length > 0 && (
        <Section title="我坐班">
          {data?.desks.map(one => (
            <LinkRow
              key={one.hoursId}
              icon="desk"
              words={one.title}
              note={one.next === null ? '后面没有时间了' : `最近一次 ${sayShort(one.next)}`}
              onPress={() => go(routes.hoursDesk({ id: one.hoursId }))}
            />
          ))}
        </Section>
      )}
      {ahead.length > 0 && (
        <Section title="约好的">
          {ahead.map(one => (
            <LinkRow
              key={`${one.hoursId}:${String(one.startsAt)}`}
              icon="calendar-done"
              words={one.title}
              note={`${sayShort(one.startsAt)} ${one.place.name}`}
              onPress={() => go(routes.hours({ id: one.hoursId }))}
            />
          ))}
        </Section>
      )}
    </>
  )
}

const isKind = (text: string | undefined): text is HoursKind => hoursKinds.some(one => one === text)

interface Props {
  /** The kind that stands first. */
  kind: string | undefined
  forMemberId: { forMemberId?: string }
  head: ReactNode
}

/** 约医生、律师: all that can be booked, by kind, each with its next free time. */
export const Consult = ({ kind, forMemberId, head }: Props) => {
  const query = useQuery('hours.free', forMemberId)
  const kinds = isKind(kind) ? [kind, ...hoursKinds.filter(one => one !== kind)] : hoursKinds
  return (
    <Screen>
      {head}
      <Own forMemberId={forMemberId} />
      <Loaded query={query}>
        {({ items }) => (
          <View className="stack">
            {items.length === 0 && (
              <Empty icon="calendar" title="这里会列出可以约的医生、律师" hint="支部、街道排好时间，按一下就能约上，家里人也能帮您约。" />
            )}
            {kinds
              .map(one => ({ kind: one, some: items.filter(item => item.kind === one) }))
              .filter(({ some }) => some.length > 0)
              .map(({ kind: one, some }) => (
                <Section key={one} title={hoursKindWords[one]}>
                  {some.map(item => (
                    <LinkRow
                      key={item.hoursId}
                      icon={hoursIcons[item.kind]}
                      words={item.title}
                      note={[item.hosts.join('、'), noteOf(item)].filter(Boolean).join(' ')}
                      onPress={() => go(routes.hours({ id: item.hoursId }))}
                    />
                  ))}
                </Section>
              ))}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
