import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Card, Section } from '../../../components/Card'
import { Empty, Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { day, lasting, span } from '../../../components/times'
import type { Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { Certificate } from './Certificate'
import './volunteers.css'
import { routes } from '../../../../core/shared/routes'

type Service = Given<'volunteer.mine'>
type Held = Service['holding'][number]
type Done = Service['served'][number]

const open = (postId: string) => go(routes.post({ id: postId }))

const stands = ({ state, position, offeredBy }: Held): string => {
  if (offeredBy) return `${offeredBy.name}请您替一班`
  return state === 'held' ? '您的班' : `候补第 ${position ?? 1} 位`
}

const Row = ({ held }: { held: Held }) => (
  <LinkRow
    icon={held.offeredBy ? 'swap' : held.state === 'held' ? 'done' : 'clock'}
    words={held.title}
    note={`${stands(held)} · ${span(held.startsAt, held.endsAt)} · ${held.place}`}
    onPress={() => open(held.postId)}
  />
)

const doneNote = ({ state, minutes, startsAt }: Done): string =>
  `${day(startsAt)} · ${state === 'served' ? lasting(minutes) : state === 'in' ? '还没有签退' : '没有来'}`

const Hours = ({ service }: { service: Service }) => (
  <Card>
    <View className="hours">
      <View className="hours-figure">{lasting(service.minutes)}</View>
      <View>一共服务 {service.times} 次</View>
    </View>
    <View className="soft">今年 {lasting(service.minutesThisYear)}</View>
  </Card>
)

/** The volunteer's own page: what comes, how much was done, the certificate. */
export const VolunteerPage = ({ forMemberId, head }: { forMemberId: { forMemberId?: string }; head: ReactNode }) => {
  const query = useQuery('volunteer.mine', forMemberId)
  const [shown, setShown] = useState(false)
  const nothing = query.data && query.data.holding.length + query.data.offered.length + query.data.served.length === 0
  return (
    <Screen main={nothing ? <BigButton onPress={() => go(routes.activities())}>看看有什么岗位</BigButton> : undefined}>
      {head}
      <Loaded query={query}>
        {service => (
          <>
            {nothing && <Empty icon="serve" title="这里会列出您认领的岗位和服务时长" hint="先认领一个岗位，按一下“我来”就行。" />}
            {service.offered.length > 0 && (
              <Section title="有人请您替班">
                {service.offered.map(held => (
                  <Row key={`${held.shiftId}/${held.offeredBy?.memberId ?? ''}`} held={held} />
                ))}
              </Section>
            )}
            {service.holding.length > 0 && (
              <Section title="我的班">
                {service.holding.map(held => (
                  <Row key={held.shiftId} held={held} />
                ))}
              </Section>
            )}
            {forMemberId.forMemberId === undefined && (
              <>
                <LinkRow icon="hand" words="我能帮的忙" note="有人求助，哪些事可以来找我" onPress={() => go(routes.helping())} />
                <LinkRow icon="notice" words="应急集结" note="叫到我的，我怎么回的" onPress={() => go(routes.musters())} />
                <LinkRow icon="talk" words="请我谈的事" note="请您和一位同志谈谈心" onPress={() => go(routes.cases())} />
              </>
            )}
            <LinkRow icon="star-full" words="我的荣誉" note="证书和荣誉墙" onPress={() => go(routes.myHonours())} />
            <LinkRow icon="place" words="附近的服务站" note="谁在值班、哪天缺人" onPress={() => go(routes.stations())} />
            {service.times > 0 && <Hours service={service} />}
            {service.certificate.minutes > 0 && (
              <>
                {shown && <Certificate facts={service.certificate} />}
                {!shown && (
                  <Button icon="award" onPress={() => setShown(true)}>
                    看我的志愿服务证书
                  </Button>
                )}
              </>
            )}
            {service.served.length > 0 && (
              <Section title="服务过的">
                <Many items={service.served} keyOf={one => `${one.postId}/${one.shiftId}`} step={10} unit="次">
                  {one => (
                    <LinkRow
                      icon={one.state === 'no-show' ? 'alert' : 'done'}
                      words={one.title}
                      note={doneNote(one)}
                      onPress={() => (one.muster ? go(routes.muster({ id: one.postId })) : open(one.postId))}
                    />
                  )}
                </Many>
              </Section>
            )}
          </>
        )}
      </Loaded>
    </Screen>
  )
}
